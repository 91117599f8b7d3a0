/* SPDX-License-Identifier: Apache-2.0 */
/* What --help says in English. */
#include "commands/help.h"

#define COMMON                                                                                     \
  "\nEverywhere:\n"                                                                                \
  "  --plugins DIR     the directory of the plugins; else the configuration's, `plugins/` "        \
  "beside\n"                                                                                       \
  "                    the program, or the installed one\n"                                        \
  "  --config FILE     an INI file with one section [zhicheng]: plugins, overrides, lang\n"        \
  "  --lang zh|en      language of text and messages; else the locale's\n"

#define FACT_OPTIONS                                                                               \
  "  --as-of DATE      the day asked about, like 2024-06-29; default today (Asia/Shanghai)\n"      \
  "  --facts FILE|-    a JSON object of facts, or an INI file with one section [facts]; - reads\n" \
  "                    standard input\n"                                                           \
  "  --set NAME=VALUE  one fact; goes before the file; may be repeated\n"                          \
  "  --strict          assume nothing: what is not given is unknown\n"

#define QUESTION_OPTIONS                                                                           \
  "  --region R        id of the region, see `zhicheng regions`\n" FACT_OPTIONS                    \
  "  --format text|json\n"

const char *const zc_help_en[ZC_COMMAND_COUNT + 1] = {
    [ZC_COMMAND_ASSESS] =
        "zhicheng assess --region R [options]\n\n"
        "May this person apply for this title, on this track, in this region, on this day?\n"
        "The answer is eligible, ineligible or undetermined, with every rule behind it, its "
        "clause\n"
        "and the facts that decided it, and with the facts that are still missing.\n\n" //
    QUESTION_OPTIONS
        "  --explain         where the answer is no or not yet known, also by how much each "
        "condition\n"
        "                    is missed, which fact to find out next, what proves it, and what the\n"
        "                    region's other tracks would say; text only, JSON stays as it is\n" //
    COMMON "\nExample:\n"
        "  zhicheng assess --region guangxi --as-of 2021-10-15 --set track=targeted \\\n"
        "    --set target_level=deputy_senior --set education=junior_college\n",
    [ZC_COMMAND_CONVERT] =
        "zhicheng convert --region R [options]\n\n"
        "What becomes of a title that is held, when its holder stays, moves, exchanges it, is\n"
        "employed on it, or builds on it (fact `purpose`)? The answer is valid, invalid, "
        "reassess,\n"
        "exchange, refused or undetermined.\n\n" //
    QUESTION_OPTIONS COMMON "\nExample:\n"
        "  zhicheng convert --region guangxi --set purpose=move --set held_title_track=targeted "
        "\\\n"
        "    --set held_title_region=guangxi --set destination_division=450102\n",
    [ZC_COMMAND_UNIT] =
        "zhicheng unit --region R [options]\n\n"
        "Is this unit grassroots for this region, series and day?\n\n" //
    QUESTION_OPTIONS COMMON "\nExample:\n"
        "  zhicheng unit --region guangxi --as-of 2021-10-15 --set unit_division=451229\n",
    [ZC_COMMAND_CALENDAR] =
        "zhicheng calendar --region R --year Y [options]\n\n"
        "What must be done by when. Steps that are counted from a day need that day.\n\n"
        "  --region R        id of the region\n"
        "  --year Y          1900 to 2199\n"
        "  --set NAME=DATE   review_start_date, review_end_date, meeting_date or approval_date\n"
        "  --format text|json\n" COMMON "\nExample:\n"
        "  zhicheng calendar --region urumqi --year 2022 --set review_start_date=2022-10-10\n",
    [ZC_COMMAND_FACTS] =
        "zhicheng facts [--region R] [options]\n\n"
        "The facts that may be given: name, label, words or range, what is assumed "
        "when a fact\n"
        "is not given, and the tag by which prohibitions name it. With --region "
        "also those of\nthat region's own.\n\n"
        "  --format text|json\n" COMMON,
    [ZC_COMMAND_REGIONS] =
        "zhicheng regions [options]\n\n"
        "The regions whose plugins are there: documents, tracks, version and the digest of the\n"
        "rules; parameters that are out of date, and those `not entered here`, which have no\n"
        "value; and the plugins that could not be loaded, with the reason. A parameter is out of\n"
        "date when the latest day of its values lies before the year; one whose values have no "
        "day\nnever is.\n\n"
        "  --year YYYY       the year to hold them against, four digits; by default this one\n"
        "  --format text|json\n" COMMON,
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
    COMMON "\nExample:\n"
        "  zhicheng book guangxi --output guangxi.html\n",
    [ZC_COMMAND_EVAL] =
        "zhicheng eval EXPRESSION [--region R] [options]\n\n"
        "Tries a condition of the rule language: prints its value (true, false, unknown, a "
        "number,\n"
        "a word or a date) and the facts that it reads. With --region, names mean what they mean "
        "in\n"
        "that region's rules; without, facts are taken as given and nothing is assumed.\n\n"
        "  --region R        id of the region\n" FACT_OPTIONS COMMON "\nExample:\n"
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
        "any:\n"
        "                    to `convert` with a purpose, to `assess` with a track, else to "
        "`unit`\n"
        "  --id ID           the new case's id\n"
        "  --title SENTENCE  the new case's title\n" FACT_OPTIONS COMMON
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
    COMMON "\nExit status: 0 nothing is wrong, 1 a test failed, 2 there is no such file.\n"
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
    COMMON "\nExit status: 0 nothing, or all of it accepted; 1 something is not accepted.\n"
        "\nExample:\n  zhicheng analyse --region guangxi\n",
    [ZC_COMMAND_CLAUSES] =
        "zhicheng clauses [--region R] [options]\n\n"
        "Each clause of the documents: the rules, steps and effects that carry it out, and the\n"
        "cases beside the plugin that exercise it. Among the rules stand routes, conversions,\n"
        "unit rows and prohibitions; `fact.NAME` is a fact that the clause has read otherwise,\n"
        "`counting_day` the day to which durations are counted. A case exercises a clause where\n"
        "its answer has a finding that applies, an effect or a step of the clause, or where it\n"
        "expects something of one; and a prohibition where it gives a fact that may not count.\n\n"
        "--check also reads sentences.tsv beside the plugin: a line for each sentence of the\n"
        "documents, with its place, what carries it out, or why nothing does.\n\n"
        "  --region R        only this region\n"
        "  --check           tell only the clauses that nothing carries out or no case exercises,\n"
        "                    and the sentences that nothing carries out and no reason excuses\n"
        "  --format text|json\n" COMMON
        "\nExit status of --check: 0 none lacks anything, 1 some do.\n",
    [ZC_COMMAND_COMPARE] =
        "zhicheng compare [options]\n\n"
        "One person in every region and track that is there, side by side: the verdict, the\n"
        "route, and what is not met or not yet known. Facts are those that all regions share, as\n"
        "`zhicheng facts` lists them; `track` is set to each in turn. A unit that lies in one\n"
        "region is outside all others: leave unit_division out to ask as if it lay in "
        "each.\n\n" FACT_OPTIONS "  --format text|json\n" COMMON "\nExample:\n"
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
        "  --format text|json\n" COMMON "\nExamples:\n"
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
    FACT_OPTIONS "  --format text|json\n" COMMON "\nExample:\n"
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
    COMMON "\nExample:\n"
        "  zhicheng new yunnan --name 云南省 --division 530000\n",
    [ZC_COMMAND_BATCH] =
        "zhicheng batch --region R IN --out OUT [options]\n"
        "zhicheng batch --region-column NAME IN --out OUT [options]\n\n"
        "May each of these people apply? IN is CSV (UTF-8 or GB18030; the first line names the\n"
        "columns) or NDJSON (one JSON object of facts a line); - reads standard input. A column "
        "is\n"
        "a fact where its name is a fact's name or Chinese label; `id` or `编号` holds the ids "
        "(else\n"
        "the line is the id); other columns are kept as they are. Empty fields are not known. "
        "Values\n"
        "are those of `zhicheng facts` in any language: its English words, true and false, days "
        "like\n"
        "2024-06-29. Names of NDJSON members are the facts' names.\n"
        "OUT ends with .csv, .ndjson or .db (SQLite: the view `decisions` of the tables `rows` "
        "and\n"
        "`rulings`), is in UTF-8, and has, in the order of IN, what is kept and then id, verdict,\n"
        "mode, route, unmet, missing and digest; lists are separated by blanks. `unmet` names "
        "every\n"
        "rule that is not met, other routes of eligible people too; a last ... in `missing` "
        "(NDJSON:\n"
        "missing_exact false) says that it may name too many. OUT is there whole or not at all. A\n"
        "bad row goes to the reject file with its line and all its errors, and the others go on; "
        "the\n"
        "exit status stays 0.\n\n"
        "  --region R        the region of all rows, or\n"
        "  --region-column NAME  the column (or member) that names each row's region\n"
        "  --as-of DATE      the day asked about, like 2024-06-29; default today (Asia/Shanghai)\n"
        "  --set NAME=VALUE  one fact of all rows; may be repeated\n"
        "  --strict          assume nothing: what is not given is unknown\n"
        "  --out OUT         where the answers go\n"
        "  --reject FILE     where rejected rows go; else OUT.reject.csv, if there are any\n"
        "  --explain         every finding too: CSV column `findings`, SQLite table `findings` "
        "(joined\n"
        "                    by `ruling`), NDJSON member `answer`, as of `assess` (slow)\n"
        "  --unique-id       rejects a row whose id an earlier row had\n"
        "  --encoding E      utf-8 or gb18030; else it is found out\n"
        "  --threads N       default one for each processor\n" //
    COMMON "\nExample:\n"
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
        "cannot be written.\n" COMMON};
