/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of the file's bytes: nothing of it is run. */
#include "conformance/conformance.h"
#include "host/load.h"

/* Passes unless the file is refused for this part of the check. */
static zc_outcome inspect(const zc_subject *s, zc_buffer *said, int part) {
  zc_file_info info = {.fault = ZC_FILE_WHOLE}; /* what is refused unread is not whole */
  zc_diagnostics diag = {.lang = s->lang};
  zc_status status = zc_plugin_inspect(s->file, &info, &diag);
  int is_mine = status != ZC_OK && info.fault == part;
  if (is_mine)
    zc_buffer_puts(said, zc_diagnostics_text(&diag));
  zc_diagnostics_free(&diag);
  return is_mine ? ZC_FAILED : ZC_PASSED;
}

zc_outcome zc_test_file(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_WHOLE);
}
zc_outcome zc_test_note(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_NOTE);
}
zc_outcome zc_test_abi(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_ABI);
}
zc_outcome zc_test_sizes(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_SIZES);
}
zc_outcome zc_test_symbol(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_SYMBOL);
}

zc_outcome zc_test_exports(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_EXPORTS);
}
zc_outcome zc_test_startup(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_STARTUP);
}
zc_outcome zc_test_imports(const zc_subject *s, zc_buffer *said) {
  return inspect(s, said, ZC_FILE_IMPORTS);
}
