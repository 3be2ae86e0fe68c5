/* The last line: commands and notes as they are typed. */
#ifndef LECTERN_READER_PROMPT_H
#define LECTERN_READER_PROMPT_H

#include "reader/state.h"

/* Opens the command line with WORDS in it (NULL: empty). */
void prompt_command(struct reader *r, const char *words);

/* A key or pasted words while a prompt is open. */
void prompt_key(struct reader *r, uint32_t key);
void prompt_paste(struct reader *r, const char *words);

#endif
