"""The life of a collection's indices: create, look at, rebuild and swap. The articles name is an alias."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from elasticsearch import ApiError, BadRequestError, Elasticsearch, NotFoundError

from engine.client import engine_errors
from engine.errors import ContractMismatch, EngineUnavailable
from engine.message import Message
from engine.settings import Settings
from mappings import contract_version, index_definition

PREFIX = "parknews"
REBUILD_HINT = Message("请运行 parknews index 文件夹 --rebuild")
UNSET = "-1"  # no refresh while a new index is filled: it is searched by nobody


@dataclass(frozen=True)
class IndexState:
    """What stands behind a collection's alias. All None or 0 when it does not exist."""

    exists: bool
    index: str | None = None
    contract_version: str | None = None
    documents: int = 0
    size_bytes: int = 0
    leftover: tuple[str, ...] = ()  # indices of rebuilds that were cut off; the next rebuild removes them

    @property
    def is_current(self) -> bool:
        """Whether the index, if there is one, was filled under this program's contract version."""
        return not self.exists or self.contract_version == contract_version()

    def require_current(self) -> None:
        """Raise ContractMismatch when the index was filled under another contract version than this program's."""
        if not self.is_current:
            raise ContractMismatch(
                "索引 %(index)s 的契约版本是 %(filled)s，本程序的是 %(ours)s；%(hint)s。",
                index=self.index,
                filled=self.contract_version,
                ours=contract_version(),
                hint=REBUILD_HINT,
            )


def articles_alias(settings: Settings) -> str:
    """Name to read and write the articles by."""
    return f"{PREFIX}-{settings.collection}-articles"


def links_index(settings: Settings) -> str:
    """Name of the index of saved links."""
    return f"{PREFIX}-{settings.collection}-links"


def ensure_articles(client: Elasticsearch, settings: Settings) -> str:
    """The concrete index behind the alias; created, with the alias, when there is none.

    Raises ContractMismatch when it was filled under another contract version, EngineUnavailable.
    """
    state = articles_state(client, settings)
    if not state.exists:
        _create(client, settings, alias=True)
        state = articles_state(client, settings)
    state.require_current()
    return _concrete(state, settings)


def articles_state(client: Elasticsearch, settings: Settings) -> IndexState:
    """What stands behind the alias now. Raises EngineUnavailable."""
    alias = articles_alias(settings)
    with engine_errors():
        all_indices = _indices(client, settings)
        serving = [name for name, info in all_indices.items() if alias in info["aliases"]]
        leftover = tuple(sorted(set(all_indices) - set(serving)))
        if not serving:
            _refuse_plain_index(client, alias)
            return IndexState(False, leftover=leftover)
        index = serving[0]
        stats = client.indices.stats(index=index, metric="docs,store")["_all"]["primaries"]
    meta = all_indices[index]["mappings"].get("_meta", {})
    return IndexState(
        exists=True,
        index=index,
        contract_version=meta.get("contract_version"),
        documents=stats.get("docs", {}).get("count", 0),
        size_bytes=stats.get("store", {}).get("size_in_bytes", 0),
        leftover=leftover,
    )


def begin_rebuild(client: Elasticsearch, settings: Settings) -> str:
    """Create a new, empty index beside the serving one and return its name; fill it by that name.

    Raises EngineUnavailable.
    """
    return _create(client, settings, alias=False)


def finish_rebuild(client: Elasticsearch, settings: Settings, new_index: str, expected: int) -> None:
    """Let the new index serve: check that it holds `expected` documents, swap the alias in one call, delete the rest.

    On a wrong count, or when the swap fails, the new index is deleted, the old one goes on serving, and
    EngineUnavailable is raised.
    """
    try:
        with engine_errors():
            _check_filled(client, new_index, expected)
            client.indices.put_settings(index=new_index, settings={"index.refresh_interval": None})
            _swap(client, settings, new_index)
    except BaseException:
        abandon_rebuild(client, new_index)
        raise
    with engine_errors():
        old = [name for name in _indices(client, settings) if name != new_index]
        if old:
            client.indices.delete(index=old, ignore_unavailable=True)


def abandon_rebuild(client: Elasticsearch, new_index: str) -> None:
    """Delete the index of a rebuild that failed. Raises EngineUnavailable; the next rebuild then removes it.

    An index that serves already is left alone: the answer to the swap may have been lost on the way.
    """
    with engine_errors():
        found = client.indices.get(index=new_index, ignore_unavailable=True, features="aliases")
        if any(info["aliases"] for info in found.values()):
            return
        client.indices.delete(index=new_index, ignore_unavailable=True)


