"""What must hold whatever stands in a file: an answer in time, of the kinds we promise, and nothing touched."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import signal
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from tests.dossier.sample import FILES, TODAY, make_dossier
from tests.fuzz.spoiling import POLICY, Spoiled

from psoh_cli import app
from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.checking.result import Result
from psoh_cli.problems.codes import CODES
from psoh_cli.problems.formats.writers import WRITERS
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.report import Report
from psoh_cli.terminal import bug_log
from psoh_cli.terminal.listing import as_text

MOST_SECONDS = 5.0
"""How long one case may take, on the clock of the process; almost all take some thousandths of a second."""

CASES = int(os.environ.get("PSOH_FUZZ_CASES") or 20_000)
"""How many cases the slow lane tries. Choose another number and they are drawn anew each time."""

_KNOWN = frozenset(CODES)
_NOT_DUTCH = re.compile(r"Traceback|Errno|\bError\b|Exception\b|\bNone\b|\.py\b|object at 0x")


class TookTooLongError(BaseException):
    """Stop a case that does not come to an end; no handler of ours may take it for something else."""


def many(share: float) -> settings:
    """Give the settings for a part of all cases in the slow lane: the same ones every time, or new ones when asked."""
    return settings(
        max_examples=max(1, round(CASES * share)),
        derandomize="PSOH_FUZZ_CASES" not in os.environ,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


few = settings(max_examples=60, suppress_health_check=list(HealthCheck))
"""The settings for the fast lane."""


@contextmanager
def in_time(seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Let what happens inside end within a time that is counted for this process only."""
    started = time.process_time()
    with _alarm(seconds):
        yield
    spent = time.process_time() - started
    assert spent < seconds, f"{spent:.1f} s"


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Break off what goes on and on, where the system can do that."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise TookTooLongError(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


class Said(NamedTuple):
    """How a run of the command ended, and what it said."""

    code: int
    out: str
    err: str


class Stage:
    """A dossier on disk, in which one file after another is replaced by a spoiled one and put back."""

    def __init__(self, folder: Path) -> None:
        """Lay a clean dossier in a folder."""
        self.folder = make_dossier(folder)
        self.whole = {name: text.encode("utf-8") for name, text in FILES.items()} | {POLICY: b""}
        (self.folder / POLICY).write_bytes(b"")

    @contextmanager
    def holding(self, spoiled: Spoiled, *, is_changed: bool = False) -> Iterator[None]:
        """Let the dossier hold a spoiled file; unless `is_changed` is said, no file of it is touched meanwhile."""
        (self.folder / spoiled.name).write_bytes(spoiled.data)
        before = self._stamps()
        try:
            yield
            if not is_changed:
                assert self._stamps() == before, "check wrote in the dossier"
                assert (self.folder / spoiled.name).read_bytes() == spoiled.data
        finally:
            for name in self.whole if is_changed else (spoiled.name,):
                (self.folder / name).write_bytes(self.whole[name])

    def look(self) -> Result:
        """Inspect the dossier."""
        return inspect_paths((self.folder,), as_of=TODAY)

    def run(self, *arguments: str) -> Said:
        """Run `psoh check` on the dossier; what would be called a bug of ours is raised as it is."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        real = bug_log.write
        bug_log.write = _raise
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = app.run(["check", str(self.folder), "--peildatum", TODAY.isoformat(), *arguments])
        finally:
            bug_log.write = real
        return Said(code, *(_written(stream) for stream in (out, err)))

    def _stamps(self) -> dict[str, tuple[int, int, int]]:
        found = {}
        for folder, _, names in os.walk(self.folder):
            for path in (folder, *(os.path.join(folder, name) for name in names)):  # noqa: PTH118 - 20,000 times
                about = os.stat(path)  # noqa: PTH116
                found[path] = (about.st_mtime_ns, about.st_size, about.st_ino)
        return found


def _raise(error: BaseException, **_: object) -> None:
    raise error


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8")


def expect_sound(result: Result) -> None:
    """Make sure that an answer is one of those we promise: known codes, places that exist, Dutch, and a remedy."""
    assert result.report.exit_code in {0, 1, 2}
    for unread in result.report.unread:
        assert unread.message
        assert unread.hint
        expect_dutch(f"{unread.message} {unread.hint}")
    for problem in result.problems:
        _expect_place(problem, result.report)
        assert problem.code in _KNOWN
        expect_dutch(problem.message)


def expect_dutch(text: str) -> None:
    """Make sure that nothing of Python shines through; what is quoted from a file is not ours."""
    assert _NOT_DUTCH.search(re.sub(r"'[^']*'|\"[^\"]*\"", "", text)) is None, text


def _expect_place(problem: Problem, report: Report) -> None:
    assert problem.line >= 1
    assert problem.column >= 1
    text = report.texts.get(problem.file)
    if text is None:
        return
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert problem.line <= len(lines), problem
    assert problem.column <= len(lines[problem.line - 1]) + 1, problem
    if problem.end is not None:
        assert problem.end >= (problem.line, problem.column), problem


def expect_formats(report: Report, *names: str) -> None:
    """Make sure that these forms can be made of a report, and be read back by what reads them; and so can text."""
    for name in names:
        expect_readable(name, WRITERS[name](report))
    expect_readable("text", as_text(report))


def expect_readable(name: str, text: str) -> None:
    """Make sure that a text is one of its form."""
    text.encode("utf-8")
    if name in {"json", "sarif", "gitlab", "rdjson"}:
        json.loads(text)
    elif name == "junit":
        ET.fromstring(text)
    elif name == "github":
        assert all(line.startswith("::") for line in text.splitlines()), text
    elif name == "text":
        assert "\x1b" not in text
