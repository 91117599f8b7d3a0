/* SPDX-License-Identifier: Apache-2.0 */
/* From a plugin's tables to a region that answers: the order of the work. */
#include "compile/compile_region.h"
#include "compile/compiler.h"
#include "compile/parameters.h"
#include "facts/division.h"

#include <dlfcn.h>

static void head_error(zc_compiler *c, const char *field, const char *zh, const char *en) {
  zc_report(c->diag, ZC_BAD_PLUGIN, &(zc_where){.file = c->file}, "ZC_PLUGIN，%s：%s",
            "ZC_PLUGIN, %s: %s", field, c->diag->lang == ZC_LANG_ZH ? zh : en);
}

static int is_text(const char *text) {
  return text && *text && zc_text_plain(text, strlen(text)) == strlen(text);
}

/* The region's name, version and division. Returns 0 where no table can be read without them. */
static int compile_head(zc_compiler *c) {
  const zc_region_plugin *plugin = c->tables.plugin;
  zc_region *region = c->region;
  zc_division division;
  if (!plugin->id || !zc_is_region_id(plugin->id)) {
    head_error(c, "id", "地区编号要以小写字母开头，只用小写字母、数字和“_”，不超过 31 字节",
               "a region id begins with a small letter and has small letters, digits and '_', at "
               "most 31");
    return 0;
  }
  region->id = plugin->id;
  region->version = plugin->version;
  region->name = plugin->name;
  region->plugin = plugin;
  if (!is_text(plugin->version) || strlen(plugin->version) > 31)
    head_error(c, "version", "要填写插件版本，如 1.0.0，不超过 31 字节，不含控制字符",
               "write the plugin's version, like 1.0.0, at most 31 bytes, no control characters");
  if (!is_text(plugin->name.zh) || (plugin->name.en && !is_text(plugin->name.en)))
    head_error(c, "name", "要用 UTF-8 填写地区的中文名称，不含控制字符",
               "write the region's Chinese name in UTF-8 without control characters");
  if (!plugin->division || zc_division_parse(plugin->division, strlen(plugin->division), &division))
    head_error(c, "division", "要填写本地区的行政区划代码，如 450000",
               "write the region's own division code, like 450000");
  else {
    region->division_lo = division.lo;
    region->division_hi = division.hi;
  }
  return 1;
}

static void set_names(zc_compiler *c) {
  c->names.vocabulary = &c->region->vocabulary;
  c->names.parameters = &c->region->parameters;
  c->names.region_id = c->region->id;
  c->names.division_lo = c->region->division_lo;
  c->names.division_hi = c->region->division_hi;
  c->names.minor = c->tables.plugin->abi_minor;
  zc_answers_begin(c);
}

/* Everything that has conditions: only over a vocabulary that holds. */
static void compile_conditions(zc_compiler *c) {
  static const struct {
    uint32_t part;
    uint32_t place; /* zc_answer_place of its conditions */
    void (*compile)(zc_compiler *);
  } steps[] = {
      {ZC_PART_FACTS, ZC_ANSWER_PLACES, zc_functions_compile},
      {ZC_PART_FACTS, ZC_ANSWER_PLACES, zc_facts_compile},
      {ZC_PART_FACTS, ZC_ANSWER_PLACES, zc_counting_days_compile},
      {ZC_PART_RULES, ZC_ANSWER_PLACES, zc_tracks_compile},
      {ZC_PART_RULES, ZC_IN_ASSESS, zc_rules_compile},
      {ZC_PART_RULES, ZC_ANSWER_PLACES, zc_referrals_compile},
      {ZC_PART_RULES, ZC_IN_CONVERT, zc_conversions_compile},
      {ZC_PART_RULES, ZC_ANSWER_PLACES, zc_units_compile},
      {ZC_PART_RULES, ZC_IN_CONVERT, zc_holds_outside_compile},
      {ZC_PART_RULES, ZC_ANSWER_PLACES, zc_effects_compile},
      {ZC_PART_RULES, ZC_ANSWER_PLACES, zc_steps_compile},
      {ZC_PART_PROHIBITIONS, ZC_IN_ASSESS, zc_prohibitions_compile},
      {ZC_PART_ACCEPTANCES, ZC_ANSWER_PLACES, zc_acceptances_compile},
  };
  set_names(c);
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !zc_compiler_stopped(c); i++) {
    c->diag->part = steps[i].part;
    zc_answers_at(c, steps[i].place);
    steps[i].compile(c);
  }
}

/* Where the values of the parameters come from: files, or a region that has them. */
typedef struct zc_values_from {
  const zc_parameter_text *parameters, *overrides;
  const zc_parameter_set *set; /* not NULL: taken as it is */
} zc_values_from;

