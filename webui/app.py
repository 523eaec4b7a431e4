"""The site as one Flask application."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Flask, request
from flask_compress import Compress
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

from engine import Settings
from search import Searcher
from search.links import MAX_NAME, MAX_NOTE
from webui import (
    access_log,
    api,
    chips,
    concordance,
    copies,
    corpus,
    documents,
    errors,
    feed,
    figures,
    filters,
    headers,
    intake,
    language,
    links,
    pages,
    parts,
    values,
)
from webui.context import SEARCHER, state_address
from webui.secret_key import secret_key

MAX_BODY = 64 * 1024  # bytes; the largest form is a name, a note and a search
ASSET_AGE = 365 * 24 * 3600  # seconds; an asset's address holds its hash
POST_LIMIT = "60 per minute"  # per address


def create_app(searcher: Searcher, settings: Settings, index: intake.Index | None = None) -> Flask:
    """The site over one collection. With `index`, people at this machine may drop files onto it to be indexed.

    The key that signs the session cookie is the setting, or one made on first use and kept in the home folder.
    """
    app = Flask("webui")
    key = settings.secret_key.get_secret_value() if settings.secret_key else secret_key(settings.home)
    app.config.update(
        SECRET_KEY=key,
        # Two sites on one machine share a cookie jar: each needs a cookie name of its own.
        SESSION_COOKIE_NAME=f"parknews-{hashlib.sha256(key.encode()).hexdigest()[:8]}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MAX_BODY,
        SEND_FILE_MAX_AGE_DEFAULT=ASSET_AGE,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # it asks for a Referer, which Referrer-Policy: no-referrer takes away
        RATELIMIT_HEADERS_ENABLED=True,
        COMPRESS_STREAMS=False,  # downloads go out as they are written
    )
    app.extensions[SEARCHER] = searcher
    app.extensions[corpus.SETTINGS] = settings
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    access_log.install(app)  # first, so that a request that is refused below is timed too
    intake.install(app, intake.Intake(index, settings.home) if index else None)
    app.before_request(links.allow_files)
    CSRFProtect(app)
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
    language.install(app)
    headers.install(app)
    Compress(app)
    errors.install(app)
    filters.install(app)
    parts.install(app)
    app.jinja_env.globals["asset"] = _asset_address(app)
    app.jinja_env.globals["concordance_address"] = concordance.concordance_address
    app.jinja_env.globals["figure_address"] = state_address
    app.jinja_env.globals["in_words"] = chips.in_words
    app.jinja_env.globals.update(collection=settings.collection, max_name=MAX_NAME, max_note=MAX_NOTE)
    limiter.limit(POST_LIMIT, methods=["POST"])(links.blueprint)
    for blueprint in (pages, concordance, figures, values, documents, copies, links, feed, corpus, api):
        app.register_blueprint(blueprint.blueprint)
    return app


def _asset_address(app: Flask) -> filters.AssetAddress:
    folder = Path(str(app.static_folder))
    digests = {f.name: hashlib.sha256(f.read_bytes()).hexdigest()[:8] for f in folder.iterdir() if f.is_file()}
    # Not url_for: a page has a hundred icons.
    return lambda name: f"{request.script_root}{app.static_url_path}/{name}?v={digests[name]}"
