/* SPDX-License-Identifier: Apache-2.0 */
/* A file of people answered by the library: the bytes of the program, and what is refused. */
#include "zhicheng/zhicheng.h"

#include "support/batch_bench.h"
#include "support/region.h"
#include "support/sweep.h"
#include "tests.h"

#include <string.h>

#define PLUGINS ZC_BUILD_DIR "/plugins"
#define DAY     "2022-10-10"

static zc_regions *regions;

static void open_regions(void) {
  if (!regions)
    CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, PLUGINS, NULL, ZC_LANG_EN, NULL), ZC_OK);
}

/* A bench of some rows, and the question about it. */
static zc_batch_options prepare(bench *b, const char *ending) {
  zc_buffer text = {0};
  open_regions();
  bench_rows(&text, 5000);
  bench_make(b, zc_buffer_text(&text), ending);
  zc_buffer_free(&text);
  return (zc_batch_options){.size = sizeof(zc_batch_options),
                            .in = b->in,
                            .out = b->out,
                            .region = "urumqi",
                            .day = DAY,
                            .threads = 2};
}

static void expect_ok(const zc_batch_options *options, zc_batch_counts *counts) {
  char *trouble = NULL;
  zc_status status = zc_batch_run(regions, options, counts, NULL, &trouble);
  if (status != ZC_OK)
    printf("\n%s", trouble ? trouble : "");
  CU_ASSERT_EQUAL(status, ZC_OK);
  zc_message_free(trouble);
}

static void expect_same(const char *path, const char *other) {
  zc_buffer one = {0}, two = {0};
  bench_read(&one, path);
  bench_read(&two, other);
  CU_ASSERT(one.length > 0);
  CU_ASSERT_EQUAL_FATAL(one.length, two.length);
  CU_ASSERT(memcmp(one.data, two.data, one.length) == 0);
  zc_buffer_free(&one);
  zc_buffer_free(&two);
}

static void the_files_are_those_of_the_program(void) {
  static const char *const endings[] = {"csv", "ndjson", "db"};
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    bench b;
    program p = {0};
    char other[128], rejects[160];
    zc_batch_options options = prepare(&b, endings[i]);
    static const char *const settings[] = {"series=school_teacher"};
    options.settings = settings;
    options.setting_count = 1;
    options.flags = ZC_EXPLAIN | ZC_STRICT;
    expect_ok(&options, NULL);
    snprintf(other, sizeof other, "%s/other.%s", b.folder, endings[i]);
    snprintf(rejects, sizeof rejects, "%s.reject.csv", other);
    RUN(&p, URUMQI, b.in, "--out", other, "--set", "series=school_teacher", "--explain",
        "--strict");
    program_expect_status(&p, 0);
    expect_same(b.out, other);
    expect_same(b.rejects, rejects);
    program_free(&p);
    folder_remove(b.folder);
  }
}

static void counts_and_summary_are_told(void) {
  bench b;
  zc_batch_options options = prepare(&b, "csv");
  zc_batch_counts counts = {.size = sizeof counts};
  char *summary = NULL, *trouble = NULL;
  CU_ASSERT_EQUAL_FATAL(zc_batch_run(regions, &options, &counts, &summary, &trouble), ZC_OK);
  CU_ASSERT_EQUAL(counts.size, sizeof counts);
  CU_ASSERT_EQUAL(counts.rows, 5000);
  CU_ASSERT_EQUAL(counts.rejected, 334);
  CU_ASSERT_EQUAL(counts.rows,
                  counts.rejected + counts.eligible + counts.ineligible + counts.undetermined);
  CU_ASSERT_EQUAL(counts.no_edition, 0);
  CU_ASSERT_PTR_NULL(trouble);
  zc_test_contains(summary, "rows: 5000, in ");
  zc_test_contains(summary, "334  rejected");
  zc_message_free(summary);
  folder_remove(b.folder);
}

static void warnings_are_told_beside_the_answers(void) {
  bench b;
  char *trouble = NULL;
  open_regions();
  bench_make(&b, "id,region,track,educaton\n1,urumqi,general,bachelor\n2,atlantis,general,x\n",
             "csv");
  zc_batch_counts counts = {.size = sizeof counts};
  zc_batch_options options = {.size = sizeof options,
                              .in = b.in,
                              .out = b.out,
                              .reject = b.rejects,
                              .region_column = "region",
                              .day = DAY};
  CU_ASSERT_EQUAL(zc_batch_run(regions, &options, &counts, NULL, &trouble), ZC_OK);
  zc_test_contains(trouble, "education");
  CU_ASSERT_EQUAL(counts.rows, 2);
  CU_ASSERT_EQUAL(counts.rejected, 1);
  CU_ASSERT(bench_has(b.rejects));
  zc_message_free(trouble);
  folder_remove(b.folder);
}

typedef struct watch {
  uint64_t rows, bytes;
  int calls, stop;
} watch;

static int note(void *context, const zc_batch_progress *progress) {
  watch *w = context;
  w->calls++;
  w->rows = progress->rows;
  w->bytes = progress->bytes;
  return w->stop;
}

static void progress_is_told_and_may_stop_the_batch(void) {
  bench b;
  watch w = {0};
  char *trouble = NULL, *summary = NULL;
  zc_batch_options options = prepare(&b, "csv");
  options.progress = note;
  options.context = &w;
  options.flags = ZC_FORCE;
  expect_ok(&options, NULL);
  CU_ASSERT(w.calls > 0 && w.rows > 0 && w.bytes > 0);
  folder_write(b.folder, "out.csv", "of an earlier run");
  w.stop = 1;
  CU_ASSERT_EQUAL(zc_batch_run(regions, &options, NULL, &summary, &trouble), ZC_NO_RESOURCE);
  zc_test_contains(trouble, "interrupted");
  CU_ASSERT_PTR_NULL(summary);
  EXPECT_FILE(b.out, "of an earlier run");
  zc_message_free(trouble);
  folder_remove(b.folder);
}

