/* SPDX-License-Identifier: Apache-2.0 */
/* Regions made in memory: a test writes the tables of a plugin beside its assertions. */
#ifndef ZC_TESTS_SUPPORT_REGION_H
#define ZC_TESTS_SUPPORT_REGION_H

#include "host/host.h"

/* The head of a plugin "test" whose chapters stand in the array `list`:
 *     static const zc_chapter chapter = {.rules = ZC_TABLE(rules)};
 *     static const zc_chapter *const chapters[] = {&chapter};
 *     static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters); */
#define ZC_TEST_PLUGIN(list)                                                                       \
  {                                                                                                \
    .abi_major = ZC_ABI_MAJOR, .abi_minor = ZC_ABI_MINOR, .size = sizeof(zc_region_plugin),        \
    .chapter_size = sizeof(zc_chapter), .id = "test", .version = "1.0.0",                          \
    .name = {.zh = "试验区", .en = "Test"}, .division = "450000", .chapters = (list),              \
    .chapter_count = ZC_COUNT(list)                                                                \
  }

/* Compiles the tables without any parameters.ini. Where that fails, the messages are printed and
 * the test fails. Free with zc_region_free. */
zc_status zc_test_region(zc_region *region, const zc_region_plugin *plugin);

/* The rule or route of that id; the test fails where there is none. */
const zc_compiled_rule *zc_test_rule(const zc_region *region, const char *id);

/* The messages of compiling tables that are wrong, in `lang`; the caller frees them with zc_free.
 * `ini` is the text of parameters.ini, or NULL. NULL: the tables compiled, and the test fails. */
char *zc_test_refusal(const zc_region_plugin *plugin, const char *ini, zc_lang lang);

/* Compiles the tables with texts of parameters.ini and of a deployment's file (each may be NULL).
 */
zc_status zc_test_region_with(zc_region *region, const zc_region_plugin *plugin, const char *ini,
                              const char *overrides, zc_diagnostics *diag);

/* Whether the text has the part; if not, the test fails and shows both. */
void zc_test_contains(const char *text, const char *part);

#endif
