/* SPDX-License-Identifier: Apache-2.0 */
/* What the digest of a region covers and what it leaves out (core/compile/digest.c). */
#include "base/memory.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define TEXT .text = {.zh = "一句话。"}

static const zc_parameter_value values[] = {{ZC_ROW, .value = "48", .source = "一号"}};
static const zc_parameter parameters[] = {{ZC_ROW, .name = "floor", .type = ZC_INT,
                                           .unit = ZC_MONTH, .label = {.zh = "年限"},
                                           .values = ZC_TABLE(values)}};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};

typedef struct zc_digest {
  char text[72];
} zc_digest;

static zc_digest digest_of(const zc_rule *rule, const char *ini, const char *version) {
  const zc_chapter chapter = {.parameters = ZC_TABLE(parameters),
                              .tracks = ZC_TABLE(tracks),
                              .rules = {rule, 1, sizeof *rule}};
  const zc_chapter *const list[] = {&chapter};
  zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  zc_region region;
  zc_diagnostics diag = {0};
  zc_digest digest;
  plugin.version = version;
  CU_ASSERT_EQUAL_FATAL(zc_test_region_with(&region, &plugin, ini, NULL, &diag), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_region_digest(&region, &diag), ZC_OK);
  memcpy(digest.text, region.digest, sizeof digest.text);
  zc_region_free(&region);
  zc_diagnostics_free(&diag);
  return digest;
}

static int same(zc_digest a, zc_digest b) {
  return strcmp(a.text, b.text) == 0;
}

static const zc_rule plain = {
    .id = "test.a", .kind = ZC_SCOPE, .needs = "months_in_current_title >= floor", TEXT};

static void the_digest_is_sm3_and_steady(void) {
  zc_digest digest = digest_of(&plain, NULL, "1.0.0");
  CU_ASSERT_EQUAL(strlen(digest.text), 68);
  CU_ASSERT_EQUAL(strncmp(digest.text, "sm3:", 4), 0);
  CU_ASSERT_EQUAL(strspn(digest.text + 4, "0123456789abcdef"), 64);
  CU_ASSERT(same(digest, digest_of(&plain, NULL, "1.0.0")));
}

static void a_row_that_moves_in_its_file_changes_nothing(void) {
  zc_rule moved = plain;
  moved.at = (zc_place){"elsewhere.c", 1234, 0};
  CU_ASSERT(same(digest_of(&moved, NULL, "1.0.0"), digest_of(&plain, NULL, "1.0.0")));
}

static void what_an_answer_shows_changes_the_digest(void) {
  zc_digest digest = digest_of(&plain, NULL, "1.0.0");
  zc_rule changed = plain;
  changed.text.zh = "另一句话。";
  CU_ASSERT(!same(digest, digest_of(&changed, NULL, "1.0.0")));
  changed = plain;
  changed.text.en = "";
  CU_ASSERT(!same(digest, digest_of(&changed, NULL, "1.0.0")));
  changed = plain;
  changed.needs = "months_in_current_title >= floor + 1";
  CU_ASSERT(!same(digest, digest_of(&changed, NULL, "1.0.0")));
  changed = plain;
  changed.flags = ZC_BINDS_ALWAYS;
  CU_ASSERT(!same(digest, digest_of(&changed, NULL, "1.0.0")));
  CU_ASSERT(!same(digest, digest_of(&plain, NULL, "1.0.1")));
}

static void parameters_in_force_change_the_digest(void) {
  zc_digest digest = digest_of(&plain, NULL, "1.0.0");
  zc_digest other =
      digest_of(&plain, "[floor]\nsource = 二号\nunit = month\n2024-01-01 = 36\n", "1.0.0");
  CU_ASSERT(!same(digest, other));
  CU_ASSERT(
      !same(other,
            digest_of(&plain, "[floor]\nsource = 三号\nunit = month\n2024-01-01 = 36\n", "1.0.0")));
  CU_ASSERT(same(digest, digest_of(&plain, "; nothing\n", "1.0.0")));
}

void test_compile_digest(CU_pSuite suite) {
  CU_add_test(suite, "the digest is SM3, and the same for the same rules",
              the_digest_is_sm3_and_steady);
  CU_add_test(suite, "a row that moves in its source file leaves the digest as it is",
              a_row_that_moves_in_its_file_changes_nothing);
  CU_add_test(suite, "texts, conditions, flags and the version change the digest",
              what_an_answer_shows_changes_the_digest);
  CU_add_test(suite, "the parameters in force change the digest",
              parameters_in_force_change_the_digest);
}
