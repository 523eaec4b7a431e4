"""The node's state file: which processes were started, and when, so that a stale one is recognised."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

# The start time is derived from the clock, which may be set while the node runs; a process id comes round far later.
CLOCK_TOLERANCE = 60.0  # seconds
COMMAND_MARK = "elasticsearch"  # stands in the command line of the launcher and of the server


@dataclass(frozen=True)
class NodeProcess:
    """A process of the node: its id and its start time (seconds since 1970)."""

    pid: int
    created: float

    @classmethod
    def of(cls, process: psutil.Process) -> NodeProcess:
        """Take down a running process."""
        return cls(process.pid, process.create_time())

    def find(self) -> psutil.Process | None:
        """The process while it runs; None when it has ended or its id belongs to another process by now."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.created) < CLOCK_TOLERANCE
            if same and process.status() != psutil.STATUS_ZOMBIE and COMMAND_MARK in " ".join(process.cmdline()):
                return process
        except psutil.Error:  # it ended while we looked
            return None
        return None


@dataclass(frozen=True)
class NodeState:
    """What the state file holds. `url` is None until the node has answered once."""

    processes: tuple[NodeProcess, ...]  # the launcher first, then the server
    version: str
    heap: str
    url: str | None = None

    def running(self) -> list[psutil.Process]:
        """The processes that still run."""
        return [p for p in (process.find() for process in self.processes) if p]

    def whole(self) -> bool:
        """Whether all of them still run."""
        return len(self.running()) == len(self.processes)

    def write(self, path: Path) -> None:
        """Write the file in one step: a reader sees the old or the new state."""
        draft = path.with_suffix(".draft")
        draft.write_text(json.dumps(asdict(self)), encoding="utf-8")
        draft.replace(path)


def read_state(path: Path) -> NodeState | None:
    """The state written last; None when there is none or it cannot be read (a machine that lost power)."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        processes = tuple(NodeProcess(int(p["pid"]), float(p["created"])) for p in value["processes"])
        return NodeState(processes, str(value["version"]), str(value["heap"]), value["url"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
