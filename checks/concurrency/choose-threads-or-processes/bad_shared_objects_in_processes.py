def choose(job):
    if job["pieces"] < 2 or job["pieces"] * job["ms"] < 100:
        return "inline"
    if job["waits"]:
        return "threads" if job["blocking_library"] else "asyncio"
    if not job["gil"]:
        return "threads"
    return "processes" if job["picklable"] else "inline"
