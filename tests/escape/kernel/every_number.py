# Every number of a call with arguments that do no harm: whatever is not known must be refused.
# must: pass
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
# What ends the process by design, and what would end it or stop it by itself.
KILLED = {101, 103, 155, 161, 165, 166, 167, 168, 169, 175, 176, 246, 248, 249, 250, 298, 304, 308, 310, 311, 312, 313, 321, 323,
          425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 440, 442}
OWN = {0, 3, 7, 15, 22, 23, 34, 35, 56, 57, 58, 59, 60, 61, 62, 111, 128, 130, 200, 202, 219, 231, 232, 234, 247, 270, 271, 281, 335, 336, 436, 435}
# Calls that answers may make, and that succeed with these arguments.
MAY = {1, 2, 4, 5, 6, 8, 12, 16, 19, 20, 21, 24, 28, 32, 33, 36, 37, 38, 39, 63, 72, 74, 75, 79, 81, 95, 96, 97, 98, 99, 100, 102,
       104, 107, 108, 110, 115, 118, 120, 121, 124, 125, 127, 131, 140, 145, 158, 160, 186, 201, 204, 213, 218, 228, 229, 230, 257,
       273, 274, 284, 290, 291, 293, 295, 296, 302, 309, 318, 324, 332, 334, 9, 10, 11, 26, 27, 13, 14, 109, 157, 143, 78, 217}


def f(value):
    worked = []
    for number in range(0, 480):
        if number not in KILLED | OWN | MAY and libc.syscall(number, -1, 0, 0, 0, 0, 0) >= 0:
            worked.append(number)
    return worked or value + value
