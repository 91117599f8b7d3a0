/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plugin.h: all that a region plugin needs, and its manual.
 *
 * A plugin is one shared object for one jurisdiction. It runs no code of its own when a question is
 * answered: it exports a single const object, `zc_plugin`, made of tables that stand in the order
 * of the documents they come from. The host checks the file, reads the tables, compiles their
 * conditions and answers questions from them.
 *
 *     // plugins/guangxi/scope.c: one file, one subject of the document, one chapter
 *     static const zc_rule rules[] = {
 *         {ZC_ROW, .id = "gx.scope.county", .kind = ZC_SCOPE, .tracks = "targeted",
 *          .needs = "unit_division under {451229, 451228}",
 *          .text = {.zh = "单位在所列的县内。",
 *                   .en = "The unit lies in one of the named counties."}},
 *     };
 *     const zc_chapter gx_scope = {.rules = ZC_TABLE(rules)};
 *
 *     // plugins/guangxi/guangxi.c: the region itself
 *     static const zc_chapter *const chapters[] = {&zc_baseline, &gx_scope};
 *     ZC_PLUGIN("guangxi", "1.0.0", .division = "450000", .name = {.zh = "广西", .en = "Guangxi"},
 *               .chapters = chapters, .chapter_count = ZC_COUNT(chapters));
 *
 * Ownership and lifetime: every pointer in these tables points to static storage of the plugin. The
 * host never writes to it or frees it and keeps none of it after the plugin is closed.
 * Text is UTF-8. A pointer that is NULL, and a number that is 0, mean "not said"; each field states
 * what then holds. Dates are written "2020-01-31". Lists in one string are separated by blanks.
 *
 * Conditions (fields marked "condition") and values (marked "expression") are text in the rule
 * language, described in plugins/README.md. They are compiled and type-checked when the plugin is
 * loaded; an error names this row's file and line, the column, and the cure.
 */
#ifndef ZHICHENG_PLUGIN_H
#define ZHICHENG_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * ABI history. A host runs plugins of its own major number and of any minor number up to its own.
 *   1.0  first release
 *   1.1  zc_prohibition.when
 *   1.2  zc_chapter.acceptances
 *   1.3  zc_document.division and .short_title; .number may be NULL; zc_clause.also names a place;
 *        ZC_EXAM_DECIDES, ZC_YIELDS_TO_EXAM; the key "track" of a parameter; zc_parameter.yearly
 *        and .most;
 *        zc_effect.results; zc_region_plugin.convert_day, .unit_day; the names unit_is_grassroots,
 *        destination_is_grassroots and current_title_is_base in conditions; facts of the shared
 *        vocabulary; zc_line.held takes a targeted title for a general application; placeholders
 *        in sentences
 * Where the vocabulary or the language gains a name, a plugin of an older minor number that has a
 * parameter of this name keeps it: there its own parameter is meant.
 */
#define ZC_ABI_MAJOR 1u
#define ZC_ABI_MINOR 3u

/* ---- what every row carries ------------------------------------------------------------------ */

/* Where a row stands in the plugin's source. Written by ZC_ROW; shown in every message about it. */
typedef struct zc_place {
  const char *file;
  uint32_t line;
  uint32_t reserved;
} zc_place;
#define ZC_ROW .at = {__FILE__, __LINE__, 0}

/*
 * One sentence of the author's own, never copied from a document. Only Chinese is needed.
 * The text of a rule, route, conversion, unit row or effect may have placeholders, from 1.3 on:
 *     "after {years(lock_years)} and {hours}": "after 5 years and 90 hours"
 * Between the braces stands an expression of parameters alone, a number or a day; answers show its
 * value for the day, division, series, ... in question, with its unit, or the parameter's label
 * where the value is not known. A brace of the sentence's own is written twice. Labels and titles
 * are plain.
 */
typedef struct zc_text {
  const char *zh;
  const char *en;
} zc_text;

/* A table: rows side by side, `stride` bytes apart, so that a row may grow in a later minor ABI. */
typedef struct zc_table {
  const void *rows;
  uint32_t count;
  uint32_t stride;
} zc_table;
#define ZC_COUNT(array) ((uint32_t)(sizeof(array) / sizeof((array)[0])))
#define ZC_TABLE(array)                                                                            \
  { (array), ZC_COUNT(array), (uint32_t)sizeof((array)[0]) }

