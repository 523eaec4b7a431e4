"""The local node, and the check of everything that is needed."""

from __future__ import annotations

import click

import engine
from commands.group import UNAVAILABLE, main, report, with_settings
from engine import LocalNode, Settings

DOCTOR_MARKS = {"ok": "✓", "warn": "!", "fail": "✗"}


@main.group()
def node() -> None:
    """本机的 Elasticsearch 节点。"""


@node.command("start")
@with_settings
def node_start(settings: Settings) -> None:
    """启动节点（已在运行则直接使用），打印它的地址。"""
    click.echo(LocalNode(settings, report).start())


@node.command("stop")
@with_settings
def node_stop(settings: Settings) -> None:
    """停止节点，等它结束。"""
    click.echo("已停止。" if LocalNode(settings, report).stop() else "节点没有运行。")


@node.command("status")
@with_settings
def node_status(settings: Settings) -> int:
    """显示节点的状态；没有运行时以 3 退出。"""
    status = LocalNode(settings).status()
    for name, value in status.rows():
        click.echo(f"{name}　{value}")
    return 0 if status.running else UNAVAILABLE


@main.command()
@with_settings
def doctor(settings: Settings) -> int:
    """检查所需的一切：找到了什么，缺什么，该做什么。有问题时以 3 退出。"""
    checks = engine.examine(settings)
    for check in checks:
        click.echo(f"{DOCTOR_MARKS[check.status]} {check.name}：{check.found}")
        if check.advice:
            click.echo(f"  → {check.advice}")
    return UNAVAILABLE if any(check.status == "fail" for check in checks) else 0
