/* The formats of an export, and what they share. */
#ifndef LECTERN_MARKS_EXPORT_AS_H
#define LECTERN_MARKS_EXPORT_AS_H

#include "marks/export.h"

/* Private to src/marks: export_works chooses among these. */

void export_text(struct buf *out, const struct export_work *works, size_t n);
void export_json(struct buf *out, const struct export_work *works, size_t n);
void export_csv(struct buf *out, const struct export_work *works, size_t n);
void export_markdown(struct buf *out, const struct export_work *works,
                     size_t n);
void export_org(struct buf *out, const struct export_work *works, size_t n);

/* "exact", "moved", ... */
const char *export_state(enum mark_state state);

/* Appends S without controls but LF; BEFORE stands before each line that is
 * not empty (and, without the blanks at its end, before those that are). */
void export_lines(struct buf *out, const char *before, const char *s);

/* What R quotes, or else, behind dots, the words at its place: a bookmark
 * without any would say nothing. The caller frees it; NULL where none are
 * known. */
char *export_words(const struct rec *r);

/* "thesis, changed, 31 %, 2026-11-22": what kind of mark it is, how it was
 * found, where it is and when it was made. */
void export_where(struct buf *out, const struct mark *m,
                  const struct text *text);

#endif