/* ---- the law: documents and clauses ---------------------------------------------------------- */

typedef struct zc_document {
  zc_place at;
  const char *id; /* "gx-2020-88": stable, unique in the plugin */
  const char
      *number; /* "人社专技司函〔2020〕88号"; NULL: the document has none, and answers say so */
  zc_text title;
  zc_text issuer;
  const char *from;     /* first day in force; NULL: cited only, no rule is in force through it */
  const char *until;    /* last day in force; NULL: no end */
  const char *division; /* part of the region it binds: "3710" or a longer code; NULL: all of it.
                           Then `edition` has it only for a unit known to lie there; its rows say
                           for themselves (`when`) whom they bind */
  zc_text short_title;  /* what sentences call a document that has no number; NULL: its title */
} zc_document;

/* One clause that something in this plugin carries out. Rules, steps and effects name its id. */
typedef struct zc_clause {
  zc_place at;
  const char *id;       /* "gx.edu.deputy" */
  const char *document; /* id of a zc_document */
  const char *clause;   /* "四（一）2": the number in the document */
  const char *also;     /* ids of further documents that the clause refers to, or NULL; with a colon
                           the place in it: "nm-2024-85:四（九）1". Cited while in force, and where the
                           document binds a part of the region, for units known to lie there */
} zc_clause;

/* ---- vocabulary of the region's own ---------------------------------------------------------- */

/* Units of whole numbers. Two different units never meet in one comparison. */
typedef enum zc_unit {
  ZC_NO_UNIT = 0,
  ZC_MONTH,
  ZC_DAY,
  ZC_HOUR,
  ZC_POINT,
  ZC_PERSON,
  ZC_PIECE,
  ZC_YUAN,
  ZC_PERCENT,
  ZC_HUNDREDTH,
  ZC_TIER,
  ZC_UNIT_COUNT
} zc_unit;

typedef enum zc_type {
  ZC_NO_TYPE = 0,
  ZC_BOOL,
  ZC_INT,      /* whole number with a unit */
  ZC_DATE,     /* days since 1970-01-01 */
  ZC_ENUM,     /* one word of a list, compared by its order where the list is ordered */
  ZC_DIVISION, /* GB/T 2260 code; a coarse code stands for all that lies under it */
  ZC_REGION,   /* id of a region plugin */
  ZC_STRING,   /* shown, never compared */
  ZC_TYPE_COUNT
} zc_type;

/* A fact that only this region knows. Its name begins with the region id and a dot. */
typedef struct zc_fact_row {
  zc_place at;
  const char *name;    /* "urumqi.appraisal_years" */
  uint32_t type;       /* zc_type */
  uint32_t unit;       /* zc_unit, for ZC_INT */
  int64_t min, max;    /* for ZC_INT, both included */
  const char *words;   /* for ZC_ENUM: lowest first: "none county city"; or the name of a fact whose
                          words it shares: "=target_level". Labels: zc_word_row */
  const char *assumed; /* expression taken when the fact is not given; NULL: unknown */
  const char *tag;     /* "paper": prohibitions refer to tags */
  uint32_t ordered;    /* 1: the words may be compared with < and > */
  uint32_t changeable; /* 1: a person can act to change it (advice may name it) */
  zc_text label;
} zc_fact_row;

/* A word added to an enum of the shared vocabulary; it begins with the region id and a dot. Or the
   label of a word that stands in the `words` of a fact of the region's own: without one, answers
   show the word itself. */
typedef struct zc_word_row {
  zc_place at;
  const char *fact; /* a fact of that enum: "unit_kind" */
  const char *word; /* "urumqi.teaching_point"; of the region's own list: as it stands there */
  zc_text label;
} zc_word_row;

/* A value that replaces a fact before any rule reads it; inside `value` the fact's name means the
   value as given. Example: a technician class that counts as an education. */
typedef struct zc_derivation {
  zc_place at;
  const char *fact;
  const char *value;  /* expression of the fact's type */
  const char *clause; /* id of a zc_clause; in force with its document */
} zc_derivation;

