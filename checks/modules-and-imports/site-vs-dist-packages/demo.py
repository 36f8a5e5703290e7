"""Where do packages go, and does the name of the folder matter?"""
import configparser
import site
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory

MARKER = """\
[externally-managed]
Error=use apt install python3-NAME, or make a virtual environment
"""


def folder_of(scheme):
    return Path(sysconfig.get_path("purelib", scheme, {"base": "/made/up", "userbase": "/me"})).name


print("as Python's authors have it:", folder_of("posix_prefix"))
print("in a virtual environment:", folder_of("venv"))
print("per user:", folder_of("posix_user"))

with TemporaryDirectory() as root:
    packages, extra = Path(root, "dist-packages"), Path(root, "extra")
    packages.mkdir()
    extra.mkdir()
    (packages / "more.pth").write_text(f"{extra}\n")
    site.addsitedir(str(packages))
    added = [Path(entry).name for entry in sys.path if entry.startswith(root)]
    print("added for a folder of another name:", added)

marker = configparser.ConfigParser(interpolation=None)
marker.read_string(MARKER)
print("what pip would print:", marker["externally-managed"]["Error"])
