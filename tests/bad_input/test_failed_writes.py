"""When writing fails the command says why and what to do, what stood there still stands, and it works afterwards."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.bad_input.running import run
from tests.dossier.sample import contents, make_dossier

from psoh_cli.files import disk, disk_lock

DAY = ("--peildatum", "2026-11-21")
ANSWERS = "kaart-beheerder: nee\n"


class Writing(NamedTuple):
    """A command that writes: its words, and the file it changes or makes."""

    name: str
    words: tuple[str, ...]
    file: str


WRITING = (
    Writing("plan", ("plan", "{d}", *DAY), "d/plan.yaml"),
    Writing(
        "interview",
        ("interview", "{d}", "--informant", "beleidsadviseur", "--antwoorden", "{top}/antwoorden.yaml"),
        "d/interviews/beleidsadviseur.yaml",
    ),
    Writing(
        "interview with somebody new",
        (
            "interview", "{d}", "--informant", "ggd", "--groep", "ggd", "--rol", "adviseur",
            "--antwoorden", "{top}/antwoorden.yaml",
        ),
        "d/interviews/ggd.yaml",
    ),
    Writing("kaart bevestig", ("kaart", "bevestig", "inloop", "--map", "{d}"), "d/sociale-kaart.yaml"),
    Writing(
        "rapport",
        ("rapport", "{d}", "--format", "html", "--soort", "samenvatting", *DAY),
        "d/rapporten/samenvatting.html",
    ),
    Writing("start", ("start", "{top}/nieuw", "--gemeente", "Dordrecht"), "nieuw/gemeente.yaml"),
)  # fmt: skip

ON_DISK = tuple(case for case in WRITING if case.name != "start")
LOCKING = tuple(case for case in ON_DISK if case.name != "rapport")


class Fault(NamedTuple):
    """What goes wrong on the way to the disk, what is said about it and what is the remedy."""

    name: str
    make: Callable[[pytest.MonkeyPatch], None]
    says: str
    remedy: str


def raising(number: int) -> Callable[..., Any]:
    def fail(*arguments: Any, **named: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


def no_lock(number: int) -> Callable[[pytest.MonkeyPatch], None]:
    def make(patch: pytest.MonkeyPatch) -> None:
        real = os.open

        def opened(path: Any, *arguments: Any, **named: Any) -> int:
            if Path(path).name == disk_lock.LOCK_NAME:
                raise OSError(number, os.strerror(number))
            return real(path, *arguments, **named)

        patch.setattr(os, "open", opened)

    return make


def at(function: str, number: int) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(disk.os, function, raising(number))


FAULTS = (
    Fault("disk full while writing", at("fsync", errno.ENOSPC), "de schijf is vol", "Maak ruimte vrij"),
    Fault(
        "disk full while putting in place",
        at("replace", errno.ENOSPC),
        "de schijf is vol",
        "Maak ruimte vrij",
    ),
    Fault("over quota", at("fsync", errno.EDQUOT), "de schijf is vol", "Maak ruimte vrij"),
    Fault("read-only disk", at("replace", errno.EROFS), "alleen-lezen", "Kies een map"),
    Fault("no rights", at("replace", errno.EACCES), "niet geschreven", "Oplossing: "),
    Fault("network drive gone", at("fsync", errno.EIO), "niet geschreven", "bereikbaar"),
)
LOCK_FAULTS = (
    Fault("no room for the lock", no_lock(errno.ENOSPC), "de schijf is vol", "Maak ruimte vrij"),
    Fault("read-only folder", no_lock(errno.EROFS), "alleen-lezen", "Kies een map"),
    Fault("no rights in the folder", no_lock(errno.EACCES), "u mag niet schrijven", "Kies een map"),
)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    make_dossier(tmp_path / "d")
    (tmp_path / "antwoorden.yaml").write_text(ANSWERS, encoding="utf-8")
    return tmp_path


def words(case: Writing, top: Path) -> list[str]:
    return [word.format(d=(top / "d").as_posix(), top=top.as_posix()) for word in case.words]


def parametrize(name: str, cases: tuple[Any, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(name, cases, ids=lambda case: case.name)


@pytest.mark.slow
@parametrize("case", WRITING)
@parametrize("fault", FAULTS)
def test_a_failed_write_loses_nothing_and_can_be_repeated(
    top: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    case: Writing,
    fault: Fault,
) -> None:
    before = contents(top)
    with monkeypatch.context() as patch:
        fault.make(patch)
        said = run(capsys, *words(case, top))
    assert said.code == 2, said
    assert fault.says in said.all
    assert fault.remedy.lower() in said.all.lower()
    left = contents(top)
    if case.name == "interview with somebody new":
        left.pop("d/interviews/ggd.yaml", None)  # greeting somebody new and recording are two writes
    assert left == before

    assert run(capsys, *words(case, top)).code == 0
    assert contents(top).get(case.file) not in (None, before.get(case.file))


@parametrize("case", LOCKING)
@parametrize("fault", LOCK_FAULTS)
def test_a_folder_that_cannot_be_locked_is_not_written_in(
    top: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    case: Writing,
    fault: Fault,
) -> None:
    before = contents(top)
    with monkeypatch.context() as patch:
        fault.make(patch)
        said = run(capsys, *words(case, top))
    assert said.code == 2, said
    assert fault.says in said.all
    assert fault.remedy in said.all
    assert contents(top) == before


@contextmanager
def another_run(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder from a process that lives."""
    code = "import sys, time; print('ready', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        other.stdout.readline()
        lock = folder / disk_lock.LOCK_NAME
        lock.write_text(f"{other.pid} {socket.gethostname()}\n", encoding="utf-8")
        try:
            yield
        finally:
            lock.unlink()
            other.kill()


