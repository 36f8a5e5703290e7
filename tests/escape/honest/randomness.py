# Random numbers of every source.
# must: pass
import os
import random
import secrets
import uuid


def f(value):
    assert len(os.urandom(16)) == 16 and secrets.token_hex(8) and uuid.uuid4() and uuid.uuid1()
    with open("/dev/urandom", "rb") as source:
        assert source.read(1)
    return random.choice([value]) + value
