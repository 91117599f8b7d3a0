/* SPDX-License-Identifier: Apache-2.0 */
/*
 * outcome.h: the words in which errors and decisions are told, the same inside the core and for
 * programs that embed it. Their numbers never change.
 */
#ifndef ZHICHENG_OUTCOME_H
#define ZHICHENG_OUTCOME_H

#ifdef __cplusplus
extern "C" {
#endif

/* What the shared library gives to others. */
#define ZC_API __attribute__((visibility("default")))

/* The one map of errors. The numbers are exit statuses of the program. A legal finding is never an
 * error. */
typedef enum zc_status {
  ZC_OK = 0,
  ZC_FAILED_CHECK = 1, /* a test or a check found something */
  ZC_BAD_INPUT = 2,    /* bad usage or bad input */
  ZC_BAD_PLUGIN = 3,   /* a plugin could not be loaded or failed */
  ZC_NO_RESOURCE = 4   /* out of memory, or output that cannot be written */
} zc_status;

/* The language of messages. */
typedef enum zc_lang { ZC_LANG_EN = 0, ZC_LANG_ZH = 1 } zc_lang;

/* How a rule stands. */
typedef enum zc_state { ZC_MET = 0, ZC_UNMET, ZC_UNKNOWN, ZC_WAIVED, ZC_NOT_APPLICABLE } zc_state;
ZC_API const char *zc_state_word(zc_state state); /* "met", "not_applicable", ... */

/* May this person apply? */
typedef enum zc_verdict { ZC_ELIGIBLE = 0, ZC_INELIGIBLE, ZC_UNDETERMINED_VERDICT } zc_verdict;
ZC_API const char *zc_verdict_word(zc_verdict verdict); /* "undetermined", ... */

#ifdef __cplusplus
}
#endif
#endif
