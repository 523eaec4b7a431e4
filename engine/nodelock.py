"""A lock file: one process at a time fetches, starts or stops."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import EngineUnavailable


@contextmanager
def locked(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold a lock file; call `waiting` once when another process holds it, then wait.

    The lock ends with the process that took it, however it ends. Raises EngineUnavailable where the file cannot be
    written.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise EngineUnavailable(
            "文件夹 %(folder)s 不可写（%(error)s）；请修改它的权限，"
            "或用 PARKNEWS_HOME（下载用 PARKNEWS_CACHE）另选一个。",
            folder=path.parent,
            error=error.strerror,
        ) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
