/* SHA-256 (FIPS 180-4), by which a text is known. */
#ifndef LECTERN_BASE_SHA256_H
#define LECTERN_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SHA256_HEX = 64 }; /* [byte] of a digest in hexadecimal, without NUL */

struct sha256 {
	uint32_t h[8];
	uint64_t n; /* [byte] taken in so far */
	unsigned char block[64];
	bool plain; /* set after sha256_init: without the processor's help */
};

void sha256_init(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *bytes, size_t n);
/* Ends the sum; OUT is NUL-ended lower-case hexadecimal. */
void sha256_end(struct sha256 *s, char out[SHA256_HEX + 1]);

/* The same in one call. */
void sha256_of(const void *bytes, size_t n, char out[SHA256_HEX + 1]);

#endif
