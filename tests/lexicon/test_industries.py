"""industries.csv and industry_keywords.csv: names, codes, key words, and what the loader refuses."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import lexicon
from lexicon.industries import SECTORS, load_industries

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
NAMES = [
    *("电子信息", "集成电路", "软件和信息技术服务", "人工智能", "数字经济", "装备制造", "汽车", "新能源汽车"),
    *("新能源", "新材料", "钢铁", "有色金属", "石化化工", "建材", "生物医药", "医疗器械"),
    *("食品饮料", "纺织服装", "轻工家居", "现代农业", "节能环保", "航空航天", "低空经济", "海洋与船舶"),
    *("现代物流", "商贸流通", "金融", "文化旅游", "煤炭与电力"),
]
# A word that two industries share, and why: each makes or runs it.
SHARED = {
    "自动驾驶": "a technology of 人工智能, a function of 新能源汽车",
    "算力": "both rest on it; a hint only",
    "锂电池": "made by 新能源, built into 新能源汽车",
    "稀土": "mined by 有色金属, raw material of 新材料",
    "钛白粉": "titanium ore, chemical process",
    "塑料制品": "made of 石化化工's plastics by 轻工家居's plants",
    "卫浴": "ceramics of 建材, goods of 轻工家居",
    "渔业": "part of 现代农业 and of the sea's economy",
    "港口": "a place of 海洋与船舶 and of 现代物流",
    "航运": "ships, and transport",
    "邮轮": "built by 海洋与船舶, travelled in by 文化旅游",
}


def written(folder: Path, industries: tuple[str, ...], keywords: tuple[str, ...]) -> tuple[Path, Path]:
    table, words = folder / "industries.csv", folder / "industry_keywords.csv"
    table.write_text("\n".join(("name,sector,gbt4754,strategic", *industries, "")), encoding="utf-8")
    words.write_text("\n".join(("industry,word,weight", *keywords, "")), encoding="utf-8")
    return table, words


def test_joins_the_two_tables(tmp_path: Path) -> None:
    tables = written(tmp_path, ("钢铁,传统制造,31|08,3.1",), ("钢铁,钢铁产业,3", "钢铁,粗钢,2"))
    (steel,) = load_industries(*tables)
    assert (steel.name, steel.sector, steel.gbt4754, steel.strategic) == ("钢铁", "传统制造", ("31", "08"), ("3.1",))
    assert [(k.word, k.weight) for k in steel.keywords] == [("钢铁产业", 3.0), ("粗钢", 2.0)]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("钢铁,传统制造,31,", "'钢铁' stands in line 2 already"),
        ("建材,重工业,30,", "the sector '重工业' is not one of"),
        ("建材,传统制造,3O,", "column 'gbt4754': '3O' is not a code"),
        ("建材,传统制造,30123,", "column 'gbt4754': '30123' is not a code"),
        ("建材,传统制造,,", "column 'gbt4754' is empty"),
        ("建材,传统制造,30,3.4.1", "column 'strategic': '3.4.1' is not a code"),
        ("汽车,传统制造,36,", "'汽车' has no key words"),
        (",传统制造,36,", "column 'name' is empty"),
    ],
)
def test_a_bad_industry_is_named_with_file_and_line(tmp_path: Path, row: str, why: str) -> None:
    tables = written(
        tmp_path, ("钢铁,传统制造,31,3.1", row), ("钢铁,粗钢,2", "建材,水泥,2") if "建材" in row else ("钢铁,粗钢,2",)
    )
    with pytest.raises(lexicon.TableError, match=re.escape("industries.csv:3: ") + ".*" + re.escape(why)):
        load_industries(*tables)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("钢铁,粗钢,3", "'粗钢' of '钢铁' stands in line 2 already"),
        ("钢鉄,炼钢,2", "the industry '钢鉄' is not in the table of industries"),
        ("钢铁,钢,2", "the key word '钢' is too short"),
        ("钢铁,炼钢,4", "the weight '4' is not 1, 2 or 3"),
        ("钢铁,炼钢,heavy", "the weight 'heavy' is not 1, 2 or 3"),
        ("钢铁,炼钢,", "the weight '' is not 1, 2 or 3"),
        ("钢铁,,2", "column 'word' is empty"),
    ],
)
def test_a_bad_key_word_is_named_with_file_and_line(tmp_path: Path, row: str, why: str) -> None:
    tables = written(tmp_path, ("钢铁,传统制造,31,3.1",), ("钢铁,粗钢,2", row))
    with pytest.raises(lexicon.TableError, match=re.escape("industry_keywords.csv:3: ") + ".*" + re.escape(why)):
        load_industries(*tables)


def test_the_table_has_every_industry_in_a_sector() -> None:
    assert [industry.name for industry in lexicon.industries()] == NAMES
    assert {industry.sector for industry in lexicon.industries()} == set(SECTORS)


@pytest.mark.parametrize("industry", lexicon.industries(), ids=lambda industry: industry.name)
def test_key_words_are_enough_and_of_every_weight(industry: lexicon.Industry) -> None:
    weights = Counter(keyword.weight for keyword in industry.keywords)
    assert 25 <= len(industry.keywords) <= 700
    assert set(weights) == {1.0, 2.0, 3.0}
    assert weights[3.0] >= 3


@pytest.mark.parametrize(
    ("name", "word", "weight"),
    [
        ("生物医药", "生物医药产业", 3),
        ("生物医药", "原料药", 2),
        ("集成电路", "晶圆", 2),
        ("低空经济", "eVTOL", 2),
        ("现代物流", "中欧班列", 2),
        ("煤炭与电力", "煤电", 3),
    ],
)
def test_known_key_words(name: str, word: str, weight: float) -> None:
    industry = next(i for i in lexicon.industries() if i.name == name)
    assert {keyword.word: keyword.weight for keyword in industry.keywords}[word] == weight


def test_a_word_is_shared_by_two_industries_only_with_a_reason() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for industry in lexicon.industries():
        for keyword in industry.keywords:
            owners[keyword.word].append(industry.name)
    assert {word for word, names in owners.items() if len(names) > 1} == set(SHARED)


def test_no_key_word_is_common_in_any_policy_text() -> None:
    common = {
        "创新",
        "科技",
        "绿色",
        "数字化",
        "数字化转型",
        "发展",
        "产业",
        "企业",
        "项目",
        "园区",
        "服务",
        "消费",
        "保险",
        "制造业",
    }
    assert {k.word for i in lexicon.industries() for k in i.keywords} & common == set()


@pytest.mark.parametrize(
    ("name", "gbt4754", "strategic"),
    [
        ("生物医药", "27", "4.1"),
        ("汽车", "36", None),
        ("金融", "J", None),
        ("钢铁", "31", "3.1"),
        ("新能源", "441", "6.3"),
    ],
)
def test_known_codes(name: str, gbt4754: str, strategic: str | None) -> None:
    industry = next(i for i in lexicon.industries() if i.name == name)
    assert gbt4754 in industry.gbt4754
    assert strategic in industry.strategic if strategic else industry.strategic == ()


@pytest.mark.parametrize(
    ("file", "column"),
    [("gbt4754-2017.csv", "gbt4754"), ("strategic_emerging_industries_2018_L1L2.csv", "strategic")],
)
def test_every_code_is_in_the_national_classification(file: str, column: str) -> None:
    path = REFERENCE / file
    if not path.is_file():
        pytest.skip(f"the classification {file} is not part of the repository and not beside it")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        codes = {row["code"] for row in csv.DictReader(lines)}
    used = {code for industry in lexicon.industries() for code in getattr(industry, column)}
    assert used - codes == set()


def test_the_rows_shown_in_the_readme_can_be_added(tmp_path: Path) -> None:
    folder = Path(lexicon.__file__).parent
    guide = (folder / "README.md").read_text(encoding="utf-8")
    for name, table in (("industries", "industries.csv"), ("keywords", "industry_keywords.csv")):
        shown = "".join(re.findall(rf"```csv {name}\n(.*?)```", guide, re.DOTALL))
        (tmp_path / table).write_text((folder / table).read_text(encoding="utf-8") + shown, encoding="utf-8")
    added = load_industries(tmp_path / "industries.csv", tmp_path / "industry_keywords.csv")[-1]
    assert [(k.word, k.weight) for k in added.keywords] == [("殡葬业", 3.0), ("公墓", 2.0), ("祭扫", 1.0)]
