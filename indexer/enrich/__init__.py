"""One file per fact. Each fact comes with its evidence; a fact that was not found stays None."""

from indexer.enrich.facts import enrich
from indexer.enrich.material import Material

__all__ = ["Material", "enrich"]
