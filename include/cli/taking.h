/* Taking marks from elsewhere into the store, and telling what came of it. */
#ifndef LECTERN_CLI_TAKING_H
#define LECTERN_CLI_TAKING_H

#include "cli/sitting.h"
#include "marks/merge.h"

/* Takes marks into S's and says in *REPORT what that did; false with *E, and
 * nothing taken, where it could not. */
typedef bool taking_source(struct sitting *s, struct merge_report *report,
                           struct error *e);

/* Takes, saves, and prints a line about it. Where the store cannot be saved
 * nothing is lost: the source is still there, and the call can be repeated. */
bool taking_run(struct sitting *s, taking_source *take, struct error *e);

#endif
