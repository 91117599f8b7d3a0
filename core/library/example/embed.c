/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A program of one's own that asks Zhicheng: one person in full, then a thousand by columns.
 *
 *     cc -std=c11 embed.c $(pkg-config --cflags --libs zhicheng) -o embed
 *     ./embed
 */
#include <stdio.h>
#include <zhicheng/zhicheng.h>

#define REGION "guangxi"
#define DAY    "2021-10-15"

/* A doctor in a township of Dahua county, of whom all that decides is known but the exam score. */
static const char doctor[] =
    "{\"track\": \"targeted\", \"series\": \"health\", \"series_exam_mode\": \"exam_and_review\","
    " \"target_level\": \"deputy_senior\", \"education\": \"junior_college\","
    " \"current_title_level\": \"intermediate\", \"current_title_date\": \"2016-08-01\","
    " \"unit_division\": \"451229100\", \"unit_level\": \"township\","
    " \"unit_nature\": \"public_institution\","
    " \"applied_other_track_this_year\": false, \"targeted_exam_pass_line\": 55}";

static int ask_about_one(const zc_regions *regions) {
  zc_query query = {.region = REGION, .day = DAY, .facts = doctor};
  zc_desk *desk = zc_desk_new(regions);
  zc_verdict verdict;
  const zc_rule_finding *findings;
  uint32_t count;
  if (!desk) {
    fputs("out of memory\n", stderr);
    return 0;
  }
  int fine = zc_desk_verdict(desk, &query, &verdict, NULL) == ZC_OK;
  if (fine) {
    printf("The doctor is %s.\n", zc_verdict_word(verdict));
    fine = zc_desk_findings(desk, &query, &findings, &count) == ZC_OK;
  }
  for (uint32_t i = 0; fine && i < count; i++)
    if (findings[i].state == ZC_UNMET || findings[i].state == ZC_UNKNOWN)
      printf("  %s: %s\n", findings[i].rule, zc_state_word(findings[i].state));
  if (!fine)
    fputs(zc_desk_message(desk), stderr);
  zc_desk_free(desk);
  return fine;
}

enum { ROWS = 1000 };
enum { TRACK, LEVEL, EDUCATION, HELD, PLACE, MONTHS, COLUMNS };
static const char *const facts[COLUMNS] = {"track",         "target_level",
                                           "education",     "current_title_level",
                                           "unit_division", "months_in_current_title"};
/* What is the same for all; MONTHS differ. */
static const char *const words[MONTHS] = {"targeted", "deputy_senior", "junior_college",
                                          "intermediate", "451229"};

static int8_t small[MONTHS][ROWS];
static int16_t months[ROWS];
static int64_t place[ROWS], place_highest[ROWS];

static int fill_columns(const zc_bulk *bulk, zc_bulk_column *columns) {
  for (uint32_t c = 0; c < MONTHS; c++) {
    int64_t value, highest;
    char *trouble;
    if (zc_bulk_value(bulk, c, words[c], &value, &highest, &trouble) != ZC_OK) {
      fputs(trouble ? trouble : "out of memory\n", stderr);
      zc_message_free(trouble);
      return 0;
    }
    for (int row = 0; row < ROWS; row++) {
      if (c == PLACE) {
        place[row] = value;
        place_highest[row] = highest;
      } else {
        small[c][row] = (int8_t)value;
      }
    }
    columns[c] = (zc_bulk_column){.width = 1, .values = small[c]};
  }
  for (int row = 0; row < ROWS; row++)
    months[row] = (int16_t)(row % 120);
  columns[PLACE] = (zc_bulk_column){.width = 8, .values = place, .highest = place_highest};
  columns[MONTHS] = (zc_bulk_column){.width = 2, .values = months};
  return 1;
}

static int ask_about_many(const zc_regions *regions) {
  zc_bulk *bulk;
  char *trouble;
  if (zc_bulk_new(regions, REGION, DAY, facts, COLUMNS, 0, &bulk, &trouble) != ZC_OK) {
    fputs(trouble ? trouble : "out of memory\n", stderr);
    zc_message_free(trouble);
    return 0;
  }
  zc_bulk_column columns[COLUMNS];
  zc_bulk_worker *worker = zc_bulk_worker_new(bulk);
  const zc_bulk_answers *a;
  int fine = worker && fill_columns(bulk, columns);
  if (fine && zc_bulk_assess(worker, columns, 0, ROWS, &a) != ZC_OK) {
    fputs(zc_bulk_worker_message(worker), stderr);
    fine = 0;
  }
  int ineligible = 0;
  for (uint32_t row = 0; fine && row < a->rows; row++)
    ineligible += (int)(a->ineligible[row / 64] >> row % 64 & 1);
  if (fine)
    printf("%d of %d are ineligible, whatever else is true of them.\n", ineligible, ROWS);
  zc_bulk_worker_free(worker);
  zc_bulk_free(bulk);
  return fine;
}

int main(void) {
  zc_regions *regions;
  char *trouble;
  if (zc_regions_open(&regions, NULL, NULL, ZC_LANG_EN, &trouble) != ZC_OK) {
    fputs(trouble ? trouble : "out of memory\n", stderr);
    zc_message_free(trouble);
    return 1;
  }
  int fine = ask_about_one(regions) && ask_about_many(regions);
  zc_regions_close(regions);
  return fine ? 0 : 1;
}
