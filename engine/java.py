"""Java for the local node: 21 or newer, with the vector module that Elasticsearch's core links against."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cjdk

from engine.errors import EngineUnavailable
from engine.nodeuser import NodeUser, make

MINIMUM = 21
FETCHED = "25"  # the version to fetch when none is found: the newest with long-term support
MODULE = "jdk.incubator.vector"
USUAL_FOLDERS = (
    "/usr/lib/jvm/*",
    "/usr/java/*",
    "/opt/java/*",
    "/opt/jdk*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
)
USER_FOLDERS = (".sdkman/candidates/java/*", ".jdks/*", "Library/Java/JavaVirtualMachines/*/Contents/Home")
_BASE = re.compile(r"^java\.base@(\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Java:
    """A Java installation: its folder and its major version."""

    home: Path
    version: int


def find_java(user: NodeUser) -> Java | None:
    """The first usable Java on this machine that `user` can run, or None.

    Looked for in ES_JAVA_HOME, JAVA_HOME, the usual folders (newest first), PATH.
    """
    seen: set[Path] = set()
    for home in _candidates():
        real = home.resolve()
        if real in seen or not (real / "bin" / "java").is_file():
            continue
        seen.add(real)
        java = probe(real, user)
        if java:
            return java
    return None


def get_java(user: NodeUser, cache: Path, report: Callable[[str], None]) -> Java:
    """A usable Java, fetched into `cache` when none is found. Raises EngineUnavailable saying what to install."""
    return find_java(user) or _fetch(user, cache / "java", report)


def probe(home: Path, user: NodeUser) -> Java | None:
    """The Java in `home` when it runs as `user`, is new enough and has the module; else None."""
    try:
        done = user.run([str(home / "bin" / "java"), "--list-modules"])
    except (OSError, subprocess.TimeoutExpired):
        return None
    base = _BASE.search(done.stdout)
    if not base or int(base[1]) < MINIMUM or f"{MODULE}@" not in done.stdout:
        return None
    return Java(home, int(base[1]))


def _candidates() -> Iterator[Path]:
    for name in ("ES_JAVA_HOME", "JAVA_HOME"):
        if os.environ.get(name):
            yield Path(os.environ[name])
    for pattern in USUAL_FOLDERS:
        yield from sorted(Path("/").glob(pattern.lstrip("/")), key=_numbers, reverse=True)
    for pattern in USER_FOLDERS:
        yield from sorted(Path.home().glob(pattern), key=_numbers, reverse=True)
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path).resolve().parent.parent


def _numbers(path: Path) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", path.name)]


def _fetch(user: NodeUser, folder: Path, report: Callable[[str], None]) -> Java:
    report(f"没有找到 Java {MINIMUM} 或更新的版本，正在下载 Java {FETCHED} ……")
    make(folder)
    try:
        home = cjdk.java_home(vendor="temurin", version=FETCHED, cache_dir=folder, progress=False)
    except (cjdk.CjdkError, OSError) as error:
        raise EngineUnavailable(
            "本机没有 Java %(minimum)s 或更新的版本（须含模块 %(module)s），自动下载也没有成功；"
            "请安装 JDK 25（如 Eclipse Temurin）并把 ES_JAVA_HOME 设为它的文件夹，"
            "或设置 ELASTICSEARCH_URL 使用现有的 Elasticsearch。",
            minimum=MINIMUM,
            module=MODULE,
        ) from error
    java = probe(home, user)
    if java is None:
        raise EngineUnavailable(
            "下载的 Java（%(home)s）无法运行；请安装 JDK 25 并把 ES_JAVA_HOME 设为它的文件夹。", home=home
        )
    return java