/* ---- parameters: values that change by year or by place -------------------------------------- */

/*
 * Keys of a parameter; a name in `keys` lets a value depend on it:
 *   "division"   the unit's division; the longest prefix wins
 *   "series"     the series applied for
 *   "level"      the level applied for
 *   "education"  the education held
 *   "track"      the track applied for; the green channel reads the value of general where it has
 *                none of its own. Among values of the same division those of a track go first; one
 *                without a track holds for all
 */

/* One value. parameters.ini has the same rows, and a deployment may override them there. */
typedef struct zc_parameter_value {
  zc_place at;
  const char *from;  /* first day that the value holds; NULL: always */
  const char *key;   /* words for the keys: "451229 health deputy_senior bachelor"; NULL: for all */
  const char *value; /* "48", "true", "2024-06-29", or "none": no value from that day on */
  const char *source; /* needed: document and clause, or "national practice" */
} zc_parameter_value;

typedef struct zc_parameter {
  zc_place at;
  const char *name; /* stands in conditions by this name */
  uint32_t type;    /* ZC_INT, ZC_BOOL or ZC_DATE */
  uint32_t unit;    /* zc_unit, for ZC_INT */
  const char *keys; /* "division series", or NULL */
  zc_text label;
  zc_table values;   /* zc_parameter_value: built-in values; empty: only from parameters.ini */
  uint32_t optional; /* 1: may be without any value (the condition reads `known(name)`) */
  uint32_t yearly;   /* 1: a value ends with the year of its day, as the deadline of a year does; a
                        year for which none is entered has none. Each value needs its day */
  const char *most;  /* the greatest value that a file may enter: "48", "2024-06-29"; "06-29": no
                        later than that day of the value's own year; NULL: no bound */
} zc_parameter;

/* ---- assess: who may apply ------------------------------------------------------------------- */

/* A track on which this region answers, and the days on which its documents speak of it. On other
   days the answer is "undetermined, no_edition"; a track without a row is refused by base.track. */
typedef struct zc_track {
  zc_place at;
  const char *track;    /* "targeted" */
  const char *from;     /* NULL: from ever */
  const char *until;    /* NULL: for ever */
  const char *referral; /* id of the ZC_REFERRAL rule that answers "undetermined" for this track */
} zc_track;

typedef enum zc_kind {
  ZC_NO_KIND = 0,
  /* must hold, unless waived: the names differ for the reader's sake only */
  ZC_SCOPE,
  ZC_REQUIREMENT,
  ZC_CHOICE,
  ZC_LOCK,
  ZC_QUOTA,
  ZC_DEADLINE,
  /* lifts requirements (`waives`) or lowers a tenure floor (`months`) when its condition holds */
  ZC_WAIVER,
  /* the document refers the track to another one: the state is unknown and nothing is missing */
  ZC_REFERRAL,
  ZC_KIND_COUNT
} zc_kind;

enum {
  ZC_BINDS_ALWAYS = 1u << 0,  /* holds even where an exclusive route (exam only) decides alone */
  ZC_EXCLUSIVE = 1u << 1,     /* route: where it applies, no other route counts and only rules with
                                 ZC_BINDS_ALWAYS bind */
  ZC_EXAM_DECIDES = 1u << 2,  /* route, with ZC_EXCLUSIVE: only the examination decides. On the
                                 targeted track rules of kind ZC_SCOPE, ZC_CHOICE and ZC_LOCK bind
                                 as well: who and where one applies is not examined */
  ZC_YIELDS_TO_EXAM = 1u << 3 /* rule: does not bind even so */
};

/*
 * A rule. It applies on its tracks, in the time its document is in force (or from..until), when
 * `when` holds; it is met when `needs` holds.
 * Findings list the rules in the order of the chapters and rows.
 */
