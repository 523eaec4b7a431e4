"""Random input without a time limit for each example (the machine may be busy), and a folder to index."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from engine import Settings
from tests.indexer.running import write

hypothesis_settings.register_profile("parknews", deadline=None)
hypothesis_settings.load_profile("parknews")


@pytest.fixture
def settings(collection_settings: Settings, tmp_path: Path) -> Settings:
    return collection_settings.model_copy(update={"home": tmp_path / "home"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five pages, one of them empty."""
    place = tmp_path / "pages"
    (place / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/c.txt", "sub/d.txt"):
        write(place / name)
    (place / "empty.txt").write_bytes(b"")
    return place
