"""Decoding: clean texts written in every encoding, with right, wrong and missing labels."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

import opencc

from indexer.decode import decode
from scripts.evaluation.findings import Findings, confusions, present
from scripts.evaluation.judged import Pages

SHORT = 60  # characters of a short text
CORPUS_EVERY = 20
LEAST_TEXT = 60
_TO_TAIWAN = opencc.OpenCC("s2twp")
Writer = Callable[[str], bytes]


def _page(text: str, label: str, encoding: str) -> bytes:
    head = f'<html><head><meta charset="{label}"></head><body>\n' if label else "<html><body>\n"
    return f"{head}{text}\n</body></html>".encode(encoding)


def _mixed(text: str) -> bytes:
    """A page put together from parts: one line of it in GB18030."""
    lines = text.split("\n")
    middle = len(lines) // 2
    return b"\n".join(line.encode("gb18030" if n == middle else "utf-8") for n, line in enumerate(lines))


# What is written, and the text that must come out where it is not the text that went in.
WRITERS: dict[str, Writer] = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with BOM": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-8 labelled GB2312": lambda text: _page(text, "gb2312", "utf-8"),
    "GB2312": lambda text: text.encode("gb2312"),
    "GBK": lambda text: text.encode("gbk"),
    "GBK, short": lambda text: text[:SHORT].encode("gbk"),
    "GBK labelled GB2312": lambda text: _page(text, "gb2312", "gbk"),
    "GBK labelled UTF-8": lambda text: _page(text, "utf-8", "gbk"),
    "GB18030": lambda text: text.encode("gb18030"),
    "UTF-16 LE": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-16 LE without BOM": lambda text: text.encode("utf-16-le"),
    "UTF-8 and GB18030 lines": _mixed,
    "Big5": lambda text: _TO_TAIWAN.convert(text).encode("big5"),
    "Big5 labelled UTF-8": lambda text: _page(_TO_TAIWAN.convert(text), "utf-8", "big5"),
    "Big5, short": lambda text: _TO_TAIWAN.convert(text)[:SHORT].encode("big5"),
}
ALWAYS_UNICODE = ("UTF-8", "UTF-8 with BOM", "UTF-8 labelled GB2312")


def evaluate(pages: Pages) -> Findings:
    """Texts that come out as they went in, by encoding; texts spoilt without a word."""
    hits: dict[str, list[bool]] = {}
    silent = total = 0
    faults = []
    for name, text in pages.clean_texts(CORPUS_EVERY, LEAST_TEXT):
        for label, data, truth in _written(text):
            read = decode(data)
            right = truth in read.text
            hits.setdefault(label, []).append(right)
            total += 1
            silent += not right and not read.lost
            if not right:
                faults.append((label, read.encoding, name))
    shares = {label: (sum(right), len(right)) for label, right in hits.items()}
    legacy = [right for label, rights in hits.items() if label not in ALWAYS_UNICODE for right in rights]
    shares["legacy encodings"] = (sum(legacy), len(legacy))
    shares["spoilt in silence"] = (silent, total)
    metrics = present(shares, ["spoilt in silence"])
    return Findings(metrics, (confusions("read wrongly", faults),), ("legacy encodings", "spoilt in silence"))


def _written(text: str) -> Iterator[tuple[str, bytes, str]]:
    """The text in each encoding that has all its characters: name, bytes, the text to come out."""
    for label, write in WRITERS.items():
        truth = _TO_TAIWAN.convert(text) if label.startswith("Big5") else text
        if label.endswith("short"):
            truth = truth[:SHORT]
        try:
            yield label, write(text), truth
        except UnicodeEncodeError:
            continue
