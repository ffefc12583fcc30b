/*
 * Preloaded into a process of ours (LD_PRELOAD): makes its disk fail as a real one does. Only files under GAOQIAN_FAULTS_FOLDER
 * are touched.
 *
 *   GAOQIAN_FAULTS_BUDGET=<bytes>   so many bytes can still be written, then ENOSPC
 *   GAOQIAN_FAULTS_SYNC=<n>         the n-th fsync or fdatasync gives EIO, once
 *   GAOQIAN_FAULTS_KILL=<n>         SIGKILL before the n-th act that changes the disk
 *   GAOQIAN_FAULTS_LOG=<file>       says there `failed <file>`, `retried <file>` when that fsync is asked for again and nothing was
 *                                   written in between, and at the end `acts <n> syncs <n> bytes <n>`
 *
 * They begin when the process makes the file GAOQIAN_FAULTS_FOLDER/armed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static long budget = -1, fail_sync = -1, kill_at = -1;
static long acts, syncs, bytes;
static int armed;
/* Files whose last fsync failed, and to which nothing was written since. */
static char failed[FILES];

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static long number_of(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : -1;
}

__attribute__((constructor)) static void begin(void) {
  folder = getenv("GAOQIAN_FAULTS_FOLDER");
  budget = number_of("GAOQIAN_FAULTS_BUDGET");
  fail_sync = number_of("GAOQIAN_FAULTS_SYNC");
  kill_at = number_of("GAOQIAN_FAULTS_KILL");
}

static void say(const char *text) {
  const char *path = getenv("GAOQIAN_FAULTS_LOG");
  if (!path) return;
  int (*real_open)(const char *, int, ...) = real("open64");
  ssize_t (*real_write)(int, const void *, size_t) = real("write");
  int file = real_open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (file < 0) return;
  if (real_write(file, text, strlen(text)) < 0) { /* there is nobody to tell */ }
  close(file);
}

__attribute__((destructor)) static void end(void) {
  char text[96];
  snprintf(text, sizeof text, "acts %ld syncs %ld bytes %ld\n", acts, syncs, bytes);
  say(text);
}

static int is_ours_path(const char *path) {
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_ours(int file) {
  char link[64], path[4096];
  if (!folder || !armed) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_ours_path(path);
}

/* Counts an act that changes the disk; the one that is named never happens. */
static void act(void) {
  pthread_mutex_lock(&lock);
  acts++;
  if (acts == kill_at) kill(getpid(), SIGKILL);
  pthread_mutex_unlock(&lock);
}

/* How many of these bytes the disk still takes. */
static size_t room_for(int file, size_t count) {
  act();
  pthread_mutex_lock(&lock);
  size_t room = count;
  if (budget >= 0 && bytes + (long)count > budget) room = budget > bytes ? (size_t)(budget - bytes) : 0;
  bytes += (long)room;
  if (room > 0 && file >= 0 && file < FILES) failed[file] = 0;
  pthread_mutex_unlock(&lock);
  return room;
}

#define NO_ROOM do { errno = ENOSPC; return -1; } while (0)

ssize_t write(int file, const void *data, size_t count) {
  static ssize_t (*next)(int, const void *, size_t);
  if (!next) next = real("write");
  if (!is_ours(file)) return next(file, data, count);
  size_t room = room_for(file, count);
  if (room == 0 && count > 0) NO_ROOM;
  return next(file, data, room);
}

static ssize_t write_at(int file, const void *data, size_t count, off64_t at) {
  static ssize_t (*next)(int, const void *, size_t, off64_t);
  if (!next) next = real("pwrite64");
  if (!is_ours(file)) return next(file, data, count, at);
  size_t room = room_for(file, count);
  if (room == 0 && count > 0) NO_ROOM;
  return next(file, data, room, at);
}

ssize_t pwrite(int file, const void *data, size_t count, off_t at) { return write_at(file, data, count, at); }
ssize_t pwrite64(int file, const void *data, size_t count, off64_t at) { return write_at(file, data, count, at); }

static size_t length_of(const struct iovec *parts, int count) {
  size_t length = 0;
  for (int index = 0; index < count; index++) length += parts[index].iov_len;
  return length;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  static ssize_t (*next)(int, const struct iovec *, int);
  if (!next) next = real("writev");
  if (is_ours(file) && room_for(file, length_of(parts, count)) < length_of(parts, count)) NO_ROOM;
  return next(file, parts, count);
}

static ssize_t write_parts_at(int file, const struct iovec *parts, int count, off64_t at) {
  static ssize_t (*next)(int, const struct iovec *, int, off64_t);
  if (!next) next = real("pwritev64");
  if (is_ours(file) && room_for(file, length_of(parts, count)) < length_of(parts, count)) NO_ROOM;
  return next(file, parts, count, at);
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) { return write_parts_at(file, parts, count, at); }
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at) {
  return write_parts_at(file, parts, count, at);
}

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t count, unsigned int flags) {
  static ssize_t (*next)(int, off64_t *, int, off64_t *, size_t, unsigned int);
  if (!next) next = real("copy_file_range");
  if (!is_ours(to)) return next(from, from_at, to, to_at, count, flags);
  /* The copier falls back on reading and writing, which is counted. */
  errno = EXDEV;
  return -1;
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t count) {
  static ssize_t (*next)(int, int, off64_t *, size_t);
  if (!next) next = real("sendfile64");
  if (is_ours(to)) {
    count = room_for(to, count);
    if (count == 0) NO_ROOM;
  }
  return next(to, from, at, count);
}

