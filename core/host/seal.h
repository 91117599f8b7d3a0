/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The seal: from then on the process can compute and use memory, and nothing else. A system call
 * for files, network, processes, signals, clocks or output ends in SIGSYS with its number.
 *
 * The dynamic linker alone may go on opening and mapping files, so that a plugin can be opened
 * under the seal: its calls are told from all others by the address that they come from. That is
 * why the filter is written here: libseccomp's rules know no addresses.
 */
#ifndef ZC_HOST_SEAL_H
#define ZC_HOST_SEAL_H

#include "base/diagnostics.h"

/* More memory at once than any plugin has a use for, in bytes. */
#define ZC_SEAL_MEMORY (UINT32_C(256) << 20)

/* Seals this process for good. `channel`: a descriptor that may still be read and written to; -1:
 * none. 0: it is sealed, or this build runs unsealed; else an errno: the
 * system has no such filters or forbids them, and nothing of a plugin may run here. */
int zc_seal(int channel);
/* Whether this is a build that runs unsealed, as valgrind needs it. */
int zc_seal_is_left_out(void);

/* What somebody does who makes this system call: "opens files or changes them"; NULL: there is no
 * word for it. */
const char *zc_seal_deed(int call, zc_lang lang);

#endif
