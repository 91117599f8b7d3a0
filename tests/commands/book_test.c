/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng book: what it says, that its links lead somewhere, and how a real browser lays it out.
 */
#include "support/program.h"
#include "support/region.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

static const char *const regions[] = {"guangxi", "inner_mongolia", "shandong", "urumqi"};
enum { REGIONS = sizeof regions / sizeof regions[0] };

/* Markdown of the template, whose rules are of every kind. */
static void template_page(program *p) {
  RUN(p, "book", "template", "--plugins", ZC_BUILD_DIR "/template", "--format", "markdown");
  program_expect_status(p, 0);
}

static void conditions_are_sentences(void) {
  program p = {0};
  template_page(&p);
  program_expect_out(
      &p, "- **要求**：单位所在行政区划在金堂县（510121）、大邑县（510129）之内，且单位层级"
          "不高于乡镇级\n");
  program_expect_out(&p, "- **适用情形**：职称系列为中小学教师\n"
                         "- **要求**：单位类别为中小学、教学点之一\n");
  program_expect_out(&p, "- **要求**：“同年度已申报另一类”为否\n");
  program_expect_out(&p, "- **要求**：取得另一类职称月数不少于36个月（3年）\n");
  program_expect_out(&p, "- **成立条件**：乡镇（苏木）专业工作月数不少于120个月（10年）\n");
  /* A parameter with several values is named, one with a single value is written out. */
  program_expect_out(&p, "不少于[“应完成的基层专项培训学时”](#parameter-training_hours_needed)");
  program_expect_out(&p, "不少于[60个月（5年）](#parameter-relaxed_tenure)");
  program_expect_out(&p, "[`template.merit_points`](#function-template.merit_points)不少于30分");
  program_expect_out(&p,
                     "学历按下列值计：学历、（如果技工院校班次为高级工班，则为大学专科；否则为无）"
                     "中较高者。");
  program_free(&p);
}

static void long_conditions_are_lists(void) {
  program p = {0};
  RUN(&p, "book", "inner_mongolia", "--format", "markdown");
  program_expect_status(&p, 0);
  program_expect_out(&p, "- **要求**：符合以下任何一项：\n"
                         "  - 职称系列为中小学教师、职业学校教师、农业、艺术、文物博物、卫生之一\n"
                         "  - 职称系列为工程，且岗位专业为林业和草原、水利之一\n");
  program_expect_out(&p, "- **保持效力**：分情形：\n  - 如果用途为流动：以下各项都符合：\n    - ");
  program_free(&p);
}

static void every_kind_of_row_is_there(void) {
  program p = {0};
  template_page(&p);
  program_expect_out(&p, "【放宽】定向职称　2024-01-01 起　`template.hardship`");
  program_expect_out(&p,
                     "- "
                     "**不再要求**：[“完成当年规定的基层专项培训〔应完成的基层专项培训学时〕。”](#"
                     "rule-template.training)");
  program_expect_out(&p, "- **任职年限**：减少12个月（1年）（适用于：[“学历和资历达到员级");
  program_expect_out(&p, "- **不得计较**：论文数、");
  program_expect_out(&p, "- **结果**：符合的，有效；不符合的，重新评审");
  program_expect_out(&p, "- **算基层**：");
  program_expect_out(&p, "【义务】定向职称");
  program_expect_out(&p, "| 2024年起 | 评审开始日前15个工作日 |");
  program_expect_out(&p, "| 2024-06-01 | 大邑县（510129） | 20学时 | 例人社发〔2024〕1号 五 |");
  program_expect_out(&p, "| `template.training_hours` | 基层专项培训学时 | 数，0至10000学时 |");
  program_expect_out(&p, "| `template.teaching_point` | 教学点 | “单位类别”的选项 |");
  program_expect_out(&p, "### 恰满三十学时也符合。");
  program_expect_out(&p, "基层专项培训学时：30学时");
  program_expect_out(&p, "**应得：**可以申报；途径：[base.intermediate](#rule-base.intermediate)");
  program_free(&p);
}

