/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A crew of threads that share the parts of a job. The caller is its first worker; the others wait
 * between jobs.
 *
 *   zc_crew *crew = zc_crew_new(0);
 *   zc_crew_run(crew, assess_block, &job, (rows + ZC_BLOCK_ROWS - 1) / ZC_BLOCK_ROWS);
 */
#ifndef ZC_ENGINE_CREW_H
#define ZC_ENGINE_CREW_H

#include <stddef.h>
#include <stdint.h>

typedef struct zc_crew zc_crew;

/* `workers` threads, the caller counted; 0: one for each core that this process may use. A machine
 * that gives fewer threads makes a smaller crew. NULL: out of memory. */
zc_crew *zc_crew_new(uint32_t workers);
void zc_crew_free(zc_crew *crew);
uint32_t zc_crew_size(const zc_crew *crew);

/* Part number `part` of a job; no two at the same time have the same `worker` (below the size). */
typedef void zc_crew_work(void *context, uint32_t worker, size_t part);

/* Does parts 0 to `parts` - 1, each once, in any order; all are done on return. One job at a time.
 */
void zc_crew_run(zc_crew *crew, zc_crew_work *work, void *context, size_t parts);

#endif
