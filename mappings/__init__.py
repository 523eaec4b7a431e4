"""The contract between the indexer and the search side: fields of a document, and how text becomes terms."""

from mappings.document import KINDS, PARAGRAPH_BREAK, Attachment, Document, Evidence, Image, Removed, Repair
from mappings.keywords import keywords
from mappings.sentences import (
    HOLE,
    PARAGRAPH_MARK,
    SENTENCE_MARK,
    marked_sentences,
    paragraph_breaks,
    sentence_breaks,
)
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
    tagged,
    to_simplified,
    words_of,
)

__all__ = [
    "HOLE",
    "KINDS",
    "MARKS",
    "PARAGRAPH_BREAK",
    "PARAGRAPH_MARK",
    "SENTENCE_MARK",
    "Attachment",
    "Document",
    "Evidence",
    "Image",
    "Removed",
    "Repair",
    "contract_version",
    "cut",
    "fold",
    "fold_width",
    "folded_forms",
    "index_definition",
    "is_traditional",
    "keywords",
    "marked_sentences",
    "paragraph_breaks",
    "segment",
    "sentence_breaks",
    "strip_controls",
    "tagged",
    "to_simplified",
    "words_of",
]
