"""The command line. Each command is a few lines that call one package."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from elasticsearch import Elasticsearch

import engine
from engine import LocalNode, ParknewsError, Settings

INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C ended
PARTLY = 1  # done, and some pages were skipped or failed
UNAVAILABLE = engine.EngineUnavailable.exit_code
SAMPLES = Path(__file__).parent / "samples"
SAMPLES_COLLECTION = "samples"  # kept apart from a person's own pages
DOCTOR_MARKS = {"ok": "✓", "warn": "!", "fail": "✗"}


class Commands(click.Group):
    """A group that shows our errors as one sentence and ends with their exit code."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command; click's own errors keep their form and their exit code 2."""
        options["standalone_mode"] = False
        try:
            result = super().main(*args, **options)
        except ParknewsError as error:
            _fail(error.message, error.exit_code)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            _fail("已中断。", INTERRUPTED)
        sys.exit(result if isinstance(result, int) else 0)


def _fail(sentence: str, exit_code: int) -> None:
    click.echo(sentence, err=True)
    sys.exit(exit_code)


def report(line: str) -> None:
    """Show one line of progress, apart from what a command puts out."""
    click.echo(line, err=True)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--collection", metavar="NAME", help="集合名（PARKNEWS_COLLECTION，默认 main）")
@click.option("--home", metavar="DIR", help="本机节点、数据和账本所在的文件夹（PARKNEWS_HOME）")
@click.version_option(package_name="parknews")
@click.pass_context
def main(context: click.Context, collection: str | None, home: str | None) -> None:
    """园策：把一个文件夹的网页变成一个检索页面。"""
    context.obj = {"collection": collection, "home": home}


def with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the command its settings; --collection and --home may stand before the command's name or behind it."""

    @click.option("--collection", metavar="NAME", help="集合名")
    @click.option("--home", metavar="DIR", help="本机节点、数据和账本所在的文件夹")
    @click.pass_context
    @functools.wraps(command)
    def run(context: click.Context, collection: str | None, home: str | None, **options: Any) -> Any:
        before: dict[str, str | None] = context.find_root().obj
        given = {"collection": collection or before["collection"], "home": home or before["home"]}
        # Read at need: `parknews --help` must work with a broken parknews.toml.
        return command(engine.load_settings(**given), **options)

    return run


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


