/* What is searched for, as a person types it. */
#include "text/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/phrase.h"
#include "text/search.h"

enum { PACE = 256 };

struct query {
	struct phrase phrase;
};

static const char expression[] = "re:";

/* Behind the quotation mark. */
static bool
make_exact(struct query *q, const char *words)
{
	size_t n = strlen(words);
	char *s = mem_text(words, n && words[n - 1] == '"' ? n - 1 : n);
	bool made = phrase_init(&q->phrase, s, 0);

	free(s);
	return made;
}

static bool
make_phrase(struct query *q, const char *words)
{
	unsigned how = search_how(words, FOLD_ACCENTS | SEARCH_SMART_CASE);

	return phrase_init(&q->phrase, words, how);
}

struct query *
query_new(const char *typed, struct error *e)
{
	struct query *q = mem_new(sizeof *q);
	bool made;

	(void)e;
	made = *typed == '"' ? make_exact(q, typed + 1)
	                     : make_phrase(q, typed);
	if (made)
		return q;
	query_free(q);
	return NULL;
}

void
query_free(struct query *q)
{
	if (!q)
		return;
	phrase_clear(&q->phrase);
	free(q);
}

/* A blank before them keeps what looks like one of our forms from being it,
 * and is nothing in a phrase. */
char *
query_of_words(const char *words)
{
	struct buf b = {0};

	if (*words == '"' || !strncmp(words, expression, 3))
		buf_char(&b, ' ');
	buf_str(&b, words);
	return buf_take(&b);
}

bool
query_next(struct query *q, const struct text *t, const struct outline *o,
           struct span where, struct span *out)
{
	(void)o;
	return phrase_next(&q->phrase, t, where, out);
}

bool
query_prev(struct query *q, const struct text *t, const struct outline *o,
           struct span where, struct span *out)
{
	(void)o;
	return phrase_prev(&q->phrase, t, where, out);
}

bool
query_is_in(struct query *q, const char *words)
{
	const struct text t = {.at = words, .n = strlen(words)};
	struct span found;

	return phrase_next(&q->phrase, &t, (struct span){0, t.n}, &found);
}

size_t
query_pace(const struct query *q)
{
	(void)q;
	return PACE;
}
