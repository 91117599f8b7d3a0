/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters in conditions: their value by day and key, and whether they have one. */
#include "condition.h"
#include "tests.h"

static void values(void) {
  zc_expect_value("tenure", "target_level=deputy_senior education=bachelor", "48");
  zc_expect_value("tenure", "target_level=deputy_senior education=master", "0..1200");
  zc_expect_value("early_service", "unit_division=451229", "3");
  zc_expect_value("early_service", "unit_division=451228", "2");
  zc_expect_value("open_until", "", "1899-12-31..2200-01-01");
  zc_expect_value("as_of <= open_until", "", "unknown");
}

static void unknown_keys(void) {
  zc_expect_value("early_service", "unit_division=451200", "2..3");
  zc_expect_value("early_service", "", "2..3");
  zc_expect_value("tenure", "target_level=deputy_senior", "0..1200");
}

static void bound_keys(void) {
  zc_expect_value("tenure(deputy_senior, bachelor)", "", "48");
  zc_expect_value("tenure(bachelor, deputy_senior)", "", "48");
  zc_expect_value("tenure(deputy_senior)", "education=bachelor", "48");
  zc_expect_value("tenure(target_level, bachelor)", "target_level=deputy_senior", "48");
  zc_expect_value("tenure(current_title_level, education)",
                  "current_title_level=deputy_senior education=bachelor", "48");
  zc_expect_value("early_service(451229)", "", "3");
  zc_expect_value("early_service(destination_division)", "destination_division=451229", "3");
  zc_expect_value("early_service(region_division)", "", "2..3");
}

static void existence(void) {
  zc_expect_value("known(tenure)", "target_level=deputy_senior education=bachelor", "true");
  zc_expect_value("known(tenure)", "target_level=deputy_senior education=master", "false");
  zc_expect_value("known(tenure)", "target_level=deputy_senior", "unknown");
  zc_expect_value("known(tenure)", "target_level=full_senior", "false");
  zc_expect_value("known(tenure(deputy_senior, bachelor))", "", "true");
  zc_expect_value("known(tenure(deputy_senior, doctor))", "", "false");
  zc_expect_value("known(early_service)", "", "true");
  zc_expect_value("known(open_until)", "", "false");
  zc_expect_value("known(open_until) and as_of <= open_until", "", "false");
}

/* The value that ended on 2023-12-31 is still there for the days before. */
static void days(void) {
  zc_condition c;
  zc_condition_begin(&c);
  zc_node_id node = zc_compile(&c.program, &c.names, "tenure(full_senior, bachelor)", ZC_INT,
                               ZC_MONTH, -1, &(zc_source){.field = "needs"}, NULL, &c.diag);
  CU_ASSERT_NOT_EQUAL_FATAL(node, ZC_NO_NODE);
  zc_node n = c.program.nodes[node];
  CU_ASSERT_EQUAL(n.op, ZC_OP_IF);
  CU_ASSERT_EQUAL(c.program.nodes[n.a].op, ZC_OP_RANGE);
  CU_ASSERT_EQUAL(c.program.nodes[n.a].imm, 19723);
  CU_ASSERT_EQUAL(c.program.nodes[n.b].op, ZC_OP_UNSET);
  CU_ASSERT_EQUAL(c.program.nodes[n.c].op, ZC_OP_CONST);
  CU_ASSERT_EQUAL(c.program.nodes[n.c].imm, 60);
  zc_condition_end(&c);
}

void test_language_parameters(CU_pSuite suite) {
  CU_add_test(suite, "a parameter has the value of the first setting that fits", values);
  CU_add_test(suite, "where a key is unknown, the value spans those that it may have",
              unknown_keys);
  CU_add_test(suite, "arguments bind keys, told apart by their words and types", bound_keys);
  CU_add_test(suite, "known asks whether there is a value for the day and the keys", existence);
  CU_add_test(suite, "a setting holds from its day on", days);
}
