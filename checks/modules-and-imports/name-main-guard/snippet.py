import sys
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryDirectory

TOOL = """
print("start of", __name__)
if __name__ == "__main__":
    print("at work")
"""
with TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    Path(folder, "tool.py").write_text(TOOL)
    import tool
    run_path(f"{folder}/tool.py", run_name="__main__")  # as `python tool.py` does
    print(tool.__name__)
