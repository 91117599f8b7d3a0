/* SPDX-License-Identifier: Apache-2.0 */
#include "office/place_names.h"

#include "base/memory.h"
#include "office/lists.h"

#include <pthread.h>
#include <string.h>

struct zc_place_names {
  const zc_data *data;
  pthread_mutex_t lock;
  int is_full;
  zc_place_name *places;
  uint32_t count, room;
  uint32_t *slots; /* open addressing: 1 + the first place of a name; 0 free */
  uint32_t mask;
  zc_arena arena;
};

/* ---- short names ---- */

/* Those whose name stands without 族 before 自治 come first. */
static const char *const peoples[] = {
    "柯尔克孜", "乌孜别克", "维吾尔", "哈萨克", "达斡尔", "塔吉克", "鄂温克", "鄂伦春",
    "塔塔尔",   "俄罗斯",   "蒙古",   "锡伯",   "布依",   "朝鲜",   "土家",   "哈尼",
    "傈僳",     "拉祜",     "东乡",   "纳西",   "景颇",   "仫佬",   "布朗",   "撒拉",
    "毛南",     "仡佬",     "阿昌",   "普米",   "德昂",   "保安",   "裕固",   "独龙",
    "赫哲",     "门巴",     "珞巴",   "基诺",   "高山",   "回",     "藏",     "苗",
    "彝",       "壮",       "满",     "侗",     "瑶",     "白",     "傣",     "黎",
    "佤",       "畲",       "水",     "土",     "羌",     "怒",     "京",     "各"};
enum { PEOPLES = sizeof peoples / sizeof *peoples, ALONE = 12 };

/* Length of the people's name at the end, with its 族; 0: there is none. */
static size_t people_at_end(zc_plain name) {
  size_t clan = zc_plain_ends(name, "族") ? strlen("族") : 0;
  zc_plain bare = zc_plain_before(name, "族");
  for (int i = 0; i < (clan ? PEOPLES : ALONE); i++)
    if (zc_plain_ends(bare, peoples[i]))
      return strlen(peoples[i]) + clan;
  return 0;
}

/* The name before the peoples at its end; where nothing is left, one of them stays. */
static zc_plain without_peoples(zc_plain name) {
  size_t people;
  while ((people = people_at_end(name)) != 0 && people < name.length)
    name.length -= people;
  return people ? zc_plain_before(name, "族") : name;
}

size_t zc_short_place_name(const char *name, char *out) {
  static const char *const tails[] = {"自治县", "自治旗", "自治州", "乡", "区", "镇", "苏木"};
  zc_plain whole = {name, strlen(name)};
  for (int i = 0; i < 7; i++) {
    zc_plain front = zc_plain_before(whole, tails[i]);
    const char *tail = i < 3 ? tails[i] + strlen("自治") : tails[i];
    if (front.length == whole.length || (i >= 3 && !zc_plain_ends(front, "族")))
      continue;
    zc_plain kept = without_peoples(front);
    memmove(out, kept.text, kept.length);
    memcpy(out + kept.length, tail, strlen(tail) + 1);
    return strcmp(out, name) != 0 ? kept.length + strlen(tail) : 0;
  }
  return 0;
}

/* ---- the table ---- */

static uint32_t place_of(const zc_place_names *n, const char *name, size_t length) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)name[i]) * UINT64_C(1099511628211);
  return (uint32_t)(hash >> 20) & n->mask;
}

/* The slot of a name, or the free one where it would stand. */
static uint32_t *find_slot(const zc_place_names *n, const char *name, size_t length) {
  for (uint32_t at = place_of(n, name, length);; at = (at + 1) & n->mask) {
    const zc_place_name *p = n->slots[at] ? &n->places[n->slots[at] - 1] : NULL;
    if (!p || (p->length == length && memcmp(p->name, name, length) == 0))
      return &n->slots[at];
  }
}

/* Behind those of the same name. */
static void add(zc_place_names *n, const char *name, uint32_t code,
                const zc_former_division *former) {
  size_t length = strlen(name);
  uint32_t *slot = find_slot(n, name, length);
  while (*slot) {
    zc_place_name *p = &n->places[*slot - 1];
    if (p->code == code)
      return;
    slot = &p->next;
  }
  n->places[n->count++] = (zc_place_name){name, (uint32_t)length, code, former, 0};
  *slot = n->count;
}

/* Names that thousands of places have, or that are none. */
static int is_filler(const char *name) {
  static const char *const fillers[] = {"市辖区", "县", "省直辖县级行政区划",
                                        "自治区直辖县级行政区划"};
  for (int i = 0; i < 4; i++)
    if (strcmp(name, fillers[i]) == 0)
      return 1;
  return 0;
}

static int add_division(zc_place_names *n, uint32_t row) {
  enum { LONGEST = 256 };
  const zc_divisions *d = &n->data->divisions;
  const char *name = d->text + (d->names[row] & 0xFFFFFF);
  char made[LONGEST];
  int is_province = d->names[row] >> 24 == ZC_LEVEL_PROVINCE;
  if (is_filler(name))
    return 1;
  add(n, name, d->codes[row], NULL);
  size_t length = is_province || strlen(name) >= LONGEST ? 0 : zc_short_place_name(name, made);
  const char *kept = length ? zc_arena_copy(&n->arena, made, length) : NULL;
  if (kept)
    add(n, kept, d->codes[row], NULL);
  return kept || !length;
}

static int fill(zc_place_names *n) {
  const zc_data *data = n->data;
  uint32_t slots = 64;
  n->room = 2 * data->divisions.count + zc_short_division_count + data->former.count;
  while (slots < 2 * n->room)
    slots *= 2;
  n->mask = slots - 1;
  n->count = 0;
  zc_free(n->places);
  zc_free(n->slots);
  n->places = zc_calloc(n->room, sizeof *n->places);
  n->slots = zc_calloc(slots, sizeof *n->slots);
  int made = n->places && n->slots;
  for (uint32_t i = 0; made && i < data->divisions.count; i++)
    made = add_division(n, i);
  for (uint32_t i = 0; made && i < zc_short_division_count; i++)
    add(n, zc_short_divisions[i].name, zc_short_divisions[i].code * 1000, NULL);
  for (uint32_t i = 0; made && i < data->former.count; i++)
    add(n, data->former.rows[i].name, data->former.rows[i].code, &data->former.rows[i]);
  return made;
}

zc_place_names *zc_place_names_new(const zc_data *data) {
  zc_place_names *n = zc_calloc(1, sizeof *n);
  if (!n)
    return NULL;
  n->data = data;
  pthread_mutex_init(&n->lock, NULL);
  return n;
}

void zc_place_names_free(zc_place_names *names) {
  if (!names)
    return;
  pthread_mutex_destroy(&names->lock);
  zc_free(names->places);
  zc_free(names->slots);
  zc_arena_free(&names->arena);
  zc_free(names);
}

const zc_data *zc_place_names_data(const zc_place_names *names) {
  return names->data;
}

const zc_place_name *zc_place_names_find(zc_place_names *names, zc_plain name, int *failed) {
  pthread_mutex_lock(&names->lock);
  if (!names->is_full)
    names->is_full = fill(names);
  int is_full = names->is_full;
  pthread_mutex_unlock(&names->lock);
  if (!is_full) {
    *failed = 1;
    return NULL;
  }
  uint32_t first = *find_slot(names, name.text, name.length);
  return first ? &names->places[first - 1] : NULL;
}

const zc_place_name *zc_place_names_next(const zc_place_names *names, const zc_place_name *place) {
  return place->next ? &names->places[place->next - 1] : NULL;
}