typedef struct zc_rule {
  zc_place at;
  const char *id;      /* the clause's id; "<clause>.<suffix>" where a clause needs several rules */
  uint32_t kind;       /* zc_kind */
  uint32_t flags;      /* ZC_BINDS_ALWAYS, ZC_YIELDS_TO_EXAM */
  const char *clauses; /* ids of clauses; NULL: the clause of this id, or of its longest prefix;
                          none is needed by base.*, and by <region>.* unless clauses are named so */
  const char *tracks;  /* "general targeted"; NULL: every track of the region */
  const char *from;    /* narrower or wider than the document; NULL: the document's first day.
                          "ever": from the beginning of time */
  const char *until;   /* likewise; "ever": without end */
  const char *replaces; /* ids of rules not looked at while this one is in force on a track */
  const char *when;     /* condition; NULL: always */
  const char *needs;    /* condition; NULL only for ZC_REFERRAL */
  const char *waives;   /* ZC_WAIVER: ids of rules that it lifts */
  const char *months;   /* ZC_WAIVER: expression in months taken off the tenure floors ... */
  const char *reduces;  /* ... of the routes with these ids or groups; "*" every route */
  zc_text text;
} zc_rule;

/* Routes are tried in the order of their rank, then of the tables. */
typedef enum zc_rank {
  ZC_RANK_NONE = 0,
  ZC_RANK_EXAM,
  ZC_RANK_DETERMINATION,
  ZC_RANK_BASELINE,
  ZC_RANK_RELAXED,
  ZC_RANK_EXCEPTIONAL,
  ZC_RANK_COUNT
} zc_rank;

typedef enum zc_mode { ZC_REVIEW = 0, ZC_DETERMINATION, ZC_EXAM, ZC_MODE_COUNT } zc_mode;

/*
 * One line of a route; the lines of a route are alternatives. A field that is NULL asks nothing.
 * Read aloud: "for a deputy senior title, a bachelor who has held an intermediate title for 60
 * months": {.target = "deputy_senior", .education = "bachelor", .held = "intermediate",
 *           .fact = "months_in_current_title", .floor = "60 months"}
 */
typedef struct zc_line {
  zc_place at;
  const char *target; /* level applied for */
  const char *when;   /* condition under which the line stands at all (a parameter has a value) */
  const char *education; /* this education or a higher one */
  const char *held;  /* current_title_level is this one; from 1.3 on also, on the general track, a
                        targeted title of the level applied for, where that is just above */
  const char *fact;  /* a fact in months ... */
  const char *floor; /* ... that is at least this expression, less what waivers take off */
} zc_line;

/* One way to satisfy education and tenure. Met when it applies, a line holds and `needs` holds. */
typedef struct zc_route {
  zc_place at;
  const char *id;
  uint32_t rank;  /* zc_rank */
  uint32_t mode;  /* zc_mode of the verdict */
  uint32_t flags; /* ZC_EXCLUSIVE, ZC_EXAM_DECIDES */
  const char *clauses;
  const char *tracks;
  const char *from;
  const char *until;
  const char *replaces;
  const char *when;   /* condition; NULL: always */
  zc_table lines;     /* zc_line; empty: `needs` says it all */
  const char *needs;  /* condition for the rest; NULL: nothing more */
  const char *waives; /* ids of rules lifted for those who come this way */
  const char *group;  /* names that the `reduces` of waivers may use */
  zc_text text;
} zc_route;

/* ---- convert: what a held title is worth ----------------------------------------------------- */

typedef enum zc_result {
  ZC_GO_ON = 0, /* this row does not decide; the next one does */
  ZC_VALID,
  ZC_INVALID,
  ZC_REASSESS,
  ZC_EXCHANGE,
  ZC_REFUSED,
  ZC_UNDETERMINED,
  ZC_RESULT_COUNT
} zc_result;

/*
 * Rows are read from the top: where `when` holds, the row answers `kept` if `keeps` holds and
 * `otherwise` if not. The finding is met when the title keeps its worth. The last row of a region
 * applies to all that is left.
 */
typedef struct zc_conversion {
  zc_place at;
  const char *id;
  const char *clauses; /* as in zc_rule; a row named <region>.* may do without */
  const char *from;    /* as in zc_rule */
  const char *until;
  const char *when;   /* condition; NULL: always */
  const char *keeps;  /* condition; NULL: never */
  uint32_t kept;      /* zc_result */
  uint32_t otherwise; /* zc_result */
  zc_text text;
} zc_conversion;

