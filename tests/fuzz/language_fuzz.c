/* SPDX-License-Identifier: Apache-2.0 */
/* A condition of the rule language: any text compiles to a node or is refused with a message. */
#include "base/memory.h"
#include "fuzz.h"
#include "language/compile.h"
#include "read_facts.h"
#include <stdlib.h>

static zc_setting settings[] = {
    {.from = ZC_DAY_MIN,
     .division_lo = 0,
     .division_hi = INT64_MAX,
     .words = {-1, 3, 3, -1},
     .value = 48,
     .source = "national practice"},
    {.from = 19723,
     .division_lo = 0,
     .division_hi = INT64_MAX,
     .words = {-1, 4, -1, -1},
     .none = 1,
     .source = "national practice"},
};
static zc_named_parameter parameters[] = {
    {.name = "tenure",
     .type = ZC_INT,
     .unit = ZC_MONTH,
     .keys = ZC_KEY_LEVEL | ZC_KEY_EDUCATION,
     .optional = 1,
     .settings = settings,
     .setting_count = 2},
    {.name = "open", .type = ZC_BOOL, .optional = 1},
};
static zc_function functions[] = {
    {.name = "fuzz.score", .reads = "education", .type = ZC_INT, .unit = ZC_POINT, .max = 100},
};

void zc_fuzz_language(const uint8_t *bytes, size_t length) {
  const zc_parameter_set set = {parameters, 2};
  const zc_source source = {.at = {"condition.c", 1, 0}, .row = "row", .field = "needs"};
  const zc_names names = {.vocabulary = zc_fuzz_vocabulary(),
                          .parameters = &set,
                          .functions = functions,
                          .function_count = 1,
                          .region_id = "fuzz",
                          .division_lo = 450000000000,
                          .division_hi = 450000000000 + 9999999999};
  zc_diagnostics diag = {0};
  zc_program program = {0};
  zc_mentions mentions = {.arena = &(zc_arena){0}};
  zc_type type;
  zc_unit unit;
  int32_t enumeration;
  char *text = zc_copy((const char *)bytes, length);

  if (!text)
    abort();
  zc_node_id any =
      zc_compile_any(&program, &names, text, &source, &type, &unit, &enumeration, NULL, &diag);
  if ((any == ZC_NO_NODE) != (diag.errors > 0))
    abort();
  uint32_t errors = diag.errors;
  zc_node_id condition =
      zc_compile(&program, &names, text, ZC_BOOL, ZC_NO_UNIT, -1, &source, &mentions, &diag);
  if ((condition == ZC_NO_NODE) != (diag.errors > errors))
    abort();
  /* What is a condition for the one is one for the other. */
  if (any != ZC_NO_NODE && (type == ZC_BOOL) != (condition != ZC_NO_NODE))
    abort();
  zc_arena_free(mentions.arena);
  zc_program_free(&program);
  zc_diagnostics_free(&diag);
  zc_free(text);
}
