def run_jobs(jobs, log):
    """Return (name, result) of the jobs that worked; add (name, exception) of the others to log."""
