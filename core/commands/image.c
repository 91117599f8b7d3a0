/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng image: a region as one file that is opened without the dynamic linker. */
#include "image/image.h"
#include "commands/help.h"
#include "commands/run.h"

static zc_status check_region(zc_run *run, const zc_region *region) {
  if (!region->function_count)
    return ZC_OK;
  return zc_report(
      &run->diag, ZC_BAD_INPUT, &(zc_where){.file = region->file},
      "地区 %s 有函数（如 %s），函数的代码在插件里，因此没有可以分发的映像；请分发插件",
      "region %s has functions, %s for one, whose code is in the plugin: it has no "
      "image to ship; ship the plugin",
      region->id, region->functions[0].name);
}

static zc_status write_image(zc_run *run, const zc_region *region) {
  zc_buffer image = {0};
  zc_status status = check_region(run, region);
  if (status == ZC_OK)
    status = zc_image_write(&image, region, &run->diag);
  if (status == ZC_OK)
    status = zc_run_save(run, run->options.out, &image);
  zc_buffer_free(&image);
  return status;
}

static zc_status run_image(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  if (run->options.operand_count != 1)
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "image 要一个地区，给了 %u 个；见 zhicheng image --help",
                     "image takes one region, %u were given; see zhicheng image --help",
                     run->options.operand_count);
  run->options.region = run->options.operands[0];
  zc_status status = zc_run_require(run, "--out", run->options.out);
  if (status == ZC_OK)
    status = zc_run_region(run, &host, &region);
  if (status == ZC_OK)
    status = write_image(run, region);
  zc_host_close(&host);
  return status;
}

static const char help_zh[] =
    "zhicheng image 地区 --out 地区.zcr [选项]\n\n"
    "把一个地区写成映像：表格、参数、编译后的规则和规则摘要都在一个文件里，回答与插件逐字节\n"
    "相同。插件目录里可以放映像代替插件，文件名是地区编号加 .zcr；打开它不运行任何代码。\n"
    "参数是制作时的参数。映像随程序的版本而定，换版本要重新制作。有函数的地区没有映像。\n\n"
    "  --out 文件        写到这个文件\n" //
    ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng image guangxi --out images/guangxi.zcr\n"
    "  zhicheng regions --plugins images\n";

static const char help_en[] =
    "zhicheng image REGION --out REGION.zcr [options]\n\n"
    "Writes a region as an image: tables, parameters, compiled rules and their digest in one\n"
    "file, which gives the same answers as the plugin, byte for byte. A folder of plugins may\n"
    "hold images in their place, named by the region's id with .zcr; opening one runs no code.\n"
    "The parameters are those of the day it is made. An image is of one version of the program:\n"
    "make it again with another. A region with functions has none.\n\n"
    "  --out FILE        where it is written\n" //
    ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng image guangxi --out images/guangxi.zcr\n"
    "  zhicheng regions --plugins images\n";

const zc_command zc_command_image = {
    .name = "image",
    .usage = {"地区 --out 文件", "REGION --out FILE"},
    .summary = {"把地区写成映像，打开它不运行代码", "a region as a file that runs no code"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(out) | ZC_TAKES(plugins),
    .takes_operands = 1,
    .run = run_image};
