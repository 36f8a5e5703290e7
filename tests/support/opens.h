// Both forms of `open` that a program may call, in place of those of libc. Each goes to `open_one`, of whoever includes this:
//     static int open_one(const char *path, int flags, mode_t mode)

#include <fcntl.h>
#include <stdarg.h>
#include <sys/types.h>

static mode_t mode_of(int flags, va_list arguments) {
    return flags & (O_CREAT | __O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_one(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_one(path, flags | O_LARGEFILE, mode);
}