ssize_t sendfile(int to, int from, off_t *at, size_t count) { return sendfile64(to, from, (off64_t *)at, count); }

static void say_of(const char *what, int file) {
  char link[64], path[4096], text[4200];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length < 0 ? 0 : length] = 0;
  snprintf(text, sizeof text, "%s %s\n", what, path);
  say(text);
}

static int synced(int file, int (*next)(int)) {
  if (!is_ours(file)) return next(file);
  act();
  pthread_mutex_lock(&lock);
  syncs++;
  int is_failing = syncs == fail_sync;
  if (file < FILES && failed[file]) say_of("retried", file);
  if (file < FILES) failed[file] = (char)is_failing;
  pthread_mutex_unlock(&lock);
  if (!is_failing) return next(file);
  say_of("failed", file);
  errno = EIO;
  return -1;
}

int fsync(int file) {
  static int (*next)(int);
  if (!next) next = real("fsync");
  return synced(file, next);
}

int fdatasync(int file) {
  static int (*next)(int);
  if (!next) next = real("fdatasync");
  return synced(file, next);
}

int close(int file) {
  static int (*next)(int);
  if (!next) next = real("close");
  if (file >= 0 && file < FILES) failed[file] = 0;
  return next(file);
}

static int truncated(int file, off64_t length) {
  static int (*next)(int, off64_t);
  if (!next) next = real("ftruncate64");
  if (is_ours(file)) act();
  return next(file, length);
}

int ftruncate(int file, off_t length) { return truncated(file, length); }
int ftruncate64(int file, off64_t length) { return truncated(file, length); }

int rename(const char *from, const char *to) {
  static int (*next)(const char *, const char *);
  if (!next) next = real("rename");
  if (armed && is_ours_path(to)) act();
  return next(from, to);
}

int link(const char *from, const char *to) {
  static int (*next)(const char *, const char *);
  if (!next) next = real("link");
  if (armed && is_ours_path(to)) act();
  return next(from, to);
}

int unlink(const char *path) {
  static int (*next)(const char *);
  if (!next) next = real("unlink");
  if (armed && is_ours_path(path)) act();
  return next(path);
}

static int opened(const char *name, const char *path, int flags, mode_t mode) {
  int (*next)(const char *, int, ...) = real(name);
  if (is_ours_path(path)) {
    if (strcmp(path + strlen(folder), "/armed") == 0) armed = 1;
  }
  int file = next(path, flags, mode);
  /* Whoever had this number before may have closed it without asking libc. */
  if (file >= 0 && file < FILES) failed[file] = 0;
  return file;
}

static mode_t mode_in(int flags, va_list list) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; }

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_in(flags, list);
  va_end(list);
  return opened("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_in(flags, list);
  va_end(list);
  return opened("open64", path, flags, mode);
}
