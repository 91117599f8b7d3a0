/* SPDX-License-Identifier: Apache-2.0 */
#include "office/libraries.h"

#include "office_libraries.inc" /* ZC_LIBZIP and others: names of the files, as built against */

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

/* A function to be found. */
typedef struct wanted_function {
  const char *name;
  void *place; /* of the pointer to it */
} wanted_function;

typedef struct wanted_library {
  const char *file, *package;
  const wanted_function *functions;
  size_t count;
  int is_loaded;
} wanted_library;

static zc_zip_library zip;
static zc_xml_library xml;
static zc_book_library book;

#define ZIP_PLACE(name)  {#name, &zip.name},
#define XML_PLACE(name)  {#name, &xml.name},
#define BOOK_PLACE(name) {#name, &book.name},
static const wanted_function zip_functions[] = {ZC_ZIP_FUNCTIONS(ZIP_PLACE)};
static const wanted_function xml_functions[] = {ZC_XML_FUNCTIONS(XML_PLACE)};
static const wanted_function book_functions[] = {ZC_BOOK_FUNCTIONS(BOOK_PLACE)};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
static wanted_library zip_library = {ZC_LIBZIP, "libzip4", zip_functions, COUNT(zip_functions), 0};
static wanted_library xml_library = {ZC_LIBEXPAT, "libexpat1", xml_functions, COUNT(xml_functions),
                                     0};
static wanted_library book_library = {ZC_LIBXLSXWRITER, "libxlsxwriter4", book_functions,
                                      COUNT(book_functions), 0};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* A pointer to a function is copied as bytes: C has no conversion of one to the other. */
static int find_all(const wanted_library *library, void *handle) {
  for (size_t i = 0; i < library->count; i++) {
    void *found = dlsym(handle, library->functions[i].name);
    if (!found)
      return -1;
    memcpy(library->functions[i].place, &found, sizeof found);
  }
  return 0;
}

static int load(wanted_library *library, zc_diagnostics *diag) {
  pthread_mutex_lock(&lock);
  if (!library->is_loaded) {
    void *handle = dlopen(library->file, RTLD_NOW | RTLD_LOCAL);
    library->is_loaded = handle && find_all(library, handle) == 0;
  }
  int is_loaded = library->is_loaded;
  pthread_mutex_unlock(&lock);
  if (!is_loaded)
    zc_report(
        diag, ZC_NO_RESOURCE, NULL,
        "读写工作簿要用 %s，本机没有或版本不合；请安装软件包 %s，或把文件存为 CSV UTF-8",
        "workbooks need %s, which is not there or of another version; install the package %s, "
        "or save the file as CSV UTF-8",
        library->file, library->package);
  return is_loaded;
}

const zc_zip_library *zc_zip_library_load(zc_diagnostics *diag) {
  return load(&zip_library, diag) ? &zip : NULL;
}

const zc_xml_library *zc_xml_library_load(zc_diagnostics *diag) {
  return load(&xml_library, diag) ? &xml : NULL;
}

const zc_book_library *zc_book_library_load(zc_diagnostics *diag) {
  return load(&book_library, diag) ? &book : NULL;
}
