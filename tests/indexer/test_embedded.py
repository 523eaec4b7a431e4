"""Text that stands only in scripts: in JSON, in string variables, short or long, with its title."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from tests.indexer.cleaning import PARAGRAPHS, cleaned, skipped

TITLE = "云岭市举行项目集中开工仪式"
MARKUP = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
ESCAPED = MARKUP.replace("<", "&lt;").replace(">", "&gt;")
NOTICE = "因供水管网改造，云岭经开区东部片区定于9月8日22时至次日6时停水，请企业提前储水，敬请谅解。"


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def page(script: str, title: str = "云岭在线") -> str:
    return f"<html><head><title>{title}</title></head><body><div id='app'></div>{script}</body></html>"


SCRIPTS = {
    "an assigned object": f"<script>window.__STATE__ = {dump({'detail': {'title': TITLE, 'content': MARKUP}})};</script>",
    "JSON of a framework": f"<script type='application/json'>{dump({'props': {'article': {'title': TITLE, 'body': MARKUP}}})}</script>",
    "a flat list of values (Nuxt 3)": "<script id='__NUXT_DATA__'>"
    + dump([["Reactive", 1], {"data": 2}, {"article": 3}, {"id": 4, "title": 5, "content": 6}, 102, TITLE, MARKUP])
    + "</script>",
    "string variables": f"<script>var title = '{TITLE}'; var content = '{MARKUP}';</script>",
    "escaped twice": f"<script>var D = {{articleInfo: {{title: '&quot;{TITLE}&quot;'.slice(6, -6), content: '{ESCAPED}'}}}}</script>",
    "JSON in a string of JSON": f"<script>var res = {dump({'code': 200, 'data': dump({'articleTitle': TITLE, 'content': MARKUP})})};</script>",
    "JSON in a string": f"<script>window.__INITIAL_STATE__ = {json.dumps(dump({'a': {'newsTitle': TITLE, 'text': MARKUP}}))};</script>",
    "JSON-LD": f"<script type='application/ld+json'>{dump({'@type': 'NewsArticle', 'headline': TITLE, 'articleBody': '　'.join(PARAGRAPHS)})}</script>".replace(
        "　", "\\n"
    ),
    "percent signs": f"<script>var title = '{TITLE}'; document.getElementById('c').innerHTML = decodeURIComponent('{quote(MARKUP)}');</script>",
    "a list of paragraphs": f"<script>var a = {dump({'header': TITLE, 'sections': [{'type': 'text', 'content': p} for p in PARAGRAPHS]})};</script>",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_text_and_title_of_a_script(name: str) -> None:
    document = cleaned(page(SCRIPTS[name]))
    assert document.body.split("\n") == list(PARAGRAPHS)
    assert document.title == TITLE


@pytest.mark.parametrize(
    "script",
    [
        f"<script>var d = {dump({'title': '停水通知', 'content': NOTICE})};</script>",
        f"<script>var articleContent = '<p>{NOTICE}</p>';</script>",
        f'<script>render({{newsTitle: "停水通知", html: "<p>{NOTICE}</p>"}})</script>',
    ],
)
def test_a_short_text_that_its_key_calls_the_text(script: str) -> None:
    assert cleaned(page(script)).body == NOTICE


@pytest.mark.parametrize("key", ["description", "slogan", "tips", "errorMessage", "desc"])
def test_a_short_string_under_another_key_is_no_text(key: str) -> None:
    assert skipped(page(f"<script>var config = {dump({'title': TITLE, key: NOTICE})};</script>")) == "no text"


def test_a_page_that_shows_its_text_is_not_looked_into() -> None:
    source = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1>{MARKUP}<script>var s = {dump({'content': NOTICE * 9})};</script></body></html>"
    assert cleaned(source).body.split("\n") == list(PARAGRAPHS)
