/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fuzz targets: each takes any bytes and must neither crash, leak nor hang on them. `make fuzz`
 * builds one libFuzzer program of each; the suite fuzz_replay runs each over its corpus.
 * tests/fuzz/<name>_fuzz.c defines zc_fuzz_<name>; its corpus is tests/fuzz/corpus/<name>/.
 */
#ifndef ZC_TESTS_FUZZ_H
#define ZC_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#define ZC_FUZZ_TARGETS(TARGET)                                                                    \
  TARGET(language)     /* a condition of the rule language */                                      \
  TARGET(json)         /* facts as JSON */                                                         \
  TARGET(ini)          /* facts as INI */                                                          \
  TARGET(csv)          /* facts as CSV */                                                          \
  TARGET(ndjson)       /* facts as NDJSON */                                                       \
  TARGET(office_value) /* a value as an office writes it */                                        \
  TARGET(office_text)  /* a file of any kind as rows of cells */                                   \
  TARGET(office_xlsx)  /* the parts of a workbook */                                               \
  TARGET(office_xls)   /* the records of an older workbook */                                      \
  TARGET(office_map)   /* a map of headings and words */                                           \
  TARGET(parameters)   /* a parameters.ini */                                                      \
  TARGET(data)         /* divisions, former ones, working days */                                  \
  TARGET(sentences)    /* a list of sentences */                                                   \
  TARGET(placeholders) /* a sentence with placeholders */                                          \
  TARGET(file_check)   /* a plugin file before it is opened */                                     \
  TARGET(image)        /* changes of a region image */

#define ZC_FUZZ_DECLARE(name) void zc_fuzz_##name(const uint8_t *bytes, size_t length);
ZC_FUZZ_TARGETS(ZC_FUZZ_DECLARE)

#endif
