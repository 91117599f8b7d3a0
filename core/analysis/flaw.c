/* SPDX-License-Identifier: Apache-2.0 */
/* The list of flaws: each once, with the times at which it holds. */
#include "analysis/acceptance.h"
#include "analysis/analyst.h"

#include <string.h>

/* The names of the classes stand in the order of zc_flaw_class. */
_Static_assert(ZC_FLAW_ACCEPTANCE == 11, "zc_finding_classes: mutants stand at this place");

static int same_text(const char *a, const char *b) {
  return a && b ? strcmp(a, b) == 0 : a == b;
}

static zc_flaw *find(zc_analyst *a, const zc_flaw *wanted) {
  for (uint32_t i = 0; i < a->out->count; i++) {
    zc_flaw *f = &a->out->flaws[i];
    if (f->class == wanted->class && f->question == wanted->question &&
        same_text(f->rule, wanted->rule) && same_text(f->others, wanted->others))
      return f;
  }
  return NULL;
}

/* "shadowed_by:" and the others, or the class alone. */
static const char *name_of(zc_analyst *a, const zc_flaw *flaw) {
  if (flaw->class == ZC_FLAW_ACCEPTANCE)
    return flaw->others;
  const char *class = zc_finding_classes[flaw->class], *others = flaw->others ? flaw->others : "";
  size_t head = strlen(class), tail = strlen(others);
  char *name = zc_analyst_alloc(a, head + tail + 1);
  if (name) {
    memcpy(name, class, head);
    memcpy(name + head, others, tail);
  }
  return name;
}

static int make_room(zc_analyst *a) {
  zc_analysis *out = a->out;
  if (out->count < a->flaw_room)
    return 1;
  uint32_t room = a->flaw_room ? 2 * a->flaw_room : 16;
  zc_flaw *flaws = zc_analyst_alloc(a, room * sizeof *flaws);
  if (!flaws)
    return 0;
  if (out->count)
    memcpy(flaws, out->flaws, out->count * sizeof *flaws);
  out->flaws = flaws;
  a->flaw_room = room;
  return 1;
}

static zc_flaw *add(zc_analyst *a, const zc_flaw *flaw) {
  const char *finding = name_of(a, flaw);
  if (!finding || !make_room(a))
    return NULL;
  zc_flaw *f = &a->out->flaws[a->out->count++];
  *f = *flaw;
  f->finding = finding;
  return f;
}

void zc_flaw_add(zc_analyst *a, const zc_flaw *flaw) {
  add(a, flaw);
}

/* Times of one track that touch become one. */
static void add_time(zc_analyst *a, zc_flaw *flaw) {
  const zc_edition_view *s = &a->view;
  if (flaw->time_count) {
    zc_flaw_time *last = &flaw->times[flaw->time_count - 1];
    int is_same = last->track == s->track && last->until == s->until;
    int is_next = last->track == s->track && last->until + 1 == s->from;
    if (is_same || is_next) {
      last->until = s->until;
      return;
    }
  }
  flaw->times[flaw->time_count++] = (zc_flaw_time){s->track, s->from, s->until};
}

/* "a+b" of what is picked. */
static const char *join(zc_analyst *a, const zc_witness *w) {
  size_t size = 1, at = 0;
  for (uint32_t i = 0; i < w->picked_count; i++)
    size += strlen(w->others[w->picked[i]].id) + 1;
  char *names = zc_analyst_alloc(a, size);
  for (uint32_t i = 0; names && i < w->picked_count; i++) {
    const char *id = w->others[w->picked[i]].id;
    if (i)
      names[at++] = '+';
    memcpy(names + at, id, strlen(id));
    at += strlen(id);
  }
  return names;
}

void zc_flaw_note(zc_analyst *a, const zc_flaw *flaw, const zc_witness *witness) {
  zc_flaw wanted = *flaw;
  if (!zc_edition_view_exact(&a->view))
    return; /* nothing is proved */
  if (witness->picked_count) {
    wanted.others = join(a, witness);
    if (!wanted.others)
      return;
  }
  zc_flaw *known = find(a, &wanted);
  if (!known) {
    size_t most = (size_t)a->day_count * (a->region->track_count + 1);
    wanted.times = zc_analyst_alloc(a, most * sizeof *wanted.times);
    wanted.person = zc_flaw_person_find(a, wanted.question, witness);
    known = wanted.times && !a->failed ? add(a, &wanted) : NULL;
  }
  if (known)
    add_time(a, known);
}

void zc_flaw_constants(zc_analyst *a, const zc_flaw *row, const zc_witness *applies) {
  for (uint32_t i = 0; i < a->constant_count; i++) {
    if (strcmp(a->constants[i].rule, row->rule) != 0)
      continue;
    zc_flaw flaw = *row;
    flaw.class = ZC_FLAW_CONSTANT;
    flaw.others = a->constants[i].text;
    flaw.at = a->constants[i].at;
    flaw.is_true = a->constants[i].is_true;
    zc_flaw_note(a, &flaw, applies);
  }
}
