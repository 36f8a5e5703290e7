import sys
from contextlib import chdir
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryDirectory

TOOL = """
print("start of", __name__)
level = 1
if __name__ == "__main__":
    import tool
    level = 2
    print("levels", level, tool.level)
print("end of", __name__)
"""
with TemporaryDirectory() as folder, chdir(folder):
    sys.path.insert(0, folder)
    Path("tool.py").write_text(TOOL)
    run_path("tool.py", run_name="__main__")  # as `python tool.py` does
    import tool
    print("level", tool.level)
