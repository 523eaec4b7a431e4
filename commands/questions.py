"""Questions out: search, words in context, trends, exports, and the self-check of the exact search."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

import engine
from commands.group import PARTLY, main, report, with_settings
from commands.options import pairs, with_filters
from engine import Settings


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
        _concordance(searcher, searching.ConcordanceView.from_params(pairs(query, choices)), as_csv, xlsx)
        return
    question = searching.Question.from_params(pairs(query, choices))
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
@click.argument("phrases", nargs=-1, required=True, metavar="PHRASE...")
@with_filters
@click.option("--by", default="year", help="year 按年（默认），month 按月")
@click.option("--csv", "as_csv", is_flag=True, help="写成 CSV")
@click.option("--json", "as_json", is_flag=True, help="写成 JSON")
@with_settings
def trends(
    settings: Settings,
    phrases: tuple[str, ...],
    by: str,
    as_csv: bool,
    as_json: bool,
    **choices: tuple[str, ...] | str | None,
) -> None:
    """各年或各月有多少篇原样含有这些短语，占同样筛选的全部文档的千分之几；可比较至多 6 个。"""
    import search as searching

    question = searching.Question.from_params(pairs("", choices))
    found = searching.Searcher(engine.connect(settings, report=report), settings).trends(question, phrases, by)
    if as_csv:
        click.echo(searching.trends_csv(found), nl=False)
    elif as_json:
        click.echo(json.dumps(searching.trends_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(searching.trends_as_lines(found)))


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

    question = searching.Question.from_params(pairs(query, choices))
    if output is None and not searching.format_named(file_format).text and sys.stdout.isatty():
        raise engine.UserError("%(format)s 不能显示在终端上：请用 -o 指定文件。", format=file_format)
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
