"""What the tests of the engine share."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """An empty folder that the node's user can enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="parknews-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)
