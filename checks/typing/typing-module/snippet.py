from typing import Final, NewType, Optional, Union, cast, get_args, get_origin

UserId = NewType("UserId", int)
LIMIT: Final = 1
LIMIT = 2
print(LIMIT)
print(repr(cast(int, "7")))
print(type(UserId(7)).__name__, repr(UserId("8")))
print(Optional[int] == Union[int, None] == (int | None))
print(get_origin(dict[str, int]).__name__, len(get_args(Optional[int])))
print(isinstance(None, Optional[int]))
try:
    print(isinstance([7], list[int]))
except TypeError:
    print("TypeError")
