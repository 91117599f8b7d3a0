/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report.h"

const char *zc_state_word(zc_state state) {
  static const char *const words[] = {"met", "unmet", "unknown", "waived", "not_applicable"};
  return words[state];
}

const char *zc_verdict_word(zc_verdict v) {
  static const char *const words[] = {"eligible", "ineligible", "undetermined"};
  return words[v];
}

const char *zc_mode_word(zc_mode mode) {
  static const char *const words[] = {"review", "determination", "exam"};
  return words[mode];
}

const char *zc_result_word(zc_result result) {
  /* The engine never answers "go on": the end of the rows is "undetermined". */
  static const char *const words[] = {"undetermined", "valid",   "invalid",     "reassess",
                                      "exchange",     "refused", "undetermined"};
  return words[result];
}
