"""Clean text put through the damage of "traditional version" scripts, with the true text of every shifted spot."""

from __future__ import annotations

import importlib.util
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import opencc
from pypinyin import Style, lazy_pinyin

from indexer.repair import forward
from scripts.evaluation.cases import ROOT
from scripts.evaluation.compare import narrow

# Characters that such scripts leave alone or turn into other forms than OpenCC does.
STAY = frozenset(
    "于后岳干并斗洼筑范采里吃群秘恒丑肮床唇淀仆朴伙咸昵皂涌游云郁咨熏炖肴腌凶雇杰帘霉困么厘征系制余栖洒苹痴升"
)
OWN_FORMS = dict(zip("为众启伪钵娴着症岩杆闲签冲台占异", "為眾啟偽缽嫻著癥巖桿閑簽沖臺佔異", strict=True))
ANNOTATED_SHARE = 0.25  # of the traditional characters in a table drawn at random
JOINED = 2  # characters between two differences that belong to one spot
_READING = re.compile(r"(.)\(([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6})\)")
Table = Mapping[str, str]


@dataclass(frozen=True)
class Spot:
    """A shifted run of bytes: where the true text of it stands in its line."""

    line: int
    start: int
    end: int
    shown: str


@dataclass(frozen=True)
class Damaged:
    """A damaged text with its spots."""

    text: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Model:
    """A forward model: how a character is made traditional, what a line becomes with a site's table, a known table."""

    traditional: Callable[[str], str]
    line: Callable[[str, Table], str]
    table: Table

    def damage(self, text: str, table: Table) -> Damaged:
        """The damaged text, line for line."""
        lines, spots = [], []
        for number, line in enumerate(text.split("\n")):
            shown = self.line(line, table)
            spots += self._spots(number, line, shown, table)
            lines.append(shown)
        return Damaged("\n".join(lines), tuple(spots))

    def _spots(self, number: int, line: str, shown: str, table: Table) -> list[Spot]:
        """Where the line differs from one that has nothing but readings behind whole characters."""
        plain, origin = [], []
        for place, char in enumerate(line):
            form = self.traditional(char)
            written = narrow(f"{form}({table[form]})" if form in table else form)
            plain.append(written)
            origin += [place] * len(written)
        expected = "".join(plain)
        if expected == shown:
            return []
        found: list[Spot] = []
        for tag, a, b, c, d in SequenceMatcher(None, expected, shown, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            start = origin[min(a, len(origin) - 1)]
            end = origin[b - 1] + 1 if b > a else start
            if found and start - found[-1].end <= JOINED:
                start, last = found[-1].start, found.pop()
                found.append(Spot(number, start, end, last.shown + shown[c:d]))
            else:
                found.append(Spot(number, start, end, shown[c:d]))
        return found


def own_model() -> Model:
    """The model that the indexer's repair has, with a conversion to traditional characters of its own."""

    def damaged(line: str, table: Table) -> str:
        return forward.damaged("".join(map(traditional, line)), table.items())

    return Model(traditional, damaged, learnt_table())


def shared_model(shared: Path) -> Model | None:
    """The model that came with the shared corpora, written apart from this project."""
    path = shared / "prototypes" / "damage" / "synthesize.py"
    spec = importlib.util.spec_from_file_location("synthesize", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def damaged(line: str, table: Table) -> str:
        return module.normalise(module.decode_php(module.damage_line(line, table)))

    return Model(module.s2t_char, damaged, module.SEED_TABLE)


@cache
def traditional(char: str) -> str:
    """The traditional form without regard to words."""
    if char in STAY:
        return char
    form = OWN_FORMS.get(char) or _converter("s2t").convert(char)
    return form if len(form) == 1 and _in_gbk(form) else char


def learnt_table() -> dict[str, str]:
    """The readings that the damaged samples show, behind traditional characters that are read so."""
    table: dict[str, str] = {}
    for path in sorted((ROOT / "samples" / "damaged").glob("*.*")):
        if path.suffix in (".txt", ".html"):
            found = _READING.findall(path.read_text(encoding="utf-8"))
            table |= {char: reading for char, reading in found if _is_read(char, reading)}
    return table


def random_table(seed: int) -> dict[str, str]:
    """Another site's table: a random part of the traditional characters, in random order."""
    rng = random.Random(seed)
    table = [(form, _reading(simple)) for form, simple in _forms().items() if rng.random() < ANNOTATED_SHARE]
    rng.shuffle(table)
    return dict(table)


def lines_of(text: str, longest: int) -> str:
    """The text with long paragraphs broken behind full stops: how pages look, and quicker to compare."""
    return "\n".join(p.replace("。", "。\n").rstrip("\n") if len(p) > longest else p for p in text.split("\n"))


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


@cache
def _forms() -> dict[str, str]:
    """Traditional forms of the characters of GB 2312, with the character each came from."""
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    simple = (pair.decode("gb2312", "ignore") for pair in pairs)
    return {form: char for char in simple if char and (form := traditional(char)) != char}


def _reading(char: str) -> str:
    return "".join(lazy_pinyin(char, style=Style.TONE))


def _is_read(char: str, reading: str) -> bool:
    simple = _converter("t2s").convert(char)
    return simple != char and _reading(simple) == reading


def _in_gbk(char: str) -> bool:
    return len(char.encode("gb18030")) == 2
