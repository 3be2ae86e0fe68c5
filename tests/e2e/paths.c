/* Files and directories of a session. */
#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "session.h"

static const char *
below(struct buf *out, const char *variable, const char *path)
{
	const char *top = getenv(variable);

	buf_reset(out);
	buf_printf(out, "%s/%s", top ? top : ".", path);
	return out->at;
}

const char *
session_built(const char *path)
{
	static struct buf out;

	return below(&out, "top_builddir", path);
}

const char *
session_source(const char *path)
{
	static struct buf out;

	return below(&out, "top_srcdir", path);
}

const char *
session_text(void)
{
	return session_source("texts/trotsky-1933-same-international.txt");
}

const char *
session_home(const struct session *s, const char *path)
{
	static struct buf out;

	buf_reset(&out);
	buf_printf(&out, "%s/%s", s->home, path);
	return out.at;
}

char *
session_new_home(void)
{
	char *home = mem_copy("/tmp/lectern-e2e-XXXXXX");

	if (!mkdtemp(home))
		cr_assert_fail("no directory below /tmp");
	return home;
}

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

void
session_remove(char *home)
{
	nftw(home, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(home);
}

void
session_read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");
	char bytes[4096];
	size_t n;

	buf_reset(out);
	while (f && (n = fread(bytes, 1, sizeof bytes, f)) > 0)
		buf_add(out, bytes, n);
	if (f)
		fclose(f);
}

void
session_write_file(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(bytes, 1, n, f) != n || fclose(f))
		cr_assert_fail("cannot write %s", path);
}