def with_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose and order documents, the same for every command that searches."""
    options = (
        click.option("--region", multiple=True, help="地区，如 甘肃省 或 甘肃省/平凉市；可重复"),
        click.option("--industry", multiple=True, help="行业；可重复"),
        click.option("--year", multiple=True, help="年份，如 2023 或 2020-2023；可重复"),
        click.option("--slogan", multiple=True, help="口号；可重复"),
        click.option("--park", multiple=True, help="园区；可重复"),
        click.option("--kind", multiple=True, help="类型：新闻 政策 讲话 报告 公告 其他；可重复"),
        click.option("--match", help="auto 含全部词的在前，all 必须含全部词"),
        click.option("--sort", help="relevance 相关，newest 最新，oldest 最早"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _pairs(query: str, choices: dict[str, tuple[str, ...] | str | None]) -> list[tuple[str, str]]:
    """A query and the options as the pairs of an address."""
    pairs = [("q", query)]
    for name, value in choices.items():
        pairs += [(name, v) for v in ((value,) if isinstance(value, str) else value or ())]
    return pairs


@main.command()
@click.argument("query")
@with_filters
@click.option("--page", help="第几页")
@click.option("--size", help="每页几篇")
@click.option("--json", "as_json", is_flag=True, help="与网页接口相同的 JSON")
@click.option("--kwic", is_flag=True, help="词语上下文：每一处一行，词语对齐")
@click.option("--order", help="词语上下文的排列：right 右邻，left 左邻，newest 最新，oldest 最早，place 地区")
@click.option("--width", help="词语上下文每边的字数（默认 30）")
@click.option("--csv", "as_csv", is_flag=True, help="词语上下文的全部各处，写成 CSV")
@click.option(
    "--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="词语上下文的全部各处，写进这个 Excel 文件"
)
@with_settings
def search(
    settings: Settings,
    query: str,
    as_json: bool,
    kwic: bool,
    as_csv: bool,
    xlsx: Path | None,
    **choices: tuple[str, ...] | str | None,
) -> None:
    """在终端里检索。"""
    import search as searching

    searcher = searching.Searcher(engine.connect(settings, report=report), settings)
    if kwic or as_csv or xlsx:
        _concordance(searcher, searching.ConcordanceView.from_params(_pairs(query, choices)), as_csv, xlsx)
        return
    question = searching.Question.from_params(_pairs(query, choices))
    answer = searcher.search(question)
    if as_json:
        click.echo(json.dumps(searching.answer_json(answer, question.query), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(searching.as_lines(answer, colour=sys.stdout.isatty())))


def _concordance(searcher: Any, view: Any, as_csv: bool, xlsx: Path | None) -> None:
    """Put out words in context: a page of aligned lines, or all of them as CSV or in a workbook."""
    import search as searching

    if as_csv or xlsx:
        pieces = searching.concordance_format("xlsx" if xlsx else "csv").write(searcher.concordance_lines(view))
        searching.write_pieces(pieces, xlsx, sys.stdout.buffer)
        return
    lines = searching.concordance_as_lines(searcher.concordance(view), view, colour=sys.stdout.isatty())
    click.echo("\n".join(lines))


@main.command()
@click.argument("query")
@with_filters
@click.option("--format", "file_format", required=True, metavar="F", help="csv xlsx jsonl ris bibtex gbt7714")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="写入文件；不给则写到标准输出")
@click.option("--no-body", is_flag=True, help="不含正文")
@with_settings
def export(
    settings: Settings,
    query: str,
    file_format: str,
    output: Path | None,
    no_body: bool,
    **choices: tuple[str, ...] | str | None,
) -> None:
    """把检索到的全部文档导出为一个文件。QUERY 为空（""）即全部文档。"""
    import search as searching

    question = searching.Question.from_params(_pairs(query, choices))
    if output is None and not searching.format_named(file_format).text and sys.stdout.isatty():
        raise engine.UserError(f"{file_format} 不能显示在终端上：请用 -o 指定文件。")
    searcher = searching.Searcher(engine.connect(settings, report=report), settings)
    made = searcher.export(question, file_format, with_body=not no_body)
    searching.write_to(made, output, sys.stdout.buffer)
    report(f"导出了 {made.about.documents:,} 篇" + (f"到 {output}。" if output else "。"))


@main.command()
@click.argument("phrases", nargs=-1, metavar="[PHRASE]...")
@click.option("--sample", metavar="N", type=click.IntRange(0), help="另从原文随机抽 N 个短语（不给短语时默认 200）")
@click.option("--seed", metavar="N", type=int, default=0, help="抽样的种子；同一种子抽同样的短语")
@with_settings
def verify(settings: Settings, phrases: tuple[str, ...], sample: int | None, seed: int) -> int:
    """检查原样检索是否完整：逐篇扫描原文，与索引的结果比较。不给短语时查词表里的全部口号；有差别时以 1 退出。"""
    import search as searching

    if sample is None:
        sample = 0 if phrases else searching.USUAL_SAMPLE
    searcher = searching.Searcher(engine.connect(settings, report=report), settings)
    result = searcher.verify(phrases or searching.slogan_phrases(), sample=sample, seed=seed)
    for line in searching.verification_lines(result):
        click.echo(line)
    return 0 if result.ok else PARTLY


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--host", metavar="H", help="监听的地址（PARKNEWS_HOST，默认 127.0.0.1）")
@click.option("--port", metavar="P", type=click.IntRange(0, 65535), help="监听的端口（PARKNEWS_PORT，默认 8765）")
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
@click.option("--host", metavar="H", help="监听的地址（PARKNEWS_HOST，默认 127.0.0.1）")
@click.option("--port", metavar="P", type=click.IntRange(0, 65535), help="监听的端口（PARKNEWS_PORT，默认 8765）")
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


if __name__ == "__main__":
    main()