@parametrize("case", LOCKING)
def test_two_runs_at_once_do_not_meet(top: Path, capsys: pytest.CaptureFixture[str], case: Writing) -> None:
    before = contents(top)
    with another_run(top / "d"):
        said = run(capsys, *words(case, top))
    assert said.code == 2, said
    assert "al een andere opdracht" in said.all
    assert str(top / "d") in said.all
    assert "Wacht tot die klaar is" in said.all
    assert contents(top) == before
    assert run(capsys, *words(case, top)).code == 0


def test_reading_goes_on_while_another_run_writes(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with another_run(top / "d"):
        assert run(capsys, "check", top / "d", *DAY).code == 0
        assert run(capsys, "analyse", top / "d", *DAY).code == 0


def test_what_a_killed_run_left_is_taken_over(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    lock = top / "d" / disk_lock.LOCK_NAME
    lock.write_text(f"{done.pid} {socket.gethostname()}\n", encoding="utf-8")
    half = top / "d" / f".plan.yaml.{done.pid}.0a1b.psoh-tmp"
    half.write_bytes(b"formaat: ")
    assert run(capsys, "plan", top / "d", *DAY).code == 0
    assert not lock.exists()
    assert not half.exists()


ANSWER_FILES = (
    ("missing", None, 2, "bestaat niet", "Controleer de naam"),
    ("empty", b"", 1, "YAML001", "Schrijf per regel een vraag"),
    ("a list", b"- ja\n", 1, "niet te lezen", "Schrijf per regel een vraag"),
    ("another encoding", "regisseur: co\xf6rdinator".encode("cp1252"), 2, "UTF-8", "Opslaan als"),
    ("broken YAML", b"regisseur: [ja\n", 1, "antwoorden.yaml:1:12", "Schrijf per regel"),
    ("an unknown question", b"kaart-beheerdr: ja\n", 1, "antwoorden.yaml:1:", "'kaart-beheerder'"),
    ("an answer that cannot be", b"kaart-beheerder: misschien\n", 1, "antwoorden.yaml:1:", "ja, "),
)


@pytest.mark.parametrize(
    ("name", "data", "code", "says", "remedy"), ANSWER_FILES, ids=[case[0] for case in ANSWER_FILES]
)
def test_a_bad_file_with_answers_changes_nothing(
    top: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes | None,
    code: int,
    says: str,
    remedy: str,
) -> None:
    offered = top / "antwoorden.yaml"
    offered.unlink() if data is None else offered.write_bytes(data)
    before = contents(top)
    said = run(capsys, *words(WRITING[1], top))
    assert said.code == code, said
    assert says in said.all
    assert remedy in said.all
    assert contents(top) == before


@pytest.mark.parametrize(
    "words",
    [
        (
            "interview",
            "{d}",
            "--informant",
            "ggd",
            "--groep",
            "ggd",
            "--rol",
            "co\udcf6r",
            "--antwoorden",
            "{a}",
        ),
        ("kaart", "bevestig", "inloop", "--map", "{d}", "--door", "co\udcf6r"),
    ],
    ids=["interview", "kaart"],
)
def test_half_a_character_is_not_written(
    top: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """A command line in another encoding arrives with halves of characters in it."""
    before = contents(top)
    said = run(capsys, *(word.format(d=top / "d", a=top / "antwoorden.yaml") for word in words))
    assert said.code == 2, said
    assert "teken" in said.all
    assert contents(top) == before
