def run_jobs(jobs, log):
    results = []
    for name, job in jobs:
        try:
            results.append((name, job()))
        except Exception as error:  # noqa: BLE001
            log.append((name, str(error)))
    return results
