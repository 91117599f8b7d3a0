/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng path: from a held title to a destination, by what the conversion rows answer. */
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

#define MAX_ARGUMENTS 32

/* Asks on 2024-03-01 with the facts "name=value ...", parted by blanks. */
static json_t *path_of(program *p, const char *facts) {
  char copy[1024];
  const char *arguments[MAX_ARGUMENTS] = {"path", "--as-of", "2024-03-01", "--format", "json"};
  size_t count = 5;
  CU_ASSERT_FATAL(strlen(facts) < sizeof copy);
  strcpy(copy, facts);
  for (char *word = strtok(copy, " "); word && count + 2 < MAX_ARGUMENTS;
       word = strtok(NULL, " ")) {
    arguments[count++] = "--set";
    arguments[count++] = word;
  }
  program_run(p, arguments);
  return program_json(p);
}

static const char *word_of(const json_t *object, const char *key) {
  const char *word = json_string_value(json_object_get(object, key));
  return word ? word : "null";
}

/* A step as "step result earliest rule": "exchange exchange 2025-11-01 sd.exchange". */
static void expect_step(const json_t *step, const char *wanted) {
  char got[256];
  snprintf(got, sizeof got, "%s %s %s %s", word_of(step, "step"), word_of(step, "result"),
           word_of(step, "earliest"), word_of(step, "rule"));
  if (strcmp(got, wanted) != 0)
    printf("\nwanted %s\n   got %s\n", wanted, got);
  CU_ASSERT_STRING_EQUAL(got, wanted);
}

/* A way: its earliest day and its steps, ended by NULL. */
static void expect_way(const json_t *root, size_t index, const char *earliest,
                       const char *const *steps) {
  const json_t *way = json_array_get(json_object_get(root, "ways"), index);
  const json_t *list = json_object_get(way, "steps");
  size_t count = 0;
  CU_ASSERT_STRING_EQUAL(word_of(way, "earliest"), earliest);
  for (; steps[count]; count++)
    expect_step(json_array_get(list, count), steps[count]);
  CU_ASSERT_EQUAL(json_array_size(list), count);
}
#define EXPECT_WAY(root, index, earliest, ...)                                                     \
  expect_way(root, index, earliest, (const char *const[]){__VA_ARGS__, NULL})

static void expect_counts(const json_t *root, size_t ways, size_t closed) {
  CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "ways")), ways);
  CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "closed")), closed);
}

#define SHANDONG                                                                                   \
  "held_title_region=shandong held_title_track=targeted held_title_level=intermediate "            \
  "unit_in_catalog=true "
#define OUT_OF_CATALOG "destination_division=370102 destination_in_catalog=false "

static void a_title_that_keeps_its_worth_moves_along(void) {
  program p = {0};
  json_t *root = path_of(&p, SHANDONG "destination_in_catalog=true");
  expect_counts(root, 1, 0);
  EXPECT_WAY(root, 0, "2024-03-01", "use valid 2024-03-01 sd.validity",
             "move valid 2024-03-01 sd.validity");
  json_decref(root);
  program_free(&p);
}

static void an_exchange_waits_for_its_months_and_names_what_is_to_be_done(void) {
  program p = {0};
  json_t *root = path_of(&p, SHANDONG OUT_OF_CATALOG
                         "employed_months_in_targeted_title=40 annual_assessment_passed=true");
  expect_counts(root, 2, 0);
  EXPECT_WAY(root, 0, "2025-11-01", "use valid 2024-03-01 sd.validity",
             "exchange exchange 2025-11-01 sd.exchange",
             "move valid 2025-11-01 base.convert.general");
  const json_t *way = json_array_get(json_object_get(root, "ways"), 0);
  const json_t *exchange = json_array_get(json_object_get(way, "steps"), 1);
  const json_t *needs = json_object_get(exchange, "needs");
  CU_ASSERT_EQUAL(json_array_size(needs), 2);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_array_get(needs, 0)),
                         "continuing_education_completed");
  CU_ASSERT_STRING_EQUAL(json_string_value(json_array_get(needs, 1)),
                         "committee_determination_passed");
  CU_ASSERT_STRING_EQUAL(word_of(json_object_get(exchange, "title"), "track"), "general");
  CU_ASSERT_STRING_EQUAL(word_of(json_object_get(exchange, "title"), "level"), "intermediate");
  EXPECT_WAY(root, 1, "2024-03-01", "use valid 2024-03-01 sd.validity",
             "move invalid 2024-03-01 sd.validity", "apply invalid 2024-03-01 sd.validity");
  json_decref(root);
  program_free(&p);
}

