/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng test: runs the cases beside the plugins, each region against its own plugin alone, and
 * tells which rule lacks which kind of case. */
#include "base/words.h"
#include "cases/record.h"
#include "commands/help.h"
#include "commands/run.h"
#include "testing/testing.h"

#include <string.h>

/* The region of a case file that stands in plugins/<region>/cases/. */
static int region_of_path(const char *path, char region[32]) {
  const char *cases = strstr(path, "/cases/");
  const char *start = cases;
  while (start && start > path && start[-1] != '/')
    start--;
  size_t length = cases ? (size_t)(cases - start) : 0;
  if (length == 0 || length > 31)
    return 0;
  memcpy(region, start, length);
  region[length] = '\0';
  return zc_is_region_id(region);
}

static zc_status check_options(zc_run *run, char region[32]) {
  const zc_options *o = &run->options;
  if (o->operand_count > 0 && !o->region && !region_of_path(o->operands[0], region)) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "从“%s”看不出是哪个地区的用例；请用 --region 指明",
        "'%s' does not tell whose cases these are; name the region with --region", o->operands[0]);
  }
  if (o->cases && (!o->region || o->operand_count > 0)) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--cases 须与 --region 一起使用，且不再给出用例文件",
                     "--cases goes with --region, and without case files");
  }
  if (!o->coverage && (o->html || zc_options_json(o))) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--html 和 --format json 只与 --coverage 一起使用",
                     "--html and --format json go with --coverage only");
  }
  if ((o->coverage || o->mutate) + o->record > 1 || (o->coverage && o->mutate) ||
      ((o->coverage || o->mutate) && o->operand_count > 0)) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL,
        "--coverage、--mutate 和 --record 各自使用，前两项看地区的全部用例，不给出用例文件",
        "--coverage, --mutate and --record stand alone; the first two look at all "
        "cases of a region and take no case files");
  }
  if (!o->record &&
      (o->facts || o->setting_count > 0 || o->as_of || o->strict || o->id || o->title)) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--facts、--set、--as-of、--strict、--id、--title 只与 --record 一起使用",
                     "--facts, --set, --as-of, --strict, --id and --title go with --record only");
  }
  return ZC_OK;
}

static zc_status write_out(zc_run *run, const zc_testing *s) {
  zc_buffer out = {0};
  (zc_options_json(&run->options) ? zc_testing_json : zc_testing_text)(s, &out);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

/* The files that are asked for beside the output. */
static void save(zc_run *run, zc_testing *s) {
  zc_buffer page = {0}, junit = {0};
  if (run->options.html) {
    zc_testing_html(s, &page);
    zc_test_worsen(s, zc_run_save(run, run->options.html, &page));
  }
  if (run->options.junit) {
    zc_testing_junit(s, &junit);
    zc_test_worsen(s, zc_run_save(run, run->options.junit, &junit));
  }
  zc_buffer_free(&page);
  zc_buffer_free(&junit);
}

static zc_status run_tests(zc_run *run, const char *region) {
  const zc_options *o = &run->options;
  zc_test_options options = {.plugins = run->plugins,
                             .deployment = run->deployment,
                             .cases = o->cases,
                             .files = o->operands,
                             .file_count = o->operand_count,
                             .rule = o->rule,
                             .coverage = o->coverage,
                             .mutate = o->mutate,
                             .json = zc_options_json(o),
                             .html = o->html != NULL,
                             .lang = run->lang};
  zc_testing s = {.options = &options, .diag = &run->diag};
  if (region)
    zc_test_region(&s, region);
  else
    zc_test_all(&s);
  int has_rules = !o->rule || s.has_rule;
  if (!has_rules && s.status == ZC_OK) {
    zc_test_worsen(&s, zc_report(&run->diag, ZC_BAD_INPUT, NULL, "没有规则“%s”",
                                 "there is no rule '%s'", o->rule));
  }
  if (s.loaded > 0 && has_rules)
    zc_test_worsen(&s, write_out(run, &s));
  save(run, &s);
  zc_testing_free(&s);
  return s.status != ZC_OK ? s.status : s.failed > 0 || s.gaps > 0 ? ZC_FAILED_CHECK : ZC_OK;
}

/* ---- --record ---- */

static zc_status write_case(zc_run *run, const zc_region *region,
                            const zc_record_options *options) {
  zc_facts facts = {0};
  zc_buffer out = {0};
  zc_day as_of = 0;
  zc_status status = zc_run_as_of(run, &as_of);
  zc_status read = zc_run_facts(run, &region->vocabulary, &facts);
  facts.precision = ZC_PRECISION_NONE; /* a case says all that its answer rests on */
  status = read > status ? read : status;
  if (status == ZC_OK)
    status = zc_record(&out, region, &facts, as_of, options, &run->diag);
  if (status == ZC_OK)
    status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  zc_facts_free(&facts);
  return status;
}

static zc_status record(zc_run *run) {
  const zc_options *o = &run->options;
  zc_record_options options = {o->id, o->title, o->rule, o->strict};
  zc_host host = {0};
  zc_region *region = NULL;
  zc_status names = zc_run_require(run, "--id", o->id);
  zc_status title = zc_run_require(run, "--title", o->title);
  zc_status sound = zc_record_check(&options, &run->diag);
  names = title > names ? title : names;
  names = sound > names ? sound : names;
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK && names == ZC_OK)
    status = write_case(run, region, &options);
  zc_host_close(&host);
  return names > status ? names : status;
}

static zc_status run_test(zc_run *run) {
  char region[32] = "";
  zc_status status = check_options(run, region);
  if (status != ZC_OK)
    return status;
  if (run->options.record)
    return record(run);
  return run_tests(run, run->options.region ? run->options.region
                        : *region != '\0'   ? region
                                            : NULL);
}

