"""Pages in: index, inspect; and the search page over them: demo, serve."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from elasticsearch import Elasticsearch

import engine
from commands.group import PARTLY, main, report, with_settings
from commands.options import with_address
from engine import Settings

SAMPLES = Path(__file__).parents[1] / "samples"
SAMPLES_COLLECTION = "samples"  # kept apart from a person's own pages


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rebuild", is_flag=True, help="重建索引：填满新索引后一次切换，旧索引一直可用")
@click.option("--prune", is_flag=True, help="删除这些路径下已不存在的网页的文档（与 --rebuild 合用：只留这些路径）")
@click.option("--jobs", metavar="N", type=click.IntRange(1, 256), help="并行的进程数（默认等于处理器数）")
@click.option("--report", "report_file", metavar="FILE", type=click.Path(path_type=Path), help="把账本另存一份")
@with_settings
def index(
    settings: Settings,
    paths: tuple[Path, ...],
    rebuild: bool,
    prune: bool,
    jobs: int | None,
    report_file: Path | None,
) -> int:
    """把网页、文件夹、压缩包、JSONL、CSV 编入索引；有跳过或失败的页时以 1 退出。"""
    import indexer

    client = engine.connect(settings, report=report)
    totals, ledger = indexer.index_paths(
        client, settings, paths, rebuild=rebuild, prune_missing=prune, jobs=jobs, report=report_file
    )
    for line in indexer.summary(totals, ledger):
        click.echo(line)
    return 0 if totals.complete else PARTLY


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--least", metavar="N", default=2, show_default=True, help="至少出现在几篇文档里")
def candidates(paths: tuple[Path, ...], least: int) -> None:
    """列出像口号而词表里还没有的提法（CSV），供挑选后写进 lexicon/slogans.csv；不需要 Elasticsearch。"""
    import indexer

    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(("name", "documents", "rule", "words"))
    rows.writerows(row for row in indexer.count_candidates(paths) if row[1] >= least)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="每页一行 JSON")
def inspect(files: tuple[Path, ...], as_json: bool) -> int:
    """显示每一页会变成怎样的文档，每个事实附依据；不需要 Elasticsearch。有跳过的页时以 1 退出。"""
    import indexer

    complete = True
    for result in indexer.inspect_paths(files):
        complete &= not isinstance(result, indexer.Skipped)
        click.echo(indexer.as_json_line(result) if as_json else indexer.as_text(result))
    return 0 if complete else PARTLY


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@with_address
@with_settings
def demo(settings: Settings, paths: tuple[Path, ...], host: str | None, port: int | None) -> None:
    """一步到位：启动 Elasticsearch，编入这些网页（不给路径时用自带的样本），打开检索页面。"""
    import indexer

    if not paths and not SAMPLES.is_dir():
        raise engine.UserError("这里没有自带的样本；请给出网页所在的文件夹：parknews demo 文件夹。")
    if not paths:
        settings = settings.model_copy(update={"collection": SAMPLES_COLLECTION})
    client = engine.connect(settings, report=report)
    # The samples can be filled in anew at any time; a person's own pages may come from other folders as well.
    rebuild = not paths and not engine.articles_state(client, settings).is_current
    totals, ledger = indexer.index_paths(
        client, settings, paths or (SAMPLES,), rebuild=rebuild, prune_missing=not paths
    )
    for line in indexer.summary(totals, ledger):
        report(line)
    _serve(client, settings, host, port)


@main.command()
@with_address
@with_settings
def serve(settings: Settings, host: str | None, port: int | None) -> None:
    """启动检索页面。"""
    _serve(engine.connect(settings, report=report), settings, host, port)


def _serve(client: Elasticsearch, settings: Settings, host: str | None, port: int | None) -> None:
    """Run the search page until it is interrupted."""
    import search as searching
    import webui
    from webui.intake import is_loopback

    def index(paths: Sequence[Path], ledger: Path) -> None:
        import indexer

        # One process: forking a server with threads can leave a lock held for ever.
        indexer.index_paths(client, settings, paths, report=ledger, jobs=1)

    host = host or settings.host
    app = webui.create_app(searching.Searcher(client, settings), settings, index if is_loopback(host) else None)
    webui.serve(app, host, settings.port if port is None else port)
