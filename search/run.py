"""A request -> the response of Elasticsearch, its errors turned into ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from elasticsearch import BadRequestError, Elasticsearch

from engine import UserError, engine_errors
from search.request import Sendable

Response: TypeAlias = dict[str, Any]
TOO_MANY = "too many nested clauses"  # the limit depends on the memory of the server
BATCH = 50  # searches sent in one call


def run(client: Elasticsearch, index: str, search: Sendable) -> Response:
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


def run_many(client: Elasticsearch, index: str, searches: Sequence[Sendable]) -> list[Response]:
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


def run_all(client: Elasticsearch, index: str, searches: Sequence[Sendable]) -> list[Response]:
    """Send several searches, many in one call. Raises as `run` does, whichever of them fails."""
    if len(searches) == 1:
        return [run(client, index, searches[0])]
    responses = run_many(client, index, searches)
    return [
        run(client, index, search) if "error" in response else response
        for search, response in zip(searches, responses, strict=True)
    ]
