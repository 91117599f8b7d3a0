/* SPDX-License-Identifier: Apache-2.0 */
/* The newer of two versions. */
#define NEWER   1
#define VERSION "2.0.0"
#include "../versions.h"
