/* SPDX-License-Identifier: Apache-2.0 */
/* The chapters of Guangxi, in the order of the document, and what they share. */
#ifndef GUANGXI_H
#define GUANGXI_H

#include "zhicheng/plugin.h"

/* Chapter 3 names them: Dahua, Du'an, Longlin, Napo, Sanjiang, Rongshui, Luocheng, Leye. */
#define GX_COUNTIES "{451229, 451228, 451031, 451026, 450226, 450225, 451225, 451028}"

extern const zc_chapter gx_documents;
extern const zc_chapter gx_scope;
extern const zc_chapter gx_standard;
extern const zc_chapter gx_review;
extern const zc_chapter gx_use;
extern const zc_chapter gx_schedule;

/* All of them, in the order of the findings. */
#define GX_CHAPTERS &gx_documents, &gx_scope, &gx_standard, &gx_review, &gx_use, &gx_schedule

#endif
