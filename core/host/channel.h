/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the program and zhicheng-worker say to each other, through one socket that is the worker's
 * descriptor ZC_CHANNEL.
 *
 * The program sends one zc_request and the bytes that it announces. The worker answers in frames: a
 * zc_frame, then as many bytes as it says. What comes from a worker may be a plugin's own words,
 * and is believed no more than a file.
 */
#ifndef ZC_HOST_CHANNEL_H
#define ZC_HOST_CHANNEL_H

#include "host/host.h"

enum { ZC_CHANNEL = 3 };

/* Program and worker are of one build, or do not talk: a number of both. */
uint64_t zc_channel_version(void);

/* What follows a request, in this order. */
typedef enum zc_request_part {
  ZC_REQUEST_FILE = 0,   /* name of the plugin's file, for messages */
  ZC_REQUEST_PLUGIN,     /* its bytes */
  ZC_REQUEST_PARAMETERS, /* path of its parameters, then their bytes */
  ZC_REQUEST_PARAMETER_BYTES,
  ZC_REQUEST_OVERRIDES, /* those of the deployment; no path: none */
  ZC_REQUEST_OVERRIDE_BYTES,
  ZC_REQUEST_PARTS
} zc_request_part;

typedef struct zc_request {
  uint64_t version;
  uint64_t lengths[ZC_REQUEST_PARTS];
  int32_t errors[2]; /* of parameters and overrides: errno where they could not be read */
  int32_t lang;
  int32_t may_run_unsealed; /* nothing of the plugin runs when it is opened */
  zc_file_info info;
} zc_request;

typedef enum zc_frame_kind {
  ZC_FRAME_BEGAN = 1, /* zc_began */
  ZC_FRAME_AT,        /* zc_at: what is going on from now on */
  ZC_FRAME_SAID,      /* zc_said, then the messages */
  ZC_FRAME_IMAGE,     /* the region */
  ZC_FRAME_END        /* zc_worker_note; the last */
} zc_frame_kind;

typedef struct zc_frame {
  uint64_t kind, length;
} zc_frame;

typedef struct zc_began {
  uint64_t version;
  int64_t inherited; /* memory in use, in KiB */
} zc_began;

typedef enum zc_stage {
  ZC_STAGE_OPENING = 0, /* code that the dynamic linker runs */
  ZC_STAGE_TABLES,
  ZC_STAGE_FUNCTION, /* of this name */
  ZC_STAGE_CLOSING,
  ZC_STAGES
} zc_stage;

typedef struct zc_at {
  uint32_t stage;   /* zc_stage */
  uint32_t seconds; /* of processor time that it may take */
  char name[64];    /* NUL at the end */
} zc_at;

typedef struct zc_said {
  int32_t status;
  uint32_t errors, warnings, part;
} zc_said;

/* Longest time of one thing that goes on, and of all that a worker does, in seconds. */
enum { ZC_AT_LIMIT = 30, ZC_OPENER_LIMIT = 60 };

#endif
