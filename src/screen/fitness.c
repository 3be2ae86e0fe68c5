/* Whether this locale and this terminal can show a text. */
#include "screen/terminal.h"

#include <ctype.h>
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static bool
is_utf8_now(void)
{
	const char *set = nl_langinfo(CODESET);

	return !strcmp(set, "UTF-8") || !strcmp(set, "utf8");
}

static bool
is_ascii_now(void)
{
	const char *set = nl_langinfo(CODESET);

	return !strcmp(set, "ANSI_X3.4-1968") || !strcmp(set, "US-ASCII") ||
	       !strcmp(set, "646");
}

/* What the environment says of characters, or NULL when it says nothing. */
static const char *
chosen_locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *s = getenv(names[i]);

		if (s && *s)
			return s;
	}
	return NULL;
}

/*
 * The C locale says nothing of the terminal, and terminals that do not show
 * UTF-8 have become rare: a bare machine or container, where no locale is
 * set, shall read without more ado, and who set LC_ALL=C for the sake of sort
 * shall be told and go on. A locale that names another character set is
 * believed.
 */
bool
terminal_locale(const char **notice, struct error *e)
{
	const char *set;

	*notice = NULL;
	if (is_utf8_now())
		return true;
	if (is_ascii_now() && (setlocale(LC_CTYPE, "C.UTF-8") ||
	                       setlocale(LC_CTYPE, "C.utf8") ||
	                       setlocale(LC_CTYPE, "en_US.UTF-8")) &&
	    is_utf8_now()) {
		if (chosen_locale())
			*notice = "the locale is not UTF-8; read as UTF-8 "
				  "(LC_ALL=C.UTF-8 says so)";
		return true;
	}
	set = nl_langinfo(CODESET);
	error_set(e, NULL, 0,
	          "the locale's characters are %s, not UTF-8: "
	          "try LC_ALL=C.UTF-8 lectern FILE, "
	          "or lectern --dump FILE | less",
	          *set ? set : "unknown");
	return false;
}

/* TERM as it may be shown; it comes from outside. */
static const char *
type_name(void)
{
	const char *s = getenv("TERM"), *c;

	if (!s || !*s)
		return NULL;
	for (c = s; *c; c++)
		if (!isgraph((unsigned char)*c) || c - s > 60)
			return "?";
	return s;
}

static bool
refuse(const char *why, struct error *e)
{
	const char *name = type_name();

	if (!name)
		error_set(e, NULL, 0,
		          "TERM is not set: try TERM=xterm-256color lectern "
		          "FILE, or lectern --dump FILE | less");
	else
		error_set(e, NULL, 0,
		          "the terminal type %s %s: try TERM=xterm-256color "
		          "lectern FILE, or lectern --dump FILE | less",
		          name, why);
	return false;
}

bool
terminal_type(struct error *e)
{
	int found = 0;

	if (!type_name() || setupterm(NULL, terminal.tty.out, &found) == ERR)
		return refuse(found == 1 ? "prints on paper"
		                         : "is not known here", e);
	if (*terminal_string("cup") && *terminal_string("clear"))
		return true;
	terminal_forget();
	return refuse("cannot move its cursor", e);
}
