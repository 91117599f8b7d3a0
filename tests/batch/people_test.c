/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch says of every row what the row engine says: people made up at random, all facts as
 * columns, every finding compared. */
#include "host/host.h"
#include "report/report.h"
#include "support/people.h"
#include "support/program.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

enum { PEOPLE = 300, DAYS = 3 };

static void put_value(zc_buffer *out, const json_t *value) {
  if (json_is_string(value))
    zc_buffer_puts(out, json_string_value(value));
  else if (json_is_integer(value))
    zc_buffer_int(out, json_integer_value(value));
  else if (value)
    zc_buffer_puts(out, json_is_true(value) ? "true" : "false");
}

/* A row of CSV with a field for each fact, and the same as a line of NDJSON. */
static void put_person(const zc_people *p, const zc_person *person, unsigned id, zc_buffer *csv,
                       zc_buffer *ndjson) {
  zc_random same = {0};
  zc_buffer text = {0};
  json_error_t error;
  zc_person_json(&text, person, &same);
  json_t *object = json_loadb(text.data, text.length, 0, &error);
  CU_ASSERT_PTR_NOT_NULL_FATAL(object);
  zc_buffer_printf(csv, "%u", id);
  for (uint32_t i = 0; i < p->region.vocabulary.fact_count; i++) {
    zc_buffer_putc(csv, ',');
    put_value(csv, json_object_get(object, p->region.vocabulary.facts[i].name));
  }
  zc_buffer_putc(csv, '\n');
  json_object_set_new(object, "id", json_integer(id));
  char *line = json_dumps(object, JSON_COMPACT);
  zc_buffer_puts(ndjson, line);
  zc_buffer_putc(ndjson, '\n');
  zc_free(line);
  json_decref(object);
  zc_buffer_free(&text);
}

static void put_list_end(zc_buffer *out, size_t start, const char *end) {
  if (out->length > start)
    out->length--; /* the last blank */
  zc_buffer_puts(out, end);
}

/* The line of the output, from the row engine's answer. */
static void put_answer(zc_buffer *out, const zc_answer *a, unsigned id) {
  zc_buffer_printf(out, "%u,%s,%s,%s,", id, zc_verdict_word(a->verdict),
                   a->route ? zc_mode_word(a->route->mode) : "", a->route ? a->route->id : "");
  size_t start = out->length;
  for (uint32_t i = 0; i < a->finding_count; i++)
    if (a->findings[i].state == ZC_UNMET)
      zc_buffer_printf(out, "%s ", a->findings[i].rule->id);
  put_list_end(out, start, ",");
  start = out->length;
  for (uint32_t i = 0; i < a->missing_count; i++)
    zc_buffer_printf(out, "%s ", a->region->vocabulary.facts[a->missing[i]].name);
  zc_buffer_puts(out, a->missing_exact ? "" : "... ");
  put_list_end(out, start, ",");
  zc_buffer_printf(out, "%s,", a->region->digest);
  start = out->length;
  for (uint32_t i = 0; i < a->finding_count; i++)
    zc_buffer_printf(out, "%s=%s ", a->findings[i].rule->id, zc_state_word(a->findings[i].state));
  put_list_end(out, start, "\n");
}

