/* A window that changes its size and changes back, in books of many kinds. */
#include "resizes.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "novel.h"
#include "peer.h"
#include "sitting.h"
#include "table.h"

enum {
	RUNS = 9,     /* sittings of each program, in turns */
	PROGRAMS = 2, /* lectern and less */
	READ = 300,   /* [ms] in which a book is read and counted */
};

static const struct {
	unsigned cols, rows;
} sizes[] = {{60, 20}, {72, 40}, {100, 30}, {55, 24}};

enum { SIZES = sizeof sizes / sizeof *sizes };

struct works {
	struct row there, back, both;
};

/* Each size is a new one. */
static void
resize(struct sitting *s, int peer, struct works *w)
{
	struct answer there, back;
	size_t i;

	for (i = 0; i < SIZES; i++) {
		sitting_resize(s, sizes[i].cols, sizes[i].rows, &there);
		sitting_resize(s, SITTING_COLS, SITTING_ROWS, &back);
		row_add(&w->there, peer, there.whole);
		row_add(&w->back, peer, back.whole);
		row_add(&w->both, peer, there.whole + back.whole);
	}
}

static void
sit(const char *path, int peer, struct works *end, struct works *middle)
{
	struct sitting s;
	struct answer a;

	peer_open(&s, &peers[peer], path, "Long Winter", &a);
	sitting_rest(&s, READ);
	sitting_type(&s, peers[peer].end, &a);
	resize(&s, peer, end);
	sitting_type(&s, "50%", &a);
	resize(&s, peer, middle);
	sitting_close(&s, peers[peer].quit);
}

static void
tell(const char *where, struct works *w)
{
	char what[64];

	snprintf(what, sizeof what, "to another size, at the %s", where);
	table_row(what, &w->there, "ms");
	table_row("  back", &w->back, "ms");
	table_row("  both", &w->both, "ms");
}

static void
compare(const char *name, size_t bytes, bool wrapped, bool typographic)
{
	static const char path[] = "resized.txt";
	static struct works end, middle;
	int run, i;

	memset(&end, 0, sizeof end);
	memset(&middle, 0, sizeof middle);
	novel_write_as(path, bytes, wrapped, typographic);
	for (run = 0; run < RUNS; run++)
		for (i = 0; i < PROGRAMS; i++)
			if (peers[(run + i) % PROGRAMS].is_there)
				sit(path, (run + i) % PROGRAMS, &end, &middle);
	unlink(path);
	table_head(name);
	tell("end", &end);
	tell("middle", &middle);
	putchar('\n');
}

void
resizes_compare(size_t bytes)
{
	compare("book, a paragraph a line", bytes, false, false);
	compare("  the same, typographic", bytes, false, true);
	compare("book in lines", bytes, true, false);
	compare("  the same, typographic", bytes, true, true);
}
