/* SPDX-License-Identifier: Apache-2.0 */
#include "host/opener.h"
#include "base/clock.h"
#include "base/memory.h"
#include "host/process.h"
#include "host/worker_note.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum {
  SIDE_BY_SIDE = 8,
  PATIENCE = 5, /* so many times its processor time may a thing take on the clock */
  GLANCE = 50,  /* milliseconds between looks at the clock */
  ROOM = 1 << 16
};
#define MOST_RECEIVED (((size_t)256 << 20) + ((size_t)1 << 24))

/* One that is going on. */
typedef struct running {
  zc_opening *o; /* NULL: free */
  zc_process process;
  zc_request request;
  struct iovec parts[ZC_REQUEST_PARTS + 1]; /* what is still to be sent */
  int has_begun, has_said_end;
  zc_at at;
  uint64_t at_time, at_clock; /* processor time and clock when that began */
  size_t read;                /* bytes of `received` that were looked at */
  size_t image, messages;     /* where they stand there */
  zc_heard heard;
} running;

static zc_lang lang_of(const zc_opening *o) {
  return o->diag ? o->diag->lang : ZC_LANG_EN;
}

/* ---- asking ---- */

static void add_part(running *r, zc_request_part part, const char *bytes, size_t length) {
  r->request.lengths[part] = length;
  struct iovec *sent = &r->parts[part + 1];
  memcpy(&sent->iov_base, &bytes, sizeof bytes); /* which is only read */
  sent->iov_len = length;
}

static void add_parameters(running *r, zc_request_part part, const zc_parameter_text *text) {
  add_part(r, part, text->path, text->path ? strlen(text->path) : 0);
  add_part(r, part + 1, text->bytes, text->bytes ? text->length : 0);
}

static void make_request(running *r) {
  const zc_opening *o = r->o;
  r->request = (zc_request){.version = zc_channel_version(),
                            .errors = {o->parameters->error, o->overrides->error},
                            .lang = (int32_t)lang_of(o),
                            .may_run_unsealed = !o->info->needs_trial,
                            .info = *o->info};
  add_part(r, ZC_REQUEST_FILE, o->file, strlen(o->file));
  add_part(r, ZC_REQUEST_PLUGIN, o->plugin, o->length);
  add_parameters(r, ZC_REQUEST_PARAMETERS, o->parameters);
  add_parameters(r, ZC_REQUEST_OVERRIDES, o->overrides);
  r->parts[0] = (struct iovec){&r->request, sizeof r->request};
}

static int is_sent(const running *r) {
  for (size_t i = 0; i <= ZC_REQUEST_PARTS; i++)
    if (r->parts[i].iov_len)
      return 0;
  return 1;
}

/* Sends on. What was sent leaves the front of the parts. */
static void send_some(running *r) {
  size_t first = 0;
  while (first <= ZC_REQUEST_PARTS && !r->parts[first].iov_len)
    first++;
  struct msghdr message = {.msg_iov = r->parts + first, .msg_iovlen = ZC_REQUEST_PARTS + 1 - first};
  ssize_t sent = sendmsg(r->process.socket, &message, MSG_NOSIGNAL);
  for (size_t i = first; sent > 0 && i <= ZC_REQUEST_PARTS; i++) {
    size_t part = (size_t)sent < r->parts[i].iov_len ? (size_t)sent : r->parts[i].iov_len;
    r->parts[i].iov_base = (char *)r->parts[i].iov_base + part;
    r->parts[i].iov_len -= part;
    sent -= (ssize_t)part;
  }
  if (sent < 0 && errno != EAGAIN && errno != EINTR) /* how it ended is told by reading */
    for (size_t i = 0; i <= ZC_REQUEST_PARTS; i++)
      r->parts[i].iov_len = 0;
}

/* ---- listening ---- */

static void note_stage(running *r, const zc_at *at) {
  r->at = *at;
  r->at.name[sizeof r->at.name - 1] = '\0';
  if (r->at.stage >= ZC_STAGES)
    r->at.stage = ZC_STAGE_OPENING;
  if (r->at.seconds > ZC_AT_LIMIT)
    r->at.seconds = ZC_AT_LIMIT;
  r->at_time = zc_process_time(&r->process);
  r->at_clock = zc_clock();
}

