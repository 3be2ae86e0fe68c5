/* Letters at the sentences of a page: the fastest way to highlight. */
#include "reader/label.h"

#include "base/vec.h"
#include "reader/annotate.h"
#include "reader/move.h"
#include "reader/say.h"
#include "reader/show.h"
#include "reader/units.h"
#include "text/sentence.h"

enum { LETTERS = 26 };

/* Adds a label, without its letters, to each sentence of block B that has a
 * byte on the screen. */
static void
label_block(struct reader *r, const struct block *b, struct span shown)
{
	struct span_list sentences = {0};
	size_t i;

	sentences_of(r->text, b, &sentences);
	for (i = 0; i < sentences.n; i++)
		if (sentences.at[i].end > shown.start &&
		    sentences.at[i].start < shown.end) {
			struct label label = {.sentence = sentences.at[i]};

			vec_push(&r->labels, label);
		}
	vec_clear(&sentences);
}

/* One letter each, two where one would not do for all. */
static void
give_letters(struct labels *l)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->n <= LETTERS) {
			l->at[i].letters[0] = (char)('a' + i);
		} else {
			l->at[i].letters[0] =
				(char)('a' + i / LETTERS % LETTERS);
			l->at[i].letters[1] = (char)('a' + i % LETTERS);
		}
}

static void
label_screen(struct reader *r)
{
	const struct outline *o = r->outline;
	struct span shown = state_shown(r);
	size_t b;

	r->labels.n = 0;
	r->labels.typed = 0;
	for (b = outline_block_at(o, shown.start);
	     b < o->blocks.n && o->blocks.at[b].start < shown.end; b++)
		if (units_is_body(&o->blocks.at[b]))
			label_block(r, &o->blocks.at[b], shown);
	give_letters(&r->labels);
}

static void
say_help(struct reader *r)
{
	if (r->labels.has_first)
		say(r, "up to which sentence? a letter  Space next page"
		       "  Esc cancels");
	else
		say(r, "which sentence? a letter  CAPITAL: from there to"
		       " another  Esc cancels");
}

void
label_begin(struct reader *r)
{
	r->labels.has_first = false;
	label_screen(r);
	if (!r->labels.n) {
		say(r, "no sentences on this page");
		return;
	}
	r->mode = MODE_LABELS;
	say_help(r);
}

static void
choose(struct reader *r, const struct label *label, bool begins_range)
{
	struct span at = label->sentence;

	if (begins_range && !r->labels.has_first) {
		r->labels.has_first = true;
		r->labels.first = at;
		r->labels.typed = 0;
		say_help(r);
		return;
	}
	if (r->labels.has_first) {
		struct span first = r->labels.first;

		if (first.start < at.start)
			at.start = first.start;
		if (first.end > at.end)
			at.end = first.end;
	}
	r->mode = MODE_READ;
	annotate_highlight(r, at, 1);
}

/* The label that TYPED and LETTER, both lower case, name; NULL if none. */
static const struct label *
find(const struct labels *l, char typed, char letter)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		const char *letters = l->at[i].letters;

		if (typed ? letters[0] == typed && letters[1] == letter
		          : letters[0] == letter)
			return &l->at[i];
	}
	return NULL;
}

static void
letter_key(struct reader *r, char letter, bool is_capital)
{
	struct labels *l = &r->labels;
	char lower = is_capital ? (char)(letter - 'A' + 'a') : letter;
	char typed = l->typed;
	bool begins_range = is_capital;
	const struct label *label;

	if (typed >= 'A' && typed <= 'Z') {
		typed = (char)(typed - 'A' + 'a');
		begins_range = true;
	}
	label = find(l, typed, lower);
	if (!label)
		say(r, "no sentence wears that letter");
	else if (l->n > LETTERS && !typed)
		l->typed = letter;
	else
		choose(r, label, begins_range);
}

void
label_key(struct reader *r, uint32_t key)
{
	bool prefix;
	enum command c;

	say_help(r);
	if ((key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z')) {
		letter_key(r, (char)key, key <= 'Z');
		return;
	}
	c = keymap_command(&r->settings->keys, key, 0, false, &prefix);
	if (c == COMMAND_NEXT_PAGE || c == COMMAND_PREV_PAGE) {
		if (c == COMMAND_NEXT_PAGE)
			move_page_on(r);
		else
			move_page_back(r);
		label_screen(r);
		return;
	}
	say_nothing(r);
	r->mode = MODE_READ;
}
