/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng facts: the names, labels, words, ranges and assumptions of all facts. */
#include "commands/help.h"
#include "commands/run.h"
#include "report/fact_list.h"

static zc_status write_facts(zc_run *run, const zc_vocabulary *v, const zc_host *host) {
  zc_buffer out = {0};
  if (zc_options_json(&run->options))
    zc_json_fact_list(&out, v, host);
  else
    zc_text_fact_list(&out, v, host, run->lang);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

/* Shared facts are the same with or without plugins; a folder that lacks costs the ids of regions.
 */
static zc_status shared_facts(zc_run *run) {
  zc_vocabulary shared = {0};
  zc_host host = {0};
  zc_status status = zc_vocabulary_init(&shared, NULL, &run->diag);
  if (status == ZC_OK) {
    zc_host_open(&host, run->plugins, &run->deployment, run->lang, NULL);
    status = write_facts(run, &shared, &host);
  }
  zc_host_close(&host);
  zc_vocabulary_free(&shared);
  return status;
}

static zc_status run_facts(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  if (!run->options.region)
    return shared_facts(run);
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK)
    status = write_facts(run, &region->vocabulary, &host);
  zc_host_close(&host);
  return status;
}

static const char help_zh[] =
    "zhicheng facts [--region R] [选项]\n\n"
    "可以给出的事实：名称、说明、可取的词或范围、未给出时如何认定，以及禁止事项所用的标记；\n"
    "地区事实列出各地区的编号，区划事实列出各地区所在的区划代码。\n"
    "给出 --region 时，也列出该地区自有的事实。\n\n"
    "  --format text|json\n" ZC_HELP_COMMON_ZH;

static const char help_en[] =
    "zhicheng facts [--region R] [options]\n\n"
    "The facts that may be given: name, label, words or range, what is assumed "
    "when a fact\n"
    "is not given, and the tag by which prohibitions name it; ids of regions, and "
    "the divisions that\nthey are of. With --region also those of that region's own.\n\n"
    "  --format text|json\n" ZC_HELP_COMMON_EN;

const zc_command zc_command_facts = {.name = "facts",
                                     .usage = {"[--region R]", "[--region R]"},
                                     .summary = {"可以给出的事实", "the facts that may be given"},
                                     .help = {help_zh, help_en},
                                     .options =
                                         ZC_TAKES(region) | ZC_TAKES(format) | ZC_TAKES(plugins),
                                     .run = run_facts};
