"""How well the indexer does on labelled pages: one file per section, gates, and the report."""
