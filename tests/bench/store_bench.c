/* How long a store of 100,000 records takes to be opened and saved. */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "store/marks_store.h"
#include "store/save.h"

enum { RECORDS = 100000, A_WORK = 100, ROUNDS = 5 };

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
add_mark(struct buf *b, int i)
{
	static const char words[] =
		"The slogan of the reform was for us never a hollow phrase; we "
		"counted on it as on a reality, and when it did not come we "
		"said so and went on.";

	buf_printf(b, "Id: M%08d\nKind: highlight\n"
	           "Created: 2026-11-22T20:02:58.001Z\n"
	           "Updated: 2026-11-22T20:03:10.482Z\nWork: W%08d\n"
	           "As: thesis\nStart: %d\nEnd: %d\nText: 5b1c0e0a9d1f\n"
	           "Alike: 0\nQuote: %.70s\nPrefix: %.50s\nSuffix: %.50s\n\n",
	           i, i / A_WORK, i, i + 70, words + i % 40, words + i % 70,
	           words + i % 60);
}

static void
write_store(const char *path)
{
	struct buf b = {0};
	struct error e = {0};
	int i;

	buf_str(&b, "# lectern marks, format 1.\n%rec: Mark\n\n");
	for (i = 0; i < RECORDS; i++) {
		if (i % A_WORK == 0)
			buf_printf(&b, "Id: W%08d\nKind: work\nTitle: Book %d\n"
			           "Path: ~/%d.txt\n\n", i / A_WORK, i, i);
		add_mark(&b, i);
	}
	if (!save_file(path, b.at, b.n, SAVE_SYNCED, &e))
		errx(1, "%s", e.what);
	printf("%d records, %zu bytes\n", RECORDS, b.n);
	buf_clear(&b);
}

/* The best of some rounds: what else the machine did is no matter. */
static void
time_rounds(const char *path, double *opened, double *saved, double *plain)
{
	int i;

	*opened = *saved = *plain = 1e9;
	for (i = 0; i < ROUNDS; i++) {
		struct marks_store s;
		struct error e = {0};
		struct stamp stamp = {1800000000000 + (uint64_t)i, 7};
		struct buf b = {0};
		double from = now(), took;

		if (!marks_store_open(&s, mem_copy(path), &e))
			errx(1, "%s", e.what);
		took = now() - from;
		*opened = took < *opened ? took : *opened;
		marks_set(s.marks, s.marks->file->at[RECORDS / 2], "Note",
		          i % 2 ? "new" : "newer", &stamp);
		s.backed_up = i > 0;
		marks_write(s.marks, &b);
		from = now();
		if (!marks_store_save(&s, &e))
			errx(1, "%s", e.what);
		took = now() - from;
		*saved = took < *saved ? took : *saved;
		from = now();
		if (!save_file(path, b.at, b.n, SAVE_SYNCED, &e))
			errx(1, "%s", e.what);
		took = now() - from;
		*plain = took < *plain ? took : *plain;
		buf_clear(&b);
		marks_store_close(&s);
	}
}

int
main(int argc, char **argv)
{
	double opened, saved, plain;
	char path[4096];

	if (argc != 2)
		errx(2, "usage: store_bench DIRECTORY");
	snprintf(path, sizeof path, "%s/store.rec", argv[1]);
	setenv("HOME", argv[1], 1);
	write_store(path);
	time_rounds(path, &opened, &saved, &plain);
	printf("opened in %.3f s (at most 0.1), saved in %.3f s (at most "
	       "0.5), of which the disk %.3f s\n", opened, saved, plain);
	return opened > 0.1 || saved > 0.5;
}
