"""Answer in, web page or JSON out. Knows Flask, knows no Elasticsearch."""

from webui.app import create_app
from webui.server import serve

__all__ = ["create_app", "serve"]
