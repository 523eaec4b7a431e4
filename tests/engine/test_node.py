"""The local node, really started: two starts at once, reuse, a killed node, a stale pid file, a taken port, a nearly
full disk, an unwritable folder, Ctrl-C, a node that dies at its start, one that hangs.

In the order of the file: the tests hand on one running node, because its start takes most of the time of them all.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from engine import EngineUnavailable, LocalNode, Settings, connect, load_settings
from engine.nodestate import read_state
from engine.nodeuser import FALLBACK_HOMES, node_folder, node_user

ROOT = Path(__file__).parents[2]
FAR_TOO_MUCH = 10**9  # MB
INDEX = "survivor"

# The test session's own node has fetched the distribution; without a Java or a network these tests cannot run either.
pytestmark = pytest.mark.usefixtures("engine_settings")


@pytest.fixture(autouse=True)
def no_other_elasticsearch(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about the local node, whatever Elasticsearch the others use."""
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A home that is hard to name right: with a space and Chinese characters."""
    folder = Path(tempfile.mkdtemp(prefix="parknews-"))
    folder.chmod(0o755)
    home = folder / "园 策"
    yield home
    LocalNode(load_settings(home=home)).stop()
    shutil.rmtree(folder)


@pytest.fixture
def settings(home: Path) -> Settings:
    return load_settings(home=home)


def command(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    """A `parknews` process."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "parknews.py"), *arguments],
        env={k: v for k, v in os.environ.items() if k != "ELASTICSEARCH_URL"} | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def pids(settings: Settings) -> list[int]:
    state = read_state(LocalNode(settings).folders.state_file)
    assert state is not None
    return [process.pid for process in state.processes]


def test_two_starts_at_once_make_one_node(home: Path) -> None:
    started = [
        command("--home", str(home), "node", "start", PARKNEWS_NODE_DISK_WARN_MB=str(FAR_TOO_MUCH)) for _ in range(2)
    ]
    output = [process.communicate(timeout=170) for process in started]
    assert [process.returncode for process in started] == [0, 0], output
    assert output[0][0] == output[1][0] != ""
    assert sum("正在启动 Elasticsearch" in stderr for _, stderr in output) == 1
    assert sum("注意" in stderr and "磁盘只剩" in stderr for _, stderr in output) == 1, "the starter warns of the disk"


def test_running_node_is_reused_at_once(settings: Settings) -> None:
    before = pids(settings)
    began = time.monotonic()
    url = LocalNode(settings).start()
    assert time.monotonic() - began < 2
    assert url.startswith("http://127.0.0.1:")
    assert pids(settings) == before


def test_it_listens_on_the_loopback_address_only(settings: Settings) -> None:
    addresses = {
        connection.laddr.ip
        for pid in pids(settings)
        for connection in psutil.Process(pid).net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN
    }
    assert addresses
    assert addresses <= {"127.0.0.1", "::ffff:127.0.0.1"}


def test_it_never_runs_as_root(settings: Settings) -> None:
    assert all(psutil.Process(pid).uids().effective != 0 for pid in pids(settings))


def test_two_homes_do_not_collide(settings: Settings, engine_settings: Settings) -> None:
    url = LocalNode(settings).url()
    with connect(settings, start_node=False) as one, connect(engine_settings) as other:
        one.index(index=INDEX, id="1", document={"text": "kept"}, refresh=True)
        assert url != engine_settings.elasticsearch_url
        assert not other.indices.exists(index=INDEX)


def test_status_names_what_a_person_looks_for(settings: Settings) -> None:
    status = LocalNode(settings).status()
    assert (status.running, status.heap, status.documents) == (True, "512m", 1)
    assert status.pid == pids(settings)[0]
    assert status.log_file.is_file()
    assert status.data_folder.is_dir()
    assert ("状态", "运行中") in status.rows()


def test_hanging_node_is_one_sentence(settings: Settings) -> None:
    server = psutil.Process(pids(settings)[-1])
    server.suspend()
    try:
        with pytest.raises(EngineUnavailable, match="parknews node stop"):
            LocalNode(settings.model_copy(update={"node_start_timeout": 1.0})).start()
        status = LocalNode(settings).status()
        assert (status.running, status.pid) == (False, pids(settings)[0])
    finally:
        server.resume()
    assert LocalNode(settings).start()