/* ---- unit: which units are grassroots -------------------------------------------------------- */

/* Rows are read from the top: the first row that applies (`when`) answers whether `grassroots`
 * holds. Where none applies the unit is not grassroots, and no clause stands beside the answer: let
 * the last row apply to all that is left. */
typedef struct zc_unit_row {
  zc_place at;
  const char *id;
  const char *clauses;
  const char *from;
  const char *until;
  const char *when;       /* condition; NULL: always */
  const char *grassroots; /* condition */
  zc_text text;
} zc_unit_row;

/* ---- calendar: what is due by when ----------------------------------------------------------- */

typedef enum zc_step_unit { ZC_FIXED = 0, ZC_DAYS, ZC_WORKDAYS, ZC_MONTHS } zc_step_unit;

/*
 * {.id = "urq.deadline.plan", .anchor = "review_start_date", .offset = -15, .unit = ZC_WORKDAYS}
 * {.id = "urq.deadline.notice", .due = "08-31"}
 */
typedef struct zc_step {
  zc_place at;
  const char *id;
  const char *clauses;
  uint32_t from_year;   /* first year listed; 0: the document's first */
  uint32_t until_year;  /* last year listed; 0: the document's last */
  const char *division; /* part of the region it binds: "3710" or a longer code, shown as written;
                           NULL: the whole region */
  const char *due;    /* "08-31": fixed day of the year; or the name of a date parameter; or NULL */
  const char *anchor; /* fact that gives the day it is counted from, or NULL */
  int32_t offset;     /* before (negative) or after the anchor */
  uint32_t unit;      /* zc_step_unit */
  const char *replaces; /* ids of steps that are left out while this one is listed */
  zc_text text;
} zc_step;

/* ---- effects: what an answer carries along --------------------------------------------------- */

typedef enum zc_effect_kind {
  ZC_NO_EFFECT = 0,
  ZC_EFFECT_EVIDENCE,
  ZC_EFFECT_METHOD,
  ZC_EFFECT_GROUPING,
  ZC_EFFECT_AUTHORITY,
  ZC_EFFECT_FILING,
  ZC_EFFECT_CERTIFICATE,
  ZC_EFFECT_POST,
  ZC_EFFECT_PREFERENCE,
  ZC_EFFECT_OBLIGATION,
  ZC_EFFECT_FEE,
  ZC_EFFECT_REFERRAL,
  ZC_EFFECT_QUOTA,
  ZC_EFFECT_VALIDITY,
  ZC_EFFECT_NOTICE,
  ZC_EFFECT_COUNT
} zc_effect_kind;

enum { ZC_ASSESS = 1u << 0, ZC_CONVERT = 1u << 1, ZC_UNIT = 1u << 2 };

/* Listed with an answer when it applies. Never decides a verdict. Rows that answer different
   questions may share an id, so that a clause has other conditions in each. */
typedef struct zc_effect {
  zc_place at;
  const char *id;
  uint32_t kind;      /* zc_effect_kind */
  uint32_t questions; /* ZC_ASSESS | ZC_CONVERT | ZC_UNIT; 0: ZC_ASSESS */
  const char *clauses;
  const char *tracks; /* as in zc_rule; only with ZC_ASSESS */
  const char *from;
  const char *until;
  const char *when;  /* condition; NULL: always */
  const char *data;  /* a JSON object: "{\"scope\": [\"451229\"]}"; NULL: {}. A member "duty_of"
                        names who has to see to it if not the applicant ("committee"); reports for
                        people fold such effects into one line of clause numbers */
  const char *shows; /* facts whose values join the data */
  zc_text text;
  const char *results; /* with ZC_CONVERT alone: listed where the answer is one of these: "valid
                          reassess"; NULL: whatever it is */
} zc_effect;

/* ---- prohibitions on the author -------------------------------------------------------------- */

/* While its clauses are in force, no deciding rule may read a fact that carries one of the tags. */
typedef struct zc_prohibition {
  zc_place at;
  const char *id; /* a clause's id */
  const char *clauses;
  const char *tags;   /* "paper project" */
  const char *tracks; /* tracks it guards; NULL: every track */
  const char *from;
  const char *until;
  zc_text text;
  const char *when; /* condition; NULL: always. A rule is free only where its own `when` asks for
                       other words of the same fact: "target_level == full_senior" is free of
                       "target_level <= deputy_senior" */
} zc_prohibition;

