/* SPDX-License-Identifier: Apache-2.0 */
#include "analysis/fingerprint.h"
#include "base/memory.h"
#include "base/mix.h"

static uint64_t mix_text(uint64_t h, const char *text) {
  while (*text)
    h = zc_mix(h, (unsigned char)*text++);
  return h;
}

static uint64_t print_of(const zc_region *r, const uint64_t *prints, const zc_node *n) {
  const zc_fact *facts = r->vocabulary.facts;
  uint64_t h = zc_mix(zc_mix(n->op, n->type), (uint64_t)n->imm);
  h = zc_mix(h, (uint64_t)n->imm2);
  for (int i = 0; i < zc_op_operands(n->op); i++)
    h = zc_mix(h, prints[zc_op_operand(n, i)]);
  if (n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN || n->op == ZC_OP_DEFAULT)
    h = mix_text(h, facts[n->a].name);
  if (n->op == ZC_OP_CALL) {
    h = mix_text(h, r->functions[n->a].name);
    for (uint32_t i = 0; i < n->c; i++)
      h = zc_mix(h, prints[r->program.arguments[n->b + i]]);
  }
  return h;
}

uint64_t *zc_fingerprints(const zc_region *region) {
  uint32_t count = region->program.count;
  uint64_t *prints = zc_alloc((count + 1) * sizeof *prints);
  for (uint32_t i = 0; prints && i < count; i++)
    prints[i] = print_of(region, prints, &region->program.nodes[i]);
  return prints;
}
