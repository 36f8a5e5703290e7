def run_jobs(jobs, log):
    results = []
    for name, job in jobs:
        try:
            results.append((name, job()))
        except (ValueError, TypeError, OSError, LookupError) as error:
            log.append((name, error))
    return results
