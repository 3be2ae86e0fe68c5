/* Examining the headings of a text: their numbers and their names. */
#ifndef LECTERN_CLI_CHECK_SECTIONS_H
#define LECTERN_CLI_CHECK_SECTIONS_H

#include "cli/faults.h"

/* Adds to F the headings of O whose number does not count on from the one
 * before, and those whose name stood above another one already. O(n). */
void check_sections(const struct opened *o, struct faults *f);

#endif
