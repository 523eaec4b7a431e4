"""Options that several commands have, and how they become the parameters of a search."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

EXCLUDABLE = {
    "region": "地区",
    "year": "年份",
    "sector": "行业大类",
    "industry": "行业",
    "slogan": "口号",
    "park": "园区",
    "kind": "类型",
    "outlet": "来源",
    "site": "网站",
}


def with_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose and order documents, the same for every command that searches."""
    options = (
        click.option("--region", multiple=True, help="地区，如 甘肃省 或 甘肃省/平凉市；可重复"),
        click.option("--own", multiple=True, help="只要写到这个地区本级、没有写到其下市县的；可重复"),
        click.option("--sector", multiple=True, help="行业大类，如 服务业；可重复"),
        click.option("--industry", multiple=True, help="行业；可重复"),
        click.option("--year", multiple=True, help="年份，如 2023 或 2020-2023；可重复"),
        click.option("--slogan", multiple=True, help="口号；可重复"),
        click.option("--park", multiple=True, help="园区；可重复"),
        click.option("--kind", multiple=True, help="类型：新闻 政策 讲话 报告 公告 其他；可重复"),
        click.option("--outlet", multiple=True, help="来源媒体或机构；可重复"),
        click.option("--site", multiple=True, help="网站的域名；可重复"),
        *(
            click.option(f"--not-{name}", multiple=True, help=f"不要这些{label}；可重复")
            for name, label in EXCLUDABLE.items()
        ),
        click.option("--from", help="从哪一天起，如 2023、2023-09、2023-09-05"),
        click.option("--to", help="到哪一天止（含），写法相同"),
        click.option("--match", help="auto 含全部词的在前，all 必须含全部词，phrase 各词必须原样出现"),
        click.option("--sort", help="relevance 相关，newest 最新，oldest 最早"),
        click.option("--copies", help="each 每一篇都计数（默认），once 同一文本的转载只计一次"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def pairs(query: str, choices: dict[str, tuple[str, ...] | str | None]) -> list[tuple[str, str]]:
    """A query and the options as the pairs of an address."""
    pairs = [("q", query)]
    for name, value in choices.items():
        pairs += [(name, v) for v in ((value,) if isinstance(value, str) else value or ())]
    return pairs


def with_address(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of the commands that open the search page."""
    port = click.IntRange(0, 65535)
    command = click.option("--port", metavar="P", type=port, help="监听的端口（PARKNEWS_PORT，默认 8765）")(command)
    return click.option("--host", metavar="H", help="监听的地址（PARKNEWS_HOST，默认 127.0.0.1）")(command)
