/* SPDX-License-Identifier: Apache-2.0 */
/* The national practice as it holds in Inner Mongolia: a professional qualification is a base for
 * the next title as well (内人社办发〔2024〕85号 四（十二）). */
#ifndef INNER_MONGOLIA_STANDARD_H
#define INNER_MONGOLIA_STANDARD_H

#define ZC_BASELINE_QUALIFICATION "qualification_counts"
#include "zhicheng/baseline.h"

#endif