/* ---- functions: what a condition cannot say -------------------------------------------------- */

/* A value as a function sees it. bool: 0 or 1. date: days since 1970-01-01. enum: the word's place,
   lowest 0. division: 12 digits. */
typedef struct zc_value {
  int64_t value;
  int32_t known; /* 0: unknown; `value` is then 0 */
  int32_t reserved;
} zc_value;

/*
 * A pure function: the same arguments always give the same value; it reads nothing else, keeps
 * nothing and allocates nothing. It stands in conditions by its name. Arguments come in the order
 * of `reads` and live for the call only.
 */
typedef struct zc_function {
  zc_place at;
  const char *name;  /* "urumqi.score": region id and a dot first */
  const char *reads; /* names of facts */
  uint32_t type;     /* ZC_BOOL, ZC_INT or ZC_DATE */
  uint32_t unit;
  int64_t min, max; /* range of the value for ZC_INT, both included */
  zc_value (*call)(const zc_value *arguments, uint32_t count);
} zc_function;

/* ---- findings that the author has looked at -------------------------------------------------- */

/*
 * A finding of `zhicheng analyse`, `zhicheng check` or `zhicheng test --mutate` that is no mistake,
 * and why. It stands beside the rule that it speaks of, and no answer depends on it. One that
 * accepts nothing any more is itself reported.
 *
 *     {ZC_ROW, .rule = "gx.early", .finding = "shadowed_by:gx.scope.county",
 *      .reason = {.zh = "…", .en = "The document says both, in two clauses."}}
 */
typedef struct zc_acceptance {
  zc_place at;
  const char *rule;    /* id of a row that has one, or the name of a fact or parameter */
  const char *finding; /* as the tool writes it: "always_true", "shadowed_by:<rule>",
                          "mutant:<mutant>" */
  zc_text reason;
} zc_acceptance;

/* ---- the region ------------------------------------------------------------------------------ */

/* The tables of one source file: one subject of a document. Any table may be absent. */
typedef struct zc_chapter {
  zc_table documents;    /* zc_document */
  zc_table clauses;      /* zc_clause */
  zc_table facts;        /* zc_fact_row */
  zc_table words;        /* zc_word_row */
  zc_table derivations;  /* zc_derivation */
  zc_table parameters;   /* zc_parameter */
  zc_table tracks;       /* zc_track */
  zc_table rules;        /* zc_rule */
  zc_table routes;       /* zc_route */
  zc_table conversions;  /* zc_conversion */
  zc_table units;        /* zc_unit_row */
  zc_table steps;        /* zc_step */
  zc_table effects;      /* zc_effect */
  zc_table prohibitions; /* zc_prohibition */
  zc_table functions;    /* zc_function */
  zc_table acceptances;  /* zc_acceptance */
} zc_chapter;

/* The one object that a plugin exports. Made by ZC_PLUGIN. */
typedef struct zc_region_plugin {
  uint32_t abi_major;
  uint32_t abi_minor;
  uint32_t size;         /* of this struct as the author compiled it */
  uint32_t chapter_size; /* of zc_chapter as the author compiled it */
  const char *id;        /* [a-z][a-z0-9_]*, the file is named <id>.so */
  const char *version;   /* the plugin's own */
  zc_text name;
  const char *division;        /* the region's own division: "450000" */
  const char *counting_day;    /* expression (date) to which durations are counted; NULL: as_of */
  const char *counting_clause; /* id of the clause that sets it */
  const zc_chapter *const *chapters;
  uint32_t chapter_count;
  uint32_t reserved;
  const char *convert_day; /* as counting_day, for ZC_CONVERT; NULL: counting_day */
  const char *unit_day;    /* as counting_day, for ZC_UNIT; NULL: counting_day */
} zc_region_plugin;

