/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 2 (2) to (5) and chapter 4 (3): calendar, committees, scoring, filing, supervision. */
#include "urumqi.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "urq.system", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.deadline.notice", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.deadline.complete", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.deadline.plan", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.deadline.report", .document = "urumqi-2022", .clause = "二（二）"},
    {ZC_ROW, .id = "urq.committee", .document = "urumqi-2022", .clause = "二（三）"},
    {ZC_ROW, .id = "urq.scoring", .document = "urumqi-2022", .clause = "二（四）"},
    {ZC_ROW, .id = "urq.filing", .document = "urumqi-2022", .clause = "二（五）"},
    {ZC_ROW, .id = "urq.supervision", .document = "urumqi-2022", .clause = "四（三）",
     .also = "mohrss-2019-40"},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "urq.deadline.notice", .due = "08-31",
     .text = {.zh = "一般在八月底前印发当年定向评审工作通知。",
              .en = "As a rule the notice on the year's targeted reviews is issued by the end of "
                    "August."}},
    {ZC_ROW, .id = "urq.deadline.plan", .anchor = "review_start_date", .offset = -15,
     .unit = ZC_WORKDAYS,
     .text =
         {.zh = "市教育局、市继续教育和职称评价管理中心在评审开始前十五个工作日上报工作实施方案。",
          .en = "The city's education bureau and its centre for titles hand in their plan "
                "fifteen working days before the review begins."}},
    {ZC_ROW, .id = "urq.deadline.complete", .due = "11-30",
     .text = {.zh = "一般在十一月底前完成初级、中级、高级定向评审，以考代评的专业除外。",
              .en = "As a rule the targeted reviews of all levels are completed by the end of "
                    "November, but for specialties with an exam alone."}},
    {ZC_ROW, .id = "urq.deadline.report", .anchor = "review_end_date", .offset = 15,
     .unit = ZC_WORKDAYS,
     .text = {.zh = "市教育局、市继续教育和职称评价管理中心在评审结束后十五个工作日内上报整体情况和"
                    "结果。",
              .en = "The city's education bureau and its centre for titles report course and "
                    "results within fifteen working days after the review ends."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "urq.system", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .data = "{\"system\": \"乌鲁木齐职称评审系统\", \"stages\": [\"apply\", \"audit\", "
             "\"review\", \"filing\"]}",
     .text = {.zh = "申报、审核、评审、备案都在乌鲁木齐职称评审系统里办理。",
              .en = "Application, audit, review and filing go through the city's review system."}},
    {ZC_ROW, .id = "urq.committee", .kind = ZC_EFFECT_AUTHORITY, .tracks = "targeted",
     .data = "{\"founders\": [\"city_education\", \"city_title_centre\"], "
             "\"guided_by\": \"city_hr\", \"founded\": \"one_by_one_as_ready\"}",
     .text = {.zh = "由市教育局、市继续教育和职称评价管理中心组建的定向评审委员会评审，成熟一个设立"
                    "一个。",
              .en = "A targeted committee of the city's education bureau or of its centre for "
                    "titles assesses the application; each is set up once it is ready."}},
    {ZC_ROW, .id = "urq.scoring", .kind = ZC_EFFECT_METHOD, .tracks = "targeted",
     .data = "{\"sheets\": [\"junior\", \"intermediate\", \"senior\"], "
             "\"written_by\": \"committee\"}",
     .text = {.zh = "由定向评审委员会制定初、中、高级量化赋分标准，按本专业本层级的赋分。",
              .en = "The committee writes score sheets for junior, intermediate and senior titles; "
                    "the review scores by the one of the specialty and level."}},
    {ZC_ROW, .id = "urq.filing", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .data = "{\"results\": \"region\"}",
     .text = {.zh = "评审结果报自治区人社厅核准备案。",
              .en = "Results are approved and filed by the region's department of human "
                    "resources."}},
    {ZC_ROW, .id = "urq.filing.stages", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .data = "{\"duty_of\": \"committee\", \"platform\": \"新疆专业技术人员管理平台\", "
             "\"when\": [\"before_review\", \"during_review\", \"after_review\"]}",
     .text = {.zh = "评审委员会在评审的事前、事中、事后，都通过新疆专业技术人员管理平台备案。",
              .en = "The committee files before, during and after the review, on Xinjiang's "
                    "platform for professionals."}},
    {ZC_ROW, .id = "urq.filing.teacher", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .when = "series == school_teacher",
     .data = "{\"first\": \"region_education\", \"asked_by\": \"city_hr\", "
             "\"then\": \"region_hr\"}",
     .text = {.zh = "教师的评审结果先由市人社局征得自治区教育厅同意，再报自治区人社厅核准备案。",
              .en = "For teachers the city's bureau of human resources first asks the consent of "
                    "the region's department of education, then the region approves."}},
    {ZC_ROW, .id = "urq.filing.senior", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .when = "target_level >= deputy_senior", .data = "{\"committee\": \"region\"}",
     .text = {.zh = "高级评委会和专家库由自治区人社厅核准备案。",
              .en = "Senior committees and their experts are approved by the region."}},
    {ZC_ROW, .id = "urq.filing.mid", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .when = "target_level <= intermediate", .data = "{\"committee\": \"city\"}",
     .text = {.zh = "中级、初级评委会和专家库由市人社局核准备案。",
              .en = "Committees up to intermediate and their experts are approved by the city."}},
    {ZC_ROW, .id = "urq.supervision", .kind = ZC_EFFECT_NOTICE, .tracks = "targeted",
     .data = "{\"supervised_by\": [\"discipline_inspection\", \"public\"]}",
     .text = {.zh = "评审程序接受纪检监察和社会监督，投诉、信访由评审委员会核查办理。",
              .en = "Discipline inspection and the public supervise the review, and the committee "
                    "looks into complaints."}},
    {ZC_ROW, .id = "urq.supervision.public", .kind = ZC_EFFECT_NOTICE, .tracks = "targeted",
     .data = "{\"public\": [\"policy\", \"standards\", \"procedure\", \"results\"]}",
     .text = {.zh = "政策、标准、程序、结果都要公开。",
              .en = "Policy, standards, procedure and results are made public."}},
};

const zc_chapter urq_procedure = {
    .clauses = ZC_TABLE(clauses),
    .steps = ZC_TABLE(steps),
    .effects = ZC_TABLE(effects),
};
