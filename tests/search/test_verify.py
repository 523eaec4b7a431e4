"""The check of completeness: it agrees on the samples, counts right, and finds what is wrong with an index."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

import indexer
from engine import Settings, UserError, articles_alias
from mappings import Document, contract_version, index_definition
from search import Searcher, slogan_phrases, verification_lines
from search.frozen import Frozen
from search.verify import Check, verify
from tests.search.conftest import NOW, MakeSearcher, document, index

ROOT = Path(__file__).parents[2]
SAMPLES = [ROOT / "samples" / name for name in ("text", "damaged", "aggregator")]


@pytest.fixture(scope="module")
def samples(client: Elasticsearch, module_settings: Settings) -> Iterator[Searcher]:
    """A searcher over a part of the samples."""
    documents = [d for d in indexer.inspect_paths(SAMPLES) if isinstance(d, Document)]
    assert len(documents) > 20
    index(client, module_settings, documents)
    yield Searcher(client, module_settings)


def counts(check: Check) -> tuple[int, int]:
    return check.scanned.documents, check.found.documents


def test_scan_and_index_agree_on_the_samples(samples: Searcher) -> None:
    result = samples.verify(slogan_phrases(), sample=300, seed=7)
    assert result.ok, "\n".join(verification_lines(result))
    assert result.documents == samples.collection_size()
    assert len(result.checks) == len(slogan_phrases()) + 300
    assert sum(c.scanned.documents for c in result.checks if not c.drawn_from) > 50
    drawn = [check for check in result.checks if check.drawn_from]
    assert all(check.scanned.documents for check in drawn)
    assert len({check.phrase for check in drawn}) == 300


def test_a_seed_draws_the_same_phrases(samples: Searcher) -> None:
    first, again, other = (samples.verify((), sample=40, seed=seed).checks for seed in (1, 1, 2))
    assert [c.phrase for c in first] == [c.phrase for c in again] != [c.phrase for c in other]


def test_what_counts_as_standing_in_a_text(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher(
        [
            document("marks", "“三抓”、三 促，2023年。"),
            document("lines", "三抓三\n促，2022，2023年"),
            document("old", "黨的三抓三促，園區發展產業，顯著着力", title="無"),
            document("title", "别的", title="三抓三促"),
            document("split", "三抓", title="三促"),
            document("number", "三抓三促12023年 Ｒ＆Ｄ"),
            document("word", "三抓X三促 r d"),
        ]
    )
    result = searcher.verify(["三抓三促", "三抓", "2023年", "園區", "r&d", "显著"])
    assert result.ok
    assert {c.phrase: counts(c) for c in result.checks} == {
        "三抓三促": (5, 5),
        "三抓": (7, 7),
        "2023年": (2, 2),
        "園區": (1, 1),
        "r&d": (2, 2),
        "显著": (1, 1),
    }


def test_a_text_shown_that_is_not_the_one_searched_is_found_out(
    client: Elasticsearch, collection_settings: Settings, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher(document(str(n), "三抓三促") for n in range(3))
    broken = document("broken", "双招双引").as_source(NOW) | {"display": {"body": "三抓三促的成效"}}
    client.index(index=articles_alias(collection_settings), id="broken", document=broken, refresh=True)
    result = searcher.verify(["三抓三促", "双招双引", "五好园区"])
    missing, surplus, fine = result.checks
    assert not result.ok and fine.ok
    assert (counts(missing), [s.id for s in missing.missing], missing.surplus) == ((4, 3), ["broken"], [])
    assert (counts(surplus), [s.path for s in surplus.surplus]) == ((0, 1), ["pages/broken.html"])
    lines = list(verification_lines(result))
    assert "broken" in lines[2] and "索引没有找到" in lines[2] and lines[-1].endswith("2 个短语不一致。")
    drawn = [c for seed in range(9) for c in searcher.verify((), sample=4, seed=seed).checks if not c.ok]
    assert "broken" in {c.drawn_from for c in drawn}


def test_an_index_made_with_another_analyzer_is_found_out(client: Elasticsearch, collection: str) -> None:
    definition = index_definition("articles")
    mappings = definition["mappings"] | {"_meta": {"contract_version": contract_version()}}
    mappings["properties"]["body"]["analyzer"] = "whitespace"  # type: ignore[index]
    name = f"parknews-{collection}-broken"
    client.indices.create(index=name, settings=definition["settings"], mappings=mappings)
    texts = ["三抓三促", "以三抓三促为抓手", "三抓 三促"]
    for number, text in enumerate(texts):
        source = document(str(number), text).as_source(NOW)
        client.index(index=name, id=str(number), document=source, refresh=True)
    result = verify(client, name, ["三抓三促"])
    assert counts(result.checks[0]) == (3, 1)
    assert {s.id for s in result.checks[0].missing} == {"1", "2"}


def test_nothing_to_search_for_is_refused(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("1", "三抓")])
    with pytest.raises(UserError, match="没有可以查找"):
        searcher.verify(["，。"])
    with pytest.raises(UserError, match="一次最多"):
        searcher.verify((), sample=10**6)


def test_an_empty_collection_agrees(client: Elasticsearch, collection_settings: Settings) -> None:
    result = Searcher(client, collection_settings).verify(["三抓"], sample=5)
    assert (result.ok, result.documents, len(result.checks)) == (True, 0, 1)


def test_a_view_does_not_see_what_is_indexed_meanwhile(
    client: Elasticsearch, collection_settings: Settings, make_searcher: MakeSearcher
) -> None:
    make_searcher(document(f"{n:02}", "招商") for n in range(25))
    alias = articles_alias(collection_settings)
    with Frozen(client, alias) as view:
        hits = view.hits({"_source": ["id"]}, 10)
        seen = [next(hits)["_id"]]
        index(client, collection_settings, [document("new", "招商")])
        client.delete(index=alias, id="24", refresh=True)
        seen += [hit["_id"] for hit in hits]
    assert sorted(seen) == [f"{n:02}" for n in range(25)]


def test_the_command_ends_with_1_where_they_differ(
    client: Elasticsearch,
    collection_settings: Settings,
    make_searcher: MakeSearcher,
    engine_environment: dict[str, str],
) -> None:
    make_searcher(document(str(n), f"三抓三促，第{n}次会议要求抓好落实") for n in range(3))

    def run(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, str(ROOT / "parknews.py"), "verify", *arguments]
        done = subprocess.run(command, env=engine_environment, capture_output=True, text=True, check=False, timeout=120)
        return done.returncode, done.stdout

    code, said = run("--sample", "5")
    assert code == 0, said
    assert f"{len(slogan_phrases()) + 5:,} 个短语（其中 5 个抽自原文）：全部一致。" in said
    broken = document("broken", "双招双引").as_source(NOW) | {"display": {"body": "三抓三促的成效"}}
    client.index(index=articles_alias(collection_settings), id="broken", document=broken, refresh=True)
    code, said = run("三抓三促")
    assert code == 1, said
    assert "4 篇文档，1 个短语（其中 0 个抽自原文）：1 个短语不一致。" in said
    assert "broken" in said
