/* Headings as the reader decided them: what outline_find is to obey. */
#ifndef LECTERN_MARKS_SECTIONS_H
#define LECTERN_MARKS_SECTIONS_H

#include "marks/marks.h"

/*
 * The structure of T as found, FOUND, or where the work has marks that make
 * lines headings or no headings (MARK_SECTION with the field Level; 0 is
 * none) a new one that obeys them; FOUND is then freed. FACTS are those of
 * FOUND. The caller frees the result.
 */
struct outline *sections_obeyed(struct marks *m,
                                const struct work_facts *facts,
                                const struct text *t, struct outline *found);

#endif