static const char help_zh[] =
    "zhicheng test [--region R] [选项] [用例文件...]\n"
    "zhicheng test --coverage [--region R] [--rule ID] [--html 文件]\n"
    "zhicheng test --mutate [--region R] [--rule ID]\n"
    "zhicheng test --record --region R --id ID --title 句子 [与 assess 相同的事实选项]\n\n"
    "运行插件旁的用例，每个地区只加载自己的插件；并指出哪条规则还缺少哪种用例：\n"
    "符合、不符合、缺少事实、正在界限上。不给用例文件时，运行该地区或所有地区的全部用例。\n\n"
    "  --region R        只运行这一地区\n"
    "  --rule ID         只运行这条规则的用例，只看它的覆盖情况\n"
    "  --cases 目录      用例文件所在目录；缺省为 <插件目录>/<地区>/cases\n"
    "  --junit 文件      另以 JUnit XML 写出结果\n"
    "  --coverage        每条规则里的每个条件：通过的用例是否使它为真、为假、未知，是否曾单独\n"
    "                    决定结果（屏蔽式 "
    "MC/DC：同一用例中只把它的值反过来，规则的状态就不同）。\n"
    "                    任何人、任何一天都不可能出现的情形经证明不作要求。最后给出所缺的\n"
    "                    用例，可整段截取存入文件\n"
    "  --html 文件       与 --coverage 一起：把规则的条件按覆盖情况着色，写成一个网页\n"
    "  --format json     与 --coverage 一起：逐个条件列出见到的情形\n"
    "  --mutate          把每个数、运算符、词、日期、豁免、结果和参数各改动最小的一步，再运行\n"
    "                    用例：指出没有用例发现的改动，并给出能发现它的用例。对谁都没有影响的\n"
    "                    改动经证明不算；用 zc_acceptance 说明理由可以接受\n"
    "                    （.finding = \"mutant:<改动>\"）\n"
    "  --record          不运行用例，而把对所给事实的回答打印成一个用例；\n"
    "                    有 purpose 的问 convert，有 track 的问 assess，其余问 unit\n"
    "  --id ID           新用例的标识\n"
    "  --title 句子      新用例的标题\n" ZC_HELP_FACTS_ZH ZC_HELP_COMMON_ZH
    "\n退出状态：0 全部通过且每条规则都有用例；1 并非如此，或一个用例也没有运行。\n"
    "\n示例：\n"
    "  zhicheng test --coverage --region urumqi --html urumqi.html\n"
    "  zhicheng test --mutate --region guangxi --rule gx.early\n";

static const char help_en[] =
    "zhicheng test [--region R] [options] [CASES...]\n"
    "zhicheng test --coverage [--region R] [--rule ID] [--html FILE]\n"
    "zhicheng test --mutate [--region R] [--rule ID]\n"
    "zhicheng test --record --region R --id ID --title SENTENCE [facts as for assess]\n\n"
    "Runs the cases beside the plugins, each region against its own plugin alone, and tells\n"
    "which rule lacks a case that meets it, fails it, lacks a fact, or stands at its "
    "boundary.\n"
    "CASES are case files; without any, all of the region's are run, or all of all regions.\n\n"
    "  --region R        only this region\n"
    "  --rule ID         only the cases of this rule, and its coverage\n"
    "  --cases DIR       where the case files are; else <plugins>/<region>/cases\n"
    "  --junit FILE      also write the results as JUnit XML\n"
    "  --coverage        of every condition inside every rule: whether the cases that hold "
    "made it\n"
    "                    true, false and unknown, and whether it alone ever decided (masking\n"
    "                    MC/DC: in one case, with its value turned over and all else as it "
    "stands,\n"
    "                    the rule's state is another). What no person and no day can show is\n"
    "                    proven so and not asked for. Proposes the cases that lack,\n"
    "                    behind all else, so that they can be cut off and kept\n"
    "  --html FILE       with --coverage: the rules with their conditions coloured, one page\n"
    "  --format json     with --coverage: each condition with what was shown\n"
    "  --mutate          change every number, operator, word, day, waiver, result and "
    "parameter by\n"
    "                    the smallest step and run the cases: names each change that no case\n"
    "                    notices, and proposes the case that would, as --coverage does. What\n"
    "                    changes nothing for anybody is proven so; zc_acceptance accepts one\n"
    "                    with a reason (.finding = \"mutant:<change>\")\n"
    "  --record          print the answer to the facts given as a case, instead of running "
    "any:\n"
    "                    to `convert` with a purpose, to `assess` with a track, else to "
    "`unit`\n"
    "  --id ID           the new case's id\n"
    "  --title SENTENCE  the new case's title\n" ZC_HELP_FACTS_EN ZC_HELP_COMMON_EN
    "\nExit status: 0 all passed and every rule is covered, 1 not so, or no case was run.\n"
    "\nExamples:\n"
    "  zhicheng test --coverage --region urumqi --html urumqi.html\n"
    "  zhicheng test --mutate --region guangxi --rule gx.early\n";

const zc_command zc_command_test = {
    .name = "test",
    .usage = {"[--region R]", "[--region R]"},
    .summary = {"运行规则旁的用例", "run the cases beside the rules"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(region) | ZC_TAKES(format) | ZC_TAKES(rule) | ZC_TAKES(junit) |
               ZC_TAKES(cases) | ZC_TAKES(coverage) | ZC_TAKES(html) | ZC_TAKES(mutate) |
               ZC_TAKES(record) | ZC_TAKES(id) | ZC_TAKES(title) | ZC_TAKES(plugins) |
               (ZC_TAKES_FACTS & ~ZC_TAKES(month_precision)),
    .takes_operands = 1,
    .run = run_test};
