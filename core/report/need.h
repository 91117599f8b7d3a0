/* SPDX-License-Identifier: Apache-2.0 */
/* Values and needs in the form of the JSON contract. */
#ifndef ZC_REPORT_NEED_H
#define ZC_REPORT_NEED_H

#include "base/buffer.h"
#include "engine/region.h"
#include "facts/facts.h"

/* A value as it stands behind ">= ": "48", "bachelor", "2024-06-29", "true", "451229". */
void zc_need_value(zc_buffer *out, const zc_vocabulary *v, uint32_t fact, zc_slot slot);

/* A need as JSON contract text; `value` is the slot of the mention's value node (not read for
 * ZC_NEED_IN). 0 and nothing written: the mention asks nothing that the contract has a form for
 * (">= N", "= word", "in {...}"; an upper bound is told by the texts). */
int zc_need_write(zc_buffer *out, const zc_vocabulary *v, const zc_mention *mention, zc_slot value);

#endif
