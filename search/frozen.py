"""All hits of a request, however many, page by page, in a view of the index that no indexing changes meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch, NotFoundError

from engine import EngineUnavailable, UserError, engine_errors
from search.run import TOO_MANY, Response

KEEP = "10m"  # how long a view lives without a request: a slow reader of a download may pause so long
PAGE = 1000  # documents fetched at a time
UNORDERED: list[Any] = ["_shard_doc"]  # the order that costs nothing


class Frozen:
    """A view of an index, to be used in `with` or ended with `close`. An index that does not exist holds no documents.

    Opening and searching it raise EngineUnavailable.
    """

    def __init__(self, client: Elasticsearch, index: str) -> None:
        self._client = client
        with engine_errors():
            opened = client.open_point_in_time(index=index, keep_alive=KEEP, ignore_unavailable=True)
        self._id: str = opened["id"]

    def __enter__(self) -> Frozen:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the view go. Where that fails it goes by itself after a while."""
        given, self._id = self._id, ""
        if given:
            with suppress(EngineUnavailable), engine_errors():
                self._client.options(ignore_status=404).close_point_in_time(id=given)

    def search(self, body: dict[str, Any]) -> Response:
        """One request. Raises UserError for a query with more clauses than Elasticsearch takes."""
        try:
            with engine_errors():
                response = self._client.search(body=body | {"pit": {"id": self._id, "keep_alive": KEEP}})
        except NotFoundError as error:
            raise EngineUnavailable("读取停得太久，Elasticsearch 已放弃这次读取；请重新开始。") from error
        except BadRequestError as error:
            if TOO_MANY not in str(error.body):
                raise
            raise UserError("检索式太长，Elasticsearch 不能一次处理：请缩短，或分几次查找。") from error
        self._id = response["pit_id"]
        answer: Response = response.body
        return answer

    def pages(self, body: dict[str, Any], size: int = PAGE) -> Iterator[list[Response]]:
        """The hits of a request, `size` at a time. Its `sort` must end in a field that tells documents apart."""
        body = {"sort": UNORDERED, "track_total_hits": False} | body | {"size": size}
        while hits := self.search(body)["hits"]["hits"]:
            yield hits
            if len(hits) < size:
                return
            body["search_after"] = hits[-1]["sort"]

    def hits(self, body: dict[str, Any], size: int = PAGE) -> Iterator[Response]:
        """The hits of a request one by one."""
        for page in self.pages(body, size):
            yield from page
