/* SPDX-License-Identifier: Apache-2.0 */
/* Division codes in no table: newer than it, mistyped, or of a division that is no more. They are
 * taken as they are, and told. */
#include "facts/division.h"
#include "facts/facts.h"

static void tell(const zc_facts *facts, uint32_t fact, zc_division given, zc_diagnostics *diag) {
  const zc_data *data = facts->vocabulary->data;
  const zc_former_division *former = zc_division_former(data, given);
  const char *name = facts->vocabulary->facts[fact].name;
  zc_buffer became = {0};
  char code[13];
  zc_division_format(given, code);
  if (former)
    zc_former_describe(&became, &data->divisions, former, diag ? diag->lang : ZC_LANG_EN);
  const char *text = former ? zc_buffer_text(&became) : NULL;
  if (text)
    zc_report(diag, ZC_OK, NULL,
              "%s：%s 是已撤销的区划：%s；只按各位数字归属上级，除非问的是撤销以前，请改用现行代码",
              "%s: %s is a former division: %s; it is placed by its digits alone; unless the "
              "question is about the time before, give the code of today",
              name, code, text);
  else
    zc_report(diag, ZC_OK, NULL,
              "%s：区划代码表中没有 %s；只按各位数字归属上级，是否街道视为未知，请核对",
              "%s: the division code %s stands in no table; it is placed by its digits alone, and "
              "whether it is a subdistrict is unknown; look whether it is right",
              name, code);
  zc_buffer_free(&became);
}

void zc_facts_tell_divisions(const zc_facts *facts, zc_diagnostics *diag) {
  const zc_vocabulary *v = facts->vocabulary;
  for (uint32_t i = 0; i < v->fact_count; i++) {
    zc_division given = {facts->slots[i].lo, facts->slots[i].hi};
    if (facts->given[i] && v->facts[i].type == ZC_DIVISION &&
        !zc_division_is_listed(v->data, given))
      tell(facts, i, given, diag);
  }
}
