"""Saved searches: a question kept under a name, in an index of their own that survives every rebuild."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from elasticsearch import ConflictError, Elasticsearch
from elasticsearch import NotFoundError as NotFoundAnswer
from elasticsearch.dsl import Search

from engine import Settings, articles_alias, engine_errors, ensure_links
from engine.errors import NotFoundError, UserError
from mappings import strip_controls
from search.answer import SavedLink
from search.compile import compile_count
from search.loosening import finds_nothing
from search.query import parse
from search.question import Question
from search.reader import total_of
from search.run import Response, run_many
from search.tree import Node

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0 o 1 l i: an id can be read aloud
ID_LENGTH = 7
MAX_NAME = 100  # characters
MAX_NOTE = 2000
MAX_LISTED = 1000
TRIES = 5  # new ids, when one is taken
# Every write is followed by a refresh (the index is tiny), so that the list shows it at once; waiting for the next one
# would take a second.

_ID = re.compile(f"[{ALPHABET}]{{{ID_LENGTH}}}")


class LinkStore:
    """The saved searches of a collection. Every method raises EngineUnavailable when Elasticsearch is away."""

    def __init__(self, client: Elasticsearch, settings: Settings) -> None:
        self._client = client
        self._settings = settings

    def create(self, name: str, note: str, question: Question) -> SavedLink:
        """Keep a question, from its first page on. Raises UserError for an empty or too long name, or a long note."""
        now = dt.datetime.now(dt.UTC)
        search = replace(question, page=1).to_query_string()
        link = SavedLink("", _name(name), _note(note), search, now, now)
        index = ensure_links(self._client, self._settings)
        for _ in range(TRIES):
            link = replace(link, id="".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH)))
            try:
                with engine_errors():
                    self._client.create(index=index, id=link.id, document=_source(link), refresh=True)
            except ConflictError:
                continue
            return link
        raise RuntimeError("no free id for a saved link")

    def list(self) -> tuple[SavedLink, ...]:
        """The newest links first, each with the number of its hits now; None where it cannot be counted."""
        index = ensure_links(self._client, self._settings)
        newest = [{"created_at": "desc"}, {"id": "asc"}]
        with engine_errors():
            found = self._client.search(index=index, size=MAX_LISTED, sort=newest)
        return self._count(_link(hit["_source"]) for hit in found["hits"]["hits"])

    def get(self, link_id: str) -> SavedLink:
        """One link, its hits not counted. Raises NotFoundError."""
        if not _ID.fullmatch(link_id):
            raise _no_link(link_id)
        index = ensure_links(self._client, self._settings)
        try:
            with engine_errors():
                return _link(self._client.get(index=index, id=link_id)["_source"])
        except NotFoundAnswer as error:
            raise _no_link(link_id) from error

    def update(self, link_id: str, name: str, note: str) -> SavedLink:
        """Give a link another name and note. Raises NotFoundError; UserError as `create` does."""
        link = replace(self.get(link_id), name=_name(name), note=_note(note), updated_at=dt.datetime.now(dt.UTC))
        index = ensure_links(self._client, self._settings)
        try:
            with engine_errors():
                self._client.update(index=index, id=link_id, doc=_source(link), refresh=True)
        except NotFoundAnswer as error:
            raise _no_link(link_id) from error
        return link

    def delete(self, link_id: str) -> None:
        """Delete a link. Raises NotFoundError when there is none."""
        self.get(link_id)
        index = ensure_links(self._client, self._settings)
        try:
            with engine_errors():
                self._client.delete(index=index, id=link_id, refresh=True)
        except NotFoundAnswer as error:
            raise _no_link(link_id) from error

    def _count(self, links: Iterable[SavedLink]) -> tuple[SavedLink, ...]:
        listed = tuple(links)
        asked = {link.id: read for link in listed if (read := _read(link)) is not None}
        counted = self._responses({i: compile_count(tree, question) for i, (tree, question) in asked.items()})
        narrow = {i: asked[i] for i, response in counted.items() if finds_nothing(response, *asked[i])}
        counted |= self._responses({i: compile_count(t, q, any_word=True) for i, (t, q) in narrow.items()})
        hits = {link_id: total_of(response) for link_id, response in counted.items()}
        return tuple(replace(link, hits=hits.get(link.id)) for link in listed)

    def _responses(self, searches: dict[str, Search[Any]]) -> dict[str, Response]:
        """The responses by link; a search that Elasticsearch refuses has none."""
        responses = run_many(self._client, articles_alias(self._settings), list(searches.values()))
        return {i: r for i, r in zip(searches, responses, strict=True) if "error" not in r}


def _read(link: SavedLink) -> tuple[Node, Question] | None:
    """What a link searches for; None when it can no longer be read."""
    try:
        question = Question.from_params(parse_qsl(link.search))
        return parse(question.query).tree, question
    except UserError:
        return None


def _name(text: str) -> str:
    name = strip_controls(text).strip()
    if not name:
        raise UserError("请给这次检索起一个名字。")
    if len(name) > MAX_NAME:
        raise UserError(f"名字有 {len(name)} 个字符，最多 {MAX_NAME} 个；其余的话请写在备注里。")
    return name


def _note(text: str) -> str:
    note = strip_controls(text).strip()
    if len(note) > MAX_NOTE:
        raise UserError(f"备注有 {len(note)} 个字符，最多 {MAX_NOTE} 个；请缩短。")
    return note


def _no_link(link_id: str) -> NotFoundError:
    return NotFoundError(f"没有编号为“{link_id[:20]}”的保存的检索；它可能已被删除。")


def _source(link: SavedLink) -> dict[str, str]:
    return {
        "id": link.id,
        "name": link.name,
        "note": link.note,
        "search": link.search,
        "created_at": link.created_at.isoformat(),
        "updated_at": link.updated_at.isoformat(),
    }


def _link(source: dict[str, str]) -> SavedLink:
    return SavedLink(
        id=source["id"],
        name=source["name"],
        note=source.get("note", ""),
        search=source["search"],
        created_at=dt.datetime.fromisoformat(source["created_at"]),
        updated_at=dt.datetime.fromisoformat(source["updated_at"]),
    )
