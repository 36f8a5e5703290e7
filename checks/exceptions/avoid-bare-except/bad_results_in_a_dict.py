def run_jobs(jobs, log):
    results = {}
    for name, job in jobs:
        try:
            results[name] = job()
        except Exception as error:  # noqa: BLE001
            log.append((name, error))
    return list(results.items())
