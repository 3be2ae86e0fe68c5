/* Keeping two sittings from saving at the same moment. */
#ifndef LECTERN_STORE_LOCK_H
#define LECTERN_STORE_LOCK_H

/*
 * Takes the lock of the file at PATH (made when missing), waiting at most two
 * seconds. Returns what lock_release wants; -1 when it could not be had: then
 * go on without, a lock only makes accidents rarer. PATH may be NULL.
 */
int lock_take(const char *path);
void lock_release(int lock);

#endif
