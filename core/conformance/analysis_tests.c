/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules say together, found without a case. */
#include "conformance/conformance.h"
#include "report/analysis.h"

zc_outcome zc_test_analysis(const zc_subject *s, zc_buffer *said) {
  zc_region region;
  zc_analysis analysis;
  if (!zc_subject_load(s, &region, said))
    return ZC_FAILED;
  if (zc_analyse(&analysis, &region) != ZC_OK) {
    zc_say(s, said, "%s", "%s", s->lang == ZC_LANG_ZH ? "内存不足" : "out of memory");
    return ZC_FAILED;
  }
  if (analysis.open_count)
    zc_text_analysis(said, &analysis, s->lang);
  return analysis.open_count ? ZC_FAILED : ZC_PASSED;
}
