/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng analyse: rules that never decide, hide or contradict each other, and what nothing reads.
 */
#include "commands/help.h"
#include "commands/run.h"
#include "report/analysis.h"

#include <string.h>

typedef struct listing {
  zc_run *run;
  zc_buffer out;
  uint32_t regions, open;
  zc_status overlooked; /* plugins that did not load */
} listing;

static zc_status analyse_region(listing *l, const zc_region *region) {
  zc_analysis analysis;
  zc_status status = zc_analyse(&analysis, region);
  if (status != ZC_OK) {
    zc_report_memory(&l->run->diag);
  } else if (zc_options_json(&l->run->options)) {
    zc_buffer_puts(&l->out, l->regions > 0 ? ",\n" : "");
    zc_json_analysis(&l->out, &analysis);
  } else {
    zc_text_analysis(&l->out, &analysis, l->run->lang);
  }
  l->regions++;
  l->open += analysis.open_count;
  zc_analysis_free(&analysis);
  return status;
}

/* One plugin file, wherever it lies. */
static zc_status analyse_file(listing *l, const char *file) {
  zc_region region;
  memset(&region, 0, sizeof region);
  zc_status status = zc_region_load(&region, file, &l->run->deployment, &l->run->diag);
  if (status != ZC_OK)
    return status;
  status = analyse_region(l, &region);
  zc_region_free(&region);
  return status;
}

static zc_status analyse_loaded(listing *l) {
  zc_host host = {0};
  zc_region *asked = NULL;
  zc_status status =
      l->run->options.region ? zc_run_region(l->run, &host, &asked) : zc_run_regions(l->run, &host);
  for (uint32_t i = 0; status == ZC_OK && i < host.count; i++) {
    const zc_region *region = host.plugins[i].region;
    if (host.plugins[i].status == ZC_OK && (!asked || asked == region))
      status = analyse_region(l, region);
  }
  if (status == ZC_OK)
    l->overlooked = zc_run_overlooked(l->run, &host);
  zc_host_close(&host);
  return status;
}

static zc_status analyse(listing *l) {
  const zc_options *options = &l->run->options;
  if (options->operand_count > 0 && options->region) {
    return zc_report(&l->run->diag, ZC_BAD_INPUT, NULL, "--region 与插件文件只能写一个：%s",
                     "either --region or a plugin file, not both: %s", options->operands[0]);
  }
  zc_status status = options->operand_count > 0 ? ZC_OK : analyse_loaded(l);
  for (uint32_t i = 0; status == ZC_OK && i < options->operand_count; i++)
    status = analyse_file(l, options->operands[i]);
  return status;
}

static zc_status run_analyse(zc_run *run) {
  listing l = {.run = run};
  zc_buffer_puts(&l.out, zc_options_json(&run->options) ? "[" : "");
  zc_status status = analyse(&l);
  zc_buffer_puts(&l.out, zc_options_json(&run->options) ? "]\n" : "");
  if (status == ZC_OK)
    status = zc_run_write(run, &l.out);
  zc_buffer_free(&l.out);
  status = l.overlooked > status ? l.overlooked : status;
  return status != ZC_OK ? status : l.open > 0 ? ZC_FAILED_CHECK : ZC_OK;
}

static const char help_zh[] =
    "zhicheng analyse [--region R | 插件.so...] [选项]\n\n"
    "不靠用例，逐个版本、逐个申报类别分析编译后的规则：人人满足或无人满足的规则，\n"
    "对谁都不适用的规则，总有别的规则同时起作用而从不单独起作用的规则；什么也没豁免的\n"
    "豁免；包含在别的途径之中的途径；无人能同时满足的两条规则；超出事实取值范围的比较；\n"
    "没有谁读取的事实；没有谁用到的参数。每一项都对所有人作了证明，并举出一个问过引擎的\n"
    "例子。并非错误的，由作者在规则旁写明理由接受（zc_acceptance）；接受落空也会报告。\n\n"
    "  --region R        只分析这个地区；缺省为插件目录中的所有地区\n"
    "  --format text|json\n" //
    ZC_HELP_COMMON_ZH "\n退出状态：0 没有发现，或都已接受；1 有未被接受的；3 有插件未能加载。\n"
    "\n示例：\n  zhicheng analyse --region guangxi\n";

static const char help_en[] =
    "zhicheng analyse [--region R | PLUGIN.so...] [options]\n\n"
    "Finds in the compiled rules, for every edition and track, without any case: rules that\n"
    "nobody or everybody meets, that apply to nobody, that never decide alone because others\n"
    "always decide as well; waivers that lift nothing; routes contained in others; rules that\n"
    "nobody meets together; comparisons outside the range of their fact; facts that nothing\n"
    "reads; parameters that nothing names. Each is proved over all people, and shown by a\n"
    "person of whom the engine was asked. What is no mistake the author accepts beside the\n"
    "rule, with a reason (zc_acceptance); an acceptance of nothing is told, too.\n\n"
    "  --region R        this region; else every one of the plugin directory\n"
    "  --format text|json\n" //
    ZC_HELP_COMMON_EN
    "\nExit status: 0 nothing, or all of it accepted; 1 something is not accepted;\n"
    "3 a plugin could not be loaded.\n"
    "\nExample:\n  zhicheng analyse --region guangxi\n";

const zc_command zc_command_analyse = {
    .name = "analyse",
    .usage = {"[插件.so]", "[PLUGIN.so]"},
    .summary = {"从不起作用或互相遮蔽的规则", "rules that never decide or hide each other"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(region) | ZC_TAKES(format) | ZC_TAKES(plugins),
    .takes_operands = 1,
    .run = run_analyse};
