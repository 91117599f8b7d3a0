/* SPDX-License-Identifier: Apache-2.0 */
/* Tracks of the region, and the parts of a condition that every kind of row shares. */
#include "compile/compiler.h"
#include "engine/kinds.h"

static uint64_t track_bit(zc_compiler *c, const zc_place *at, const char *row, const char *field,
                          const char *word, size_t length) {
  const zc_vocabulary *v = &c->region->vocabulary;
  int32_t track = zc_fact_word(v, ZC_F_track, word, length);
  if (track >= 0)
    return UINT64_C(1) << track;
  const char *meant = zc_word_suggest(v, ZC_F_track, word, length);
  zc_suggestion s = {.best = meant};
  ZC_ROW_ERROR(c, *at, row, field, "没有叫“%.*s”的申报类别%s", "there is no track '%.*s'%s",
               (int)length, word, zc_hint_make(c->diag, &s).text);
  return 0;
}

void zc_tracks_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_TRACK];
  zc_region *region = c->region;
  region->tracks = zc_compiler_alloc(c, rows->count * sizeof *region->tracks);
  if (!region->tracks)
    return;
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_track *row = rows->items[i];
    uint64_t bit = track_bit(c, &row->at, "tracks", "track", row->track, strlen(row->track));
    zc_track_row *track = &region->tracks[region->track_count];
    *track = (zc_track_row){0, {ZC_DAY_MIN, ZC_DAY_MAX}, -1};
    if (row->from)
      zc_day_read(c, &row->at, row->track, "from", row->from, ZC_DAY_MIN, &track->span.from);
    if (row->until)
      zc_day_read(c, &row->at, row->track, "until", row->until, ZC_DAY_MAX, &track->span.until);
    if (track->span.from > track->span.until)
      ZC_ROW_ERROR(c, row->at, row->track, "until", "最后一天 %s 早于第一天 %s",
                   "the last day %s is before the first day %s", row->until, row->from);
    if (!bit)
      continue;
    track->track = (uint32_t)__builtin_ctzll(bit);
    c->all_tracks |= bit;
    region->track_count++;
  }
}

void zc_referrals_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_TRACK];
  uint32_t kept = 0;
  for (uint32_t i = 0; i < rows->count && kept < c->region->track_count; i++) {
    const zc_track *row = rows->items[i];
    if (zc_fact_word(&c->region->vocabulary, ZC_F_track, row->track, strlen(row->track)) < 0)
      continue;
    zc_track_row *track = &c->region->tracks[kept++];
    if (!row->referral)
      continue;
    track->referral = zc_rule_find(c, row->referral, strlen(row->referral));
    if (track->referral < 0 || !zc_rule_refers(&c->region->rules[track->referral]))
      ZC_ROW_ERROR(c, row->at, row->track, "referral", "没有编号为“%s”、kind 为 ZC_REFERRAL 的规则",
                   "there is no rule '%s' of kind ZC_REFERRAL", row->referral);
  }
}

uint64_t zc_tracks_read(zc_compiler *c, const zc_place *at, const char *row, const char *list) {
  if (!list)
    return c->all_tracks;
  uint64_t mask = 0;
  const char *word;
  size_t length;
  while (zc_next_word(&list, &word, &length))
    mask |= track_bit(c, at, row, "tracks", word, length);
  return mask;
}

zc_node_id zc_in_force_node(zc_compiler *c, zc_span span, uint64_t tracks) {
  zc_program *p = &c->region->program;
  zc_node_id node = zc_node_range(p, zc_node_as_of(p), span.from, span.until);
  /* A row of every track asks nothing of the track, so that it can be looked at where the track is
   * not known; a track that the region does not have is refused by base.track alone. */
  if ((c->all_tracks & ~tracks) != 0)
    node = zc_and(c, node, zc_node_set(p, c->fact_nodes[ZC_F_track], tracks));
  return node;
}

zc_node_id zc_condition_compile(zc_compiler *c, const zc_place *at, const char *row,
                                const char *field, const char *text, zc_mentions *mentions) {
  zc_program *p = &c->region->program;
  if (!text)
    return zc_node_const(p, ZC_BOOL, 1);
  zc_source source = {*at, row, field};
  return zc_compile(p, &c->names, text, ZC_BOOL, ZC_NO_UNIT, -1, &source, mentions, c->diag);
}

zc_node_id zc_months_compile(zc_compiler *c, const zc_place *at, const char *row, const char *field,
                             const char *text, zc_mentions *mentions) {
  zc_mentions found = {.arena = mentions->arena};
  zc_source source = {*at, row, field};
  zc_node_id node = zc_compile(&c->region->program, &c->names, text, ZC_INT, ZC_MONTH, -1, &source,
                               &found, c->diag);
  if (zc_mentions_add_uses(mentions, found.uses, found.use_count) != 0)
    zc_report_memory(c->diag);
  return node;
}

zc_node_id zc_and(zc_compiler *c, zc_node_id a, zc_node_id b) {
  return zc_node_binary(&c->region->program, ZC_OP_AND, a, b);
}

zc_node_id zc_or(zc_compiler *c, zc_node_id a, zc_node_id b) {
  return zc_node_binary(&c->region->program, ZC_OP_OR, a, b);
}
