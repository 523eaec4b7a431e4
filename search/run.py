"""A request -> the response of Elasticsearch, its errors turned into ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from elasticsearch import BadRequestError, Elasticsearch
from elasticsearch.dsl import Search

from engine import UserError, engine_errors

Response: TypeAlias = dict[str, Any]
TOO_MANY = "too many nested clauses"  # the limit depends on the memory of the server
BATCH = 50  # searches sent in one call


def run(client: Elasticsearch, index: str, search: Search[Any]) -> Response:
    """Send one search; an index that does not exist yet holds no documents.

    Raises EngineUnavailable, and UserError for a query with more clauses than Elasticsearch takes.
    """
    try:
        with engine_errors():
            response = client.search(index=index, body=search.to_dict(), ignore_unavailable=True)
    except BadRequestError as error:
        if TOO_MANY not in str(error.body):
            raise
        raise UserError("检索式太长，Elasticsearch 不能一次处理：请缩短，或分几次查找。") from error
    answer: Response = response.body
    return answer


def run_many(client: Elasticsearch, index: str, searches: Sequence[Search[Any]]) -> list[Response]:
    """Send several searches, many in one call; the response of one that failed holds `error`.

    Raises EngineUnavailable.
    """
    responses: list[Response] = []
    for start in range(0, len(searches), BATCH):
        lines: list[dict[str, Any]] = []
        for search in searches[start : start + BATCH]:
            lines += [{"ignore_unavailable": True}, search.to_dict()]
        with engine_errors():
            responses += client.msearch(index=index, searches=lines)["responses"]
    return responses
