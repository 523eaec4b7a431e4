"""Tables and archives -> pages; what cannot be read is skipped with its reason."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import RawPage, readers, records
from indexer.readers import count_pages
from tests.indexer.reading_pages import names, read, reasons, write_zip


class TestCsv:
    @staticmethod
    def write(path: Path, rows: list[list[str]], encoding: str) -> None:
        out = io.StringIO(newline="")
        csv.writer(out).writerows(rows)
        path.write_bytes(out.getvalue().encode(encoding))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    def test_chinese_headers(self, tmp_path: Path, encoding: str) -> None:
        rows = [
            ["标题", " 正文 ", "链接", "发布时间", "来源"],
            ["甲园区", "第一行，\n第二行“引号”", "http://a.example/", "2023-05-06", "报"],
        ]
        self.write(tmp_path / "a.csv", rows, encoding)
        [page] = read(tmp_path)
        assert isinstance(page, RawPage)
        assert page.content == "第一行，\n第二行“引号”"
        assert (page.url, page.hints.title, page.hints.published) == ("http://a.example/", "甲园区", "2023-05-06")

    def test_rows_too_short_too_long_or_empty(self, tmp_path: Path) -> None:
        rows = [["title", "text"], ["只有标题"], ["题", "文", "多出的"], ["", ""]]
        self.write(tmp_path / "a.csv", rows, "utf-8")
        assert [r is None for r in reasons(read(tmp_path))] == [False, True, False]

    @pytest.mark.parametrize("text", ["a,b\n1,2\n", "正文", "\n\n"])
    def test_without_a_column_of_text(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
        assert len([r for r in reasons(read(tmp_path)) if r]) == (0 if text == "正文" else 1)

    def test_a_field_longer_than_the_reader_takes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.write(tmp_path / "a.csv", [["text"], ["短"], ["长" * 500], ["短"]], "utf-8")
        monkeypatch.setattr(records, "MAX_PAGE_BYTES", 100_000)
        assert reasons(read(tmp_path)) == [None, None, None]
        self.write(tmp_path / "a.csv", [["text"], ["短"], ["l" * 500], ["短"]], "utf-8")
        limit = csv.field_size_limit
        monkeypatch.setattr(csv, "field_size_limit", lambda _: limit(100))
        told = reasons(read(tmp_path))
        limit(records.MAX_PAGE_BYTES)
        assert told[0] is None
        assert str(told[1]).startswith("the CSV cannot be read from here on")

    def test_nul_characters(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_bytes("text\n平凉\x00工业园区\n".encode())
        assert [getattr(page, "content", None) for page in read(tmp_path)] == ["平凉工业园区"]


class TestZip:
    def test_members(self, tmp_path: Path) -> None:
        members = {
            "gov/1.html": b"<p>1",
            "2.txt": b"2",
            "3.jsonl": b'{"text": "a"}\n{',
            "4.txt.gz": gzip.compress(b"4"),
            "x.png": b"p",
            "__MACOSX/5.html": b"m",
        }
        path = write_zip(tmp_path / "a.zip", members)
        items = read(tmp_path)
        assert names(items, path) == [
            f"{path}!/{n}" for n in ("gov/1.html", "2.txt", "3.jsonl#1", "3.jsonl#2", "4.txt.gz")
        ]
        assert [getattr(item, "content", None) for item in items] == [b"<p>1", b"2", "a", None, b"4"]

    @pytest.mark.parametrize(
        "name", ["../up.html", "a/../../up.html", "/etc/passwd.html", "C:\\a.html", "..\\up.html", "\\a.html"]
    )
    def test_a_path_that_climbs_out(self, tmp_path: Path, name: str) -> None:
        write_zip(tmp_path / "a.zip", {name: b"<p>x", "good.html": b"<p>y"})
        items = read(tmp_path / "a.zip")
        assert reasons(items) == ["the path climbs out of the archive; rename it", None]

    def test_encrypted(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "a.zip", {"secret.html": b"<p>x", "open.html": b"<p>y"})
        data = bytearray(path.read_bytes())
        for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.find(signature) + flags] |= 1
        path.write_bytes(data)
        assert reasons(read(path)) == ["encrypted; unpack it first", None]

    def test_names_of_chinese_windows(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "a.zip", {"AAAA.html": b"<p>x"})
        path.write_bytes(path.read_bytes().replace(b"AAAA", "公告".encode("gb18030")))
        [page] = read(path)
        assert page.path == f"{path}!/公告.html"

    def test_other_types_and_archives_inside_are_named(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "a.zip", {"in.zip": b"x", "a.docx": b"x", "noname": b"x"})
        assert all("is not read inside an archive" in str(reason) for reason in reasons(read(path)))
        assert len(read(path)) == 3

    @pytest.mark.parametrize("name", [".", "./"])
    def test_a_member_without_a_name(self, tmp_path: Path, name: str) -> None:
        path = write_zip(tmp_path / "a.zip", {name: b"x", "a.html": b"<p>x"})
        assert reasons(read(path))[-1] is None

    def test_a_gzip_bomb_inside(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(readers, "MAX_PAGE_BYTES", 1000)
        path = write_zip(tmp_path / "a.zip", {"a.txt.gz": gzip.compress(b"x" * 100_000), "b.txt": b"y" * 2000})
        assert all(str(reason).startswith("longer than") for reason in reasons(read(path)))

    def test_a_member_with_a_wrong_checksum(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "a.zip", {"a.html": b"<p>first", "b.html": b"<p>second"})
        path.write_bytes(path.read_bytes().replace(b"<p>first", b"<p>FIRST", 1))
        told = reasons(read(path))
        assert str(told[0]).startswith("cannot be unpacked: Bad CRC")
        assert told[1] is None

    @pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all" * 100])
    def test_no_archive(self, tmp_path: Path, data: bytes) -> None:
        (tmp_path / "a.zip").write_bytes(data)
        [item] = read(tmp_path)
        assert str(reasons([item])[0]).startswith("the zip archive cannot be read")

    @given(st.data())
    def test_flipped_bytes_never_raise(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        folder = tmp_path_factory.mktemp("zip")
        path = write_zip(
            folder / "a.zip", {"a.html": b"<p>one" * 9, "b/c.txt.gz": gzip.compress(b"two"), "d.csv": b"text\n3"}
        )
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(content[: data.draw(st.integers(1, len(content)))])
        assert all(item.path.isprintable() for item in read(path))
        assert count_pages([path]) is not None
