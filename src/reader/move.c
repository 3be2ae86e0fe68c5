/* Movement through the text: pages, lines, sections, paragraphs. */
#include "reader/move.h"

#include "layout/pages.h"
#include "reader/jump.h"
#include "reader/show.h"

static const char at_end[] = "the end of the text";
static const char at_start[] = "the start of the text";

/* Behind every text: its end, wherever that turns out to be. */
#define MOVE_END ((text_pos)-1)

/* That something is not there; or not yet. */
static void
say_none(struct reader *r, const char *words)
{
	reader_say(r, r->outline->partial ? "the text is still being read"
	                                  : words);
}

bool
move_page_on(struct reader *r)
{
	if (show_is_at_end(r))
		return false;
	if (r->paged)
		show_turned(r, show_last_page(r) + 1);
	else
		show_page_of(r, show_end(r));
	return true;
}

/* A screenful up where the page is not known. */
static bool
screen_back(struct reader *r)
{
	struct line line;
	unsigned rows = show_rows(r);

	if (!r->lines.n || !lines_prev(r->layout, &r->lines.at[0], &line))
		return false;
	while (--rows && lines_prev(r->layout, &line, &line))
		;
	show_lines_from(r, line.start);
	return true;
}

bool
move_page_back(struct reader *r)
{
	if (r->page == PAGE_UNKNOWN)
		return screen_back(r);
	if (r->paged && !r->page)
		return false;
	show_turned(r, r->paged ? r->page - 1 : r->page);
	return true;
}

static void
turn_pages(struct reader *r, bool (*turn)(struct reader *r),
           unsigned long count, const char *none)
{
	if (!turn(r))
		reader_say(r, none);
	else
		while (--count && turn(r))
			;
}

/* The lowest that the screen's top can go by lines: where the text's last
 * line stands at the foot. */
static text_pos
last_top(struct reader *r)
{
	struct line line;
	unsigned rows = show_rows(r);

	if (!show_knows(r, r->text->n))
		return r->text->n;
	lines_at(r->layout, r->text->n, &line);
	while (--rows && lines_prev(r->layout, &line, &line))
		;
	return line.start;
}

static void
lines_down(struct reader *r, unsigned long count)
{
	struct line line;
	text_pos last;

	if (show_is_at_end(r)) {
		say_none(r, at_end);
		return;
	}
	line = r->lines.at[0];
	while (count && lines_next(r->layout, &line, &line))
		count--;
	last = last_top(r);
	show_lines_from(r, line.start < last ? line.start : last);
}

static void
lines_up(struct reader *r, unsigned long count)
{
	struct line line;
	bool moved = false;

	if (!r->lines.n)
		return;
	line = r->lines.at[0];
	while (count-- && lines_prev(r->layout, &line, &line))
		moved = true;
	while (line.blank && lines_prev(r->layout, &line, &line))
		;
	if (moved)
		show_lines_from(r, line.start);
	else
		reader_say(r, at_start);
}

static void
to_percent(struct reader *r, unsigned long percent)
{
	size_t n = r->text->n;

	percent = percent > 100 ? 100 : percent;
	jump_remember(r);
	show_page_of(r, n / 100 * percent + n % 100 * percent / 100);
}

static void
to_page(struct reader *r, unsigned long number)
{
	jump_remember(r);
	show_page(r, number ? number - 1 : 0);
}

static void
to_end(struct reader *r)
{
	jump_remember(r);
	show_page_of(r, MOVE_END);
}

/*
 * Sections are counted from the place kept, which is the heading itself after
 * a jump to one: so several headings on a page are visited one by one.
 */
static void
section_on(struct reader *r, unsigned long count)
{
	const struct outline *o = r->outline;
	size_t i = outline_section_at(o, r->kept);

	i = i == OUTLINE_NONE ? 0 : i + 1;
	if (i >= o->sections.n) {
		say_none(r, o->sections.n ? "no section follows"
		                          : "this text has no sections");
		return;
	}
	i = count > o->sections.n - i ? o->sections.n - 1 : i + count - 1;
	jump_to(r, o->sections.at[i].at);
}

