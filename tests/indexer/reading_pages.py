"""What the tests of the readers share."""

from __future__ import annotations

import zipfile
from pathlib import Path

from indexer import RawPage, Skipped
from indexer.readers import read_paths


def read(*paths: Path) -> list[RawPage | Skipped]:
    return list(read_paths(paths))


def names(items: list[RawPage | Skipped], root: Path) -> list[str]:
    return [item.path.removeprefix(f"{root}/") for item in items]


def reasons(items: list[RawPage | Skipped]) -> list[str | None]:
    return [item.reason if isinstance(item, Skipped) else None for item in items]


def write_zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path
