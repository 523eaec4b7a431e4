"""The server of the site."""

from __future__ import annotations

import threading
import urllib.request

import pytest
from flask import Flask

from engine import UserError
from webui.server import address, make_server


def test_the_site_answers_on_the_address_that_is_told(app: Flask) -> None:
    server = make_server(app, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        with urllib.request.urlopen(address(server, "127.0.0.1") + "help", timeout=10) as response:
            assert response.status == 200
            assert response.headers["Server"] == "parknews"
    finally:
        server.close()
        thread.join(5)


def test_a_name_with_several_addresses_can_be_served(app: Flask) -> None:
    server = make_server(app, "localhost", 0)
    assert address(server, "localhost").startswith("http://localhost:")
    assert not address(server, "localhost").endswith(":0/")
    server.close()


def test_a_taken_port_is_one_sentence(app: Flask) -> None:
    first = make_server(app, "127.0.0.1", 0)
    try:
        with pytest.raises(UserError, match="--port"):
            make_server(app, "127.0.0.1", first.effective_port)
    finally:
        first.close()


def test_an_address_of_another_machine_is_one_sentence(app: Flask) -> None:
    with pytest.raises(UserError, match="--host"):
        make_server(app, "203.0.113.7", 0)
