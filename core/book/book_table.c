/* SPDX-License-Identifier: Apache-2.0 */
/* What is best seen side by side: routes, what a title is worth, units, the calendar. */
#include "book/book_part.h"

#include <string.h>

/* ---- routes ---- */

static void put_condition_cell(zc_book *b, const char *condition) {
  zc_page_cell_begin(&b->page);
  if (condition)
    zc_prose_condition(b->prose, condition);
  else
    zc_page_text(&b->page, "—");
  zc_page_cell_end(&b->page);
}

static void put_word_cell(zc_book *b, uint32_t fact, const char *word, const char *tail) {
  zc_page_cell_begin(&b->page);
  if (word) {
    zc_prose_word(&b->page, &b->region->vocabulary, fact, word, strlen(word));
    zc_page_text(&b->page, tail);
  } else {
    zc_page_text(&b->page, "—");
  }
  zc_page_cell_end(&b->page);
}

static void put_floor_cell(zc_book *b, const zc_line *line) {
  int32_t fact =
      line->fact ? zc_fact_find(&b->region->vocabulary, line->fact, strlen(line->fact)) : -1;
  zc_page_cell_begin(&b->page);
  if (fact >= 0 && line->floor) {
    zc_page_text(&b->page, b->region->vocabulary.facts[fact].zh);
    zc_page_text(&b->page, "不少于");
    zc_prose_months(b->prose, line->floor);
  } else {
    zc_page_text(&b->page, "—");
  }
  zc_page_cell_end(&b->page);
}

void zc_book_lines(zc_book *b, const zc_route *route) {
  static const char *const headings[] = {"申报层级", "学历", "已有职称", "年限", "仅当", NULL};
  zc_page_table_begin(&b->page, "符合其中任何一行", headings);
  for (uint32_t i = 0; i < route->lines.count; i++) {
    const zc_line *line = (const zc_line *)route->lines.rows + i;
    int settled = line->when ? zc_prose_settled(b->prose, line->when) : -1;
    if (settled == 0)
      continue; /* it stands nowhere, for want of a value */
    zc_page_row_begin(&b->page);
    put_word_cell(b, ZC_F_target_level, line->target, "");
    put_word_cell(b, ZC_F_education, line->education, "及以上");
    put_word_cell(b, ZC_F_target_level, line->held, "");
    put_floor_cell(b, line);
    put_condition_cell(b, settled == 1 ? NULL : line->when);
    zc_page_row_end(&b->page);
  }
  zc_page_table_end(&b->page);
}

static const char *rank_word(zc_rank rank) {
  static const char *const words[ZC_RANK_COUNT] = {"",         "考试",     "认定",
                                                   "一般条件", "放宽条件", "破格"};
  return words[rank];
}

static void put_route_row(zc_book *b, const zc_compiled_rule *rule) {
  const zc_route *route = zc_book_route_row(b->region, rule->id);
  if (!route)
    return;
  zc_page_row_begin(&b->page);
  zc_book_cell(b, rank_word(rule->rank));
  zc_page_cell_begin(&b->page);
  zc_page_link_begin(&b->page, "rule", rule->id);
  zc_page_text(&b->page, rule->text.zh);
  zc_page_link_end(&b->page, "rule", rule->id);
  zc_page_cell_end(&b->page);
  zc_page_cell_begin(&b->page);
  zc_book_words(b, ZC_F_track, route->tracks, "各类");
  zc_page_cell_end(&b->page);
  put_condition_cell(b, route->when);
  put_condition_cell(b, route->needs);
  zc_page_row_end(&b->page);
}

void zc_book_routes(zc_book *b) {
  static const char *const headings[] = {"次序", "途径", "类别", "适用情形", "另须", NULL};
  zc_page_part_begin(&b->page, "section", "", "part", "routes");
  zc_page_heading(&b->page, 2, "申报途径");
  zc_page_paragraph_begin(&b->page, "");
  zc_page_text(&b->page, "学历和资历须有一条途径走得通；按下列次序取第一条走得通的。各途径的学历、"
                         "职称和年限见其条目。");
  zc_page_paragraph_end(&b->page);
  zc_page_table_begin(&b->page, "申报途径", headings);
  for (uint32_t i = 0; i < b->region->route_count; i++)
    put_route_row(b, &b->region->rules[b->region->routes[i]]);
  zc_page_table_end(&b->page);
  zc_page_part_end(&b->page, "section");
}

/* ---- conversions ---- */

static void put_conversion_row(zc_book *b, const zc_compiled_rule *rule) {
  const zc_conversion *row = zc_book_conversion_row(b->region, rule->id);
  if (!row)
    return;
  zc_page_row_begin(&b->page);
  zc_page_cell_begin(&b->page);
  zc_page_link_begin(&b->page, "conversion", rule->id);
  zc_page_text(&b->page, rule->text.zh);
  zc_page_link_end(&b->page, "conversion", rule->id);
  zc_page_cell_end(&b->page);
  put_condition_cell(b, row->when);
  zc_book_cell(b, row->keeps ? zc_book_result(row->kept) : NULL);
  zc_book_cell(b, zc_book_result(row->otherwise));
  zc_page_row_end(&b->page);
}

