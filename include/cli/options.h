/* The command line as a value. */
#ifndef LECTERN_CLI_OPTIONS_H
#define LECTERN_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "marks/export.h"
#include "text/text.h"

enum options_act {
	ACT_READ,  /* a text, or without FILE the shelf */
	ACT_DUMP,
	ACT_TOC,
	ACT_NOTES,
	ACT_MARK,
	ACT_CHECK,
	ACT_PURGE,
	ACT_IMPORT,
	ACT_MERGE,
	ACT_MERGE_DRIVER,
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
	const char *at, *width, *theme, *store, *as, *note, *format, *tag;
	const char *kind;  /* a name, or the number of a kind of highlight */
	const char *merge; /* the other store, or what is imported */
	const char *driven[3]; /* --merge-driver: base, ours, theirs */
	bool no_color, mouse;
	enum export_format form; /* EXPORT_TEXT where no --format is given */
	uint64_t since; /* [ms] since 1970; 0 where not given */
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