/* Every "](#x)" has its "<a id="x">", just one. */
static void links_of_markdown_lead_somewhere(void) {
  program p = {0};
  for (int i = 0; i < REGIONS; i++) {
    RUN(&p, "book", regions[i], "--format", "markdown");
    program_expect_status(&p, 0);
    const char *text = zc_buffer_text(&p.out);
    unsigned links = 0, dead = 0;
    for (const char *at = text; (at = strstr(at, "](#")); at++, links++) {
      char anchor[256];
      int length = (int)strcspn(at + 3, ")");
      snprintf(anchor, sizeof anchor, "<a id=\"%.*s\"></a>", length, at + 3);
      const char *found = strstr(text, anchor);
      dead += !found || strstr(found + 1, anchor);
    }
    CU_ASSERT(links > 100);
    CU_ASSERT_EQUAL(dead, 0);
  }
  program_free(&p);
}

/* What the browser is asked of each page in a frame: numbers, each behind its name. A frame is as
 * wide as a telephone or a screen. */
static const char questions[] =
    "<script>\n"
    "function count(d,s){return d.querySelectorAll(s).length}\n"
    "function look(f){var d=f.contentDocument,w=f.contentWindow,dead=0,empty=0,late=0,last=0;\n"
    "d.querySelectorAll('a[href]').forEach(function(a){var h=a.getAttribute('href');\n"
    "if(h[0]!=='#'||!d.getElementById(decodeURIComponent(h.slice(1))))dead++;\n"
    "if(!a.textContent.trim())empty++});\n"
    "d.querySelectorAll('h1,h2,h3,h4,th,caption').forEach(function(h){\n"
    "if(!h.textContent.trim())empty++});\n"
    "d.querySelectorAll('h1,h2,h3,h4').forEach(function(h){var n=+h.tagName[1];\n"
    "if(n>last+1&&last<3)late++;last=n});\n"
    "var nav=w.getComputedStyle(d.querySelector('nav'));\n"
    "return f.name+' h1='+count(d,'h1')+' dead='+dead+' empty='+empty+' skipped='+late+\n"
    "' wider='+(d.documentElement.scrollWidth>w.innerWidth?1:0)+\n"
    "' outside='+count(d,'script,link,img,iframe,[src]')+' lang='+d.documentElement.lang+\n"
    "' nav='+nav.position+' h3='+(count(d,'h3')>9?'many':'few')+\n"
    "' tables='+(count(d,'table')>8?'many':'few')+' cases='+(count(d,'.case')>99?'many':'few')+\n"
    "' links='+(count(d,'a')>300?'many':'few')+';'}\n"
    "window.onload=function(){var t='';document.querySelectorAll('iframe').forEach(function(f){\n"
    "t+=look(f)+'\\n'});document.getElementById('seen').textContent=t}\n"
    "</script>\n";

static void write_frames(const char *folder) {
  zc_buffer page = {0};
  zc_buffer_puts(&page, "<!DOCTYPE html><pre id=seen></pre>\n");
  for (int i = 0; i < REGIONS; i++) {
    zc_buffer_printf(&page,
                     "<iframe name=%s-narrow src=%s.html width=390 height=800></iframe>\n"
                     "<iframe name=%s-wide src=%s.html width=1280 height=800></iframe>\n",
                     regions[i], regions[i], regions[i], regions[i]);
  }
  zc_buffer_puts(&page, questions);
  CU_ASSERT_PTR_NOT_NULL_FATAL(zc_buffer_text(&page));
  folder_write(folder, "frames.html", zc_buffer_text(&page));
  zc_buffer_free(&page);
}

/* The page as the browser has it once everything is loaded. */
static char *browse(const char *folder) {
  enum { LIMIT = 65536 };
  char command[512], *seen = malloc(LIMIT);
  CU_ASSERT_PTR_NOT_NULL_FATAL(seen);
  snprintf(command, sizeof command,
           "HOME='%s' chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage "
           "--no-first-run --user-data-dir='%s/profile' --allow-file-access-from-files "
           "--window-size=1800,1000 --dump-dom 'file://%s/frames.html' 2>'%s/errors'",
           folder, folder, folder, folder);
  FILE *out = popen(command, "r");
  CU_ASSERT_PTR_NOT_NULL_FATAL(out);
  size_t length = fread(seen, 1, LIMIT - 1, out);
  seen[length] = '\0';
  int status = pclose(out);
  if (status != 0)
    printf("\nchromium is needed (see .dependencies) and ended with status %d\n", status);
  CU_ASSERT_EQUAL(status, 0);
  return seen;
}

