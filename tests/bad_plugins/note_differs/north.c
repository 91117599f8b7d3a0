/* SPDX-License-Identifier: Apache-2.0 */
/* The note speaks of another region than the object. */
#include "../good.h"

static const zc_chapter *const chapters[] = {&good};
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
extern ZC_EXPORT const zc_region_plugin zc_plugin;
const zc_region_plugin zc_plugin = {.abi_major = ZC_ABI_MAJOR,
                                    .abi_minor = ZC_ABI_MINOR,
                                    .size = (uint32_t)sizeof(zc_region_plugin),
                                    .chapter_size = (uint32_t)sizeof(zc_chapter),
                                    .id = "south",
                                    .version = "1.0.0",
                                    REGION(chapters)};
