def choose(job):
    if job["pieces"] < 2 or job["pieces"] * job["ms"] < 100:
        return "inline"
    if job["waits"]:
        return "threads" if job["blocking_library"] else "asyncio"
    if job["gil"] and job["picklable"] and not job["shares"]:
        return "processes"
    return "threads"
