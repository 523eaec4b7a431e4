"""words.csv and its loader: only words that jieba lacks and that the segmenter can find."""

from __future__ import annotations

import re
from pathlib import Path

import jieba
import pytest

import lexicon
from lexicon.words import load_words
from mappings.terms import cut

PARALLEL = re.compile(r"[一二两三四五六七八九十]([\u4e00-\u9fff])[一二两三四五六七八九十]([\u4e00-\u9fff])")


def written(folder: Path, *rows: str) -> Path:
    path = folder / "words.csv"
    path.write_text("\n".join(("text,frequency,tag", *rows, "")), encoding="utf-8")
    return path


def test_reads_text_frequency_and_tag(tmp_path: Path) -> None:
    table = written(tmp_path, "营商环境,120,n", "5g基站,30,n", "# a comment", "管委会办公室,10,nt")
    assert [(w.text, w.frequency, w.tag) for w in load_words(table)] == [
        ("营商环境", 120, "n"),
        ("5g基站", 30, "n"),
        ("管委会办公室", 10, "nt"),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("链主企业,5,n", "'链主企业' stands in line 2 already"),
        ("链,5,n", "'链' must be two characters or more"),
        ("5G基站,5,n", "'5G基站' must be"),
        ("“五好”园区,5,n", "must be two characters or more"),
        ("三抓 三促,5,n", "must be two characters or more"),
        ("高新区,many,n", "the frequency 'many' is not a positive whole number"),
        ("高新区,0,n", "the frequency '0' is not a positive whole number"),
        ("高新区,-3,n", "the frequency '-3' is not a positive whole number"),
        ("高新区,5,Noun", "the tag 'Noun' is not one to three small letters"),
        (",5,n", "column 'text' is empty"),
        ("高新区,5", "2 cells where 3 are expected"),
    ],
)
def test_a_bad_row_is_named_with_file_and_line(tmp_path: Path, row: str, why: str) -> None:
    table = written(tmp_path, "链主企业,5,n", row)
    with pytest.raises(lexicon.TableError, match=re.escape("words.csv:3: ") + ".*" + re.escape(why)):
        load_words(table)


def test_the_table_holds_the_vocabulary_of_parks_and_policy() -> None:
    texts = {word.text for word in lexicon.words()}
    assert len(texts) == len(lexicon.words()) >= 500
    assert {"营商环境", "专精特新", "链主企业", "规上工业", "经开区", "一般公共预算", "行政审批局", "雄安新区"} <= texts


def test_no_word_is_in_jiebas_own_dictionary() -> None:
    lines = Path(jieba.get_dict_file().name).read_text(encoding="utf-8").splitlines()
    known = {line.split(" ", 1)[0] for line in lines}
    assert [word.text for word in lexicon.words() if word.text in known] == []


def test_the_segmenter_keeps_every_word_whole() -> None:
    assert [word.text for word in lexicon.words() if word.text not in cut(word.text)] == []


def test_words_are_found_in_running_text_and_leave_their_neighbours_alone() -> None:
    assert {"优化", "营商环境", "规上工业", "增加值"} <= set(cut("优化营商环境，规上工业增加值增长8%"))
    assert {"提高", "企业"} <= set(cut("提高企业效益"))
    assert {"标准", "地图"} <= set(cut("标准地图"))


def test_numbered_slogans_stay_in_pieces() -> None:
    """A word such as 三抓三促 would make its halves unfindable; a word of that shape must keep both halves as terms."""
    numbered = {f for s in lexicon.slogans() if s.kind == "numbered" for f in lexicon.matching_forms(s)}
    assert [word.text for word in lexicon.words() if word.text in numbered] == []
    parallel = [word.text for word in lexicon.words() if PARALLEL.fullmatch(word.text)]
    assert [text for text in parallel if not {text[:2], text[2:]} <= set(cut(text))] == []
    assert "三抓三促" not in cut("开展“三抓三促”行动，推进三抓三促")


def test_the_row_shown_in_the_readme_can_be_added(tmp_path: Path) -> None:
    folder = Path(lexicon.__file__).parent
    shown = re.findall(r"```csv words\n(.*?)```", (folder / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    table = tmp_path / "words.csv"
    table.write_text((folder / "words.csv").read_text(encoding="utf-8") + "".join(shown), encoding="utf-8")
    assert load_words(table)[-1].text == "零碳产业园示例"
