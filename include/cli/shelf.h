/* The shelf: texts read lately, and the bundled ones. */
#ifndef LECTERN_CLI_SHELF_H
#define LECTERN_CLI_SHELF_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/sitting.h"

struct shelf_row {
	char *path;  /* for sitting_open; "~/" stands for the home directory */
	char *title; /* UTF-8 without controls; the file's name where unknown */
	unsigned percent; /* how far it was read; no meaning when READ is 0 */
	uint64_t read;    /* [ms] since 1970; 0: never (a bundled text) */
};

struct shelf {
	struct shelf_row *at;
	size_t n, cap;
};

/* Those read lately that are still there, latest first, then the bundled ones
 * not among them. */
void shelf_list(const struct sitting *s, struct shelf *out);
void shelf_clear(struct shelf *s);

/* The paths of the same, as paths_short gives them, also of what is not there
 * any more; the caller frees each and clears OUT. */
struct shelf_paths {
	char **at;
	size_t n, cap;
};

void shelf_paths(const struct sitting *s, struct shelf_paths *out);

/* A row in words, e.g. "Walden  40%  2 days ago": the title, then ASCII; the
 * caller frees it. NOW is in ms since 1970. */
char *shelf_words(const struct shelf_row *row, uint64_t now);

#endif
