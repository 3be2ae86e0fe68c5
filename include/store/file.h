/* Reading files whole, whatever they are. */
#ifndef LECTERN_STORE_FILE_H
#define LECTERN_STORE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* [byte] the most that is read of what is no regular file (a FIFO, a device,
 * standard input), so that /dev/zero ends with a message and not with the
 * machine's memory. */
#define FILE_STREAM_MAX ((size_t)1 << 28)

struct file_bytes {
	char *at; /* from malloc; the caller frees it */
	size_t n;
};

/*
 * Reads PATH ("-": standard input) to its end. A file that shrinks, grows or
 * vanishes meanwhile gives what could be read. False with *E for a directory,
 * a file that cannot be opened or read, a stream past FILE_STREAM_MAX.
 */
bool file_read(const char *path, struct file_bytes *out, struct error *e);

/* What is wrong with PATH ("-": standard input), by an errno value. */
void file_set_error(struct error *e, const char *path, int number);
/* Whether the machine has that much memory at all. */
bool file_fits_memory(uintmax_t size);

/* Whether there is no file at PATH (so that one may be made there). */
bool file_is_missing(const char *path);

#endif
