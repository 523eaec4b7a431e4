"""What is sent to Elasticsearch while something runs, and the same sent again as it is: the floor of our time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from elastic_transport import HttpHeaders
from elasticsearch import Elasticsearch

PIT = "_pit"


@dataclass(frozen=True)
class Request:
    """One request as the client sent it."""

    method: str
    target: str
    body: Any
    headers: dict[str, str]


@contextmanager
def recorded(client: Elasticsearch) -> Iterator[list[Request]]:
    """The requests that the client sends meanwhile."""
    transport, found = client.transport, []
    send = transport.perform_request

    def noting(method: str, target: str, **options: Any) -> Any:
        found.append(Request(method, target, options.get("body"), dict(options.get("headers") or {})))
        return send(method, target, **options)

    transport.perform_request = noting  # type: ignore[method-assign]
    try:
        yield found
    finally:
        del transport.perform_request


def sender(client: Elasticsearch, requests: list[Request]) -> Callable[[], None]:
    """A call that sends the requests again, bodies ready made, answers left as bytes.

    Frozen views are opened anew: their names are the only thing that is put into a body at the time of sending.
    """
    node = client.transport.node_pool.get()
    ready = [(request, _bytes(client, request)) for request in requests]

    def send() -> None:
        view = ""
        for request, body in ready:
            if view and isinstance(request.body, dict) and ("pit" in request.body or PIT in request.target):
                body = json.dumps(_with_view(request.body, view)).encode()
            headers = HttpHeaders(request.headers)
            answer = node.perform_request(request.method, request.target, body=body, headers=headers)
            if PIT in request.target and request.method == "POST":
                view = json.loads(answer.body)["id"]

    return send


def _bytes(client: Elasticsearch, request: Request) -> bytes | None:
    if request.body is None:
        return None
    kind = request.headers.get("content-type", "application/json")
    return client.transport.serializers.dumps(request.body, kind.replace("vnd.elasticsearch+", "").split(";")[0])


def _with_view(body: dict[str, Any], view: str) -> dict[str, Any]:
    return body | ({"pit": body["pit"] | {"id": view}} if "pit" in body else {"id": view})
