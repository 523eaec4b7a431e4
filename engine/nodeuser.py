"""The user the local node runs as: ourselves, or an unprivileged one when we are root (Elasticsearch refuses root)."""

from __future__ import annotations

import errno
import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import EngineUnavailable
from engine.settings import Settings

FALLBACK_HOMES = Path("/var/lib/parknews/homes")
FALLBACK_CACHE = Path("/var/cache/parknews")


@dataclass(frozen=True)
class NodeUser:
    """`uid` and `gid` are None when the node runs as ourselves."""

    name: str
    uid: int | None = None
    gid: int | None = None

    def run(self, command: list[str], timeout: float = 30) -> subprocess.CompletedProcess[str]:
        """Run a command as this user and return what it printed. Raises EngineUnavailable when root may not switch."""
        try:
            return subprocess.run(
                command,
                **self.popen_options(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=timeout,
                check=False,
            )
        except PermissionError as error:
            if self.uid is None or error.errno != errno.EPERM:  # EACCES: this user may not run the command
                raise
            raise EngineUnavailable(
                "Elasticsearch 不能以 root 身份运行，而这里又不允许切换到用户 %(name)s（%(error)s）；"
                "请用普通用户运行 parknews。",
                name=self.name,
                error=error,
            ) from error

    def popen_options(self) -> dict[str, Any]:
        """The arguments of subprocess that make a process this user's."""
        if self.uid is None or self.gid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can(self, test: str, path: Path) -> bool:
        """Whether this user passes a test of /bin/sh on the path: `-r`, `-w`, `-x`."""
        return self.run(["/bin/sh", "-c", f'test {test} "$1"', "sh", str(path)]).returncode == 0

    def give(self, path: Path) -> None:
        """Make a file or folder of root this user's own; one that belongs to someone else is left alone."""
        if self.uid is not None and self.gid is not None and path.stat().st_uid == 0:
            os.chown(path, self.uid, self.gid)


def node_user(settings: Settings) -> NodeUser:
    """The user to run the node as. Raises EngineUnavailable when PARKNEWS_NODE_USER does not exist."""
    if os.geteuid() != 0:
        return NodeUser(pwd.getpwuid(os.geteuid()).pw_name if _has_name() else str(os.geteuid()))
    try:
        entry = pwd.getpwnam(settings.node_user)
    except KeyError as error:
        raise EngineUnavailable(
            "设置 PARKNEWS_NODE_USER 中的用户 %(name)s 不存在；请改为一个现有的普通用户。", name=settings.node_user
        ) from error
    if entry.pw_uid == 0:
        raise EngineUnavailable("Elasticsearch 不能以 root 身份运行；请把 PARKNEWS_NODE_USER 设为普通用户。")
    return NodeUser(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _has_name() -> bool:
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:  # a container started with an arbitrary user id
        return False
    return True


def node_folder(settings: Settings, user: NodeUser) -> Path:
    """The folder of the node's files, made if missing: home, or another when `user` cannot enter home."""
    name = hashlib.sha256(str(settings.home).encode()).hexdigest()[:12]
    return reachable(settings.home, FALLBACK_HOMES / name, user)


def cache_folder(settings: Settings, user: NodeUser) -> Path:
    """The folder of what was downloaded, made if missing; `user` can enter it."""
    return reachable(settings.cache, FALLBACK_CACHE, user)


def reachable(folder: Path, fallback: Path, user: NodeUser) -> Path:
    """`folder`, made if missing, or `fallback` when the unprivileged user cannot enter it.

    Raises EngineUnavailable when it cannot be made.
    """
    make(folder)
    if user.can("-x", folder):
        return folder
    if user.uid is None:
        raise EngineUnavailable(
            "文件夹 %(folder)s 不允许进入；请修改它的权限，或用 PARKNEWS_HOME 另选一个文件夹。", folder=folder
        )
    make(fallback)
    return fallback


def make(folder: Path, mode: int = 0o755) -> None:
    """Make a folder and its missing parents so that others can enter, whatever the umask."""
    try:
        missing = [p for p in (folder, *folder.parents) if not p.exists()]
        for path in reversed(missing):
            path.mkdir(exist_ok=True)
            path.chmod(mode)
    except OSError as error:
        raise EngineUnavailable(
            "无法建立文件夹 %(folder)s（%(error)s）；请用 PARKNEWS_HOME（下载用 PARKNEWS_CACHE）另选一个可写的文件夹。",
            folder=folder,
            error=error.strerror,
        ) from error
    if not folder.is_dir():
        raise EngineUnavailable("%(folder)s 不是文件夹；请把它移开，或用 PARKNEWS_HOME 另选一个。", folder=folder)
