"""slogans.csv, its loader, and the rules by which a slogan is found in a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lexicon
from lexicon.slogans import KINDS, QUOTED, Slogan, load_slogans

HEADER = "name,variants,wording,place,year,kind,context,source"
UNVERIFIED = "general knowledge, unverified"


def written(folder: Path, *rows: str) -> Path:
    path = folder / "slogans.csv"
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    return path


def named(name: str) -> Slogan:
    return next(slogan for slogan in lexicon.slogans() if slogan.name == name)


def found(slogan: Slogan, text: str) -> list[str]:
    """The stretches of the text in which the slogan stands, as the tagger of the indexer looks for them."""
    key, offsets = lexicon.search_key(text)
    hits = []
    for form in lexicon.matching_forms(slogan):
        for match in re.finditer(re.escape(form), key):
            start, end = offsets[match.start()], offsets[match.end() - 1] + 1
            if lexicon.in_context(slogan, text, start, end):
                hits.append(text[start:end])
    return hits


def test_reads_every_column(tmp_path: Path) -> None:
    table = written(tmp_path, "三抓三促,乙丙|丁戊,抓甲、抓乙,甘肃省/平凉市,2023,numbered,引号|行动,某文件")
    assert load_slogans(table) == (
        Slogan(
            name="三抓三促",
            variants=("乙丙", "丁戊"),
            wording="抓甲、抓乙",
            place="甘肃省/平凉市",
            year=2023,
            kind="numbered",
            context=("引号", "行动"),
            source="某文件",
        ),
    )


def test_what_is_not_known_is_none(tmp_path: Path) -> None:
    (slogan,) = load_slogans(written(tmp_path, "拼经济,,,,,slogan,,某文件"))
    assert (slogan.variants, slogan.wording, slogan.place, slogan.year, slogan.context) == ((), None, None, None, ())


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("放管服,,,,,reform,,甲", "'放管服' belongs to '放管服' in line 2 already"),
        ("“放管服”,,,,,reform,,甲", "'放管服' belongs to '放管服' in line 2 already"),
        ("新放,简政放权,,,,reform,,甲", "'简政放权' belongs to '放管服' in line 2 already"),
        ("双碳,“双碳”目标,,,,strategy,,甲", "the variant '双碳目标' holds another form of '双碳'"),
        ("双碳,双 碳,,,,strategy,,甲", "the variant '双碳' holds another form of '双碳'"),
        ("碳,,,,,strategy,,甲", "'碳' is too short to be a slogan"),
        ("双碳,,,,,fashion,,甲", "the kind 'fashion' is not one of"),
        ("双碳,,,,20,strategy,,甲", "'20' is not a year of four digits"),
        ("双碳,,,甘肃,,strategy,,甲", "the place '甘肃' is neither 全国 nor a path of regions.csv"),
        ("双碳,,,甘肃省/成都市,,strategy,,甲", "the place '甘肃省/成都市' is neither"),
        ("双碳,,,,,strategy,税|目标,甲", "the context word '税' is too short"),
        ("双碳,,,,,strategy,,", "column 'source' is empty"),
        (",,,,,strategy,,甲", "column 'name' is empty"),
        ("双碳,,,,,,,甲", "column 'kind' is empty"),
        ("双碳,,,,,strategy,甲", "7 cells where 8 are expected"),
    ],
)
def test_a_bad_row_is_named_with_file_and_line(tmp_path: Path, row: str, why: str) -> None:
    table = written(tmp_path, "放管服,简政放权,,全国,2015,reform,,甲", row)
    with pytest.raises(lexicon.TableError, match=re.escape("slogans.csv:3: ") + ".*" + re.escape(why)):
        load_slogans(table)


def test_a_wrong_header_is_named(tmp_path: Path) -> None:
    path = tmp_path / "slogans.csv"
    path.write_text("name,place\n双碳,全国\n", encoding="utf-8")
    with pytest.raises(lexicon.TableError, match=re.escape("slogans.csv:1: the header must be name,variants")):
        load_slogans(path)


def test_the_table_is_large_and_each_form_has_one_owner() -> None:
    forms = [form for slogan in lexicon.slogans() for form in lexicon.matching_forms(slogan)]
    assert len(lexicon.slogans()) >= 250
    assert len(forms) == len(set(forms)) >= 400
    assert {slogan.kind for slogan in lexicon.slogans()} == set(KINDS)


@pytest.mark.parametrize(
    ("name", "wording", "place", "year"),
    [
        ("三抓三促", "抓学习促提升、抓执行促落实、抓效能促发展", "甘肃省", 2023),
        ("双招双引", "招商引资、招才引智", None, None),
        ("放管服", "简政放权、放管结合、优化服务", "全国", 2015),
        ("五位一体", "经济建设、政治建设、文化建设、社会建设、生态文明建设", "全国", 2012),
        ("六稳", "稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期", "全国", 2018),
        ("三去一降一补", "去产能、去库存、去杠杆、降成本、补短板", "全国", 2015),
        ("五好园区", "规划定位好、创新平台好、产业项目好、体制机制好、发展形象好", "湖南省", 2021),
        ("千万工程", "千村示范、万村整治", "浙江省", 2003),
        ("四个全面", "全面建设社会主义现代化国家、全面深化改革、全面依法治国、全面从严治党", "全国", 2014),
        ("最多跑一次", None, "浙江省", 2016),
        ("枫桥经验", None, "浙江省/绍兴市/诸暨市", 1963),
        ("三重一创", "重大新兴产业基地、重大新兴产业工程、重大新兴产业专项，创新型现代产业体系", "安徽省", 2017),
        ("四水四定", "以水定城、以水定地、以水定人、以水定产", "全国", 2019),
        ("三链同构", "产业链、价值链、供应链", "河南省", 2019),
        ("莱西经验", None, "山东省/青岛市/莱西市", 1990),
    ],
)
def test_known_facts(name: str, wording: str | None, place: str | None, year: int | None) -> None:
    slogan = named(name)
    assert (slogan.wording, slogan.place, slogan.year) == (wording, place, year)


def test_what_the_source_says_is_true_of_the_row() -> None:
    """A row that cites a numbered document names its year; the year of first use is never later than the document."""
    for slogan in lexicon.slogans():
        cited = re.search(r"发〔(\d{4})〕", slogan.source)
        if cited and slogan.year:
            assert slogan.year <= int(cited[1]), slogan.name
        if slogan.year and slogan.place is None:
            assert slogan.source != UNVERIFIED, f"{slogan.name}: a year without place and source"


@pytest.mark.parametrize(
    ("name", "text", "hit"),
    [
        ("三抓三促", "以“三抓三促”行动为抓手", "三抓三促"),
        ("三抓三促", "开展三抓 三促行动", "三抓 三促"),
        ("三抓三促", "“三抓”“三促”", "三抓”“三促"),
        ("三抓三促", "三抓、三促", "三抓、三促"),
        ("五好园区", "加快建设“五好”园区", "五好”园区"),
        ("五好园区", "五好 园区", "五好 园区"),
        ("双招双引", "『双招双引』工作", "双招双引"),
        ("双随机、一公开", "推行双随机一公开监管", "双随机一公开"),
        ("双随机、一公开", "“双随机、一公开”", "双随机、一公开"),
        ("管委会+公司", "探索“管委会+公司”模式", "管委会+公司"),
        ("亩均论英雄", "推行亩产论英雄", "亩产论英雄"),
        ("营商环境攻坚突破年", "“优化营商环境攻坚突破年”行动", "营商环境攻坚突破年"),
        ("八八战略", "“八八战略”", "八八战略"),
        ("20+8产业集群", "培育“20+8”产业集群", "20+8"),
        ("独一份、特别特、好中优、错峰头", "打造“独一份”“特别特”“好中优”“错峰头”特色农产品", "错峰头"),
        ("4×4现代化产业体系", "构建“4×4”现代化产业体系", "4×4”现代化产业体系"),
        ("两山银行", "组建“两山”银行", "两山”银行"),
        ("三强一制造", "建设“三强一 制造”", "三强一 制造"),
        ("粤菜师傅、广东技工、南粤家政", "推进“粤菜师傅”“广东技工”工程", "粤菜师傅"),
    ],
)
def test_is_found_with_quotes_blanks_and_marks_inside(name: str, text: str, hit: str) -> None:
    assert hit in found(named(name), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("三抓三促", "三抓\n三促"),
        ("六保", "六、保障措施"),
        ("三保", "三、保障措施。兜牢基本民生底线"),
        ("三保", "巩固“三保障”成果"),
        ("51020", "面值有5、10、20元的产业券"),
        ("1650产业体系", "完成投资11650亿元，产业体系完善"),
        ("两山", "洛阳之南，两山对望"),
        ("标准地", "公开出版的标准地图"),
        ("两新", "省委两新工委书记"),
        ("强省会", "增强省会综合经济实力"),
        ("共同缔造", "由两国老一辈领导人共同缔造"),
        ("六个一", "每人六个一百分"),
        ("重要窗口", "是展示城市形象的重要窗口"),
        ("四大经济", "全球四大经济体"),
        ("四件大事", "他一生办了四件大事"),
        ("甘味", "回味里有一丝甘味"),
        ("五个100", "筹款五个100元"),
        ("51020", "规划“51010”之外的数字"),
        ("个转企", "传音控股上市在即"),
    ],
)
def test_everyday_language_is_not_taken_for_a_slogan(name: str, text: str) -> None:
    assert found(named(name), text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("两山", "践行“两山”理念"),
        ("三保", "兜牢基层“三保”底线"),
        ("三个一批", "全省“三个一批”项目建设活动"),
        ("两新", "“两重”建设和“两新”政策"),
        ("标准地", "推行标准地+承诺制"),
        ("六个一", "实行“六个一”包联机制"),
        ("1650产业体系", "加快构建1650产业体系"),
        ("强省会", "实施强省会行动"),
    ],
)
def test_in_its_context_the_same_name_is_found(name: str, text: str) -> None:
    assert found(named(name), text) != []


def test_a_context_word_in_another_paragraph_or_far_away_does_not_count() -> None:
    slogan = named("凤凰涅槃")
    assert found(slogan, "腾笼换鸟、凤凰涅槃") == ["凤凰涅槃"]
    assert found(slogan, "腾笼换鸟。\n凤凰涅槃") == []
    assert found(slogan, "腾笼换鸟" + "，" * 30 + "凤凰涅槃") == []


def test_every_slogan_is_found_by_its_own_name_and_variants_in_quotes() -> None:
    for slogan in lexicon.slogans():
        for form in (slogan.name, *slogan.variants):
            words = "".join(f"，{word}" for word in slogan.context[:1] if word != QUOTED)
            assert found(slogan, f"我市“{form}”{words}"), (slogan.name, form)


def test_the_offsets_of_a_search_key_point_into_the_text() -> None:
    text = "推进 “五好”园区\n和“三抓、三促”"
    key, offsets = lexicon.search_key(text)
    assert key == "推进五好园区\n和三抓三促"
    assert len(offsets) == len(key) and "".join(text[i] for i in offsets) == key
    assert lexicon.search_key(key)[0] == key
    assert lexicon.search_key("") == ("", [])


def test_the_rows_shown_in_the_readme_can_be_added(tmp_path: Path) -> None:
    guide = (Path(lexicon.__file__).parent / "README.md").read_text(encoding="utf-8")
    shown = "".join(re.findall(r"```csv slogans\n(.*?)```", guide, re.DOTALL))
    table = tmp_path / "slogans.csv"
    own = (Path(lexicon.__file__).parent / "slogans.csv").read_text(encoding="utf-8")
    table.write_text(own + shown, encoding="utf-8")
    assert [slogan.name for slogan in load_slogans(table)[-2:]] == ["示例三比三争", "示例两江"]


def test_a_comma_for_an_enumeration_mark() -> None:
    [slogan] = [s for s in lexicon.slogans() if s.name == "大抓项目、抓大项目"]
    forms = lexicon.matching_forms(slogan)
    assert {"大抓项目抓大项目", "大抓项目，抓大项目", "大抓项目,抓大项目"} <= set(forms)
