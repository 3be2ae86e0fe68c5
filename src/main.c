/* lectern: reads long texts in the terminal. From arguments to what is done. */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "cli/acts.h"
#include "cli/loop.h"
#include "cli/options.h"
#include "cli/tell.h"
#include "config.h"
#include "store/room.h"

enum { DONE, COULD_NOT, WRONG_USAGE };

/*
 * Where a standard descriptor is closed, a file opened later would take its
 * number and be read or written as if it were standard. It is filled with
 * what fails as a closed one does.
 */
static void
hold_descriptors(void)
{
	int fd;

	for (fd = 0; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			open("/dev/null", fd ? O_RDONLY : O_WRONLY);
}

static int
outcome(bool ok, struct error *e)
{
	if (!ok)
		tell_error(e);
	error_clear(e);
	return ok ? DONE : COULD_NOT;
}

static int
print(const char *words)
{
	struct buf out = {0};
	struct error e = {0};
	bool ok;

	buf_str(&out, words);
	ok = tell_out(&out, &e);
	buf_clear(&out);
	return outcome(ok, &e);
}

/* The keys come from the terminal though a text, or nothing, came through
 * standard input. */
static bool
take_keyboard(struct error *e)
{
	int fd;

	if (isatty(STDIN_FILENO))
		return true;
	fd = open("/dev/tty", O_RDWR | O_CLOEXEC);
	if (fd >= 0 && dup2(fd, STDIN_FILENO) == STDIN_FILENO) {
		close(fd);
		return true;
	}
	error_set(e, NULL, 0, "there is no terminal to read keys from; "
	          "--dump prints the text");
	return false;
}

static int
read_in_terminal(struct sitting *s)
{
	struct error e = {0};

	if (!take_keyboard(&e))
		return outcome(false, &e);
	return loop_run(s);
}

/* What is wrong with the store or the text is told already; the status says
 * that something is. */
static int
check(struct sitting *s)
{
	struct error e = {0};
	bool sound = true;
	int status = outcome(check_run(s, &sound, &e), &e);

	return sound ? status : COULD_NOT;
}

static int
act(struct sitting *s)
{
	struct error e = {0};

	/* `lectern --dump FILE | head` ends quietly, as others do; what changes
	 * the store comes to its end. */
	if (s->options->act == ACT_MARK || s->options->act == ACT_MERGE ||
	    s->options->act == ACT_IMPORT || s->options->act == ACT_PURGE)
		signal(SIGPIPE, SIG_IGN);
	switch (s->options->act) {
	case ACT_DUMP:
		return outcome(dump_run(s, &e), &e);
	case ACT_TOC:
		return outcome(toc_run(s, &e), &e);
	case ACT_NOTES:
		return outcome(notes_run(s, &e), &e);
	case ACT_MARK:
		return outcome(mark_run(s, &e), &e);
	case ACT_CHECK:
		return check(s);
	case ACT_IMPORT:
		return outcome(import_run(s, &e), &e);
	case ACT_MERGE:
		return outcome(merge_run(s, &e), &e);
	case ACT_PURGE:
		return outcome(purge_run(s, &e), &e);
	case ACT_SHELF:
		return outcome(shelf_run(s, &e), &e);
	default:
		return read_in_terminal(s);
	}
}

/* Whether the first words of a long text are enough to begin with. A place
 * that is asked for may be any. */
static bool
reads_on(const struct options *o)
{
	return o->act == ACT_READ && !o->at;
}

/* Whether something was piped or redirected into the program. */
static bool
is_fed(void)
{
	struct stat st;

	return !fstat(STDIN_FILENO, &st) &&
	       (S_ISFIFO(st.st_mode) || S_ISREG(st.st_mode));
}

/* What `lectern` and `lectern FILE` mean here. As with less, what is piped in
 * is to be read; but at the terminal only: in a script the standard input may
 * be the script's. */
static void
settle_act(struct options *o)
{
	if (o->act != ACT_READ)
		return;
	if (!isatty(STDOUT_FILENO))
		o->act = o->file ? ACT_DUMP : ACT_SHELF;
	else if (!o->file && is_fed())
		o->file = "-";
}

static int
run(struct options *o)
{
	struct sitting s;
	struct error e = {0};
	int status;

	settle_act(o);
	if (sitting_begin(&s, o, &e) &&
	    (!o->file || sitting_open(&s, o->file, reads_on(o), &e)))
		status = act(&s);
	else
		status = outcome(false, &e);
	sitting_end(&s);
	return status;
}

static int
refuse(struct error *e)
{
	struct buf words = {0};

	buf_printf(&words, "%s; see lectern --help", e->what);
	error_set(e, NULL, 0, "%s", buf_text(&words));
	buf_clear(&words);
	outcome(false, e);
	return WRONG_USAGE;
}

int
main(int argc, char **argv)
{
	struct options o;
	struct error e = {0};
	int status;

	hold_descriptors();
	setlocale(LC_CTYPE, "");
	mem_set_large(room_expect);
	if (!options_parse(&o, argc, argv, &e))
		status = refuse(&e);
	else if (o.act == ACT_HELP)
		status = print(options_help);
	else if (o.act == ACT_VERSION)
		status = print(PACKAGE_STRING "\n"
		               "Licence: MIT. There is no warranty.\n");
	else if (o.act == ACT_MERGE_DRIVER)
		status = outcome(merge_driver_run(&o, &e), &e);
	else
		status = run(&o);
	options_clear(&o);
	return status;
}
