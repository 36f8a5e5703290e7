// A clock that a test sets, for the real binary: loaded before libc (LD_PRELOAD), it stands between a process and three of its
// clocks, the one since boot, the one on the wall, and the coarse one that stands still while the machine sleeps; and it gives
// the machine another boot id. The monotonic clock, by which answers are judged, is left alone.
//
// `CLOCK_SHIM` names a file of three numbers, nanoseconds to be added to these clocks in this order. It is mapped: what the
// test writes holds at once. A file of the same name with `.boot` holds the boot id, once there is one.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL
#define BOOT_ID "/proc/sys/kernel/random/boot_id"

static const volatile int64_t *offsets;
static char boot_id[4096];

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("CLOCK_SHIM");
    if (!path)
        return;
    snprintf(boot_id, sizeof boot_id, "%s.boot", path);
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    void *map = mmap(NULL, 3 * sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    if (map != MAP_FAILED)
        offsets = map;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int code = (int)syscall(SYS_clock_gettime, clock, time);
    int which = clock == CLOCK_BOOTTIME ? 0 : clock == CLOCK_REALTIME ? 1 : clock == CLOCK_MONOTONIC_COARSE ? 2 : -1;
    if (code != 0 || !offsets || which < 0)
        return code;
    int64_t all = time->tv_sec * SECOND + time->tv_nsec + offsets[which];
    // A wall clock may stand before 1970: the nanoseconds still count upwards.
    int64_t rest = ((all % SECOND) + SECOND) % SECOND;
    time->tv_sec = (all - rest) / SECOND;
    time->tv_nsec = rest;
    return 0;
}

static int open_one(const char *path, int flags, mode_t mode) {
    if (offsets && strcmp(path, BOOT_ID) == 0 && access(boot_id, R_OK) == 0)
        path = boot_id;
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

#include "opens.h"
