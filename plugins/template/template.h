/* SPDX-License-Identifier: Apache-2.0 */
/* The chapters of this region: one for each source file. */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "zhicheng/plugin.h"

extern const zc_chapter template_scope;
extern const zc_chapter template_standard;
extern const zc_chapter template_tenure;
extern const zc_chapter template_use;
extern const zc_chapter template_schedule;

#endif
