/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Region images: everything that answers, reports, tools and tests need of a region, in one file
 * without pointers (format.h). Made from a region that was compiled; read by anybody, who believes
 * nothing of it.
 */
#ifndef ZC_IMAGE_IMAGE_H
#define ZC_IMAGE_IMAGE_H

#include "base/buffer.h"
#include "engine/region.h"

/* Adds the image of a region, whose digest is made, to `out`. The same region gives the same bytes.
 * ZC_NO_RESOURCE: no memory; what was added is then useless. */
zc_status zc_image_write(zc_buffer *out, const zc_region *region, zc_diagnostics *diag);

/* Makes the region of an image. Every place, count, number and text is checked before it is used,
 * in one pass; the bytes are the caller's and may go afterwards. `name` is for messages and becomes
 * region->file. Functions have no code here: a region with some must be given it before it answers
 * (region->functions and the rows in its tables; both `call`s are NULL). ZC_BAD_PLUGIN: the image
 * is of another version, damaged or forged. Free with zc_region_free. */
zc_status zc_image_read(zc_region *region, const char *name, const char *bytes, size_t length,
                        zc_diagnostics *diag);

/* A number that changes whenever the bytes of an image begin to mean something else. */
uint64_t zc_image_version(void);

/* Whether the bytes begin like an image. */
int zc_image_is(const char *bytes, size_t length);

#endif
