/* SPDX-License-Identifier: Apache-2.0 */
/* A note, but no object behind it. */
#include "zhicheng/plugin.h"

__attribute__((section(ZC_NOTE_SECTION), used, aligned(4))) static const zc_note note = {
    9u,
    (uint32_t)(sizeof(zc_note) - offsetof(zc_note, abi_major)),
    ZC_NOTE_TYPE,
    ZC_NOTE_NAME,
    ZC_ABI_MAJOR,
    ZC_ABI_MINOR,
    (uint32_t)sizeof(zc_region_plugin),
    (uint32_t)sizeof(zc_chapter),
    "north",
    "1.0.0"};
