/* How fast lectern is beside less, fold and fmt, in one run. */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "moves.h"
#include "novel.h"
#include "sitting.h"
#include "table.h"

enum {
	SITTINGS = 15,       /* of each program, in turns */
	TURNS = 12,          /* of the page in each */
	DUMPS = 11,          /* of each program, in turns */
	BOOK = 3 * 1000000,  /* [byte] */
};

struct book {
	const char *name;  /* in the table */
	const char *path;
	const char *words; /* on its first page, within one line */
};

/* What one program needed, gathered over the sittings. */
struct times {
	double words[SITTINGS], rest[SITTINGS];
	double turn[SITTINGS * TURNS], bytes[SITTINGS * TURNS];
};

static void
sit(const char *program, const struct book *book, struct times *t, int nth)
{
	char *argv[] = {(char *)program, (char *)book->path, NULL};
	struct sitting s;
	struct answer a;
	int i;

	sitting_open(&s, argv, book->words, &a);
	if (a.words < 0)
		errx(1, "%s: \"%s\" of %s did not come", program, book->words,
		     book->path);
	t->words[nth] = a.words;
	t->rest[nth] = a.whole;
	for (i = 0; i < TURNS; i++) {
		sitting_type(&s, " ", &a);
		if (!a.bytes)
			errx(1, "%s: no answer to Space", program);
		t->turn[nth * TURNS + i] = a.whole;
		t->bytes[nth * TURNS + i] = (double)a.bytes;
	}
	sitting_close(&s, "q");
}

static void
compare_sittings(const char *lectern, const struct book *book)
{
	static struct times ours, theirs;
	int i;

	for (i = 0; i < SITTINGS; i++) {
		/* Each sitting is a first one; each program goes first. */
		unlink("state/lectern/places.rec");
		if (i % 2)
			sit("less", book, &theirs, i);
		sit(lectern, book, &ours, i);
		if (i % 2 == 0)
			sit("less", book, &theirs, i);
	}
	table_head(book->name);
	table_row("first words", table_median(ours.words, SITTINGS),
	    table_median(theirs.words, SITTINGS), "ms");
	table_row("at rest", table_median(ours.rest, SITTINGS),
	    table_median(theirs.rest, SITTINGS), "ms");
	table_row("page turn", table_median(ours.turn, SITTINGS * TURNS),
	    table_median(theirs.turn, SITTINGS * TURNS), "ms");
	table_row("bytes sent per page turn", table_median(ours.bytes, SITTINGS * TURNS),
	    table_median(theirs.bytes, SITTINGS * TURNS), " B");
	putchar('\n');
}

static double
size_of(const char *path)
{
	struct stat st;

	if (stat(path, &st))
		err(1, "%s", path);
	return (double)st.st_size;
}

static void
compare_dumps(const char *lectern, const struct book *book)
{
	char *path = (char *)book->path;
	char *const dump[] = {(char *)lectern, "--dump", "--width=66", path,
	                      NULL};
	char *const fold[] = {"fold", "-s", "-w", "66", path, NULL};
	char *const fmt[] = {"fmt", "-w", "66", path, NULL};
	char *const *const programs[] = {dump, fold, fmt};
	double took[3][DUMPS], rate[3];
	int i, k;

	for (i = 0; i < DUMPS; i++)
		for (k = 0; k < 3; k++)
			took[k][i] = sitting_run(programs[k]);
	for (k = 0; k < 3; k++)
		rate[k] = size_of(path) / 1e3 / table_median(took[k], DUMPS);
	printf("%s, set in lines of 66 columns\n", book->name);
	printf("  lectern --dump %8.1f MB/s\n", rate[0]);
	printf("  fold -s        %8.1f MB/s   lectern is %5.2f times as fast\n",
	       rate[1], rate[0] / rate[1]);
	printf("  fmt            %8.1f MB/s   lectern is %5.2f times as fast\n\n",
	       rate[2], rate[0] / rate[2]);
}

/* Nothing of the caller's settings, marks and habits has a part in it. */
static void
set_apart(const char *home)
{
	char state[4096];

	snprintf(state, sizeof state, "%s/state", home);
	if (chdir(home))
		err(1, "%s", home);
	setenv("HOME", home, 1);
	setenv("XDG_STATE_HOME", state, 1);
	setenv("XDG_CONFIG_HOME", home, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("LESSHISTFILE", "-", 1);
	unsetenv("LESS");
	unsetenv("LESSOPEN");
	unsetenv("LECTERN_STORE");
	unsetenv("NO_COLOR");
}

int
main(int argc, char **argv)
{
	struct book text, novel = {"3 MB book", "novel.txt", "Long Winter"};
	int i;

	if (argc != 4)
		errx(2, "usage: bench LECTERN TEXT EMPTY-DIRECTORY");
	text = (struct book){"bundled text", argv[2], "Impossible to Remain"};
	set_apart(argv[3]);
	novel_write(novel.path, BOOK);
	puts("Medians of runs in turns; ratio: lectern to the other.\n");
	for (i = 0; i < 2; i++)
		compare_sittings(argv[1], i ? &novel : &text);
	moves_compare(argv[1], novel.name, novel.path, novel.words);
	moves_compare_large(argv[1], 100);
	if (getenv("LECTERN_BENCH_GB"))
		moves_compare_large(argv[1], 1000);
	for (i = 0; i < 2; i++)
		compare_dumps(argv[1], i ? &novel : &text);
	return 0;
}