def test_killed_node_with_a_stale_pid_file_and_its_port_taken(settings: Settings) -> None:
    """The whole node is killed; the file names a process that lives, but is another's; the port is someone's by now."""
    folders = LocalNode(settings).folders
    killed = [psutil.Process(pid) for pid in pids(settings)]
    for process in killed:
        process.kill()
    psutil.wait_procs(killed, timeout=10)
    assert LocalNode(settings).status().pid is None
    with pytest.raises(EngineUnavailable, match="parknews node start"):
        connect(settings, start_node=False)

    stranger = subprocess.Popen(["sleep", "600"])
    state = json.loads(folders.state_file.read_text(encoding="utf-8"))
    state["processes"] = [{"pid": stranger.pid, "created": process["created"]} for process in state["processes"]]
    folders.state_file.write_text(json.dumps(state), encoding="utf-8")
    try:
        assert LocalNode(settings).status().pid is None
        with socket.socket() as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            port = first_free_port(taken)
            taken.listen()
            url = LocalNode(settings).start()
        assert not url.endswith(f":{port}"), "the first free port is chosen, not one that is taken"
        assert stranger.poll() is None, "another's process is left alone"
    finally:
        stranger.kill()
        stranger.wait()
    with connect(settings, start_node=False) as client:
        assert client.get(index=INDEX, id="1")["_source"] == {"text": "kept"}
    assert not set(pids(settings)) & {process.pid for process in killed}


def first_free_port(listener: socket.socket) -> int:
    for port in range(9210, 9300):
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            continue
        return port
    pytest.fail("all ports of the local node are taken")


def test_stop_ends_the_server_of_a_killed_launcher(settings: Settings) -> None:
    family = [psutil.Process(pid) for pid in pids(settings)]
    assert len(family) > 1
    family[0].kill()
    LocalNode(settings).stop()
    assert not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in family)
    assert not LocalNode(settings).folders.state_file.exists()


def test_stopping_twice_is_no_error(settings: Settings) -> None:
    assert LocalNode(settings).stop() is False
    assert LocalNode(settings).status().running is False


@pytest.mark.parametrize("content", ["", "{", "[]", '{"processes": 1}', '{"processes": [], "version": 1}'])
def test_broken_state_file_counts_as_none(content: str, open_folder: Path) -> None:
    (open_folder / "node.json").write_text(content, encoding="utf-8")
    assert LocalNode(load_settings(home=open_folder)).status().running is False


def test_taken_port_is_one_sentence(open_folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EngineUnavailable, match=rf"端口 {port} .*PARKNEWS_NODE_PORT"):
            LocalNode(load_settings(home=open_folder, node_port=port)).start()


def test_full_disk_is_refused(open_folder: Path) -> None:
    settings = load_settings(home=open_folder, node_disk_min_mb=FAR_TOO_MUCH)
    with pytest.raises(EngineUnavailable, match=r"只剩 [\d,]+ MB"):
        LocalNode(settings).start()


def test_home_that_cannot_be_made_is_one_sentence(open_folder: Path) -> None:
    (open_folder / "file").touch()
    with pytest.raises(EngineUnavailable, match="PARKNEWS_HOME"):
        LocalNode(load_settings(home=open_folder / "file" / "home"))


def test_data_folder_that_is_a_file_is_one_sentence(open_folder: Path) -> None:
    (open_folder / "data").touch()
    with pytest.raises(EngineUnavailable, match="不是文件夹"):
        LocalNode(load_settings(home=open_folder)).start()


def test_unwritable_data_folder_is_one_sentence(open_folder: Path) -> None:
    data = open_folder / "data"
    data.mkdir()
    if os.geteuid() == 0:
        os.chown(data, 54321, 54321)  # someone else's: it is not ours to take
    data.chmod(0o555)
    with pytest.raises(EngineUnavailable, match=rf"不能写文件夹 {data}"):
        LocalNode(load_settings(home=open_folder)).start()
    data.chmod(0o755)


def test_node_that_dies_at_its_start_says_why(open_folder: Path) -> None:
    settings = load_settings(home=open_folder, node_heap="1m")  # too small for Java itself
    with pytest.raises(EngineUnavailable, match="启动时退出") as caught:
        LocalNode(settings).start()
    assert "Too small maximum heap" in caught.value.message
    log = caught.value.message.rpartition("日志：")[2].removesuffix("）。")
    assert "heap" in Path(log).read_text(encoding="utf-8"), "the log it names holds the whole story"
    assert LocalNode(settings).status().pid is None


def test_interrupted_start_leaves_nothing_behind(open_folder: Path) -> None:
    process = command("--home", str(open_folder), "node", "start")
    deadline = time.monotonic() + 60
    while (state := read_state(open_folder / "node.json")) is None:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130, stderr
    assert "Traceback" not in stderr
    assert state.running() == []
    assert not (open_folder / "node.json").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the node as another user")
def test_home_that_the_node_user_cannot_enter_has_a_stand_in(open_folder: Path) -> None:
    open_folder.chmod(0o700)
    settings = load_settings(home=open_folder / "home")
    folder = node_folder(settings, node_user(settings))
    try:
        assert folder.parent == FALLBACK_HOMES
        assert folder == node_folder(settings, node_user(settings)), "the same home always has the same stand-in"
        assert node_user(settings).can("-x", folder)
    finally:
        folder.rmdir()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the node as another user")
@pytest.mark.parametrize("name", ["root", "no-such-user-anywhere"])
def test_unfit_node_user_is_one_sentence(name: str) -> None:
    with pytest.raises(EngineUnavailable, match="PARKNEWS_NODE_USER"):
        node_user(load_settings(node_user=name))
