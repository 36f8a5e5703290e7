# Nothing but a comment.
# must: error
# not: next answer differs
