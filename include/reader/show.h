/* What is on the screen: geometry, the page or lines shown. */
#ifndef LECTERN_READER_SHOW_H
#define LECTERN_READER_SHOW_H

#include "reader/state.h"

/* Places everything anew for the window and the settings, sets the text for
 * it and shows the page that holds the kept place. */
void show_set_up(struct reader *r);
/* The text, or what is known of it, is another than when the window had the
 * size before this one. */
void show_forget_before(struct reader *r);

/* As reader_prepare. */
bool show_prepare(struct reader *r, size_t lines);
/* The text will be gone, */
void show_forget_stops(struct reader *r);
/* or is another already, in which r->kept is the place. */
void show_forget_text(struct reader *r);

/*
 * None of these takes longer than a page is worth: where the page is far
 * behind those found so far, lines from the place on are shown off the pages,
 * and r->want says what is to be shown when it is found. Where the text is not
 * known at all (text/partial.h) nothing changes on the screen but r->want.
 */

/* Shows PAGE (past the end: the last), of two facing pages with the one beside
 * it; its start becomes the kept place. */
void show_page(struct reader *r, size_t page);
/* The same as a turn of the page does: the start of the left one is kept. */
void show_turned(struct reader *r, size_t page);

/* Shows the page that holds P and keeps P. */
void show_place(struct reader *r, text_pos p);

/* Shows the page that holds P and keeps its start. */
void show_page_of(struct reader *r, text_pos p);

/* What r->want asks for, if it can be had without finding pages. */
void show_wanted(struct reader *r);

/* The same lines anew, as far as they still are what they were: the outline
 * may have grown or been found better. */
void show_again(struct reader *r);

/* Whether the text is known at P. */
bool show_knows(const struct reader *r, text_pos p);

/* Shows lines from the one that holds P on, off the pages unless P begins
 * one, and keeps its start. */
void show_lines_from(struct reader *r, text_pos p);

/* The last of the pages shown, r->page where it is the only one. */
size_t show_last_page(const struct reader *r);

/* Lines of text that the screen has room for. [ln] */
unsigned show_rows(const struct reader *r);

/* Whether P is on the screen. */
bool show_holds(const struct reader *r, text_pos p);

/* Whether a byte of M, or its place where it has none, is on the screen and M
 * is there for certain. */
bool show_mark(const struct reader *r, const struct mark *m);

/* Whether the last line shown is the text's last. */
bool show_is_at_end(struct reader *r);

/* Where the first line begins that is not shown, behind what is; the text's end
 * if there is none. */
text_pos show_end(const struct reader *r);

#endif
