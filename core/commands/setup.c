/* SPDX-License-Identifier: Apache-2.0 */
/* Where the program finds its plugins, and what its configuration says. */
#include "commands/run.h"

#include "host/configuration.h"

#include <string.h>
#include <unistd.h>

#ifndef ZC_PLUGIN_DIR
#define ZC_PLUGIN_DIR "/usr/local/lib/zhicheng/plugins"
#endif

#define PATH_SIZE 4096

static zc_status keep_path(zc_run *run, const char *path) {
  run->plugins = zc_copy(path, strlen(path));
  return run->plugins ? ZC_OK : zc_report_memory(&run->diag);
}

static zc_status read_configuration(zc_run *run) {
  zc_configuration c = {
      .plugins = run->plugins, .lang = run->lang, .has_lang = run->options.lang != NULL};
  zc_status status = zc_configuration_read(&c, run->options.config, &run->diag);
  run->plugins = c.plugins;
  run->overrides = c.overrides;
  run->lang = c.lang;
  return status;
}

/* `plugins/` beside the program, as built; `lib/zhicheng/plugins` beside its folder, as installed,
 * wherever the whole was moved to; or where it was to be installed. */
static zc_status find_plugins(zc_run *run) {
  static const char *const places[] = {"plugins", "lib/zhicheng/plugins"};
  char path[PATH_SIZE];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path - sizeof "lib/zhicheng/plugins");
  path[length > 0 ? length : 0] = '\0';
  char *slash = strrchr(path, '/');
  for (size_t i = 0; slash && i < sizeof places / sizeof places[0]; i++) {
    memcpy(slash + 1, places[i], strlen(places[i]) + 1);
    if (zc_is_directory(path))
      return keep_path(run, path);
    *slash = '\0'; /* one folder up */
    slash = strrchr(path, '/');
  }
  return keep_path(run, ZC_PLUGIN_DIR);
}

zc_status zc_run_open(zc_run *run) {
  zc_status status = run->options.plugins ? keep_path(run, run->options.plugins) : ZC_OK;
  if (status == ZC_OK && run->options.config)
    status = read_configuration(run);
  if (status == ZC_OK && !run->plugins)
    status = find_plugins(run);
  return status;
}
