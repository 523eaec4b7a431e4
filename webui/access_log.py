"""One line in the log for each request: what was asked, the status, Elasticsearch's time and the whole time."""

from __future__ import annotations

import logging
import time
from urllib.parse import quote

from flask import Flask, Response, g, request

LOG = logging.getLogger("parknews.access")
MAX_STATE = 500  # characters of a query string that are worth a line


def install(app: Flask) -> None:
    """Time every request of the application and log it."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = time.perf_counter()


def _end(response: Response) -> Response:
    if request.endpoint == "static":
        return response
    whole_ms = (time.perf_counter() - g.began) * 1000
    state = request.query_string.decode("latin-1")[:MAX_STATE]
    asked = quote(request.path) + (f"?{quote(state, safe='=&%+-._~')}" if state else "")
    LOG.info("%s %s %d es_ms=%s ms=%.1f", request.method, asked, response.status_code, g.get("took_ms", "-"), whole_ms)
    return response
