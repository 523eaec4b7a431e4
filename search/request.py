"""A request to Elasticsearch as a value, ready to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


class Sendable(Protocol):
    """What can be sent: a Request, or a Search of elasticsearch.dsl."""

    def to_dict(self) -> dict[str, Any]:
        """The body of the request."""


@dataclass(frozen=True)
class Request:
    """The body of a request, as it is sent; not to be changed.

    A large Search of elasticsearch.dsl would be copied whole at every step and once more when it is sent: a fifth of
    the time that a search takes beside Elasticsearch's own.
    """

    body: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The body of the request."""
        return self.body
