/* The file of marks: read once, never written over what another wrote. */
#include "store/marks_store.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "marks/merge.h"
#include "store/directory.h"
#include "store/file.h"
#include "store/lock.h"
#include "store/paths.h"
#include "store/room.h"
#include "store/save.h"

enum { ROOM_FOR_NEWS = 64 * 1024 }; /* [byte] what is written and is new */

static void
look(struct marks_store *s)
{
	s->seen = stat(s->path, &s->file) == 0;
}

/* Whether the file is the one last seen, byte for byte as far as its inode
 * tells. */
static bool
is_as_seen(const struct marks_store *s)
{
	struct stat now;

	if (stat(s->path, &now) < 0)
		return !s->seen;
	return s->seen && now.st_dev == s->file.st_dev &&
	       now.st_ino == s->file.st_ino &&
	       now.st_size == s->file.st_size &&
	       now.st_mtim.tv_sec == s->file.st_mtim.tv_sec &&
	       now.st_mtim.tv_nsec == s->file.st_mtim.tv_nsec;
}

/* The bytes of the file in *OUT, none where there is no file. Nobody may be
 * waited for: what is a FIFO or a device is no store. */
static bool
read_bytes(const char *path, struct file_bytes *out, struct error *e)
{
	struct stat st;

	*out = (struct file_bytes){NULL, 0};
	if (file_is_missing(path))
		return true;
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode) &&
	    !S_ISDIR(st.st_mode)) {
		error_set(e, path, 0, "is no regular file");
		return false;
	}
	return file_read(path, out, e);
}

static void
say_newer(const char *path, struct error *e)
{
	error_set(e, path, 0, "was written by a newer lectern; it is read, "
	          "but not changed");
}

bool
marks_store_open(struct marks_store *s, char *path, struct error *e)
{
	struct file_bytes bytes = {NULL, 0};

	memset(s, 0, sizeof *s);
	s->path = path;
	if (!path) {
		s->marks = marks_parse("", 0);
		error_set(e, NULL, 0, "HOME is not set");
		return false;
	}
	look(s);
	s->unread = !read_bytes(path, &bytes, e);
	s->marks = marks_parse_own(bytes.at, bytes.n);
	s->base = s->marks->file->bytes;
	s->base_n = s->marks->file->bytes_n;
	if (s->unread)
		s->marks->read_only = true;
	else if (s->marks->read_only)
		say_newer(path, e);
	return !s->marks->read_only && save_is_possible(path, e);
}

void
marks_store_close(struct marks_store *s)
{
	marks_free(s->marks);
	buf_clear(&s->joined);
	free(s->path);
	memset(s, 0, sizeof *s);
}

/* One backup a session. */
static enum save_care
care(const struct marks_store *s)
{
	return s->backed_up ? SAVE_SYNCED : SAVE_BACKED;
}

static bool
write_marks(const char *path, const struct marks *m, enum save_care how,
            struct error *e)
{
	size_t room = m->file->bytes_n + ROOM_FOR_NEWS;
	struct buf out = {room_new(room), 0, 0};
	bool ok;

	out.cap = out.at ? room : 0;
	marks_write(m, &out);
	ok = save_file(path, buf_text(&out), out.n, how, e);
	buf_clear(&out);
	return ok;
}

/* Takes the file's BYTES into our marks, and B becomes the base. Our records
 * stay where they are, and what we have not saved yet stays so. */
static void
join_marks(struct marks_store *s, struct buf *b)
{
	bool changed = s->marks->changed;
	struct merge_report report = {0};
	struct buf old = s->joined;

	s->marks->changed = false;
	marks_merge(s->marks, buf_text(b), b->n, s->base, s->base_n, &report);
	s->news |= s->marks->changed || report.dropped;
	s->marks->changed = changed;
	s->partial = true;
	s->joined = *b;
	s->base = buf_text(&s->joined);
	s->base_n = s->joined.n;
	memset(b, 0, sizeof *b);
	buf_clear(&old);
}

static size_t
sound_records(const struct marks *m)
{
	size_t n = 0, i;

	for (i = 0; i < m->file->n; i++)
		n += !m->file->at[i]->damaged;
	return n;
}

/* Whether less than half of what was read is left: an accident, to which one
 * may not add. */
static bool
is_wrecked(const struct marks *now, const struct marks *were)
{
	size_t before = 0, i;

	for (i = 0; i < were->file->n; i++) {
		const struct rec *r = were->file->at[i];

		before += r->line && !r->damaged;
	}
	return sound_records(now) * 2 < before;
}

