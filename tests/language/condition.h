/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conditions over the shared vocabulary, compiled and evaluated, for the tests of this folder.
 * Facts are written "exam_passed=true months_in_current_title=36"; all others are not given. The
 * day asked about is 2024-06-29. Beside the facts there are
 *   tenure           parameter, months, keyed by level and education: 48 for deputy_senior and
 *                    bachelor, none for full_senior from 2024-01-01
 *   early_service    parameter without unit, keyed by division: 3 under 451229, else 2
 *   open_until       parameter, a day, without any value
 *   test.score       function, points: what exam_score is, less 10
 */
#ifndef ZC_TESTS_LANGUAGE_CONDITION_H
#define ZC_TESTS_LANGUAGE_CONDITION_H

#include "language/compile.h"

/* Everything that compiling needs; made and freed by each test that looks at nodes or mentions. */
typedef struct zc_condition {
  zc_vocabulary vocabulary;
  zc_names names;
  zc_program program;
  zc_mentions mentions;
  zc_arena arena;
  zc_diagnostics diag;
} zc_condition;
void zc_condition_begin(zc_condition *c);
void zc_condition_end(zc_condition *c);

/* The root of a condition, with its mentions; the test fails where it does not compile. */
zc_node_id zc_condition_compiled(zc_condition *c, const char *text);
/* The value of a node for the facts: "true", "false", "unknown", "36", "12..48", "2024-06-29",
 * "word". Lives until the next call. */
const char *zc_condition_value(zc_condition *c, zc_node_id node, const char *facts);

/* Whether the expression (of any type) has this value for the facts. */
void zc_expect_value(const char *text, const char *facts, const char *value);
/* Whether the condition is refused with this message, and a caret under this column. */
void zc_expect_error(const char *text, uint32_t column, const char *message);

#endif
