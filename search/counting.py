"""What a bucket of an aggregation counts. Every count of a search is made and read here, and nowhere else.

Documents, or, where the question counts each text once, different values of `group`. Elasticsearch counts those exactly
up to a number that the memory for each bucket sets, and to about one in a hundred above.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from elasticsearch.dsl import A

from search.question import ONCE, Question

GROUP, TEXTS = "group", "texts"  # the field, and the name of the aggregation in each bucket
MOST_EXACT = 40_000  # the highest threshold that Elasticsearch takes
# Bytes for the buckets of one aggregation: a node with a heap of 512 MB refuses requests of more than 300 MB (m).
MEMORY = 8 * 1024 * 1024
EXACT_PER_BYTE = 0.1875  # texts counted exactly for each byte of a bucket: 3 in 16
FEWEST_EXACT = 95

Json = Mapping[str, Any]


def bucket(kind: str, question: Question, **options: Any) -> Any:
    """An aggregation whose buckets are counted as the question asks."""
    number = options.get("size") or len(options.get("filters", ())) or 1
    return counting(A(kind, **options), question, buckets=number)


def counting(aggregation: Any, question: Question, *, buckets: int = 1) -> Any:
    """An aggregation with what its buckets, at most so many, need to be counted as the question asks."""
    if question.copies == ONCE:
        aggregation.metric(TEXTS, "cardinality", field=GROUP, precision_threshold=exact_up_to(buckets))
    return aggregation


def exact_up_to(buckets: int) -> int:
    """The number of texts that each of so many buckets counts exactly."""
    each = 1 << max(MEMORY // max(buckets, 1), 1).bit_length() - 1  # Elasticsearch takes powers of two
    return max(FEWEST_EXACT, min(MOST_EXACT, int(each * EXACT_PER_BYTE) - 1))


def are_exact(counts: Iterable[int], question: Question, *, buckets: int) -> bool:
    """Whether counts of an aggregation with so many buckets are exact."""
    return question.copies != ONCE or max(counts, default=0) <= exact_up_to(buckets)


def most_first(question: Question) -> dict[str, str]:
    """The order of the buckets of a `terms` aggregation: those of most documents first, also where texts are counted.

    A value that is not listed has no more texts than the last one listed has documents. Buckets ordered by their texts
    would have to be counted all, and a field of many values would take more memory than there is.
    """
    return {"_count": "desc"}


def count_of(found: Json, question: Question) -> int:
    """The count of a bucket of the response."""
    return int(found[TEXTS]["value"]) if question.copies == ONCE else int(found["doc_count"])
