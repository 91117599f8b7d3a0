/* SPDX-License-Identifier: Apache-2.0 */
/* Regions under test: the cases of each against its own plugin alone, and what they do not show. */
#ifndef ZC_TESTING_TESTING_H
#define ZC_TESTING_TESTING_H

#include "base/diagnostics.h"
#include "host/host.h"
#include "testing/junit.h"

typedef struct zc_test_options {
  const char *plugins; /* directory of the plugins */
  zc_deployment deployment;
  const char *cases;        /* where the case files are; NULL: beside the plugin */
  const char *const *files; /* these case files alone, unless there are none */
  uint32_t file_count;
  const char *rule;     /* only the cases of this rule, and its coverage; NULL: all */
  int coverage, mutate; /* look at conditions, or at mutants; one of the two at most */
  int json, html;       /* of coverage: fill `json`, fill `html` */
  zc_lang lang;
} zc_test_options;

/* A run over one region after another. Zeroed but for the first two; free with zc_testing_free. */
typedef struct zc_testing {
  const zc_test_options *options;
  zc_diagnostics *diag;
  zc_junit junit;
  zc_buffer out;
  zc_buffer cases;      /* that are proposed: the last of the output, so that they can be cut off */
  zc_buffer json, html; /* of coverage: regions, one behind the other */
  uint32_t passed, failed; /* cases */
  uint32_t gaps;           /* rules that lack a kind of case */
  uint32_t loaded;         /* plugins */
  zc_status status;        /* worst error that is no failed case */
  int has_rule;            /* some region has the rule */
} zc_testing;
void zc_testing_free(zc_testing *s);

/* Keeps the worst status of all. */
void zc_test_worsen(zc_testing *s, zc_status status);

/* Loads the one plugin and runs its cases, or changes its tables; no other plugin is there. What is
 * found is added to `s`. */
void zc_test_region(zc_testing *s, const char *region);
/* Each plugin of the directory, in the order of their names. No plugin at all is reported. */
void zc_test_all(zc_testing *s);

/* What was found: as text, with the cases proposed behind all else; as one JSON document and as one
 * page, of coverage; as JUnit XML. Each adds to `out`. */
void zc_testing_text(const zc_testing *s, zc_buffer *out);
void zc_testing_json(const zc_testing *s, zc_buffer *out);
void zc_testing_html(const zc_testing *s, zc_buffer *out);
void zc_testing_junit(zc_testing *s, zc_buffer *out);

#endif
