"""Where Elasticsearch is: settings, client, the local node, the life of the indices, and the tree of errors."""

from engine.client import connect, engine_errors
from engine.doctor import Check, examine
from engine.errors import (
    ContractMismatch,
    EngineUnavailable,
    NotFoundError,
    ParknewsError,
    QueryError,
    UserError,
)
from engine.index import (
    IndexState,
    abandon_rebuild,
    articles_alias,
    articles_state,
    begin_rebuild,
    ensure_articles,
    ensure_links,
    finish_rebuild,
    links_index,
)
from engine.ledgers import Run, last_runs, ledger_path
from engine.node import LocalNode, NodeStatus
from engine.settings import Settings, load_settings

__all__ = [
    "Check",
    "ContractMismatch",
    "EngineUnavailable",
    "IndexState",
    "LocalNode",
    "NodeStatus",
    "NotFoundError",
    "ParknewsError",
    "QueryError",
    "Run",
    "Settings",
    "UserError",
    "abandon_rebuild",
    "articles_alias",
    "articles_state",
    "begin_rebuild",
    "connect",
    "engine_errors",
    "ensure_articles",
    "ensure_links",
    "examine",
    "finish_rebuild",
    "last_runs",
    "ledger_path",
    "links_index",
    "load_settings",
]
