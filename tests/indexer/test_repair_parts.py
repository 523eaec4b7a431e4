"""The parts of repair: bytes, the damage itself, readings, simplification, numbering, escapes, wrong decoding."""

import pytest

from indexer.repair import UNKNOWN, gbk, repair
from indexer.repair.forward import damaged, explains, narrow
from indexer.repair.numbering import Numbering
from indexer.repair.readings import is_read, traditional_read
from indexer.repair.sequence import STOP_IN_NAME, sequence_fit
from indexer.repair.simplify import to_simplified
from indexer.repair.swallowed import swallowed

SITE = {"經": "jīng", "業": "yè", "區": "qū", "質": "zhì", "貿": "mào", "團": "tuán", "執": "zhí", "準": "zhǔn"}


@pytest.mark.parametrize(
    ("truth", "shown"),
    [
        ("平涼工業園區", "平?jīng)龉I(yè)園區(qū)"),
        ("為平涼（經濟）高質量", "為平?jīng)觯ń?jīng)濟)高質(zhì)量"),
        ("重慶—上海—日本”外貿航線", "重慶—上?!毡尽蓖赓Q(mào)航線"),
        ("“組團出海”，引入", "“組團(tuán)出?!?,引入"),
        ("農業規模化經營", "農業(yè)規?;?jīng)營"),
        ("不花錢。”葉蕭", "不花錢?!比~蕭"),
        ("帳篷1500頂", "帳篷1500頂"),
    ],
)
def test_the_damage(truth: str, shown: str) -> None:
    assert damaged(truth, SITE.items()) == shown


def test_the_order_of_the_table_matters_and_any_order_explains() -> None:
    truth, table = "經濟開發區", {"經": "jīng", "區": "qū", "發": "fā"}
    assert explains(truth, damaged(truth, reversed(table.items())), table)
    assert not explains("經濟開發局", damaged(truth, table.items()), table)


def test_bytes() -> None:
    assert gbk.encode("經") == (0xBD, 0x9B)
    assert gbk.decode_pair(0xBD, 0x9B) == "經"
    assert gbk.encode("a") is None
    assert gbk.decode_pair(0xAA, 0xA1) is None  # private use: vanishes
    assert gbk.decode(b"\xbd(j") == "?j"  # an impossible pair costs both bytes
    assert gbk.decode(b"\xaa\xa1\x80\xff1") == "€1"


def test_readings() -> None:
    assert is_read("區", "qū") and is_read("區", "ōu") and not is_read("區", "km")
    assert is_read("發", "fɑ̄".replace("ɑ̄", "ā"))
    assert any(char == "經" for pairs in traditional_read("jīng").values() for _, char in pairs)
    assert traditional_read("km") == {}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("成效顯著", "成效显著"),
        ("著力推進", "着力推进"),
        ("圍著項目轉", "围着项目转"),
        ("名著與專著", "名著与专著"),
        ("乾隆皇帝曬乾菜", "乾隆皇帝晒干菜"),
        ("臺灣、巖石、癥結、佔地", "台湾、岩石、症结、占地"),
    ],
)
def test_simplified(text: str, plain: str) -> None:
    assert to_simplified(text) == plain


def test_numbering_goes_on() -> None:
    numbering = Numbering()
    numbering.read("第三十一条 第三十二条")
    assert numbering.fit("第三十三条") > numbering.fit("第三十条")
    numbering.read("（二）措施 1.第一 2.第二")
    assert numbering.lost_digit("。\u3000", ".第三") == "3"
    assert numbering.lost_digit("。\u3000", "0.第三") is None
    numbering.read("（三）其他")
    assert numbering.lost_digit("。\u3000", ".先做") == "1"


def test_numbers_in_brackets() -> None:
    numbering = Numbering()
    numbering.read("目标：（1）甲。（2）乙。")
    assert numbering.lost_digit("。\u3000（", ")丙") == "3"
    assert numbering.lost_digit("方向：\u3000（", ")丙") == "1"
    numbering.read(f"（{UNKNOWN}）丁")
    assert numbering.lost_digit("。\u3000（", ")戊") is None


