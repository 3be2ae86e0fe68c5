/* Prints the manual's list of keys, made of the one table of commands. */
#include <stdio.h>
#include <string.h>

#include "reader/commands.h"

/* What roff takes for its own is written so that it shows as it is; all else
 * of the table is ASCII but for the section sign. */
static void
print_escaped(const char *s)
{
	for (; *s; s++)
		switch (*s) {
		case '^':
			fputs("\\(ha", stdout);
			break;
		case '\'':
			fputs("\\(aq", stdout);
			break;
		case '-':
			fputs("\\-", stdout);
			break;
		case '\\':
			fputs("\\e", stdout);
			break;
		case '\302':
			fputs("\\(sc", stdout);
			s++;
			break;
		default:
			putchar(*s);
		}
}

static void
print_command(const struct command_entry *c)
{
	fputs(".It Ic \"\\&", stdout);
	print_escaped(c->keys);
	fputs("\\&\"\n\\&", stdout);
	print_escaped(c->help);
	printf("\n.Pq Cm %s\n", c->name);
}

static void
print_group(enum command_group g)
{
	int c;

	printf(".Ss %s\n.Bl -tag -width Ds\n", command_group_title(g));
	for (c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++)
		if (command_entry((enum command)c)->group == g)
			print_command(command_entry((enum command)c));
	puts(".El");
}

int
main(void)
{
	int g;

	for (g = 0; g < COMMAND_GROUP_COUNT; g++)
		print_group((enum command_group)g);
	return 0;
}
