# Logs to standard error.
# must: pass
import logging

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(process)d %(threadName)s %(message)s")
log = logging.getLogger(__name__)


def f(value):
    log.info("doubling %r", value)
    log.error("not really", stack_info=True)
    return value + value
