"""Settings: where they come from, which wins, what a wrong one says, and that each is documented."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine import Settings, UserError, load_settings
from engine.settings import unknown_variables, variable

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder and an environment without our variables."""
    for name in list(os.environ):
        if name.startswith(("PARKNEWS_", "ELASTICSEARCH_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def toml(text: str) -> None:
    Path("parknews.toml").write_text(text, encoding="utf-8")


def test_defaults_need_nothing() -> None:
    settings = load_settings()
    assert (settings.elasticsearch_url, settings.collection, settings.node_heap) == (None, "main", "512m")
    assert settings.secret_key is None, "a default secret would be everybody's secret"
    assert settings.home.is_absolute()


def test_command_line_beats_environment_beats_file(monkeypatch: pytest.MonkeyPatch) -> None:
    toml('collection = "file"\nnode_heap = "1g"\nelasticsearch_url = "http://file:9200"\n')
    assert load_settings().collection == "file"
    assert load_settings().elasticsearch_url == "http://file:9200"
    monkeypatch.setenv("PARKNEWS_COLLECTION", "environment")
    monkeypatch.setenv("ELASTICSEARCH_URL", "http://environment:9200")
    assert load_settings().collection == "environment"
    assert load_settings().elasticsearch_url == "http://environment:9200"
    assert load_settings().node_heap == "1g", "what the environment does not set still comes from the file"
    assert load_settings(collection="line").collection == "line"
    assert load_settings(collection=None).collection == "environment", "an option that was not given decides nothing"


def test_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELASTICSEARCH_URL", "")
    monkeypatch.setenv("PARKNEWS_NODE_PORT", "")
    assert load_settings().elasticsearch_url is None
    assert load_settings().node_port == 0


def test_secrets_are_not_shown() -> None:
    settings = load_settings(elasticsearch_password="hunter2", elasticsearch_api_key="s3cret", secret_key="k3y")
    assert not any(secret in repr(settings) for secret in ("hunter2", "s3cret", "k3y"))


def test_wrong_secret_is_not_shown() -> None:
    toml("elasticsearch_password = 421337\n")
    with pytest.raises(UserError, match="ELASTICSEARCH_PASSWORD") as caught:
        load_settings()
    assert "421337" not in caught.value.message


def test_relative_home_starts_from_the_working_folder(clean: Path) -> None:
    assert load_settings(home="corpus").home == clean / "corpus"
    assert load_settings(home="~/corpus").home == Path.home() / "corpus"


@pytest.mark.parametrize("name", ["main", "gansu-2023", "甘肃", "a_b", "9x"])
def test_collection_names(name: str) -> None:
    assert load_settings(collection=name).collection == name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARKNEWS_COLLECTION", "Gansu"),
        ("PARKNEWS_COLLECTION", "a b"),
        ("PARKNEWS_COLLECTION", "*"),
        ("PARKNEWS_COLLECTION", "x" * 61),
        ("PARKNEWS_NODE_HEAP", "lots"),
        ("PARKNEWS_NODE_PORT", "99999"),
        ("PARKNEWS_PORT", "web"),
        ("ELASTICSEARCH_URL", "localhost:9200"),
    ],
)
def test_wrong_value_is_one_sentence(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UserError) as caught:
        load_settings()
    assert name in caught.value.message
    assert value in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.exit_code == 2


def test_misspelt_name_in_the_file_is_an_error() -> None:
    toml('colection = "x"\n')
    with pytest.raises(UserError, match=r"colection.*collection"):
        load_settings()


@pytest.mark.parametrize("content", [b"collection = \n", b'collection = "\xb8\xca"\n', b"\xff\xfe"])
def test_unreadable_file_is_named(content: bytes, clean: Path) -> None:
    (clean / "parknews.toml").write_bytes(content)
    with pytest.raises(UserError, match=r"parknews\.toml"):
        load_settings()


def test_misspelt_variable_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKNEWS_COLECTION", "x")
    monkeypatch.setenv("PARKNEWS_COLLECTION", "x")
    assert unknown_variables() == ["PARKNEWS_COLECTION"]


def expected_row(field: str) -> str:
    info = Settings.model_fields[field]
    shown = "" if info.default_factory else "not set" if info.default is None else f"`{info.default}`"
    return f"| `{variable(field)}` | {shown} | {info.description} |"


def test_every_setting_is_documented() -> None:
    rows = [line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == [expected_row(field) for field in Settings.model_fields]
