/* What is done without a terminal. */
#ifndef LECTERN_CLI_ACTS_H
#define LECTERN_CLI_ACTS_H

#include <stdbool.h>

#include "cli/sitting.h"

/* Each writes to standard output; false with *E when it could not. Those with
 * a text take it from s->text. */

/* The text in lines of the settings' width, from --at on where that is
 * given. Block by block: memory does not grow with the text. */
bool dump_run(struct sitting *s, struct error *e);
bool toc_run(struct sitting *s, struct error *e);
/* The marks of s->text or, where none is open, of all works. */
bool notes_run(struct sitting *s, struct error *e);
/* Adds the highlights that --mark asks for, all or none, and prints ids. */
bool mark_run(struct sitting *s, struct error *e);
/* Examines the store and, where one is open, the text: problems by line.
 * *SOUND is whether there were none. */
bool check_run(struct sitting *s, bool *sound, struct error *e);
/* Takes the marks of the JSON file options->merge into S's. */
bool import_run(struct sitting *s, struct error *e);
/* Takes the marks of the store options->merge into S's. */
bool merge_run(struct sitting *s, struct error *e);
/* Merges as git wants it: the second of options->driven becomes what comes of
 * all three. Prints nothing, and concerns no other store. */
bool merge_driver_run(const struct options *o, struct error *e);
/* Removes for good what was deleted 30 days ago or earlier. */
bool purge_run(struct sitting *s, struct error *e);
/* The shelf in lines. */
bool shelf_run(struct sitting *s, struct error *e);

#endif
