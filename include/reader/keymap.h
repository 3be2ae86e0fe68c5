/* Keys to commands. */
#ifndef LECTERN_READER_KEYMAP_H
#define LECTERN_READER_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "reader/commands.h"

/*
 * A key as written: a character; ^X; M-X (Alt); Space, Tab, Enter, Esc,
 * Backspace, Delete, Up, Down, Left, Right, PgUp, PgDn, Home, End, F1. Two
 * characters (ZZ) are a sequence. Names of more than two letters may be
 * written in any case. KIND_n, COPY and REMOVE hold on a selection
 * or highlight only and may share keys with commands of elsewhere.
 */
struct keymap_binding {
	uint32_t key, then; /* THEN is 0 but for a sequence */
	enum command command; /* COMMAND_NONE: the key was taken away */
	bool given;           /* by keymap_bind, not by default */
	size_t line;          /* of the settings; 0: of none */
};

struct keymap {
	struct keymap_binding *at;
	size_t n, cap;
	size_t line; /* which what is bound next stands on */
};

/* The default bindings. */
void keymap_init(struct keymap *k);
void keymap_clear(struct keymap *k);

/* Binds KEYS (one key or sequence as written) to a command, replacing a
 * default one of that key; false with *E (its FILE and LINE left to the
 * caller) where KEYS is no key, or was bound before to something else by this
 * function, which sets *CONFLICT. COMMAND_NONE takes the key away. A default
 * sequence gives way to its first key, and that to a sequence. */
bool keymap_bind(struct keymap *k, const char *keys, enum command c,
                 bool *conflict, struct error *e);

/* The command of a key, or of the sequence KEY THEN; *PREFIX tells that KEY
 * begins a sequence. On a selection or highlight (MARKED) its commands come
 * first. */
enum command keymap_command(const struct keymap *k, uint32_t key,
                            uint32_t then, bool marked, bool *prefix);

/* The key as written, appended to OUT. */
void keymap_name(uint32_t key, struct buf *out);
/* The inverse; false when S is no key. */
bool keymap_key(const char *s, uint32_t *key);

/* The keys of a command as a person reads them (arrows as such, Alt-),
 * separated by blanks. */
void keymap_keys(const struct keymap *k, enum command c, struct buf *out);

#endif
