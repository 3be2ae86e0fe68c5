/* The command line as a value. */
#include "cli/options.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/vec.h"
#include "marks/stamp.h"
#include "reader/settings.h"

const char options_help[] =
	"Usage: lectern [OPTION]... [FILE]\n"
	"Read FILE ('-': standard input) in the terminal, at the place where"
	" it was left.\n"
	"Without FILE, read what is piped in, or choose among the texts read"
	" lately\nand those that came along.\n"
	"\n"
	"Reading:\n"
	"      --at=PLACE        begin at PLACE: 12 (page), 40%, \302\2473"
	" (section),\n"
	"                          \302\2472.1\302\2667 (its paragraph),"
	" \302\266120, note:4, p.123 (a\n"
	"                          printed page that the text names),"
	" /words/\n"
	"      --width=N         set lines of at most N columns (66)\n"
	"      --theme=NAME      colours: terminal, dark, paper\n"
	"      --no-color        no colours\n"
	"      --mouse           let the mouse turn pages and choose rows\n"
	"      --encoding=NAME   read FILE as utf-8, utf-16le, utf-16be,"
	" windows-1252\n"
	"                          or iso-8859-1, whatever it looks like\n"
	"\n"
	"Printing instead:\n"
	"      --dump            the text, set in lines\n"
	"      --toc             its title, sections and notes\n"
	"      --notes           your marks of FILE, or without FILE of all"
	" texts\n"
	"      --format=FORMAT   of --toc and --notes: text or json; of"
	" --notes also\n"
	"                          markdown, csv or org\n"
	"      --since=DATE      of --notes: only what was made or changed"
	" since then\n"
	"      --tag=TAG         of --notes: only what has this tag\n"
	"      --kind=KIND       of --notes: only highlight, note, bookmark,"
	" or a kind\n"
	"                          of highlight\n"
	"\n"
	"Marking:\n"
	"      --mark=START-END  highlight these bytes of FILE and print the"
	" mark's id;\n"
	"                          may be repeated\n"
	"      --as=KIND         the kind of those highlights\n"
	"      --note=TEXT       a note on each of them\n"
	"      --store=FILE      keep marks in FILE instead of"
	" ~/.lectern.rec\n"
	"\n"
	"Keeping the store:\n"
	"      --check           examine the store and, with FILE, the text's"
	" notes and\n"
	"                          your marks in it\n"
	"      --merge=OTHER     take the marks of another store into yours\n"
	"      --import=FILE     take marks exported as JSON into yours\n"
	"      --merge-driver BASE OURS THEIRS\n"
	"                        merge stores for git, into OURS\n"
	"      --purge           remove for good what was deleted 30 days"
	" ago\n"
	"\n"
	"  -h, --help            this help\n"
	"  -V, --version         the version\n"
	"\n"
	"Press F1 or H while reading for the keys.\n";

/* Letters that stand for long options which have no short one. */
enum {
	OPTION_AT = 256,
	OPTION_AS,
	OPTION_CHECK,
	OPTION_DUMP,
	OPTION_ENCODING,
	OPTION_FORMAT,
	OPTION_KIND,
	OPTION_MARK,
	OPTION_IMPORT,
	OPTION_MERGE,
	OPTION_MERGE_DRIVER,
	OPTION_MOUSE,
	OPTION_NO_COLOR,
	OPTION_NOTE,
	OPTION_NOTES,
	OPTION_PURGE,
	OPTION_SINCE,
	OPTION_STORE,
	OPTION_TAG,
	OPTION_THEME,
	OPTION_TOC,
	OPTION_WIDTH,
};

static const struct option long_options[] = {
	{"at", required_argument, NULL, OPTION_AT},
	{"as", required_argument, NULL, OPTION_AS},
	{"check", no_argument, NULL, OPTION_CHECK},
	{"dump", no_argument, NULL, OPTION_DUMP},
	{"encoding", required_argument, NULL, OPTION_ENCODING},
	{"format", required_argument, NULL, OPTION_FORMAT},
	{"help", no_argument, NULL, 'h'},
	{"kind", required_argument, NULL, OPTION_KIND},
	{"mark", required_argument, NULL, OPTION_MARK},
	{"import", required_argument, NULL, OPTION_IMPORT},
	{"merge", required_argument, NULL, OPTION_MERGE},
	{"merge-driver", no_argument, NULL, OPTION_MERGE_DRIVER},
	{"mouse", no_argument, NULL, OPTION_MOUSE},
	{"no-color", no_argument, NULL, OPTION_NO_COLOR},
	{"note", required_argument, NULL, OPTION_NOTE},
	{"notes", no_argument, NULL, OPTION_NOTES},
	{"purge", no_argument, NULL, OPTION_PURGE},
	{"since", required_argument, NULL, OPTION_SINCE},
	{"store", required_argument, NULL, OPTION_STORE},
	{"tag", required_argument, NULL, OPTION_TAG},
	{"theme", required_argument, NULL, OPTION_THEME},
	{"toc", no_argument, NULL, OPTION_TOC},
	{"version", no_argument, NULL, 'V'},
	{"width", required_argument, NULL, OPTION_WIDTH},
	{0},
};

