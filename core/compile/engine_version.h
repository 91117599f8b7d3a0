/* SPDX-License-Identifier: Apache-2.0 */
/* What digests and images name the engine by. */
#ifndef ZC_COMPILE_ENGINE_VERSION_H
#define ZC_COMPILE_ENGINE_VERSION_H

/* Changes whenever the same rules and facts begin to give other bytes. */
#define ZC_ENGINE_VERSION "zhicheng 1"

#endif
