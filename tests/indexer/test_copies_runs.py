"""The groups of near-copies in whole runs, against a real Elasticsearch."""

from __future__ import annotations

import json
from pathlib import Path

import opencc
from elasticsearch import Elasticsearch

from engine import Settings, articles_alias
from indexer import as_json_line, index_paths, inspect_paths
from tests.indexer.running import counts
from tests.indexer.test_copies import BODY, NOTICE, NOTICE_TITLE, TITLE


def lines(path: Path, *records: tuple[str, str, str]) -> Path:
    made = [json.dumps({"id": i, "title": t, "text": b}, ensure_ascii=False) for i, t, b in records]
    path.write_text("\n".join(made), encoding="utf-8")
    return path


def groups_of(client: Elasticsearch, settings: Settings) -> dict[str, str]:
    """The titles of the documents, and the title of the first of their group (by its label)."""
    client.indices.refresh(index=articles_alias(settings))
    hits = client.search(index=articles_alias(settings), size=1000)["hits"]["hits"]
    return {hit["_source"]["title"]: hit["_source"]["group"] for hit in hits}


def partition(groups: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(t for t, g in groups.items() if g == label) for label in groups.values()}


RECORDS = (
    ("1", TITLE, BODY),
    ("2", NOTICE_TITLE, NOTICE),
    ("3", "园区按下快进键", f"陇上日报讯（记者李静）{BODY}\n责任编辑：赵晓梅"),
    ("4", NOTICE_TITLE.replace("第三批", "第四批"), NOTICE.replace("第三批", "第四批").replace("6月", "9月")),
    ("5", "項目建設推進會", opencc.OpenCC("s2tw").convert(BODY)),
)
TOGETHER = {TITLE, "园区按下快进键", "项目建设推进会"}


class TestRuns:
    def test_reposts_come_together_and_forms_stay_apart(
        self, client: Elasticsearch, settings: Settings, tmp_path: Path
    ) -> None:
        index_paths(client, settings, [lines(tmp_path / "a.jsonl", *RECORDS)])
        found = partition(groups_of(client, settings))
        assert frozenset(TOGETHER) in found
        assert len(found) == 3

    def test_any_number_of_processes_and_a_rebuild_make_the_same(
        self, client: Elasticsearch, settings: Settings, tmp_path: Path
    ) -> None:
        many = [(f"{n}-{i}", f"{t} {n}", b.replace("平凉", f"第{n}")) for n in range(40) for i, t, b in RECORDS]
        path = lines(tmp_path / "a.jsonl", *many)
        index_paths(client, settings, [path], jobs=1)
        one = groups_of(client, settings)
        index_paths(client, settings, [path], jobs=2, rebuild=True)
        assert groups_of(client, settings) == one
        assert len(one) == len(many)

    def test_page_after_page_is_like_all_at_once(
        self, client: Elasticsearch, settings: Settings, tmp_path: Path
    ) -> None:
        for number in range(1, len(RECORDS) + 1):
            totals, _ = index_paths(client, settings, [lines(tmp_path / "a.jsonl", *RECORDS[:number])])
            assert counts(totals)[:2] == (1, number - 1)
        by_and_by = groups_of(client, settings)
        index_paths(client, settings, [tmp_path / "a.jsonl"], rebuild=True)
        assert groups_of(client, settings) == by_and_by

    def test_a_changed_page_leaves_its_group(self, client: Elasticsearch, settings: Settings, tmp_path: Path) -> None:
        path = lines(tmp_path / "a.jsonl", *RECORDS)
        index_paths(client, settings, [path])
        before = groups_of(client, settings)
        changed = (("1", "另一篇", NOTICE.replace("科技型中小企业", "绿色工厂").replace("2023", "2021")), *RECORDS[1:])
        index_paths(client, settings, [lines(path, *changed)])
        after = groups_of(client, settings)
        assert after["园区按下快进键"] == after["项目建设推进会"] == before[TITLE], "copies keep their group"
        assert after["另一篇"] not in before.values(), "the new text is no copy of theirs"

    def test_prune_leaves_the_others_together(self, client: Elasticsearch, settings: Settings, tmp_path: Path) -> None:
        path = lines(tmp_path / "a.jsonl", *RECORDS)
        index_paths(client, settings, [path])
        index_paths(client, settings, [lines(path, *RECORDS[1:])], prune_missing=True)
        later = ("6", "再次转载", f"{BODY}\n编辑：王芳")
        index_paths(client, settings, [lines(path, *RECORDS[1:], later)])
        found = groups_of(client, settings)
        assert TITLE not in found
        assert found["再次转载"] == found["园区按下快进键"] == found["项目建设推进会"]

    def test_what_was_written_before_is_not_written_again(
        self, client: Elasticsearch, settings: Settings, tmp_path: Path
    ) -> None:
        """Elasticsearch would index an updated document from its _source, which lacks the terms."""
        index_paths(client, settings, [lines(tmp_path / "a.jsonl", RECORDS[0])])
        index_paths(client, settings, [lines(tmp_path / "b.jsonl", RECORDS[2])])
        hits = client.search(index=articles_alias(settings), version=True)["hits"]["hits"]
        assert [hit["_version"] for hit in hits] == [1, 1]
        words = {"bool": {"filter": [{"term": {"body_terms": "项目"}}]}}
        client.indices.refresh(index=articles_alias(settings))
        assert client.count(index=articles_alias(settings), query=words)["count"] == 2

    def test_inspect_shows_no_group(self, tmp_path: Path) -> None:
        [shown] = inspect_paths([lines(tmp_path / "a.jsonl", RECORDS[0])])
        value = json.loads(as_json_line(shown))
        assert value["group"] is None
        assert "signature" not in value