static bool
take_number(const char **s, size_t *out)
{
	char *end;
	unsigned long long n;

	if (!isdigit((unsigned char)**s))
		return false;
	errno = 0;
	n = strtoull(*s, &end, 10);
	if (errno || n > SIZE_MAX)
		return false;
	*s = end;
	*out = (size_t)n;
	return true;
}

static bool
take_mark(struct options *o, const char *s, struct error *e)
{
	const char *rest = s;
	struct options_range range;

	if (!take_number(&rest, &range.start) || *rest++ != '-' ||
	    !take_number(&rest, &range.end) || *rest) {
		error_set(e, NULL, 0, "--mark=%s is not START-END, two byte "
		          "offsets such as 120-180", s);
		return false;
	}
	if (range.start >= range.end) {
		error_set(e, NULL, 0, "--mark=%s holds nothing: START must be "
		          "less than END", s);
		return false;
	}
	vec_push(&o->marks, range);
	return true;
}

static const char *const formats[] = {
	[EXPORT_TEXT] = "text",
	[EXPORT_JSON] = "json",
	[EXPORT_MARKDOWN] = "markdown",
	[EXPORT_CSV] = "csv",
	[EXPORT_ORG] = "org",
};

static bool
take_format(struct options *o, const char *s, struct error *e)
{
	size_t i;

	o->format = s;
	for (i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(s, formats[i])) {
			o->form = (enum export_format)i;
			return true;
		}
	error_set(e, NULL, 0, "--format=%s is not known; known are text, json, "
	          "markdown, csv, org", s);
	return false;
}

/* A bare date is the day as the person lives it: it begins at the midnight of
 * the time zone. */
static bool
take_since(struct options *o, const char *s, struct error *e)
{
	struct tm day = {.tm_isdst = -1};
	time_t midnight;

	if (!stamp_parse(s, &o->since)) {
		error_set(e, NULL, 0, "--since=%s is no date such as "
		          "2026-11-22", s);
		return false;
	}
	if (strlen(s) == sizeof "2026-11-22" - 1 &&
	    sscanf(s, "%d-%d-%d", &day.tm_year, &day.tm_mon,
	           &day.tm_mday) == 3) {
		day.tm_year -= 1900;
		day.tm_mon--;
		midnight = mktime(&day);
		if (midnight > 0)
			o->since = (uint64_t)midnight * 1000;
	}
	return true;
}

static bool
take_encoding(struct options *o, const char *s, struct error *e)
{
	if (text_encoding_named(s, &o->encoding))
		return true;
	error_set(e, NULL, 0, "--encoding=%s is not known; known are utf-8, "
	          "utf-16le, utf-16be, windows-1252, iso-8859-1", s);
	return false;
}

/* Tried on settings of its own: what is wrong is wrong usage at once. */
static bool
check_setting(const char *name, const char *value, struct error *e)
{
	struct settings s;
	bool ok;

	settings_init(&s);
	ok = settings_set(&s, name, value, e);
	settings_clear(&s);
	return ok;
}

static bool
set_act(struct options *o, enum options_act act, struct error *e)
{
	if (o->act == ACT_READ || o->act == act ||
	    act == ACT_HELP || act == ACT_VERSION) {
		o->act = act;
		return true;
	}
	error_set(e, NULL, 0, "--dump, --toc, --notes, --mark, --check, "
	          "--import, --merge, --merge-driver and --purge exclude each "
	          "other");
	return false;
}

static bool
take_value(struct options *o, int option, const char *value, struct error *e)
{
	switch (option) {
	case OPTION_AT:
		o->at = value;
		return true;
	case OPTION_AS:
		o->as = value;
		return true;
	case OPTION_ENCODING:
		return take_encoding(o, value, e);
	case OPTION_FORMAT:
		return take_format(o, value, e);
	case OPTION_KIND:
		o->kind = value;
		return true;
	case OPTION_IMPORT:
		o->merge = value;
		return set_act(o, ACT_IMPORT, e);
	case OPTION_MERGE:
		o->merge = value;
		return set_act(o, ACT_MERGE, e);
	case OPTION_SINCE:
		return take_since(o, value, e);
	case OPTION_TAG:
		o->tag = value;
		return true;
	case OPTION_MARK:
		return set_act(o, ACT_MARK, e) && take_mark(o, value, e);
	case OPTION_NOTE:
		o->note = value;
		return true;
	case OPTION_STORE:
		o->store = value;
		return true;
	case OPTION_THEME:
		o->theme = value;
		return check_setting("theme", value, e);
	default:
		o->width = value;
		return check_setting("width", value, e);
	}
}

