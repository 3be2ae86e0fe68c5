/* Writing JSON strings (RFC 8259). Escaped is also what commands a terminal. */
#include "base/json.h"

#include <string.h>

#include "base/ucs.h"

static void
add_code_point(struct buf *out, ucs c)
{
	static const char names[] = "btn?fr"; /* of 8 to 13 */

	if (c == '"' || c == '\\')
		buf_printf(out, "\\%c", (char)c);
	else if (c >= 8 && c <= 13 && c != 11)
		buf_printf(out, "\\%c", names[c - 8]);
	else if (ucs_is_control(c)) /* none of them has more than 16 bits */
		buf_printf(out, "\\u%04x", (unsigned)c);
	else
		buf_ucs(out, c);
}

void
json_string(struct buf *out, const char *s)
{
	size_t n, i = 0;
	ucs c;

	if (!s) {
		buf_str(out, "null");
		return;
	}
	buf_char(out, '"');
	for (n = strlen(s); i < n; ) {
		i += ucs_decode(s + i, n - i, &c);
		add_code_point(out, c);
	}
	buf_char(out, '"');
}
