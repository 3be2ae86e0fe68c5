/* Directories above a file. */
#ifndef LECTERN_STORE_DIRECTORY_H
#define LECTERN_STORE_DIRECTORY_H

/* The directory that PATH lies in; the caller frees it. */
char *directory_above(const char *path);

/* The deepest one above PATH that is there; the caller frees it. */
char *directory_nearest(const char *path);

/* Makes the directory at PATH and those above it where they are missing, for
 * their owner alone; 0 or an errno value. */
int directory_make(const char *path);

#endif
