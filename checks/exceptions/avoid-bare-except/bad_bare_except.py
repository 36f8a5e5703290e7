import sys


def run_jobs(jobs, log):
    results = []
    for name, job in jobs:
        try:
            results.append((name, job()))
        except:  # noqa: E722
            log.append((name, sys.exc_info()[1]))
    return results
