/* --dump beside the programs that fill lines. */
#include "dumps.h"

#include <err.h>
#include <stdio.h>
#include <sys/stat.h>

#include "peer.h"
#include "sitting.h"
#include "table.h"

enum { RUNS = 11 }; /* of each program, in turns */

static double
size_of(const char *path)
{
	struct stat st;

	if (stat(path, &st))
		err(1, "%s", path);
	return (double)st.st_size;
}

void
dumps_compare(const char *lectern, const char *name, const char *path)
{
	char *file = (char *)path;
	char *const argv[][6] = {
		{(char *)lectern, "--dump", "--width=66", file, NULL},
		{"fmt", "-w", "66", file, NULL},
		{"fold", "-s", "-w", "66", file, NULL},
		{"par", "66", NULL},
	};
	enum { PROGRAMS = 4, PAR = 3 };
	struct column took[PROGRAMS] = {{.n = 0}};
	double ours = 0, took_median;
	int run, i;

	for (run = 0; run < RUNS; run++)
		for (i = 0; i < PROGRAMS; i++)
			if (peer_exists(argv[i][0]))
				took[i].at[took[i].n++] = sitting_run(
					argv[i], i == PAR ? path : NULL);
	printf("%s, set in lines of 66 columns\n", name);
	for (i = 0; i < PROGRAMS; i++) {
		took_median = column_median(&took[i]);
		if (i == 0)
			ours = took_median;
		if (took[i].n)
			printf("  %-28s%9.2f ms %8.1f MB/s   lectern is %.2f "
			       "times as fast\n", i ? argv[i][0] : "lectern",
			       took_median, size_of(path) / 1e3 / took_median,
			       took_median / ours);
		else
			printf("  %s is not installed: left out\n",
			       argv[i][0]);
	}
	putchar('\n');
}
