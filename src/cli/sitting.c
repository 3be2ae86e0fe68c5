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
#include "cli/tell.h"
#include "store/file.h"
#include "store/paths.h"
#include "store/places.h"
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

/* Keeps the first reason; E is emptied. */
static void
cannot_save(struct sitting *s, struct error *e)
{
	struct buf words = {0};
	char *line = error_line(e);

	buf_printf(&words, "marks cannot be saved: %s", line);
	if (!s->message)
		s->message = buf_take(&words);
	buf_clear(&words);
	free(line);
	error_clear(e);
}

/* A store that is there but cannot be read must not be written over. */
static void
read_marks(struct sitting *s)
{
	struct file_bytes bytes = {0};
	struct error e = {0};
	if (s->store && !file_is_missing(s->store))
		s->unread = !file_read(s->store, &bytes, &e);
	s->marks = marks_parse(bytes.at ? bytes.at : "", bytes.n);
	free(bytes.at);
	if (s->unread)
		s->marks->read_only = true;
	else if (s->marks->read_only)
		error_set(&e, s->store, 0, "is of a newer lectern");
	else if (s->store)
		save_is_possible(s->store, &e);
	if (e.what)
		cannot_save(s, &e);
}

static void
open_store(struct sitting *s)
{
	struct error e = {0};

	s->store = s->options->store ? mem_copy(s->options->store)
	                             : paths_store(&e);
	if (!s->store)
		cannot_save(s, &e);
	s->places = paths_places(&e);
	error_clear(&e);
	read_marks(s);
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

void
sitting_end(struct sitting *s)
{
	opened_clear(&s->text);
	marks_free(s->marks);
	settings_clear(&s->settings);
	free(s->store);
	free(s->places);
	free(s->message);
}

static bool
write_marks(struct sitting *s, struct error *e)
{
	struct buf out = {0};
	bool ok;

	marks_write(s->marks, &out);
	ok = save_file(s->store, buf_text(&out), out.n, !s->backed_up, e);
	buf_clear(&out);
	if (ok) {
		s->backed_up = true;
		s->marks->changed = false;
	}
	return ok;
}

bool
sitting_save_marks(struct sitting *s, struct error *e)
{
	if (!s->marks->changed)
		return true;
	if (s->store)
		return write_marks(s, e);
	error_set(e, NULL, 0, "marks cannot be saved: HOME is not set");
	return false;
}
