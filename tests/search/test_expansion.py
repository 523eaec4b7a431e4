"""A slogan's name stands for its other spellings and its full wording too, each counted and each to be taken out."""

from __future__ import annotations

import pytest
from elasticsearch import Elasticsearch

import lexicon
from engine import Settings
from search import ConcordanceView, Question, Searcher
from search.expansion import MAX_SLOGANS, expanded, wordings_of
from search.query import parse
from search.tree import All, Any, Word, leaves
from tests.search.conftest import document, index

NAME, WORDING = "三抓三促", "抓学习促提升、抓执行促落实、抓效能促发展"
VARIANT_OF, VARIANT = "双碳", "碳达峰碳中和"
PAGES = (
    document("name", "开展三抓三促行动", kind="新闻"),
    document("wording", "抓学习促提升，抓执行促落实，抓效能促发展", kind="政策"),
    document("both", f"三抓三促，即{WORDING}", kind="政策"),
    document("variant", "碳达峰、碳中和目标"),
    document("other", "教育"),
)


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, PAGES)
    return Searcher(client, module_settings)


def also(query: str, **more: object) -> dict[str, tuple[str, ...]]:
    tree = expanded(parse(query).tree, Question(query=query).change(**more))
    return {leaf.text: leaf.also for leaf, _ in leaves(tree) if isinstance(leaf, Word)}


def test_a_name_brings_the_wording_and_a_variant_brings_the_name() -> None:
    assert wordings_of(NAME) == (WORDING,)
    assert wordings_of("“三抓、三促”") == (WORDING,)
    assert VARIANT_OF in wordings_of(VARIANT)
    assert wordings_of("产业项目") == () == wordings_of("，")


def test_no_wording_holds_the_word_it_stands_beside() -> None:
    for slogan in lexicon.slogans():
        assert not [w for w in wordings_of(slogan.name) if slogan.name in w]


def test_which_words_are_expanded() -> None:
    assert also(f"{NAME} 园区") == {NAME: (WORDING,), "园区": ()}
    assert also(f"{NAME} OR 园区")[NAME] == (WORDING,)
    for query in (f'"{NAME}"', f"标题:{NAME}", f"-{NAME}", f"同句({NAME} 园区)"):
        assert not any(also(query).values()), query
    assert also(NAME, expand=False) == {NAME: ()} == also(NAME, without=(WORDING,))
    many = [s.name for s in lexicon.slogans() if wordings_of(s.name) and " " not in s.name][: MAX_SLOGANS + 1]
    assert not any(also(" ".join(many)).values())


def test_a_tree_keeps_its_form() -> None:
    assert expanded(parse("a (b OR c)").tree, Question()) == All((Word("a"), Any((Word("b"), Word("c")))))


def test_documents_with_another_wording_are_found_below_and_each_wording_is_counted(searcher: Searcher) -> None:
    answer = searcher.search(Question(query=NAME))
    assert {hit.id for hit in answer.hits} == {"name", "wording", "both"}
    assert answer.hits[-1].id == "wording"
    assert [(e.word, e.wording, e.count) for e in answer.expansions] == [(NAME, NAME, 2), (NAME, WORDING, 2)]
    assert (answer.total, answer.total_phrase) == (3, 2)
    marked = [span.text for spans in answer.hits[-1].snippets for span in spans if span.marked]
    assert marked == ["抓学习促提升，抓执行促落实，抓效能促发展"]


def test_counts_obey_the_facets(searcher: Searcher) -> None:
    answer = searcher.search(Question(query=NAME, kind=("政策",)))
    assert (answer.total, [e.count for e in answer.expansions]) == (2, [1, 2])


def test_a_wording_can_be_left_out(searcher: Searcher) -> None:
    for question in (Question(query=NAME, without=(WORDING,)), Question(query=NAME, expand=False)):
        answer = searcher.search(question)
        assert {hit.id for hit in answer.hits} == {"name", "both"}
        assert [(e.wording, e.count, e.counts) for e in answer.expansions] == [(WORDING, None, False)]
        assert searcher.article("both", question).marked == 1
    assert searcher.article("both", NAME).marked == 2


def test_what_names_no_slogan_has_no_wordings(searcher: Searcher) -> None:
    assert searcher.search(Question(query="教育")).expansions == ()
    assert searcher.search(Question(query=f'"{NAME}"')).expansions == ()


def test_words_in_context_and_saved_links_count_the_wordings_too(searcher: Searcher) -> None:
    assert searcher.concordance(ConcordanceView(Question(query=NAME))).occurrences == 4
    searcher.links.create("a", "", Question(query=NAME))
    searcher.links.create("b", "", Question(query=NAME, without=(WORDING,)))
    assert sorted(link.hits or 0 for link in searcher.links.list()) == [2, 3]


def test_the_choice_is_in_the_address() -> None:
    question = Question(query=NAME, without=("乙", "甲"), expand=False)
    assert question.to_params() == [("q", NAME), ("without", "乙"), ("without", "甲"), ("expand", "0")]
    assert Question.from_params(question.to_params()) == question
