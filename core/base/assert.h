/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Invariants: what no input can break, and what would make an answer wrong if a mistake in the code
 * broke it. A failed one writes file, line and condition to standard error and aborts: no answer is
 * better than a wrong one. What input can break is no invariant but an error with a message.
 *
 * They stand in every build, in tests, sanitizers, fuzzers and installed programs alike, since
 * `make bench` shows no cost; `make CPPFLAGS=-DZC_NO_ASSERT` leaves them out. A condition is then
 * not evaluated, so it has no effects.
 */
#ifndef ZC_BASE_ASSERT_H
#define ZC_BASE_ASSERT_H

#ifdef ZC_NO_ASSERT
#define ZC_ASSERT(condition) ((void)sizeof(!(condition)))
#else
#define ZC_ASSERT(condition)                                                                       \
  (__builtin_expect(!(condition), 0) ? zc_assert_failed(__FILE__, __LINE__, #condition) : (void)0)
#endif

_Noreturn void zc_assert_failed(const char *file, int line, const char *condition)
    __attribute__((cold));

#endif
