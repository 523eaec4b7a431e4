"""The server that runs the site."""

from __future__ import annotations

import logging
import re
import sys
import threading
from typing import Any

import waitress.channel
import waitress.parser
import waitress.server
from flask import Flask

from engine import UserError

LOG = logging.getLogger("parknews.site")
THREADS = 8


class _Parser(waitress.parser.HTTPRequestParser):
    """Takes addresses with plain Chinese in them, as curl sends them: the bytes are percent-encoded first."""

    def parse_header(self, header_plus: bytes) -> None:
        line, end, rest = header_plus.partition(b"\r\n")
        super().parse_header(_NOT_ASCII.sub(lambda m: b"%%%02X" % m[0][0], line) + end + rest)


class _Channel(waitress.channel.HTTPChannel):
    parser_class = _Parser


_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def serve(app: Flask, host: str, port: int) -> None:
    """Answer on host:port until interrupted. One line a request goes to the log.

    Port 0 takes a free one; the log says which. Raises UserError when the address cannot be had.
    """
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("parknews").setLevel(logging.INFO)
    server = make_server(app, host, port)
    LOG.info("检索页面：%s （按 Ctrl-C 停止）", address(server, host))
    threading.Thread(target=_warm_up, args=(app,), daemon=True).start()
    server.run()


def _warm_up(app: Flask) -> None:
    """Read tables and templates now: the first visitor would wait a second for them.

    What fails here fails again for that visitor, on a page that says why.
    """
    app.test_client().get("/search", query_string={"q": "园区"})


def make_server(app: Flask, host: str, port: int) -> Any:
    """A server that holds its address but does not answer yet: `run()` answers, `close()` gives the address back."""
    try:
        server = waitress.server.create_server(
            app, host=host, port=port, threads=THREADS, ident="parknews", clear_untrusted_proxy_headers=True
        )
    except (OSError, ValueError) as error:
        raise UserError(
            "无法在 %(host)s:%(port)s 开启检索页面：%(error)s。请用 --port 换一个端口，或用 --host 换一个地址。",
            host=host,
            port=str(port),
            error=error,
        ) from error
    for part in _parts(server):
        part.channel_class = _Channel
    return server


def _parts(server: Any) -> list[Any]:
    """The servers of a name with several addresses, or the one server."""
    if isinstance(server, waitress.server.MultiSocketServer):
        return [part for part in server.map.values() if isinstance(part, waitress.server.BaseWSGIServer)]
    return [server]


def address(server: Any, host: str) -> str:
    """The address to open in a browser. A name with several addresses listens on each; the first is given."""
    listening = getattr(server, "effective_listen", None)
    port = listening[0][1] if listening else server.effective_port
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
