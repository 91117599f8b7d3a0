/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/help.h"

const char *zc_help(zc_command command, zc_lang lang) {
  return lang == ZC_LANG_ZH ? zc_help_zh[command] : zc_help_en[command];
}
