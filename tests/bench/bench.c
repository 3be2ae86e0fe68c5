/* How fast lectern is beside other programs, in one run. */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "dumps.h"
#include "large.h"
#include "moves.h"
#include "novel.h"
#include "peer.h"
#include "resizes.h"
#include "waits.h"

enum { BOOK = 32 * 100000 }; /* [byte] */

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
	struct book text = {"bundled text", NULL, "Impossible to Remain", NULL};
	const struct book novel = {"3.2 MB book", "novel.txt", "Long Winter",
	                           NOVEL_RARE};

	if (argc != 4)
		errx(2, "usage: bench LECTERN TEXT EMPTY-DIRECTORY");
	text.path = argv[2];
	set_apart(argv[3]);
	novel_write(novel.path, BOOK);
	puts("Medians of runs in turns, each program at a terminal of 80x24.\n");
	peers_look(argv[1]);
	moves_compare(&text);
	moves_compare(&novel);
	waits_number(novel.path);
	putchar('\n');
	resizes_compare(BOOK);
	dumps_compare(argv[1], text.name, text.path);
	dumps_compare(argv[1], novel.name, novel.path);
	large_compare(100);
	large_line(50);
	waits_across();
	if (getenv("LECTERN_BENCH_GB"))
		large_compare(1000);
	return 0;
}
