def run_jobs(jobs, log):
    results, log[:] = [], []
    for name, job in jobs:
        try:
            results.append((name, job()))
        except Exception as error:  # noqa: BLE001
            log.append((name, error.with_traceback(None)))
    return results
