/* SHA-256 by the instructions that some processors have for it. */
#ifndef LECTERN_BASE_SHA256_X86_H
#define LECTERN_BASE_SHA256_X86_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Takes BLOCKS blocks of 64 bytes into H, with the round constants K; false,
 * H untouched, where the processor cannot. */
bool sha256_x86(uint32_t h[8], const uint32_t k[64],
                const unsigned char *bytes, size_t blocks);

#endif
