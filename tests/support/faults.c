// A disk that fails when a test wants it to, for the real binary: loaded before libc (LD_PRELOAD), it counts the calls that
// change files below one folder, and at one of them it ends the process, writes half, reports an error, or sends a signal.
//
// `FAULT_SHIM` names a file of numbers that is mapped, so that a test can arm it at any moment: what is to happen, at which
// call first and last, the calls so far, and which kinds of calls count. `FAULT_UNDER` is the folder, without links in it.
// `FAULT_LOG`, if it is set, names a file to which each of these calls is told, and what is written to standard output.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum trouble { NOTHING, KILL, TEAR, FULL, BROKEN, INTERRUPT };
enum kind { WRITES = 1, SYNCS = 2, OTHERS = 4 };
enum told { WRITE = 1, SYNC = 2, TRUNCATE = 3, UNLINK = 4, CREATE = 5, SAID = 6 };

struct control {
    int64_t trouble, first, last, count, kinds;
};

static struct control *control;
static char under[4096];
static size_t under_length;
static int log_file = -1;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("FAULT_SHIM"), *folder = getenv("FAULT_UNDER"), *log = getenv("FAULT_LOG");
    if (!path || !folder)
        return;
    snprintf(under, sizeof under, "%s/", folder);
    under_length = strlen(under);
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    if (file < 0)
        return;
    void *map = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    if (log)
        log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (map != MAP_FAILED)
        control = map;
}

// Whether a path is below the folder, or the folder itself.
static int is_ours(const char *path) {
    return control && (strncmp(path, under, under_length) == 0
                       || (strlen(path) == under_length - 1 && strncmp(path, under, under_length - 1) == 0));
}

static int name_of(int file, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = control ? readlink(link, path, size - 1) : -1;
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_ours(path);
}

static void tell(enum told what, const char *path, int64_t offset, const void *bytes, int64_t length) {
    if (log_file < 0)
        return;
    int64_t head[4] = {what, (int64_t)strlen(path), offset, length};
    struct iovec parts[3] = {
        {head, sizeof head}, {(void *)path, strlen(path)}, {(void *)bytes, bytes ? (size_t)length : 0}};
    syscall(SYS_writev, log_file, parts, 3);
}

// What is to happen at this call: an error number, or -1 for half of it. Does not return where the process is to end.
static int64_t meet(enum kind kind) {
    if (!(control->kinds & kind))
        return 0;
    int64_t number = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
    if (control->trouble == NOTHING || number < control->first || number > control->last)
        return 0;
    switch (control->trouble) {
    case TEAR:
        if (kind == WRITES)
            return -1;
        // fall through
    case KILL:
        syscall(SYS_kill, getpid(), SIGKILL);
        for (;;)
            pause();
    case INTERRUPT:
        syscall(SYS_kill, getpid(), SIGINT);
        return 0;
    case FULL:
        return ENOSPC;
    default:
        return EIO;
    }
}

static int64_t fail(int64_t error) {
    errno = (int)error;
    return -1;
}

static ssize_t change(int file, const void *bytes, size_t length, off_t offset, int has_offset) {
    char path[4096];
    if (file == STDOUT_FILENO && control)
        tell(SAID, "", 0, bytes, (int64_t)length);
    if (!name_of(file, path, sizeof path))
        return has_offset ? syscall(SYS_pwrite64, file, bytes, length, offset)
                          : syscall(SYS_write, file, bytes, length);
    int64_t error = meet(WRITES);
    if (error > 0)
        return fail(error);
    size_t part = error < 0 ? length / 2 : length;
    if (!has_offset)
        offset = lseek(file, 0, SEEK_CUR);
    ssize_t done = has_offset ? syscall(SYS_pwrite64, file, bytes, part, offset) : syscall(SYS_write, file, bytes, part);
    if (error < 0) {
        syscall(SYS_kill, getpid(), SIGKILL);
        for (;;)
            pause();
    }
    tell(WRITE, path, offset, bytes, (int64_t)length);
    return done;
}

ssize_t write(int file, const void *bytes, size_t length) { return change(file, bytes, length, 0, 0); }

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
    return change(file, bytes, length, offset, 1);
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
    return change(file, bytes, length, offset, 1);
}

static int sync_with(long call, int file) {
    char path[4096];
    if (!name_of(file, path, sizeof path))
        return (int)syscall(call, file);
    int64_t error = meet(SYNCS);
    if (error > 0)
        return (int)fail(error);
    // What a test looks at is in the cache of the kernel: the disk itself need not be waited for.
    tell(SYNC, path, 0, NULL, 0);
    return 0;
}

int fsync(int file) { return sync_with(SYS_fsync, file); }

int fdatasync(int file) { return sync_with(SYS_fdatasync, file); }

static int cut(int file, off_t length) {
    char path[4096];
    if (name_of(file, path, sizeof path)) {
        int64_t error = meet(OTHERS);
        if (error > 0)
            return (int)fail(error);
        tell(TRUNCATE, path, 0, NULL, length);
    }
    return (int)syscall(SYS_ftruncate, file, length);
}

int ftruncate(int file, off_t length) { return cut(file, length); }

int ftruncate64(int file, off64_t length) { return cut(file, length); }

int unlink(const char *path) {
    if (is_ours(path)) {
        int64_t error = meet(OTHERS);
        if (error > 0)
            return (int)fail(error);
        tell(UNLINK, path, 0, NULL, 0);
    }
    return (int)syscall(SYS_unlink, path);
}

static int open_one(const char *path, int flags, mode_t mode) {
    if ((flags & O_CREAT) && is_ours(path) && access(path, F_OK) != 0) {
        int64_t error = meet(OTHERS);
        if (error > 0)
            return (int)fail(error);
        tell(CREATE, path, 0, NULL, 0);
    }
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

#include "opens.h"
