"""The files of the deployment, held against docs/deployment.md: they are read, and the scripts in them are run."""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.artifact import PINNED
from engine.settings import Settings, variable

ROOT = Path(__file__).parent.parent
COMPOSE_TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(COMPOSE_TEXT)
SERVICES: dict[str, Any] = COMPOSE["services"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CLUSTER = ("es01", "es02", "es03")
NODES = ("elasticsearch", *CLUSTER)
PROGRAM = ("web", "index")
INTERPOLATED = re.compile(r"(?<!\$)\$\{(\w+)(?::?([-?])([^}]*))?\}")  # name, kind, default or sentence
FILLED = re.compile(r"^#?([A-Z_]+)=(.*)$", re.MULTILINE)
DOCKERFILE = re.sub(
    r"\\\n", " ", re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
)
INSTRUCTIONS = [tuple(line.split(maxsplit=1)) for line in DOCKERFILE.splitlines() if line.strip()]


def example() -> dict[str, str]:
    """The variables of .env.example; of a name given twice, the first value."""
    found = FILLED.findall((ROOT / ".env.example").read_text(encoding="utf-8"))
    return dict(reversed(found))


def arguments(instruction: str) -> list[str]:
    """What stands behind each instruction of that name in the Dockerfile."""
    return [rest for name, rest in INSTRUCTIONS if name == instruction]


class Questions(http.server.ThreadingHTTPServer):
    """A server that keeps what it is asked and answers with `status`."""

    status = 200
    asked: list[tuple[str, str, str]]


class Keep(http.server.BaseHTTPRequestHandler):
    """Keeps method, path and body."""

    server: Questions

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.server.asked.append((self.command, self.path, body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_PUT = _answer

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Questions]:
    with Questions(("127.0.0.1", 0), Keep) as running:
        running.asked = []
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def test_the_services_and_their_profiles() -> None:
    profiles = {name: service.get("profiles", []) for name, service in SERVICES.items()}
    assert profiles["web"] == []
    assert profiles["index"] == ["index"]
    assert profiles["elasticsearch"] == ["single"]
    assert {name for name, of in profiles.items() if of == ["cluster"]} == {*CLUSTER, "certificates"}
    assert set(SERVICES) == {*PROGRAM, *NODES, "users", "snapshots", "certificates"}


def test_elasticsearch_is_of_the_version_of_its_client() -> None:
    (client,) = (d.partition("==")[2] for d in PROJECT["project"]["dependencies"] if d.startswith("elasticsearch=="))
    for name in (*NODES, "users", "snapshots", "certificates"):
        image, _, tag = SERVICES[name]["image"].rpartition(":")
        assert image == "docker.elastic.co/elasticsearch/elasticsearch"
        assert tag.split(".")[:2] == client.split(".")[:2]
        assert tag == PINNED.version, "the local node and the image must answer alike"


@pytest.mark.parametrize("name", NODES)
def test_every_node_has_security_on(name: str) -> None:
    settings = SERVICES[name]["environment"]
    assert settings["xpack.security.enabled"] == "true"
    assert settings["ELASTIC_PASSWORD"].startswith("${ELASTIC_PASSWORD:?")
    assert "entrypoint" not in SERVICES[name], "the image's own start sets the password"


@pytest.mark.parametrize("name", NODES)
def test_every_node_is_confined_and_watched(name: str) -> None:
    node = SERVICES[name]
    assert node["networks"] == ["backend"]
    assert node["mem_limit"] == node["memswap_limit"] == "${ELASTICSEARCH_MEMORY:-2g}"
    assert node["ulimits"]["memlock"] == {"soft": -1, "hard": -1}
    assert node["ulimits"]["nofile"]["soft"] >= 65535
    assert node["restart"] == "unless-stopped"
    question = " ".join(node["healthcheck"]["test"])
    assert "_cluster/health" in question and "--fail" in question
    assert '"elastic:$$ELASTIC_PASSWORD"' in question, "asked inside the container, not by Compose"


def test_each_node_has_a_named_volume_of_its_own() -> None:
    place = "/usr/share/elasticsearch/data"
    data = [v.partition(":")[0] for n in NODES for v in SERVICES[n]["volumes"] if v.endswith(f":{place}")]
    assert len(set(data)) == len(NODES)
    used = {v.partition(":")[0] for s in SERVICES.values() for v in s.get("volumes", []) if isinstance(v, str)}
    assert used == set(COMPOSE["volumes"])


def test_only_the_page_is_published_and_only_to_this_machine() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"web"}
    assert SERVICES["web"]["ports"] == ["127.0.0.1:${PARKNEWS_PORT:-8765}:8765"]
    assert COMPOSE["networks"]["backend"] == {"internal": True}
    assert SERVICES["web"]["networks"] == ["frontend", "backend"]
    assert SERVICES["index"]["networks"] == ["backend"], "it reads pages by strangers"


def test_every_container_gives_up_what_it_can() -> None:
    for name, service in SERVICES.items():
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert not {"privileged", "pid", "ipc", "devices"} & set(service), name
        assert "docker.sock" not in str(service.get("volumes")), name
    for name in PROGRAM:
        assert SERVICES[name]["read_only"] is True
        assert "user" not in SERVICES[name], "the image's own user"
    assert {n: s["cap_add"] for n, s in SERVICES.items() if "cap_add" in s} == {"snapshots": ["CHOWN"]}


def test_root_works_without_a_network_and_not_for_long() -> None:
    root = {name: service for name, service in SERVICES.items() if "user" in service}
    assert set(root) == {"snapshots", "certificates"}
    for service in root.values():
        assert (service["network_mode"], service["restart"]) == ("none", "no")


def test_three_nodes_find_each_other_over_tls() -> None:
    for name in CLUSTER:
        settings = SERVICES[name]["environment"]
        assert settings["node.name"] == name
        assert settings["discovery.seed_hosts"] == settings["cluster.initial_master_nodes"] == ",".join(CLUSTER)
        assert settings["xpack.security.transport.ssl.enabled"] == "true"
        assert "certificates:/usr/share/elasticsearch/config/certs:ro" in SERVICES[name]["volumes"]
        assert SERVICES[name]["depends_on"]["certificates"] == {"condition": "service_completed_successfully"}
    assert f"--dns {','.join(CLUSTER)} " in SERVICES["certificates"]["command"][0]
    assert SERVICES["elasticsearch"]["environment"]["discovery.type"] == "single-node"


@pytest.mark.parametrize("name", PROGRAM)
def test_the_program_waits_for_the_nodes_of_the_profile_and_for_its_user(name: str) -> None:
    waits = SERVICES[name]["depends_on"]
    for node in NODES:
        assert waits[node] == {"condition": "service_healthy", "required": False}
        assert SERVICES["users"]["depends_on"][node] == waits[node]
    assert waits["users"] == {"condition": "service_completed_successfully", "required": False}


@pytest.mark.parametrize("name", PROGRAM)
def test_the_program_gets_only_settings_that_exist(name: str) -> None:
    environment = SERVICES[name]["environment"]
    assert set(environment) <= {variable(field) for field in Settings.model_fields}
    assert "home:" + environment["PARKNEWS_HOME"] in SERVICES[name]["volumes"]
    assert SERVICES["web"]["ports"][0].endswith(":" + environment["PARKNEWS_PORT"])
    assert environment["ELASTICSEARCH_USER"] != "elastic"


def test_the_indexer_reads_a_folder_it_cannot_change() -> None:
    (pages,) = (volume for volume in SERVICES["index"]["volumes"] if isinstance(volume, dict))
    assert pages["read_only"] is True and pages["target"] == "/pages"
    assert pages["bind"]["create_host_path"] is False
    assert SERVICES["index"]["entrypoint"] == ["parknews", "index"]


def test_no_secret_has_a_default() -> None:
    secrets = [found for found in INTERPOLATED.findall(COMPOSE_TEXT) if "PASSWORD" in found[0] or "KEY" in found[0]]
    assert {name for name, _, _ in secrets} == {"ELASTIC_PASSWORD", "ELASTICSEARCH_PASSWORD"}
    for name, kind, sentence in secrets:
        assert kind == "?" and name in sentence and ".env" in sentence, "a missing password must say where it belongs"
        assert example()[name] == ""


def test_every_variable_is_in_the_example_with_the_same_default() -> None:
    used = INTERPOLATED.findall(COMPOSE_TEXT)
    assert {name for name, _, _ in used} == set(example())
    for name, kind, default in used:
        assert kind == "?" or example()[name] == default
    assert not re.search(r"(?<!\$)\$(?![{$])", COMPOSE_TEXT), "a variable of the shell needs two dollars"


def test_the_example_for_three_nodes_names_them() -> None:
    urls = ",".join(f"http://{name}:9200" for name in CLUSTER)
    assert f"#ELASTICSEARCH_URL={urls}\n" in (ROOT / ".env.example").read_text(encoding="utf-8")


def test_the_image_runs_as_nobody_in_particular() -> None:
    user = arguments("USER")[-1]
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user), "a number: an orchestrator can then see that it is not root"
    assert f"useradd --uid {user.partition(':')[0]} " in DOCKERFILE
    assert json.loads(arguments("ENTRYPOINT")[-1]) == ["parknews"]
    assert json.loads(arguments("CMD")[-1]) == ["serve"]
    assert len(arguments("FROM")) == 2, "pip and what it built stay behind"
    assert all(re.match(r"python:3\.1[1-9]-slim\b", image) for image in arguments("FROM"))
    assert not re.search(r"https?://(?!127\.0\.0\.1)|index-url", DOCKERFILE), "registries are the machine's own matter"


