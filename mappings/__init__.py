"""The contract between the indexer and the search side: fields of a document, and how text becomes terms."""

from mappings.document import KINDS, PARAGRAPH_BREAK, Document, Evidence, Removed, Repair
from mappings.terms import (
    MARKS,
    contract_version,
    cut,
    fold,
    fold_width,
    folded_forms,
    index_definition,
    is_traditional,
    segment,
    strip_controls,
    to_simplified,
)

__all__ = [
    "KINDS",
    "MARKS",
    "PARAGRAPH_BREAK",
    "Document",
    "Evidence",
    "Removed",
    "Repair",
    "contract_version",
    "cut",
    "fold",
    "fold_width",
    "folded_forms",
    "index_definition",
    "is_traditional",
    "segment",
    "strip_controls",
    "to_simplified",
]
