/* What happens to texts. */
#include "mutate.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/ucs.h"
#include "base/vec.h"

const char *const mutation_names[MUTATIONS] = {
	"wrap", "hyphenate", "unwrap", "quotes", "crlf", "encoding",
	"ocr 0.5%", "ocr 2%", "ocr 5%", "ocr 10%", "word", "insert", "move",
	"delete", "edition", "scan", "revision",
};

size_t
dice_throw(struct dice *d, size_t n)
{
	d->state = d->state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(d->state >> 33) % n;
}

void
sheet_read(struct sheet *s, const char *bytes, size_t n)
{
	size_t i = 0;
	ucs c;

	s->n = 0;
	while (i < n) {
		struct letter l = {0, (uint32_t)s->n + 1};

		i += ucs_decode(bytes + i, n - i, &c);
		l.c = c;
		vec_push(s, l);
	}
}

void
sheet_clear(struct sheet *s)
{
	vec_clear(s);
}

void
sheet_write_utf16(const struct sheet *s, struct buf *out, size_t *byte)
{
	size_t i;

	buf_add(out, "\xFF\xFE", 2);
	for (i = 0; i < s->n; i++) {
		uint32_t c = s->at[i].c, unit[2] = {c, 0};
		int n = 1, k;

		if (c >= 0x10000) {
			unit[0] = 0xD800 + ((c - 0x10000) >> 10);
			unit[1] = 0xDC00 + (c & 0x3FF);
			n = 2;
		}
		if (byte)
			byte[i] = out->n;
		for (k = 0; k < n; k++) {
			buf_char(out, (char)(unit[k] & 0xFF));
			buf_char(out, (char)(unit[k] >> 8));
		}
	}
	if (byte)
		byte[i] = out->n;
}

static void
put(struct sheet *s, uint32_t c, uint32_t from)
{
	struct letter l = {c, from};

	vec_push(s, l);
}

static void
put_words(struct sheet *s, const char *words)
{
	for (; *words; words++)
		put(s, (unsigned char)*words, 0);
}