@pytest.mark.parametrize(
    ("behind", "lost"),
    [("023年9月", "2"), ("998年", "1"), ("一)总则", "("), ("500顶", UNKNOWN), ("", UNKNOWN)],
)
def test_swallowed(behind: str, lost: str) -> None:
    assert swallowed("。", behind, Numbering(), "") == lost


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("&amp;ldquo;五好&amp;rdquo;园区&amp;nbsp;R&amp;D", "“五好”园区 R&D"),
        ("&#8220;园区&#x201D;&amp;amp;mdash;", "“园区”—"),
        ("一&#10;行", "一 行"),
        ("&lt;p&gt; a&b;c &copyright &#0; &#55296;", "&lt;p&gt; a&b;c &copyright &#0; &#55296;"),
        ("高\u200b新\ufeff区\u00ad", "高新区"),
        ("高\u200d新", "高新"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_escapes_and_characters_of_no_width(text: str, plain: str) -> None:
    result = repair(text)
    assert result.text == plain
    assert bool(result.repairs) == (plain != text)
    assert not result.damaged


# An even number of bytes a line: the pairs come out even, and nothing is lost.
MISREAD = "会议强调要深入贯彻党的二十大精神\n招商引资和项目建设是头等大事\n企业服务中心"


def test_utf8_read_as_gbk_is_turned_back() -> None:
    shown = "\n".join(line.encode().decode("gb18030") for line in MISREAD.split("\n"))
    result = repair(shown)
    assert (result.text, result.damaged) == (MISREAD, True)
    assert [(r.after, r.accepted) for r in result.repairs] == [(line, True) for line in MISREAD.split("\n")]


@pytest.mark.parametrize("errors", ["replace", "ignore"])
def test_bytes_lost_in_misreading_are_told_by_the_text_around(errors: str) -> None:
    truth = "全国高新区会议在北京召开，强调深入贯彻落实会议精神\n2023年9月6日"
    shown = "\n".join(line.encode().decode("gbk", errors=errors) for line in truth.split("\n"))
    result = repair(shown)
    assert (result.text, result.damaged) == (truth, True)
    assert all(r.accepted for r in result.repairs)


def test_bytes_that_nothing_tells_stay_open() -> None:
    lines = ["会议强调深入贯彻落实会议精神，园区企业负责人参加会议。", "联系人：欧阳鑫"]
    shown = "\n".join(line.encode()[:-1].decode("gb18030", errors="replace") for line in lines)
    result = repair(shown)
    assert result.text.split("\n")[1] == f"联系人：欧阳{UNKNOWN}"
    assert [r.accepted for r in result.repairs] == [True, False]


def test_utf8_read_as_western_text_with_its_lost_bytes() -> None:
    shown = "\n".join(
        line.encode().decode("cp1252", errors="replace") for line in f"{MISREAD}\n2023年9月6日".split("\n")
    )
    assert repair(shown).text == f"{MISREAD}\n2023年9月6日"


@pytest.mark.parametrize("lost", ["锟斤拷", "\ufffd\ufffd"])
def test_a_date_is_told_by_its_digits(lost: str) -> None:
    result = repair(f"{lost}{lost}2023{lost}9{lost}6{lost}{lost}")
    assert result.text == f"{lost}{lost}2023年9月6日{lost}"
    assert repair(f"2023{lost}19{lost}6{lost}").text == f"2023{lost}19{lost}6{lost}"


@pytest.mark.parametrize(
    ("before", "behind", "page", "lost"),
    [
        ("会议强调，要用好园区平台", "推动项目落地。", "", ","),
        ("会议强调，项目用地共", "个地块。", "", UNKNOWN),  # a number
        ("会议强调，平均周期为", "工作日内。", "", UNKNOWN),  # a sentence does not stop there
        ("全省高校科技", "社科统计工作", "", UNKNOWN),  # no sentence
        ("会议强调，区委", "刘某出席", "区长*张某", UNKNOWN),  # another sign
        ('他说："要用好平台', "推动落地", "", '"'),
        ("去年", "0月签约，今年投产", "", "1"),
        ("全市实现", "DP增长", "", "G"),
        ("客户数量为", "421家企业", "已有3421家企业入驻", "3"),
        ("客户数量为", "421家企业", "3421家企业，5421家企业", UNKNOWN),
        ("客户于", "月12日签约", "2023-09-12 来源：日报", "9"),
    ],
)
def test_swallowed_by_line_and_page(before: str, behind: str, page: str, lost: str) -> None:
    assert swallowed(before, behind, Numbering(), page) == lost


def test_an_area_code_is_told_by_its_telephone_number() -> None:
    assert swallowed("联系电话：", "512-67001234", Numbering(), "") == "0"
    assert swallowed("共", "512-670", Numbering(), "") == UNKNOWN


def test_what_was_replaced_before_is_named_as_lost() -> None:
    result = repair("园区锟斤拷锟斤拷企业")
    assert result.text == "园区锟斤拷锟斤拷企业"
    assert [(r.before, r.accepted) for r in result.repairs] == [("锟斤拷锟斤拷", False)]


def test_narrow() -> None:
    assert narrow("（ＡＢ１）　，。") == "(AB1) ,。"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
@pytest.mark.parametrize("western", ["latin-1", "cp1252"])
def test_chinese_read_as_western_text_is_turned_back(encoding: str, western: str) -> None:
    truth = "全国高新区会议在北京召开\n园区企业发展情况 2023"
    data = truth.encode(encoding)
    shown = "".join(bytes((b,)).decode(western if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "latin-1") for b in data)
    result = repair(shown)
    assert (result.text, result.damaged) == (truth, True)
    assert all(r.accepted for r in result.repairs)


@pytest.mark.parametrize(
    "text", ["Élève à l’été — “où ?”…", "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ", "————————————————", "“…………”", "®®®®®®®®"]
)
def test_western_text_and_marks_stay(text: str) -> None:
    assert repair(text).text == text
    assert not repair(text).repairs


def test_a_unit_in_traditional_writing_has_lost_a_digit_not_a_comma() -> None:
    assert swallowed("资金，占目标任务", "億元的一半", Numbering(), "") == UNKNOWN
    assert swallowed("资金到位，目标任务", "個個完成", Numbering(), "") == UNKNOWN
    assert swallowed("资金到位，目标任务", "都已完成", Numbering(), "") == ","


def test_round_numbers_of_a_page_tell_nothing_of_others() -> None:
    assert swallowed("面积不少于", "000平方米", Numbering(), "厂房1000平方米") == UNKNOWN
    assert swallowed("会期", "026号文", Numbering(), "第2026号文") == "2"


@pytest.mark.parametrize(
    ("before", "fit"),
    [("蓝色“光伏。", STOP_IN_NAME), ("他说：“好。", 0.0), ("。“我们的订单已经排到了明年。", 0.0)],
)
def test_a_full_stop_ends_no_name_in_quotation_marks(before: str, fit: float) -> None:
    assert sequence_fit(before, "”") == sequence_fit("“好。", "”") + fit