def test_the_image_holds_the_whole_program_and_nothing_else() -> None:
    copied = {name for rest in arguments("COPY") if "--from" not in rest for name in rest.split()[:-1]}
    let_through = {
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")
    }
    assert copied == let_through
    assert all((ROOT / name).exists() for name in copied)
    setuptools = PROJECT["tool"]["setuptools"]
    assert {f"{module}.py" for module in setuptools["py-modules"]} <= copied
    assert {package.partition(".")[0] for package in setuptools["packages"]} <= copied
    assert PROJECT["project"]["readme"] in copied


def test_an_installed_package_is_complete() -> None:
    """A folder that pyproject.toml does not name works from a checkout, and is missing from the image."""
    packages = PROJECT["tool"]["setuptools"]["packages"]
    folders = {path.parent.relative_to(ROOT) for name in packages for path in (ROOT / name.split(".")[0]).rglob("*.py")}
    assert {".".join(folder.parts) for folder in folders} == set(packages)


@pytest.mark.parametrize(("status", "exit_code"), [(200, 0), (503, 1)])
def test_the_health_check_asks_for_healthz(server: Questions, status: int, exit_code: int) -> None:
    server.status = status
    command = json.loads(arguments("HEALTHCHECK")[0].partition("CMD ")[2])
    assert command[0] == "python"
    environment = os.environ | {"PARKNEWS_PORT": str(server.server_port)}
    result = subprocess.run([sys.executable, *command[1:]], env=environment, check=False, timeout=30)
    assert result.returncode == exit_code
    assert server.asked == [("GET", "/healthz", "")]


