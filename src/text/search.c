/* Finding a phrase in a text, folded. */
#include "text/search.h"

#include <string.h>

#include "text/phrase.h"

static bool
holds_capital(const char *words)
{
	size_t n = strlen(words), i, length;
	ucs c;

	for (i = 0; i < n; i += length) {
		length = ucs_decode(words + i, n - i, &c);
		if (ucs_is_upper(c))
			return true;
	}
	return false;
}

unsigned
search_how(const char *words, unsigned how)
{
	/* who types them means them */
	if (!strpbrk(words, "_*"))
		how |= FOLD_SIGNS;
	if (!(how & SEARCH_SMART_CASE))
		return how;
	return (how & (FOLD_ACCENTS | FOLD_SIGNS)) |
	       (holds_capital(words) ? 0 : FOLD_CASE);
}

bool
search_next(const struct text *t, const char *words, unsigned how,
            struct span where, struct span *out)
{
	struct phrase p;
	bool found = phrase_init(&p, words, search_how(words, how)) &&
	             phrase_next(&p, t, where, out);

	phrase_clear(&p);
	return found;
}

bool
search_prev(const struct text *t, const char *words, unsigned how,
            struct span where, struct span *out)
{
	struct phrase p;
	bool found = phrase_init(&p, words, search_how(words, how)) &&
	             phrase_prev(&p, t, where, out);

	phrase_clear(&p);
	return found;
}
