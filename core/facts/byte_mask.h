/* SPDX-License-Identifier: Apache-2.0 */
/* Which of 64 bytes are a certain one: a bit for each, the first byte in the lowest. */
#ifndef ZC_FACTS_BYTE_MASK_H
#define ZC_FACTS_BYTE_MASK_H

#include <stdint.h>
#include <string.h>

#define ZC_MASK_BYTES 64u

#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef struct zc_byte_block {
#ifdef __SSE2__
  __m128i quarter[4];
#else
  unsigned char bytes[ZC_MASK_BYTES];
#endif
} zc_byte_block;

#ifdef __SSE2__

static inline zc_byte_block zc_byte_block_at(const char *bytes) {
  zc_byte_block block;
  for (int i = 0; i < 4; i++)
    block.quarter[i] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i * 16));
  return block;
}

static inline uint64_t zc_join_masks(const __m128i quarter[4]) {
  uint64_t mask = 0;
  for (int i = 3; i >= 0; i--)
    mask = mask << 16 | (uint32_t)_mm_movemask_epi8(quarter[i]);
  return mask;
}

static inline uint64_t zc_byte_mask(const zc_byte_block *block, char byte) {
  __m128i equal[4];
  for (int i = 0; i < 4; i++)
    equal[i] = _mm_cmpeq_epi8(block->quarter[i], _mm_set1_epi8(byte));
  return zc_join_masks(equal);
}

/* Bytes of 0x80 and above. */
static inline uint64_t zc_high_mask(const zc_byte_block *block) {
  return zc_join_masks(block->quarter);
}

#else

static inline zc_byte_block zc_byte_block_at(const char *bytes) {
  zc_byte_block block;
  memcpy(block.bytes, bytes, sizeof block.bytes);
  return block;
}

static inline uint64_t zc_byte_mask(const zc_byte_block *block, char byte) {
  uint64_t mask = 0;
  for (unsigned i = 0; i < ZC_MASK_BYTES; i++)
    mask |= (uint64_t)(block->bytes[i] == (unsigned char)byte) << i;
  return mask;
}

static inline uint64_t zc_high_mask(const zc_byte_block *block) {
  uint64_t mask = 0;
  for (unsigned i = 0; i < ZC_MASK_BYTES; i++)
    mask |= (uint64_t)(block->bytes[i] >> 7) << i;
  return mask;
}

#endif

/* Bits that are set; without the instruction for it, which not every processor has. */
static inline uint32_t zc_bit_count(uint64_t bits) {
  bits -= bits >> 1 & UINT64_C(0x5555555555555555);
  bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
  bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
  return (uint32_t)(bits * UINT64_C(0x0101010101010101) >> 56);
}

#endif
