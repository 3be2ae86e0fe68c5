/* The programs that lectern is compared with. */
#include "peer.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct peer peers[PEERS] = {
	{"lectern", {NULL}, " ", "G", "g", "/", "q", true},
	{"less", {"less", "-i"}, " ", "G", "g", "/", "q", false},
	{"nvim", {"nvim", "-u", "NONE", "-i", "NONE", "-nR", "+set ic scs"},
	 "\006", "G", "gg", "/", ":q!\r", false},
};

bool
peer_exists(const char *program)
{
	const char *path = getenv("PATH"), *end;
	char name[4096];

	if (strchr(program, '/'))
		return access(program, X_OK) == 0;
	for (; path && *path; path = *end ? end + 1 : end) {
		end = path + strcspn(path, ":");
		snprintf(name, sizeof name, "%.*s/%s", (int)(end - path), path,
		         program);
		if (access(name, X_OK) == 0)
			return true;
	}
	return false;
}

void
peers_look(const char *lectern)
{
	int i;

	peers[PEER_LECTERN].argv[0] = lectern;
	for (i = 1; i < PEERS; i++) {
		peers[i].is_there = peer_exists(peers[i].argv[0]);
		if (!peers[i].is_there)
			printf("%s is not installed: left out\n",
			       peers[i].name);
	}
}

void
peer_open(struct sitting *s, const struct peer *peer, const char *path,
          const char *words, struct answer *a)
{
	char *argv[9];
	int n;

	for (n = 0; n < 7 && peer->argv[n]; n++)
		argv[n] = (char *)peer->argv[n];
	argv[n] = (char *)path;
	argv[n + 1] = NULL;
	unlink("state/lectern/places.rec");
	sitting_open(s, argv, words, a);
	if (a->words < 0)
		errx(1, "%s: \"%s\" of %s did not come", peer->name, words,
		     path);
}
