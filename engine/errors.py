"""The one tree of errors: the user's, the engine's, and ours (which are all other exceptions)."""

from __future__ import annotations

from engine.message import Message


class ParknewsError(Exception):
    """Base of every error that is shown to a person as one sentence.

    `message` says what is wrong, where, and what to do; `values` fill its %(name)s. `exit_code` is what the command
    line ends with.
    """

    exit_code = 2

    def __init__(self, message: str, **values: object) -> None:
        self.message = message if isinstance(message, Message) else Message(message, **values)
        super().__init__(self.message)


class UserError(ParknewsError):
    """The input cannot be used (HTTP 400, exit 2)."""


class QueryError(UserError):
    """A query cannot be read. `position` is the offset of the first wrong character in `query`.

    `suggestion` is the nearest query that can be read, when there is one.
    """

    def __init__(self, message: str, query: str, position: int, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.query = query
        self.position = position
        self.suggestion = suggestion


class NotFoundError(UserError):
    """A document or a saved link does not exist (HTTP 404)."""


class EngineUnavailable(ParknewsError):
    """Elasticsearch cannot be had (HTTP 503, exit 3); the message says how to start it."""

    exit_code = 3


class ContractMismatch(ParknewsError):
    """The index was filled under another contract version; it must be rebuilt (HTTP 503, exit 3)."""

    exit_code = 3
