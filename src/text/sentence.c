/* Sentences of a block, after UAX #29 with what it lacks for real texts. */
#include "text/sentence.h"

#include "base/vec.h"
#include "text/abbrev.h"
#include "text/stop.h"

static bool
ends_sentence(ucs c)
{
	return c == 0x2026 ||
	       ((c < 0x80 || c >= 0x589) && ucs_ends_sentence(c));
}

/* Behind the mark of a note, "[12]" or "(3)", that begins at I, else I. */
static size_t
skip_note_mark(const struct scan *k, size_t i)
{
	size_t j, most = i + 5;
	char close = k->s[i] == '[' ? ']' : ')';

	for (j = i + 1; j < k->n && j < most; j++) {
		if (k->s[j] == close)
			return j > i + 1 ? j + 1 : i;
		if (!ucs_is_digit((unsigned char)k->s[j]) &&
		    (close == ')' || !(ucs_is_letter((unsigned char)k->s[j]) ||
		                       k->s[j] == '*')))
			break;
	}
	return i;
}

/* Behind a French closing quotation mark that a blank sets off, else I. */
static size_t
skip_set_off_quote(const struct scan *k, size_t i)
{
	size_t at = scan_skip_blanks(k, i), length;
	ucs c, next;

	length = scan_look(k, at, &c);
	if (at == i || (c != 0xBB && c != 0x203A))
		return i;
	scan_look(k, at + length, &next);
	if (next && !ucs_is_space(next) && !ucs_is_punct(next))
		return i;
	return at + length;
}

/* A quotation mark right behind a stop closes, “ in German too. Where no blank
 * stands behind stops it may also open the next sentence. */
static bool
is_closing_quote(ucs c, bool wide)
{
	return stop_is_quote(c) && !(ucs_is_open(c) && (wide || c >= 0x3000));
}

/* Behind all that closes at I: quotes, brackets, note marks. */
static size_t
skip_closing(const struct scan *k, size_t i, struct stop *stop)
{
	size_t length, next;
	ucs c;

	for (;; i = next) {
		length = scan_look(k, i, &c);
		next = i + length;
		if (c == '[' || c == '(') {
			next = skip_note_mark(k, i);
		} else if (is_closing_quote(c, stop->wide)) {
			stop->quoted = true;
		} else if (!c || (!ucs_is_close(c) && !stop_is_raised(c))) {
			next = skip_set_off_quote(k, i);
			stop->quoted |= next > i;
		}
		if (next == i)
			return i;
	}
}

/* Whether an ellipsis, or a part of one, stands alone at I: " . . ". */
static bool
is_loose_ellipsis(const struct scan *k, size_t i)
{
	size_t length;
	ucs c;

	scan_look(k, i, &c);
	if (c != '.' && c != 0x2026)
		return false;
	while ((length = scan_look(k, i, &c)) && (c == '.' || c == 0x2026))
		i += length;
	return !ucs_is_letter(c) && !ucs_is_digit(c);
}

static struct stop
read_stop(const struct scan *k, size_t i)
{
	struct stop stop = {.at = i};
	size_t length, next;
	ucs c;

	while ((length = scan_look(k, i, &c)) && ends_sentence(c)) {
		if (c == '.')
			stop.dots++;
		else if (c == 0x2026)
			stop.dots += 3;
		else
			stop.strong = true;
		stop.wide = c >= 0x3000;
		i += length;
		next = scan_skip_blanks(k, i);
		if (next > i && is_loose_ellipsis(k, next))
			i = next;
	}
	stop.behind = i;
	stop.end = skip_closing(k, i, &stop);
	return stop;
}

/* “Really?” Brooks asked. But “Really?” I asked him no more. */
static bool
is_report(const struct scan *k, struct word next)
{
	size_t at = scan_skip_blanks(k, (size_t)(next.s - k->s) + next.n);
	struct word verb = scan_word(k, at);
	ucs behind;

	scan_look(k, at + verb.n, &behind);
	return abbrev_is_saying(verb.s, verb.n) &&
	       (!behind || ucs_is_punct(behind));
}

/* Whether a sentence goes on behind a stop that no blank follows. */
static bool
ends_without_blank(const struct scan *k, const struct stop *stop)
{
	ucs c;

	scan_look(k, stop->end, &c);
	if (stop->end > stop->behind &&
	    ((c >= 0x3041 && c <= 0x3096) || c == 0xFF0C || c == 0x3001))
		return false; /* 「…。」と言った */
	return stop->wide || (stop->strong && ucs_is_unspaced(c));
}

static bool
is_end(const struct scan *k, const struct stop *stop)
{
	size_t at = scan_skip_blanks(k, stop->end);
	struct word next;

	if (at == k->n)
		return true;
	if (at == stop->end)
		return ends_without_blank(k, stop);
	at = scan_skip_opening(k, at);
	next = scan_word(k, at);
	if (ucs_is_lower(next.first) || next.first == ',' ||
	    next.first == ';' || next.first == ':')
		return false;
	if (stop->strong)
		return !(stop->quoted && is_report(k, next));
	if (stop->dots > 1)
		return stop->dots > 3 || ucs_is_letter(next.first);
	return !stop_is_abbreviation(k, stop, next);
}

/* The first stop at or behind I. */
static size_t
find_stop(const struct scan *k, size_t i)
{
	size_t length;
	ucs c;

	while ((length = scan_look(k, i, &c)) && !ends_sentence(c))
		i += length;
	return i;
}

static void
add(const struct scan *k, text_pos at, size_t start, size_t end,
    struct span_list *out)
{
	size_t before;
	ucs c;

	while (end > start) {
		before = ucs_before(k->s, end);
		scan_look(k, before, &c);
		if (!ucs_is_space(c))
			break;
		end = before;
	}
	if (end > start)
		vec_push(out, ((struct span){at + start, at + end}));
}

static void
add_flowing(struct scan *k, text_pos at, struct span_list *out)
{
	size_t i;

	k->begin = i = scan_skip_blanks(k, 0);
	while ((i = find_stop(k, i)) < k->n) {
		struct stop stop = read_stop(k, i);

		i = stop.behind;
		if (!is_end(k, &stop))
			continue;
		add(k, at, k->begin, stop.end, out);
		k->begin = i = scan_skip_blanks(k, stop.end);
		k->is_start = false;
	}
	add(k, at, k->begin, k->n, out);
}

static void
add_lines(const struct text *t, const struct scan *k, const struct block *b,
          struct span_list *out)
{
	text_pos p = b->start, end, next;

	for (; p < b->end; p = next) {
		struct scan line = *k;

		end = text_line_end(t, p, &next);
		line.n = (end < b->end ? end : b->end) - b->start;
		add(&line, b->start, scan_skip_blanks(&line, p - b->start),
		    line.n, out);
	}
}

static bool
keeps_lines(const struct block *b)
{
	return b->kind == BLOCK_VERSE || b->kind == BLOCK_PRE ||
	       b->kind == BLOCK_FRONT || b->kind == BLOCK_TITLE ||
	       b->kind == BLOCK_FURNITURE;
}

void
sentences_of(const struct text *t, const struct block *b,
             struct span_list *out)
{
	struct scan k = {.s = t->at + b->start, .n = b->end - b->start,
	                 .is_start = !b->continues};

	if (keeps_lines(b))
		add_lines(t, &k, b, out);
	else if (b->kind == BLOCK_HEADING || b->kind == BLOCK_RULE)
		add(&k, b->start, scan_skip_blanks(&k, 0), k.n, out);
	else
		add_flowing(&k, b->start, out);
}
