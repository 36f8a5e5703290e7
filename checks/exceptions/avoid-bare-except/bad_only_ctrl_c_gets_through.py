def run_jobs(jobs, log):
    results = []
    for name, job in jobs:
        try:
            results.append((name, job()))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001
            log.append((name, error))
    return results
