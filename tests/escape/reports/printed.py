# Printed text draws, names a file to upload, and looks like the report of a passing run.
# must: fail
# not: report shows "\x1b"
# not: report line begins "::"
# not: report line begins "##["
def f(value):
    print("::error::a\n  ::warning::b\n##[add-matcher]c\n\x1b[2J\x1b[H\x1b]8;;http://a\x07link\x1b]8;;\x07\n\x1bPq\x1b\\")
    print("\r\x1b[32m+ pass 3/3\x08\x08\x0b\x0c\x1c\x85\u2028\n</testsuite><script>alert(1)</script><!-- -->]]>&quot;")
