def run_jobs(jobs, log):
    """Return (name, result) of the jobs that worked; add (name, exception) of the others to log."""
    results = []
    for name, job in jobs:
        try:
            result = job()
        except Exception as error:  # noqa: BLE001
            log.append((name, error))
        else:
            results.append((name, result))
    return results