static void a_browser_shows_them_whole(void) {
  program p = {0};
  char folder[64], command[128];
  folder_make(folder);
  for (int i = 0; i < REGIONS; i++) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s.html", folder, regions[i]);
    RUN(&p, "book", regions[i], "--output", path);
    program_expect_status(&p, 0);
    CU_ASSERT_EQUAL(p.out.length, 0);
  }
  write_frames(folder);
  char *seen = browse(folder);
  for (int i = 0; i < REGIONS; i++) {
    static const char same[] = "h1=1 dead=0 empty=0 skipped=0 wider=0 outside=0 lang=zh-CN";
    static const char much[] = "h3=many tables=many cases=many links=many;";
    char line[256];
    snprintf(line, sizeof line, "%s-narrow %s nav=static %s", regions[i], same, much);
    zc_test_contains(seen, line);
    snprintf(line, sizeof line, "%s-wide %s nav=sticky %s", regions[i], same, much);
    zc_test_contains(seen, line);
  }
  free(seen);
  snprintf(command, sizeof command, "rm -rf '%s'", folder);
  CU_ASSERT_EQUAL(system(command), 0);
  program_free(&p);
}

static void what_cannot_be_written_is_told(void) {
  program p = {0};
  RUN(&p, "book");
  program_expect_status(&p, 2);
  program_expect_err(&p, "book takes one region, 0 were given");
  RUN(&p, "book", "guanxi");
  program_expect_status(&p, 2);
  program_expect_err(&p, "guangxi");
  RUN(&p, "book", "guangxi", "--format", "json");
  program_expect_status(&p, 2);
  program_expect_err(&p, "it is html or markdown");
  RUN(&p, "book", "guangxi", "--output", "/nowhere/at/all.html");
  program_expect_status(&p, 4);
  program_expect_err(&p, "cannot be written");
  program_free(&p);
}

/* Files that may not grow further stand for a disk that is full: longer than the plugin, which is
 * put into memory as a file, and shorter than what is written. */
#define LIMIT "ulimit -f 470; "
static void a_book_that_does_not_fit_leaves_the_old_one(void) {
  char folder[64], line[512];
  folder_make(folder);
  folder_write(folder, "book.html", "old");
  folder_write(folder, "cases.xml", "old");
  snprintf(line, sizeof line,
           "trap '' XFSZ; p=" ZC_BUILD_DIR "/zhicheng; d=%s; " LIMIT
           "$p book inner_mongolia --output "
           "$d/book.html 2>/dev/null; test $? -eq 4 || exit 1; "
           "$p test --region inner_mongolia --junit $d/cases.xml >/dev/null 2>&1; test $? -eq 4 || "
           "exit 2; test \"$(cat $d/*)\" = oldold "
           "&& test $(ls -A $d | wc -l) -eq 2",
           folder);
  CU_ASSERT_EQUAL(system(line), 0);
  folder_remove(folder);
}

static void an_output_that_may_not_grow_ends_with_4(void) {
  static const char line[] =
      "p=" ZC_BUILD_DIR "/zhicheng; f=$(mktemp); " LIMIT "$p book inner_mongolia >$f 2>/dev/null; "
      "a=$?; $p book inner_mongolia 2>&1 >$f | grep -q 'cannot be written' "
      "&& rm $f && test $a -eq 4";
  CU_ASSERT_EQUAL(system(line), 0);
}

void test_commands_book(CU_pSuite suite) {
  CU_add_test(suite, "an output that may not grow further ends with status 4",
              an_output_that_may_not_grow_ends_with_4);
  CU_add_test(suite, "conditions read as sentences", conditions_are_sentences);
  CU_add_test(suite, "long conditions are lists", long_conditions_are_lists);
  CU_add_test(suite, "every kind of row is in the book", every_kind_of_row_is_there);
  CU_add_test(suite, "every link of the Markdown leads somewhere",
              links_of_markdown_lead_somewhere);
  CU_add_test(suite, "a browser shows the books of all regions whole, narrow and wide",
              a_browser_shows_them_whole);
  CU_add_test(suite, "a book that does not fit on the disk leaves the old one",
              a_book_that_does_not_fit_leaves_the_old_one);
  CU_add_test(suite, "what cannot be written is told", what_cannot_be_written_is_told);
}
