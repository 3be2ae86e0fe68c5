/* A sitting: settings, the store of marks, and the text that is open. */
#include "cli/sitting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "cli/lend.h"
#include "cli/tell.h"
#include "store/conflicts.h"
#include "store/file.h"
#include "store/paths.h"
#include "store/save.h"

struct stamp
sitting_stamp(void)
{
	struct stamp s = {0};
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	s.now = (uint64_t)now.tv_sec * 1000 +
	        (uint64_t)(now.tv_nsec / 1000000);
	if (getrandom(&s.random, sizeof s.random, GRND_NONBLOCK) < 0)
		s.random = (uint64_t)now.tv_nsec * 2654435761u ^
		           (uint64_t)getpid() << 40;
	return s;
}

/* Settings. */

static bool
read_settings_file(struct sitting *s, const char *path, struct error *e)
{
	struct settings_problems problems = {0};
	struct file_bytes bytes;
	bool conflict;
	size_t i;

	if (file_is_missing(path))
		return true;
	if (!file_read(path, &bytes, e)) {
		tell_error(e);
		error_clear(e);
		return true;
	}
	settings_read(&s->settings, path, bytes.at, bytes.n, &problems);
	free(bytes.at);
	for (i = 0; i < problems.n; i++)
		tell_error(&problems.at[i]);
	conflict = problems.conflict;
	settings_problems_clear(&problems);
	if (conflict)
		error_set(e, path, 0, "one key cannot do two things: take one "
		          "of the lines away");
	return !conflict;
}

/* A home that cannot be found is told of with the store. */
static bool
read_settings(struct sitting *s, struct error *e)
{
	struct error ignored = {0};
	char *path = paths_settings(&ignored);
	bool ok = !path || read_settings_file(s, path, e);

	error_clear(&ignored);
	free(path);
	return ok;
}

static bool
apply_options(struct sitting *s, struct error *e)
{
	const struct options *o = s->options;
	const char *no_color = getenv("NO_COLOR");

	if (o->width && !settings_set(&s->settings, "width", o->width, e))
		return false;
	if (o->theme && !settings_set(&s->settings, "theme", o->theme, e))
		return false;
	if (o->no_color || (no_color && *no_color))
		s->settings.color = false;
	if (o->mouse)
		s->settings.mouse = true;
	return true;
}

/* Marks. */

/* Keeps the first reason, said once; E is emptied. */
static void
cannot_save(struct sitting *s, struct error *e)
{
	static const char said[] = "cannot be saved: ";
	struct buf words = {0};
	char *line;

	if (!strncmp(e->what, said, sizeof said - 1))
		memmove(e->what, e->what + sizeof said - 1,
		        strlen(e->what) - sizeof said + 2);
	line = error_line(e);
	buf_printf(&words, "marks cannot be %ssaved: %s",
	           s->store.unread ? "read or " : "", line);
	if (!s->message)
		s->message = buf_take(&words);
	buf_clear(&words);
	free(line);
	error_clear(e);
}

/* Whether marks are read or written, and not only examined. */
static bool
takes_part(const struct options *o)
{
	return o->act == ACT_READ || o->act == ACT_NOTES ||
	       o->act == ACT_MARK || o->act == ACT_MERGE ||
	       o->act == ACT_IMPORT ||
	       o->act == ACT_PURGE;
}

/* What synchronisers left beside the store is taken in. The reader says so in
 * the status line. */
static void
absorb_conflicts(struct sitting *s)
{
	struct buf words = {0};
	struct error e = {0};
	char *line = NULL;

	if (!conflicts_absorb(&s->store, &words, &e)) {
		line = error_line(&e);
		buf_printf(&words, "%smarks of a conflict copy were not taken "
		           "in: %s", words.n ? "; " : "", line);
	}
	if (words.n && s->options->act == ACT_READ) {
		s->message = buf_take(&words);
	} else if (words.n) {
		error_set(&e, NULL, 0, "%s", buf_text(&words));
		tell_error(&e);
	}
	error_clear(&e);
	free(line);
	buf_clear(&words);
}

/* What the sitting before changed last can be undone. Where that cannot be
 * read it was not kept. */
static void
read_last_change(struct sitting *s)
{
	struct error ignored = {0};
	char *path = paths_undo(&ignored);
	struct file_bytes bytes;

	if (path && !file_is_missing(path) &&
	    file_read(path, &bytes, &ignored)) {
		marks_remember(s->marks, bytes.at, bytes.n);
		free(bytes.at);
	}
	error_clear(&ignored);
	free(path);
}

/* Of marks that were saved. */
static void
keep_last_change(struct sitting *s)
{
	struct error ignored = {0};
	struct buf last = {0};
	char *path = paths_undo(&ignored);

	if (path && marks_last_change(s->marks, &last))
		save_file(path, buf_text(&last), last.n, false, &ignored);
	error_clear(&ignored);
	buf_clear(&last);
	free(path);
}

/* Lines that are no fields may hold marks together, as those of a merge that
 * git could not end do: who reads on is told, and it is kept all the same. */
static void
tell_unread_lines(struct sitting *s)
{
	const struct rec_file *f = s->marks->file;
	struct buf words = {0};

	if (s->message || !f->problems.n)
		return;
	buf_printf(&words, "line %zu of your marks: %s", f->problems.at[0].line,
	           f->problems.at[0].what);
	if (f->problems.n > 1)
		buf_printf(&words, ", and %zu more", f->problems.n - 1);
	buf_str(&words, "; see lectern --check");
	s->message = buf_take(&words);
}

static void
open_store(struct sitting *s)
{
	const char *given = s->options->store;
	struct error e = {0};

	if (!marks_store_open(&s->store, given ? mem_copy(given)
	                                       : paths_store(&e), &e))
		cannot_save(s, &e);
	else if (takes_part(s->options))
		absorb_conflicts(s);
	s->marks = s->store.marks;
	s->places = paths_places(&e);
	s->drafts = paths_drafts(&e);
	if (s->options->act == ACT_READ) {
		read_last_change(s);
		tell_unread_lines(s);
	}
	error_clear(&e);
}

bool
sitting_begin(struct sitting *s, const struct options *o, struct error *e)
{
	memset(s, 0, sizeof *s);
	s->options = o;
	settings_init(&s->settings);
	if (!read_settings(s, e) || !apply_options(s, e))
		return false;
	open_store(s);
	return true;
}

bool
sitting_save_marks(struct sitting *s, struct error *e)
{
	return marks_store_save(&s->store, e);
}

/* Nowhere left to write to: whoever sees the screen may still copy them. */
static void
print_marks(const struct sitting *s)
{
	struct buf out = {0};

	marks_write(s->marks, &out);
	fwrite(buf_text(&out), 1, out.n, stderr);
	buf_clear(&out);
}

static void
rescue_marks(struct sitting *s)
{
	struct error e = {0};
	char *path = marks_store_rescue(&s->store, &e);

	if (path)
		error_set(&e, NULL, 0, "the marks that could not be saved are "
		          "in %s", path);
	else
		error_set(&e, NULL, 0, "the marks could be saved nowhere; "
		          "here they are:");
	tell_error(&e);
	if (!path)
		print_marks(s);
	error_clear(&e);
	free(path);
}

void
sitting_end(struct sitting *s)
{
	if (s->marks && s->marks->changed)
		rescue_marks(s);
	else if (s->marks && s->options->act == ACT_READ)
		keep_last_change(s);
	opened_clear(&s->text);
	lend_end(s->lend);
	marks_store_close(&s->store);
	settings_clear(&s->settings);
	free(s->places);
	free(s->drafts);
	free(s->message);
}
