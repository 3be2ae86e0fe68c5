/* The help screen: the table of commands with the keys in force. */
#include "reader/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/wrap.h"

enum {
	COLUMN_MIN = 46,  /* [col] narrower columns are hard to read */
	COLUMNS_MAX = 3,
	KEYS_MAX = 20,    /* [col] for the keys of an entry */
	HEAD_ROWS = 2,
};

/* A row of a column: a heading, or keys and what they do; either may be
 * empty where the other goes on. */
struct help_row {
	char *keys, *words; /* owned */
	bool heading;
};

struct help {
	struct help_row *at;
	size_t n, cap;
	unsigned columns;
	unsigned width, keys_width; /* [col] */
	size_t each;                /* [ln] rows of the longest column */
	size_t start[COLUMNS_MAX + 1]; /* where each begins, and the end */
};

static char *
piece(const char *s, const struct wrap *w, size_t i)
{
	if (i >= w->n)
		return mem_copy("");
	return mem_text(s + w->at[i].start, w->at[i].end - w->at[i].start);
}

static void
add_entry(struct help *h, const char *keys, const char *words)
{
	struct wrap left = {0}, right = {0};
	size_t i;

	wrap_text(keys, strlen(keys), h->keys_width, &left);
	wrap_text(words, strlen(words), h->width - h->keys_width - 2, &right);
	for (i = 0; i < left.n || i < right.n; i++) {
		struct help_row row = {piece(keys, &left, i),
		                       piece(words, &right, i), false};

		vec_push(h, row);
	}
	vec_clear(&left);
	vec_clear(&right);
}

static void
add_heading(struct help *h, const char *title)
{
	struct help_row blank = {mem_copy(""), mem_copy(""), false};
	struct help_row row = {mem_copy(""), mem_copy(title), true};

	if (h->n)
		vec_push(h, blank);
	else {
		free(blank.keys);
		free(blank.words);
	}
	vec_push(h, row);
}

static void
add_commands(struct help *h, const struct keymap *keys)
{
	enum command_group g;
	enum command c;

	for (g = 0; g < COMMAND_GROUP_COUNT; g++) {
		add_heading(h, command_group_title(g));
		for (c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++) {
			const struct command_entry *e = command_entry(c);
			struct buf out = {0};

			if (e->group != g)
				continue;
			keymap_keys(keys, c, &out);
			if (!out.n)
				buf_printf(&out, ":%s", e->name);
			add_entry(h, buf_text(&out), e->help);
			buf_clear(&out);
		}
	}
}

static void
add_signs(struct help *h, const struct settings *s)
{
	char sign[VIEW_SIGN];
	unsigned i;

	add_heading(h, "Signs in the margin");
	for (i = 0; i < MARK_KINDS; i++) {
		struct mark m = {.kind = MARK_HIGHLIGHT, .as = i + 1};
		struct buf words = {0};

		view_sign(s, &m, sign);
		buf_printf(&words, "highlight, kind %u: %s", i + 1,
		           s->kind[i]);
		add_entry(h, sign, buf_text(&words));
		buf_clear(&words);
	}
	add_entry(h, "|", "the highlight goes on");
	add_entry(h, "+", "it has a note");
	add_entry(h, "~", "its words have changed since");
	add_entry(h, "B", "bookmark");
	add_entry(h, "'a", "lettered mark");
	add_entry(h, "n", "note");
	add_entry(h, "*", "more marks than there is room for");
}

/* Where the group behind the row I begins: its heading; H->n for the last. */
static size_t
next_group(const struct help *h, size_t i)
{
	for (i++; i < h->n && !h->at[i].heading; i++)
		;
	return i;
}

/* Fills the columns with whole groups, none of more than EACH rows; false
 * where they do not all fit. */
static bool
pack(struct help *h, size_t each)
{
	size_t group = 0, next;
	unsigned column = 0;

	h->start[0] = 0;
	for (; group < h->n; group = next) {
		next = next_group(h, group);
		/* the blank row below a group needs no room */
		if (next - (next < h->n) - h->start[column] <= each)
			continue;
		if (++column == h->columns || next - group > each + 1)
			return false;
		h->start[column] = group;
	}
	while (column < h->columns)
		h->start[++column] = h->n;
	h->each = each;
	return true;
}

static void
make_help(struct help *h, const struct reader *r)
{
	unsigned cols = r->cols > 2 ? r->cols - 2 : 1;
	size_t each;

	memset(h, 0, sizeof *h);
	h->columns = (cols + 2) / (COLUMN_MIN + 2);
	if (h->columns < 1)
		h->columns = 1;
	if (h->columns > COLUMNS_MAX)
		h->columns = COLUMNS_MAX;
	h->width = (cols + 2) / h->columns - 2;
	h->keys_width = h->width / 2 < KEYS_MAX ? h->width / 3 : KEYS_MAX;
	add_commands(h, &r->settings->keys);
	add_signs(h, r->settings);
	for (each = (h->n + h->columns - 1) / h->columns; !pack(h, each);)
		each++;
}

static void
clear_help(struct help *h)
{
	size_t i;

	for (i = 0; i < h->n; i++) {
		free(h->at[i].keys);
		free(h->at[i].words);
	}
	vec_clear(h);
}

unsigned
view_help_rows(const struct reader *r)
{
	struct help h;
	unsigned rows;

	make_help(&h, r);
	rows = HEAD_ROWS + (unsigned)h.each;
	clear_help(&h);
	return rows;
}

static void
put_row(const struct help *h, struct frame *f, size_t i, unsigned col,
        unsigned row)
{
	const struct help_row *at = &h->at[i];

	if (at->heading) {
		frame_put(f, col, row, h->width, at->words, STYLE_HEADING,
		          FRAME_BOLD);
		return;
	}
	frame_put(f, col, row, h->keys_width, at->keys, STYLE_REF,
	          FRAME_BOLD);
	frame_put(f, col + h->keys_width + 2, row,
	          h->width - h->keys_width - 2, at->words, STYLE_TEXT, 0);
}

void
view_help(struct reader *r, struct frame *f)
{
	struct help h;
	size_t last, i;
	unsigned row, column, rows = r->geometry.status_row;

	make_help(&h, r);
	last = h.each + HEAD_ROWS > rows ? h.each + HEAD_ROWS - rows : 0;
	if (r->help_top > last)
		r->help_top = (unsigned)last;
	for (row = 0; row < rows; row++) {
		if (r->help_top + row == 0)
			frame_put(f, 1, row, f->cols - 2, "lectern: keys",
			          STYLE_TITLE, FRAME_BOLD);
		if (r->help_top + row < HEAD_ROWS)
			continue;
		for (column = 0; column < h.columns; column++) {
			i = h.start[column] + r->help_top + row - HEAD_ROWS;
			if (i < h.start[column + 1])
				put_row(&h, f, i, 1 + column * (h.width + 2),
				        row);
		}
	}
	clear_help(&h);
}