static int
is_white(uint32_t c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The end of the paragraph at I (or of the white space there): *NEXT is where
 * the following one begins. */
static size_t
paragraph_end(const struct sheet *s, size_t i, size_t *next)
{
	size_t end, lines;

	for (;; i++) {
		while (i < s->n && !is_white(s->at[i].c))
			i++;
		for (end = i, lines = 0; i < s->n && is_white(s->at[i].c); i++)
			lines += s->at[i].c == '\n';
		if (lines > 1 || i == s->n)
			break;
		i--;
	}
	*next = i;
	return end;
}

/* Sets the words of S[I..END) in lines of WIDTH; with DIVIDE a word that does
 * not fit is divided. */
static void
wrap(struct sheet *out, const struct sheet *s, size_t i, size_t end,
     size_t width, int divide)
{
	size_t col = 0, word, k;

	for (; i < end; i = word) {
		while (i < end && is_white(s->at[i].c))
			i++;
		for (word = i; word < end && !is_white(s->at[word].c); word++)
			;
		if (col && col + word - i >= width && !(divide &&
		    word - i > 5 && col + 4 < width)) {
			put(out, '\n', 0);
			col = 0;
		} else if (col) {
			put(out, ' ', 0);
			col++;
		}
		for (k = i; k < word; k++, col++) {
			uint32_t c = s->at[k].c;

			if (divide && col >= width - 1 && k > i + 1 &&
			    k + 2 < word && ucs_is_lower(c) &&
			    ucs_is_lower(s->at[k - 1].c)) {
				put_words(out, "-\n");
				col = 0;
			}
			put(out, c, s->at[k].from);
		}
	}
}

static void
wrap_all(struct sheet *s, size_t width, int divide)
{
	struct sheet out = {0};
	size_t i, end, next;

	for (i = 0; i < s->n; i = next) {
		end = paragraph_end(s, i, &next);
		wrap(&out, s, i, end, width, divide);
		put_words(&out, next < s->n ? "\n\n" : "\n");
	}
	sheet_clear(s);
	*s = out;
}

static void
set_quotes(struct sheet *s)
{
	struct sheet out = {0};
	size_t i;

	for (i = 0; i < s->n; i++) {
		uint32_t c = s->at[i].c, from = s->at[i].from;
		uint32_t before = i ? s->at[i - 1].c : ' ';
		uint32_t next = i + 1 < s->n ? s->at[i + 1].c : ' ';

		if (c == '"')
			c = is_white(before) ? 0x201C : 0x201D;
		else if (c == '\'')
			c = is_white(before) ? 0x2018 : 0x2019;
		else if (c == 0x2018 || c == 0x2019)
			c = '\'';
		else if (c == 0x201C || c == 0x201D)
			c = '"';
		else if (c == '-' && next == '-' && i++)
			c = 0x2014;
		else if (c == 0x2013)
			c = '-';
		else if (c == '.' && next == '.' && i + 2 < s->n &&
		         s->at[i + 2].c == '.' && (i += 2))
			c = 0x2026;
		put(&out, c, from);
	}
	sheet_clear(s);
	*s = out;
}

static void
spread_blanks(struct sheet *s, struct dice *d)
{
	struct sheet out = {0};
	size_t i;

	for (i = 0; i < s->n; i++) {
		uint32_t c = s->at[i].c;

		if (c == '\n')
			put_words(&out, dice_throw(d, 3) ? "\r" : " \t\r");
		put(&out, c, s->at[i].from);
		if (c == '\n' && !dice_throw(d, 8))
			put_words(&out, "    ");
		if (c == ' ' && !dice_throw(d, 5))
			put_words(&out, " ");
	}
	sheet_clear(s);
	*s = out;
}

/* A character that is easily taken for C, else some other of the text. */
static uint32_t
misread(const struct sheet *s, uint32_t c, struct dice *d)
{
	static const char pairs[] =
		"eccel11lo00oS55Srnnruvvuhbbhtffti!!ia@@a.,,.B88Bg99gZ22Z";
	const char *p;
	uint32_t other;

	for (p = pairs; c < 0x80 && *p; p += 2)
		if ((uint32_t)*p == c && dice_throw(d, 3))
			return (uint32_t)p[1];
	other = s->at[dice_throw(d, s->n)].c;
	return is_white(other) ? '.' : other;
}

/* PER_MILLE of the characters: most read as another, some lost or doubled. */
static void
read_badly(struct sheet *s, size_t per_mille, struct dice *d)
{
	struct sheet out = {0};
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct letter l = s->at[i];
		size_t how = dice_throw(d, 10);

		if (l.c == '\n' || dice_throw(d, 1000) >= per_mille) {
			put(&out, l.c, l.from);
			continue;
		}
		if (how < 7)
			put(&out, misread(s, l.c, d), l.from);
		if (how >= 9) {
			put(&out, l.c, l.from);
			put(&out, misread(s, l.c, d), 0);
		}
	}
	sheet_clear(s);
	*s = out;
}

/* One word in EVERY is another; where no blanks stand, two characters are. */
static void
replace_words(struct sheet *s, size_t every, struct dice *d)
{
	static const char *const words[] = {
		"indeed", "great", "perhaps", "some", "always", "house",
		"without", "never", "other", "light",
	};
	struct sheet out = {0};
	size_t i, word;

	for (i = 0; i < s->n; i = word) {
		int is_word = !is_white(s->at[i].c);

		for (word = i + 1; word < s->n && word < i + 12 &&
		     is_word == !is_white(s->at[word].c); word++)
			;
		if (is_word && word - i > 2 && !dice_throw(d, every)) {
			put_words(&out, words[dice_throw(d, 10)]);
			continue;
		}
		for (; i < word; i++)
			put(&out, s->at[i].c, s->at[i].from);
	}
	sheet_clear(s);
	*s = out;
}

struct paragraphs {
	struct {
		size_t start, end;
	} *at;
	size_t n, cap;
};

