"""Parts of a page that may fail without it: what is left stands, and the part says what became of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from flask import Flask, g, request
from flask_babel import gettext as _

from engine.errors import EngineUnavailable, ParknewsError
from webui.language import said

LOG = logging.getLogger("parknews.errors")
T = TypeVar("T")
U = TypeVar("U")


def install(app: Flask) -> None:
    """Make what failed known to the templates."""
    app.jinja_env.globals["trouble"] = trouble


def part(name: str, ask: Callable[[], T], otherwise: U) -> T | U:
    """What `ask` gives; `otherwise` when Elasticsearch or this program fails it, which is logged and kept for the page.

    Errors of the user, and an index that must be rebuilt, concern the whole page: they are raised.
    """
    try:
        return ask()
    except EngineUnavailable as error:
        LOG.warning("the part %s of %s: %s", name, request.path, error.message)
        _keep(name, said(error.message))
    except ParknewsError:
        raise
    except Exception:
        LOG.exception("the part %s of %s", name, request.path)
        _keep(name, _("程序出错，详情见日志。"))
    return otherwise


def trouble(name: str) -> str | None:
    """Why a part of this page failed; None when it did not."""
    found: str | None = g.get("troubles", {}).get(name)
    return found


def _keep(name: str, message: str) -> None:
    g.setdefault("troubles", {})[name] = message
