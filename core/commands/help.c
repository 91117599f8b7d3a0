/* SPDX-License-Identifier: Apache-2.0 */
/* What --help says. A text for each command in each language; the options are those of
 * options.c. */
#include "commands/run.h"

#define COMMON_EN                                                                                  \
  "\nEverywhere:\n"                                                                                \
  "  --plugins DIR     the directory of the plugins; else the configuration's, `plugins/` "        \
  "beside\n"                                                                                       \
  "                    the program, or the installed one\n"                                        \
  "  --config FILE     an INI file with one section [zhicheng]: plugins, overrides, lang\n"        \
  "  --lang zh|en      language of text and messages; else the locale's\n"

#define COMMON_ZH                                                                                                   \
  "\n通用选项：\n"                                                                                             \
  "  --plugins 目录    插件所在目录；缺省依次为配置所指、程序旁的 plugins/、安装目录\n" \
  "  --config 文件     只有 [zhicheng] 一节的 INI 文件：plugins、overrides、lang\n"                     \
  "  --lang zh|en      文字和消息的语言；缺省依系统语言\n"

#define FACT_OPTIONS_EN                                                                            \
  "  --as-of DATE      the day asked about, like 2024-06-29; default today (Asia/Shanghai)\n"      \
  "  --facts FILE|-    a JSON object of facts, or an INI file with one section [facts]; - reads\n" \
  "                    standard input\n"                                                           \
  "  --set NAME=VALUE  one fact; goes before the file; may be repeated\n"                          \
  "  --strict          assume nothing: what is not given is unknown\n"

#define FACT_OPTIONS_ZH                                                                                     \
  "  --as-of 日期      所问的那一天，如 2024-06-29；缺省为今天（北京时间）\n"         \
  "  --facts 文件|-    一个 JSON 对象，或只有 [facts] 一节的 INI 文件；- 为标准输入\n" \
  "  --set 名称=值     一项事实，优先于文件；可重复\n"                                     \
  "  --strict          不作任何假定：未给出的一律视为未知\n"

#define QUESTION_OPTIONS_EN                                                                        \
  "  --region R        id of the region, see `zhicheng regions`\n" FACT_OPTIONS_EN                 \
  "  --format text|json\n"

#define QUESTION_OPTIONS_ZH                                                                        \
  "  --region R        地区，见 zhicheng regions\n" FACT_OPTIONS_ZH "  --format text|json\n"

