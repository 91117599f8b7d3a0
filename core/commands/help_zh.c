/* SPDX-License-Identifier: Apache-2.0 */
/* What --help says in Chinese. */
#include "commands/help.h"

#define COMMON                                                                                                      \
  "\n通用选项：\n"                                                                                             \
  "  --plugins 目录    插件所在目录；缺省依次为配置所指、程序旁的 plugins/、安装目录\n" \
  "  --config 文件     只有 [zhicheng] 一节的 INI 文件：plugins、overrides、lang\n"                     \
  "  --lang zh|en      文字和消息的语言；缺省依系统语言\n"

#define FACT_OPTIONS                                                                                        \
  "  --as-of 日期      所问的那一天，如 2024-06-29；缺省为今天（北京时间）\n"         \
  "  --facts 文件|-    一个 JSON 对象，或只有 [facts] 一节的 INI 文件；- 为标准输入\n" \
  "  --set 名称=值     一项事实，优先于文件；可重复\n"                                     \
  "  --strict          不作任何假定：未给出的一律视为未知\n"

#define QUESTION_OPTIONS                                                                           \
  "  --region R        地区，见 zhicheng regions\n" FACT_OPTIONS "  --format text|json\n"

const char *const zc_help_zh[ZC_COMMAND_COUNT + 1] = {
    [ZC_COMMAND_ASSESS] =
        "zhicheng assess --region R [选项]\n\n"
        "此人在这一天、在该地区，能否按这一类别申报这一层级的职称？\n"
        "回答“可以”“不可以”或“还不能确定”，列出所依据的每条规则、条款和事实，\n"
        "以及还缺哪些事实。\n\n" //
    QUESTION_OPTIONS
        "  --explain         不能申报或还不能确定时，另列每个条件差多少、先弄清哪项事实、\n"
        "                    凭什么材料证明、本地区其他类别结论如何；只用于文字，JSON 不变\n" //
    COMMON "\n例：\n"
        "  zhicheng assess --region guangxi --as-of 2021-10-15 --set "
        "track=targeted \\\n"
        "    --set target_level=deputy_senior --set education=junior_college\n",
    [ZC_COMMAND_CONVERT] =
        "zhicheng convert --region R [选项]\n\n"
        "已取得的职称，在留任、流动、换发、聘用或晋升时（事实 purpose）效力如何？\n"
        "回答有效、无效、须重新评审、可换发、不予办理或还不能确定。\n\n" //
    QUESTION_OPTIONS COMMON "\n例：\n"
        "  zhicheng convert --region guangxi --set purpose=move --set held_title_track=targeted "
        "\\\n"
        "    --set held_title_region=guangxi --set destination_division=450102\n",
    [ZC_COMMAND_UNIT] = "zhicheng unit --region R [选项]\n\n"
                        "对该地区、该系列、这一天而言，这个单位是否属于基层？\n\n" //
    QUESTION_OPTIONS COMMON "\n例：\n"
                        "  zhicheng unit --region guangxi --as-of 2021-10-15 --set "
                        "unit_division=451229\n",
    [ZC_COMMAND_CALENDAR] =
        "zhicheng calendar --region R --year Y [选项]\n\n"
        "哪些事须在何时之前完成。从某一天起算的步骤，须给出那一天。\n\n"
        "  --region R        地区\n"
        "  --year Y          1900 至 2199\n"
        "  --set 名称=日期   review_start_date、review_end_date、meeting_date、approval_date\n"
        "  --format text|json\n" COMMON "\n例：\n"
        "  zhicheng calendar --region urumqi --year 2022 --set review_start_date=2022-10-10\n",
    [ZC_COMMAND_FACTS] =
        "zhicheng facts [--region R] [选项]\n\n"
        "可以给出的事实：名称、说明、可取的词或范围、未给出时如何认定，以及禁止事项所用的标记。\n"
        "给出 --region 时，也列出该地区自有的事实。\n\n"
        "  --format text|json\n" COMMON,
    [ZC_COMMAND_REGIONS] =
        "zhicheng regions [选项]\n\n"
        "现有的地区：文件、类别、版本和规则摘要；过期的和没有值（“尚未录入”）的参数；"
        "以及未能加载的插件和原因。\n"
        "参数的值最晚的日期早于这一年的，即为过期；值不带日期的，不会过期。\n\n"
        "  --year YYYY       按哪一年看，四位数字；默认为今年\n"
        "  --format text|json\n" COMMON,
    [ZC_COMMAND_BOOK] =
        "zhicheng book 地区 [选项]\n\n"
        "一个地区的规则手册，供与文件对照：每一条款及其规则的文字说明、途径、职称的效力、日程、\n"
        "按日期列出并注明出处的参数、作为例子的案例，彼此有链接。只有一个文件，不需要网络。\n\n"
        "  --format html|markdown   缺省为 html\n"
        "  --output 文件     写到这个文件；缺省为标准输出\n" //
    COMMON "\n例：\n"
        "  zhicheng book guangxi --output guangxi.html\n",
    [ZC_COMMAND_EVAL] =
        "zhicheng eval 表达式 [--region R] [选项]\n\n"
        "试算规则语言的一个条件：给出其值（true、false、unknown、数、词或日期）和所读的事实。\n"
        "给出 --region 时，各名称与该地区规则中的含义相同；否则按所给的事实计算，不作假定。\n\n"
        "  --region R        地区\n" FACT_OPTIONS COMMON "\n例：\n"
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
        "  --title 句子      新用例的标题\n" FACT_OPTIONS COMMON
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
    COMMON "\n退出状态：0 没有问题，1 有检验未通过，2 没有这个文件。\n"
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
    COMMON "\n退出状态：0 没有发现，或都已接受；1 有未被接受的。\n"
        "\n示例：\n  zhicheng analyse --region guangxi\n",
    [ZC_COMMAND_CLAUSES] =
        "zhicheng clauses [--region R] [选项]\n\n"
        "文件的每一条款：由哪些规则、日程和附带事项执行，插件旁的哪些用例用到它。\n"
        "规则一栏也列途径、转换、单位认定和禁止事项；fact.名称 表示该条款改变了这项事实的读法，\n"
        "counting_day 表示年限算至的那一天。用例的回答中有该条款的适用的规则、附带事项或日程，\n"
        "或用例对它们有所期望，即为用到；给出了不得计较的事实，即为用到禁止事项。\n\n"
        "--check 还读插件旁的 "
        "sentences.tsv：文件的每一句一行，写明位置、由什么执行，或为何不执行。\n\n"
        "  --region R        只列这一地区\n"
        "  --check           只列没有执行或没有用例的条款，以及没有执行也没有理由的语句\n"
        "  --format text|json\n" COMMON "\n--check 的退出状态：0 没有缺漏，1 有缺漏。\n",
    [ZC_COMMAND_COMPARE] =
        "zhicheng compare [选项]\n\n"
        "同一个人在现有的每个地区、每个类别中并列比较：结论、途径、不符合或还不知道的条件。\n"
        "事实限于各地区共有的，即 zhicheng facts 所列；track 依次取每一类别。单位在一个地区，\n"
        "就不在其他地区；不给出 unit_division，则按单位分别在各地区来问。\n\n" FACT_OPTIONS
        "  --format text|json\n" COMMON "\n例：\n"
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
        "  --format text|json\n" COMMON "\n例：\n"
        "  zhicheng diff old/guangxi.so build/plugins/guangxi.so --as-of 2021-10-15\n"
        "  zhicheng diff build/plugins/inner_mongolia.so build/plugins/inner_mongolia.so \\\n"
        "    --as-of 2023-06-01 --to 2025-03-01\n",
    [ZC_COMMAND_PATH] =
        "zhicheng path [选项]\n\n"
        "从所持职称（held_title_*）和现单位（unit_*）到去向（destination_*）：可走的路径，\n"
        "每一步的条款和最早日期。步骤有使用（use）、流动（move）、换发（exchange）、重新评审\n"
        "（reassess，经评审取得同级通用职称）、申报（apply，职称失效后重新申报同级，或给出更高的\n"
        "target_level 时申报高一级）。各步都来自地区的 convert 回答：最早日期是只随时间推移、职称\n"
        "一直在原单位使用时，十年之内首次得到这一回答的日子；needs 是须先做到的事实。申报和评审\n"
        "本身的条件和时间由 assess 回答。事实限于各地区共有的。\n\n" FACT_OPTIONS
        "  --format text|json\n" COMMON "\n例：\n"
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
    COMMON "\n例：\n"
        "  zhicheng new yunnan --name 云南省 --division 530000\n",
    [ZC_COMMAND_BATCH] =
        "zhicheng batch --region R 输入 --out 输出 [选项]\n"
        "zhicheng batch --region-column 列名 输入 --out 输出 [选项]\n\n"
        "逐行回答：此人能否申报？输入为 CSV（UTF-8 或 GB18030，第一行是列名）或 NDJSON（每行一个\n"
        "JSON 对象），- 为标准输入。列名是事实的名称或中文说明的，这一列就是该事实；id 或 编号\n"
        "一列是编号（没有时以行号为编号）；其他列原样保留。空字段视为未知。不论列名用哪种语言，值都"
        "\n"
        "用 zhicheng facts 所列的英文词、true 和 false，日期如 2024-06-29。NDJSON 用事实的名称。\n"
        "输出以 .csv、.ndjson 或 .db（SQLite，视图 decisions 由 rows 和 rulings 两表组成）结尾，\n"
        "采用 UTF-8，按输入的次序，先是保留的列，再是 id、verdict、mode、route、unmet、missing、\n"
        "digest；列表以空格分隔。unmet "
        "列出所有不符合的规则，可以申报的人没有走的途径也在内；missing\n"
        "末尾的 ...（NDJSON 为 missing_exact "
        "false）表示可能多列。输出文件要么完整，要么没有。有误的\n"
        "行连同行号和全部原因写入退回文件，其他行照常处理，退出状态仍为 0。\n\n"
        "  --region R        全部行的地区，或\n"
        "  --region-column 列名  指明每行地区的一列\n"
        "  --as-of 日期      所问的那一天，如 2024-06-29；缺省为今天（北京时间）\n"
        "  --set 名称=值     全部行共有的一项事实；可重复\n"
        "  --strict          不作任何假定：未给出的一律视为未知\n"
        "  --out 输出        回答写到哪里\n"
        "  --reject 文件     退回的行写到哪里；缺省为 输出.reject.csv，没有退回的行则不写\n"
        "  --explain         另写每项结论：CSV 为 findings 列，SQLite 为 findings 表（以 ruling\n"
        "                    相连），NDJSON 为 answer，即 assess 的完整回答（较慢）\n"
        "  --unique-id       编号与前面某行相同的行退回\n"
        "  --encoding 编码   utf-8 或 gb18030；缺省自动识别\n"
        "  --threads N       线程数；缺省每个处理器一个\n" //
    COMMON "\n例：\n"
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
                         "3 所问地区的插件未能加载，4 内存不足或输出无法写入。\n" COMMON};
