"""Errors as pages and as JSON: the user's (400, 404 ...), the engine away (503), ours (500, logged with an id)."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from engine.errors import ContractMismatch, EngineUnavailable, NotFoundError, QueryError, UserError
from search import Question
from webui.language import said

LOG = logging.getLogger("parknews.errors")
API = "/api/"
AROUND = 80  # characters shown on either side of the wrong place
RETRY_AFTER = 10  # seconds; a node is up in 12


@dataclass(frozen=True)
class Problem:
    """What is shown of an error."""

    status: int
    code: str
    title: str
    message: str
    query: str = ""
    position: int | None = None
    suggestion: str | None = None
    commands: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)


def install(app: Flask) -> None:
    """Answer every error of the application with a page, or with JSON below /api/."""
    app.register_error_handler(Exception, _answer)


def _answer(error: Exception) -> Response:
    problem = problem_of(error)
    is_api = request.path.startswith(API) or request.path == "/healthz"
    response = jsonify(error=as_json(problem)) if is_api else make_response(_page(problem))
    response.status_code = problem.status
    response.headers.update(problem.headers)
    return response


def as_json(problem: Problem) -> dict[str, Any]:
    """An error as the interface gives it; `position` counts characters of the query from 0."""
    return {name: getattr(problem, name) for name in ("code", "message", "position", "suggestion")}


def problem_of(error: Exception) -> Problem:
    """What to show for an exception. One that is not foreseen is logged with an id."""
    if isinstance(error, UserError | CSRFError):
        return _of_the_user(error)
    if isinstance(error, EngineUnavailable | ContractMismatch):
        return _of_the_engine(error)
    if isinstance(error, HTTPException) and (error.code or 500) < HTTPStatus.INTERNAL_SERVER_ERROR:
        return _of_http(error)
    return _of_ours(error)


def _of_the_user(error: UserError | CSRFError) -> Problem:
    if isinstance(error, CSRFError):
        message = _("这个表单不是从本站的页面提交的，或者页面打开得太久了。请返回上一页，刷新后再提交。")
        return Problem(HTTPStatus.BAD_REQUEST, "bad_form", _("表单已失效"), message)
    if isinstance(error, NotFoundError):
        return Problem(HTTPStatus.NOT_FOUND, "not_found", _("没有找到"), said(error.message))
    if isinstance(error, QueryError):
        title = _("检索式有误")
        status, nearest = HTTPStatus.BAD_REQUEST, error.suggestion
        return Problem(status, "bad_query", title, said(error.message), error.query, error.position, nearest)
    return Problem(HTTPStatus.BAD_REQUEST, "bad_request", _("请求有误"), said(error.message))


def _of_the_engine(error: EngineUnavailable | ContractMismatch) -> Problem:
    LOG.warning("%s: %s", type(error).__name__, error.message)
    if isinstance(error, ContractMismatch):
        title = _("索引需要重建")
        commands = ("parknews index PATH --rebuild",)
        return Problem(
            HTTPStatus.SERVICE_UNAVAILABLE, "contract_mismatch", title, said(error.message), commands=commands
        )
    return Problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "engine_unavailable",
        _("Elasticsearch 没有运行"),
        said(error.message),
        commands=("parknews node start", "parknews doctor"),
        headers={"Retry-After": str(RETRY_AFTER)},
    )


def _of_http(error: HTTPException) -> Problem:
    texts = {
        404: ("not_found", _("没有这个页面"), _("地址可能写错了，或者页面已经移走。")),
        405: ("method_not_allowed", _("不能这样访问"), _("这个地址不接受这种请求方式。")),
        413: ("too_large", _("提交的内容太大"), _("请缩短名称、备注或检索式后再试。")),
        429: ("rate_limited", _("请求太频繁"), _("请等一分钟再试。")),
    }
    status = error.code or 500
    code, title, message = texts.get(status, ("http_error", error.name, str(error.description or error.name)))
    kept = {k: v for k, v in error.get_headers() if k in {"Allow", "Retry-After"}}
    return Problem(status, code, title, message, headers=kept)


def _of_ours(error: Exception) -> Problem:
    error_id = secrets.token_hex(4)
    LOG.error("error %s at %s %s", error_id, request.method, request.path, exc_info=error)
    message = _("程序出错了，详情已写入日志，编号 %(id)s。请把编号告诉维护者。", id=error_id)
    return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", _("程序出错"), message)


def _page(problem: Problem) -> str:
    question = Question(query=problem.query or request.args.get("q", ""))
    return render_template("error.html", problem=problem, cut=_cut(problem), question=question)


def _cut(problem: Problem) -> tuple[str, str, str] | None:
    """The query before, at and behind the wrong place."""
    if problem.position is None:
        return None
    query, at = problem.query, problem.position
    before, behind = query[:at], query[at + 1 :]
    return (
        ("…" if len(before) > AROUND else "") + before[-AROUND:],
        query[at : at + 1],
        behind[:AROUND] + ("…" if len(behind) > AROUND else ""),
    )
