/* The programs that lectern is compared with, and the keys they take. */
#ifndef LECTERN_TESTS_BENCH_PEER_H
#define LECTERN_TESTS_BENCH_PEER_H

#include <stdbool.h>

#include "sitting.h"

enum { PEERS = 3, PEER_LECTERN = 0, PEER_LESS };

struct peer {
	const char *name;
	const char *argv[8]; /* the file's name goes behind the last */
	const char *next, *end, *start, *find, *quit;
	bool is_there;
};

extern struct peer peers[PEERS];

/* LECTERN is its path; of the others one line tells which are not there. */
void peers_look(const char *lectern);

/* Opens PATH in PEER, which has not read it before, and waits for WORDS. */
void peer_open(struct sitting *s, const struct peer *peer, const char *path,
               const char *words, struct answer *a);

/* Whether PATH names a program that can be run. */
bool peer_exists(const char *program);

#endif