static void
find_paragraphs(const struct sheet *s, struct paragraphs *p)
{
	size_t i, next;

	for (i = 0; i < s->n; i = next) {
		size_t end = paragraph_end(s, i, &next);

		vec_push(p, ((__typeof__(*p->at)){i, end}));
	}
}

static void
put_paragraph(struct sheet *out, const struct sheet *s, size_t i, size_t end)
{
	for (; i < end; i++)
		put(out, s->at[i].c, s->at[i].from);
	put_words(out, "\n\n");
}

static void
put_new_paragraph(struct sheet *out, struct dice *d)
{
	static const char *const words[] = {
		"the", "editor", "of", "this", "volume", "has", "found", "in",
		"letters", "a", "remark", "which", "was", "not", "printed",
		"then", "and", "is", "given", "here", "from", "manuscript",
		"see", "also", "page", "no", "doubt", "many", "years", "later",
	};
	size_t n = 20 + dice_throw(d, 80);

	while (n-- > 0) {
		put_words(out, words[dice_throw(d, 30)]);
		put_words(out, n ? " " : ".\n\n");
	}
}

enum { INSERT = 1, MOVE = 2, DELETE = 4 };

/* A quarter of the paragraphs each. */
static void
rearrange(struct sheet *s, unsigned what, struct dice *d)
{
	struct paragraphs p = {0};
	struct sheet out = {0};
	size_t i;

	find_paragraphs(s, &p);
	for (i = 0; (what & MOVE) && i < p.n / 4; i++) {
		size_t a = dice_throw(d, p.n), b = dice_throw(d, p.n);
		__typeof__(*p.at) held = p.at[a];

		p.at[a] = p.at[b];
		p.at[b] = held;
	}
	for (i = 0; i < p.n; i++) {
		if ((what & INSERT) && !dice_throw(d, 4))
			put_new_paragraph(&out, d);
		if (!(what & DELETE) || dice_throw(d, 4))
			put_paragraph(&out, s, p.at[i].start, p.at[i].end);
	}
	vec_clear(&p);
	sheet_clear(s);
	*s = out;
}

void
sheet_mutate(struct sheet *s, enum mutation m, struct dice *d)
{
	static const size_t ocr[] = {5, 20, 50, 100};
	static const enum mutation edition[] = {
		MUTATE_INSERT, MUTATE_QUOTES, MUTATE_WRAP, MUTATIONS};
	static const enum mutation scan[] = {
		MUTATE_DELETE, MUTATE_HYPHENATE, MUTATE_OCR_2, MUTATIONS};
	static const enum mutation revision[] = {
		MUTATE_MOVE, MUTATE_DELETE, MUTATE_WORD, MUTATE_WRAP,
		MUTATIONS};
	const enum mutation *all = NULL;

	switch (m) {
	case MUTATE_WRAP: wrap_all(s, 40 + dice_throw(d, 60), 0); break;
	case MUTATE_HYPHENATE: wrap_all(s, 30 + dice_throw(d, 30), 1); break;
	case MUTATE_UNWRAP: wrap_all(s, SIZE_MAX / 2, 0); break;
	case MUTATE_QUOTES: set_quotes(s); break;
	case MUTATE_CRLF: spread_blanks(s, d); break;
	case MUTATE_OCR_05: case MUTATE_OCR_2: case MUTATE_OCR_5:
	case MUTATE_OCR_10:
		read_badly(s, ocr[m - MUTATE_OCR_05], d);
		break;
	case MUTATE_WORD: replace_words(s, 12, d); break;
	case MUTATE_INSERT: rearrange(s, INSERT, d); break;
	case MUTATE_MOVE: rearrange(s, MOVE, d); break;
	case MUTATE_DELETE: rearrange(s, DELETE, d); break;
	case MUTATE_EDITION:
		replace_words(s, 50, d);
		all = edition;
		break;
	case MUTATE_SCAN: all = scan; break;
	case MUTATE_REVISION: all = revision; break;
	case MUTATE_ENCODING: case MUTATIONS: break;
	}
	for (; all && *all != MUTATIONS; all++)
		sheet_mutate(s, *all, d);
}
