/* SPDX-License-Identifier: Apache-2.0 */
/* The older of two versions. */
#define NEWER   0
#define VERSION "1.0.0"
#include "../versions.h"
