"""Files dropped onto the page: kept in the home folder and indexed while one watches. On the local machine only."""

from __future__ import annotations

import ipaddress
import json
import re
import secrets
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from flask import Blueprint, Flask, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from engine import NotFoundError, ParknewsError, UserError
from engine.message import Message

EXTENSION = "parknews.intake"
FOLDER = "dropped"  # in the home folder: the documents name these files as where they came from
MOST_BYTES = 1 << 30  # of one request
MOST_PARTS = 50_000  # files of one request
LONGEST_NAME = 120  # characters of a step of a path
SHOWN = 200  # lines of the ledger
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')

Index = Callable[[Sequence[Path], Path], None]  # paths, and the file for the ledger

blueprint = Blueprint("intake", __name__, url_prefix="/intake")


@dataclass
class Batch:
    """Files that were dropped together. `state` is receiving, running, done or failed."""

    id: str
    ledger: Path
    paths: list[Path] = field(default_factory=list)
    state: str = "receiving"
    error: str = ""


class Intake:
    """Keeps dropped files and has them indexed, one batch after the other; safe to use from several threads."""

    def __init__(self, index: Index, home: Path) -> None:
        """`index` indexes paths and writes a ledger; it may raise ParknewsError."""
        self._index = index
        self._folder = home / FOLDER
        self._batches: dict[str, Batch] = {}
        self._lock = threading.Lock()
        self._running = threading.Lock()

    def begin(self) -> Batch:
        """A new batch, still empty."""
        name = secrets.token_hex(4)
        batch = Batch(name, self._folder / f".{name}.ledger.jsonl")
        with self._lock:
            self._batches[name] = batch
        return batch

    def batch(self, name: str) -> Batch:
        """A batch of this session. Raises NotFoundError."""
        with self._lock:
            if name not in self._batches:
                raise NotFoundError("没有这一批文件；它可能是上次启动时放进来的，已经在文库里了。")
            return self._batches[name]

    def keep(self, batch: Batch, name: str, content: IO[bytes]) -> None:
        """Keep one file under the path it was dropped with. Raises UserError when it cannot be written.

        The same path again is a new version of the page; a single file of the same name is another page.
        """
        steps = _steps(name)
        target = self._folder.joinpath(*steps)
        data = content.read()
        if len(steps) == 1 and target.exists() and target.read_bytes() != data:
            target = target.with_stem(f"{target.stem}-{secrets.token_hex(2)}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        except OSError as error:
            raise UserError(
                "文件 %(name)s 存不下来：%(error)s。请检查 %(folder)s 所在的磁盘。",
                name=name[:80],
                error=error.strerror,
                folder=self._folder,
            ) from error
        batch.paths.append(target)

    def start(self, batch: Batch) -> None:
        """Index the batch in the background. Raises UserError for an empty one; a second start does nothing."""
        if not batch.paths:
            raise UserError("没有收到文件：请选一些网页，或把一个文件夹拖进来。")
        with self._lock:
            if batch.state != "receiving":
                return
            batch.state = "running"
        threading.Thread(target=self._run, args=(batch,), daemon=True).start()

    def _run(self, batch: Batch) -> None:
        try:
            with self._running:
                self._index(batch.paths, batch.ledger)
            batch.state = "done"
        except ParknewsError as error:
            batch.state, batch.error = "failed", error.message
        except Exception:
            batch.state, batch.error = "failed", Message("程序出错，详情见运行检索页面的终端。")
            raise


def install(app: Flask, intake: Intake | None) -> None:
    """Offer the intake where there is one. To be called before what reads forms: their limits are set here."""
    app.extensions[EXTENSION] = intake
    app.before_request(_allow_files)
    app.jinja_env.globals["takes_files"] = takes_files
    app.register_blueprint(blueprint)


def takes_files() -> bool:
    """Whether this visitor may put files into the collection: the site offers it, and he sits at this machine."""
    return current_app.extensions[EXTENSION] is not None and _is_local()


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _is_local() -> bool:
    # The name too: a page elsewhere may have its name resolve to this machine.
    name = request.host.rpartition(":")[0] if ":" in request.host.rpartition("]")[2] else request.host
    return is_loopback(request.remote_addr or "") and name in LOCAL_NAMES


def _allow_files() -> None:
    if request.blueprint == blueprint.name and takes_files():
        request.max_content_length = MOST_BYTES
        request.max_form_parts = MOST_PARTS


@blueprint.before_request
def _refuse_others() -> None:
    if not takes_files():
        raise NotFoundError("只有在本机上打开、并且只对本机开放的检索页面才接收文件；请用 parknews index。")


@blueprint.post("")
def take() -> Response:
    """Files from a form without scripts: keep them and begin."""
    intake = _intake()
    batch = intake.begin()
    _keep_all(intake, batch, request.files.getlist("files"))
    intake.start(batch)
    return redirect(url_for("intake.watch", name=batch.id), 303)


@blueprint.post("/new")
def new() -> Response:
    """An empty batch, to be filled by several requests."""
    return jsonify(id=_intake().begin().id)


@blueprint.post("/<name>/files")
def files(name: str) -> Response:
    """Some files of a batch."""
    intake = _intake()
    batch = intake.batch(name)
    _keep_all(intake, batch, request.files.getlist("files"))
    return jsonify(kept=len(batch.paths))


@blueprint.post("/<name>/start")
def start(name: str) -> Response:
    """All files of a batch are there: begin."""
    intake = _intake()
    intake.start(intake.batch(name))
    return jsonify(url=url_for("intake.watch", name=name))


@blueprint.get("/<name>")
def watch(name: str) -> str:
    """How far a batch has come; the page comes again by itself until it is done."""
    batch = _intake().batch(name)
    counts, lines = _progress(batch.ledger)
    return render_template("intake.html", batch=batch, counts=counts, lines=lines, shown=SHOWN)


def _intake() -> Intake:
    intake: Intake = current_app.extensions[EXTENSION]
    return intake


def _keep_all(intake: Intake, batch: Batch, sent: Iterable[FileStorage]) -> None:
    for file in sent:
        if file.filename:
            intake.keep(batch, file.filename, file.stream)


def _steps(name: str) -> list[str]:
    """The steps of a path inside the folder: nothing that leads out of it, nothing hidden, nothing too long."""
    steps = [_UNSAFE.sub("_", step).strip(" .")[-LONGEST_NAME:] for step in name.replace("\\", "/").split("/")]
    kept = [step for step in steps if step]
    if not kept:
        raise UserError("有一个文件没有名字，没有存下来。")
    return kept


def _progress(ledger: Path) -> tuple[Counter[str], list[dict[str, str]]]:
    """The pages by what became of them, and the first that did not become documents."""
    counts: Counter[str] = Counter()
    lines: list[dict[str, str]] = []
    if not ledger.exists():
        return counts, lines
    with ledger.open(encoding="utf-8", errors="replace") as file:
        for text in file:
            try:
                entry = json.loads(text)
            except ValueError:  # the line is being written
                break
            if "status" in entry:
                counts[entry["status"]] += 1
                if "reason" in entry and len(lines) < SHOWN:
                    lines.append(entry)
    return counts, lines
