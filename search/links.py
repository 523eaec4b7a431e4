"""Saved searches: a question kept under a name, in an index of their own that survives every rebuild."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from elasticsearch import ConflictError, Elasticsearch
from elasticsearch import NotFoundError as NotFoundAnswer

from engine import Settings, articles_alias, engine_errors, ensure_links
from engine.errors import NotFoundError, UserError
from mappings import strip_controls
from search.answer import SavedLink
from search.compile import compile_count
from search.copies import found_of
from search.expansion import named_slogans
from search.loosening import finds_nothing
from search.query import parse
from search.question import MOMENT, Question
from search.request import Sendable
from search.run import Response, run_many
from search.tree import Node

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0 o 1 l i: an id can be read aloud
ID_LENGTH = 7
MAX_NAME = 100  # characters; of a folder's name too
MAX_NOTE = 2000
MAX_LISTED = 1000
TRIES = 5  # new ids, when one is taken
# Every write is followed by a refresh (the index is tiny), so that the list shows it at once; waiting for the next one
# would take a second.

_ID = re.compile(f"[{ALPHABET}]{{{ID_LENGTH}}}")
_Asked = tuple[Node, Question]


class LinkStore:
    """The saved searches of a collection. Every method raises EngineUnavailable when Elasticsearch is away."""

    def __init__(self, client: Elasticsearch, settings: Settings) -> None:
        self._client = client
        self._settings = settings

    def create(self, name: str, note: str, question: Question, folder: str = "") -> SavedLink:
        """Keep a question, from its first page on, before the others of its folder.

        Raises UserError for an empty or too long name, a long note, and a long name of a folder.
        """
        now = dt.datetime.now(dt.UTC)
        question = replace(question, page=1)
        folder = _folder(folder)
        first = min((link.position for link in self._all() if link.folder == folder), default=0)
        link = SavedLink(
            "",
            _name(name),
            _note(note),
            question.to_query_string(),
            now,
            now,
            folder=folder,
            position=first - 1,
            opened_at=now,
            wordings=wordings_now(question),
        )
        for _ in range(TRIES):
            link = replace(link, id="".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH)))
            if self.restore(link):
                return link
        raise RuntimeError("no free id for a saved link")

    def restore(self, link: SavedLink) -> bool:
        """Put back a link that was deleted, or exported, as it was; False when its id is taken. Raises UserError."""
        link = _checked(link)
        try:
            with engine_errors():
                self._client.create(index=self._index(), id=link.id, document=_source(link), refresh=True)
        except ConflictError:
            return False
        return True

    def list(self) -> tuple[SavedLink, ...]:
        """The links by folder and position, each with the number of its hits now and of those that are new."""
        return self._count(self._all())

    def get(self, link_id: str) -> SavedLink:
        """One link, its hits not counted. Raises NotFoundError."""
        if not _ID.fullmatch(link_id):
            raise _no_link(link_id)
        try:
            with engine_errors():
                return _link(self._client.get(index=self._index(), id=link_id)["_source"])
        except NotFoundAnswer as error:
            raise _no_link(link_id) from error

    def update(self, link_id: str, name: str, note: str, folder: str | None = None) -> SavedLink:
        """Give a link another name, note and folder. Raises NotFoundError; UserError as `create` does."""
        link = self.get(link_id)
        folder = link.folder if folder is None else _folder(folder)
        changed = replace(link, name=_name(name), note=_note(note), folder=folder, updated_at=dt.datetime.now(dt.UTC))
        self._write(changed)
        return changed

    def open(self, link_id: str) -> SavedLink:
        """Note that a link is opened now; the link as it was before, so that what is new can be told. NotFoundError."""
        link = self.get(link_id)
        self._write(replace(link, opened_at=dt.datetime.now(dt.UTC)))
        return link

    def move(self, link_id: str, by: int) -> None:
        """Put a link `by` places down in its folder (up when negative). Raises NotFoundError."""
        moved = self.get(link_id)
        order = [link for link in self._all() if link.folder == moved.folder]
        at = next((n for n, link in enumerate(order) if link.id == link_id), 0)
        order.insert(max(0, at + by), order.pop(at))
        for position, link in enumerate(order):
            if link.position != position:
                self._write(replace(link, position=position))

    def delete(self, link_id: str) -> SavedLink:
        """Delete a link and return it, so that it can be restored. Raises NotFoundError when there is none."""
        link = self.get(link_id)
        try:
            with engine_errors():
                self._client.delete(index=self._index(), id=link_id, refresh=True)
        except NotFoundAnswer as error:
            raise _no_link(link_id) from error
        return link

    def _index(self) -> str:
        return ensure_links(self._client, self._settings)

    def _write(self, link: SavedLink) -> None:
        try:
            with engine_errors():
                self._client.update(index=self._index(), id=link.id, doc=_source(link), refresh=True)
        except NotFoundAnswer as error:
            raise _no_link(link.id) from error

    def _all(self) -> tuple[SavedLink, ...]:
        order: list[dict[str, Any]] = [
            {"folder": {"order": "asc", "missing": "_first", "unmapped_type": "keyword"}},
            {"position": {"order": "asc", "missing": "_last", "unmapped_type": "integer"}},
            {"created_at": "desc"},
            {"id": "asc"},
        ]
        with engine_errors():
            found = self._client.search(index=self._index(), size=MAX_LISTED, sort=order)
        return tuple(_link(hit["_source"]) for hit in found["hits"]["hits"])

    def _count(self, links: tuple[SavedLink, ...]) -> tuple[SavedLink, ...]:
        asked = {link.id: read for link in links if (read := _read(link)) is not None}
        hits = self._totals(asked)
        since = {
            link.id: (asked[link.id][0], replace(asked[link.id][1], added=stamp(link.opened_at)))
            for link in links
            if link.opened_at and hits.get(link.id)
        }
        new = self._totals(since) | {i: 0 for i, n in hits.items() if n == 0}
        return tuple(replace(link, hits=hits.get(link.id), new=new.get(link.id)) for link in links)

    def _totals(self, asked: dict[str, _Asked]) -> dict[str, int]:
        """How many documents each search finds; a search that Elasticsearch refuses is left out."""
        counted = self._responses({i: compile_count(tree, question) for i, (tree, question) in asked.items()})
        narrow = {i: asked[i] for i, response in counted.items() if finds_nothing(response, *asked[i])}
        counted |= self._responses({i: compile_count(t, q, any_word=True) for i, (t, q) in narrow.items()})
        return {link_id: found_of(response, asked[link_id][1]) for link_id, response in counted.items()}

    def _responses(self, searches: Mapping[str, Sendable]) -> dict[str, Response]:
        responses = run_many(self._client, articles_alias(self._settings), list(searches.values()))
        return {i: r for i, r in zip(searches, responses, strict=True) if "error" not in r}


def question_of(link: SavedLink) -> Question:
    """The question a link stands for. Raises UserError where it can no longer be read."""
    return Question.from_params(parse_qsl(link.search))


def wordings_now(question: Question) -> tuple[str, ...]:
    """The wordings of slogans that count in a question as the lexicon is today. None for a query that is none."""
    try:
        named = named_slogans(parse(question.query).tree) if question.expand else {}
    except UserError:
        return ()
    return tuple(w for text, wordings in named.items() for w in (text, *wordings) if w not in question.without)


def stamp(moment: dt.datetime) -> str:
    """A moment as the parameter `added` takes it."""
    return moment.astimezone(dt.UTC).strftime(MOMENT)


def _read(link: SavedLink) -> _Asked | None:
    """What a link searches for; None when it can no longer be read."""
    try:
        question = question_of(link)
        return parse(question.query).tree, question
    except UserError:
        return None


def _checked(link: SavedLink) -> SavedLink:
    if link.id and not _ID.fullmatch(link.id):
        raise UserError("“%(id)s”不是保存的检索的编号。", id=link.id[:20])
    return replace(link, name=_name(link.name), note=_note(link.note), folder=_folder(link.folder))


def _name(text: str) -> str:
    name = strip_controls(text).strip()
    if not name:
        raise UserError("请给这次检索起一个名字。")
    if len(name) > MAX_NAME:
        raise UserError("名字有 %(n)s 个字符，最多 %(most)s 个；其余的话请写在备注里。", n=len(name), most=MAX_NAME)
    return name


def _note(text: str) -> str:
    note = strip_controls(text).strip()
    if len(note) > MAX_NOTE:
        raise UserError("备注有 %(n)s 个字符，最多 %(most)s 个；请缩短。", n=len(note), most=MAX_NOTE)
    return note


def _folder(text: str) -> str:
    folder = strip_controls(text).strip()
    if len(folder) > MAX_NAME:
        raise UserError("文件夹的名字有 %(n)s 个字符，最多 %(most)s 个；请缩短。", n=len(folder), most=MAX_NAME)
    return folder


def _no_link(link_id: str) -> NotFoundError:
    return NotFoundError("没有编号为“%(id)s”的保存的检索；它可能已被删除。", id=link_id[:20])


def _source(link: SavedLink) -> dict[str, Any]:
    source = {
        "id": link.id,
        "name": link.name,
        "note": link.note,
        "folder": link.folder or None,
        "position": link.position,
        "search": link.search,
        "wordings": list(link.wordings),
        "created_at": link.created_at.isoformat(),
        "updated_at": link.updated_at.isoformat(),
        "opened_at": link.opened_at.isoformat() if link.opened_at else None,
    }
    return source


def _link(source: dict[str, Any]) -> SavedLink:
    opened = source.get("opened_at")
    return SavedLink(
        id=source["id"],
        name=source["name"],
        note=source.get("note", ""),
        search=source["search"],
        created_at=dt.datetime.fromisoformat(source["created_at"]),
        updated_at=dt.datetime.fromisoformat(source["updated_at"]),
        folder=source.get("folder") or "",
        position=source.get("position", 0),
        opened_at=dt.datetime.fromisoformat(opened) if opened else None,
        wordings=tuple(source.get("wordings", ())),
    )


def links_from(sources: Iterable[dict[str, Any]]) -> list[SavedLink]:
    """The links of what `link_json` of an export holds. Raises KeyError, TypeError, ValueError for what is none."""
    return [_link(source) for source in sources]
