/* SPDX-License-Identifier: Apache-2.0 */
/* The random numbers of the core, for tests. */
#ifndef ZC_TESTS_SUPPORT_RANDOM_H
#define ZC_TESTS_SUPPORT_RANDOM_H

#include "base/random.h"

#endif
