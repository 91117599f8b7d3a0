/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin whose tables are right and whose code is not. Each folder that includes this does one
 * thing that no plugin may do, and tests say by what name it is told (tests/host/trial_test.c,
 * tests/conformance/). */
#ifndef ZC_TESTS_DEED_H
#define ZC_TESTS_DEED_H

#include "good.h"

#include <stddef.h>
#include <sys/mman.h>
#include <sys/syscall.h>

/* Code that the dynamic linker runs. */
#define AT_OPENING static __attribute__((constructor)) void at_opening(void)
#define AT_CLOSING static __attribute__((destructor)) void at_closing(void)

/* A deed of the function `score`. */
#define WHEN_ASKED                                                                                 \
  static void deed(void);                                                                          \
  static zc_value score(const zc_value *arguments, uint32_t count) {                               \
    (void)arguments;                                                                               \
    (void)count;                                                                                   \
    deed();                                                                                        \
    return (zc_value){.value = 1, .known = 1};                                                     \
  }                                                                                                \
  static void deed(void)

/* A call of the kernel without the C library, whose functions no plugin is given: the seal alone
 * stands before it. */
static inline long system_call(long number, long a, long b, long c) {
#if defined(__x86_64__)
  long result;
  register long r10 __asm__("r10") = MAP_PRIVATE | MAP_ANONYMOUS, r8 __asm__("r8") = -1,
                    r9 __asm__("r9") = 0;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
#elif defined(__aarch64__)
  register long x8 __asm__("x8") = number, x0 __asm__("x0") = a, x1 __asm__("x1") = b,
                   x2 __asm__("x2") = c, x3 __asm__("x3") = MAP_PRIVATE | MAP_ANONYMOUS,
                   x4 __asm__("x4") = -1, x5 __asm__("x5") = 0;
  __asm__ volatile("svc 0"
                   : "+r"(x0)
                   : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                   : "memory");
  return x0;
#elif defined(__loongarch64)
  register long a7 __asm__("a7") = number, a0 __asm__("a0") = a, a1 __asm__("a1") = b,
                   a2 __asm__("a2") = c, a3 __asm__("a3") = MAP_PRIVATE | MAP_ANONYMOUS,
                   a4 __asm__("a4") = -1, a5 __asm__("a5") = 0;
  __asm__ volatile("syscall 0"
                   : "+r"(a0)
                   : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5)
                   : "memory");
  return a0;
#else
  register long a7 __asm__("a7") = number, a0 __asm__("a0") = a, a1 __asm__("a1") = b,
                   a2 __asm__("a2") = c, a3 __asm__("a3") = MAP_PRIVATE | MAP_ANONYMOUS,
                   a4 __asm__("a4") = -1, a5 __asm__("a5") = 0;
  __asm__ volatile("ecall"
                   : "+r"(a0)
                   : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5)
                   : "memory");
  return a0;
#endif
}

enum { PIECE = 1 << 20 };

/* New memory; NULL: there is none. The call's last three arguments are those that mmap wants. */
static inline void *piece_of_memory(size_t size) {
  long address = system_call(SYS_mmap, 0, (long)size, PROT_READ | PROT_WRITE);
  return address < 0 && address > -4096 ? NULL : (void *)address;
}

#define NORTH                                                                                      \
  static const zc_chapter *const chapters[] = {&good};                                             \
  ZC_PLUGIN("north", "1.0.0", REGION(chapters))

/* A region whose function `north.score` is `score`, and a rule that asks for it. */
#define NORTH_WITH_SCORE                                                                           \
  static const zc_rule scored[] = {                                                                \
      {ZC_ROW, .id = "north.ethics.score", .kind = ZC_REQUIREMENT,                                 \
       .needs = "north.score >= 5 points", TEXT},                                                  \
  };                                                                                               \
  static const zc_function functions[] = {                                                         \
      {ZC_ROW, .name = "north.score", .reads = "education exam_score", .type = ZC_INT,             \
       .unit = ZC_POINT, .min = 0, .max = 100, .call = score},                                     \
  };                                                                                               \
  static const zc_chapter second = {.rules = ZC_TABLE(scored), .functions = ZC_TABLE(functions)};  \
  static const zc_chapter *const chapters[] = {&good, &second};                                    \
  ZC_PLUGIN("north", "1.0.0", REGION(chapters))

#endif
