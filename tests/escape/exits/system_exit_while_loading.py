# The polite exit, while it is loaded.
# must: error
# not: next answer differs
import sys

sys.exit(0)
