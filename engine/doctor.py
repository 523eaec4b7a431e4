"""The doctor: what is found, what is missing, what to do about it."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psutil

from engine.artifact import PINNED
from engine.client import connect, engine_errors
from engine.errors import ParknewsError
from engine.index import articles_state, links_index
from engine.java import MINIMUM, find_java
from engine.node import MEGABYTE, LocalNode, NodeStatus
from engine.nodeuser import cache_folder
from engine.settings import Settings, unknown_variables
from mappings import contract_version

PYTHON = (3, 11)
MAJOR = 9
MEMORY_NEEDED = 1200  # MB: the node with its default heap, and the web page
OK, WARN, FAIL = "ok", "warn", "fail"


@dataclass(frozen=True)
class Check:
    """One thing looked at. `status` is ok, warn or fail; `advice` says what to do and is empty when it is ok."""

    name: str
    status: str
    found: str
    advice: str = ""


def examine(settings: Settings) -> list[Check]:
    """Look at everything parknews needs, start nothing. An Elasticsearch that does not run is a warning, not a failure,
    when the local node can be started at need."""
    checks = [_python(), _variables(), _memory()]
    if not settings.elasticsearch_url:
        checks += _attempt("本机节点", lambda: list(_local(settings)))
    checks += _attempt("Elasticsearch", lambda: list(_elasticsearch(settings)))
    return checks


def _attempt(name: str, look: Callable[[], list[Check]]) -> list[Check]:
    try:
        return look()
    except ParknewsError as error:
        return [Check(name, FAIL, "无法检查", error.message)]


def _python() -> Check:
    found = f"{platform.python_version()}（{sys.executable}）"
    if sys.version_info >= PYTHON:
        return Check("Python", OK, found)
    return Check("Python", FAIL, found, f"请安装 Python {PYTHON[0]}.{PYTHON[1]} 或更新的版本。")


def _variables() -> Check:
    unknown = unknown_variables()
    if not unknown:
        return Check("设置", OK, "环境变量和 parknews.toml 都能读取")
    return Check("设置", WARN, f"不认识的环境变量：{', '.join(unknown)}", "名称见 docs/settings.md，多半是拼写错误。")


def _memory() -> Check:
    free = psutil.virtual_memory().available // MEGABYTE
    if free >= MEMORY_NEEDED:
        return Check("内存", OK, f"可用 {free} MB")
    return Check("内存", WARN, f"可用 {free} MB", f"本机节点约需 {MEMORY_NEEDED} MB；可用 PARKNEWS_NODE_HEAP 调小。")


def _local(settings: Settings) -> Iterator[Check]:
    node = LocalNode(settings)
    yield _disk(settings, node)
    cache = cache_folder(settings, node.user)
    java = find_java(node.user)
    if java:
        yield Check("Java", OK, f"{java.version}（{java.home}）")
    else:
        advice = "启动节点时会试着自动下载；不成则请安装 JDK 25 并设置 ES_JAVA_HOME。"
        yield Check("Java", WARN, f"没有 {MINIMUM} 或更新且可用的版本", advice)
    distribution = cache / PINNED.folder
    if distribution.is_dir():
        yield Check("节点程序", OK, str(distribution))
    else:
        yield Check("节点程序", WARN, "尚未下载", "第一次启动节点时自动下载（约 130 MB）。")
    yield _node(node.status())


def _disk(settings: Settings, node: LocalNode) -> Check:
    free = shutil.disk_usage(node.folders.base).free // MEGABYTE
    found = f"{node.folders.base} 可用 {free} MB"
    if free < settings.node_disk_min_mb:
        return Check("磁盘", FAIL, found, "请清理磁盘，或用 PARKNEWS_HOME 换一个磁盘。")
    if free < settings.node_disk_warn_mb:
        return Check("磁盘", WARN, found, "请尽快清理磁盘；快满时索引会变为只读。")
    return Check("磁盘", OK, found)


def _node(status: NodeStatus) -> Check:
    if status.running:
        return Check("本机节点", OK, f"{status.url}，进程 {status.pid}，日志 {status.log_file}")
    if status.pid:
        advice = f"稍等再看；一直没有回应则运行 parknews node stop（日志：{status.log_file}）。"
        return Check("本机节点", WARN, f"进程 {status.pid} 在运行，但没有回应", advice)
    return Check("本机节点", WARN, "没有运行", "需要时自动启动，也可运行 parknews node start。")


def _elasticsearch(settings: Settings) -> Iterator[Check]:
    if not settings.elasticsearch_url and LocalNode(settings).url() is None:
        yield Check("索引", WARN, "节点没有运行，无法查看", "运行 parknews node start 后再看。")
        return
    with connect(settings.model_copy(update={"elasticsearch_wait": 1.0}), start_node=False) as client:
        with engine_errors():
            health = client.cluster.health()
            versions = sorted(
                {n["version"] for n in client.nodes.info(filter_path="nodes.*.version")["nodes"].values()}
            )
            links = links_index(settings)
            kept = client.count(index=links)["count"] if client.indices.exists(index=links) else 0
        yield _version(versions, str(health["status"]), int(health["number_of_nodes"]))
        state = articles_state(client, settings)
    if not state.exists:
        yield Check("索引", WARN, f"集合 {settings.collection} 还没有文档", "请运行 parknews index 文件夹。")
    elif state.contract_version != contract_version():
        found = f"{state.index} 的契约版本是 {state.contract_version}，本程序的是 {contract_version()}"
        yield Check("索引", FAIL, found, "请运行 parknews index 文件夹 --rebuild。")
    else:
        found = (
            f"集合 {settings.collection}：{state.documents} 篇，{state.size_bytes // MEGABYTE} MB，{kept} 个保存的检索"
        )
        yield Check("索引", OK, found)
    if state.leftover:
        advice = "它们来自中断的重建，下一次重建会清除。"
        yield Check("残留索引", WARN, "、".join(state.leftover), advice)


def _version(versions: list[str], status: str, nodes: int) -> Check:
    found = f"{'、'.join(versions)}，状态 {status}，{nodes} 个节点"
    if any(int(v.split(".")[0]) != MAJOR for v in versions):
        return Check("Elasticsearch", FAIL, found, f"需要 Elasticsearch {MAJOR}。")
    if status == "red":
        return Check("Elasticsearch", WARN, found, "有索引没能恢复，其中的文档查不到；请看它的日志。")
    return Check("Elasticsearch", OK, found)
