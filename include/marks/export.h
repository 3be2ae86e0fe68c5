/* Marks written for other programs and for people. */
#ifndef LECTERN_MARKS_EXPORT_H
#define LECTERN_MARKS_EXPORT_H

#include "base/buf.h"
#include "marks/marks.h"

enum export_format {
	EXPORT_TEXT,
	EXPORT_JSON,
	EXPORT_MARKDOWN,
	EXPORT_CSV, /* Highlight,Title,Author,URL,Note,Location */
	EXPORT_ORG,
};

/* A work and its marks as placed; STATE of the marks is EXACT with places as
 * stored where the text itself is not at hand (TEXT NULL). */
struct export_work {
	const struct rec *work;
	const struct text *text;
	const struct mark_list *marks;
};

/* Appends N works in the format's whole form (a JSON array, ...). */
void export_works(struct buf *out, const struct export_work *works, size_t n,
                  enum export_format format);

/* Which marks; what is NULL or 0 does not matter. */
struct export_choice {
	uint64_t since;   /* [ms] made or changed then or later */
	const char *tag;  /* with or without its # */
	const char *kind; /* "highlight", "note", or as: "thesis" */
};

/* Takes the others out of MARKS. */
void export_choose(struct mark_list *marks,
                   const struct export_choice *choice);

#endif
