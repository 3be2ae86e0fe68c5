/* Words for the person, on standard error; output on standard output. */
#include "cli/tell.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/fail.h"

void
tell_error(const struct error *e)
{
	char *line = error_line(e);

	fprintf(stderr, "lectern: %s\n", line);
	free(line);
}

void
tell_problem(struct buf *out, const char *file, size_t line, const char *what)
{
	struct error e = {0};
	char *words;

	error_set(&e, file, line, "%s", what);
	words = error_line(&e);
	buf_printf(out, "%s\n", words);
	free(words);
	error_clear(&e);
}

bool
tell_out(struct buf *out, struct error *e)
{
	size_t at = 0;

	while (at < out->n) {
		ssize_t n = write(STDOUT_FILENO, out->at + at, out->n - at);

		if (n < 0 && errno != EINTR) {
			fail_set(e, "standard output", NULL, errno);
			return false;
		}
		if (n > 0)
			at += (size_t)n;
	}
	buf_reset(out);
	return true;
}
