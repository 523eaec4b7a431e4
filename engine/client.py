"""The one way to a client, and from Elasticsearch's errors to ours."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from elastic_transport import ConnectionError as NoConnection
from elastic_transport import ConnectionTimeout, TlsError, TransportError
from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    Elasticsearch,
    UnsupportedProductError,
)
from elasticsearch import NotFoundError as NotFoundAnswer

from engine.errors import EngineUnavailable, NotFoundError
from engine.message import Message
from engine.node import LocalNode
from engine.settings import Settings

START_HINT = Message("请运行 parknews node start，或用 ELASTICSEARCH_URL 指定现有的 Elasticsearch")
FIRST_PAUSE = 0.25  # seconds; doubled with each try
LONGEST_PAUSE = 4.0
AWAY = (429, 502, 503, 504)  # busy or not ready: worth another try
READ_ONLY_BLOCK = "/12/"  # number of the block that Elasticsearch sets on every index when the disk is nearly full


def connect(
    settings: Settings, *, start_node: bool = True, report: Callable[[str], None] = lambda line: None
) -> Elasticsearch:
    """A client of an Elasticsearch that answers: the one of ELASTICSEARCH_URL, else the local node's.

    Starts the local node when it does not run and `start_node` is set; `report` receives its progress. Tries again,
    with growing pauses, for `elasticsearch_wait` seconds. Raises EngineUnavailable, saying how to start it.
    """
    if settings.elasticsearch_url:
        client = make_client(settings, settings.elasticsearch_url)
    else:
        client = make_client(settings, _local_url(settings, start_node, report))
    try:
        _await_answer(client, settings.elasticsearch_wait)
    except EngineUnavailable:
        client.close()
        raise
    return client


def make_client(settings: Settings, url: str) -> Elasticsearch:
    """A client for the address, with the settings' credentials; asks nothing yet. Raises EngineUnavailable."""
    options: dict[str, Any] = {}
    if settings.elasticsearch_url:  # the local node has no users
        if settings.elasticsearch_api_key:
            options["api_key"] = settings.elasticsearch_api_key.get_secret_value()
        elif settings.elasticsearch_user:
            password = settings.elasticsearch_password
            options["basic_auth"] = (settings.elasticsearch_user, password.get_secret_value() if password else "")
        if settings.elasticsearch_ca_certs:
            options["ca_certs"] = _checked_certificates(settings.elasticsearch_ca_certs)
    try:
        return Elasticsearch(
            [part.strip() for part in url.split(",")],
            request_timeout=settings.elasticsearch_timeout,
            retry_on_timeout=True,
            retry_on_status=AWAY,
            **options,
        )
    except (ValueError, OSError) as error:  # a port that is no number
        raise EngineUnavailable("无法使用 ELASTICSEARCH_URL 中的地址：%(error)s。", error=error) from error


def _checked_certificates(path: Path) -> str:
    """The path, once read: the client would read it at the first request only, and call it a broken connection."""
    try:
        ssl.create_default_context(cafile=path)
    except OSError as error:  # a missing file, or none with certificates
        raise EngineUnavailable(
            "ELASTICSEARCH_CA_CERTS 指定的证书文件 %(path)s 无法读取（%(error)s）。", path=path, error=error.strerror
        ) from error
    return str(path)


@contextmanager
def engine_errors() -> Iterator[None]:
    """Turn the errors of the client inside into EngineUnavailable or NotFoundError, each one sentence.

    An answer that blames the request itself (HTTP 400) is a fault of this program and passes through.
    """
    try:
        yield
    except (ApiError, TransportError, UnsupportedProductError) as error:
        ours = _ours(error)
        if ours is None:
            raise
        raise ours from error


def _ours(error: Exception) -> EngineUnavailable | NotFoundError | None:
    if isinstance(error, UnsupportedProductError):
        return EngineUnavailable("所设地址上的服务不是 Elasticsearch 9；请检查 ELASTICSEARCH_URL。")
    if isinstance(error, TlsError):
        return EngineUnavailable(
            "Elasticsearch 的证书无法验证（%(error)s）；请检查 ELASTICSEARCH_CA_CERTS。", error=_short(error)
        )
    if isinstance(error, ConnectionTimeout):
        return EngineUnavailable("Elasticsearch 没有在限定时间内回应；请稍后再试。")
    if isinstance(error, NoConnection):
        return EngineUnavailable("Elasticsearch 没有运行或无法连接；%(hint)s。", hint=START_HINT)
    if isinstance(error, ApiError):
        return _ours_api(error)
    return None


def _ours_api(error: ApiError) -> EngineUnavailable | NotFoundError | None:
    text = str(error.body)
    if "cluster_block_exception" in text and READ_ONLY_BLOCK in text:
        return EngineUnavailable("Elasticsearch 所在的磁盘快满了，索引已变为只读；请清理磁盘后再试。")
    if isinstance(error, AuthenticationException):
        return EngineUnavailable(
            "Elasticsearch 拒绝了登录；请检查 ELASTICSEARCH_USER、ELASTICSEARCH_PASSWORD 或 ELASTICSEARCH_API_KEY。"
        )
    if isinstance(error, AuthorizationException):
        return EngineUnavailable("这个 Elasticsearch 用户没有所需的权限（%(error)s）。", error=_short(error))
    if isinstance(error, NotFoundAnswer) and "index_not_found_exception" in text:
        return NotFoundError("这个集合还没有索引；请先运行 parknews index 文件夹。")
    if error.status_code in AWAY:
        return EngineUnavailable("Elasticsearch 暂时不能回应（%(error)s）；请稍后再试。", error=_short(error))
    return None


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:200]


def _local_url(settings: Settings, start_node: bool, report: Callable[[str], None]) -> str:
    node = LocalNode(settings, report)
    if start_node:
        return node.start()
    url = node.url()
    if url is None:
        raise EngineUnavailable("Elasticsearch 没有运行；%(hint)s。", hint=START_HINT)
    return url


def _await_answer(client: Elasticsearch, wait: float) -> None:
    """Ask for the cluster's health until it is given; errors that waiting does not mend are raised at once."""
    deadline = time.monotonic() + wait
    pause = FIRST_PAUSE
    while True:
        try:
            with engine_errors():
                client.cluster.health()
            return
        except EngineUnavailable as error:
            if not _may_pass(error.__cause__) or time.monotonic() + pause > deadline:
                raise
        time.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


def _may_pass(cause: BaseException | None) -> bool:
    if isinstance(cause, TlsError):
        return False
    return isinstance(cause, TransportError) or (isinstance(cause, ApiError) and cause.status_code in AWAY)
