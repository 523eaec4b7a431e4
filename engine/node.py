"""The local Elasticsearch node: start, reuse, stop, status."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from engine.artifact import PINNED, get_distribution
from engine.errors import EngineUnavailable
from engine.java import get_java
from engine.message import Message
from engine.nodeconfig import LOOPBACK, NodeFolders, environment, prepare
from engine.nodelock import locked
from engine.nodelog import last_error
from engine.nodestate import NodeProcess, NodeState, read_state
from engine.nodeuser import cache_folder, node_folder, node_user
from engine.settings import Settings

POLL = 0.25  # seconds
REPORT_EVERY = 5.0  # seconds
ANSWER_TIMEOUT = 3.0  # seconds for one answer about its health
RED_GRACE = 60.0  # seconds an index may take to be read from the disk before it counts as broken
MEGABYTE = 1 << 20
STATUS_LABELS = ("状态", "地址", "进程", "版本", "堆内存", "文档数", "数据", "日志", "磁盘可用")


@dataclass(frozen=True)
class NodeStatus:
    """What is known of the local node. `running`: it answers; `pid` without it: it starts, or hangs."""

    running: bool
    data_folder: Path
    log_file: Path
    free_bytes: int
    url: str | None = None
    pid: int | None = None
    version: str | None = None
    heap: str | None = None
    documents: int | None = None

    def rows(self) -> list[tuple[str, str]]:
        """The status as pairs of a label and a value, for a terminal or a page."""
        state = "运行中" if self.running else ("没有回应" if self.pid else "没有运行")
        free = f"{self.free_bytes // MEGABYTE} MB"
        values = (
            state,
            self.url,
            self.pid,
            self.version,
            self.heap,
            self.documents,
            self.data_folder,
            self.log_file,
            free,
        )
        rows = zip(STATUS_LABELS, values, strict=True)
        return [(label, str(value)) for label, value in rows if value is not None]


class LocalNode:
    """The local node of one home. `report` receives one line of progress at a time."""

    def __init__(self, settings: Settings, report: Callable[[str], None] = lambda line: None) -> None:
        self.settings = settings
        self.report = report
        self.user = node_user(settings)
        self.folders = NodeFolders(node_folder(settings, self.user))

    def url(self) -> str | None:
        """Address of the node when it runs and answers, else None. Starts nothing."""
        state = read_state(self.folders.state_file)
        return state.url if state and state.url and state.running() and health(state.url) else None

    def start(self) -> str:
        """Start the node, or reuse the one that runs, and return its address once it is healthy.

        Raises EngineUnavailable, in one sentence, when it cannot be had.
        """
        url = self.url()
        if url:
            return url
        with locked(self.folders.lock_file, lambda: self.report("另一个进程正在启动或停止节点，等它完成 ……")):
            return self._reuse() or self._start()

    def stop(self) -> bool:
        """Stop the node and wait for its end, at last by killing it. False when none was running."""
        with locked(self.folders.lock_file, lambda: self.report("另一个进程正在启动或停止节点，等它完成 ……")):
            state = read_state(self.folders.state_file)
            ran = bool(state and state.running())
            if state:
                self._end(state)
            return ran

    def status(self) -> NodeStatus:
        """What is known of the node now."""
        state = read_state(self.folders.state_file)
        free = shutil.disk_usage(self.folders.base).free
        status = NodeStatus(False, self.folders.data, self.folders.log_file, free)
        running = state.running() if state else []
        if not state or not running:
            return status
        status = replace(status, url=state.url, pid=running[0].pid, version=state.version, heap=state.heap)
        if not state.url or not health(state.url):
            return status
        return replace(status, running=True, documents=_documents(state.url))

    def _reuse(self) -> str | None:
        """The address of a node that runs but has not answered yet; ends what is left of one that broke."""
        state = read_state(self.folders.state_file)
        if state is None:
            return None
        deadline = time.monotonic() + self.settings.node_start_timeout
        while state.running() and state.whole():
            url = state.url or self._published_url()
            if url and health(url):
                self._remember(replace(state, url=url))
                return url
            if time.monotonic() > deadline:
                raise EngineUnavailable(
                    "本机的 Elasticsearch 正在运行却没有回应；请运行 parknews node stop 后再试（日志：%(log)s）。",
                    log=self.folders.log_file,
                )
            time.sleep(POLL)
        self._end(state)
        return None

    def _start(self) -> str:
        self._check_disk()
        self._check_port()
        cache = cache_folder(self.settings, self.user)
        java = get_java(self.user, cache, self.report)
        distribution = get_distribution(cache, self.report, self.settings.node_mirror)
        prepare(self.folders, self.user, self.settings, distribution)
        log_start = self.folders.log_file.stat().st_size if self.folders.log_file.exists() else 0
        self.report(f"正在启动 Elasticsearch {PINNED.version}（Java {java.version}）……")
        with self.folders.console_file.open("wb") as console:
            launcher = subprocess.Popen(
                ["/bin/bash", str(distribution / "bin" / "elasticsearch")],
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                cwd=self.folders.logs,
                env=environment(self.folders, java),
                start_new_session=True,  # Ctrl-C in the terminal is for us, not for the node
                **self.user.popen_options(),
            )
        state = NodeState((NodeProcess.of(psutil.Process(launcher.pid)),), PINNED.version, self.settings.node_heap)
        try:
            state.write(self.folders.state_file)
            return self._wait(launcher, state, log_start)
        except BaseException:  # Ctrl-C included: no half-started node is left behind
            self._end(state)
            raise

    def _wait(self, launcher: subprocess.Popen[bytes], state: NodeState, log_start: int) -> str:
        began = reported = time.monotonic()
        while launcher.poll() is None:
            now = time.monotonic()
            url = self._published_url()
            status = health(url) if url else None
            if url and status and (status != "red" or now - began > RED_GRACE):
                self._remember(replace(state, url=url))
                self.report(f"Elasticsearch 已就绪：{url}（{now - began:.0f} 秒）")
                if status == "red":
                    self.report(f"注意：有索引没能恢复，其中的文档查不到；请看日志 {self.folders.log_file}。")
                return url
            if now - began > self.settings.node_start_timeout:
                raise EngineUnavailable(
                    "Elasticsearch 在 %(seconds)s 秒内没有启动完成（日志：%(log)s）。",
                    seconds=f"{self.settings.node_start_timeout:.0f}",
                    log=self.folders.log_file,
                )
            if now - reported > REPORT_EVERY:
                reported = now
                self.report(f"  启动中，已 {now - began:.0f} 秒 ……")
            time.sleep(POLL)
        raise EngineUnavailable(self._why_it_ended(log_start))

    def _why_it_ended(self, log_start: int) -> str:
        for path, start in ((self.folders.log_file, log_start), (self.folders.console_file, 0)):
            reason = last_error(path, start)
            if reason:
                return Message("Elasticsearch 启动时退出：%(reason)s（日志：%(log)s）。", reason=reason, log=path)
        return Message("Elasticsearch 启动时退出，没有留下原因（日志：%(log)s）。", log=self.folders.console_file)

    def _published_url(self) -> str | None:
        try:
            address = self.folders.ports_file.read_text(encoding="utf-8").split()
        except FileNotFoundError:
            return None
        return f"http://{address[0]}" if address else None

    def _remember(self, state: NodeState) -> None:
        """Take down the server beside its launcher: when one of the two is killed, the other must be ended."""
        launcher = state.processes[0].find()
        children = launcher.children(recursive=True) if launcher else []
        processes = (state.processes[0], *(NodeProcess.of(c) for c in children))
        replace(state, processes=processes).write(self.folders.state_file)

    def _end(self, state: NodeState) -> None:
        running = state.running()
        family = {p.pid: p for parent in running for p in (parent, *parent.children(recursive=True))}
        try:
            for process in running:
                process.terminate()
            _, alive = psutil.wait_procs(family.values(), timeout=self.settings.node_stop_timeout)
            for process in alive:
                process.kill()
            psutil.wait_procs(alive, timeout=self.settings.node_stop_timeout)
        except psutil.NoSuchProcess:  # it ended between two of our steps
            pass
        except psutil.AccessDenied as error:
            raise EngineUnavailable("没有权限停止进程 %(pid)s；它是另一个用户启动的。", pid=str(error.pid)) from error
        self.folders.state_file.unlink(missing_ok=True)

    def _check_disk(self) -> None:
        free = shutil.disk_usage(self.folders.base).free // MEGABYTE
        if free < self.settings.node_disk_min_mb:
            raise EngineUnavailable(
                "%(folder)s 所在的磁盘只剩 %(free)s MB，Elasticsearch 至少需要 %(least)s MB；请清理磁盘，"
                "或用 PARKNEWS_HOME 换一个磁盘。",
                folder=self.folders.base,
                free=free,
                least=self.settings.node_disk_min_mb,
            )
        if free < self.settings.node_disk_warn_mb:
            self.report(f"注意：{self.folders.base} 所在的磁盘只剩 {free} MB。")

    def _check_port(self) -> None:
        port = self.settings.node_port
        if not port:
            return
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((LOOPBACK, port))
            except OSError as error:
                raise EngineUnavailable(
                    "端口 %(port)s 不能使用（%(error)s）；请换一个 PARKNEWS_NODE_PORT，或设为 0 由程序自己选。",
                    port=str(port),
                    error=error.strerror,
                ) from error


def health(url: str) -> str | None:
    """`green`, `yellow` or `red`; None when the node does not answer."""
    try:
        with Elasticsearch(url, request_timeout=ANSWER_TIMEOUT, max_retries=0) as client:
            return str(client.cluster.health()["status"])
    except (ApiError, TransportError):
        return None


def _documents(url: str) -> int | None:
    try:
        with Elasticsearch(url, request_timeout=ANSWER_TIMEOUT, max_retries=0) as client:
            primaries = client.indices.stats(metric="docs")["_all"]["primaries"]
    except (ApiError, TransportError):
        return None
    return int(primaries["docs"]["count"]) if primaries else 0
