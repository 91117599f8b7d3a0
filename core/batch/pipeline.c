/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/pipeline.h"

#include "base/assert.h"
#include "base/memory.h"

#include <pthread.h>

typedef enum slot_state { SLOT_FREE, SLOT_FULL, SLOT_BUSY, SLOT_DONE } slot_state;

typedef struct slot {
  zc_batch_job job;
  slot_state state;
} slot;

/* Slots are filled and given back in turn, so the order of the file is that of the ring. */
struct zc_pipeline {
  const zc_batch *batch;
  zc_input *input;
  slot *slots;
  uint32_t count;
  uint32_t fill, work, give; /* the next slot to be filled, worked on, given back */
  int has_given;             /* slot number `give` is with the caller */
  int has_ended, is_closing;
  int is_over; /* the data ended within the chunk that was given last */
  zc_batch_worker **workers;
  struct thread *threads;
  uint32_t worker_count, thread_count;
  pthread_mutex_t lock;
  pthread_cond_t filled, done;
};

/* A thread and what it works with. */
typedef struct thread {
  zc_pipeline *pipeline;
  zc_batch_worker *worker;
  pthread_t id;
} thread;

static void *work(void *context) {
  thread *own = context;
  zc_pipeline *p = own->pipeline;
  pthread_mutex_lock(&p->lock);
  while (!p->is_closing) {
    slot *s = &p->slots[p->work];
    if (s->state != SLOT_FULL) {
      pthread_cond_wait(&p->filled, &p->lock);
      continue;
    }
    s->state = SLOT_BUSY;
    p->work = (p->work + 1) % p->count;
    pthread_mutex_unlock(&p->lock);
    zc_batch_worker_run(own->worker, &s->job);
    pthread_mutex_lock(&p->lock);
    ZC_ASSERT(s->state == SLOT_BUSY);
    s->state = SLOT_DONE;
    pthread_cond_signal(&p->done);
  }
  pthread_mutex_unlock(&p->lock);
  return NULL;
}

static int make_parts(zc_pipeline *p, uint32_t threads) {
  p->count = threads > 1 ? 2 * threads + 2 : 1;
  p->slots = zc_calloc(p->count, sizeof *p->slots);
  p->workers = zc_calloc(threads, sizeof(zc_batch_worker *));
  p->threads = zc_calloc(threads, sizeof *p->threads);
  if (!p->slots || !p->workers || !p->threads)
    return -1;
  for (uint32_t i = 0; i < p->count; i++)
    if (zc_batch_job_make(&p->slots[i].job, p->batch) != ZC_OK)
      return -1;
  for (; p->worker_count < threads; p->worker_count++) {
    p->workers[p->worker_count] = zc_batch_worker_new(p->batch);
    if (!p->workers[p->worker_count])
      return -1;
  }
  for (; threads > 1 && p->thread_count < threads; p->thread_count++) {
    thread *t = &p->threads[p->thread_count];
    t->pipeline = p;
    t->worker = p->workers[p->thread_count];
    if (pthread_create(&t->id, NULL, work, t) != 0)
      return -1;
  }
  return 0;
}

zc_pipeline *zc_pipeline_new(const zc_batch *batch, zc_input *input, uint32_t threads) {
  zc_pipeline *p = zc_calloc(1, sizeof *p);
  if (!p)
    return NULL;
  p->batch = batch;
  p->input = input;
  pthread_mutex_init(&p->lock, NULL);
  pthread_cond_init(&p->filled, NULL);
  pthread_cond_init(&p->done, NULL);
  if (make_parts(p, threads) != 0) {
    zc_pipeline_free(p);
    return NULL;
  }
  return p;
}

void zc_pipeline_free(zc_pipeline *p) {
  if (!p)
    return;
  pthread_mutex_lock(&p->lock);
  p->is_closing = 1;
  pthread_cond_broadcast(&p->filled);
  pthread_mutex_unlock(&p->lock);
  for (uint32_t i = 0; i < p->thread_count; i++)
    pthread_join(p->threads[i].id, NULL);
  for (uint32_t i = 0; i < p->worker_count; i++)
    zc_batch_worker_free(p->workers[i]);
  for (uint32_t i = 0; p->slots && i < p->count; i++)
    zc_batch_job_free(&p->slots[i].job);
  zc_free(p->slots);
  zc_free(p->workers);
  zc_free(p->threads);
  pthread_cond_destroy(&p->filled);
  pthread_cond_destroy(&p->done);
  pthread_mutex_destroy(&p->lock);
  zc_free(p);
}

/* Fills all slots that are free. A slot that is free is touched by nobody else. */
static zc_status fill_slots(zc_pipeline *p, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  while (status == ZC_OK && !p->has_ended) {
    slot *s = &p->slots[p->fill];
    pthread_mutex_lock(&p->lock);
    int is_free = s->state == SLOT_FREE;
    pthread_mutex_unlock(&p->lock);
    if (!is_free)
      break;
    ZC_ASSERT(!p->has_given || p->fill != p->give);
    status = zc_input_next(p->input, &s->job, diag);
    p->has_ended = s->job.length == 0;
    if (status != ZC_OK || p->has_ended)
      break;
    pthread_mutex_lock(&p->lock);
    s->state = SLOT_FULL;
    p->fill = (p->fill + 1) % p->count;
    pthread_cond_signal(&p->filled);
    pthread_mutex_unlock(&p->lock);
  }
  return status;
}

static void take_back(zc_pipeline *p) {
  if (p->has_given) {
    pthread_mutex_lock(&p->lock);
    ZC_ASSERT(p->slots[p->give].state == SLOT_DONE);
    p->slots[p->give].state = SLOT_FREE;
    pthread_mutex_unlock(&p->lock);
    p->give = (p->give + 1) % p->count;
    p->has_given = 0;
  }
}

zc_status zc_pipeline_next(zc_pipeline *p, zc_batch_job **job, zc_diagnostics *diag) {
  *job = NULL;
  if (p->is_over)
    return ZC_OK;
  take_back(p);
  zc_status status = fill_slots(p, diag);
  slot *s = &p->slots[p->give];
  if (status != ZC_OK)
    return status;
  if (p->thread_count == 0 && s->state == SLOT_FULL) {
    zc_batch_worker_run(p->workers[0], &s->job);
    s->state = SLOT_DONE;
  }
  pthread_mutex_lock(&p->lock);
  while (s->state == SLOT_FULL || s->state == SLOT_BUSY)
    pthread_cond_wait(&p->done, &p->lock);
  p->has_given = s->state == SLOT_DONE;
  pthread_mutex_unlock(&p->lock);
  if (!p->has_given)
    return ZC_OK;
  *job = &s->job;
  p->is_over = s->job.has_ended;
  return s->job.status == ZC_OK ? ZC_OK : zc_report_memory(diag);
}
