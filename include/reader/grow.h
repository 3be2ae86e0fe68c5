/* A text that is read already while more of it comes. */
#ifndef LECTERN_READER_GROW_H
#define LECTERN_READER_GROW_H

#include "reader/state.h"

/* Asks (REQUEST_FIND) for the surroundings of what is shown, or is to be
 * shown, where they are not known. */
void grow_look_around(struct reader *r);

/* Whether there can be marks: the text is whole; whose marks it has is then
 * known. Else says why not. */
bool grow_is_whole(struct reader *r);

#endif
