/* Where lectern's own files lie. */
#include "store/paths.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/mem.h"

static char *
joined(const char *a, const char *b)
{
	struct buf path = {0};

	buf_str(&path, a);
	buf_char(&path, '/');
	buf_str(&path, b);
	return buf_take(&path);
}

/* A variable that holds an absolute path, else NULL (XDG Base Directory:
 * relative ones are to be ignored). */
static const char *
absolute_variable(const char *name)
{
	const char *value = getenv(name);

	return value && value[0] == '/' ? value : NULL;
}

static char *
in_home(const char *rest, struct error *e)
{
	const char *home = absolute_variable("HOME");

	if (home)
		return joined(home, rest);
	error_set(e, NULL, 0, "HOME is not set");
	return NULL;
}

static char *
in_directory(const char *variable, const char *otherwise, const char *name,
             struct error *e)
{
	const char *directory = absolute_variable(variable);
	char *base, *path;

	base = directory ? mem_copy(directory) : in_home(otherwise, e);
	if (!base)
		return NULL;
	path = joined(base, name);
	free(base);
	return path;
}

char *
paths_store(struct error *e)
{
	const char *store = getenv("LECTERN_STORE");

	if (store && *store)
		return mem_copy(store);
	return in_home(".lectern.rec", e);
}

char *
paths_places(struct error *e)
{
	return in_directory("XDG_STATE_HOME", ".local/state",
	                    "lectern/places.rec", e);
}

char *
paths_drafts(struct error *e)
{
	return in_directory("XDG_STATE_HOME", ".local/state",
	                    "lectern/drafts.rec", e);
}

char *
paths_undo(struct error *e)
{
	return in_directory("XDG_STATE_HOME", ".local/state",
	                    "lectern/undo.rec", e);
}

char *
paths_lock(struct error *e)
{
	return in_directory("XDG_STATE_HOME", ".local/state", "lectern/lock",
	                    e);
}

char *
paths_settings(struct error *e)
{
	return in_directory("XDG_CONFIG_HOME", ".config", "lectern/config",
	                    e);
}

static bool
is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The running program sits in the build tree exactly when the tree's texts do
 * beside its directory; an installed one has no such neighbour. */
char *
paths_texts(const char *program)
{
	char *self = realpath("/proc/self/exe", NULL);
	char *texts, *slash;

	if (!self)
		self = realpath(program, NULL);
	slash = self ? strrchr(self, '/') : NULL;
	if (slash) {
		*slash = '\0';
		texts = joined(self, "../texts");
		free(self);
		if (is_directory(texts))
			return texts;
		free(texts);
	}
	return mem_copy(LECTERN_TEXTS);
}

/* The home directory with its symlinks resolved, as realpath gives paths;
 * NULL when there is none (or it is the root, which shortens nothing). */
static char *
real_home(void)
{
	const char *home = absolute_variable("HOME");
	char *real = home ? realpath(home, NULL) : NULL;

	if (real && real[1] == '\0') {
		free(real);
		return NULL;
	}
	return real;
}

char *
paths_short(const char *path)
{
	char *real = realpath(path, NULL), *home = real_home();
	size_t n = home ? strlen(home) : 0;
	char *out = NULL;

	if (real && n && !strncmp(real, home, n) && real[n] == '/')
		out = joined("~", real + n + 1);
	else
		out = mem_copy(real ? real : path);
	free(real);
	free(home);
	return out;
}

char *
paths_long(const char *path)
{
	const char *home = absolute_variable("HOME");

	if (home && path[0] == '~' && path[1] == '/')
		return joined(home, path + 2);
	return mem_copy(path);
}
