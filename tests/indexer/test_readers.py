"""Folder, file, archive, table -> pages; what cannot be read is skipped with its reason."""

from __future__ import annotations

import gzip
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import UserError
from indexer import RawPage, Skipped, readers, records
from indexer.readers import count_pages, read_paths
from tests.indexer.reading_pages import names, read, reasons, write_zip

ROOT = Path(__file__).parent.parent.parent
NOBODY = 65534


class TestFolder:
    def test_every_page_below_it_in_name_order(self, tmp_path: Path) -> None:
        for name in ("b/2.html", "b/1.htm", "a.shtml", "c.txt", "a/z/deep.md", "A.HTML"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("文", encoding="utf-8")
        assert names(read(tmp_path), tmp_path) == ["A.HTML", "a.shtml", "c.txt", "a/z/deep.md", "b/1.htm", "b/2.html"]

    def test_kind_by_name(self, tmp_path: Path) -> None:
        for name in ("1.html", "2.htm", "3.shtml", "4.txt", "5.md"):
            (tmp_path / name).write_bytes(b"x")
        assert [page.kind for page in read(tmp_path)] == ["html", "html", "html", "text", "text"]

    def test_hidden_files_and_folders_companions_and_assets_are_left_out(self, tmp_path: Path) -> None:
        for name in (".a.html", ".git/b.html", "README.md", "x.css", "logo.PNG", "p.html.expected.json"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(b"x")
        (tmp_path / "p.html").write_bytes(b"x")
        assert names(read(tmp_path), tmp_path) == ["p.html"]

    def test_other_types_are_named(self, tmp_path: Path) -> None:
        (tmp_path / "a.docx").write_bytes(b"x")
        (tmp_path / "b").write_bytes(b"x")
        assert reasons(read(tmp_path)) == [
            "the file type .docx is not read",
            "the file type without suffix is not read",
        ]

    def test_a_file_given_twice_or_by_a_link_is_read_once(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_bytes(b"x")
        (tmp_path / "b.html").symlink_to(tmp_path / "a.html")
        assert names(read(tmp_path, tmp_path / "a.html", tmp_path), tmp_path) == ["a.html"]

    def test_links_in_a_circle_end(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").symlink_to(tmp_path / "b.html")
        (tmp_path / "b.html").symlink_to(tmp_path / "a.html")
        (tmp_path / "gone.html").symlink_to(tmp_path / "nothing")
        (tmp_path / "up").symlink_to(tmp_path)
        (tmp_path / "c.html").write_bytes(b"x")
        found = dict(zip(names(items := read(tmp_path), tmp_path), reasons(items), strict=True))
        assert found.pop("c.html") is None
        assert found.keys() == {"a.html", "b.html", "gone.html", "up"}
        assert "give the folder itself" in str(found["up"])
        assert "No such file" in str(found["gone.html"])

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.html")
        os.mkfifo(tmp_path / "b.jsonl")
        assert count_pages([tmp_path]) == 2
        assert reasons(read(tmp_path)) == ["not a file but a pipe, socket or device"] * 2

    def test_a_name_that_is_not_utf8_can_be_printed(self, tmp_path: Path) -> None:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "公告".encode("gb18030") + b".html"))).write_bytes(b"x")
        [page] = read(tmp_path)
        assert page.path == f"{tmp_path}/\\udcb9\\udcab\\udcb8\\udce6.html"
        assert isinstance(page, RawPage)
        assert page.content == b"x"

    def test_an_empty_folder_has_no_pages(self, tmp_path: Path) -> None:
        assert read(tmp_path) == []


class TestRights:
    """As root rights do not bite: the folder is read by another user's process."""

    @pytest.fixture
    def found(self, tmp_path: Path) -> dict[str, str | None]:
        (tmp_path / "shut").mkdir()
        (tmp_path / "shut" / "a.html").write_bytes(b"x")
        (tmp_path / "b.html").write_bytes(b"x")
        (tmp_path / "c.html").write_bytes(b"x")
        (tmp_path / "b.html").chmod(0)
        (tmp_path / "shut").chmod(0)
        if os.geteuid() == 0:
            items = self._as_nobody(tmp_path)
        else:
            items = [(item.path, getattr(item, "reason", None)) for item in read(tmp_path)]
        (tmp_path / "shut").chmod(stat.S_IRWXU)
        return {path.removeprefix(f"{tmp_path}/"): reason for path, reason in items}

    @staticmethod
    def _as_nobody(folder: Path) -> list[tuple[str, str | None]]:
        for part in (folder, *folder.parents):
            if not part.stat().st_mode & stat.S_IXOTH:
                part.chmod(part.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
        # The modules are loaded first: an unprivileged user may not see where they lie.
        program = (
            "import json, os, sys, pathlib; from indexer.readers import read_paths; os.setgid(int(sys.argv[2]));"
            "os.setuid(int(sys.argv[2])); items = list(read_paths([pathlib.Path(sys.argv[1])]));"
            "print(json.dumps([(i.path, getattr(i, 'reason', None)) for i in items]))"
        )
        command = [sys.executable, "-c", program, str(folder), str(NOBODY)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
        return [tuple(item) for item in json.loads(done.stdout)]

    def test_what_may_not_be_read_is_named_and_the_rest_is_read(self, found: dict[str, str | None]) -> None:
        assert found.keys() == {"b.html", "c.html", "shut"}
        assert found["c.html"] is None
        assert found["b.html"] == "cannot be read: Permission denied"
        assert found["shut"] == "the folder cannot be read (Permission denied); check its rights"


class TestMissing:
    def test_a_missing_path_is_the_users_error(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match="没有这个文件或文件夹"):
            read(tmp_path / "nothing.html")

    def test_it_is_found_before_anything_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_bytes(b"x")
        pages = read_paths([tmp_path / "a.html", tmp_path / "nothing"])
        with pytest.raises(UserError):
            next(pages)

    def test_a_name_too_long_is_the_users_error(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match="无法访问"):
            read(tmp_path / ("长" * 300))


class TestLines:
    def test_fields_of_a_line(self, tmp_path: Path) -> None:
        line = {"id": 7, "url": "http://a.example/1", "title": "题", "text": "文", "date": "2023-05-06", "source": "报"}
        (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
        [page] = read(tmp_path)
        assert isinstance(page, RawPage)
        assert (page.content, page.path, page.url, page.kind) == (
            "文",
            f"{tmp_path}/a.jsonl#1",
            "http://a.example/1",
            "text",
        )
        assert (page.hints.id, page.hints.title, page.hints.published, page.hints.source) == (
            "7",
            "题",
            "2023-05-06",
            "报",
        )

    def test_html_goes_before_text(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text('{"html": "<p>文", "text": "文"}', encoding="utf-8")
        [page] = read(tmp_path)
        assert isinstance(page, RawPage)
        assert (page.content, page.kind) == ("<p>文", "html")

    def test_a_broken_line_in_the_middle_loses_only_itself(self, tmp_path: Path) -> None:
        lines = [
            '{"text": "甲"}',
            '{"text": "乙',
            "",
            '"丙"',
            "[1]",
            '{"title": "丁"}',
            "[" * 100_000,
            '{"text": "戊"}',
        ]
        (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
        items = read(tmp_path)
        assert names(items, tmp_path) == [f"a.jsonl#{n}" for n in (1, 2, 4, 5, 6, 7, 8)]
        told = reasons(items)
        assert [told[0], told[-1]] == [None, None]
        assert str(told[1]).startswith("not a line of JSON: ")
        assert told[2] == told[3] == "not an object with fields such as url, title, text or html"
        assert told[4] == "no text: the line has neither text nor html"
        assert str(told[5]).startswith("not a line of JSON")

    def test_any_character_is_survived(self, tmp_path: Path) -> None:
        line = '{"id": "\\u0000", "title": "标\\ud800题\\u0001", "url": "http://a/\\udfff", "text": "文"}'
        (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
        [page] = read(tmp_path)
        assert isinstance(page, RawPage)
        assert (page.hints.id, page.hints.title, page.url) == (None, "标题", "http://a/")

    def test_a_bom_and_windows_line_ends(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "1"}\r\n{"text": "2"}\r\n\r\n')
        assert [getattr(page, "content", None) for page in read(tmp_path)] == ["1", "2"]

    def test_gzip(self, tmp_path: Path) -> None:
        with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write('{"text": "甲"}\n{"text": "乙"}\n')
        (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"<p>x"))
        assert [getattr(page, "content", None) for page in read(tmp_path)] == ["甲", "乙", b"<p>x"]

    def test_a_page_saved_as_the_server_packed_it(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_bytes(gzip.compress(b"<p>x"))
        (page,) = read(tmp_path)
        assert isinstance(page, RawPage)
        assert (page.content, page.kind) == (b"<p>x", "html")

    def test_a_cut_gzip_gives_what_stands_before_the_cut(self, tmp_path: Path) -> None:
        lines = "".join(json.dumps({"text": os.urandom(300).hex()}) + "\n" for _ in range(400))
        whole = gzip.compress(lines.encode())
        (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
        items = read(tmp_path)
        assert len(items) > 50
        assert reasons(items)[:50] == [None] * 50
        assert str(reasons(items)[-1]).startswith("cannot be read")

    def test_a_line_longer_than_a_page_may_be(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(records, "MAX_LINE_BYTES", 100)
        text = '{"text": "' + "x" * 1000 + '"}\n{"text": "y"}\n'
        (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
        items = read(tmp_path)
        assert names(items, tmp_path) == ["a.jsonl#1", "a.jsonl#2"]
        assert reasons(items)[1] is None
        assert "longer than" in str(reasons(items)[0])

    def test_gb18030_lines(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_bytes('{"text": "平凉市工业园区的企业"}'.encode("gb18030"))
        assert [getattr(page, "content", None) for page in read(tmp_path)] == ["平凉市工业园区的企业"]


class TestJson:
    def test_one_object_or_a_list(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text('{"text": "甲"}', encoding="utf-8")
        (tmp_path / "b.json").write_text('[{"text": "乙"}, 3, {"html": "<p>丙"}]', encoding="utf-8")
        items = read(tmp_path)
        assert names(items, tmp_path) == ["a.json", "b.json#1", "b.json#2", "b.json#3"]
        assert [r is None for r in reasons(items)] == [True, True, False, True]

    @pytest.mark.parametrize("text", ["", "{", "[1,", "nonsense", "[" * 100_000, "1" * 10_000])
    def test_what_is_not_json_is_named(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "a.json").write_text(text, encoding="utf-8")
        [item] = read(tmp_path)
        assert isinstance(item, Skipped)


def test_a_file_longer_than_a_page_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_PAGE_BYTES", 2_000_000)
    (tmp_path / "a.html").write_bytes(b"x" * 2_000_001)
    (tmp_path / "b.html").write_bytes(b"x" * 2_000_000)
    assert reasons(read(tmp_path)) == ["longer than 1 MB; split it, or give it as .jsonl", None]


def test_counting_agrees_with_reading(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"x")
    (tmp_path / "b.jsonl").write_text('{"text": "1"}\n\n{"text": "2"}\n', encoding="utf-8")
    write_zip(tmp_path / "c.zip", {"a.html": b"x", "b.html": b"x"})
    (tmp_path / "d.zip").write_bytes(b"broken")
    assert count_pages([tmp_path]) == len(read(tmp_path)) == 6


def test_counting_gives_up_on_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "COUNTED_BYTES", 10)
    (tmp_path / "b.jsonl").write_text('{"text": "1"}\n', encoding="utf-8")
    assert count_pages([tmp_path]) is None
