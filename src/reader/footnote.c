/* Footnotes: shown in full at the foot, gone to, come back from. */
#include "reader/footnote.h"

#include "reader/find.h"
#include "reader/jump.h"
#include "reader/say.h"
#include "reader/show.h"

void
footnote_show(struct reader *r, unsigned long count)
{
	size_t first, end, ref;

	state_refs(r, &first, &end);
	if (first == end) {
		say(r, "no footnote on this page");
		return;
	}
	if (count > end - first) {
		say(r, "this page has %zu footnote%s", end - first,
		    end - first == 1 ? "" : "s");
		return;
	}
	if (count)
		ref = first + count - 1;
	else if (r->mode == MODE_FOOTNOTE && r->footnote.ref + 1 < end)
		ref = r->footnote.ref + 1;
	else
		ref = first;
	r->footnote.ref = ref;
	r->footnote.note = r->outline->refs.at[ref].note;
	r->footnote.top = 0;
	r->mode = MODE_FOOTNOTE;
}

/* The blocks that a note's definition spans. */
static size_t
first_block(const struct reader *r)
{
	const struct note *n = &r->outline->notes.at[r->footnote.note];

	return outline_block_at(r->outline, n->at);
}

unsigned
footnote_rows(struct reader *r)
{
	const struct outline *o = r->outline;
	const struct note *n = &o->notes.at[r->footnote.note];
	const struct line_list *lines;
	size_t b, i;
	unsigned rows = 0;

	for (b = first_block(r);
	     b < o->blocks.n && o->blocks.at[b].start < n->end; b++) {
		lines = lines_of(r->layout, b);
		for (i = 0; i < lines->n; i++)
			if (lines->at[i].next > n->at &&
			    lines->at[i].start < n->end)
				rows++;
	}
	return rows;
}

unsigned
footnote_room(const struct reader *r)
{
	unsigned half = r->geometry.text_rows / 2;

	return half > 2 ? half - 1 : 1;
}

static void
scroll(struct reader *r, bool down)
{
	unsigned rows = footnote_rows(r), room = footnote_room(r);

	if (down && r->footnote.top + room < rows)
		r->footnote.top++;
	else if (!down && r->footnote.top)
		r->footnote.top--;
}

static void
go(struct reader *r)
{
	r->mode = MODE_READ;
	jump_to(r, r->outline->notes.at[r->footnote.note].at);
	say(r, "( goes back to where the note is referred to");
}

/* For every place that has its mark. */
static void
search(struct reader *r)
{
	const struct note_ref *ref = &r->outline->refs.at[r->footnote.ref];

	r->mode = MODE_READ;
	find_words_of(r, (struct span){ref->at, ref->end});
}

bool
footnote_key(struct reader *r, uint32_t key)
{
	bool prefix;
	enum command c = keymap_command(&r->settings->keys, key, 0, false,
	                                &prefix);

	if (key == INPUT_ENTER)
		go(r);
	else if (c == COMMAND_LINE_DOWN || c == COMMAND_LINE_UP)
		scroll(r, c == COMMAND_LINE_DOWN);
	else if (c == COMMAND_CANCEL || c == COMMAND_QUIT)
		r->mode = MODE_READ;
	else if (c == COMMAND_SEARCH_WORD)
		search(r);
	else if (c == COMMAND_FOOTNOTE)
		return false;
	else {
		r->mode = MODE_READ;
		return false;
	}
	return true;
}
