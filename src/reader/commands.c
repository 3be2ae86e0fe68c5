/* The table of commands, from include/reader/commands.h. */
#include "reader/commands.h"

#include <string.h>

static const struct command_entry entries[COMMAND_COUNT] = {
	[COMMAND_NONE] = {"", "", "", COMMAND_GROUP_OTHER},
#define X(id, name, group, keys, help) \
	[COMMAND_##id] = {name, keys, help, COMMAND_GROUP_##group},
	COMMANDS(X)
#undef X
};

static const char *const titles[COMMAND_GROUP_COUNT] = {
#define X(id, title) [COMMAND_GROUP_##id] = title,
	COMMAND_GROUPS(X)
#undef X
};

const struct command_entry *
command_entry(enum command c)
{
	return &entries[c < COMMAND_COUNT ? c : COMMAND_NONE];
}

const char *
command_group_title(enum command_group g)
{
	return g < COMMAND_GROUP_COUNT ? titles[g] : "";
}

enum command
command_named(const char *name)
{
	enum command c;

	for (c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++)
		if (strcmp(entries[c].name, name) == 0)
			return c;
	return COMMAND_NONE;
}
