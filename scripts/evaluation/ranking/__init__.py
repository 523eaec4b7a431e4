"""How well the search ranks: questions with known right documents, asked of a real Elasticsearch."""

from scripts.evaluation.ranking.section import evaluate

__all__ = ["evaluate"]
