import dis
import io
import re


def globals_read(function):
    listing = io.StringIO()
    dis.dis(function, file=listing)
    return set(re.findall(r"LOAD_GLOBAL.*\((.*)\)", listing.getvalue()))
