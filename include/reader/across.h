/* What is searched for, in all texts of the shelf. */
#ifndef LECTERN_READER_ACROSS_H
#define LECTERN_READER_ACROSS_H

#include "reader/state.h"

enum {
	ACROSS_IN_TEXT = 1000, /* hits that are kept of a text */
	ACROSS_MOST = 5000,    /* and of all: they are filtered on a key */
};

/* Begins to look for what is searched for, unless it was looked for already;
 * false, having said so, where that is nothing. */
bool across_begin(struct reader *r);

/* Searches on for as long as setting about LINES lines takes; returns whether
 * more can be done at once. */
bool across_work(struct reader *r, size_t lines);

/* Puts it into the list: all of it, or what came since. */
void across_list(struct reader *r);
void across_list_more(struct reader *r);

/* Goes to hit I, which may be in another text. */
void across_go(struct reader *r, size_t i);

/* "38 found", with a sign where there are more, or where one still looks and
 * how far that is. */
void across_tell(const struct reader *r, struct buf *out);

void across_clear(struct across *a);

#endif
