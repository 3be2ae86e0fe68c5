/* What the finders of a text's structure share while they work on it. */
#ifndef LECTERN_TEXT_STRUCTURE_SURVEY_H
#define LECTERN_TEXT_STRUCTURE_SURVEY_H

#include "text/outline.h"
#include "text/structure/lines.h"

/* A run of lines without a blank one among them. */
struct group {
	uint32_t first, n; /* lines */
	uint16_t gap;      /* blank lines before it */
	bool page;         /* a page break stands before it */
	uint8_t seen;      /* what weigh made of it, 0 for nothing yet */
};

/* How the text is set. */
struct manner {
	uint16_t wrap;   /* [col] lines are broken at; 0 where they are not */
	uint16_t indent; /* [col] of most long lines */
	uint16_t margin; /* [col] that few long lines stand left of */
	uint16_t gap;    /* [ln] blank lines between most paragraphs */
	bool dense;      /* no blank lines between paragraphs */
	bool apart;      /* so, and each paragraph is a line */
	bool markdown;   /* more surely known once the headings are */
	bool linked;     /* lynx numbered its links: "[12]words" */
};

struct survey {
	const struct text *t;
	struct lines lines;
	struct {
		struct group *at;
		size_t n, cap;
	} groups;
	struct manner manner;
};

void survey_text(const struct text *t, struct survey *s);
void survey_clear(struct survey *s);

/* The N groups from FIRST on get ROLE on all their lines. */
void survey_assign(struct survey *s, size_t first, size_t n,
                   enum line_role role);

/* Whether the group is text that runs on: a full line, or several. */
bool survey_is_body(const struct survey *s, size_t group);

/* Whether its lines fill the measure, as prose does. */
bool survey_is_prose(const struct survey *s, size_t group);

/* Whether a group that begins with L is passed over to find a neighbour. */
static inline bool
survey_passes(const struct line *l)
{
	return l->role == ROLE_FURNITURE || line_is(l, LINE_RULE);
}

/* The last group in front of GROUP, or the first behind it, that is neither
 * furniture nor a rule; (size_t)-1 where there is none. So many rules in a row
 * part whatever stands around them. */
enum { SURVEY_FARTHEST = 40 };
size_t survey_before(const struct survey *s, size_t group);
size_t survey_behind(const struct survey *s, size_t group);

/* Line I's bytes. */
static inline const char *
line_text(const struct survey *s, size_t i)
{
	return s->t->at + s->lines.at[i].at;
}

static inline text_pos
line_end(const struct line *l)
{
	return l->at + l->n;
}

/* The first line of a group. */
static inline struct line *
group_line(const struct survey *s, size_t group)
{
	return &s->lines.at[s->groups.at[group].first];
}

#endif
