/* Copies of the store that file synchronisers left beside it. */
#include "store/conflicts.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/vec.h"
#include "store/directory.h"
#include "store/fail.h"
#include "store/take.h"

enum { NAMES_TRIED = 100 }; /* for a copy that is taken in */

struct names {
	char **at;
	size_t n, cap;
};

static bool
begins(const char *s, size_t n, const char *with)
{
	size_t length = strlen(with);

	return n >= length && memcmp(s, with, length) == 0;
}

/* What a synchroniser puts between a name and its suffix. */
static bool
is_conflict(const char *s, size_t n)
{
	char *words;
	bool is;

	if (begins(s, n, ".sync-conflict-"))
		return !memchr(s, '~', n);
	if (n < 2 || !begins(s, n, " (") || s[n - 1] != ')')
		return false;
	words = mem_text(s, n);
	is = strstr(words, "conflicted copy") != NULL;
	free(words);
	return is;
}

/* The first STEM bytes of STORE, the conflict, the rest of STORE. */
static bool
is_copy_at(const char *store, size_t stem, const char *name)
{
	size_t n = strlen(name), rest = strlen(store) - stem;

	return stem && n > stem + rest && memcmp(name, store, stem) == 0 &&
	       memcmp(name + n - rest, store + stem, rest) == 0 &&
	       is_conflict(name + stem, n - stem - rest);
}

bool
conflicts_is_copy(const char *store, const char *name)
{
	const char *dot = strrchr(store, '.');

	return is_copy_at(store, strlen(store), name) ||
	       (dot && is_copy_at(store, (size_t)(dot - store), name));
}

static int
order_of_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_regular(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static void
list_copies(const char *store, struct names *out)
{
	const char *slash = strrchr(store, '/');
	char *directory = directory_above(store);
	DIR *d = opendir(directory);
	struct dirent *entry;

	while (d && (entry = readdir(d))) {
		struct buf path = {0};

		if (!conflicts_is_copy(slash ? slash + 1 : store,
		                       entry->d_name))
			continue;
		buf_printf(&path, "%s/%s", directory, entry->d_name);
		if (is_regular(buf_text(&path)))
			vec_push(out, buf_take(&path));
		buf_clear(&path);
	}
	if (d)
		closedir(d);
	if (out->n)
		qsort(out->at, out->n, sizeof *out->at, order_of_names);
	free(directory);
}

/* A second name is made before the first is taken away, so that no file is
 * ever written over; where there are no links the name is looked at first. */
static int
move_to(const char *path, const char *to)
{
	struct stat st;

	if (link(path, to) == 0)
		return unlink(path) < 0 ? errno : 0;
	if (errno == EEXIST)
		return EEXIST;
	if (lstat(to, &st) == 0)
		return EEXIST;
	return rename(path, to) < 0 ? errno : 0;
}

/* "...~", else "...2~", "...3~". Another sitting may have been quicker. */
static bool
put_aside(const char *path, struct error *e)
{
	int number = EEXIST, i;

	for (i = 1; number == EEXIST && i <= NAMES_TRIED; i++) {
		struct buf to = {0};

		buf_str(&to, path);
		if (i > 1)
			buf_printf(&to, "%d", i);
		buf_char(&to, '~');
		number = move_to(path, buf_text(&to));
		buf_clear(&to);
	}
	if (number && number != ENOENT)
		fail_set(e, path, "cannot be renamed", number);
	return !number || number == ENOENT;
}

/* Merges the copies into S; those that were not leave *COPIES. */
static bool
take_copies(struct marks_store *s, struct names *copies,
            struct merge_report *sum, struct error *e)
{
	size_t i, kept = 0;
	bool ok = true;

	for (i = 0; i < copies->n; i++) {
		struct merge_report report = {0};

		if (!take_store(s->marks, copies->at[i], &report, e)) {
			free(copies->at[i]);
			ok = false;
			continue;
		}
		sum->added += report.added;
		sum->updated += report.updated;
		sum->doubled += report.doubled;
		copies->at[kept++] = copies->at[i];
	}
	copies->n = kept;
	return ok;
}

/* Short enough for a status line of 80 columns. */
static void
say_taken(struct buf *out, size_t copies, const struct merge_report *sum)
{
	buf_printf(out, "%zu conflict cop%s taken in: %zu new, %zu updated, "
	           "%zu doubled; kept as ...~", copies,
	           copies == 1 ? "y" : "ies", sum->added, sum->updated,
	           sum->doubled);
}

/* The copies are still there where saving fails: they are taken in the next
 * time, and S need not be saved for their sake. */
static bool
take_and_save(struct marks_store *s, struct names *copies, struct buf *words,
              struct error *e)
{
	struct merge_report sum = {0};
	struct error unsaved = {0};
	bool ok = take_copies(s, copies, &sum, e), renamed = true;
	size_t i;

	if (!marks_store_save(s, &unsaved)) {
		s->marks->changed = false;
		error_clear(e);
		*e = unsaved;
		return false;
	}
	for (i = 0; i < copies->n; i++)
		renamed &= put_aside(copies->at[i], e);
	if (copies->n && renamed)
		say_taken(words, copies->n, &sum);
	return ok && renamed;
}

bool
conflicts_absorb(struct marks_store *s, struct buf *words, struct error *e)
{
	struct names copies = {NULL, 0, 0};
	char *real = s->path ? realpath(s->path, NULL) : NULL;
	bool ok = true;
	size_t i;

	if (s->path && !s->marks->read_only)
		list_copies(real ? real : s->path, &copies);
	if (copies.n)
		ok = take_and_save(s, &copies, words, e);
	for (i = 0; i < copies.n; i++)
		free(copies.at[i]);
	vec_clear(&copies);
	free(real);
	return ok;
}