static void compile_all(zc_compiler *c, const zc_region_plugin *plugin,
                        const zc_values_from *values) {
  zc_region *region = c->region;
  c->diag->part = ZC_PART_TABLES;
  zc_tables_copy(&c->tables, &region->arena, plugin, c->file, c->diag);
  if (!c->tables.plugin || !compile_head(c))
    return;
  c->diag->part = ZC_PART_LAW;
  zc_documents_compile(c);
  if (!zc_compiler_stopped(c))
    zc_clauses_compile(c);
  c->diag->part = ZC_PART_FACTS;
  if (zc_compiler_stopped(c) ||
      zc_vocabulary_init(&region->vocabulary, c->tables.plugin, c->diag) != ZC_OK)
    return;
  c->diag->part = ZC_PART_PARAMETERS;
  if (values->set)
    region->parameters = *values->set;
  else
    zc_parameters_load(region, c->tables.plugin, values->parameters, values->overrides, c->diag);
  if (!zc_compiler_stopped(c))
    compile_conditions(c);
}

/* A builder that finds no memory says so only by its node. */
static int lacks_node(const zc_region *region) {
  const zc_compiled_rule *lists[] = {region->rules, region->conversions, region->units};
  const uint32_t counts[] = {region->rule_count, region->conversion_count, region->unit_count};
  for (int list = 0; list < 3; list++)
    for (uint32_t i = 0; i < counts[list]; i++)
      if (lists[list][i].applies == ZC_NO_NODE || lists[list][i].holds == ZC_NO_NODE ||
          lists[list][i].in_force == ZC_NO_NODE)
        return 1;
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (region->rules[i].met == ZC_NO_NODE)
      return 1;
  for (uint32_t i = 0; i < region->effect_count; i++)
    if (region->effects[i].applies == ZC_NO_NODE)
      return 1;
  for (uint32_t i = 0; i < region->vocabulary.fact_count; i++)
    if (region->fact_nodes[i] == ZC_NO_NODE)
      return 1;
  for (int q = 0; q < ZC_Q_CALENDAR; q++)
    if (region->counting_days[q] == ZC_NO_NODE)
      return 1;
  return region->conversion_result == ZC_NO_NODE || region->unit_result == ZC_NO_NODE ||
         region->passes == ZC_NO_NODE || region->always_passes == ZC_NO_NODE;
}

static zc_status compile_region(zc_region *region, const zc_region_plugin *plugin, const char *file,
                                const zc_values_from *values, zc_diagnostics *diag) {
  zc_diagnostics unheard = {0};
  zc_compiler c = {.region = region, .file = file, .diag = diag ? diag : &unheard};
  zc_status before = c.diag->worst;
  uint32_t errors = c.diag->errors;
  memset(region, 0, sizeof *region);
  c.diag->worst = ZC_OK;
  const char *kept = zc_arena_copy(&region->arena, file, strlen(file));
  if (kept) {
    region->file = c.file = kept;
    compile_all(&c, plugin, values);
  }
  if (!kept || (errors == c.diag->errors && lacks_node(region)))
    zc_report_memory(c.diag);
  zc_status status = c.diag->worst == ZC_NO_RESOURCE ? ZC_NO_RESOURCE
                     : c.diag->errors != errors      ? ZC_BAD_PLUGIN
                                                     : ZC_OK;
  c.diag->worst = status > before ? status : before;
  zc_arena_free(&c.scratch);
  zc_diagnostics_free(&unheard);
  if (status != ZC_OK)
    zc_region_free(region);
  return status;
}

zc_status zc_region_compile_read(zc_region *region, const zc_region_plugin *plugin,
                                 const char *file, const zc_parameter_text *parameters,
                                 const zc_parameter_text *overrides, zc_diagnostics *diag) {
  zc_values_from values = {parameters, overrides, NULL};
  return compile_region(region, plugin, file, &values, diag);
}

zc_status zc_region_compile(zc_region *region, const zc_region_plugin *plugin, const char *file,
                            const char *parameters_path, const char *overrides_path,
                            zc_diagnostics *diag) {
  zc_parameter_text parameters = {0}, overrides = {0};
  memset(region, 0, sizeof *region);
  zc_status status = zc_parameter_text_read(&parameters, parameters_path, 0);
  if (status == ZC_OK)
    status = zc_parameter_text_read(&overrides, overrides_path, 1);
  status = status == ZC_OK
               ? zc_region_compile_read(region, plugin, file, &parameters, &overrides, diag)
               : zc_report_memory(diag);
  zc_parameter_text_free(&parameters);
  zc_parameter_text_free(&overrides);
  return status;
}

zc_status zc_region_recompile(zc_region *region, const zc_region *from, zc_diagnostics *diag) {
  zc_values_from values = {NULL, NULL, &from->parameters};
  zc_status status = compile_region(region, from->plugin, from->file, &values, diag);
  if (status == ZC_OK)
    zc_region_use(region, from->vocabulary.data);
  return status;
}

void zc_region_free(zc_region *region) {
  void *library = region->library;
  zc_program_free(&region->program);
  zc_vocabulary_free(&region->vocabulary);
  zc_arena_free(&region->arena);
  memset(region, 0, sizeof *region);
  if (library)
    dlclose(library);
}
