/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of this folder, built in: generate_data writes them as C. */
#include "data/data.h"

#include "data.inc"

const zc_data zc_data_standard = {
    .divisions = {division_codes, division_names, DIVISION_COUNT, division_text, DIVISIONS_AS_OF,
                  DIVISION_DIGEST},
    .former = {former_rows, FORMER_COUNT, FORMER_AS_OF},
    .workdays = {WORKDAY_FIRST, WORKDAY_LAST, workday_digits},
};
