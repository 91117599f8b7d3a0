/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The description of a region image, from which writer and reader both work (describe.c).
 *
 * An image is the memory of a region laid flat: a head, rows, texts. Rows are the structs of
 * engine/region.h and plugin.h as they lie in memory, with places in place of pointers:
 *
 *     a list   where its rows begin, counted from the first row of the image; 0: NULL; 1: empty
 *     a link   where the row begins that it leads to; 0: NULL
 *     a text   where it begins among the texts, plus one; 0: NULL
 *
 * Rows stand in the order in which the description meets them: a list begins where the one before
 * it ended. So no two can overlap, and what was checked once stays as it was. Each text is there
 * once.
 */
#ifndef ZC_IMAGE_FORMAT_H
#define ZC_IMAGE_FORMAT_H

#include "compile/tables.h"
#include "engine/region.h"

/* Kinds of rows: those of a plugin's tables (zc_row_kind), then these. */
typedef enum zc_image_kind {
  ZC_IMAGE_CHAPTER = ZC_ROW_KINDS,
  ZC_IMAGE_PLUGIN,
  ZC_IMAGE_DOCUMENT, /* of the region itself, which others count from */
  ZC_IMAGE_CLAUSE,
  ZC_IMAGE_SPAN,
  ZC_IMAGE_CITE,
  ZC_IMAGE_RULE_INDEX,
  ZC_IMAGE_STEP_INDEX,
  ZC_IMAGE_FACT_INDEX,
  ZC_IMAGE_FACT_NODE,
  ZC_IMAGE_FACT_CONDITION,
  ZC_IMAGE_ARGUMENT,
  ZC_IMAGE_NODE,
  ZC_IMAGE_RANGE,
  ZC_IMAGE_SETTING,
  ZC_IMAGE_PARAMETER,
  ZC_IMAGE_TRACK,
  ZC_IMAGE_MENTION,
  ZC_IMAGE_USE,
  ZC_IMAGE_BLANK,
  ZC_IMAGE_LINE,
  ZC_IMAGE_RULE,
  ZC_IMAGE_EFFECT,
  ZC_IMAGE_STEP,
  ZC_IMAGE_PROHIBITION,
  ZC_IMAGE_REGION,
  ZC_IMAGE_KINDS
} zc_image_kind;

typedef enum zc_image_form {
  ZC_IMAGE_NUMBER = 0, /* of `width` bytes, within lo..hi */
  ZC_IMAGE_BITS,       /* any number of `width` bytes */
  ZC_IMAGE_PLACE,      /* of a row in the image: index below a count of the region */
  ZC_IMAGE_NODE_ID,    /* of a node of `type`; ZC_NO_TYPE: of any */
  ZC_IMAGE_TEXT,
  ZC_IMAGE_CHARACTERS, /* `width` bytes, NUL at the end */
  ZC_IMAGE_TABLE,      /* a zc_table of rows of kind `of` */
  ZC_IMAGE_LIST,       /* a pointer to rows of kind `of`, as many as the field `count` says */
  ZC_IMAGE_POINTERS,   /* a pointer to as many pointers, each to a row of its own */
  ZC_IMAGE_LINK,       /* a pointer to a row of kind `of` that stands in a list before */
  ZC_IMAGE_LINKS,      /* a pointer to as many of them */
  ZC_IMAGE_NOTHING     /* not in the image: zero */
} zc_image_form;

enum {
  ZC_IMAGE_ONE = UINT16_MAX, /* `count` of a list of one row */
  ZC_IMAGE_EMPTY = 1         /* place of a list that has no rows and is not NULL */
};

typedef struct zc_image_field {
  const char *name;
  uint16_t offset, count; /* where in the row; where in the row the count (uint32_t) stands */
  uint8_t form, width, of, type;
  uint8_t may_lack;     /* text or link: may be NULL; place or node: may be -1, ZC_NO_NODE */
  uint8_t may_be_empty; /* text: may be "" */
  uint16_t bound;       /* ZC_IMAGE_PLACE: where in zc_region its count stands */
  int64_t lo, hi;
} zc_image_field;

struct zc_image_reader;

/* describe.c: the kinds that are no rows of plugin.h. */
typedef struct zc_image_row {
  const char *name;
  uint32_t size;
  const zc_image_field *fields;
  uint32_t count;
  int (*check)(struct zc_image_reader *reader, const void *row);
} zc_image_row;
extern const zc_image_row zc_image_rows[ZC_IMAGE_KINDS];

/* The description as one list, with that of plugin.h's rows made from their schema. */
typedef struct zc_image_plan {
  struct zc_image_shape {
    const char *name;
    uint32_t size, first, count; /* of the row; of its fields */
    int (*check)(struct zc_image_reader *reader, const void *row);
  } shapes[ZC_IMAGE_KINDS];
  zc_image_field fields[512];
} zc_image_plan;
void zc_image_plan_make(zc_image_plan *plan);

/* A number that changes whenever the same bytes begin to mean something else: with the
 * description, the shared vocabulary and the engine. */
uint64_t zc_image_layout(const zc_image_plan *plan);

/* ---- the head ---- */

typedef struct zc_image_head {
  char magic[8];
  char sum[64]; /* SHA-256 of all that follows, in hexadecimal digits */
  uint64_t layout;
  uint64_t rows_length, texts_length; /* bytes; the rows begin behind the head */
  char region[32], version[32];       /* NUL at the end */
} zc_image_head;
#define ZC_IMAGE_MAGIC "ZCIMAGE\n"
_Static_assert(sizeof(zc_image_head) == 160, "a head of whole words");

/* No image is larger. */
#define ZC_IMAGE_LIMIT ((size_t)256 << 20)

/* ---- while an image is read ---- */

typedef struct zc_image_reader {
  zc_image_plan plan;
  zc_region *region; /* filled so far: what stands before in the description */
  char *rows;
  const char *texts;
  uint64_t rows_length, texts_length, cursor;
  uint8_t *starts; /* by eight bytes of the rows: kind + 1 of the row that begins there */
  /* the first thing that is wrong */
  const char *fault_row, *fault_field;
  int is_out_of_memory;
} zc_image_reader;

/* check.c: what the fields of a kind cannot say. */
int zc_image_check_plugin(zc_image_reader *r, const void *row);
int zc_image_check_node(zc_image_reader *r, const void *row);
int zc_image_check_range(zc_image_reader *r, const void *row);
int zc_image_check_cite(zc_image_reader *r, const void *row);
int zc_image_check_setting(zc_image_reader *r, const void *row);
int zc_image_check_parameter(zc_image_reader *r, const void *row);
int zc_image_check_mention(zc_image_reader *r, const void *row);
int zc_image_check_use(zc_image_reader *r, const void *row);
int zc_image_check_blank(zc_image_reader *r, const void *row);
int zc_image_check_effect(zc_image_reader *r, const void *row);
int zc_image_check_rule(zc_image_reader *r, const void *row);
int zc_image_check_step(zc_image_reader *r, const void *row);
int zc_image_check_region(zc_image_reader *r, const void *row);

#endif
