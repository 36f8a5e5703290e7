from pathlib import Path


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text in the bytes and the name of the codec that has decoded it."""


def transcode(source: Path, target: Path, encoding: str) -> None:
    """Write the text of the file `source` to the file `target`, in another encoding."""