/* The ELF note by which the host knows a plugin before it runs a byte of it. */
typedef struct zc_note {
  uint32_t name_size, desc_size, type;
  char name[12]; /* "Zhicheng" */
  uint32_t abi_major, abi_minor;
  uint32_t region_size, chapter_size; /* of the structs as the author compiled them */
  char region[32];
  char version[32];
} zc_note;
#define ZC_NOTE_NAME    "Zhicheng"
#define ZC_NOTE_TYPE    1u
#define ZC_NOTE_SECTION ".note.zhicheng"
#define ZC_SYMBOL       "zc_plugin"

#define ZC_EXPORT __attribute__((visibility("default")))

#define ZC_PLUGIN(region_id, plugin_version, ...)                                                  \
  __attribute__((section(ZC_NOTE_SECTION), used,                                                   \
                 aligned(4))) static const zc_note zc_plugin_note = {                              \
      9u,                                                                                          \
      (uint32_t)(sizeof(zc_note) - offsetof(zc_note, abi_major)),                                  \
      ZC_NOTE_TYPE,                                                                                \
      ZC_NOTE_NAME,                                                                                \
      ZC_ABI_MAJOR,                                                                                \
      ZC_ABI_MINOR,                                                                                \
      (uint32_t)sizeof(zc_region_plugin),                                                          \
      (uint32_t)sizeof(zc_chapter),                                                                \
      region_id,                                                                                   \
      plugin_version};                                                                             \
  extern ZC_EXPORT const zc_region_plugin zc_plugin;                                               \
  const zc_region_plugin zc_plugin = {.abi_major = ZC_ABI_MAJOR,                                   \
                                      .abi_minor = ZC_ABI_MINOR,                                   \
                                      .size = (uint32_t)sizeof(zc_region_plugin),                  \
                                      .chapter_size = (uint32_t)sizeof(zc_chapter),                \
                                      .id = region_id,                                             \
                                      .version = plugin_version,                                   \
                                      __VA_ARGS__}

/* A change of layout is a change of ABI: these numbers move only together with ZC_ABI_*. */
#if defined(__STDC_VERSION__) && defined(__LP64__)
_Static_assert(sizeof(zc_place) == 16, "ABI: zc_place");
_Static_assert(sizeof(zc_table) == 16, "ABI: zc_table");
_Static_assert(sizeof(zc_document) == 104, "ABI: zc_document");
_Static_assert(sizeof(zc_clause) == 48, "ABI: zc_clause");
_Static_assert(sizeof(zc_fact_row) == 96, "ABI: zc_fact_row");
_Static_assert(sizeof(zc_word_row) == 48, "ABI: zc_word_row");
_Static_assert(sizeof(zc_derivation) == 40, "ABI: zc_derivation");
_Static_assert(sizeof(zc_parameter_value) == 48, "ABI: zc_parameter_value");
_Static_assert(sizeof(zc_parameter) == 88, "ABI: zc_parameter");
_Static_assert(sizeof(zc_track) == 48, "ABI: zc_track");
_Static_assert(sizeof(zc_rule) == 128, "ABI: zc_rule");
_Static_assert(sizeof(zc_line) == 64, "ABI: zc_line");
_Static_assert(sizeof(zc_route) == 144, "ABI: zc_route");
_Static_assert(sizeof(zc_conversion) == 88, "ABI: zc_conversion");
_Static_assert(sizeof(zc_unit_row) == 80, "ABI: zc_unit_row");
_Static_assert(sizeof(zc_step) == 96, "ABI: zc_step");
_Static_assert(sizeof(zc_effect) == 112, "ABI: zc_effect");
_Static_assert(sizeof(zc_prohibition) == 88, "ABI: zc_prohibition");
_Static_assert(sizeof(zc_value) == 16, "ABI: zc_value");
_Static_assert(sizeof(zc_function) == 64, "ABI: zc_function");
_Static_assert(sizeof(zc_acceptance) == 48, "ABI: zc_acceptance");
_Static_assert(sizeof(zc_chapter) == 256, "ABI: zc_chapter");
_Static_assert(sizeof(zc_region_plugin) == 104, "ABI: zc_region_plugin");
_Static_assert(sizeof(zc_note) == 104, "ABI: zc_note");
#endif

#ifdef __cplusplus
}
#endif
#endif