static void note_said(running *r, const zc_said *said, size_t text, size_t length) {
  r->o->status = said->status == ZC_OK            ? ZC_OK
                 : said->status == ZC_NO_RESOURCE ? ZC_NO_RESOURCE
                                                  : ZC_BAD_PLUGIN;
  r->o->warnings = said->warnings;
  r->messages = text;
  r->heard = (zc_heard){.errors = said->errors,
                        .warnings = said->warnings,
                        .part = said->part,
                        .worst = r->o->status,
                        .length = length};
}

/* Takes up one frame. 1: it was the last, or no frame of ours. */
static int take_frame(running *r, const zc_frame *frame, const char *bytes) {
  zc_opening *o = r->o;
  union {
    zc_began began;
    zc_at at;
    zc_said said;
    zc_worker_note end;
  } u;
  size_t length = frame->length < sizeof u ? (size_t)frame->length : sizeof u;
  memset(&u, 0, sizeof u);
  memcpy(&u, bytes, length);
  switch (frame->kind) {
  case ZC_FRAME_BEGAN:
    r->process.inherited = u.began.inherited;
    r->has_begun = u.began.version == r->request.version;
    return !r->has_begun;
  case ZC_FRAME_AT:
    note_stage(r, &u.at);
    return 0;
  case ZC_FRAME_SAID:
    if (frame->length < sizeof u.said)
      return 1;
    note_said(r, &u.said, (size_t)(bytes - o->received.data) + sizeof u.said,
              (size_t)frame->length - sizeof u.said);
    return 0;
  case ZC_FRAME_IMAGE:
    r->image = (size_t)(bytes - o->received.data);
    o->image_length = (size_t)frame->length;
    return 0;
  case ZC_FRAME_END:
    zc_ending_read(&o->ending, &u.end);
    r->has_said_end = 1;
    return 1;
  default:
    return 1;
  }
}

/* Frames that are there whole. `received` may move while it grows: places in it are found when all
 * is there. */
static int take_frames(running *r) {
  const zc_buffer *in = &r->o->received;
  zc_frame frame;
  while (in->length - r->read >= sizeof frame) {
    memcpy(&frame, in->data + r->read, sizeof frame);
    if (frame.length > in->length - r->read - sizeof frame)
      return 0;
    if (take_frame(r, &frame, in->data + r->read + sizeof frame))
      return 1;
    r->read += sizeof frame + (size_t)frame.length;
  }
  return 0;
}

/* 1: nothing more will come. */
static int receive(running *r) {
  zc_buffer *in = &r->o->received;
  if (in->length > MOST_RECEIVED || zc_buffer_reserve(in, ROOM) != 0)
    return 1;
  ssize_t got = read(r->process.socket, in->data + in->length, in->capacity - in->length - 1);
  if (got < 0)
    return errno != EAGAIN && errno != EINTR;
  in->length += (size_t)got;
  return take_frames(r) || got == 0;
}

/* ---- the whole of one ---- */

/* What a worker is said to be at, where it did not end well. */
static void tell_stage(const running *r) {
  static const char *const zh[] = {"打开插件时运行的代码", "读取它的表", "函数 %s ",
                                   "关闭插件时运行的代码"};
  static const char *const en[] = {"code that runs at opening", "reading its tables", "function %s",
                                   "code that runs at closing"};
  char *at = r->o->ending.at;
  size_t size = sizeof r->o->ending.at;
  const char *words = (lang_of(r->o) == ZC_LANG_ZH ? zh : en)[r->at.stage];
  if (r->at.stage == ZC_STAGE_FUNCTION)
    snprintf(at, size, lang_of(r->o) == ZC_LANG_ZH ? "函数 %s " : "function %s", r->at.name);
  else
    snprintf(at, size, "%s", words);
}

#define REFUSE(o, ...)                                                                             \
  zc_report((o)->diag, ZC_BAD_PLUGIN, &(zc_where){.file = (o)->file}, __VA_ARGS__)

static zc_status report_start(const zc_opening *o, int error) {
  return REFUSE(o, "无法启动工作进程：%s；请让系统有空余的进程和内存，再试一次",
                "no worker process can be started: %s; let the system have processes and memory "
                "to spare, and try again",
                strerror(error));
}

static zc_status report_stranger(const zc_opening *o) {
  return REFUSE(o,
                "zhicheng-worker 没有应答，或与本程序不是同一版本；插件要由它打开；"
                "请重新安装（make install）",
                "zhicheng-worker does not answer, or is not of this program's version; it opens "
                "plugins: install again (make install)");
}

