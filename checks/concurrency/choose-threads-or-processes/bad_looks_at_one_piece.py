def choose(job):
    if job["pieces"] < 2 or job["ms"] < 100:
        return "inline"
    if job["waits"]:
        return "threads" if job["blocking_library"] else "asyncio"
    if not job["gil"]:
        return "threads"
    if job["picklable"] and not job["shares"]:
        return "processes"
    return "inline"
