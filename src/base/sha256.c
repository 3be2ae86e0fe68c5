/* SHA-256 (FIPS 180-4), by which a text is known. */
#include "base/sha256.h"

#include <string.h>

#include "base/sha256_x86.h"

enum { BLOCK = 64, LENGTH_AT = 56 };

static const uint32_t round_constants[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
	0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
	0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
	0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t
rotated(uint32_t x, int by)
{
	return (x >> by) | (x << (32 - by));
}

static uint32_t
big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | (uint32_t)p[3];
}

/* The message schedule: 16 words of the block, 48 made of them. */
static void
schedule(uint32_t w[64], const unsigned char *block)
{
	uint32_t s0, s1;
	int i;

	for (i = 0; i < 16; i++)
		w[i] = big_endian(block + 4 * i);
	for (; i < 64; i++) {
		s0 = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^
		     w[i - 15] >> 3;
		s1 = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^
		     w[i - 2] >> 10;
		w[i] = w[i - 16] + s0 + w[i - 7] + s1;
	}
}

/*
 * One round on the eight working variables, of which the standard's a is
 * v[-i mod 8]: they take each other's names from round to round, which costs
 * nothing, instead of each other's values. ADDED is the constant and the word
 * of the schedule.
 */
static inline void
turn(uint32_t v[8], unsigned i, uint32_t added)
{
	uint32_t a = v[(8 - i) & 7], b = v[(9 - i) & 7], c = v[(10 - i) & 7];
	uint32_t e = v[(12 - i) & 7], f = v[(13 - i) & 7], g = v[(14 - i) & 7];
	uint32_t *d = &v[(11 - i) & 7], *h = &v[(15 - i) & 7];
	uint32_t s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
	uint32_t s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);

	*h += s1 + (g ^ (e & (f ^ g))) + added;
	*d += *h;
	*h += s0 + ((a & b) | (c & (a | b)));
}

static void
compress_block(uint32_t h[8], const unsigned char *block)
{
	const uint32_t *k = round_constants;
	uint32_t w[64], v[8];
	unsigned i;

	schedule(w, block);
	memcpy(v, h, sizeof v);
	for (i = 0; i < 64; i += 8) {
		turn(v, 0, k[i] + w[i]);
		turn(v, 1, k[i + 1] + w[i + 1]);
		turn(v, 2, k[i + 2] + w[i + 2]);
		turn(v, 3, k[i + 3] + w[i + 3]);
		turn(v, 4, k[i + 4] + w[i + 4]);
		turn(v, 5, k[i + 5] + w[i + 5]);
		turn(v, 6, k[i + 6] + w[i + 6]);
		turn(v, 7, k[i + 7] + w[i + 7]);
	}
	for (i = 0; i < 8; i++)
		h[i] += v[i];
}

static void
compress(struct sha256 *s, const unsigned char *p, size_t blocks)
{
	if (!s->plain && sha256_x86(s->h, round_constants, p, blocks))
		return;
	for (; blocks; blocks--, p += BLOCK)
		compress_block(s->h, p);
}

void
sha256_init(struct sha256 *s)
{
	static const uint32_t start[8] = {
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	};

	memcpy(s->h, start, sizeof start);
	s->n = 0;
	s->plain = false;
}

void
sha256_add(struct sha256 *s, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;
	size_t held = s->n % BLOCK, take;

	s->n += n;
	if (held) {
		take = BLOCK - held < n ? BLOCK - held : n;
		memcpy(s->block + held, p, take);
		p += take;
		n -= take;
		if (held + take < BLOCK)
			return;
		compress(s, s->block, 1);
	}
	compress(s, p, n / BLOCK);
	if (n % BLOCK)
		memcpy(s->block, p + n / BLOCK * BLOCK, n % BLOCK);
}

void
sha256_end(struct sha256 *s, char out[SHA256_HEX + 1])
{
	static const char digits[] = "0123456789abcdef";
	static const unsigned char padding[BLOCK] = {0x80};
	unsigned char length[8];
	uint64_t bits = s->n * 8;
	size_t held = s->n % BLOCK, i;

	for (i = 0; i < 8; i++)
		length[i] = (unsigned char)(bits >> (56 - 8 * i));
	sha256_add(s, padding,
	           (held < LENGTH_AT ? LENGTH_AT : BLOCK + LENGTH_AT) - held);
	sha256_add(s, length, sizeof length);
	for (i = 0; i < SHA256_HEX; i++)
		out[i] = digits[s->h[i / 8] >> (28 - 4 * (i % 8)) & 15];
	out[SHA256_HEX] = '\0';
}

void
sha256_of(const void *bytes, size_t n, char out[SHA256_HEX + 1])
{
	struct sha256 s;

	sha256_init(&s);
	sha256_add(&s, bytes, n);
	sha256_end(&s, out);
}
