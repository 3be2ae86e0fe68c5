/* The command line as a value. */
#ifndef LECTERN_CLI_OPTIONS_H
#define LECTERN_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "text/text.h"

enum options_act {
	ACT_READ,  /* a text, or without FILE the shelf */
	ACT_DUMP,
	ACT_TOC,
	ACT_NOTES,
	ACT_MARK,
	ACT_SHELF, /* its list; ACT_READ without FILE shows it */
	ACT_HELP,
	ACT_VERSION,
};

/* --mark=START-END: bytes of the file, half open. */
struct options_range {
	size_t start, end;
};

/* Strings are borrowed from argv, NULL where not given. */
struct options {
	enum options_act act;
	const char *program; /* argv[0] */
	const char *file;    /* as given; "-" is standard input */
	const char *at, *width, *theme, *store, *as, *note, *format;
	bool no_color, mouse;
	bool json; /* the format is not text but json */
	enum text_encoding encoding;
	struct {
		struct options_range *at;
		size_t n, cap;
	} marks;
};

/* False with *E on wrong usage. options_clear afterwards in any case. */
bool options_parse(struct options *o, int argc, char **argv,
                   struct error *e);
void options_clear(struct options *o);

/* What --help prints. */
extern const char options_help[];

#endif
