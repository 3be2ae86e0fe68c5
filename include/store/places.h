/* Where each text was left, and which were read lately. */
#ifndef LECTERN_STORE_PLACES_H
#define LECTERN_STORE_PLACES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

struct place {
	char *path;  /* paths_short */
	char *title; /* NULL when not known */
	char *sha256;
	size_t offset; /* [byte] of the file */
	size_t size;   /* [byte] of the file then */
	char *words; /* landmark_at of the place; NULL when not known */
	bool finished; /* its end was on the screen */
	uint64_t read; /* [ms] since 1970 */
	char *paragraphs; /* fingerprint_write of the file then; NULL when not
	                   * known */
};

/* Latest first. */
struct place_list {
	struct place *at;
	size_t n, cap;
};

/* Reads the file; an absent or damaged one gives what can be read. */
void places_read(const char *path, struct place_list *out);
/* Sets P's text's place (known by path, else by hash) and writes the file,
 * re-read first so that two sittings do not undo each other. A text that is
 * what it was keeps its paragraphs where P has none. Places of more than 1,000
 * texts: the oldest go; more than 512 KiB of paragraphs: those of the
 * oldest. */
bool places_write(const char *path, const struct place *p, struct error *e);
void places_clear(struct place_list *l);

#endif
