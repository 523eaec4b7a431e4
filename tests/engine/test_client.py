"""The client: what is said when Elasticsearch is away, is something else, or does not let us in."""

from __future__ import annotations

import http.server
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from engine import EngineUnavailable, Settings, connect, engine_errors, load_settings

PRODUCT = ("X-Elastic-Product", "Elasticsearch")


@contextmanager
def server(*statuses: int, header: tuple[str, str] = PRODUCT) -> Iterator[str]:
    """An HTTP server that gives these statuses in turn, the last one for ever; yields its address."""
    left = list(statuses)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b'{"error": {"type": "some_exception", "reason": "some reason"}, "status": 1}'
            self.send_response(left.pop(0) if len(left) > 1 else left[0])
            self.send_header(*header)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the test says what went wrong."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listener.server_address[1]}"
        listener.shutdown()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_connect_to_a_running_one(engine_settings: Settings) -> None:
    with connect(engine_settings) as client:
        assert client.cluster.health()["status"] in {"green", "yellow"}


def test_several_addresses(engine_settings: Settings) -> None:
    url = f"{engine_settings.elasticsearch_url}, http://127.0.0.1:{free_port()}"
    with connect(engine_settings.model_copy(update={"elasticsearch_url": url})) as client:
        assert all(client.cluster.health()["number_of_nodes"] >= 1 for _ in range(4)), "the dead one is passed over"


def test_nobody_there_is_tried_again_then_one_sentence() -> None:
    began = time.monotonic()
    with pytest.raises(EngineUnavailable, match="parknews node start"):
        connect(load_settings(elasticsearch_url=f"http://127.0.0.1:{free_port()}", elasticsearch_wait=1.0))
    assert 0.5 < time.monotonic() - began < 5


def test_one_that_comes_up_late_is_waited_for() -> None:
    with server(*[503] * 6, 200) as url, connect(load_settings(elasticsearch_url=url, elasticsearch_wait=10)) as client:
        client.cluster.health()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(401, "ELASTICSEARCH_PASSWORD"), (403, "权限"), (503, "稍后再试"), (429, "稍后再试"), (502, "稍后再试")],
)
def test_refusals_are_one_sentence(status: int, sentence: str) -> None:
    with (
        server(status) as url,
        pytest.raises(EngineUnavailable, match=sentence) as caught,
    ):
        connect(load_settings(elasticsearch_url=url, elasticsearch_wait=0))
    assert "\n" not in caught.value.message
    assert caught.value.exit_code == 3


def test_wrong_password_is_not_tried_again() -> None:
    began = time.monotonic()
    with server(401) as url, pytest.raises(EngineUnavailable):
        connect(load_settings(elasticsearch_url=url, elasticsearch_wait=30))
    assert time.monotonic() - began < 5


def test_something_else_at_the_address() -> None:
    with server(200, header=("Server", "nginx")) as url, pytest.raises(EngineUnavailable, match="不是 Elasticsearch"):
        connect(load_settings(elasticsearch_url=url, elasticsearch_wait=0))


def test_no_answer_in_time() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        settings = load_settings(elasticsearch_url=url, elasticsearch_wait=0, elasticsearch_timeout=0.2)
        with pytest.raises(EngineUnavailable, match="没有在限定时间内"):
            connect(settings)


def test_https_at_an_address_without_it(engine_settings: Settings) -> None:
    url = str(engine_settings.elasticsearch_url).replace("http://", "https://")
    with pytest.raises(EngineUnavailable) as caught:
        connect(load_settings(elasticsearch_url=url, elasticsearch_wait=0))
    assert "\n" not in caught.value.message


def test_unusable_address() -> None:
    with pytest.raises(EngineUnavailable, match="无法使用"):
        connect(load_settings(elasticsearch_url="http://host:port", elasticsearch_wait=0))


@pytest.mark.parametrize("exists", [True, False])
def test_unusable_certificate(exists: bool, tmp_path: Path) -> None:
    path = tmp_path / "ca.crt"
    if exists:
        path.write_text("no certificate", encoding="utf-8")
    with pytest.raises(EngineUnavailable, match="ELASTICSEARCH_CA_CERTS"):
        connect(load_settings(elasticsearch_url="https://127.0.0.1:9", elasticsearch_ca_certs=path))


def test_password_is_sent() -> None:
    seen: list[str | None] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.headers.get("Authorization"))
            self.send_response(200)
            self.send_header(*PRODUCT)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{listener.server_address[1]}"
        connect(load_settings(elasticsearch_url=url, elasticsearch_user="u", elasticsearch_password="p")).close()
        connect(load_settings(elasticsearch_url=url, elasticsearch_api_key="key")).close()
        listener.shutdown()
    assert seen == ["Basic dTpw", "ApiKey key"]


def test_errors_keep_their_cause() -> None:
    with server(503) as url, pytest.raises(EngineUnavailable) as caught, engine_errors():
        client = connect(load_settings(elasticsearch_url=url, elasticsearch_wait=0))
        client.close()
    assert caught.value.__cause__ is not None
