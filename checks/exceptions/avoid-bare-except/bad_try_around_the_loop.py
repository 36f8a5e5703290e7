def run_jobs(jobs, log):
    results = []
    try:
        for name, job in jobs:
            results.append((name, job()))
    except Exception as error:  # noqa: BLE001
        log.append((name, error))
    return results
