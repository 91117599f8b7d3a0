/* SPDX-License-Identifier: Apache-2.0 */
#include "host/rehearsal.h"
#include "base/assert.h"
#include "base/words.h"
#include "host/worker.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { GUARD = 1 << 20 }; /* bytes before and behind the arguments that cannot be read */

int zc_rehearsal_open(zc_rehearsal *r, const zc_region *region) {
  size_t size = (size_t)sysconf(_SC_PAGESIZE);
  int file = memfd_create("arguments", MFD_CLOEXEC);
  size_t whole = GUARD + size + GUARD;
  char *guarded = mmap(NULL, whole, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  *r = (zc_rehearsal){.region = region, .size = size};
  if (file < 0 || guarded == MAP_FAILED || fallocate(file, 0, 0, (off_t)size) != 0)
    return 0;
  void *written = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  void *view = mmap(guarded + GUARD, size, PROT_READ, MAP_SHARED | MAP_FIXED, file, 0);
  close(file);
  if (written == MAP_FAILED || view == MAP_FAILED)
    return 0;
  r->written = written;
  r->shown = view;
  zc_worker_guard(guarded, whole);
  return 1;
}

static zc_value argument(const zc_fact *fact, zc_random *random, uint32_t round) {
  uint64_t width = (uint64_t)fact->max - (uint64_t)fact->min;
  uint64_t drawn = zc_random_next(random);
  int is_known = zc_random_chance(random, 80);
  if (round == 0 || (round > 2 && !is_known))
    return (zc_value){.known = 0};
  int64_t value = round == 1   ? fact->min
                  : round == 2 ? fact->max
                               : fact->min + (int64_t)(drawn % (width + 1 ? width + 1 : 1));
  return (zc_value){.value = value, .known = 1};
}

zc_value zc_rehearse(const zc_rehearsal *r, uint32_t index, uint64_t seed, uint32_t round) {
  ZC_ASSERT(index < r->region->function_count);
  const zc_function *f = &r->region->functions[index];
  zc_random random = zc_random_of(f->name, seed + round);
  zc_value list[ZC_MAX_ARGUMENTS];
  uint32_t count = 0;
  const char *cursor = f->reads, *word;
  size_t length;
  memset(list, 0, sizeof list);
  while (cursor && count < ZC_MAX_ARGUMENTS && zc_next_word(&cursor, &word, &length)) {
    int32_t fact = zc_fact_find(&r->region->vocabulary, word, length);
    if (fact >= 0)
      list[count++] = argument(&r->region->vocabulary.facts[fact], &random, round);
  }
  ZC_ASSERT(count * sizeof *list <= r->size);
  size_t at = round % 2 ? 0 : r->size - count * sizeof *list;
  memcpy(r->written + at, list, count * sizeof *list);
  return f->call((const zc_value *)(const void *)(r->shown + at), count);
}
