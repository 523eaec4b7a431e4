"""The key that signs cookies: made once, kept in the home folder, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from engine.errors import UserError

FILE_NAME = "secret_key"
KEY_BYTES = 32


def secret_key(home: Path) -> str:
    """The key kept in `home`, made when there is none. Raises UserError when the folder cannot be written."""
    path = home / FILE_NAME
    try:
        home.mkdir(parents=True, exist_ok=True)
        _make(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            "网站的密钥文件 %(path)s 无法读写：%(error)s。请检查 PARKNEWS_HOME 的权限。", path=path, error=error
        ) from error
    if len(key) < KEY_BYTES:
        raise UserError("网站的密钥文件 %(path)s 不完整：请删除它，下次启动时会重新生成。", path=path)
    return key


def _make(path: Path) -> None:
    # Written aside and linked into place: of two sites starting at once, both read the same whole key.
    if path.exists():
        return
    aside = path.with_name(f"{FILE_NAME}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(KEY_BYTES))
        _link(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def _link(aside: Path, path: Path) -> None:
    try:
        path.hardlink_to(aside)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        aside.replace(path)
