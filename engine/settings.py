"""Settings: one table of names, defaults and help. docs/settings.md is this table, and a test keeps them equal."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from engine.errors import UserError

FILE = "parknews.toml"
PREFIX = "PARKNEWS_"
SECRET_ENDINGS = ("_password", "_key")  # settings whose value no message shows
_COLLECTION = re.compile(r"[a-z0-9一-鿿][a-z0-9_一-鿿-]{0,59}")
_URL = re.compile(r"https?://[^\s/]+.*")
_HEAP = re.compile(r"[1-9]\d*[mg]")


def default_home() -> Path:
    """`/var/lib/parknews` for root (the node runs unprivileged and cannot enter /root), else in the user's home."""
    if os.geteuid() == 0:
        return Path("/var/lib/parknews")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "parknews"


def default_cache() -> Path:
    """`/var/cache/parknews` for root, else in the user's cache folder."""
    if os.geteuid() == 0:
        return Path("/var/cache/parknews")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "parknews"


def _collection(name: str) -> str:
    if not _COLLECTION.fullmatch(name):
        raise ValueError("集合名只能用小写字母、数字、汉字、- 和 _，以字母、数字或汉字开头，最多 60 字")
    return name


def _url(url: str) -> str:
    if not all(_URL.fullmatch(part.strip()) for part in url.split(",")):
        raise ValueError("应是 http:// 或 https:// 开头的地址，多个地址以逗号分隔")
    return url


def _heap(size: str) -> str:
    if not _HEAP.fullmatch(size):
        raise ValueError("应写作 512m 或 2g 这样的大小")
    return size


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100  # Path.resolve would follow links, which users set on purpose


Folder = Annotated[Path, AfterValidator(_absolute)]
Port = Annotated[int, Field(ge=0, le=65535)]


class Settings(BaseSettings):
    """All settings, read from the environment and from parknews.toml; make one with `load_settings`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    elasticsearch_url: Annotated[str, AfterValidator(_url)] | None = Field(
        None,
        validation_alias="elasticsearch_url",
        description="Address of the Elasticsearch 9 to use, or several separated by commas. Not set: a local node is "
        "started.",
    )
    elasticsearch_user: str | None = Field(
        None, validation_alias="elasticsearch_user", description="User name at Elasticsearch."
    )
    elasticsearch_password: SecretStr | None = Field(
        None, validation_alias="elasticsearch_password", description="Password of that user."
    )
    elasticsearch_api_key: SecretStr | None = Field(
        None, validation_alias="elasticsearch_api_key", description="API key, in place of user and password."
    )
    elasticsearch_ca_certs: Folder | None = Field(
        None,
        validation_alias="elasticsearch_ca_certs",
        description="File with the certificate authority that signed Elasticsearch's certificate.",
    )
    collection: Annotated[str, AfterValidator(_collection)] = Field(
        "main", description="Name of the corpus; each has indices of its own."
    )
    home: Folder = Field(
        default_factory=default_home,
        description="Folder of the local node, its data and logs, and of the ledgers. Default: `/var/lib/parknews` for "
        "root, else `~/.local/share/parknews`.",
    )
    cache: Folder = Field(
        default_factory=default_cache,
        description="Folder of what was downloaded (Elasticsearch, Java). Default: `/var/cache/parknews` for root, "
        "else `~/.cache/parknews`.",
    )
    elasticsearch_wait: float = Field(
        10.0,
        validation_alias="elasticsearch_wait",
        ge=0,
        description="Seconds to try again before Elasticsearch counts as away.",
    )
    elasticsearch_timeout: float = Field(
        30.0, validation_alias="elasticsearch_timeout", gt=0, description="Seconds to wait for one answer."
    )
    node_port: Port = Field(0, description="Port of the local node. 0: the first free one from 9210 to 9299.")
    node_heap: Annotated[str, AfterValidator(_heap)] = Field(
        "512m", description="Java heap of the local node; it needs about 300 MB beside it."
    )
    node_user: str = Field(
        "nobody", description="User to run the local node as when parknews runs as root, which Elasticsearch refuses."
    )
    node_start_timeout: float = Field(180.0, gt=0, description="Seconds the local node may take to start.")
    node_stop_timeout: float = Field(30.0, gt=0, description="Seconds it may take to stop before it is killed.")
    node_disk_warn_mb: int = Field(2048, ge=0, description="Warn when less is free on the disk, in MB.")
    node_disk_min_mb: int = Field(300, ge=0, description="Do not start the local node when less is free, in MB.")
    node_mirror: Annotated[str, AfterValidator(_url)] | None = Field(
        None, description="Address of a Maven repository to fetch Elasticsearch from. Not set: Maven's central one."
    )
    host: str = Field("127.0.0.1", description="Address the search page listens on.")
    port: Port = Field(8765, description="Port of the search page.")
    secret_key: SecretStr | None = Field(
        None, description="Secret that signs the search page's cookies. Not set: one is made and kept in home."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Command line, then environment, then parknews.toml in the working folder."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, Path(FILE))


def variable(field: str) -> str:
    """The environment variable of a setting: ELASTICSEARCH_* as it is, PARKNEWS_* for all others."""
    return field.upper() if Settings.model_fields[field].validation_alias else PREFIX + field.upper()


def load_settings(**overrides: Any) -> Settings:
    """Read the settings. `overrides` (those that are not None) win over everything.

    Raises UserError, in one sentence, for a value that cannot be used or a name in parknews.toml that does not exist.
    """
    try:
        return Settings(**{k: v for k, v in overrides.items() if v is not None})
    except ValidationError as error:
        wrong = "；".join(_sentence(e) for e in error.errors())
        raise UserError(f"{wrong}。") from error
    except SettingsError as error:
        raise UserError("环境变量中的设置无法读取：%(error)s。", error=error) from error
    except (ValueError, OSError) as error:  # TOML that cannot be parsed, decoded or opened
        raise UserError("文件 %(file)s 无法读取：%(error)s。", file=Path(FILE).absolute(), error=error) from error


def unknown_variables() -> list[str]:
    """PARKNEWS_* variables of the environment that name no setting: most likely a typing error."""
    known = {variable(field) for field in Settings.model_fields}
    return sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)


def _sentence(error: ErrorDetails) -> str:
    field = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        return f"{FILE} 中的 {field} 不是设置项（可用：{', '.join(Settings.model_fields)}）"
    reason = str(error.get("ctx", {}).get("error", error["msg"]))
    shown = "" if field.endswith(SECRET_ENDINGS) else f" {error['input']!r} "
    return f"设置 {variable(field)}（或 {FILE} 中的 {field}）的值{shown}无法使用：{reason}"
