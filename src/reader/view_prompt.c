/* What is typed: commands in the last line, notes in the last lines. */
#include "reader/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "reader/find.h"
#include "reader/note.h"
#include "reader/wrap.h"

enum {
	NOTE_ROWS = 8,   /* [ln] at most, and at most a third of the window */
	ABOUT_MAX = 1024 /* [byte] of what a note is about: no rule is longer */
};

void
view_edit(struct frame *f, unsigned col, unsigned row, unsigned room,
          const struct edit *e)
{
	const char *s = buf_text(&e->text);
	unsigned width = frame_width(s, e->cursor), limit, skipped = 0;
	size_t start = 0, length;

	if (room < 4)
		return;
	/* the last column is for the sign that there is more */
	limit = room - 2;
	if (width > limit) {
		skipped = frame_put(f, col, row, 1, "\342\200\246",
		                    STYLE_PROMPT, 0);
		while (width > limit - skipped) {
			length = ucs_cluster(s + start, e->text.n - start);
			width -= frame_width(s + start, length);
			start += length;
		}
	}
	frame_put_bytes(f, col + skipped, row, room - skipped, s + start,
	                e->text.n - start, STYLE_PROMPT, 0);
	f->cursor = true;
	f->cursor_col = col + skipped + width;
	f->cursor_row = row;
}

/* What came of the words typed so far. */
static void
found_so_far(const struct reader *r, struct buf *out)
{
	const struct find *f = &r->find;

	if (f->wrong)
		buf_str(out, f->wrong);
	else if (f->failed)
		buf_str(out, "nothing found");
	else if (f->seek.on)
		buf_str(out, "\342\200\246");
	else
		find_number(r, out);
}

static void
view_line(struct reader *r, struct frame *f, const char *sign)
{
	unsigned row = r->geometry.status_row, room = f->cols - 1, width;
	struct buf found = {0};

	frame_fill(f, 0, row, f->cols, STYLE_PROMPT, 0);
	frame_put(f, 0, row, 1, sign, STYLE_PROMPT, FRAME_BOLD);
	if (r->prompt.kind == PROMPT_SEARCH)
		found_so_far(r, &found);
	width = frame_width(buf_text(&found), found.n);
	if (width && width + 2 < room / 2) {
		room -= width + 2;
		frame_put(f, f->cols - 1 - width, row, width, buf_text(&found),
		          STYLE_FAINT, 0);
	}
	view_edit(f, 1, row, room, &r->prompt.edit);
	buf_clear(&found);
}

static void
put_note(struct frame *f, const struct edit *e, const struct wrap *wrap,
         unsigned top, unsigned rows)
{
	const char *s = buf_text(&e->text);
	size_t line = wrap_line_at(wrap, e->cursor), first, i;
	unsigned col = 0, last = f->cols - 1;

	first = line + 1 > rows ? line + 1 - rows : 0;
	for (i = first; i < wrap->n && i < first + rows; i++)
		frame_put_bytes(f, 1, top + (unsigned)(i - first), last,
		                s + wrap->at[i].start,
		                wrap->at[i].end - wrap->at[i].start,
		                STYLE_PROMPT, 0);
	if (wrap->n)
		col = frame_width(s + wrap->at[line].start,
		                  e->cursor - wrap->at[line].start);
	f->cursor = true;
	/* blanks that hang over the end of a line have no columns */
	f->cursor_col = 1 + col < last ? 1 + col : last;
	f->cursor_row = top + (unsigned)(line - first);
}

/* [byte] Of S that take at most ROOM columns. */
static unsigned
cut(const char *s, unsigned room)
{
	size_t i = 0, length, n = strlen(s);
	unsigned width;

	for (; i < n; i += length, room -= width) {
		length = ucs_cluster(s + i, n - i);
		width = frame_width(s + i, length);
		if (width > room)
			break;
	}
	return (unsigned)i;
}

/* The rule above a note: what it is about, since the note may cover it. */
static void
put_about(const struct reader *r, struct frame *f, unsigned row)
{
	const char *keys = f->cols < 60 ? "Enter keeps  Esc"
	                                : "Enter keeps it  Alt-Enter new line"
	                                  "  ^E $EDITOR  Esc";
	/* 20: the rule, the blanks, "note on" and the quotation marks */
	unsigned taken = frame_width(keys, strlen(keys)) + 20, n;
	struct span at = r->prompt.at;
	struct buf label = {0};
	char *words;

	if (at.end - at.start > ABOUT_MAX)
		at.end = at.start + ABOUT_MAX;
	words = outline_words(r->text, at);
	buf_str(&label, "note");
	if (*words && taken < f->cols) {
		buf_str(&label, " on \342\200\234");
		n = cut(words, f->cols - taken);
		buf_add(&label, words, n);
		buf_str(&label, words[n] ? "\342\200\246\342\200\235"
		                         : "\342\200\235");
	}
	view_rule(f, 0, row, f->cols, buf_text(&label), keys);
	free(words);
	buf_clear(&label);
}

static void
view_note(struct reader *r, struct frame *f)
{
	const struct edit *e = &r->prompt.edit;
	unsigned most = r->rows / 3 < NOTE_ROWS ? r->rows / 3 : NOTE_ROWS;
	unsigned rows, row, top;
	struct wrap wrap = {0};

	note_wrap(r, &wrap);
	rows = wrap.n < 1 ? 1 : wrap.n < most ? (unsigned)wrap.n : most;
	top = f->rows - rows;
	for (row = top - 1; row < f->rows; row++)
		frame_fill(f, 0, row, f->cols, STYLE_PROMPT, 0);
	put_about(r, f, top - 1);
	put_note(f, e, &wrap, top, rows);
	vec_clear(&wrap);
}

void
view_prompt(struct reader *r, struct frame *f)
{
	if (r->prompt.kind == PROMPT_NOTE)
		view_note(r, f);
	else if (r->prompt.kind == PROMPT_SEARCH)
		view_line(r, f, r->find.back ? "?" : "/");
	else
		view_line(r, f, ":");
}
