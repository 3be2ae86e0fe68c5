/* Writes a store of awkward values, and what recutils should make of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "awkward.h"
#include "marks/marks.h"

static void
print_store(void)
{
	struct marks *m = marks_parse("", 0);
	struct rec *r = rec_add(m->file);
	struct buf out = {0};
	char name[16];
	size_t i;

	for (i = 0; i < AWKWARD; i++) {
		snprintf(name, sizeof name, "F%zu", i);
		rec_set(r, name, awkward[i]);
	}
	marks_write(m, &out);
	fwrite(out.at, 1, out.n, stdout);
	buf_clear(&out);
	marks_free(m);
}

/* S as recutils gives it back: blanks at a line's end are gone, but one that
 * keeps a '\\' from joining the next line; quotes doubled for CSV. */
static void
print_value(const char *s, int csv)
{
	for (; *s; s++) {
		if (*s == ' ' && s[strspn(s, " ")] == '\0')
			continue;
		putchar(*s);
		if (csv && *s == '"')
			putchar('"');
		if (*s == '\\' && (s[1] == '\0' || s[1] == '\n'))
			putchar(' ');
	}
}

static void
print_csv(void)
{
	size_t i;

	for (i = 0; i < AWKWARD; i++)
		printf("%s\"F%zu\"", i ? "," : "", i);
	putchar('\n');
	for (i = 0; i < AWKWARD; i++) {
		printf(i ? ",\"" : "\"");
		print_value(awkward[i], 1);
		putchar('"');
	}
	putchar('\n');
}

int
main(int argc, char **argv)
{
	if (argc < 2)
		printf("%d\n", AWKWARD);
	else if (strcmp(argv[1], "store") == 0)
		print_store();
	else if (strcmp(argv[1], "csv") == 0)
		print_csv();
	else
		print_value(awkward[strtoul(argv[1], NULL, 10) % AWKWARD], 0);
	return 0;
}
