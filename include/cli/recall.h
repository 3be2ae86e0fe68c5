/* What is known of a text from earlier sittings. */
#ifndef LECTERN_CLI_RECALL_H
#define LECTERN_CLI_RECALL_H

#include "cli/sitting.h"

/* Private to src/cli/opened*.c. */

/* The unfinished note of O, where there is one. */
void recall_draft(const struct sitting *s, struct opened *o);

#endif
