/* How well marks survive what happens to texts: a table for each text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "trial.h"

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");
	char part[65536];
	size_t n;

	if (!f)
		return 0;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(out, part, n);
	fclose(f);
	return out->n > 0;
}

static void
print_share(size_t part, size_t whole)
{
	size_t s = tally_share(part, whole);

	printf(" %5zu.%02zu", s / 100, s % 100);
}

static void
print_row(const char *name, const struct tally *t)
{
	printf("%-12.12s%7zu", name, t->there);
	print_share(t->right, t->there);
	print_share(t->near, t->there);
	print_share(t->wrong, t->there);
	print_share(t->doubtful, t->there);
	print_share(t->lost, t->there);
	printf("%7zu%9zu\n", t->gone, t->attached);
}

static void
bench(const char *path, size_t marks, size_t rounds, struct tally *sums)
{
	struct buf b = {0};
	struct tally all = {0};
	double start = now();
	size_t m, i;

	if (!read_file(path, &b)) {
		fprintf(stderr, "anchor_bench: %s: cannot be read\n", path);
		return;
	}
	printf("\n%s, %zu bytes\n", path, b.n);
	for (m = 0; m < MUTATIONS; m++) {
		struct tally t = {0};

		for (i = 0; i < rounds; i++) {
			struct dice d = {i * 100 + m + 1};

			trial_run(b.at, b.n, (enum mutation)m, marks, &d, &t);
		}
		if (t.there + t.gone)
			print_row(mutation_names[m], &t);
		tally_add(&sums[m], &t);
		tally_add(&all, &t);
	}
	print_row("all", &all);
	printf("%.2f s\n", now() - start);
	buf_clear(&b);
}

int
main(int argc, char **argv)
{
	static struct tally sums[MUTATIONS], all;
	size_t marks = 60, rounds = 1, m;
	int i = 1;

	for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		if (strcmp(argv[i], "-n") == 0)
			marks = strtoul(argv[i + 1], NULL, 10);
		else if (strcmp(argv[i], "-r") == 0)
			rounds = strtoul(argv[i + 1], NULL, 10);
	}
	if (i >= argc) {
		fprintf(stderr, "usage: anchor_bench [-n MARKS] [-r ROUNDS] "
		                "TEXT...\n");
		return 2;
	}
	printf("%-12s%7s%9s%9s%9s%9s%9s%7s%9s\n", "per cent of", "there",
	       "right", "near", "wrong", "doubtful", "lost", "gone",
	       "attached");
	for (; i < argc; i++)
		bench(argv[i], marks, rounds, sums);
	printf("\nall texts\n");
	for (m = 0; m < MUTATIONS; m++) {
		print_row(mutation_names[m], &sums[m]);
		tally_add(&all, &sums[m]);
	}
	print_row("all", &all);
	return 0;
}