static const char *const help_en[ZC_COMMAND_COUNT + 1] = {
    [ZC_COMMAND_ASSESS] =
        "zhicheng assess --region R [options]\n\n"
        "May this person apply for this title, on this track, in this region, on this day?\n"
        "The answer is eligible, ineligible or undetermined, with every rule behind it, its "
        "clause\n"
        "and the facts that decided it, and with the facts that are still missing.\n\n" //
    QUESTION_OPTIONS_EN
        "  --explain         where the answer is no or not yet known, also by how much each "
        "condition\n"
        "                    is missed, which fact to find out next, what proves it, and what the\n"
        "                    region's other tracks would say; text only, JSON stays as it is\n" //
    COMMON_EN "\nExample:\n"
        "  zhicheng assess --region guangxi --as-of 2021-10-15 --set track=targeted \\\n"
        "    --set target_level=deputy_senior --set education=junior_college\n",
    [ZC_COMMAND_CONVERT] =
        "zhicheng convert --region R [options]\n\n"
        "What becomes of a title that is held, when its holder stays, moves, exchanges it, is\n"
        "employed on it, or builds on it (fact `purpose`)? The answer is valid, invalid, "
        "reassess,\n"
        "exchange, refused or undetermined.\n\n" //
    QUESTION_OPTIONS_EN COMMON_EN "\nExample:\n"
        "  zhicheng convert --region guangxi --set purpose=move --set held_title_track=targeted "
        "\\\n"
        "    --set held_title_region=guangxi --set destination_division=450102\n",
    [ZC_COMMAND_UNIT] =
        "zhicheng unit --region R [options]\n\n"
        "Is this unit grassroots for this region, series and day?\n\n" //
    QUESTION_OPTIONS_EN COMMON_EN "\nExample:\n"
        "  zhicheng unit --region guangxi --as-of 2021-10-15 --set unit_division=451229\n",
    [ZC_COMMAND_CALENDAR] =
        "zhicheng calendar --region R --year Y [options]\n\n"
        "What must be done by when. Steps that are counted from a day need that day.\n\n"
        "  --region R        id of the region\n"
        "  --year Y          1900 to 2199\n"
        "  --set NAME=DATE   review_start_date, review_end_date, meeting_date or approval_date\n"
        "  --format text|json\n" COMMON_EN "\nExample:\n"
        "  zhicheng calendar --region urumqi --year 2022 --set review_start_date=2022-10-10\n",
    [ZC_COMMAND_FACTS] =
        "zhicheng facts [--region R] [options]\n\n"
        "The facts that may be given: name, label, words or range, what is assumed "
        "when a fact\n"
        "is not given, and the tag by which prohibitions name it. With --region "
        "also those of\nthat region's own.\n\n"
        "  --format text|json\n" COMMON_EN,
    [ZC_COMMAND_REGIONS] =
        "zhicheng regions [options]\n\n"
        "The regions whose plugins are there: documents, tracks, version and the digest of the\n"
        "rules; parameters that are out of date or, as `not loaded`, have no value; and the\n"
        "plugins that could not be loaded, with the reason. A parameter is out of date when the\n"
        "latest day of its values lies before the year; one whose values have no day never is.\n\n"
        "  --year YYYY       the year to hold them against, four digits; by default this one\n"
        "  --format text|json\n" COMMON_EN,
    [ZC_COMMAND_BOOK] =
        "zhicheng book REGION [options]\n\n"
        "The rule book of a region, in Chinese, to be read beside its documents: every clause "
        "with\n"
        "its rules in words, routes, what a title is worth, calendar, parameters by date with "
        "their\n"
        "sources, and the cases as examples, with links between them. One file that needs no\n"
        "network.\n\n"
        "  --format html|markdown   default html\n"
        "  --output FILE     where it is written; default standard output\n" //
    COMMON_EN "\nExample:\n"
        "  zhicheng book guangxi --output guangxi.html\n",
    [ZC_COMMAND_EVAL] =
        "zhicheng eval EXPRESSION [--region R] [options]\n\n"
        "Tries a condition of the rule language: prints its value (true, false, unknown, a "
        "number,\n"
        "a word or a date) and the facts that it reads. With --region, names mean what they mean "
        "in\n"
        "that region's rules; without, facts are taken as given and nothing is assumed.\n\n"
        "  --region R        id of the region\n" FACT_OPTIONS_EN COMMON_EN "\nExample:\n"
        "  zhicheng eval 'specialty_months >= 4 years' --set specialty_months=50\n",
    [ZC_COMMAND_TEST] =
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
        "any\n"
        "  --id ID           the new case's id\n"
        "  --title SENTENCE  the new case's title\n" FACT_OPTIONS_EN COMMON_EN
        "\nExit status: 0 all passed and every rule is covered, 1 not so.\n"
        "\nExamples:\n"
        "  zhicheng test --coverage --region urumqi --html urumqi.html\n"
        "  zhicheng test --mutate --region guangxi --rule gx.early\n",
    [ZC_COMMAND_CHECK] =
        "zhicheng check PLUGIN.so [options]\n\n"
        "Tests one plugin file, and tells everything that is wrong with it, with the file and\n"
        "line of the plugin's source. Each test runs in a process of its own with a time limit,\n"
        "so a plugin that crashes, hangs, leaves the program or opens files is told by what it\n"
        "does: the file and its symbols, start-up code, opening it once and a hundred times, its\n"
        "tables, citations, days, parameters, rules and prohibitions, its functions, answers to\n"
        "random facts, the order of loading, the time to load.\n\n"
        "  --format text|json\n"
        "  --reproduce SEED  ask about the same random facts as the report with this seed\n" //
    COMMON_EN "\nExit status: 0 nothing is wrong, 1 a test failed, 2 there is no such file.\n"
        "\nExample:\n  zhicheng check build/plugins/guangxi.so --reproduce 1\n",
    [ZC_COMMAND_ANALYSE] =
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
    COMMON_EN "\nExit status: 0 nothing, or all of it accepted; 1 something is not accepted.\n"
        "\nExample:\n  zhicheng analyse --region guangxi\n",
    [ZC_COMMAND_CLAUSES] =
        "zhicheng clauses [--region R] [options]\n\n"
        "Each clause of the documents: the rules, steps and effects that carry it out, and the\n"
        "cases beside the plugin that exercise it. Among the rules stand routes, conversions,\n"
        "unit rows and prohibitions; `fact.NAME` is a fact that the clause has read otherwise,\n"
        "`counting_day` the day to which durations are counted. A case exercises a clause where\n"
        "its answer has a finding that applies, an effect or a step of the clause, or where it\n"
        "expects something of one; and a prohibition where it gives a fact that may not count.\n\n"
        "  --region R        only this region\n"
        "  --check           tell only the clauses that nothing carries out or no case exercises\n"
        "  --format text|json\n" COMMON_EN
        "\nExit status of --check: 0 none lacks anything, 1 some do.\n",
    [ZC_COMMAND_COMPARE] =
        "zhicheng compare [options]\n\n"
        "One person in every region and track that is there, side by side: the verdict, the\n"
        "route, and what is not met or not yet known. Facts are those that all regions share, as\n"
        "`zhicheng facts` lists them; `track` is set to each in turn. A unit that lies in one\n"
        "region is outside all others: leave unit_division out to ask as if it lay in "
        "each.\n\n" FACT_OPTIONS_EN "  --format text|json\n" COMMON_EN "\nExample:\n"
        "  zhicheng compare --as-of 2024-06-01 --set target_level=deputy_senior \\\n"
        "    --set series=school_teacher --set education=bachelor\n",
    [ZC_COMMAND_DIFF] =
        "zhicheng diff OLD.so NEW.so [PEOPLE.csv] [options]\n\n"
        "What changes between two versions of a region, or - with the same file twice - between "
        "two\n"
        "days: rows added, removed and changed, values of parameters, and for each row that asks\n"
        "something else a person whose answer changes, or the proof that there is none. With a\n"
        "file of people (as for `batch`) their changed answers are counted by verdict, series,\n"
        "level and place, and each is put down to the row that is the reason.\n\n"
        "  --as-of DATE      the day asked about; default today (Asia/Shanghai)\n"
        "  --to DATE         the day of the new side, where it is another\n"
        "  --format text|json\n" COMMON_EN "\nExamples:\n"
        "  zhicheng diff old/guangxi.so build/plugins/guangxi.so --as-of 2021-10-15\n"
        "  zhicheng diff build/plugins/inner_mongolia.so build/plugins/inner_mongolia.so \\\n"
        "    --as-of 2023-06-01 --to 2025-03-01\n",
    [ZC_COMMAND_PATH] =
        "zhicheng path [options]\n\n"
        "From a held title (held_title_*) and a unit (unit_*) to a destination (destination_*):\n"
        "the ways there, step by step, with the clause of each step and its earliest day. Steps\n"
        "are use, move, exchange, reassess (the general title of the level by review) and apply\n"
        "(the level anew where the title lapses; a higher target_level where one is given). They\n"
        "are what the regions' `convert` answers: earliest is the first day within ten years on\n"
        "which they answer so if only time runs on and the title stays in use where it is; needs\n"
        "are facts that have to become true first. What an application itself asks, and when it\n"
        "is open, `assess` answers. Facts are those that all regions share.\n\n" //
    FACT_OPTIONS_EN "  --format text|json\n" COMMON_EN "\nExample:\n"
        "  zhicheng path --as-of 2024-03-01 --set held_title_region=shandong \\\n"
        "    --set held_title_track=targeted --set held_title_level=intermediate \\\n"
        "    --set unit_in_catalog=true --set employed_months_in_targeted_title=40 \\\n"
        "    --set destination_division=370102 --set destination_in_catalog=false\n",
    [ZC_COMMAND_NEW] =
        "zhicheng new REGION [options]\n\n"
        "Makes the folder REGION with a plugin for a new region: it builds with `make` and "
        "nothing\n"
        "but the installed header, passes its check and its cases, and has one rule of each kind,\n"
        "with comments that say what to replace. Its README.md has the steps. Inside the source\n"
        "tree's plugins/ the tree's own Makefile builds it.\n\n"
        "  REGION            id: a small letter, then small letters, digits and _\n"
        "  --name NAME       the region's Chinese name\n"
        "  --division CODE   6 digits of its province or prefecture, like 530000\n"
        "  --dir DIR         where the folder goes; default the current one\n" //
    COMMON_EN "\nExample:\n"
        "  zhicheng new yunnan --name 云南省 --division 530000\n",
    [ZC_COMMAND_BATCH] =
        "zhicheng batch --region R IN --out OUT [options]\n"
        "zhicheng batch --region-column NAME IN --out OUT [options]\n\n"
        "May each of these people apply? IN is CSV (UTF-8 or GB18030; the first line names the\n"
        "columns) or NDJSON (one JSON object of facts a line); - reads standard input. A column "
        "is\n"
        "a fact where its name is a fact's name or Chinese label; `id` or `编号` holds the ids "
        "(else\n"
        "the line is the id); other columns are kept as they are. Empty fields are not known.\n"
        "OUT ends with .csv, .ndjson or .db (SQLite: the view `decisions`) and has, in the order "
        "of\n"
        "IN, what is kept and then id, verdict, mode, route, unmet, missing and digest; lists are\n"
        "separated by blanks, and a last ... in `missing` says that it may name too many. OUT is\n"
        "there whole or not at all. A bad row goes to the reject file with its line and all its\n"
        "errors, and the others go on; the exit status stays 0.\n\n"
        "  --region R        the region of all rows, or\n"
        "  --region-column NAME  the column (or member) that names each row's region\n"
        "  --as-of DATE      the day asked about, like 2024-06-29; default today (Asia/Shanghai)\n"
        "  --set NAME=VALUE  one fact of all rows; may be repeated\n"
        "  --strict          assume nothing: what is not given is unknown\n"
        "  --out OUT         where the answers go\n"
        "  --reject FILE     where rejected rows go; else OUT.reject.csv, if there are any\n"
        "  --explain         every finding too: CSV column `findings`, SQLite table `findings`,\n"
        "                    NDJSON member `answer`, the whole answer of `assess` (slow)\n"
        "  --unique-id       rejects a row whose id an earlier row had\n"
        "  --encoding E      utf-8 or gb18030; else it is found out\n"
        "  --threads N       default one for each processor\n" //
    COMMON_EN "\nExample:\n"
        "  printf 'id,target_level,education\\n7,clerk,bachelor\\n' |\n"
        "    zhicheng batch --region urumqi --as-of 2022-10-10 --set track=general - --out "
        "out.csv\n",
    [ZC_COMMAND_COUNT] =
        "zhicheng: China's professional titles as executable rules\n\n"
        "  zhicheng assess   --region R    may this person apply?\n"
        "  zhicheng convert  --region R    what is a held title worth?\n"
        "  zhicheng unit     --region R    is this unit grassroots?\n"
        "  zhicheng calendar --region R --year Y    what is due when?\n"
        "  zhicheng facts    [--region R]  the facts that may be given\n"
        "  zhicheng regions                the regions there are\n"
        "  zhicheng book     REGION        the rules in words, to be read beside the documents\n"
        "  zhicheng eval     EXPRESSION    try a condition\n"
        "  zhicheng test     [--region R]  run the cases beside the rules\n"
        "  zhicheng check    PLUGIN.so     check a plugin file\n"
        "  zhicheng batch    --region R    a file of people, millions of them\n"
        "  zhicheng analyse  [PLUGIN.so]   rules that never decide or hide each other\n"
        "  zhicheng clauses  [--region R]  what carries out each clause\n"
        "  zhicheng compare                one person in all regions\n"
        "  zhicheng diff     OLD.so NEW.so what changes between two versions of a region\n"
        "  zhicheng path                   from a held title to a destination\n"
        "  zhicheng new      REGION        a folder for the rules of a new region\n\n"
        "zhicheng COMMAND --help says more of each; zhicheng --version prints the version.\n"
        "Answers go to standard output, messages to standard error.\n"
        "Exit status: 0 answered, whatever the verdict; 1 a test or check failed; 2 bad usage or\n"
        "bad input; 3 the region's plugin could not be loaded; 4 out of memory, or output that\n"
        "cannot be written.\n" COMMON_EN};

