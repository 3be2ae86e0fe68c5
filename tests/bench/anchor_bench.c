/* How well marks survive what happens to texts: a table for each text, or what
 * became of those of one edition in another. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "editions.h"

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

/* What is asked of a bench. */
struct wish {
	size_t marks, rounds;
	bool told, cuts_only;
};

static bool
takes_out(size_t m)
{
	return m == MUTATE_DELETE || m == MUTATE_SCAN || m == MUTATE_REVISION;
}

static void
bench(const char *path, const struct wish *w, struct tally *sums)
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

		if (w->cuts_only && !takes_out(m))
			continue;
		for (i = 0; i < w->rounds; i++) {
			struct dice d = {i * 100 + m + 1};

			trial_run(b.at, b.n, (enum mutation)m, w->marks, &d,
			          w->told, &t);
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

/* The gates: 94 per cent of what is there is found, nothing at a wrong place,
 * and of what is gone one in a thousand is attached to something at most. */
static int
passes(const size_t sum[EDITION_VERDICTS])
{
	size_t there = 0, i;

	for (i = EDITION_RIGHT; i <= EDITION_LOST; i++)
		there += sum[i];
	return sum[EDITION_RIGHT] * 100 >= there * 94 &&
	       !sum[EDITION_WRONG] && !sum[EDITION_STRAYED] &&
	       sum[EDITION_ATTACHED] * 1000 <=
	               sum[EDITION_GONE] + sum[EDITION_ATTACHED];
}

static int
bench_editions(const char *path, const char *other, size_t marks, int tell)
{
	size_t sum[EDITION_VERDICTS] = {0}, there = 0, i;
	struct buf a = {0}, b = {0};
	struct dice d = {1};
	double start = now();

	if (!read_file(path, &a) || !read_file(other, &b)) {
		fprintf(stderr, "anchor_bench: %s, %s: cannot be read\n", path,
		        other);
		return 0;
	}
	editions_run(a.at, a.n, b.at, b.n, marks, &d, tell, sum);
	for (i = EDITION_RIGHT; i <= EDITION_LOST; i++)
		there += sum[i];
	printf("%s, %zu bytes, in %s, %zu bytes\n%zu there:", path, a.n, other,
	       b.n, there);
	for (i = 0; i < EDITION_VERDICTS; i++) {
		printf(" %s %zu", edition_verdicts[i], sum[i]);
		if (i <= EDITION_LOST)
			printf(" (%.2f %%)",
			       (double)tally_share(sum[i], there) / 100);
		fputs(i == EDITION_LOST ? "\nnot counted:" : "", stdout);
	}
	printf("\n%s, %.2f s\n", passes(sum) ? "passes" : "FAILS",
	       now() - start);
	buf_clear(&a);
	buf_clear(&b);
	return passes(sum);
}

static int
bench_texts(char *const *path, const struct wish *w)
{
	static struct tally sums[MUTATIONS], all;
	size_t m;

	printf("%-12s%7s%9s%9s%9s%9s%9s%7s%9s\n", "per cent of", "there",
	       "right", "near", "wrong", "doubtful", "lost", "gone",
	       "attached");
	for (; *path; path++)
		bench(*path, w, sums);
	printf("\nall texts\n");
	for (m = 0; m < MUTATIONS; m++) {
		print_row(mutation_names[m], &sums[m]);
		tally_add(&all, &sums[m]);
	}
	print_row("all", &all);
	return 1;
}

/* The gates of the editions decide on the status; those of the mutations are
 * tests/marks/gates_test.c's. */
int
main(int argc, char **argv)
{
	static const struct option longs[] = {
		{"editions", no_argument, NULL, 'e'}, {NULL, 0, NULL, 0},
	};
	struct wish w = {60, 1, false, false};
	int editions = 0, option;

	while ((option = getopt_long(argc, argv, "dn:r:v", longs, NULL)) !=
	       -1) {
		if (option == 'n')
			w.marks = strtoul(optarg, NULL, 10);
		else if (option == 'r')
			w.rounds = strtoul(optarg, NULL, 10);
		editions |= option == 'e';
		w.told |= option == 'v';
		w.cuts_only |= option == 'd';
		if (option == '?')
			optind = argc;
	}
	if (optind >= argc || (editions && argc - optind != 2)) {
		fprintf(stderr,
		        "usage: anchor_bench [-dv] [-n MARKS] [-r ROUNDS] "
		        "TEXT...\n"
		        "       anchor_bench --editions [-n MARKS] [-v] A B\n");
		return 2;
	}
	if (editions)
		return !bench_editions(argv[optind], argv[optind + 1],
		                       w.marks, w.told);
	return !bench_texts(argv + optind, &w);
}
