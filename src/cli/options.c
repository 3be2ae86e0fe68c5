/* The command line as a value. */
#include "cli/options.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "reader/settings.h"

const char options_help[] =
	"Usage: lectern [OPTION]... [FILE]\n"
	"Read FILE ('-': standard input) in the terminal, at the place where"
	" it was left.\n"
	"Without FILE, choose among the texts read lately and those that came"
	" along.\n"
	"\n"
	"Reading:\n"
	"      --at=PLACE        begin at PLACE: 12 (page), 40%, \302\2473"
	" (section),\n"
	"                          \302\2472.1\302\2667 (its paragraph),"
	" \302\266120, note:4, /words/\n"
	"      --width=N         set lines of at most N columns (66)\n"
	"      --theme=NAME      colours: terminal, dark, paper\n"
	"      --no-color        no colours\n"
	"      --mouse           let the mouse turn pages\n"
	"      --encoding=NAME   read FILE as utf-8, utf-16le, utf-16be,"
	" windows-1252\n"
	"                          or iso-8859-1, whatever it looks like\n"
	"\n"
	"Printing instead:\n"
	"      --dump            the text, set in lines\n"
	"      --toc             its title, sections and notes\n"
	"      --notes           your marks of FILE, or without FILE of all"
	" texts\n"
	"      --format=FORMAT   of --toc and --notes: text or json\n"
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
	"  -h, --help            this help\n"
	"  -V, --version         the version\n"
	"\n"
	"Press F1 or H while reading for the keys.\n";

/* Letters that stand for long options which have no short one. */
enum {
	OPTION_AT = 256,
	OPTION_AS,
	OPTION_DUMP,
	OPTION_ENCODING,
	OPTION_FORMAT,
	OPTION_MARK,
	OPTION_MOUSE,
	OPTION_NO_COLOR,
	OPTION_NOTE,
	OPTION_NOTES,
	OPTION_STORE,
	OPTION_THEME,
	OPTION_TOC,
	OPTION_WIDTH,
};

static const struct option long_options[] = {
	{"at", required_argument, NULL, OPTION_AT},
	{"as", required_argument, NULL, OPTION_AS},
	{"dump", no_argument, NULL, OPTION_DUMP},
	{"encoding", required_argument, NULL, OPTION_ENCODING},
	{"format", required_argument, NULL, OPTION_FORMAT},
	{"help", no_argument, NULL, 'h'},
	{"mark", required_argument, NULL, OPTION_MARK},
	{"mouse", no_argument, NULL, OPTION_MOUSE},
	{"no-color", no_argument, NULL, OPTION_NO_COLOR},
	{"note", required_argument, NULL, OPTION_NOTE},
	{"notes", no_argument, NULL, OPTION_NOTES},
	{"store", required_argument, NULL, OPTION_STORE},
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

static bool
take_format(struct options *o, const char *s, struct error *e)
{
	o->format = s;
	o->json = !strcmp(s, "json");
	if (o->json || !strcmp(s, "text"))
		return true;
	error_set(e, NULL, 0, "--format=%s is neither text nor json", s);
	return false;
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
	error_set(e, NULL, 0, "--dump, --toc, --notes and --mark exclude each "
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
	if (argc - optind > 1) {
		error_set(e, NULL, 0, "one FILE at a time, not %d",
		          argc - optind);
		return false;
	}
	o->file = argv[optind];
	return fits_together(o, e);
}

void
options_clear(struct options *o)
{
	vec_clear(&o->marks);
}
