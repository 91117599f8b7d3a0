/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/extent.h"

#include <link.h>
#include <string.h>

typedef struct extent_search {
  uintptr_t address;
  zc_extent *extent;
} extent_search;

static void add_part(zc_extent *extent, uintptr_t base, const ElfW(Phdr) * p) {
  if (p->p_type != PT_LOAD || !(p->p_flags & PF_R) || extent->count == ZC_EXTENT_PARTS)
    return;
  uintptr_t from = base + p->p_vaddr;
  extent->parts[extent->count++] = (struct zc_extent_part){
      from, from + p->p_memsz, (p->p_flags & PF_X) != 0, (p->p_flags & PF_W) != 0};
}

/* A part that is made read-only once it is relocated is cut in two. */
static void mark_read_only(zc_extent *extent, uintptr_t from, uintptr_t until) {
  for (uint32_t i = 0; i < extent->count; i++) {
    struct zc_extent_part *part = &extent->parts[i];
    if (!part->is_writable || from < part->from || from >= part->until)
      continue;
    if (until < part->until && extent->count < ZC_EXTENT_PARTS) {
      extent->parts[extent->count++] = (struct zc_extent_part){until, part->until, 0, 1};
      part->until = until;
    }
    part->is_writable = until < part->until;
    return;
  }
}

static int find_object(struct dl_phdr_info *object, size_t size, void *context) {
  extent_search *s = context;
  zc_extent found = {.count = 0};
  int holds = 0;
  (void)size;
  for (int i = 0; i < object->dlpi_phnum; i++)
    add_part(&found, object->dlpi_addr, &object->dlpi_phdr[i]);
  for (uint32_t i = 0; i < found.count; i++)
    holds |= s->address >= found.parts[i].from && s->address < found.parts[i].until;
  for (int i = 0; holds && i < object->dlpi_phnum; i++)
    if (object->dlpi_phdr[i].p_type == PT_GNU_RELRO)
      mark_read_only(&found, object->dlpi_addr + object->dlpi_phdr[i].p_vaddr,
                     object->dlpi_addr + object->dlpi_phdr[i].p_vaddr +
                         object->dlpi_phdr[i].p_memsz);
  if (holds && *object->dlpi_name) /* the program itself has no name */
    *s->extent = found;
  return holds;
}

void zc_extent_find(zc_extent *extent, const void *object) {
  extent_search s = {(uintptr_t)object, extent};
  memset(extent, 0, sizeof *extent);
  dl_iterate_phdr(find_object, &s);
}

/* How many bytes of a part follow the address, which lies in it; 0: no part has it. The cut that
 * mark_read_only makes is none for a reader. */
static size_t room_at(const zc_extent *extent, uintptr_t address, int code) {
  for (uint32_t i = 0; i < extent->count; i++) {
    const struct zc_extent_part *part = &extent->parts[i];
    if (address < part->from || address >= part->until || (code && !part->is_code))
      continue;
    size_t room = part->until - address;
    return room + (code ? 0 : room_at(extent, part->until, 0));
  }
  return 0;
}

int zc_extent_holds(const zc_extent *extent, const void *from, size_t length) {
  return !extent->count || room_at(extent, (uintptr_t)from, 0) >= length;
}

int zc_extent_holds_text(const zc_extent *extent, const char *text) {
  if (!text || !extent->count)
    return 1;
  size_t room = room_at(extent, (uintptr_t)text, 0);
  return room && memchr(text, 0, room);
}

int zc_extent_holds_code(const zc_extent *extent, uintptr_t address) {
  return !extent->count || room_at(extent, address, 1) > 0;
}
