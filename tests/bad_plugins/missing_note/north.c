/* SPDX-License-Identifier: Apache-2.0 */
/* The object, but no note that says what it is. */
#include "../good.h"

static const zc_chapter *const chapters[] = {&good};
extern ZC_EXPORT const zc_region_plugin zc_plugin;
const zc_region_plugin zc_plugin = {.abi_major = ZC_ABI_MAJOR,
                                    .abi_minor = ZC_ABI_MINOR,
                                    .size = (uint32_t)sizeof(zc_region_plugin),
                                    .chapter_size = (uint32_t)sizeof(zc_chapter),
                                    .id = "north",
                                    .version = "1.0.0",
                                    REGION(chapters)};