static void the_day_of_an_exchange_is_the_first_on_which_convert_grants_it(void) {
  program p = {0};
  static const char *const days[][2] = {{"2025-10-31", "refused"}, {"2025-11-01", "exchange"}};
  for (size_t i = 0; i < 2; i++) {
    RUN(&p, "convert", "--region", "shandong", "--as-of", days[i][0], "--format", "json", "--set",
        "purpose=exchange", "--set", "held_title_region=shandong", "--set",
        "held_title_track=targeted", "--set", "facts_as_of=2024-03-01", "--set",
        "employed_months_in_targeted_title=40", "--set", "annual_assessment_passed=true", "--set",
        "continuing_education_completed=true", "--set", "committee_determination_passed=true",
        "--set", "unit_in_catalog=true");
    program_expect_status(&p, 0);
    char wanted[64];
    snprintf(wanted, sizeof wanted, "\"result\":\"%s\"", days[i][1]);
    program_expect_out(&p, wanted);
  }
  program_free(&p);
}

static void months_that_are_not_known_leave_the_exchange_open(void) {
  program p = {0};
  json_t *root = path_of(&p, SHANDONG OUT_OF_CATALOG);
  EXPECT_WAY(root, 0, "null", "use valid 2024-03-01 sd.validity",
             "exchange undetermined null sd.exchange");
  const json_t *way = json_array_get(json_object_get(root, "ways"), 0);
  const json_t *missing =
      json_object_get(json_array_get(json_object_get(way, "steps"), 1), "missing");
  CU_ASSERT_EQUAL(json_array_size(missing), 1);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_array_get(missing, 0)),
                         "employed_months_in_targeted_title");
  json_decref(root);
  program_free(&p);
}

static void months_grow_only_where_the_title_is_valid(void) {
  program p = {0};
  json_t *root =
      path_of(&p, "held_title_region=shandong held_title_track=targeted unit_in_catalog=false "
                  "employed_months_in_targeted_title=59 " OUT_OF_CATALOG);
  expect_counts(root, 1, 2);
  expect_step(json_array_get(json_object_get(root, "closed"), 0),
              "use invalid 2024-03-01 sd.validity");
  expect_step(json_array_get(json_object_get(root, "closed"), 1),
              "exchange refused 2024-03-01 sd.exchange");
  json_decref(root);
  program_free(&p);
}

static void a_move_out_of_the_region_is_answered_by_both(void) {
  program p = {0};
  json_t *root = path_of(&p, "held_title_region=inner_mongolia held_title_track=targeted "
                             "held_title_level=deputy_senior held_title_division=150700 "
                             "unit_division=150721 unit_level=county target_level=full_senior "
                             "destination_division=451229");
  expect_counts(root, 1, 1);
  EXPECT_WAY(root, 0, "2024-03-01", "use valid 2024-03-01 nm55.validity.local",
             "move reassess 2024-03-01 nm55.validity.upward",
             "reassess reassess 2024-03-01 nm55.validity.upward",
             "apply valid 2024-03-01 base.convert.general");
  CU_ASSERT_STRING_EQUAL(word_of(root, "to"), "guangxi");
  expect_step(json_array_get(json_object_get(root, "closed"), 0),
              "exchange refused 2024-03-01 inner_mongolia.exchange");
  json_decref(root);
  root = path_of(&p, "held_title_region=guangxi held_title_track=general "
                     "destination_division=370102");
  expect_counts(root, 1, 0);
  EXPECT_WAY(root, 0, "2024-03-01", "use valid 2024-03-01 base.convert.general",
             "move valid 2024-03-01 base.convert.general");
  json_decref(root);
  program_free(&p);
}

static void a_targeted_title_in_urumqi_is_no_step_to_a_higher_general_one(void) {
  static const char facts[] = "held_title_region=urumqi held_title_track=targeted "
                              "held_title_level=intermediate held_title_series=school_teacher "
                              "unit_division=650104 "
                              "unit_level=township unit_nature=public_institution "
                              "destination_division=650105 destination_unit_level=village "
                              "destination_unit_nature=public_institution "
                              "target_level=deputy_senior track=";
  char all[1024];
  program p = {0};
  snprintf(all, sizeof all, "%sgeneral", facts);
  json_t *root = path_of(&p, all);
  EXPECT_WAY(root, 0, "2024-03-01", "use valid 2024-03-01 urq.validity",
             "move valid 2024-03-01 urq.move", "reassess refused 2024-03-01 urq.no_ladder",
             "apply valid 2024-03-01 base.convert.general");
  expect_step(json_array_get(json_object_get(root, "closed"), 0),
              "apply refused 2024-03-01 urq.no_ladder");
  json_decref(root);
  snprintf(all, sizeof all, "%stargeted", facts);
  root = path_of(&p, all);
  EXPECT_WAY(root, 0, "2024-03-01", "use valid 2024-03-01 urq.validity",
             "move valid 2024-03-01 urq.move", "apply valid 2024-03-01 urq.validity");
  json_decref(root);
  program_free(&p);
}