def make_user(server: Questions, password: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the service `users`."""
    if not shutil.which("curl"):
        pytest.skip("the script needs curl, which the image has")
    service = SERVICES["users"]
    url = f"http://127.0.0.1:{server.server_port}"
    environment = os.environ | {
        "ELASTIC_PASSWORD": "admin",
        "ELASTICSEARCH_URL": f"{url},http://127.0.0.1:1",
        "ELASTICSEARCH_USER": "parknews",
        "ELASTICSEARCH_PASSWORD": password,
    }
    command = [*service["entrypoint"], service["command"][0].replace("$$", "$")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_the_user_may_do_what_the_program_needs_and_no_more(server: Questions) -> None:
    result = make_user(server, "a.b_c~d-e0123456")
    assert result.returncode == 0, result.stderr
    asked = {path: json.loads(body) for method, path, body in server.asked if method == "PUT"}
    role = {"cluster": ["monitor"], "indices": [{"names": ["parknews-*"], "privileges": ["read", "write", "manage"]}]}
    assert asked == {
        "/_security/role/parknews": role,
        "/_security/user/parknews": {"password": "a.b_c~d-e0123456", "roles": ["parknews"]},
    }


def test_a_password_that_would_break_out_is_refused(server: Questions) -> None:
    result = make_user(server, 'x", "roles": ["superuser')
    assert result.returncode == 2
    assert "ELASTICSEARCH_PASSWORD" in result.stderr
    assert server.asked == []


def test_a_refused_user_stops_the_start(server: Questions) -> None:
    server.status = 401
    assert make_user(server, "0123456789abcdef").returncode != 0
