/* The headings of a text: numbers left out, names that come again. */
#include "cli/check_sections.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "text/structure/candidates.h"
#include "text/structure/tally.h"

/* What is greater is a year where no "Chapter" stands in front; the levels
 * that are told apart. */
enum { MOST_NUMBER = 999, LEVELS = 16 };

/* Headings of one way of counting, by the last of them. */
struct row {
	uint32_t value, parent;
	size_t section; /* plus 1; 0 for none yet */
};

struct rows {
	struct row *at;
	size_t n, cap;
};

struct walk {
	const struct opened *o;
	struct faults *faults;
	struct tally keys;  /* of ways of counting: places in ROWS, plus 1 */
	struct rows rows;
	struct tally names; /* VALUE: the section of that name, plus 1 */
	size_t *lines;      /* that the sections begin on */
	bool begun; /* the last number was a first, or a word: "I NIGHT" */
};

static const struct section *
section(const struct walk *w, size_t i)
{
	return &w->o->outline->sections.at[i];
}

/* One walk through the text for all the numbers of lines. */
static size_t *
lines_of_sections(const struct opened *o)
{
	size_t n = o->outline->sections.n, line = 1;
	size_t *lines = mem_new(n * sizeof *lines);
	text_pos p = 0, next;

	for (size_t i = 0; i < n; i++) {
		for (; p < o->text->n; p = next, line++) {
			text_line_end(o->text, p, &next);
			if (next > o->outline->sections.at[i].at)
				break;
		}
		lines[i] = line;
	}
	return lines;
}

static uint64_t
mix(uint64_t key, uint64_t with)
{
	return (key ^ with) * 0x9E3779B97F4A7C15u + 1;
}

/* What is of one unit counts together, be it "Chapter 1" or "Chapter One". */
static struct row *
row_of(struct walk *w, const struct heading_words *words, unsigned kind,
       unsigned level)
{
	uint64_t key = mix(words->unit, words->unit ? 0 : kind);
	struct tally_entry *e;

	key = mix(mix(key, words->number.depth), level);
	e = tally_at(&w->keys, key ? key : 1);
	if (e->value == 0) {
		vec_push(&w->rows, (struct row){0});
		e->value = (uint32_t)w->rows.n;
	}
	return &w->rows.at[e->value - 1];
}

/* "C" is a third letter where "B" stood before, else a hundred. */
static struct row *
choose_row(struct walk *w, const struct heading_words *words, unsigned level,
           uint32_t *value)
{
	const struct number *number = &words->number;
	unsigned letter = number->kind == NUMBER_ROMAN_LOWER
	                          ? NUMBER_LETTER_LOWER
	                          : NUMBER_LETTER;
	struct row *row;

	*value = number->value;
	if (number->letter > 1) {
		row = row_of(w, words, letter, level);
		if (row->value + 1 == number->letter) {
			*value = number->letter;
			return row;
		}
	}
	return row_of(w, words, number->kind, level);
}

static void
tell_gap(struct walk *w, size_t i, size_t before)
{
	struct buf what = {0};

	buf_printf(&what, "\"%s\" follows \"%s\" of line %zu: the numbers do "
	                  "not count on", section(w, i)->title,
	           section(w, before)->title, w->lines[before]);
	faults_add(w->faults, section(w, i)->at, &what);
}

/* A number counts on from the last of its row, or begins again with its
 * chapter. Nothing is asked of the first of a row: the text may be an extract.
 */
static void
check_number(struct walk *w, size_t i, const struct heading_words *words)
{
	const struct number *number = &words->number;
	uint32_t value;
	struct row *row;
	bool counts;

	if (number->kind == NUMBER_NONE ||
	    (number->value > MOST_NUMBER && !words->unit))
		return;
	row = choose_row(w, words, section(w, i)->level, &value);
	counts = row->parent == number->parent && value == row->value + 1;
	if (words->doubtful && !counts) {
		w->begun = w->begun || value == 1;
		return;
	}
	counts = counts || (w->begun && value == 2);
	w->begun = words->doubtful && value == 1;
	if (row->section && value > 1 && !counts)
		tell_gap(w, i, row->section - 1);
	*row = (struct row){value, number->parent, i + 1};
}

/* A name that each part may have ("Notes") may come again in the next: PART is
 * the heading above, plus 1. Scenes may be named alike, and what stands right
 * below one another goes on. */
static void
check_name(struct walk *w, size_t i, const struct heading_words *words,
           size_t part)
{
	uint64_t key = words->name;
	struct tally_entry *e;
	struct buf what = {0};

	if (!key)
		return;
	if (words->standing)
		key = mix(key, part);
	if (words->unit)
		key = mix(mix(key, words->number.value), words->number.parent);
	e = tally_at(&w->names, key ? key : 1);
	if (e->value == i && words->number.kind != NUMBER_NONE) {
		e->value = (uint32_t)i + 1;
	} else if (e->value > 0) {
		buf_printf(&what, "heading \"%s\" repeats that of line %zu",
		           section(w, i)->title, w->lines[e->value - 1]);
		faults_add(w->faults, section(w, i)->at, &what);
	} else {
		e->value = (uint32_t)i + 1;
	}
}

void
check_sections(const struct opened *o, struct faults *f)
{
	struct walk w = {.o = o, .faults = f, .lines = lines_of_sections(o)};
	size_t part[LEVELS] = {0}; /* the last heading of a level, plus 1 */

	for (size_t i = 0; i < o->outline->sections.n; i++) {
		const char *title = section(&w, i)->title;
		unsigned level = section(&w, i)->level;
		struct heading_words words;

		level = level < LEVELS ? level : LEVELS - 1;
		heading_read(title, strlen(title), &words);
		check_number(&w, i, &words);
		check_name(&w, i, &words, level > 0 ? part[level - 1] : 0);
		for (; level < LEVELS; level++)
			part[level] = i + 1;
	}
	free(w.lines);
	vec_clear(&w.rows);
	tally_clear(&w.keys);
	tally_clear(&w.names);
}
