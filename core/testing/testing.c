/* SPDX-License-Identifier: Apache-2.0 */
#include "testing/testing.h"

#include "host/load.h"
#include "testing/conditions_report.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

void zc_test_worsen(zc_testing *s, zc_status status) {
  s->status = status > s->status ? status : s->status;
}

void zc_testing_free(zc_testing *s) {
  zc_buffer_free(&s->out);
  zc_buffer_free(&s->cases);
  zc_buffer_free(&s->json);
  zc_buffer_free(&s->html);
  zc_junit_free(&s->junit);
}

static int is_plugin(const struct dirent *entry) {
  return zc_is_plugin_name(entry->d_name);
}

void zc_test_all(zc_testing *s) {
  const char *plugins = s->options->plugins;
  struct dirent **list = NULL;
  int count = scandir(plugins, &list, is_plugin, alphasort);
  if (count <= 0) {
    zc_test_worsen(
        s,
        zc_report(s->diag, ZC_BAD_INPUT, NULL, "目录 %s 中没有插件；请用 --plugins 指明插件目录",
                  "the directory %s holds no plugin; name the directory with --plugins", plugins));
  }
  for (int i = 0; i < count; i++) {
    char *name = list[i]->d_name;
    name[zc_path_stem(name).length] = '\0';
    if (!i || strcmp(name, list[i - 1]->d_name) != 0) /* else an image beside its plugin */
      zc_test_region(s, name);
  }
  for (int i = 0; i < count; i++)
    free(list[i]); /* scandir's own */
  free(list);
}

/* ---- what was found ---- */

static void add(zc_buffer *out, const zc_buffer *part) {
  zc_buffer_add(out, part->data, part->length);
  out->failed |= part->failed;
}

void zc_testing_text(const zc_testing *s, zc_buffer *out) {
  add(out, &s->out);
  /* The same in every language: other programs read this line. */
  zc_buffer_printf(out, "%u passed, %u failed\n", s->passed, s->failed);
  add(out, &s->cases);
}

/* The same in every language: other programs read it. */
void zc_testing_json(const zc_testing *s, zc_buffer *out) {
  zc_buffer_puts(out, "{\"api\":1,\"regions\":[");
  add(out, &s->json);
  zc_buffer_printf(out, "],\"passed\":%u,\"failed\":%u,\"gaps\":%u}\n", s->passed, s->failed,
                   s->gaps);
}

void zc_testing_html(const zc_testing *s, zc_buffer *out) {
  zc_conditions_html_head(s->options->lang, out);
  add(out, &s->html);
  zc_conditions_html_foot(out);
}

void zc_testing_junit(zc_testing *s, zc_buffer *out) {
  zc_junit_write(&s->junit, out);
}
