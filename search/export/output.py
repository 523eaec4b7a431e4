"""An export into a file or down a pipe."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from engine import UserError
from search.export.export import Export


def write_to(export: Export, path: Path | None, pipe: BinaryIO) -> None:
    """Write an export into a file, or into the pipe where no path is given.

    The file is written aside and put in place when it is complete. Raises UserError when it cannot be written.
    """
    try:
        write_pieces(export, path, pipe)
    finally:
        export.close()


def write_pieces(pieces: Iterable[bytes], path: Path | None, pipe: BinaryIO) -> None:
    """Write a file that comes in pieces, as `write_to` does."""
    if path is None:
        _write_pipe(pieces, pipe)
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("wb") as file:
            file.writelines(pieces)
        aside.replace(path)
    except OSError as error:
        raise UserError("文件 %(path)s 无法写入：%(error)s。", path=path, error=error.strerror) from error
    finally:
        aside.unlink(missing_ok=True)


def _write_pipe(pieces: Iterable[bytes], pipe: BinaryIO) -> None:
    try:
        for piece in pieces:
            pipe.write(piece)
        pipe.flush()
    except BrokenPipeError:  # the reader has seen enough: head, less
        os.dup2(os.open(os.devnull, os.O_WRONLY), pipe.fileno())  # or the interpreter fails to flush it at its end
