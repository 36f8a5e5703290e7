state = {}


def delays(first, limit):
    state["delay"] = min(first, limit)
    while True:
        yield state["delay"]
        state["delay"] = min(2 * state["delay"], limit)