def ensure_links(client: Elasticsearch, settings: Settings) -> str:
    """The name of the index of saved links; created when missing. Raises EngineUnavailable."""
    name = links_index(settings)
    definition = index_definition("saved_links")
    with engine_errors():
        if not client.indices.exists(index=name):
            try:
                client.indices.create(index=name, settings=definition["settings"], mappings=definition["mappings"])
            except BadRequestError as error:
                if error.error != "resource_already_exists_exception":  # another process was faster: that is fine
                    raise
        elif missing := _missing_fields(client, name, definition):  # it was made by an earlier version of this program
            client.indices.put_mapping(index=name, properties=missing)
    return name


def _missing_fields(client: Elasticsearch, index: str, definition: dict[str, Any]) -> dict[str, Any]:
    found = client.indices.get_mapping(index=index)[index]["mappings"].get("properties", {})
    return {name: field for name, field in definition["mappings"]["properties"].items() if name not in found}


def _create(client: Elasticsearch, settings: Settings, *, alias: bool) -> str:
    definition: dict[str, Any] = index_definition("articles")
    now = dt.datetime.now(dt.UTC)
    name = f"{articles_alias(settings)}-{contract_version()}-{now:%Y%m%d%H%M%S%f}"
    meta = {"contract_version": contract_version(), "created_at": now.isoformat()}
    mappings = definition["mappings"] | {"_meta": meta}
    index_settings = dict(definition["settings"])
    # Two processes that both create the first index: the alias takes only one index to write to, the second is refused.
    aliases = {articles_alias(settings): {"is_write_index": True}} if alias else None
    if not alias:
        index_settings["index"] = index_settings.get("index", {}) | {"refresh_interval": UNSET}
    with engine_errors():
        try:
            client.indices.create(index=name, settings=index_settings, mappings=mappings, aliases=aliases)
        except ApiError:  # BadRequestError, or an illegal state with HTTP 500
            if not (alias and client.indices.exists_alias(name=articles_alias(settings))):
                raise
    return name


def _indices(client: Elasticsearch, settings: Settings) -> dict[str, Any]:
    """All concrete article indices of this collection; a longer collection name that begins the same is another's."""
    alias = articles_alias(settings)
    own = re.compile(re.escape(alias) + r"-\d+-[0-9a-f]{8}-\d{20}")
    found = client.indices.get(index=f"{alias}-*", expand_wildcards="open", features="aliases,mappings")
    return {name: info for name, info in found.items() if own.fullmatch(name)}


def _refuse_plain_index(client: Elasticsearch, alias: str) -> None:
    try:
        found = client.indices.get(index=alias, features="aliases")
    except NotFoundError:
        return
    raise EngineUnavailable(
        "Elasticsearch 中已有名为 %(alias)s 的索引或别名（%(found)s），不是 parknews 建立的；请删除它，"
        "或用 --collection 换一个集合名。",
        alias=alias,
        found=tuple(found),
    )


def _check_filled(client: Elasticsearch, index: str, expected: int) -> None:
    client.indices.refresh(index=index)
    count = client.count(index=index)["count"]
    mapping = client.indices.get_mapping(index=index)[index]["mappings"]
    if mapping.get("_meta", {}).get("contract_version") != contract_version():
        raise EngineUnavailable("新索引 %(index)s 在重建中途被删除过；原来的索引继续使用，请再运行一次。", index=index)
    if count != expected:
        raise EngineUnavailable(
            "新索引 %(index)s 应有 %(expected)s 篇，实有 %(count)s 篇；新索引已删除，原来的索引继续使用，"
            "请再运行一次。",
            index=index,
            expected=expected,
            count=count,
        )


def _swap(client: Elasticsearch, settings: Settings, new_index: str) -> None:
    alias = articles_alias(settings)
    old = [name for name, info in _indices(client, settings).items() if alias in info["aliases"]]
    actions: list[dict[str, Any]] = [{"remove": {"index": name, "alias": alias}} for name in old]
    actions.append({"add": {"index": new_index, "alias": alias, "is_write_index": True}})
    client.indices.update_aliases(actions=actions)


def _concrete(state: IndexState, settings: Settings) -> str:
    if state.index is None:
        raise EngineUnavailable("索引 %(index)s 刚被删除；请再运行一次。", index=articles_alias(settings))
    return state.index