static void what_no_plugin_holds_is_not_decided(void) {
  program p = {0};
  json_t *root =
      path_of(&p, "held_title_region=urumqi held_title_track=targeted "
                  "held_title_series=school_teacher unit_division=650104 unit_level=township "
                  "unit_nature=public_institution destination_division=652300 "
                  "destination_unit_level=township");
  CU_ASSERT(json_is_null(json_object_get(root, "to")));
  EXPECT_WAY(root, 0, "null", "use valid 2024-03-01 urq.validity",
             "move undetermined null urq.move");
  json_decref(root);
  root = path_of(&p, "held_title_region=shandong held_title_track=farmer "
                     "destination_division=150102");
  EXPECT_WAY(root, 0, "null", "use undetermined null base.convert.farmer",
             "move undetermined null base.convert.farmer");
  json_decref(root);
  program_free(&p);
}

static void a_revoked_title_leads_nowhere(void) {
  program p = {0};
  json_t *root = path_of(&p, SHANDONG "title_revoked=true destination_in_catalog=true");
  expect_counts(root, 0, 3);
  json_decref(root);
  RUN(&p, "path", "--lang", "zh", "--set", "held_title_region=shandong", "--set",
      "held_title_track=targeted", "--set", "title_revoked=true", "--set",
      "destination_in_catalog=true");
  program_expect_out(&p, "\n没有路径。\n\n走不通的\n  ✗ 使用：失效\n");
  program_free(&p);
}

static void text_names_steps_days_and_clauses(void) {
  program p = {0};
  RUN(&p, "path", "--as-of", "2024-03-01", "--set", "held_title_region=shandong", "--set",
      "held_title_track=targeted", "--set", "held_title_level=intermediate", "--set",
      "unit_in_catalog=true", "--set", "employed_months_in_targeted_title=40", "--set",
      "destination_in_catalog=false");
  program_expect_status(&p, 0);
  program_expect_out(&p, "targeted intermediate: Shandong → Shandong, 2024-03-01\n");
  program_expect_out(&p, "\nWay 1, not before 2025-11-01\n  1. use: valid, from 2024-03-01\n");
  program_expect_out(&p, "  2. exchange: granted, from 2025-11-01\n");
  program_expect_out(&p, "省四]\n     This has to be done\n       - annual assessment passed  "
                         "annual_assessment_passed\n");
  program_expect_out(&p, "  3. apply general intermediate, not before 2024-03-01\n");
  program_free(&p);
}

static void what_is_lacking_or_wrong_is_told(void) {
  program p = {0};
  RUN(&p, "path");
  program_expect_status(&p, 2);
  program_expect_err(&p, "the fact held_title_region is missing");
  program_expect_err(&p, "there is no destination");
  RUN(&p, "path", "--set", "held_title_region=guangx", "--set", "destination_grassroots=true");
  program_expect_status(&p, 2);
  program_expect_err(&p, "did you mean guangxi?");
  RUN(&p, "path", "--as-of", "2024-03-01", "--set", "held_title_region=guangxi", "--set",
      "destination_grassroots=true", "--set", "held_title_date=2025-01-01");
  program_expect_status(&p, 2);
  program_expect_err(&p, "held_title_date (2025-01-01) lies after the day asked about");
  RUN(&p, "path", "--region", "guangxi");
  program_expect_status(&p, 2);
  program_free(&p);
}

void test_compare_path(CU_pSuite suite) {
  CU_add_test(suite, "a title that keeps its worth moves along",
              a_title_that_keeps_its_worth_moves_along);
  CU_add_test(suite, "an exchange waits for its months and names what is to be done",
              an_exchange_waits_for_its_months_and_names_what_is_to_be_done);
  CU_add_test(suite, "the day of an exchange is the first on which convert grants it",
              the_day_of_an_exchange_is_the_first_on_which_convert_grants_it);
  CU_add_test(suite, "months that are not known leave the exchange open",
              months_that_are_not_known_leave_the_exchange_open);
  CU_add_test(suite, "months grow only where the title is valid",
              months_grow_only_where_the_title_is_valid);
  CU_add_test(suite, "a move out of the region is answered by both regions",
              a_move_out_of_the_region_is_answered_by_both);
  CU_add_test(suite, "a targeted title in Urumqi is no step to a higher general one",
              a_targeted_title_in_urumqi_is_no_step_to_a_higher_general_one);
  CU_add_test(suite, "what no plugin holds is not decided", what_no_plugin_holds_is_not_decided);
  CU_add_test(suite, "a revoked title leads nowhere", a_revoked_title_leads_nowhere);
  CU_add_test(suite, "text names steps, days and clauses", text_names_steps_days_and_clauses);
  CU_add_test(suite, "what is lacking or wrong is told", what_is_lacking_or_wrong_is_told);
}
