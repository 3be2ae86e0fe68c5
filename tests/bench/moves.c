/* Sittings in a text of a book's size, timed beside the other programs. */
#include "moves.h"

#include <err.h>
#include <stdio.h>
#include <string.h>

#include "novel.h"
#include "peer.h"
#include "sitting.h"
#include "table.h"

enum {
	RUNS = 9,    /* sittings of each program, in turns */
	TURNS = 12,  /* of the page in each */
	FLOOD = 500, /* page-downs at once */
	NARROW_COLS = 60, NARROW_ROWS = 20,
	READ = 300,  /* [ms] in which a book is read and counted */
};

/* What each program needed for each work. */
struct works {
	struct row words, turn, bytes;
	struct row end, resize, flood, flood_bytes, rare;
};

static void
turn_pages(struct sitting *s, int peer, struct works *w)
{
	struct answer a;
	int i;

	for (i = 0; i < TURNS; i++) {
		sitting_type(s, peers[peer].next, &a);
		if (!a.bytes)
			errx(1, "%s: the page did not turn", peers[peer].name);
		row_add(&w->turn, peer, a.whole);
		row_add(&w->bytes, peer, (double)a.bytes);
	}
}

static void
go_far(struct sitting *s, int peer, struct works *w)
{
	char flood[FLOOD + 1];
	struct answer there, back;

	sitting_type(s, peers[peer].end, &there);
	row_add(&w->end, peer, there.whole);
	sitting_resize(s, NARROW_COLS, NARROW_ROWS, &there);
	sitting_resize(s, SITTING_COLS, SITTING_ROWS, &back);
	row_add(&w->resize, peer, there.whole + back.whole);
	sitting_type(s, peers[peer].start, &there);
	memset(flood, *peers[peer].next, FLOOD);
	flood[FLOOD] = '\0';
	sitting_type(s, flood, &there);
	row_add(&w->flood, peer, there.whole);
	row_add(&w->flood_bytes, peer, (double)there.bytes);
}

static void
sit(const struct book *book, int peer, struct works *w)
{
	struct sitting s;
	struct answer a;
	char query[64];

	peer_open(&s, &peers[peer], book->path, book->words, &a);
	row_add(&w->words, peer, a.words);
	turn_pages(&s, peer, w);
	if (book->rare) {
		sitting_rest(&s, READ);
		go_far(&s, peer, w);
		sitting_type(&s, peers[peer].start, &a);
		snprintf(query, sizeof query, "%s%s\r", peers[peer].find,
		         book->rare);
		row_add(&w->rare, peer, sitting_ask(&s, query,
		                                   NOVEL_BEFORE));
	}
	sitting_close(&s, peers[peer].quit);
}

void
moves_compare(const struct book *book)
{
	static const struct works none;
	static struct works w;
	int run, i;

	w = none;
	for (run = 0; run < RUNS; run++)
		for (i = 0; i < PEERS; i++) /* each goes first in turn */
			if (peers[(run + i) % PEERS].is_there)
				sit(book, (run + i) % PEERS, &w);
	table_head(book->name);
	table_row("first words", &w.words, "ms");
	table_row("page turn", &w.turn, "ms");
	table_row("bytes sent per page turn", &w.bytes, "B");
	if (book->rare) {
		table_row("to the last page", &w.end, "ms");
		table_row("a rare word at the end", &w.rare, "ms");
		table_row("resize and back", &w.resize, "ms");
		table_row("500 page-downs at once", &w.flood, "ms");
		table_row("bytes sent for them", &w.flood_bytes, "B");
	}
	putchar('\n');
}
