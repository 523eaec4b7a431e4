"""The local node's folders and its configuration, written anew at each start."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineUnavailable
from engine.java import Java
from engine.nodeuser import NodeUser, make
from engine.settings import Settings

CLUSTER = "parknews"
LOOPBACK = "127.0.0.1"
HTTP_PORTS = "9210-9299"  # below the range from which systems take ports for outgoing connections
TRANSPORT_PORTS = "9310-9399"
# Elasticsearch's own marks are shares of the disk: a laptop's disk that is 90 % full would turn every index read-only.
WATERMARKS = {"low": "200mb", "high": "150mb", "flood_stage": "100mb"}


@dataclass(frozen=True)
class NodeFolders:
    """Where the node's files are, under one base folder."""

    base: Path

    @property
    def data(self) -> Path:
        """The indices."""
        return self.base / "data"

    @property
    def logs(self) -> Path:
        """The logs of Elasticsearch, and what it printed."""
        return self.base / "logs"

    @property
    def config(self) -> Path:
        """Elasticsearch's configuration."""
        return self.base / "config"

    @property
    def tmp(self) -> Path:
        """Elasticsearch's temporary files."""
        return self.base / "tmp"

    @property
    def log_file(self) -> Path:
        """The log to read first."""
        return self.logs / f"{CLUSTER}.log"

    @property
    def console_file(self) -> Path:
        """What the node printed since its last start."""
        return self.base / "console.log"

    @property
    def ports_file(self) -> Path:
        """Written by the node once it listens: its address."""
        return self.logs / "http.ports"

    @property
    def state_file(self) -> Path:
        """See nodestate.py."""
        return self.base / "node.json"

    @property
    def lock_file(self) -> Path:
        """Held while the node is started or stopped."""
        return self.base / "node.lock"


def prepare(folders: NodeFolders, user: NodeUser, settings: Settings, distribution: Path) -> None:
    """Make the folders, writable for the node's user, and write the configuration.

    Raises EngineUnavailable for a folder that cannot be written.
    """
    try:
        for folder in (folders.config, folders.tmp):
            shutil.rmtree(folder, ignore_errors=True)
        for folder in (folders.data, folders.logs, folders.tmp):
            make(folder)
            user.give(folder)
        folders.ports_file.unlink(missing_ok=True)
        make(folders.config)
        _write_config(folders, settings, distribution)
        for path in (*folders.config.rglob("*"), folders.config):  # given away last: until then only we write there
            user.give(path)
    except OSError as error:
        raise EngineUnavailable(
            "文件夹 %(folder)s 不可写（%(error)s）；请修改权限或用 PARKNEWS_HOME 另选一个。",
            folder=folders.base,
            error=error,
        ) from error
    for folder in (folders.data, folders.logs, folders.tmp):
        if not (user.can("-w", folder) and user.can("-x", folder)):
            raise EngineUnavailable(
                "用户 %(name)s 不能写文件夹 %(folder)s；请把它交给该用户（chown），或用 PARKNEWS_HOME 另选一个。",
                name=user.name,
                folder=folder,
            )


def _write_config(folders: NodeFolders, settings: Settings, distribution: Path) -> None:
    shutil.copytree(distribution / "config", folders.config, dirs_exist_ok=True, copy_function=shutil.copyfile)
    options = (folders.config / "jvm.options").read_text(encoding="utf-8")
    # The log of the garbage collector grows to 2 GB.
    kept = [line for line in options.splitlines() if not line.startswith("-Xlog")]
    kept += [f"-Xms{settings.node_heap}", f"-Xmx{settings.node_heap}"]
    (folders.config / "jvm.options").write_text("\n".join(kept) + "\n", encoding="utf-8")
    # JSON is YAML, and quotes every path.
    config = json.dumps(_elasticsearch_yml(folders, settings), ensure_ascii=False, indent=1)
    (folders.config / "elasticsearch.yml").write_text(config + "\n", encoding="utf-8")


def _elasticsearch_yml(folders: NodeFolders, settings: Settings) -> dict[str, object]:
    disk = "cluster.routing.allocation.disk.watermark"
    return {
        "cluster.name": CLUSTER,
        "node.name": "local",
        "node.portsfile": True,
        "discovery.type": "single-node",
        "network.host": LOOPBACK,
        "http.port": str(settings.node_port or HTTP_PORTS),
        "transport.port": TRANSPORT_PORTS,
        "path.data": str(folders.data),
        "path.logs": str(folders.logs),
        "xpack.security.enabled": False,  # it listens on the loopback address only
        **{f"{disk}.{name}": value for name, value in WATERMARKS.items()},
    }


def environment(folders: NodeFolders, java: Java) -> dict[str, str]:
    """The environment of the node's processes; nothing of ours gets in but PATH."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",  # Java reads file names in it: a home may have a Chinese name
        "HOME": str(folders.base),
        "ES_JAVA_HOME": str(java.home),
        "ES_PATH_CONF": str(folders.config),
        "ES_TMPDIR": str(folders.tmp),
    }
