/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin whose tables are right and whose code is not. Each folder that includes this does one
 * thing that no plugin may do, and tests say by what name it is told (tests/host/trial_test.c,
 * tests/conformance/). */
#ifndef ZC_TESTS_DEED_H
#define ZC_TESTS_DEED_H

#include "good.h"

/* Code that the dynamic linker runs. */
#define AT_OPENING static __attribute__((constructor)) void at_opening(void)
#define AT_CLOSING static __attribute__((destructor)) void at_closing(void)

#define NORTH                                                                                      \
  static const zc_chapter *const chapters[] = {&good};                                             \
  ZC_PLUGIN("north", "1.0.0", REGION(chapters))

/* A region whose function `north.score` is `score`, and a rule that asks for it. */
#define NORTH_WITH_SCORE                                                                           \
  static const zc_rule scored[] = {                                                                \
      {ZC_ROW, .id = "north.ethics.score", .kind = ZC_REQUIREMENT,                                 \
       .needs = "north.score >= 5 points", TEXT},                                                  \
  };                                                                                               \
  static const zc_function functions[] = {                                                         \
      {ZC_ROW, .name = "north.score", .reads = "education exam_score", .type = ZC_INT,             \
       .unit = ZC_POINT, .min = 0, .max = 100, .call = score},                                     \
  };                                                                                               \
  static const zc_chapter second = {.rules = ZC_TABLE(scored), .functions = ZC_TABLE(functions)};  \
  static const zc_chapter *const chapters[] = {&good, &second};                                    \
  ZC_PLUGIN("north", "1.0.0", REGION(chapters))

#endif
