/* Comparing names without regard to the case of ASCII letters. */
#include "base/ascii.h"

#include <string.h>

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

bool
ascii_begins(const char *s, size_t n, const char *words)
{
	size_t i;

	for (i = 0; words[i]; i++)
		if (i == n || lower(s[i]) != lower(words[i]))
			return false;
	return true;
}

bool
ascii_same(const char *a, const char *b)
{
	return strlen(a) == strlen(b) && ascii_begins(a, strlen(a), b);
}
