"""Whether the documents of an index hold all that this program reads, for an earlier one may have written less.

The contract version tells of fields and terms. A field that stands empty would show as zeros, or, where copies are
told by it, hide documents.
"""

from __future__ import annotations

from elasticsearch import Elasticsearch
from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Q

from engine import ContractMismatch
from search.counting import GROUP
from search.run import run

KEYWORDS = "keywords"
TEXTS = "body_terms"  # documents without a word have no keywords either
WITHOUT, WITH, WRITTEN = "without", "with", "written"  # names of aggregations


def require_filled(client: Elasticsearch, index: str) -> None:
    """Raise ContractMismatch when documents lack their group, or all that have words lack keywords."""
    search: Search = Search().extra(size=0, track_total_hits=False)
    search.aggs.bucket(WITHOUT, A("missing", field=GROUP))
    search.aggs.bucket(WITH, A("filter", filter=Q("exists", field=KEYWORDS)))
    search.aggs.bucket(WRITTEN, A("filter", filter=Q("exists", field=TEXTS)))
    counted = run(client, index, search).get("aggregations")
    if not counted:
        return
    without = counted[WITHOUT]["doc_count"]
    unread = counted[WRITTEN]["doc_count"] if not counted[WITH]["doc_count"] else 0
    if without or unread:
        raise ContractMismatch(
            "集合里有 %(n)s 篇文档是较早的程序写入的，缺少现在要用的关键词或转载分组；"
            "请运行 parknews index 文件夹 --rebuild。",
            n=max(without, unread),
        )
