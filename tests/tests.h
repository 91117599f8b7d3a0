/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every suite includes. A suite file tests/<folder>/<subject>_test.c defines
 * test_<folder>_<subject>, which adds its tests to the suite it is given; a line in suites.def
 * registers it. Tests run from the top of the source tree; what the build made lies under
 * ZC_BUILD_DIR (the program, plugins/, bad_plugins/).
 */
#ifndef ZC_TESTS_H
#define ZC_TESTS_H

#include <CUnit/CUnit.h>
#include <stdio.h>

/* The suites to run: all of them, or those of one folder. */
#ifndef ZC_SUITES
#define ZC_SUITES "suites.def"
#endif

#define ZC_SUITE(folder, subject) void test_##folder##_##subject(CU_pSuite suite);
#include ZC_SUITES
#undef ZC_SUITE

#endif