static bool
take(struct options *o, int option, struct error *e)
{
	switch (option) {
	case 'h':
		return set_act(o, ACT_HELP, e);
	case 'V':
		return set_act(o, ACT_VERSION, e);
	case OPTION_DUMP:
		return set_act(o, ACT_DUMP, e);
	case OPTION_TOC:
		return set_act(o, ACT_TOC, e);
	case OPTION_NOTES:
		return set_act(o, ACT_NOTES, e);
	case OPTION_CHECK:
		return set_act(o, ACT_CHECK, e);
	case OPTION_PURGE:
		return set_act(o, ACT_PURGE, e);
	case OPTION_MERGE_DRIVER:
		return set_act(o, ACT_MERGE_DRIVER, e);
	case OPTION_MOUSE:
		o->mouse = true;
		return true;
	case OPTION_NO_COLOR:
		o->no_color = true;
		return true;
	default:
		return take_value(o, option, optarg, e);
	}
}

/* OPTION is '?' or ':' as getopt_long gives them. */
static bool
refuse(int option, char **argv, struct error *e)
{
	const char *given = argv[optind - 1];
	int length = (int)strcspn(given, "=");

	if (option == ':')
		error_set(e, NULL, 0, "%s needs a value", given);
	else if (optopt > 0 && optopt < 256 && optopt != 'h' &&
	         optopt != 'V')
		error_set(e, NULL, 0, "there is no option -%c", optopt);
	else if (optopt)
		error_set(e, NULL, 0, "%.*s takes no value", length, given);
	else
		error_set(e, NULL, 0, "there is no option %.*s (or it could "
		          "mean several)", length, given);
	return false;
}

static bool
fits_together(const struct options *o, struct error *e)
{
	bool lists = o->act == ACT_TOC || o->act == ACT_NOTES;
	bool reads = o->act == ACT_READ || o->act == ACT_DUMP;
	const char *what = NULL;

	if (o->act == ACT_HELP || o->act == ACT_VERSION)
		return true;
	if (o->format && !lists)
		what = "--format goes with --toc or --notes";
	else if (o->act == ACT_TOC && o->form > EXPORT_JSON)
		what = "--toc prints text or json";
	else if ((o->since || o->tag || o->kind) && o->act != ACT_NOTES)
		what = "--since, --tag and --kind go with --notes";
	else if (o->file && (o->act == ACT_MERGE || o->act == ACT_IMPORT ||
	                     o->act == ACT_PURGE))
		what = "--import, --merge and --purge take no FILE";
	else if ((o->as || o->note) && o->act != ACT_MARK)
		what = "--as and --note go with --mark";
	else if (o->at && !(reads && o->file))
		what = "--at goes with reading a FILE or --dump";
	else if (!o->file && o->act == ACT_DUMP)
		what = "--dump needs a FILE";
	else if (!o->file && o->act == ACT_TOC)
		what = "--toc needs a FILE";
	else if (!o->file && o->act == ACT_MARK)
		what = "--mark needs a FILE";
	if (what)
		error_set(e, NULL, 0, "%s", what);
	return !what;
}

/* What is no option: FILE, or the three stores that git names. */
static bool
take_files(struct options *o, int n, char **names, struct error *e)
{
	bool driven = o->act == ACT_MERGE_DRIVER;
	int i;

	if (driven && n != 3)
		error_set(e, NULL, 0, "--merge-driver takes three stores, "
		          "BASE OURS THEIRS, not %d", n);
	else if (!driven && n > 1)
		error_set(e, NULL, 0, "one FILE at a time, not %d", n);
	if (driven ? n != 3 : n > 1)
		return false;
	for (i = 0; driven && i < n; i++)
		o->driven[i] = names[i];
	if (!driven)
		o->file = names[0];
	return true;
}

bool
options_parse(struct options *o, int argc, char **argv, struct error *e)
{
	int option;

	memset(o, 0, sizeof *o);
	o->program = argv[0];
	opterr = 0;
	while ((option = getopt_long(argc, argv, ":hV", long_options, NULL)) !=
	       -1) {
		if (option == '?' || option == ':')
			return refuse(option, argv, e);
		if (!take(o, option, e))
			return false;
		if (option == 'h' || option == 'V')
			return true;
	}
	return take_files(o, argc - optind, argv + optind, e) &&
	       fits_together(o, e);
}

void
options_clear(struct options *o)
{
	vec_clear(&o->marks);
}
