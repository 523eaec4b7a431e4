"""The local node's distribution: fetched once, checked against our own SHA-256, unpacked, shared by all homes."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import jgo.maven as maven

from engine.errors import EngineUnavailable
from engine.nodelock import locked
from engine.nodeuser import make

GROUP = "org.elasticsearch.distribution.integ-test-zip"
NAME = "elasticsearch"
TRIES = 3
TIMEOUT = 30  # seconds without a byte before a download counts as cut
MEGABYTE = 1 << 20
REPORT_EVERY = 16 * MEGABYTE

Report = Callable[[str], None]


@dataclass(frozen=True)
class Distribution:
    """A version of the distribution and the SHA-256 of its zip."""

    version: str
    sha256: str

    @property
    def folder(self) -> str:
        """Name of the folder inside the zip, and of the unpacked distribution."""
        return f"{NAME}-{self.version}"


PINNED = Distribution("9.5.3", "bec49f3b8d00e75c8d1cec85c35298635ec9fbd3ae80ef5aeb6bc05abdb3db2d")


def get_distribution(
    cache: Path, report: Report, mirror: str | None = None, distribution: Distribution = PINNED
) -> Path:
    """The folder of the unpacked distribution inside `cache`; fetched when it is not there.

    A zip of the right name and SHA-256 laid into `cache` by hand is used in place of a download. Whatever an
    interrupted fetch left behind is removed first. Raises EngineUnavailable saying where to lay the zip.
    """
    target = cache / distribution.folder
    if target.is_dir():
        return target
    with locked(cache / "fetch.lock", lambda: report("另一个进程正在下载 Elasticsearch，等它完成 ……")):
        if target.is_dir():  # another process fetched it while we waited
            return target
        archive = cache / f"{distribution.folder}.zip"
        scratch = cache / f"{distribution.folder}.part"
        shutil.rmtree(scratch, ignore_errors=True)
        make(scratch)
        try:
            source = archive if _is(archive, distribution) else _fetch(scratch, report, mirror, distribution, archive)
            _unpack(source, scratch / "unpacked", report)
            (scratch / "unpacked" / distribution.folder).rename(target)
        except OSError as error:
            raise EngineUnavailable(
                "Elasticsearch 无法解包到 %(cache)s（%(error)s）；请检查磁盘空间和权限。", cache=cache, error=error
            ) from error
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return target


def _fetch(scratch: Path, report: Report, mirror: str | None, distribution: Distribution, archive: Path) -> Path:
    report(f"正在下载 Elasticsearch {distribution.version}（约 130 MB，只需一次）……")
    reasons: list[str] = []
    for number in range(TRIES):
        # A repository of its own for each try: jgo takes a partial file in its cache for a complete one.
        try:
            path = _resolve(scratch / f"try{number}", report, mirror, distribution)
        except (
            OSError,
            RuntimeError,
        ) as error:  # requests' errors are OSError; jgo raises RuntimeError for "not found"
            reasons.append(str(error).splitlines()[0][:200])
        else:
            if _is(path, distribution):
                return path
            reasons.append("下载的文件校验不符")
        report(f"下载中断（{reasons[-1]}），第 {number + 1} 次，共 {TRIES} 次。")
    raise EngineUnavailable(
        "Elasticsearch 下载不成（%(reason)s）；请检查网络或用 PARKNEWS_NODE_MIRROR 换一个 Maven 镜像，"
        "或把 %(name)s 放到 %(folder)s 再试，或设置 ELASTICSEARCH_URL 使用现有的 Elasticsearch。",
        reason=reasons[-1],
        name=archive.name,
        folder=archive.parent,
    )


def _resolve(repository: Path, report: Report, mirror: str | None, distribution: Distribution) -> Path:
    context = maven.MavenContext(
        resolver=maven.PythonResolver(progress_callback=lambda name, total: _progress(total, report)),
        repo_cache=repository,
        local_repos=[],
        remote_repos={"mirror": mirror.rstrip("/")} if mirror else None,
        timeout=TIMEOUT,
    )
    component = context.project(GROUP, NAME).at_version(distribution.version)
    return Path(component.artifact(packaging="zip").resolve())


@contextmanager
def _progress(total: int, report: Report) -> Iterator[Callable[[int], None]]:
    done = 0

    def update(size: int) -> None:
        nonlocal done
        before, done = done, done + size
        if before // REPORT_EVERY != done // REPORT_EVERY:
            report(f"  已下载 {done // MEGABYTE} / {total // MEGABYTE} MB")

    yield update


def _is(path: Path, distribution: Distribution) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == distribution.sha256


def _unpack(archive: Path, folder: Path, report: Report) -> None:
    """Unpack with the modes of the zip, which zipfile drops, and readable for the node's user whatever the umask."""
    report("正在解包 ……")
    with zipfile.ZipFile(archive) as source:
        for info in source.infolist():
            path = Path(source.extract(info, folder))
            path.chmod(0o755 if info.external_attr >> 16 & 0o111 else 0o644)
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
