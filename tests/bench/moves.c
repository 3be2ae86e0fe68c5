/* Long ways through a text, timed beside less. */
#include "moves.h"

#include <dirent.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "novel.h"
#include "sitting.h"
#include "table.h"

enum {
	RUNS = 9,    /* sittings of each program, in turns */
	FLOOD = 500, /* page-downs at once */
	NARROW_COLS = 60, NARROW_ROWS = 20,
	READ = 300,  /* [ms] in which a book is read and counted */
	IDLE = 3,    /* [s] */
};

/* What one program needed for each. [ms] */
struct ways {
	double end[RUNS], resize[RUNS], flood[RUNS], flood_bytes[RUNS];
};

static void
start(struct sitting *s, const char *program, const char *path,
      const char *words, struct answer *a)
{
	char *argv[] = {(char *)program, (char *)path, NULL};

	unlink("state/lectern/places.rec");
	sitting_open(s, argv, words, a);
	if (a->words < 0)
		errx(1, "%s: \"%s\" of %s did not come", program, words, path);
}

static void
go(const char *program, const char *path, const char *words, struct ways *w,
   int nth)
{
	char flood[FLOOD + 1];
	struct sitting s;
	struct answer a;

	start(&s, program, path, words, &a);
	usleep(READ * 1000);
	sitting_type(&s, "G", &a);
	w->end[nth] = a.whole;
	sitting_resize(&s, NARROW_COLS, NARROW_ROWS, &a);
	w->resize[nth] = a.whole;
	sitting_resize(&s, SITTING_COLS, SITTING_ROWS, &a);
	w->resize[nth] += a.whole;
	sitting_type(&s, "g", &a);
	memset(flood, ' ', FLOOD);
	flood[FLOOD] = '\0';
	sitting_type(&s, flood, &a);
	w->flood[nth] = a.whole;
	w->flood_bytes[nth] = (double)a.bytes;
	sitting_close(&s, "q");
}

void
moves_compare(const char *lectern, const char *name, const char *path,
              const char *words)
{
	static struct ways ours, theirs;
	int i;

	for (i = 0; i < RUNS; i++) {
		go(i % 2 ? "less" : lectern, path, words,
		   i % 2 ? &theirs : &ours, i);
		go(i % 2 ? lectern : "less", path, words,
		   i % 2 ? &ours : &theirs, i);
	}
	table_head(name);
	table_row("to the last page", table_median(ours.end, RUNS),
	          table_median(theirs.end, RUNS), "ms");
	table_row("resize and back", table_median(ours.resize, RUNS),
	          table_median(theirs.resize, RUNS), "ms");
	table_row("500 page-downs at once", table_median(ours.flood, RUNS),
	          table_median(theirs.flood, RUNS), "ms");
	table_row("bytes sent for them", table_median(ours.flood_bytes, RUNS),
	          table_median(theirs.flood_bytes, RUNS), " B");
	putchar('\n');
}

/* How often the threads of PID have slept and were woken; -1 where the system
 * does not tell. */
static long
wake_ups(pid_t pid)
{
	char path[512], line[256];
	long n, sum = -1;
	struct dirent *d;
	DIR *tasks;

	snprintf(path, sizeof path, "/proc/%ld/task", (long)pid);
	tasks = opendir(path);
	while (tasks && (d = readdir(tasks))) {
		FILE *f;

		snprintf(path, sizeof path, "/proc/%ld/task/%.100s/status",
		         (long)pid, d->d_name);
		f = d->d_name[0] == '.' ? NULL : fopen(path, "r");
		while (f && fgets(line, sizeof line, f))
			if (sscanf(line, "voluntary_ctxt_switches: %ld",
			           &n) == 1)
				sum = (sum < 0 ? 0 : sum) + n;
		if (f)
			fclose(f);
	}
	if (tasks)
		closedir(tasks);
	return sum;
}

static void
count_wake_ups(const char *lectern, const char *path, const char *words)
{
	struct sitting s;
	struct answer a;
	long before;

	start(&s, lectern, path, words, &a);
	sitting_type(&s, "G", &a);
	/* it settles when all of the text is read, and the place is kept */
	do {
		before = wake_ups(s.pid);
		sleep(1);
	} while (before >= 0 && wake_ups(s.pid) != before);
	before = wake_ups(s.pid);
	sleep(IDLE);
	if (before < 0)
		puts("  wake-ups: this system does not tell");
	else
		printf("  %-28s %9ld\n", "wake-ups in 3 s of idling",
		       wake_ups(s.pid) - before);
	sitting_close(&s, "q");
}

void
moves_compare_large(const char *lectern, unsigned mb)
{
	static const char path[] = "large.txt", words[] = "Long Winter";
	double ours[RUNS], theirs[RUNS];
	struct sitting s;
	struct answer a;
	char name[32];
	int i;

	novel_write(path, (size_t)mb * 1000000);
	for (i = 0; i < RUNS; i++) {
		start(&s, i % 2 ? "less" : lectern, path, words, &a);
		(i % 2 ? theirs : ours)[i] = a.words;
		sitting_close(&s, "q");
		start(&s, i % 2 ? lectern : "less", path, words, &a);
		(i % 2 ? ours : theirs)[i] = a.words;
		sitting_close(&s, "q");
	}
	snprintf(name, sizeof name, "%u MB", mb);
	table_head(name);
	table_row("first words", table_median(ours, RUNS),
	          table_median(theirs, RUNS), "ms");
	count_wake_ups(lectern, path, words);
	putchar('\n');
	unlink(path);
}
