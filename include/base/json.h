/* Writing JSON strings. */
#ifndef LECTERN_BASE_JSON_H
#define LECTERN_BASE_JSON_H

#include "base/buf.h"

/* Appends S as a JSON string, quotes included, or null where S is NULL;
 * invalid UTF-8 becomes U+FFFD. */
void json_string(struct buf *out, const char *s);

#endif
