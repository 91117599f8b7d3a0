/* SPDX-License-Identifier: Apache-2.0 */
/* Questions about one person in several regions. */
#include "library/library.h"

#include "compare/path.h"

#include <string.h>

static zc_status read_form(zc_compare_options *options, zc_answer_form form, zc_diagnostics *diag) {
  if (form != ZC_ANSWER_JSON && form != ZC_ANSWER_TEXT_ZH && form != ZC_ANSWER_TEXT_EN) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "没有形式 %d；见 zc_answer_form",
                     "there is no form %d; see zc_answer_form", (int)form);
  }
  options->json = form == ZC_ANSWER_JSON;
  options->lang = form == ZC_ANSWER_TEXT_ZH ? ZC_LANG_ZH : ZC_LANG_EN;
  return ZC_OK;
}

/* All that is wrong with the query is reported. */
static zc_status read_query(zc_shared_person *person, zc_compare_options *options,
                            const zc_query *query, zc_answer_form form,
                            zc_month_precision precision, zc_diagnostics *diag) {
  zc_status statuses[] = {zc_given_day_read(&options->as_of, query->day, NULL, diag),
                          zc_library_flags(query->flags, diag), read_form(options, form, diag),
                          zc_shared_person_init(person, diag)};
  zc_status worst = ZC_OK;
  options->strict = (query->flags & ZC_STRICT) != 0;
  for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
    worst = statuses[i] > worst ? statuses[i] : worst;
  person->facts.precision = precision;
  if (worst == ZC_NO_RESOURCE || !query->facts)
    return worst;
  size_t length = query->length > 0 ? query->length : strlen(query->facts);
  zc_status facts = zc_facts_read_json(&person->facts, NULL, query->facts, length, diag);
  return facts > worst ? facts : worst;
}

/* Adds the answer to desk->text. */
typedef zc_status several_question(zc_desk *desk, const zc_shared_person *person,
                                   const zc_compare_options *options);

static zc_status compare(zc_desk *desk, const zc_shared_person *person,
                         const zc_compare_options *options) {
  const zc_host *host = &desk->regions->host;
  zc_status status = zc_host_require_any(host, &desk->diag);
  return status == ZC_OK ? zc_compare(&desk->text, host, person, options, &desk->diag) : status;
}

static zc_status path(zc_desk *desk, const zc_shared_person *person,
                      const zc_compare_options *options) {
  const zc_host *host = &desk->regions->host;
  uint32_t from = 0;
  zc_status status = zc_path_check(&person->facts, &desk->diag);
  if (status == ZC_OK) {
    status = zc_regions_require(desk->regions, person->facts.texts[ZC_F_held_title_region], &from,
                                &desk->diag);
  }
  return status == ZC_OK ? zc_path_write(&desk->text, host, host->plugins[from].region, person,
                                         options, &desk->diag)
                         : status;
}

static zc_status ask(zc_desk *desk, const zc_query *query, zc_answer_form form,
                     several_question *question, const char **answer) {
  zc_shared_person person;
  zc_compare_options options = {0};
  zc_desk_begin(desk);
  zc_buffer_clear(&desk->text);
  zc_status status = read_query(&person, &options, query, form,
                                zc_library_precision(desk->regions, query->flags), &desk->diag);
  if (desk->regions->data)
    person.vocabulary.data = desk->regions->data;
  if (status == ZC_OK)
    status = question(desk, &person, &options);
  if (status == ZC_OK && !zc_buffer_text(&desk->text))
    status = zc_report_memory(&desk->diag);
  if (status == ZC_OK) {
    *answer = desk->text.data;
    zc_facts_tell_divisions(&person.facts, &desk->notes);
  }
  zc_shared_person_free(&person);
  return status;
}

zc_status zc_desk_compare(zc_desk *desk, const zc_query *query, zc_answer_form form,
                          const char **answer) {
  return ask(desk, query, form, compare, answer);
}

zc_status zc_desk_path(zc_desk *desk, const zc_query *query, zc_answer_form form,
                       const char **answer) {
  return ask(desk, query, form, path, answer);
}