static void expect_refusal(zc_batch_options options, zc_batch_counts *counts, const char *part) {
  char *trouble = NULL;
  CU_ASSERT_EQUAL(zc_batch_run(regions, &options, counts, NULL, &trouble), ZC_BAD_INPUT);
  CU_ASSERT_PTR_NOT_NULL_FATAL(trouble);
  zc_test_contains(trouble, part);
  zc_message_free(trouble);
}

#define EXPECT_REFUSAL(field, value, part)                                                         \
  do {                                                                                             \
    zc_batch_options other = options;                                                              \
    other.field = value;                                                                           \
    expect_refusal(other, NULL, part);                                                             \
  } while (0)

static void what_is_wrong_is_told(void) {
  bench b;
  zc_batch_options options = prepare(&b, "csv");
  EXPECT_REFUSAL(size, 0, "zc_batch_options: size is 0");
  EXPECT_REFUSAL(size, sizeof options + 8, "of a later header");
  EXPECT_REFUSAL(in, NULL, "in is NULL");
  EXPECT_REFUSAL(out, NULL, "out is NULL");
  EXPECT_REFUSAL(out, "answers.txt", "ends with none of .csv");
  EXPECT_REFUSAL(in, "nowhere.csv", "nowhere.csv");
  EXPECT_REFUSAL(flags, 256, "flags are of");
  EXPECT_REFUSAL(threads, 65, "threads are 0 to 64, not 65");
  EXPECT_REFUSAL(setting_count, 2, "settings are NULL");
  EXPECT_REFUSAL(region, "urumki", "did you mean urumqi?");
  EXPECT_REFUSAL(region, NULL, "one of the two");
  EXPECT_REFUSAL(region_column, "region", "one of the two");
  EXPECT_REFUSAL(day_column, "day", "not both");
  EXPECT_REFUSAL(day, "10.10.2022", "'10.10.2022' is no date");
  EXPECT_REFUSAL(encoding, "latin1", "latin1");
  EXPECT_REFUSAL(reject, b.in, "this is the input");
  zc_batch_counts counts = {0};
  expect_refusal(options, &counts, "zc_batch_counts: size is 0");
  CU_ASSERT(!bench_has(b.out));
  folder_remove(b.folder);
}

/* A few rows: every allocation is tried. */
static zc_status answer_few(void *context, zc_diagnostics *diag) {
  char *trouble = NULL;
  char *summary = NULL;
  zc_status status = zc_batch_run(regions, context, NULL, &summary, &trouble);
  if (status != ZC_OK)
    zc_report_memory(diag);
  zc_message_free(trouble);
  zc_message_free(summary);
  return status;
}

static void sweep(const char *text, const char *ending, uint32_t flags, const char *day_column) {
  bench b;
  bench_make(&b, text, ending);
  zc_batch_options options = {.size = sizeof options,
                              .in = b.in,
                              .out = b.out,
                              .region = "urumqi",
                              .day = day_column ? NULL : DAY,
                              .day_column = day_column,
                              .flags = flags,
                              .threads = 1};
  CU_ASSERT(zc_sweep_memory(answer_few, &options) > 50);
  folder_remove(b.folder);
}

static void memory_that_runs_out_is_told(void) {
  static const char csv[] = "id,track,target_level\n1,general,clerk\n2,general,worse\n";
  open_regions();
  sweep(csv, "csv", ZC_UNIQUE_IDS, NULL);
  sweep("{\"id\": 1, \"track\": \"general\", \"x\": []}\n{\"id\": }\n", "ndjson", 0, NULL);
}

/* Rows with days of their own, members that are no facts, codes in no table and of former
 * divisions: the batch notes what it tells at its end. */
static void memory_that_runs_out_over_days_and_notes_is_told(void) {
  open_regions();
  sweep("id,when,track,unit_division\n1,2022-10-10,general,659999\n2,2023-03-01,targeted,652101\n"
        "3,2022-10-10,general,650102\n4,no day,general,650199\n",
        "csv", 0, "when");
  sweep("{\"id\": 1, \"when\": \"2022-10-10\", \"educaton\": 1, \"unit_division\": \"652101\"}\n"
        "{\"id\": 2, \"when\": \"2023-03-01\", \"note\": 2}\n",
        "ndjson", ZC_EXPLAIN, "when");
}

static void the_regions_are_closed(void) {
  zc_regions_close(regions);
  regions = NULL;
}

void test_library_file(CU_pSuite suite) {
  CU_add_test(suite, "a file of people is answered as the program does, byte for byte",
              the_files_are_those_of_the_program);
  CU_add_test(suite, "counts and summary say what came out", counts_and_summary_are_told);
  CU_add_test(suite, "warnings are told beside the answers", warnings_are_told_beside_the_answers);
  CU_add_test(suite, "progress is told, and may stop the batch",
              progress_is_told_and_may_stop_the_batch);
  CU_add_test(suite, "what is wrong with a batch is told", what_is_wrong_is_told);
  CU_add_test(suite, "memory that runs out in a batch is told", memory_that_runs_out_is_told);
  CU_add_test(suite, "memory that runs out over days and notes is told",
              memory_that_runs_out_over_days_and_notes_is_told);
  CU_add_test(suite, "the regions are closed behind all batches", the_regions_are_closed);
}
