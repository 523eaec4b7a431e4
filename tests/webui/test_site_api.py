"""The JSON interface: what it answers is what openapi.json says."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webui.reading import page, search, token
from tests.webui.site_articles import articles, document_id

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


@pytest.fixture
def description(web: FlaskClient) -> dict[str, Any]:
    response = web.get("/api/v1/openapi.json")
    assert response.mimetype == "application/json"
    return dict(response.get_json())


def conforms(value: Any, schema: dict[str, Any], description: dict[str, Any], where: str = "$") -> None:
    """Assert that a value is as its JSON schema says; an object has no property that the schema does not name."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/components/schemas/")
        conforms(value, description["components"]["schemas"][name], description, where)
        return
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert any(isinstance(value, TYPES[k]) for k in kinds), f"{where}: {value!r} is no {kinds}"
    assert value in schema.get("enum", [value]), where
    if isinstance(value, list):
        for number, item in enumerate(value):
            conforms(item, schema["items"], description, f"{where}[{number}]")
    if isinstance(value, dict):
        assert set(schema["required"]) <= set(value) <= set(schema["properties"]), f"{where}: {sorted(value)}"
        for name, item in value.items():
            conforms(item, schema["properties"][name], description, f"{where}.{name}")


def answer_schema(description: dict[str, Any], path: str, status: str = "200") -> dict[str, Any]:
    response = description["paths"][path]["get"]["responses"][status]
    if "$ref" in response:
        response = description["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return dict(response["content"]["application/json"]["schema"])


@pytest.mark.parametrize(
    "state", [{}, {"q": "三抓三促"}, {"q": "招商 高新区 项目"}, {"q": '"没有这句话"'}, {"sort": "newest"}]
)
def test_search_answers_as_described(web: FlaskClient, description: dict[str, Any], state: dict[str, str]) -> None:
    answer = web.get(f"/api/v1/search?{urlencode(state)}").get_json()
    conforms(answer, answer_schema(description, "/api/v1/search"), description)


@pytest.mark.parametrize("path", [a.path for a in articles()[-4:]] + ["pages/00/2.html"])
def test_documents_answer_as_described(web: FlaskClient, description: dict[str, Any], path: str) -> None:
    answer = web.get(f"/api/v1/documents/{document_id(path)}?{urlencode({'q': '园区'})}").get_json()
    conforms(answer, answer_schema(description, "/api/v1/documents/{id}"), description)
    original = next(a for a in articles() if a.path == path)
    assert (answer["title"], answer["body"]) == (original.title, original.body)
    assert answer["marked"] == sum(s["marked"] for p in [answer["title_spans"], *answer["paragraphs"]] for s in p)


def test_links_answer_as_described(web: FlaskClient, description: dict[str, Any]) -> None:
    soup = search(web, "三抓三促")
    web.post(
        "/links", data={"csrf_token": token(soup), "search": "q=%E4%B8%89%E6%8A%93%E4%B8%89%E4%BF%83", "name": "a"}
    )
    answer = web.get("/api/v1/links").get_json()
    conforms(answer, answer_schema(description, "/api/v1/links"), description)
    assert [link["hits"] for link in answer["links"]] == [11]
    page(web.get(answer["links"][0]["url"], follow_redirects=True))


def test_suggestions_answer_as_described(web: FlaskClient, description: dict[str, Any]) -> None:
    found = web.get("/api/v1/suggest?q=szsc").get_json()
    conforms(found, answer_schema(description, "/api/v1/suggest"), description)
    assert found["suggestions"][0]["text"] == "三抓三促"
    assert web.get(found["suggestions"][0]["url"]).status_code == 200
    titles = [s for s in web.get("/api/v1/suggest?q=平凉工业园区").get_json()["suggestions"] if s["kind"] == "title"]
    assert titles and all(web.get(s["url"]).status_code == 200 for s in titles)


@pytest.mark.parametrize(
    "state", [{"q": "三抓三促"}, {"q": '"没有这句话"'}, {"q": "园区", "order": "newest", "size": "2"}]
)
def test_concordance_answers_as_described(web: FlaskClient, description: dict[str, Any], state: dict[str, str]) -> None:
    answer = web.get(f"/api/v1/concordance?{urlencode(state)}").get_json()
    conforms(answer, answer_schema(description, "/api/v1/concordance"), description)
    assert len(answer["lines"]) == min(answer["occurrences"], int(state.get("size", 50)))
    assert web.get(answer["page_url"]).status_code == 200
    for line in answer["lines"]:
        marked = web.get(f"/api/v1/documents/{line['id']}?{urlencode({'q': state['q']})}").get_json()
        spans = [s for part in [marked["title_spans"], *marked["paragraphs"]] for s in part if s["marked"]]
        assert line["hit"].startswith(spans[line["hit_number"] - 1]["text"])


def test_copies_and_their_difference_answer_as_described(web: FlaskClient, description: dict[str, Any]) -> None:
    hit = web.get(f"/api/v1/search?{urlencode({'q': '三抓三促'})}").get_json()["hits"][0]
    copies = web.get(f"/api/v1/documents/{hit['id']}/copies").get_json()
    conforms(copies, answer_schema(description, "/api/v1/documents/{id}/copies"), description)
    assert hit["id"] in [copy["id"] for copy in copies["copies"]]
    none = web.get(f"/api/v1/documents/{hit['id']}/copies?{urlencode({'q': '没有这个词的'})}").get_json()
    assert none == {"documents": 0, "copies": []}
    found = web.get(f"/api/v1/documents/{hit['id']}/copies/{document_id('pages/00/2.html')}").get_json()
    conforms(found, answer_schema(description, "/api/v1/documents/{id}/copies/{other}"), description)
    assert found["one"]["id"] == hit["id"] and 0 <= found["shared"] <= 1
    assert web.get(f"/api/v1/documents/{hit['id']}/copies/nothing").status_code == 404


def test_trends_answer_as_described(web: FlaskClient, description: dict[str, Any]) -> None:
    state = [("q", "三抓三促"), ("q", "园区"), ("by", "month"), ("copies", "once")]
    answer = web.get(f"/api/v1/trends?{urlencode(state)}").get_json()
    conforms(answer, answer_schema(description, "/api/v1/trends"), description)
    assert [series["query"] for series in answer["series"]] == ["三抓三促", "园区"] and answer["notes"]
    assert web.get("/api/v1/trends?q=a&by=day").status_code == 400


def test_health_answers_as_described(web: FlaskClient, description: dict[str, Any]) -> None:
    assert web.get("/healthz").get_json() == {"status": "ok", "documents": len(articles())}
    assert "/healthz" in description["paths"]


def test_every_address_is_described_and_no_other(app: Flask, description: dict[str, Any]) -> None:
    rules = {r.rule for r in app.url_map.iter_rules() if r.rule.startswith("/api/")} | {"/healthz"}
    described = {r.replace("<document_id>", "{id}").replace("<other_id>", "{other}") for r in rules}
    assert described == set(description["paths"])


def test_facets_count_and_know_what_is_chosen(web: FlaskClient) -> None:
    answer = web.get(f"/api/v1/search?{urlencode({'q': '三抓三促', 'region': '甘肃省'})}").get_json()
    regions = {v["value"]: v for v in answer["facets"]["region"]}
    assert answer["total"] == 3
    assert regions["甘肃省"] == {"value": "甘肃省", "count": 3, "selected": True, "own": 0}
    assert regions["甘肃省/平凉市"]["count"] == 2
    assert regions["四川省"] == {"value": "四川省", "count": 1, "selected": False}


def test_any_order_of_parameters_is_answered_without_a_detour(web: FlaskClient) -> None:
    assert web.get("/api/v1/search?size=20&page=1&q=a").status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code", "position"),
    [
        (f"/api/v1/search?{urlencode({'q': '高新区 地区:'})}", 400, "bad_query", 7),
        ("/api/v1/search?year=abc", 400, "bad_request", None),
        ("/api/v1/documents/nothing", 404, "not_found", None),
        ("/api/v1/nothing", 404, "not_found", None),
    ],
)
def test_errors_are_json(
    web: FlaskClient, description: dict[str, Any], address: str, status: int, code: str, position: int | None
) -> None:
    response = web.get(address)
    error = response.get_json()
    assert (response.status_code, error["error"]["code"], error["error"]["position"]) == (status, code, position)
    conforms(error, answer_schema(description, "/api/v1/search", "400"), description)


def test_other_methods_are_refused_as_json(web: FlaskClient) -> None:
    response = web.delete("/api/v1/search")
    assert (response.status_code, response.get_json()["error"]["code"]) == (405, "method_not_allowed")
