/* The line editor: keys in, a string and a cursor in it. */
#include "reader/edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "reader/input.h"

/* The text as a whole is set anew: it is as long as a person types, and so
 * every way of changing it is this one. */
static void
replace(struct edit *e, size_t start, size_t end, const char *s, size_t n)
{
	struct buf made = {0};

	buf_add(&made, buf_text(&e->text), start);
	buf_add(&made, s, n);
	buf_add(&made, buf_text(&e->text) + end, e->text.n - end);
	buf_clear(&e->text);
	e->text = made;
}

/* The first end of a cluster at AT or behind it; with PAST only behind it. */
static size_t
cluster_end(const struct edit *e, size_t at, bool past)
{
	size_t i = 0;

	while (i < e->text.n && (past ? i <= at : i < at))
		i += ucs_cluster(e->text.at + i, e->text.n - i);
	return i;
}

static size_t
cluster_before(const struct edit *e, size_t at)
{
	size_t i = 0, last = 0;

	while (i < at) {
		last = i;
		i += ucs_cluster(e->text.at + i, e->text.n - i);
	}
	return last;
}

static void
insert(struct edit *e, const char *s, size_t n)
{
	replace(e, e->cursor, e->cursor, s, n);
	/* what was put in may have joined what stands behind it */
	e->cursor = cluster_end(e, e->cursor + n, false);
}

static void
delete(struct edit *e, size_t start, size_t end)
{
	replace(e, start, end, "", 0);
	e->cursor = cluster_end(e, start, false);
}

static void
kill_span(struct edit *e, size_t start, size_t end)
{
	if (start == end)
		return;
	free(e->killed);
	e->killed = mem_text(e->text.at + start, end - start);
	delete(e, start, end);
}

static size_t
line_start(const struct edit *e, size_t at)
{
	while (at && e->text.at[at - 1] != '\n')
		at--;
	return at;
}

static size_t
line_end(const struct edit *e, size_t at)
{
	while (at < e->text.n && e->text.at[at] != '\n')
		at++;
	return at;
}

static bool
is_blank(const struct edit *e, size_t at)
{
	ucs c;

	ucs_decode(e->text.at + at, e->text.n - at, &c);
	return ucs_is_space(c);
}

/* Blanks and then what is none, as far as that goes. */
static size_t
word_before(const struct edit *e, size_t at)
{
	size_t before;

	while (at && is_blank(e, before = cluster_before(e, at)))
		at = before;
	while (at && !is_blank(e, before = cluster_before(e, at)))
		at = before;
	return at;
}

static size_t
word_after(const struct edit *e, size_t at)
{
	while (at < e->text.n && is_blank(e, at))
		at = cluster_end(e, at, true);
	while (at < e->text.n && !is_blank(e, at))
		at = cluster_end(e, at, true);
	return at;
}

void
edit_begin(struct edit *e, const char *s)
{
	memset(e, 0, sizeof *e);
	if (s)
		edit_paste(e, s);
}

void
edit_keep(struct edit *e, const char *s)
{
	free(e->killed);
	e->killed = mem_copy(s);
}

void
edit_clear(struct edit *e)
{
	buf_clear(&e->text);
	free(e->killed);
	memset(e, 0, sizeof *e);
}

void
edit_paste(struct edit *e, const char *s)
{
	struct buf clean = {0};
	size_t i = 0, n = strlen(s);
	ucs c;

	while (i < n) {
		i += ucs_decode(s + i, n - i, &c);
		if (c == '\r' && s[i] == '\n')
			continue;
		if (c == '\r')
			c = '\n';
		if (c == '\t')
			c = ' ';
		if (c == '\n' || !ucs_is_control(c))
			buf_ucs(&clean, c);
	}
	insert(e, buf_text(&clean), clean.n);
	buf_clear(&clean);
}

static enum edit_result
move(struct edit *e, uint32_t key)
{
	switch (key) {
	case INPUT_LEFT:
	case INPUT_CTRL('B'):
		e->cursor = cluster_before(e, e->cursor);
		return EDIT_GOES_ON;
	case INPUT_RIGHT:
	case INPUT_CTRL('F'):
		e->cursor = cluster_end(e, e->cursor, true);
		return EDIT_GOES_ON;
	case INPUT_HOME:
	case INPUT_CTRL('A'):
		e->cursor = line_start(e, e->cursor);
		return EDIT_GOES_ON;
	case INPUT_END:
	case INPUT_CTRL('E'):
		e->cursor = line_end(e, e->cursor);
		return EDIT_GOES_ON;
	case INPUT_ALT | 'b':
	case INPUT_ALT | INPUT_LEFT:
		e->cursor = word_before(e, e->cursor);
		return EDIT_GOES_ON;
	case INPUT_ALT | 'f':
	case INPUT_ALT | INPUT_RIGHT:
		e->cursor = word_after(e, e->cursor);
		return EDIT_GOES_ON;
	default:
		return EDIT_UNKNOWN;
	}
}

/* Keys that take something out; EDIT_UNKNOWN where KEY is none of them. */
static enum edit_result
take_out(struct edit *e, uint32_t key)
{
	size_t at = e->cursor;

	switch (key) {
	case INPUT_BACKSPACE:
	case INPUT_CTRL('H'):
		if (!e->text.n)
			return EDIT_CANCELLED;
		delete(e, cluster_before(e, at), at);
		return EDIT_GOES_ON;
	case INPUT_DELETE:
	case INPUT_CTRL('D'):
		delete(e, at, cluster_end(e, at, true));
		return EDIT_GOES_ON;
	case INPUT_CTRL('W'):
	case INPUT_ALT | INPUT_BACKSPACE:
		kill_span(e, word_before(e, at), at);
		return EDIT_GOES_ON;
	case INPUT_ALT | 'd':
		kill_span(e, at, word_after(e, at));
		return EDIT_GOES_ON;
	case INPUT_CTRL('U'):
		kill_span(e, line_start(e, at), at);
		return EDIT_GOES_ON;
	case INPUT_CTRL('K'):
		kill_span(e, at, line_end(e, at));
		return EDIT_GOES_ON;
	default:
		return EDIT_UNKNOWN;
	}
}

enum edit_result
edit_key(struct edit *e, uint32_t key)
{
	enum edit_result result;
	char bytes[UCS_MAX_BYTES];

	switch (key) {
	case INPUT_ENTER:
	case '\n':
		return EDIT_DONE;
	case INPUT_ESCAPE:
	case INPUT_CTRL('C'):
		return EDIT_CANCELLED;
	case INPUT_ALT | INPUT_ENTER:
		insert(e, "\n", 1);
		return EDIT_GOES_ON;
	case INPUT_CTRL('Y'):
		if (e->killed)
			insert(e, e->killed, strlen(e->killed));
		return EDIT_GOES_ON;
	}
	if (key < INPUT_UP && !ucs_is_control(key)) {
		insert(e, bytes, ucs_encode(key, bytes));
		return EDIT_GOES_ON;
	}
	result = move(e, key);
	return result == EDIT_UNKNOWN ? take_out(e, key) : result;
}
