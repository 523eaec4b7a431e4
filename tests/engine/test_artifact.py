"""Fetching the node's distribution from a real HTTP server: whole, cut, altered, missing, laid by hand."""

from __future__ import annotations

import hashlib
import http.server
import io
import os
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import EngineUnavailable
from engine.artifact import Distribution, get_distribution

VERSION = "1.2.3"
MEGABYTE = 1 << 20


def make_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, mode in (("bin/elasticsearch", 0o755), ("config/jvm.options", 0o644)):
            info = zipfile.ZipInfo(f"elasticsearch-{VERSION}/{name}")
            info.external_attr = mode << 16
            archive.writestr(info, name)
        archive.writestr(f"elasticsearch-{VERSION}/lib/big.jar", os.urandom(4 * MEGABYTE))
    return buffer.getvalue()


ZIP = make_zip()
DISTRIBUTION = Distribution(VERSION, hashlib.sha256(ZIP).hexdigest())


class Mirror(http.server.ThreadingHTTPServer):
    """A Maven repository of one file. `cuts`: how many downloads break off in the middle; `content`: what it sends."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.cuts = 0
        self.content: bytes | None = ZIP
        self.requests: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Mirror

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        content = self.server.content
        if content is None or not self.path.endswith(".zip"):
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.server.cuts > 0:
            self.server.cuts -= 1
            content = content[: len(content) // 2]
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test says what went wrong."""


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    with Mirror() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def fetch(cache: Path, mirror: Mirror, lines: list[str] | None = None) -> Path:
    report = lines.append if lines is not None else print
    return get_distribution(cache, report, mirror.url, DISTRIBUTION)


def check_whole(folder: Path) -> None:
    assert (folder / "config" / "jvm.options").read_text() == "config/jvm.options"
    assert (folder / "lib" / "big.jar").stat().st_size == 4 * MEGABYTE
    assert os.access(folder / "bin" / "elasticsearch", os.X_OK), "the start script must be executable"


def check_clean(cache: Path, *kept: str) -> None:
    assert {p.name for p in cache.iterdir()} == {"fetch.lock", *kept}


def test_fetched_once(tmp_path: Path, mirror: Mirror) -> None:
    folder = fetch(tmp_path, mirror)
    check_whole(folder)
    check_clean(tmp_path, folder.name)
    before = len(mirror.requests)
    assert fetch(tmp_path, mirror) == folder
    assert len(mirror.requests) == before, "nothing is asked of the network when it is there"


def test_readable_for_the_node_user_whatever_the_umask(tmp_path: Path, mirror: Mirror) -> None:
    before = os.umask(0o077)
    try:
        folder = fetch(tmp_path, mirror)
    finally:
        os.umask(before)
    modes = {p.stat().st_mode & 0o777 for p in (folder, folder / "bin", folder / "config" / "jvm.options")}
    assert modes <= {0o755, 0o644}


def test_download_cut_in_the_middle_is_tried_again(tmp_path: Path, mirror: Mirror) -> None:
    mirror.cuts = 2
    lines: list[str] = []
    check_whole(fetch(tmp_path, mirror, lines))
    assert sum("下载中断" in line for line in lines) == 2


def test_download_that_is_always_cut_ends_in_one_sentence(tmp_path: Path, mirror: Mirror) -> None:
    mirror.cuts = 99
    with pytest.raises(EngineUnavailable, match="下载不成") as caught:
        fetch(tmp_path, mirror)
    assert str(tmp_path) in caught.value.message, "it says where to lay the file by hand"
    check_clean(tmp_path)
    mirror.cuts = 0
    check_whole(fetch(tmp_path, mirror))


def test_altered_file_is_refused(tmp_path: Path, mirror: Mirror) -> None:
    mirror.content = ZIP[:-1] + bytes([ZIP[-1] ^ 1])
    with pytest.raises(EngineUnavailable, match="校验不符"):
        fetch(tmp_path, mirror)
    check_clean(tmp_path)


def test_missing_file_is_one_sentence(tmp_path: Path, mirror: Mirror) -> None:
    mirror.content = None
    with pytest.raises(EngineUnavailable, match="PARKNEWS_NODE_MIRROR"):
        fetch(tmp_path, mirror)


def test_no_network_is_one_sentence(tmp_path: Path, mirror: Mirror) -> None:
    mirror.server_close()  # nothing listens at its address any more
    with pytest.raises(EngineUnavailable, match="请检查网络"):
        fetch(tmp_path, mirror)


def test_what_a_killed_fetch_left_is_removed(tmp_path: Path, mirror: Mirror) -> None:
    part = tmp_path / f"elasticsearch-{VERSION}.part"
    partial = part / "try0/org/elasticsearch/distribution/integ-test-zip/elasticsearch" / VERSION
    partial.mkdir(parents=True)
    (partial / f"elasticsearch-{VERSION}.zip").write_bytes(ZIP[:1000])
    half = part / "unpacked" / f"elasticsearch-{VERSION}" / "bin"
    half.mkdir(parents=True)
    (half / "stale").touch()
    folder = fetch(tmp_path, mirror)
    check_whole(folder)
    assert not (folder / "bin" / "stale").exists()
    check_clean(tmp_path, folder.name)


def test_file_laid_by_hand_is_used(tmp_path: Path, mirror: Mirror) -> None:
    mirror.content = None
    archive = tmp_path / f"elasticsearch-{VERSION}.zip"
    archive.write_bytes(ZIP)
    check_whole(fetch(tmp_path, mirror))
    assert mirror.requests == []
    assert archive.exists()


def test_two_fetches_at_once_download_once(tmp_path: Path, mirror: Mirror) -> None:
    folders: list[Path] = []
    threads = [threading.Thread(target=lambda: folders.append(fetch(tmp_path, mirror))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(folders) == 2
    check_whole(folders[0])
    assert sum(path.endswith(".zip") for path in mirror.requests) == 1