/* PATH with the time of day: a name that is not taken. */
static char *
name_aside(const char *path)
{
	struct buf name = {0};
	time_t now = time(NULL);
	struct tm day;
	char when[32];

	gmtime_r(&now, &day);
	strftime(when, sizeof when, "%Y%m%dT%H%M%SZ", &day);
	buf_printf(&name, "%s.%s", path, when);
	return buf_take(&name);
}

static bool
save_aside(struct marks_store *s, struct error *e)
{
	char *aside = name_aside(s->path);
	bool ok = write_marks(aside, s->marks, SAVE_SYNCED, e);

	if (ok) {
		error_set(e, s->path, 0, "was emptied or damaged by another "
		          "program and is left alone; your marks are now kept "
		          "in %s", aside);
		free(s->path);
		s->path = mem_copy(aside);
		s->marks->changed = s->partial = false;
		look(s);
	}
	free(aside);
	return false;
}

/* Merged into what they wrote: their comments and what they damaged stay.
 * Then into our marks, of whose records the reader holds on to some. */
static bool
write_merged(struct marks_store *s, struct marks *theirs, struct error *e)
{
	struct merge_report report = {0};
	struct buf ours = {0}, all = {0};
	bool ok;

	marks_write(s->marks, &ours);
	marks_merge(theirs, buf_text(&ours), ours.n, s->base, s->base_n,
	            &report);
	buf_clear(&ours);
	marks_write(theirs, &all);
	ok = save_file(s->path, buf_text(&all), all.n, care(s), e);
	if (ok)
		join_marks(s, &all);
	buf_clear(&all);
	return ok;
}

static bool
join_file(struct marks_store *s, struct error *e)
{
	struct file_bytes theirs;
	struct marks *now;
	bool ok = false;

	if (file_is_missing(s->path)) {
		ok = write_marks(s->path, s->marks, SAVE_SYNCED, e);
		s->partial = s->partial && !ok;
		return ok;
	}
	if (!read_bytes(s->path, &theirs, e))
		return false;
	now = marks_parse_own(theirs.at, theirs.n);
	if (now->read_only)
		say_newer(s->path, e);
	else if (is_wrecked(now, s->marks))
		save_aside(s, e);
	else
		ok = write_merged(s, now, e);
	marks_free(now);
	return ok;
}

void
marks_store_look(struct marks_store *s)
{
	struct file_bytes bytes;
	struct error ignored = {0};
	struct buf theirs = {0};
	struct marks *now;

	if (!s->path || s->marks->read_only || is_as_seen(s) ||
	    file_is_missing(s->path))
		return;
	look(s);
	s->partial = true;
	if (!read_bytes(s->path, &bytes, &ignored)) {
		error_clear(&ignored);
		return;
	}
	buf_add(&theirs, bytes.at, bytes.n);
	now = marks_parse_own(bytes.at, bytes.n);
	if (!now->read_only && !is_wrecked(now, s->marks))
		join_marks(s, &theirs);
	marks_free(now);
	buf_clear(&theirs);
}

bool
marks_store_has_news(struct marks_store *s)
{
	bool news = s->news;

	s->news = false;
	return news;
}

static bool
save(struct marks_store *s, struct error *e)
{
	bool ok;

	if (s->partial || !is_as_seen(s))
		ok = join_file(s, e);
	else
		ok = write_marks(s->path, s->marks, care(s), e);
	if (ok) {
		s->backed_up = true;
		s->marks->changed = false;
		look(s);
	}
	return ok;
}

bool
marks_store_save(struct marks_store *s, struct error *e)
{
	char *lock_path;
	int lock;
	bool ok;

	if (!s->marks->changed)
		return true;
	if (!s->path) {
		error_set(e, NULL, 0, "marks cannot be saved: HOME is not set");
		return false;
	}
	lock_path = paths_lock(e);
	lock = lock_take(lock_path);
	free(lock_path);
	ok = save(s, e);
	lock_release(lock);
	return ok;
}

static char *
rescue_in(const struct marks_store *s, const char *directory, struct error *e)
{
	struct buf path = {0};
	char *name;

	buf_printf(&path, "%s/lectern-rescue.rec", directory);
	name = name_aside(buf_text(&path));
	buf_clear(&path);
	if (write_marks(name, s->marks, SAVE_SYNCED, e))
		return name;
	free(name);
	return NULL;
}

char *
marks_store_rescue(const struct marks_store *s, struct error *e)
{
	char *places = paths_places(e), *directory, *path = NULL;
	const char *temporary = getenv("TMPDIR");

	if (places) {
		directory = directory_above(places);
		path = rescue_in(s, directory, e);
		free(directory);
		free(places);
	}
	if (!path)
		path = rescue_in(s, temporary && *temporary ? temporary
		                                            : "/tmp", e);
	return path;
}
