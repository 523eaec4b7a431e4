"""The site has a Chinese name for every rule and reason that the indexer gives."""

from __future__ import annotations

from pathlib import Path

import indexer
from webui import words

SAMPLES = Path(__file__).parent.parent / "samples"


def test_every_rule_and_reason_on_the_samples_has_a_chinese_name() -> None:
    documents = [d for d in indexer.inspect_paths([SAMPLES]) if not isinstance(d, indexer.Skipped)]
    rules = {e.rule for d in documents for e in d.evidence if not e.rule.startswith(words.META_RULE)}
    reasons = {r.reason for d in documents for r in d.removed}
    assert len(rules) > 20 and len(reasons) > 10
    assert rules <= set(words.RULES)
    assert reasons <= set(words.REASONS)