static void
section_back(struct reader *r, unsigned long count)
{
	const struct outline *o = r->outline;
	size_t i = outline_section_at(o, r->kept);

	if (i != OUTLINE_NONE && o->sections.at[i].at == r->kept)
		i = i ? i - 1 : OUTLINE_NONE;
	if (i == OUTLINE_NONE) {
		say_none(r, o->sections.n ? "no section before this"
		                          : "this text has no sections");
		return;
	}
	jump_to(r, o->sections.at[count > i ? 0 : i + 1 - count].at);
}

/* Whether reading by paragraphs stops at B: at front matter or a table once. */
static bool
begins_paragraph(const struct block *b)
{
	return !b->continues && b->kind != BLOCK_FURNITURE &&
	       b->kind != BLOCK_RULE && (!b->tight || b->kind == BLOCK_ITEM);
}

/* Where paragraphs are counted from: after a jump to the middle of a page
 * that is the place gone to, and not the page's head above it. */
static text_pos
reading_place(const struct reader *r)
{
	return show_holds(r, r->kept) ? r->kept : r->top;
}

static void
paragraph_on(struct reader *r, unsigned long count)
{
	const struct outline *o = r->outline;
	size_t i = outline_block_at(o, reading_place(r));
	size_t found = OUTLINE_NONE;

	if (i == OUTLINE_NONE || show_is_at_end(r)) {
		say_none(r, at_end);
		return;
	}
	while (count && ++i < o->blocks.n)
		if (begins_paragraph(&o->blocks.at[i])) {
			found = i;
			count--;
		}
	if (found == OUTLINE_NONE)
		to_end(r);
	else
		show_lines_from(r, o->blocks.at[found].start);
}

static void
paragraph_back(struct reader *r, unsigned long count)
{
	const struct outline *o = r->outline;
	text_pos p = reading_place(r);
	size_t i = outline_block_at(o, p), found = OUTLINE_NONE;

	if (i != OUTLINE_NONE && o->blocks.at[i].start < p)
		i++;
	while (count && i != OUTLINE_NONE && i--)
		if (begins_paragraph(&o->blocks.at[i])) {
			found = i;
			count--;
		}
	if (found == OUTLINE_NONE)
		reader_say(r, at_start);
	else
		show_lines_from(r, o->blocks.at[found].start);
}

static unsigned long
half_page(const struct reader *r, unsigned long count)
{
	return count * ((show_rows(r) + 1) / 2);
}

bool
move_command(struct reader *r, enum command c, unsigned long count)
{
	unsigned long times = count ? count : 1;

	switch (c) {
	case COMMAND_NEXT_PAGE:
		turn_pages(r, move_page_on, times, at_end);
		return true;
	case COMMAND_PREV_PAGE:
		turn_pages(r, move_page_back, times, at_start);
		return true;
	case COMMAND_LINE_DOWN:
		lines_down(r, times);
		return true;
	case COMMAND_LINE_UP:
		lines_up(r, times);
		return true;
	case COMMAND_HALF_DOWN:
		lines_down(r, half_page(r, times));
		return true;
	case COMMAND_HALF_UP:
		lines_up(r, half_page(r, times));
		return true;
	case COMMAND_NEXT_PARAGRAPH:
		paragraph_on(r, times);
		return true;
	case COMMAND_PREV_PARAGRAPH:
		paragraph_back(r, times);
		return true;
	default:
		return false;
	}
}

bool
move_jump(struct reader *r, enum command c, unsigned long count)
{
	switch (c) {
	case COMMAND_START:
		to_page(r, count);
		return true;
	case COMMAND_END:
		if (count)
			to_page(r, count);
		else
			to_end(r);
		return true;
	case COMMAND_PERCENT:
		to_percent(r, count);
		return true;
	case COMMAND_NEXT_SECTION:
		section_on(r, count ? count : 1);
		return true;
	case COMMAND_PREV_SECTION:
		section_back(r, count ? count : 1);
		return true;
	default:
		return false;
	}
}