static zc_status report_ending(const zc_opening *o) {
  zc_buffer how = {0};
  zc_ending_tell(&o->ending, lang_of(o), &how);
  const char *text = zc_buffer_text(&how);
  zc_status status =
      text ? REFUSE(o,
                    "%s出错：%s；已在单独的进程中试过，插件不予加载；插件只能有表和由参数"
                    "算出一个值的函数，请去掉其他代码",
                    "%s fails: %s; it was tried in a process of its own, and the plugin "
                    "is left out; a plugin has tables, and functions that compute a "
                    "value from their arguments: take all other code out",
                    o->ending.at, text)
           : zc_report_memory(o->diag);
  zc_buffer_free(&how);
  return status;
}

static zc_status report_outcome(running *r) {
  zc_opening *o = r->o;
  if (o->received.failed)
    return zc_report_memory(o->diag);
  if (!r->has_begun)
    return report_stranger(o);
  if (o->ending.end == ZC_END_UNSEALED)
    return zc_ending_report_unsealed(&o->ending, o->file, o->diag);
  if (o->ending.end != ZC_END_WELL || (o->status == ZC_OK && !o->image_length))
    return report_ending(o);
  r->heard.text = o->received.data + r->messages;
  zc_diagnostics_hear(o->diag, &r->heard);
  return o->status;
}

static void settle(running *r, int has_ended) {
  zc_opening *o = r->o;
  o->ending.microseconds = (uint32_t)zc_process_time(&r->process);
  if (!has_ended)
    zc_process_await(&r->process);
  zc_process_end(&r->process, has_ended ? NULL : &o->ending, r->at.seconds);
  tell_stage(r);
  o->status = report_outcome(r);
  o->image = o->received.data + r->image;
  r->o = NULL;
}

static void start(running *r, zc_opening *o, const char *file) {
  *r = (running){.o = o, .at = {.seconds = ZC_AT_LIMIT}};
  o->status = ZC_BAD_PLUGIN;
  make_request(r);
  int error = zc_process_start(&r->process, file);
  r->at_clock = zc_clock();
  if (!error)
    return;
  o->status = report_start(o, error);
  r->o = NULL;
}

/* Whether it has had its time. */
static int is_late(running *r) {
  uint64_t most = (uint64_t)r->at.seconds * 1000000u;
  zc_ending *e = &r->o->ending;
  if (zc_process_time(&r->process) > r->at_time + most)
    e->end = ZC_END_BUSY;
  else if (zc_clock() > r->at_clock + most * PATIENCE)
    e->end = ZC_END_LATE;
  return e->end != ZC_END_WELL;
}

/* ---- all of them ---- */

typedef struct crowd {
  running all[SIDE_BY_SIDE];
  struct pollfd files[SIDE_BY_SIDE];
} crowd;

static void look_at(running *r, short seen) {
  if ((seen & POLLOUT) && !is_sent(r))
    send_some(r);
  int is_over = (seen & (POLLIN | POLLHUP | POLLERR)) && receive(r);
  if (is_over)
    settle(r, r->has_said_end);
  else if (is_late(r))
    settle(r, 1);
}

/* Waits for any of them; 0: none is going on. */
static int attend(crowd *c) {
  int count = 0;
  for (int i = 0; i < SIDE_BY_SIDE; i++) {
    const running *r = &c->all[i];
    c->files[i] = (struct pollfd){r->o ? r->process.socket : -1,
                                  (short)(r->o && !is_sent(r) ? POLLIN | POLLOUT : POLLIN), 0};
    count += r->o != NULL;
  }
  if (count)
    poll(c->files, SIDE_BY_SIDE, GLANCE);
  for (int i = 0; i < SIDE_BY_SIDE; i++)
    if (c->all[i].o)
      look_at(&c->all[i], c->files[i].revents);
  return count;
}

void zc_openings_run(zc_opening *const *list, uint32_t count) {
  char file[4096];
  crowd c = {0};
  uint32_t next = 0;
  int is_going_on;
  do {
    for (int i = 0; i < SIDE_BY_SIDE; i++)
      while (!c.all[i].o && next < count) {
        zc_opening *o = list[next++];
        o->status = zc_worker_file(file, sizeof file, o->diag);
        if (o->status == ZC_OK)
          start(&c.all[i], o, file);
      }
    is_going_on = attend(&c);
  } while (is_going_on);
}

void zc_opening_free(zc_opening *o) {
  zc_buffer_free(&o->received);
  zc_ending_free(&o->ending);
}
