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
  if (analysis.open_count) {
    zc_text_analysis(said, &analysis, s->lang);
    return ZC_FAILED;
  }
  if (analysis.inexact_count)
    zc_say(s, said,
           "有 %u 处没有分析（条件过多，或无法精确拆分），由 zhicheng analyse 列出；其余没有问题",
           "not looked at: %u (too many conditions, or one that cannot be split exactly), as "
           "`zhicheng analyse` lists them; nothing is wrong with the rest",
           analysis.inexact_count);
  return analysis.inexact_count ? ZC_SKIPPED : ZC_PASSED;
}