static const char *const help_zh[ZC_COMMAND_COUNT + 1] = {
    [ZC_COMMAND_ASSESS] =
        "zhicheng assess --region R [选项]\n\n"
        "此人在这一天、在该地区，能否按这一类别申报这一层级的职称？\n"
        "回答“可以”“不可以”或“还不能确定”，列出所依据的每条规则、条款和事实，\n"
        "以及还缺哪些事实。\n\n" //
    QUESTION_OPTIONS_ZH
        "  --explain         不能申报或还不能确定时，另列每个条件差多少、先弄清哪项事实、\n"
        "                    凭什么材料证明、本地区其他类别结论如何；只用于文字，JSON 不变\n" //
    COMMON_ZH "\n例：\n"
        "  zhicheng assess --region guangxi --as-of 2021-10-15 --set "
        "track=targeted \\\n"
        "    --set target_level=deputy_senior --set education=junior_college\n",
    [ZC_COMMAND_CONVERT] =
        "zhicheng convert --region R [选项]\n\n"
        "已取得的职称，在留任、流动、换发、聘用或晋升时（事实 purpose）效力如何？\n"
        "回答有效、无效、须重新评审、可换发、不予办理或还不能确定。\n\n" //
    QUESTION_OPTIONS_ZH COMMON_ZH "\n例：\n"
        "  zhicheng convert --region guangxi --set purpose=move --set held_title_track=targeted "
        "\\\n"
        "    --set held_title_region=guangxi --set destination_division=450102\n",
    [ZC_COMMAND_UNIT] = "zhicheng unit --region R [选项]\n\n"
                        "对该地区、该系列、这一天而言，这个单位是否属于基层？\n\n" //
    QUESTION_OPTIONS_ZH COMMON_ZH "\n例：\n"
                        "  zhicheng unit --region guangxi --as-of 2021-10-15 --set "
                        "unit_division=451229\n",
    [ZC_COMMAND_CALENDAR] =
        "zhicheng calendar --region R --year Y [选项]\n\n"
        "哪些事须在何时之前完成。从某一天起算的步骤，须给出那一天。\n\n"
        "  --region R        地区\n"
        "  --year Y          1900 至 2199\n"
        "  --set 名称=日期   review_start_date、review_end_date、meeting_date、approval_date\n"
        "  --format text|json\n" COMMON_ZH "\n例：\n"
        "  zhicheng calendar --region urumqi --year 2022 --set review_start_date=2022-10-10\n",
    [ZC_COMMAND_FACTS] =
        "zhicheng facts [--region R] [选项]\n\n"
        "可以给出的事实：名称、说明、可取的词或范围、未给出时如何认定，以及禁止事项所用的标记。\n"
        "给出 --region 时，也列出该地区自有的事实。\n\n"
        "  --format text|json\n" COMMON_ZH,
    [ZC_COMMAND_REGIONS] =
        "zhicheng regions [选项]\n\n"
        "现有的地区：文件、类别、版本和规则摘要；过期的和没有值（“未载入”）的参数；"
        "以及未能加载的插件和原因。\n"
        "参数的值最晚的日期早于这一年的，即为过期；值不带日期的，不会过期。\n\n"
        "  --year YYYY       按哪一年看，四位数字；默认为今年\n"
        "  --format text|json\n" COMMON_ZH,
    [ZC_COMMAND_BOOK] =
        "zhicheng book 地区 [选项]\n\n"
        "一个地区的规则手册，供与文件对照：每一条款及其规则的文字说明、途径、职称的效力、日程、\n"
        "按日期列出并注明出处的参数、作为例子的案例，彼此有链接。只有一个文件，不需要网络。\n\n"
        "  --format html|markdown   缺省为 html\n"
        "  --output 文件     写到这个文件；缺省为标准输出\n" //
    COMMON_ZH "\n例：\n"
        "  zhicheng book guangxi --output guangxi.html\n",
    [ZC_COMMAND_EVAL] =
        "zhicheng eval 表达式 [--region R] [选项]\n\n"
        "试算规则语言的一个条件：给出其值（true、false、unknown、数、词或日期）和所读的事实。\n"
        "给出 --region 时，各名称与该地区规则中的含义相同；否则按所给的事实计算，不作假定。\n\n"
        "  --region R        地区\n" FACT_OPTIONS_ZH COMMON_ZH "\n例：\n"
        "  zhicheng eval 'specialty_months >= 4 years' --set specialty_months=50\n",
    [ZC_COMMAND_TEST] =
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
        "  --title 句子      新用例的标题\n" FACT_OPTIONS_ZH COMMON_ZH
        "\n退出状态：0 全部通过且每条规则都有用例，1 并非如此。\n"
        "\n示例：\n"
        "  zhicheng test --coverage --region urumqi --html urumqi.html\n"
        "  zhicheng test --mutate --region guangxi --rule gx.early\n",
    [ZC_COMMAND_CHECK] =
        "zhicheng check 插件.so [选项]\n\n"
        "检验一个插件文件，列出其中的所有问题和插件源文件的行号。每项检验都在单独的进程里进行，\n"
        "并有时限，因此崩溃、不结束、退出程序或打开文件的插件都会按其所为指明：文件和符号，\n"
        "启动代码，打开一次和一百次，各表，引用，日期，参数，规则和禁止事项，函数，对随机事实\n"
        "的回答，加载次序，加载时间。\n\n"
        "  --format text|json\n"
        "  --reproduce 种子  用报告所示的种子重现同样的随机事实\n" //
    COMMON_ZH "\n退出状态：0 没有问题，1 有检验未通过，2 没有这个文件。\n"
        "\n示例：\n  zhicheng check build/plugins/guangxi.so --reproduce 1\n",
    [ZC_COMMAND_ANALYSE] =
        "zhicheng analyse [--region R | 插件.so...] [选项]\n\n"
        "不靠用例，逐个版本、逐个申报类别分析编译后的规则：人人满足或无人满足的规则，\n"
        "对谁都不适用的规则，总有别的规则同时起作用而从不单独起作用的规则；什么也没豁免的\n"
        "豁免；包含在别的途径之中的途径；无人能同时满足的两条规则；超出事实取值范围的比较；\n"
        "没有谁读取的事实；没有谁用到的参数。每一项都对所有人作了证明，并举出一个问过引擎的\n"
        "例子。并非错误的，由作者在规则旁写明理由接受（zc_acceptance）；接受落空也会报告。\n\n"
        "  --region R        只分析这个地区；缺省为插件目录中的所有地区\n"
        "  --format text|json\n" //
    COMMON_ZH "\n退出状态：0 没有发现，或都已接受；1 有未被接受的。\n"
        "\n示例：\n  zhicheng analyse --region guangxi\n",
    [ZC_COMMAND_CLAUSES] =
        "zhicheng clauses [--region R] [选项]\n\n"
        "文件的每一条款：由哪些规则、日程和附带事项执行，插件旁的哪些用例用到它。\n"
        "规则一栏也列途径、转换、单位认定和禁止事项；fact.名称 表示该条款改变了这项事实的读法，\n"
        "counting_day 表示年限算至的那一天。用例的回答中有该条款的适用的规则、附带事项或日程，\n"
        "或用例对它们有所期望，即为用到；给出了不得计较的事实，即为用到禁止事项。\n\n"
        "  --region R        只列这一地区\n"
        "  --check           只列没有执行或没有用例的条款\n"
        "  --format text|json\n" COMMON_ZH "\n--check 的退出状态：0 没有缺漏，1 有缺漏。\n",
    [ZC_COMMAND_COMPARE] =
        "zhicheng compare [选项]\n\n"
        "同一个人在现有的每个地区、每个类别中并列比较：结论、途径、不符合或还不知道的条件。\n"
        "事实限于各地区共有的，即 zhicheng facts 所列；track 依次取每一类别。单位在一个地区，\n"
        "就不在其他地区；不给出 unit_division，则按单位分别在各地区来问。\n\n" FACT_OPTIONS_ZH
        "  --format text|json\n" COMMON_ZH "\n例：\n"
        "  zhicheng compare --as-of 2024-06-01 --set target_level=deputy_senior \\\n"
        "    --set series=school_teacher --set education=bachelor\n",
    [ZC_COMMAND_DIFF] =
        "zhicheng diff 旧.so 新.so [人员.csv] [选项]\n\n"
        "同一地区的两个版本之间（或同一文件在两天之间）有什么变化：新增、删去和改动的行，\n"
        "参数的值；对每一处改变要求的行，给出一个结论改变的人，或证明没有这样的人。\n"
        "给出人员文件（格式同 "
        "batch）时，按结论、系列、层级和区划统计结论改变的人，并归到起因的行。\n\n"
        "  --as-of 日期      所问的那一天；缺省为今天（北京时间）\n"
        "  --to 日期         新的一方的日期，与前者不同时给出\n"
        "  --format text|json\n" COMMON_ZH "\n例：\n"
        "  zhicheng diff old/guangxi.so build/plugins/guangxi.so --as-of 2021-10-15\n",
    [ZC_COMMAND_PATH] =
        "zhicheng path [选项]\n\n"
        "从所持职称（held_title_*）和现单位（unit_*）到去向（destination_*）：可走的路径，\n"
        "每一步的条款和最早日期。步骤有使用（use）、流动（move）、换发（exchange）、重新评审\n"
        "（reassess，经评审取得同级通用职称）、申报（apply，职称失效后重新申报同级，或给出更高的\n"
        "target_level 时申报高一级）。各步都来自地区的 convert 回答：最早日期是只随时间推移、职称\n"
        "一直在原单位使用时，十年之内首次得到这一回答的日子；needs 是须先做到的事实。申报和评审\n"
        "本身的条件和时间由 assess 回答。事实限于各地区共有的。\n\n" FACT_OPTIONS_ZH
        "  --format text|json\n" COMMON_ZH "\n例：\n"
        "  zhicheng path --as-of 2024-03-01 --set held_title_region=shandong \\\n"
        "    --set held_title_track=targeted --set held_title_level=intermediate \\\n"
        "    --set unit_in_catalog=true --set employed_months_in_targeted_title=40 \\\n"
        "    --set destination_division=370102 --set destination_in_catalog=false\n",
    [ZC_COMMAND_NEW] =
        "zhicheng new 地区 [选项]\n\n"
        "建立文件夹“地区”，其中是新地区的插件：只用已安装的头文件和 make 即可构建，通过检查和\n"
        "全部案例，每种规则各有一条，注释说明该替换什么。步骤见其中的 README.md。放在源代码的\n"
        "plugins/ 之下时，由顶层的 Makefile 构建。\n\n"
        "  地区              标识：以小写字母开头，只用小写字母、数字和下划线\n"
        "  --name 名称       地区的中文名称\n"
        "  --division 代码   省级或地级的 6 位区划代码，如 530000\n"
        "  --dir 目录        建在哪个目录之下；缺省为当前目录\n" //
    COMMON_ZH "\n例：\n"
        "  zhicheng new yunnan --name 云南省 --division 530000\n",
    [ZC_COMMAND_BATCH] =
        "zhicheng batch --region R 输入 --out 输出 [选项]\n"
        "zhicheng batch --region-column 列名 输入 --out 输出 [选项]\n\n"
        "逐行回答：此人能否申报？输入为 CSV（UTF-8 或 GB18030，第一行是列名）或 NDJSON（每行一个\n"
        "JSON 对象），- 为标准输入。列名是事实的名称或中文说明的，这一列就是该事实；id 或 编号\n"
        "一列是编号（没有时以行号为编号）；其他列原样保留。空字段视为未知。\n"
        "输出以 .csv、.ndjson 或 .db（SQLite，视图 decisions）结尾，按输入的次序，先是保留的列，\n"
        "再是 id、verdict、mode、route、unmet、missing、digest；列表以空格分隔，missing 末尾的 "
        "...\n"
        "表示可能多列。输出文件要么完整，要么没有。有误的行连同行号和全部原因写入退回文件，其他行\n"
        "照常处理，退出状态仍为 0。\n\n"
        "  --region R        全部行的地区，或\n"
        "  --region-column 列名  指明每行地区的一列\n"
        "  --as-of 日期      所问的那一天，如 2024-06-29；缺省为今天（北京时间）\n"
        "  --set 名称=值     全部行共有的一项事实；可重复\n"
        "  --strict          不作任何假定：未给出的一律视为未知\n"
        "  --out 输出        回答写到哪里\n"
        "  --reject 文件     退回的行写到哪里；缺省为 输出.reject.csv，没有退回的行则不写\n"
        "  --explain         另写每项结论：CSV 为 findings 列，SQLite 为 findings 表，\n"
        "                    NDJSON 为 answer，即 assess 的完整回答（较慢）\n"
        "  --unique-id       编号与前面某行相同的行退回\n"
        "  --encoding 编码   utf-8 或 gb18030；缺省自动识别\n"
        "  --threads N       线程数；缺省每个处理器一个\n" //
    COMMON_ZH "\n例：\n"
        "  printf 'id,target_level,education\\n7,clerk,bachelor\\n' |\n"
        "    zhicheng batch --region urumqi --as-of 2022-10-10 --set track=general - --out "
        "out.csv\n",
    [ZC_COMMAND_COUNT] = "zhicheng：可执行的职称规则\n\n"
                         "  zhicheng assess   --region R    此人能否申报？\n"
                         "  zhicheng convert  --region R    已有职称效力如何？\n"
                         "  zhicheng unit     --region R    单位是否属于基层？\n"
                         "  zhicheng calendar --region R --year Y    何事何时到期？\n"
                         "  zhicheng facts    [--region R]  可以给出的事实\n"
                         "  zhicheng regions                现有的地区\n"
                         "  zhicheng book     地区          规则手册，供与文件对照\n"
                         "  zhicheng eval     表达式        试算一个条件\n"
                         "  zhicheng test     [--region R]  运行规则旁的用例\n"
                         "  zhicheng check    插件.so       检查一个插件文件\n"
                         "  zhicheng batch    --region R    一个文件中的所有人，可达千万\n"
                         "  zhicheng analyse  [插件.so]     从不起作用或互相遮蔽的规则\n"
                         "  zhicheng clauses  [--region R]  各条款由什么执行\n"
                         "  zhicheng compare                一个人在各地区的结论\n"
                         "  zhicheng diff     旧.so 新.so   两个版本之间的变化\n"
                         "  zhicheng path                   从所持职称到去向\n"
                         "  zhicheng new      地区          建立新地区的插件文件夹\n\n"
                         "各命令的说明见 zhicheng 命令 --help；zhicheng --version 显示版本。\n"
                         "回答写到标准输出，消息写到标准错误。\n"
                         "退出状态：0 已回答（不论结论），1 测试或检查未通过，2 用法或输入有误，\n"
                         "3 所问地区的插件未能加载，4 内存不足或输出无法写入。\n" COMMON_ZH};

const char *zc_help(zc_command command, zc_lang lang) {
  return lang == ZC_LANG_ZH ? help_zh[command] : help_en[command];
}
