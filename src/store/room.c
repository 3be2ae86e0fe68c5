/* Memory for long texts. */
#include "store/room.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { LARGE = 2048 * 1024 }; /* [byte] a large page of most machines */

char *
room_new(size_t n)
{
	void *at = NULL;

	if (n < LARGE / 2)
		return malloc(n ? n : 1);
	if (n > SIZE_MAX - LARGE) {
		errno = ENOMEM;
		return NULL;
	}
	n += LARGE - 1;
	n -= n % LARGE;
	errno = posix_memalign(&at, LARGE, n);
	if (errno)
		return NULL;
	room_expect(at, n);
	return at;
}

void
room_expect(char *at, size_t n)
{
#ifdef MADV_HUGEPAGE
	size_t before = (LARGE - (uintptr_t)at % LARGE) % LARGE;

	if (n <= before)
		return;
	n -= before;
	/* where there are none, small ones do as well */
	madvise(at + before, n - n % LARGE, MADV_HUGEPAGE);
#else
	(void)at, (void)n;
#endif
}
