/* What nobody should have to wait for. */
#include "waits.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "novel.h"
#include "peer.h"
#include "sitting.h"
#include "table.h"

enum {
	RUNS = 9,
	LONG = 400,    /* [ms] of silence after which nothing more comes */
	TEXTS = 5,     /* on the shelf, */
	EACH = 20,     /* [MB] long */
	KEYS = 120,    /* while they are searched */
	SCREEN = 150,  /* [byte] a screen that is painted anew has at least */
};

static const char words[] = "Long Winter", redraw[] = "\f";

static void
take(struct column *c, double ms)
{
	c->at[c->n++] = ms;
}

static void
tell(const char *what, struct column *c)
{
	printf("  %-28s%9.2f ms, the slowest %.2f\n", what, column_median(c),
	       column_quantile(c, 100));
	fflush(stdout);
}

void
waits_number(const char *path)
{
	struct column c = {.n = 0};
	struct sitting s;
	struct answer a;

	while (c.n < RUNS) {
		peer_open(&s, &peers[PEER_LECTERN], path, words, &a);
		take(&c, sitting_settle(&s, peers[PEER_LECTERN].end, LONG));
		sitting_close(&s, "q");
	}
	tell("last page and its number", &c);
}

void
waits_quit(const char *path, unsigned mb)
{
	char what[64];
	struct column c = {.n = 0};
	struct sitting s;
	struct answer a;
	double begun;

	while (c.n < RUNS) {
		peer_open(&s, &peers[PEER_LECTERN], path, words, &a);
		begun = sitting_clock();
		sitting_close(&s, "q");
		take(&c, sitting_clock() - begun);
	}
	snprintf(what, sizeof what, "to quit while %u MB come", mb);
	tell(what, &c);
}

/* Each text is read once, so that it is on the shelf. */
static void
fill_shelf(char names[TEXTS][32])
{
	struct sitting s;
	struct answer a;
	int i;

	for (i = 0; i < TEXTS; i++) {
		snprintf(names[i], sizeof names[i], "shelf-%d.txt", i);
		novel_write(names[i], (size_t)EACH * 1000000);
	}
	unlink("state/lectern/places.rec");
	for (i = TEXTS; i--;) {
		char *argv[] = {(char *)peers[PEER_LECTERN].argv[0], names[i],
		                NULL};

		sitting_open(&s, argv, words, &a);
		sitting_type(&s, " ", &a);
		sitting_rest(&s, LONG);
		sitting_close(&s, "q");
	}
}

void
waits_across(void)
{
	static struct column c;
	char names[TEXTS][32];
	char *argv[] = {(char *)peers[PEER_LECTERN].argv[0], names[0], NULL};
	struct sitting s;
	struct answer a;
	int i;

	fill_shelf(names);
	sitting_open(&s, argv, words, &a);
	sitting_rest(&s, 3 * LONG);
	sitting_type(&s, "/" NOVEL_RARE "\r", &a);
	sitting_type(&s, "&", &a);
	for (c.n = 0; c.n < KEYS; sitting_rest(&s, 5))
		take(&c, sitting_delay(&s, c.n ? redraw : "&", SCREEN));
	printf("%d texts of %d MB searched together\n", TEXTS, EACH);
	tell("a key meanwhile", &c);
	sitting_close(&s, "qqq");
	for (i = 0; i < TEXTS; i++)
		unlink(names[i]);
}
