"""Bytes -> text, whatever the label says."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import RawPage, Skipped, process
from indexer.decode import NotText, decode, was_lost

TEXT = (
    "平凉市人民政府办公室关于印发《平凉工业园区高质量发展实施方案》的通知\n"
    "各县（市、区）人民政府，市政府有关部门：为深入推进“三抓三促”行动，现将实施方案印发给你们，请认真贯彻执行。\n"
)
TRADITIONAL = "新竹科學園區管理局發布新聞稿，說明園區廠商的產值與就業情形，並對未來的發展方向提出說明。\n" * 2
RARE = "㐂䶮𠀀𬱟"  # in GB18030 only with four bytes


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_encodings_of_simplified_text(encoding: str, told: str) -> None:
    text = TEXT.replace("“", "").replace("”", "")  # GB2312 of Python has them, but older ones differ
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, told, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "cp950", "utf-16"])
def test_encodings_of_traditional_text(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_four_bytes_of_gb18030() -> None:
    text = TEXT + RARE
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE])
def test_utf16_with_a_bom_of_either_end(bom: bytes) -> None:
    encoding = "utf-16-be" if bom == codecs.BOM_UTF16_BE else "utf-16-le"
    assert decode(bom + TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_markup_without_a_bom(encoding: str) -> None:
    page = f"<html><head><title>{TEXT[:20]}</title></head><body class='article'><p>{TEXT}</p></body></html>\n"
    assert decode(page.encode(encoding)).text == page


@pytest.mark.parametrize(
    ("real", "label"),
    [
        ("utf-8", "gb2312"),
        ("gb18030", "utf-8"),
        ("gb18030", "big5"),
        ("gb18030", "iso-8859-1"),
        ("gb18030", "windows-1252"),
        ("utf-8", "iso-8859-1"),
        ("utf-16", "gb2312"),
    ],
)
def test_a_wrong_label_is_not_believed(real: str, label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>{TEXT}</p></body></html>'
    assert decode(page.encode(real)).text == page


# Names that a page may declare and that Python knows, but not as encodings of text, or not at all.
@pytest.mark.parametrize(
    "label",
    ["hex", "rot13", "base64", "zlib", "undefined", "idna", "punycode", "unicode_escape", "gb2312-80", "nonsense"],
)
def test_a_label_that_names_no_encoding(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>{TEXT}</p></body></html>'
    assert decode(page.encode("gb18030")).text == page


def test_a_page_assembled_from_parts_in_two_encodings() -> None:
    lines = [f"第{n}条　园区管理委员会应当依法履行职责，做好企业服务工作。" for n in range(200)]
    data = b"\n".join(line.encode("gb18030" if n == 100 else "utf-8") for n, line in enumerate(lines))
    decoded = decode(data)
    assert decoded.text == "\n".join(lines)
    assert decoded.encoding == "utf-8+gb18030"


def test_a_page_cut_in_the_middle_of_a_character() -> None:
    decoded = decode((TEXT * 20).encode("utf-8")[:-2])
    assert decoded.text == (TEXT * 20)[:-2] + "\ufffd"
    assert (decoded.encoding, decoded.lost) == ("utf-8", 1)


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_a_legacy_page_cut_in_the_middle_of_a_character(encoding: str) -> None:
    text = (TRADITIONAL if encoding == "big5" else TEXT) * 5
    decoded = decode(text.rstrip().encode(encoding)[:-1])
    assert decoded.text.startswith(text.rstrip()[:-1])
    assert decoded.lost == decoded.text.count("\ufffd") == 1


def test_what_is_lost_is_counted_and_shown() -> None:
    data = (TEXT * 30).encode("utf-8").replace("平凉工业园区".encode(), "平凉工业园区".encode()[:-1], 1)
    decoded = decode(data)
    assert decoded.lost == decoded.text.count("\ufffd") == 1


@pytest.mark.parametrize("data", [b"", b"   \r\n\t ", b"\x00" * 500])
def test_nothing(data: bytes) -> None:
    with pytest.raises(NotText, match="the file is empty"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "PNG"),
        (b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" * 9, "JPEG"),
        (b"PK\x03\x04" + b"\x14\x00" * 20, "zip archive or Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\x1f\x8b\x08" + b"\x00" * 20, "gzip"),
        (b"\x7fELF" + bytes(range(256)) * 4, "program"),
        (bytes(range(8)) * 500, "binary file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_binary_files(data: bytes, what: str) -> None:
    with pytest.raises(NotText, match=what):
        decode(data)


def test_nul_characters_in_and_behind_a_text_are_left_out() -> None:
    assert decode((TEXT + "\x00\x00" + TEXT + "\x00" * 512).encode()).text == TEXT + TEXT


def test_a_bom_in_gb18030() -> None:
    assert decode(("\ufeff" + TEXT).encode("gb18030")).text == TEXT


def test_a_western_blank_in_utf8() -> None:
    found = decode((TEXT * 3).encode().replace("：".encode(), "：".encode() + b"\xa0"))
    assert (found.text, found.lost) == ((TEXT * 3).replace("：", "： "), 0)


def test_a_short_line_in_utf8_of_a_page_in_gbk() -> None:
    data = TEXT.encode("gbk") + "来源：云岭网\n".encode() + TEXT.encode("gbk")
    assert decode(data).text == TEXT + "来源：云岭网\n" + TEXT


@given(st.binary(max_size=400))
def test_random_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotText as error:
        assert str(error)
    else:
        assert decoded.lost == decoded.text.count("\ufffd")
        decoded.text.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf8_always_comes_back(text: str) -> None:
    text = "字" + text
    assert decode(text.encode("utf-8")).text == text


@given(st.binary(max_size=60), st.sampled_from(["gbk", "hex", "utf-7", "utf-16", "cp437", "big5"]))
def test_random_bytes_with_a_label(data: bytes, label: str) -> None:
    page = b'<meta charset="' + label.encode() + b'">' + data + "园区".encode("gb18030")
    try:
        assert decode(page).text
    except NotText as refusal:  # control characters upon control characters
        assert "binary" in str(refusal)


def test_a_page_that_was_lost_before_it_was_saved_is_told_so() -> None:
    text = "平凉工业园区召开项目推进会，研究部署下一步工作。\n会议要求各部门抓好落实，确保全年目标任务完成。"
    saved = text.encode("gb18030").decode("utf-8", "replace")
    page = process(RawPage(saved.encode(), "page.txt", kind="text"))
    assert isinstance(page, Skipped)
    assert "decoded wrongly" in page.reason
    assert was_lost(saved) and not was_lost(text)


SENTENCE = "各乡镇人民政府：为做好防汛工作，现将有关事项通知如下，请认真贯彻执行。"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SENTENCE, "停水公告\n因检修，5月12日停水。"])
def test_short_texts_in_utf16_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_utf16_that_was_cut_in_the_middle_of_a_character() -> None:
    assert decode((SENTENCE * 4).encode("utf-16-le")[:-1]).text[:-1] == (SENTENCE * 4)[:-1]


def test_latin_letters_are_no_utf16() -> None:
    assert decode(b"this app can break").text == "this app can break"


@pytest.mark.parametrize(
    ("encoding", "text"), [("gbk", "停水公告\n因检修，5月12日停水。"), ("big5", "停水通知，請見諒。")]
)
def test_short_texts_in_old_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_parts_in_utf8_of_a_page_in_gbk() -> None:
    lines = [SENTENCE, "云岭高新区举行项目签约仪式", SENTENCE, SENTENCE, SENTENCE]
    data = b"\n".join(line.encode("utf-8" if i == 1 else "gbk") for i, line in enumerate(lines))
    assert decode(data).text == "\n".join(lines)
    title = "<html><head><title>云岭高新区举行项目签约仪式</title></head><body>".encode()
    assert decode(title + (SENTENCE * 5).encode("gbk")).text == title.decode() + SENTENCE * 5


def test_a_line_in_big5_of_a_page_in_utf8() -> None:
    lines = [
        "園區舉行簽約儀式",
        "雲嶺高新區今年第一季度重大項目集中簽約儀式在會展中心舉行，總投資四十六億元。",
        "記者王明報導",
    ] * 3
    data = b"\n".join(line.encode("big5" if i == 1 else "utf-8") for i, line in enumerate(lines))
    assert decode(data).text == "\n".join(lines)


def test_a_cut_line_in_utf8_stays_utf8() -> None:
    data = "\n".join([SENTENCE] * 6).encode() + "\n云岭高新区签".encode()[:-1] + b"\n" + SENTENCE.encode()
    found = decode(data)
    assert "云岭高新区" in found.text
    assert found.lost == 1
