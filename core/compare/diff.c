/* SPDX-License-Identifier: Apache-2.0 */
#include "compare/diff.h"

#include "analysis/fingerprint.h"

#include <string.h>

static zc_status load_side(zc_diff *d, int side, const zc_diff_options *options) {
  zc_region *region = &d->regions[side];
  zc_status status = zc_region_load(region, options->files[side], &options->deployment, d->diag);
  if (status != ZC_OK)
    return status;
  d->prints[side] = zc_fingerprints(region);
  d->sets[side] = (zc_rule_set){region, zc_workspace_new(region), d->days[side]};
  return d->prints[side] && d->sets[side].workspace ? zc_region_digest(region, d->diag)
                                                    : zc_report_memory(d->diag);
}

static zc_status load_sides(zc_diff *d, const zc_diff_options *options) {
  zc_status status = load_side(d, 0, options);
  if (status == ZC_OK)
    status = load_side(d, 1, options);
  if (status == ZC_OK && strcmp(d->regions[0].id, d->regions[1].id) != 0) {
    status = zc_report(d->diag, ZC_BAD_INPUT, NULL,
                       "%s 是地区 %s，%s 是地区 %s；diff 只比较同一地区的两个版本",
                       "%s is region %s and %s is region %s; diff compares two versions of one "
                       "region",
                       d->regions[0].file, d->regions[0].id, d->regions[1].file, d->regions[1].id);
  }
  return status;
}

static zc_status compare(zc_diff *d, const char *people) {
  zc_status status = zc_diff_parameters(d);
  if (status == ZC_OK)
    status = zc_diff_rows(d);
  if (status == ZC_OK && people)
    status = zc_diff_population(d, people);
  return status == ZC_OK ? zc_diff_examples(d) : status;
}

zc_status zc_diff_make(zc_diff *diff, const zc_diff_options *options, zc_diagnostics *diag) {
  *diff = (zc_diff){.days = {options->days[0], options->days[1]}, .diag = diag};
  zc_status status = load_sides(diff, options);
  return status == ZC_OK ? compare(diff, options->people) : status;
}

void zc_diff_free(zc_diff *diff) {
  for (int side = 0; side < 2; side++) {
    zc_free(diff->prints[side]);
    zc_workspace_free(diff->sets[side].workspace);
    zc_region_free(&diff->regions[side]);
  }
  zc_free(diff->changes);
  zc_arena_free(&diff->arena);
}
