def run_jobs(jobs, log):
    results = []
    for name, job in jobs:
        result = None
        try:
            result = job()
        except Exception as error:  # noqa: BLE001
            log.append((name, error))
        if result:
            results.append((name, result))
    return results
