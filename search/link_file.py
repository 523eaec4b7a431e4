"""Saved searches as a file to keep or to hand on, and back again."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from engine.errors import UserError
from engine.message import Message
from search.answer import SavedLink
from search.links import LinkStore, links_from, question_of

FORMAT, VERSION = "parknews-links", 1
FIELDS = ("id", "name", "note", "folder", "position", "search", "wordings")
MOST = 1000  # links of a file
SHOWN = 60  # characters of a name in a message


@dataclass(frozen=True)
class Imported:
    """What became of the links of a file; `refused` says why, one sentence each."""

    added: int
    there: int  # the same link is there already
    refused: tuple[str, ...]


def links_file(links: tuple[SavedLink, ...]) -> str:
    """The file: JSON, indented, in the order of the list."""
    value = {"format": FORMAT, "version": VERSION, "links": [_as_json(link) for link in links]}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def import_links(store: LinkStore, content: bytes) -> Imported:
    """Add the links of a file to those that are there; one with a bad search is left out and named.

    A link whose id is taken by a different search gets another id. Raises UserError for a file that is none of ours.
    """
    there = {link.id: link for link in store.list()}
    added, same, refused = 0, 0, []
    for link in links_from_json(content):
        try:
            question = question_of(link)
            if link.id in there and there[link.id].search == link.search:
                same += 1
                continue
            if not link.id or link.id in there or not store.restore(link):
                store.create(link.name, link.note, question, link.folder)
            added += 1
        except UserError as error:
            refused.append(Message("“%(name)s”：%(why)s", name=link.name[:SHOWN], why=error.message))
    return Imported(added, same, tuple(refused))


def links_from_json(content: bytes) -> list[SavedLink]:
    """The links of a file. Raises UserError for a file that is none of ours."""
    try:
        value = json.loads(content.decode("utf-8-sig"))
        if value["format"] != FORMAT or value["version"] > VERSION or not isinstance(value["links"], list):
            raise ValueError("another format")
        links = links_from(_defaults(source) for source in value["links"][: MOST + 1])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("这不是从本程序导出的检索：请选“导出”得到的 JSON 文件。") from error
    if len(links) > MOST:
        raise UserError("文件里的检索太多：一次最多 %(most)s 个。", most=MOST)
    return links


def _defaults(source: dict[str, Any]) -> dict[str, Any]:
    now = dt.datetime.now(dt.UTC).isoformat()
    kept = {name: source[name] for name in (*FIELDS, "created_at", "updated_at", "opened_at") if name in source}
    if not all(isinstance(kept.get(name, ""), str) for name in ("id", "name", "note", "folder", "search")):
        raise TypeError("text expected")
    if not all(isinstance(wording, str) for wording in kept.get("wordings", ())):
        raise TypeError("text expected")
    return (
        {"id": "", "search": "", "created_at": now, "updated_at": now}
        | kept
        | {"position": int(kept.get("position", 0))}
    )


def _as_json(link: SavedLink) -> dict[str, Any]:
    value = {name: getattr(link, name) for name in FIELDS}
    value["wordings"] = list(link.wordings)
    for name in ("created_at", "updated_at", "opened_at"):
        moment = getattr(link, name)
        value[name] = moment.isoformat() if moment else None
    return value
