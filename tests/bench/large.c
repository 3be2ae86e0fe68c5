/* Texts of any size: first words, keys while they are read, memory. */
#include "large.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "novel.h"
#include "peer.h"
#include "sitting.h"
#include "table.h"
#include "waits.h"

enum {
	RUNS = 7,     /* sittings of each program, in turns */
	FINDS = 3,    /* of them are searched */
	IDLE = 3,     /* [s] */
	PAGE = 150,   /* [byte] a page that is shown has at least so many */
	PAUSE = 9,    /* [ms] at most between two keys */
	NVIM_MOST = 100, /* [MB] that another may take its time to open */
	FIND_MOST = 100, /* [MB] that others may take their time to search */
};

static const char path[] = "large.txt", words[] = "Long Winter";

/* The sum of what lines of /proc that begin with NAME say of all threads of
 * PID; -1 where the system does not tell. */
static long
sum_of(pid_t pid, const char *name)
{
	char file[512], line[256];
	long n, sum = -1;
	struct dirent *d;
	DIR *tasks;

	snprintf(file, sizeof file, "/proc/%ld/task", (long)pid);
	tasks = opendir(file);
	while (tasks && (d = readdir(tasks))) {
		FILE *f;

		snprintf(file, sizeof file, "/proc/%ld/task/%.100s/status",
		         (long)pid, d->d_name);
		f = d->d_name[0] == '.' ? NULL : fopen(file, "r");
		while (f && fgets(line, sizeof line, f))
			if (!strncmp(line, name, strlen(name)) &&
			    sscanf(line + strlen(name), ": %ld", &n) == 1)
				sum = (sum < 0 ? 0 : sum) + n;
		if (f)
			fclose(f);
	}
	if (tasks)
		closedir(tasks);
	return sum;
}

static long
wake_ups(pid_t pid)
{
	return sum_of(pid, "voluntary_ctxt_switches");
}

/* Until all of the text is read, its pages counted and the place kept. */
static void
settle(struct sitting *s)
{
	long before;

	do {
		before = wake_ups(s->pid);
		sitting_rest(s, 1000);
	} while (before >= 0 && wake_ups(s->pid) != before);
}

static void
count_wake_ups(struct sitting *s)
{
	long before;

	settle(s);
	before = wake_ups(s->pid);
	sleep(IDLE);
	if (before >= 0)
		printf("  %-28s%9ld\n", "wake-ups in 3 s of idling",
		       wake_ups(s->pid) - before);
}

/* Pages are turned, and the end and the middle gone to, while the text is read
 * and its pages are counted. */
static void
delay_keys(struct sitting *s)
{
	static const char *const keys[] = {" ", " ", "b", " ", "G", "b", "g",
	                                   " ", "50%", " ", "b", "g"};
	static struct column c;
	unsigned i, pause = 1;

	c.n = 0;
	for (i = 0; c.n < TABLE_MOST; i++) {
		c.at[c.n++] = sitting_delay(s, keys[i % 12], PAGE);
		pause = pause * 1103515245 + 12345;
		sitting_rest(s, (int)(pause >> 16) % PAUSE + 1);
	}
	printf("  %-28s%9.2f ms\n", "a key while it is read, median",
	       column_median(&c));
	printf("  %-28s%9.2f ms\n", "  99 of 100 keys take at most",
	       column_quantile(&c, 99));
	printf("  %-28s%9.2f ms\n", "  the slowest",
	       column_quantile(&c, 100));
}

static void
look_at_lectern(unsigned mb)
{
	struct sitting s;
	struct answer a;
	long peak;

	peer_open(&s, &peers[PEER_LECTERN], path, words, &a);
	delay_keys(&s);
	count_wake_ups(&s);
	sitting_type(&s, "/" NOVEL_RARE "\r", &a);
	sitting_rest(&s, 500);
	sitting_resize(&s, 60, 20, &a);
	settle(&s);
	peak = sum_of(s.pid, "VmHWM");
	if (peak > 0) /* [kB] */
		printf("  %-28s%9.2f MB; %.2f of the text\n",
		       "peak memory", (double)peak * 1024 / 1e6,
		       (double)peak * 1024 / 1e6 / mb);
	sitting_close(&s, "q");
	putchar('\n');
}

static void
sit(int peer, bool finds, struct row *first, struct row *rare)
{
	char query[64];
	struct sitting s;
	struct answer a;

	peer_open(&s, &peers[peer], path, words, &a);
	row_add(first, peer, a.words);
	if (finds) {
		snprintf(query, sizeof query, "%s%s\r", peers[peer].find,
		         NOVEL_RARE);
		row_add(rare, peer, sitting_ask(&s, query,
		                                 NOVEL_BEFORE));
	}
	sitting_close(&s, peers[peer].quit);
}

/* Other programs that find the word in the file. */
static void
time_finders(void)
{
	char *const argv[][6] = {
		{"grep", "-i", "-m1", NOVEL_RARE, (char *)path, NULL},
		{"rg", "-i", "-m1", NOVEL_RARE, (char *)path, NULL},
	};
	struct column c;
	size_t i;

	for (i = 0; i < sizeof argv / sizeof *argv; i++) {
		if (!peer_exists(argv[i][0])) {
			printf("  %s is not installed: left out\n",
			       argv[i][0]);
			continue;
		}
		for (c.n = 0; c.n < FINDS; c.n++)
			c.at[c.n] = sitting_run(argv[i], NULL);
		printf("  %s -i %*s%9.2f ms\n", argv[i][0],
		       24 - (int)strlen(argv[i][0]), "",
		       column_median(&c));
	}
}

void
large_compare(unsigned mb)
{
	static struct row first, rare;
	char name[32];
	int run, i;

	novel_write(path, (size_t)mb * 1000000);
	memset(&first, 0, sizeof first);
	memset(&rare, 0, sizeof rare);
	for (run = 0; run < RUNS; run++)
		for (i = 0; i < PEERS; i++)
			if (peers[i].is_there && (i < 2 || mb <= NVIM_MOST))
				sit(i, run < FINDS && mb <= FIND_MOST, &first,
				    &rare);
	snprintf(name, sizeof name, "%u MB", mb);
	table_head(name);
	table_row("first words", &first, "ms");
	if (mb <= FIND_MOST) {
		table_row("a rare word at the end", &rare, "ms");
		time_finders();
	}
	waits_quit(path, mb);
	look_at_lectern(mb);
	unlink(path);
}

void
large_line(unsigned mb)
{
	novel_write_line(path, (size_t)mb * 1000000);
	printf("%u MB in one line\n", mb);
	look_at_lectern(mb);
	unlink(path);
}
