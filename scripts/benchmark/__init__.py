"""Speed, measured against a real Elasticsearch."""
