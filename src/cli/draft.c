/* A note in the person's own editor. */
#include "cli/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/ucs.h"
#include "screen/screen.h"
#include "store/file.h"

static const char *
variable(const char *name, const char *otherwise)
{
	const char *s = getenv(name);

	return s && *s ? s : otherwise;
}

static char *
make_draft(const char *note)
{
	struct buf path = {0}, words = {0};
	int fd;
	bool ok;

	buf_printf(&path, "%s/lectern-note-XXXXXX.txt",
	           variable("XDG_RUNTIME_DIR", variable("TMPDIR", "/tmp")));
	fd = mkostemps(path.at, 4, O_CLOEXEC);
	if (fd < 0) {
		buf_reset(&path);
		buf_str(&path, "/tmp/lectern-note-XXXXXX.txt");
		fd = mkostemps(path.at, 4, O_CLOEXEC);
	}
	if (fd < 0) {
		buf_clear(&path);
		return NULL;
	}
	buf_str(&words, note);
	if (words.n && words.at[words.n - 1] != '\n')
		buf_char(&words, '\n');
	ok = write(fd, buf_text(&words), words.n) == (ssize_t)words.n;
	ok = !close(fd) && ok;
	buf_clear(&words);
	if (ok)
		return buf_take(&path);
	unlink(path.at);
	buf_clear(&path);
	return NULL;
}

static const char *
editor_words(void)
{
	return variable("VISUAL", variable("EDITOR", "vi"));
}

/* In the child: the editor's keys come from the terminal even where our text
 * came by standard input. The variable may hold arguments, so a shell reads
 * it; the file's name is no part of the words it reads. */
static void
become_editor(const char *path)
{
	const char *editor = editor_words();
	struct buf words = {0};
	int fd;

	if (!isatty(STDIN_FILENO) && (fd = open("/dev/tty", O_RDWR)) >= 0)
		dup2(fd, STDIN_FILENO);
	buf_printf(&words, "%s \"$@\"", editor);
	execl("/bin/sh", "sh", "-c", words.at, editor, path, (char *)NULL);
	_exit(127);
}

/* What the editor's end, as waitpid gives it, says of it. */
static void
tell_end(int status, struct error *e)
{
	if (WIFSIGNALED(status))
		error_set(e, NULL, 0, "the editor was ended by signal %d",
		          WTERMSIG(status));
	else if (WEXITSTATUS(status) == 127)
		error_set(e, NULL, 0, "there is no editor %s: set VISUAL or "
		          "EDITOR", editor_words());
	else if (WEXITSTATUS(status))
		error_set(e, NULL, 0, "the editor ended with %d",
		          WEXITSTATUS(status));
}

static void
run_editor(const char *path, struct error *e)
{
	pid_t child = fork(), ended = -1;
	int status;

	if (child == 0)
		become_editor(path);
	if (child > 0)
		do
			ended = waitpid(child, &status, 0);
		while (ended < 0 && errno == EINTR);
	if (ended < 0)
		error_set(e, NULL, 0, "no editor: %s", strerror(errno));
	else
		tell_end(status, e);
}

static char *
clean(const char *s, size_t n)
{
	struct buf out = {0};
	size_t i = 0;

	while (i < n) {
		ucs c;

		i += ucs_decode(s + i, n - i, &c);
		if (c == '\n' || c == '\t' || !ucs_is_control(c))
			buf_ucs(&out, c);
	}
	while (out.n && out.at[out.n - 1] == '\n')
		out.at[--out.n] = '\0';
	return buf_take(&out);
}

char *
draft_write(const char *note, struct error *e)
{
	char *path = make_draft(note);

	if (!path)
		error_set(e, NULL, 0, "no room for a draft: %s",
		          strerror(errno));
	return path;
}

char *
draft_read(const char *path, struct error *e)
{
	struct file_bytes bytes;
	char *note;

	if (!file_read(path, &bytes, e))
		return NULL;
	note = clean(bytes.at, bytes.n);
	free(bytes.at);
	return note;
}

char *
draft_edit(const char *path, struct error *e)
{
	struct error why = {0};
	char *note;

	screen_leave();
	run_editor(path, e);
	screen_return();
	note = draft_read(path, &why);
	if (!note && !e->what)
		error_set(e, NULL, 0, "the editor left nothing: %s", why.what);
	error_clear(&why);
	return note;
}
