/* SPDX-License-Identifier: Apache-2.0 */
/* Asks gcc to unroll the short loop that follows; clang does so unasked. */
#ifndef ZC_COLUMNS_UNROLL_H
#define ZC_COLUMNS_UNROLL_H

#if defined(__clang__)
#define UNROLL
#else
#define UNROLL _Pragma("GCC unroll 32")
#endif

#endif
