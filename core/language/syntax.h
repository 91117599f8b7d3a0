/* SPDX-License-Identifier: Apache-2.0 */
/* Syntax of a condition: tokens and the tree. Nothing here allocates: the tree is an array inside
 * zc_tree, a few dozen kilobytes on the caller's stack, and names point into the text. */
#ifndef ZC_LANGUAGE_SYNTAX_H
#define ZC_LANGUAGE_SYNTAX_H

#include "language/complaint.h"
#include "zhicheng/plugin.h"
#include <stdint.h>

/* Limits of one text. A text within them never exhausts the stack. */
#define ZC_TEXT_LIMIT  16384u /* bytes */
#define ZC_TREE_LIMIT  1024u  /* parts: names, literals and operators */
#define ZC_DEPTH_LIMIT 200u   /* operators inside each other */

typedef enum zc_token_kind {
  ZC_TOKEN_END,
  ZC_TOKEN_NAME,
  ZC_TOKEN_NUMBER,
  ZC_TOKEN_DATE,
  ZC_TOKEN_OPEN,
  ZC_TOKEN_CLOSE,
  ZC_TOKEN_OPEN_SET,
  ZC_TOKEN_CLOSE_SET,
  ZC_TOKEN_COMMA,
  ZC_TOKEN_EQ,
  ZC_TOKEN_NE,
  ZC_TOKEN_LT,
  ZC_TOKEN_LE,
  ZC_TOKEN_GT,
  ZC_TOKEN_GE,
  ZC_TOKEN_PLUS,
  ZC_TOKEN_MINUS,
  ZC_TOKEN_TIMES,
  ZC_TOKEN_AND,
  ZC_TOKEN_OR,
  ZC_TOKEN_NOT,
  ZC_TOKEN_IN,
  ZC_TOKEN_UNDER,
  ZC_TOKEN_IF,
  ZC_TOKEN_THEN,
  ZC_TOKEN_ELSE,
  ZC_TOKEN_TRUE,
  ZC_TOKEN_FALSE
} zc_token_kind;

typedef struct zc_token {
  zc_token_kind kind;
  uint32_t at, length; /* bytes of the text */
  int64_t value;       /* number; date as a day */
} zc_token;

/* Reads the token at or after *cursor and moves *cursor behind it. -1: an error was reported. */
int zc_token_next(zc_complaint *complaint, uint32_t *cursor, zc_token *token);

typedef enum zc_part_kind {
  ZC_PART_NAME,   /* a name without arguments, or a word */
  ZC_PART_CALL,   /* name(a, ...): arguments are the list that begins with a */
  ZC_PART_NUMBER, /* value; with a unit word also its unit */
  ZC_PART_DATE,
  ZC_PART_BOOL,
  ZC_PART_NOT, /* a */
  ZC_PART_NEGATIVE,
  ZC_PART_AND, /* a, b */
  ZC_PART_OR,
  ZC_PART_COMPARE, /* a, b; `token` says which */
  ZC_PART_ADD,
  ZC_PART_SUB,
  ZC_PART_MUL,
  ZC_PART_IN,    /* a in {b, ...}: elements are the list that begins with b */
  ZC_PART_UNDER, /* a under b, or under {b, ...} */
  ZC_PART_IF     /* if a then b else c */
} zc_part_kind;

/* What a name turned out to mean. */
typedef enum zc_meaning {
  ZC_MEANS_WORD, /* nothing else: a word of the other side's enum, or an error */
  ZC_MEANS_FACT,
  ZC_MEANS_PARAMETER,
  ZC_MEANS_FUNCTION,
  ZC_MEANS_AS_OF,
  ZC_MEANS_REGION_DIVISION,
  ZC_MEANS_THIS_REGION,
  ZC_MEANS_ANSWER, /* `index` is its zc_named_answer */
  ZC_MEANS_BUILTIN /* `index` is its zc_builtin */
} zc_meaning;

/* Type of a part. ZC_NO_TYPE: a word that takes the type of the other side. */
typedef struct zc_kindred {
  uint8_t type;        /* zc_type */
  uint8_t unit;        /* zc_unit; ZC_UNIT_COUNT: a bare number that takes the other side's */
  int32_t enumeration; /* -1 where the type is not ZC_ENUM */
} zc_kindred;

typedef uint16_t zc_part_id;
#define ZC_NO_PART UINT16_MAX

typedef struct zc_part {
  uint8_t kind;    /* zc_part_kind */
  uint8_t token;   /* zc_token_kind of a comparison */
  uint8_t meaning; /* zc_meaning, set by the checker */
  uint8_t depth;   /* operators below */
  zc_part_id a, b, c;
  zc_part_id next;     /* in a list of arguments or elements */
  uint32_t at, length; /* of the name or literal; of an operator, its own sign */
  uint32_t index;      /* fact, parameter, function or builtin, set by the checker */
  int64_t value;       /* of a literal */
  zc_kindred is;       /* set by the checker (unit of a number: by the parser) */
} zc_part;

typedef struct zc_tree {
  zc_part parts[ZC_TREE_LIMIT];
  uint32_t count;
  zc_part_id root;
} zc_tree;

/* Reads the whole text into a tree. -1: an error was reported. */
int zc_parse(zc_complaint *complaint, zc_tree *tree);

#endif
