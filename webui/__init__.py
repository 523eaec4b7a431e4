"""Answer in, web page or JSON out. Knows Flask, knows no Elasticsearch."""

from webui.app import create_app, serve

__all__ = ["create_app", "serve"]
