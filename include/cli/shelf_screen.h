/* The shelf on the screen: a text is chosen. */
#ifndef LECTERN_CLI_SHELF_SCREEN_H
#define LECTERN_CLI_SHELF_SCREEN_H

#include <stdbool.h>

#include "cli/sitting.h"

/* Shows the shelf until a text was opened in S (true), or until the person or
 * a signal ends it: false, and *STATUS is the exit status. The screen is
 * open. */
bool shelf_screen_choose(struct sitting *s, int *status);

#endif