/* Runs the program over `rows` and expects the lines. */
static void expect_lines(const zc_people *p, const char *folder, const char *day, zc_buffer *rows,
                         const char *first, zc_buffer *expected) {
  char in[128], out[128], block[65536];
  zc_buffer got = {0};
  program run = {0};
  snprintf(in, sizeof in, "%s/in", folder);
  snprintf(out, sizeof out, "%s/out.csv", folder);
  folder_write(folder, "in", zc_buffer_text(rows));
  RUN(&run, "batch", "--region", p->region.id, "--as-of", day, in, "--out", out, "--explain");
  program_expect_status(&run, 0);
  FILE *file = fopen(out, "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  for (size_t count; (count = fread(block, 1, sizeof block, file)) > 0;)
    zc_buffer_add(&got, block, count);
  fclose(file);
  CU_ASSERT_EQUAL_FATAL(strncmp(zc_buffer_text(&got), first, strlen(first)), 0);
  const char *line = zc_buffer_text(&got) + strlen(first), *wanted = zc_buffer_text(expected);
  while (*line != '\0' && *wanted != '\0') {
    const char *text = strncmp(line, "{},", 3) == 0 ? line + 3 : line; /* no members are kept */
    size_t length = strcspn(wanted, "\n");
    int same = strncmp(text, wanted, length + 1) == 0;
    if (!same) {
      printf("\n%s, %s:\n%.*s\nwanted\n%.*s\n", p->region.id, day, (int)strcspn(text, "\n"), text,
             (int)length, wanted);
    }
    CU_ASSERT_TRUE_FATAL(same);
    line = text + length + 1;
    wanted += length + 1;
  }
  CU_ASSERT(*line == '\0' && *wanted == '\0');
  zc_buffer_free(&got);
  program_free(&run);
}

static void ask_day(zc_people *p, unsigned day, const char *folder) {
  zc_buffer csv = {0}, ndjson = {0}, expected = {0};
  char text[11];
  zc_day as_of = zc_people_draw(p, day)->as_of;
  zc_day_format(as_of, text);
  zc_buffer_puts(&csv, "id");
  for (uint32_t i = 0; i < p->region.vocabulary.fact_count; i++)
    zc_buffer_printf(&csv, ",%s", p->region.vocabulary.facts[i].name);
  zc_buffer_putc(&csv, '\n');
  for (unsigned i = 0; i < PEOPLE; i++) {
    const zc_answer *answer = NULL;
    const zc_person *person = zc_people_draw(p, i);
    put_person(p, person, i, &csv, &ndjson);
    if (zc_ask(p->workspace, ZC_Q_ASSESS, &person->facts, as_of, 0, &answer, NULL) == ZC_OK)
      put_answer(&expected, answer, i);
  }
  expect_lines(p, folder, text, &csv, "id,verdict,mode,route,unmet,missing,digest,findings\n",
               &expected);
  expect_lines(p, folder, text, &ndjson,
               "members,id,verdict,mode,route,unmet,missing,digest,findings\n", &expected);
  zc_buffer_free(&csv);
  zc_buffer_free(&ndjson);
  zc_buffer_free(&expected);
}

static void every_row_is_answered_as_if_asked_alone(void) {
  char folder[64];
  folder_make(folder);
  for (const char *const *region = zc_test_regions; *region; region++) {
    zc_people *p = zc_people_of(*region);
    zc_diagnostics diag = {0};
    CU_ASSERT_EQUAL_FATAL(zc_region_digest(&p->region, &diag), ZC_OK);
    for (unsigned day = 0; day < DAYS; day++)
      ask_day(p, day, folder);
    zc_diagnostics_free(&diag);
  }
  folder_remove(folder);
}

static void the_summary_names_rules_that_keep_people_out(void) {
  static const char text[] = "id,track,target_level,education,months_in_current_title,"
                             "pilot_county_months\n1,targeted,deputy_senior,high_school,1,0\n";
  char folder[64], in[96], out[96];
  program p = {0};
  folder_make(folder);
  folder_write(folder, "in.csv", text);
  snprintf(in, sizeof in, "%s/in.csv", folder);
  snprintf(out, sizeof out, "%s/out.csv", folder);
  RUN(&p, "batch", "--region", "guangxi", "--as-of", "2021-10-15", in, "--out", out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "Rules that are not met (also other routes of eligible people):\n"
                         "           1  base.deputy_senior");
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&p.err), "gx.early"));
  folder_remove(folder);
  program_free(&p);
}

void test_batch_people(CU_pSuite suite) {
  CU_add_test(suite, "every row is answered as if it were asked alone",
              every_row_is_answered_as_if_asked_alone);
  CU_add_test(suite, "the summary names the rules that keep people out, and no waiver",
              the_summary_names_rules_that_keep_people_out);
}
