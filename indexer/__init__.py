"""Pages in, documents in Elasticsearch out."""

from indexer.inspect import as_json_line, as_text, count_candidates, inspect_paths
from indexer.ledger import Totals, summary
from indexer.page import RawPage, Skipped
from indexer.pipeline import process
from indexer.run import index_paths

__all__ = [
    "RawPage",
    "Skipped",
    "Totals",
    "as_json_line",
    "as_text",
    "count_candidates",
    "index_paths",
    "inspect_paths",
    "process",
    "summary",
]
