/* SPDX-License-Identifier: Apache-2.0 */
/* Where the program finds its plugins, and what its configuration says. */
#include "commands/run.h"

#include "host/configuration.h"

#include <stdlib.h>
#include <unistd.h>

#define PATH_SIZE 4096

/* Of a machine: read where neither an option nor the environment names another. */
#define SYSTEM_CONFIGURATION "/etc/zhicheng/zhicheng.ini"

/* NULL: none. A variable without a value says that there is to be none. */
static const char *find_configuration(const zc_run *run) {
  const char *named = getenv("ZHICHENG_CONFIG");
  if (run->options.config)
    return run->options.config;
  if (named)
    return *named ? named : NULL;
  return access(SYSTEM_CONFIGURATION, F_OK) == 0 ? SYSTEM_CONFIGURATION : NULL;
}

/* `plugins/` beside the program, as built; `lib/zhicheng/plugins` beside its folder, as installed,
 * wherever the whole was moved to. */
static const zc_plugin_place places[] = {{"plugins", 0}, {"lib/zhicheng/plugins", 1}};

static zc_status read_precision(zc_run *run) {
  const char *word = run->options.month_precision;
  if (!word || zc_month_precision_read(word, &run->precision))
    return ZC_OK;
  return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                   "--month-precision 的“%s”无效：应为 first（首日）或 last（末日）",
                   "--month-precision: '%s' is neither first nor last, the day that is taken",
                   word);
}

zc_status zc_run_open(zc_run *run) {
  char self[PATH_SIZE];
  ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
  self[length > 0 ? length : 0] = '\0';
  zc_configuration_request request = {.plugins = run->options.plugins,
                                      .config = find_configuration(run),
                                      .self = length > 0 ? self : NULL,
                                      .places = places,
                                      .place_count = sizeof places / sizeof places[0]};
  zc_configuration c = {.lang = run->lang, .has_lang = run->options.lang != NULL};
  zc_status status = zc_configuration_make(&c, &request, &run->diag);
  run->plugins = c.plugins;
  run->overrides = c.overrides;
  run->data = c.data;
  run->deployment = (zc_deployment){run->overrides, run->data};
  run->lang = c.lang;
  run->precision = c.precision;
  zc_status precision = read_precision(run);
  return precision > status ? precision : status;
}
