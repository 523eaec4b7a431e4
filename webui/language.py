"""Chinese and English: which one a request speaks."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

from flask import Flask, redirect, request
from flask_babel import Babel, get_locale, gettext
from werkzeug.wrappers import Response

from engine.message import Message, fill
from webui import words

DEFAULT = "zh"
LOCALES = {"zh": "zh_Hans_CN", "en": "en"}
TAGS = {"zh": "zh-Hans", "en": "en"}  # for <html lang>
PARAMETER = "lang"
COOKIE = "parknews-lang"
COOKIE_AGE = 365 * 24 * 3600  # seconds


def install(app: Flask) -> None:
    """Choose the language of each request: the cookie that `?lang=` leaves, or Chinese."""
    app.config["BABEL_DEFAULT_LOCALE"] = LOCALES[DEFAULT]
    Babel(app, locale_selector=lambda: LOCALES[chosen()])
    app.before_request(_switch)
    app.jinja_env.filters["said"] = said
    app.jinja_env.globals.update(
        language=chosen,
        language_address=lambda code: _here((PARAMETER, code)),
        language_tag=lambda: TAGS[chosen()],
        fact_name=lambda name: str(words.FACTS.get(name, name)),
        value_name=words.value_name,
        place_name=lambda where: str(words.PLACES.get(where, where)),
        reason_name=lambda reason: str(words.REASONS.get(reason, reason)),
        rule_name=_rule_name,
        refusal_name=_refusal_name,
        matched_name=lambda matched: str(words.MATCHED[matched]),
        suggestion_kinds=lambda: json.dumps({k: str(v) for k, v in words.SUGGESTED.items()}, ensure_ascii=False),
    )


def _rule_name(rule: str) -> str:
    if not is_chinese():
        return rule
    if rule.startswith(words.META_RULE):
        return f"meta 标签 {rule.removeprefix(words.META_RULE)}"
    return words.RULES.get(rule, rule)


def said(text: str) -> str:
    """A sentence of the rooms below in the language of this request; other text as it is."""
    if not isinstance(text, Message):
        return text
    values = {name: said(v) if isinstance(v, str) else v for name, v in text.values.items()}
    return fill(gettext(text.template), values, "、" if is_chinese() else ", ")


def _refusal_name(reason: str) -> str:
    if not is_chinese():
        return reason
    return next((said for begin, said in words.REFUSALS.items() if reason.startswith(begin)), reason)


def chosen() -> str:
    """The language of this request: zh or en."""
    kept = request.cookies.get(COOKIE, DEFAULT)
    return kept if kept in LOCALES else DEFAULT


def is_chinese() -> bool:
    """Whether this request is answered in Chinese."""
    locale = get_locale()
    return locale is None or locale.language == "zh"


def _switch() -> Response | None:
    """Keep `?lang=` in the cookie and go on without it, so that a page has one address in every language."""
    wanted = request.args.get(PARAMETER)
    if wanted is None or request.method != "GET" or request.path.startswith("/api/"):
        return None
    response = redirect(_here())
    if wanted in LOCALES:
        response.set_cookie(COOKIE, wanted, max_age=COOKIE_AGE, httponly=True, samesite="Lax")
    return response


def _here(*more: tuple[str, str]) -> str:
    """The address of this page, without a language, with parameters added."""
    path = "/" + quote(request.path.lstrip("/"))  # never //host, which a browser reads as another site
    pairs = [(k, v) for k, v in request.args.items(multi=True) if k != PARAMETER]
    state = urlencode([*pairs, *more])
    return f"{request.script_root}{path}" + (f"?{state}" if state else "")
