/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/crew.h"
#include "base/memory.h"
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

enum { MOST_WORKERS = 256 };

typedef struct member {
  zc_crew *crew;
  pthread_t thread;
  uint32_t number;
} member;

struct zc_crew {
  member *members; /* without the caller */
  uint32_t count;
  pthread_mutex_t lock;
  pthread_cond_t called, finished;
  unsigned long job; /* number of the last job; a member waits for a greater one */
  uint32_t at_work;
  int is_over;
  zc_crew_work *work;
  void *context;
  size_t parts;
  atomic_size_t next;
};

static void take_parts(zc_crew *crew, uint32_t worker) {
  for (;;) {
    size_t part = atomic_fetch_add_explicit(&crew->next, 1, memory_order_relaxed);
    if (part >= crew->parts)
      return;
    crew->work(crew->context, worker, part);
  }
}

static void *serve(void *argument) {
  member *m = argument;
  zc_crew *crew = m->crew;
  unsigned long done = 0;
  pthread_mutex_lock(&crew->lock);
  for (;;) {
    while (crew->job == done && !crew->is_over)
      pthread_cond_wait(&crew->called, &crew->lock);
    if (crew->is_over)
      break;
    done = crew->job;
    pthread_mutex_unlock(&crew->lock);
    take_parts(crew, m->number);
    pthread_mutex_lock(&crew->lock);
    if (--crew->at_work == 0)
      pthread_cond_signal(&crew->finished);
  }
  pthread_mutex_unlock(&crew->lock);
  return NULL;
}

static uint32_t cores(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? (uint32_t)CPU_COUNT(&set) : 1;
}

zc_crew *zc_crew_new(uint32_t workers) {
  workers = workers ? workers : cores();
  workers = workers > MOST_WORKERS ? MOST_WORKERS : workers;
  zc_crew *crew = zc_calloc(1, sizeof *crew);
  member *members = zc_calloc(workers, sizeof *members);
  if (!crew || !members) {
    zc_free(crew);
    zc_free(members);
    return NULL;
  }
  crew->members = members;
  pthread_mutex_init(&crew->lock, NULL);
  pthread_cond_init(&crew->called, NULL);
  pthread_cond_init(&crew->finished, NULL);
  while (crew->count + 1 < workers) {
    member *m = &members[crew->count];
    *m = (member){.crew = crew, .number = crew->count + 1};
    if (pthread_create(&m->thread, NULL, serve, m) != 0)
      break;
    crew->count++;
  }
  return crew;
}

void zc_crew_free(zc_crew *crew) {
  if (!crew)
    return;
  pthread_mutex_lock(&crew->lock);
  crew->is_over = 1;
  pthread_cond_broadcast(&crew->called);
  pthread_mutex_unlock(&crew->lock);
  for (uint32_t i = 0; i < crew->count; i++)
    pthread_join(crew->members[i].thread, NULL);
  pthread_cond_destroy(&crew->called);
  pthread_cond_destroy(&crew->finished);
  pthread_mutex_destroy(&crew->lock);
  zc_free(crew->members);
  zc_free(crew);
}

uint32_t zc_crew_size(const zc_crew *crew) {
  return crew->count + 1;
}

void zc_crew_run(zc_crew *crew, zc_crew_work *work, void *context, size_t parts) {
  pthread_mutex_lock(&crew->lock);
  crew->work = work;
  crew->context = context;
  crew->parts = parts;
  atomic_store_explicit(&crew->next, 0, memory_order_relaxed);
  crew->job++;
  crew->at_work = crew->count;
  pthread_cond_broadcast(&crew->called);
  pthread_mutex_unlock(&crew->lock);
  take_parts(crew, 0);
  pthread_mutex_lock(&crew->lock);
  while (crew->at_work)
    pthread_cond_wait(&crew->finished, &crew->lock);
  pthread_mutex_unlock(&crew->lock);
}
