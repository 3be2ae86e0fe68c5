/* Writing bytes so that every failure is noticed. */
#ifndef LECTERN_STORE_WRITE_H
#define LECTERN_STORE_WRITE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether PATH, which is there, may be written by this user. */
bool write_is_allowed(const char *path);

/* Each of the following gives 0 or an errno value. */

/* Writes all N bytes to FD. */
int write_all(int fd, const char *bytes, size_t n);

/* Closes FD, with SYNC after an fsync. A failed fsync is final: the kernel may
 * have dropped the pages, and a second call would report success. */
int write_end(int fd, bool sync);

/*
 * Writes the N bytes over the file at PATH, which keeps its inode. Room on the
 * disk is taken first; where writing fails all the same, what was there is
 * lost: the caller has a backup.
 */
int write_in_place(const char *path, const char *bytes, size_t n);

#endif