void zc_book_conversions(zc_book *b) {
  static const char *const headings[] = {"规则", "适用情形", "符合", "不符合", NULL};
  zc_page_part_begin(&b->page, "section", "", "part", "conversions");
  zc_page_heading(&b->page, 2, "职称的效力");
  zc_page_paragraph_begin(&b->page, "");
  zc_page_text(&b->page,
               "已取得的职称留任、流动、换发、聘用或再晋升时，自上而下取第一条能决定的。");
  zc_page_paragraph_end(&b->page);
  zc_page_table_begin(&b->page, "职称的效力", headings);
  for (uint32_t i = 0; i < b->region->conversion_count; i++)
    put_conversion_row(b, &b->region->conversions[i]);
  zc_page_table_end(&b->page);
  zc_page_part_end(&b->page, "section");
}

/* ---- units ---- */

void zc_book_units(zc_book *b) {
  static const char *const headings[] = {"规则", "适用情形", "算基层的条件", NULL};
  zc_page_part_begin(&b->page, "section", "", "part", "units");
  zc_page_heading(&b->page, 2, "基层单位");
  zc_page_table_begin(&b->page, "自上而下取第一条适用的", headings);
  for (uint32_t i = 0; i < b->region->unit_count; i++) {
    const zc_unit_row *row = zc_book_unit_row(b->region, b->region->units[i].id);
    if (!row)
      continue;
    zc_page_row_begin(&b->page);
    zc_page_cell_begin(&b->page);
    zc_page_link_begin(&b->page, "unit", row->id);
    zc_page_text(&b->page, b->region->units[i].text.zh);
    zc_page_link_end(&b->page, "unit", row->id);
    zc_page_cell_end(&b->page);
    put_condition_cell(b, row->when);
    put_condition_cell(b, row->grassroots);
    zc_page_row_end(&b->page);
  }
  zc_page_table_end(&b->page);
  zc_page_part_end(&b->page, "section");
}

/* ---- calendar ---- */

static void put_anchored(zc_book *b, const zc_compiled_step *step) {
  static const char *const units[] = {
      [ZC_FIXED] = "", [ZC_DAYS] = "天", [ZC_WORKDAYS] = "个工作日", [ZC_MONTHS] = "个月"};
  int32_t offset = step->row->offset;
  zc_page_text(&b->page, b->region->vocabulary.facts[step->anchor].zh);
  if (offset != 0) {
    zc_page_text(&b->page, offset < 0 ? "前" : "后");
    zc_page_int(&b->page, offset < 0 ? -(int64_t)offset : offset);
    zc_page_text(&b->page, units[step->row->unit <= ZC_MONTHS ? step->row->unit : ZC_FIXED]);
  } else {
    zc_page_text(&b->page, "当天");
  }
}

void zc_book_due(zc_book *b, const zc_compiled_step *step) {
  if (step->parameter) {
    zc_page_link_begin(&b->page, "parameter", step->parameter->name);
    zc_page_text(&b->page, step->parameter->label.zh);
    zc_page_link_end(&b->page, "parameter", step->parameter->name);
  } else if (step->month > 0) {
    zc_page_int(&b->page, step->month);
    zc_page_text(&b->page, "月");
    zc_page_int(&b->page, step->day);
    zc_page_text(&b->page, "日");
  } else if (step->anchor >= 0) {
    put_anchored(b, step);
  } else {
    zc_page_text(&b->page, "未定日期");
  }
}

static void put_years(zc_book *b, const zc_compiled_step *step) {
  const int32_t first = ZC_YEAR_MIN, last = ZC_YEAR_MAX;
  zc_page_cell_begin(&b->page);
  if (step->from_year > first)
    zc_page_int(&b->page, step->from_year);
  if (step->until_year >= last) {
    zc_page_text(&b->page, step->from_year > first ? "年起" : "每年");
  } else if (step->until_year != step->from_year) {
    zc_page_text(&b->page, "至");
    zc_page_int(&b->page, step->until_year);
  }
  zc_page_cell_end(&b->page);
}

static void put_step_row(zc_book *b, const zc_compiled_step *step) {
  zc_page_row_begin(&b->page);
  put_years(b, step);
  zc_page_cell_begin(&b->page);
  zc_book_due(b, step);
  zc_page_cell_end(&b->page);
  zc_page_cell_begin(&b->page);
  zc_page_link_begin(&b->page, "step", step->row->id);
  zc_page_text(&b->page, step->row->text.zh);
  zc_page_link_end(&b->page, "step", step->row->id);
  zc_page_cell_end(&b->page);
  zc_book_cell(b, step->row->division);
  zc_page_row_end(&b->page);
}

void zc_book_calendar(zc_book *b) {
  static const char *const headings[] = {"年份", "期限", "事项", "限于", NULL};
  zc_page_part_begin(&b->page, "section", "", "part", "calendar");
  zc_page_heading(&b->page, 2, "日程");
  zc_page_table_begin(&b->page, "何事何时到期", headings);
  for (uint32_t i = 0; i < b->region->step_count; i++)
    put_step_row(b, &b->region->steps[i]);
  zc_page_table_end(&b->page);
  zc_page_part_end(&b->page, "section");
}
