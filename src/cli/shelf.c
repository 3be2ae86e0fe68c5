/* The shelf: texts read lately, and the bundled ones. */
#include "cli/shelf.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "cli/acts.h"
#include "cli/tell.h"
#include "store/paths.h"
#include "store/places.h"

static char *
last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return mem_copy(slash && slash[1] ? slash + 1 : path);
}

static unsigned
percent_of(const struct place *p)
{
	if (p->finished)
		return 100;
	if (!p->size || p->offset >= p->size)
		return p->size ? 100 : 0;
	return (unsigned)((double)p->offset * 100 / (double)p->size);
}

static void
add_recent(struct shelf *out, const struct place *p)
{
	char *path = paths_long(p->path);
	struct shelf_row row = {
		.path = mem_copy(p->path),
		.title = p->title ? mem_copy(p->title) : last_part(p->path),
		.percent = percent_of(p),
		.read = p->read,
	};

	if (access(path, R_OK) == 0) {
		vec_push(out, row);
	} else {
		free(row.path);
		free(row.title);
	}
	free(path);
}

static bool
is_among(const struct place_list *places, const char *path)
{
	size_t i;

	for (i = 0; i < places->n; i++)
		if (!strcmp(places->at[i].path, path))
			return true;
	return false;
}

static char *
title_of(const struct sitting *s, const char *path)
{
	struct opened o = {0};
	struct error e = {0};
	char *title = NULL;

	if (sitting_read(s, path, &o, &e))
		title = mem_copy(o.outline->title);
	opened_clear(&o);
	error_clear(&e);
	return title ? title : last_part(path);
}

static int
is_text(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot && !strcmp(dot, ".txt");
}

/* Adds the paths of the bundled texts to OUT, but for those among READ. */
static void
find_bundled(const struct sitting *s, const struct place_list *read,
             struct shelf_paths *out)
{
	char *directory = paths_texts(s->options->program);
	struct dirent **names;
	struct buf path = {0};
	int n, k;

	n = scandir(directory, &names, is_text, alphasort);
	for (k = 0; k < n; k++) {
		char *brief;

		buf_reset(&path);
		buf_printf(&path, "%s/%s", directory, names[k]->d_name);
		free(names[k]);
		brief = paths_short(buf_text(&path));
		if (is_among(read, brief))
			free(brief);
		else
			vec_push(out, brief);
	}
	if (n >= 0)
		free(names);
	free(directory);
	buf_clear(&path);
}

/* What was read lately, latest first, and the bundled texts that were not. */
static void
gather(const struct sitting *s, struct place_list *read,
       struct shelf_paths *bundled)
{
	if (s->places)
		places_read(s->places, read);
	find_bundled(s, read, bundled);
}

void
shelf_list(const struct sitting *s, struct shelf *out)
{
	struct place_list read = {0};
	struct shelf_paths bundled = {0};
	size_t i;

	gather(s, &read, &bundled);
	for (i = 0; i < read.n; i++)
		add_recent(out, &read.at[i]);
	for (i = 0; i < bundled.n; i++) {
		struct shelf_row row = {
			.path = bundled.at[i],
			.title = title_of(s, bundled.at[i]),
		};

		vec_push(out, row);
	}
	places_clear(&read);
	vec_clear(&bundled);
}

void
shelf_paths(const struct sitting *s, struct shelf_paths *out)
{
	struct place_list read = {0};
	struct shelf_paths bundled = {0};
	size_t i;

	gather(s, &read, &bundled);
	for (i = 0; i < read.n; i++)
		vec_push(out, mem_copy(read.at[i].path));
	for (i = 0; i < bundled.n; i++)
		vec_push(out, bundled.at[i]);
	places_clear(&read);
	vec_clear(&bundled);
}

void
shelf_clear(struct shelf *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		free(s->at[i].path);
		free(s->at[i].title);
	}
	vec_clear(s);
}

/* "3 days ago": the largest unit that is at least one. */
static void
add_age(struct buf *out, uint64_t age)
{
	static const struct {
		uint64_t ms;
		const char *one, *many;
	} units[] = {
		{(uint64_t)365 * 24 * 3600 * 1000, "year", "years"},
		{(uint64_t)30 * 24 * 3600 * 1000, "month", "months"},
		{(uint64_t)24 * 3600 * 1000, "day", "days"},
		{3600 * 1000, "hour", "hours"},
		{60 * 1000, "minute", "minutes"},
	};
	size_t i;

	for (i = 0; i < sizeof units / sizeof *units; i++) {
		unsigned long n = (unsigned long)(age / units[i].ms);

		if (n) {
			buf_printf(out, "%lu %s ago", n,
			           n == 1 ? units[i].one : units[i].many);
			return;
		}
	}
	buf_str(out, "just now");
}

char *
shelf_words(const struct shelf_row *row, uint64_t now)
{
	struct buf out = {0};

	buf_str(&out, row->title);
	if (row->read) {
		buf_printf(&out, "  %u%%  ", row->percent);
		add_age(&out, now > row->read ? now - row->read : 0);
	} else {
		buf_str(&out, "  not yet read");
	}
	return buf_take(&out);
}

/* A name may hold anything but a NUL and a '/'. */
static void
add_clean(struct buf *out, const char *s)
{
	for (; *s; s++)
		buf_char(out, (unsigned char)*s < ' ' || *s == 0x7f ? '?'
		                                                    : *s);
}

bool
shelf_run(struct sitting *s, struct error *e)
{
	struct shelf shelf = {0};
	struct buf out = {0};
	uint64_t now = sitting_stamp().now;
	size_t i;
	bool ok;

	shelf_list(s, &shelf);
	for (i = 0; i < shelf.n; i++) {
		char *words = shelf_words(&shelf.at[i], now);

		add_clean(&out, words);
		buf_str(&out, "\n    ");
		add_clean(&out, shelf.at[i].path);
		buf_char(&out, '\n');
		free(words);
	}
	shelf_clear(&shelf);
	ok = tell_out(&out, e);
	buf_clear(&out);
	return ok;
}
