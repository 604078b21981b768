"""Whatever a disk does at whatever step: each file is the old one or the new one, and the next run goes on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from tests.interview.faults.scenes import SCENES, Scene
from tests.interview.faults.seam import (
    Fault,
    Step,
    Watch,
    answers_to,
    dies,
    fails_with,
    hidden_in,
    interrupts,
    seen_in,
    watched,
)

from psoh_cli import app
from psoh_cli.files import disk
from psoh_cli.files.disk_lock import LOCK_NAME, UNCLEAR_FOR

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, and handles of Unix")
BY_NAME = {scene.name: scene for scene in SCENES}
TOLD = ("Fout: ", "niet bewaard", "niet bijgewerkt")
"""How somebody hears that something was not written."""
MADE = "vragenlijsten"
"""The folder of lists that can be made again: what a killed run left hidden there is in nobody's way."""
QUICK = ("antwoorden",)
"""What the fast lane goes through; the slow lane goes through all."""


@dataclass(frozen=True)
class Course:
    """How a scene goes when nothing happens: every step, and the end."""

    steps: tuple[Step, ...]
    end: dict[str, bytes]

    def versions(self, name: str) -> set[bytes | None]:
        """Give what a file was at any moment; None where it was not there yet."""
        return {state.get(name) for state in (*(step.before for step in self.steps), self.end)}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faults")


@cache
def course_of(scene: Scene, workshop: Path) -> Course:
    folder = scene.lay(workshop / scene.name / "d")
    watch = Watch(folder)
    with watched(watch):
        code = scene.run(folder)
    assert code == 0
    assert hidden_in(folder) == []
    return Course(tuple(watch.steps), seen_in(folder))


def with_fault(scene: Scene, folder: Path, *, at: int, fault: Fault) -> int:
    """Run a scene with a fault at one step."""
    with watched(Watch(folder, at=at, fault=fault)):
        return scene.run(folder)


def in_a_child(scene: Scene, folder: Path, *, at: int) -> int:
    """Run a scene in a process of its own, that dies at one step; give its exit code."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = with_fault(scene, folder, at=at, fault=dies)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def expect_old_or_new(folder: Path, course: Course, step: Step) -> None:
    """Each file is one that it was or was to become, byte for byte, and nothing else has come."""
    now = seen_in(folder)
    for name in {*now, *course.end}:
        assert now.get(name) in course.versions(name), f"{name}: half a file, at {step.kind} of {step.name}"
    for name, was in step.before.items():
        if name.startswith("interviews/"):
            assert now[name].count(b"antwoord:") >= was.count(b"antwoord:"), "an answer of before is lost"


def expect_nothing_left(folder: Path, step: Step) -> None:
    """No temporary file, and no lock but one that could not be removed."""
    left = [name for name in hidden_in(folder) if not (name == LOCK_NAME and step.kind == "unlink")]
    assert left == [], f"left behind at {step.kind} of {step.name}"


def expect_all_answers(folder: Path, course: Course, *, where: str) -> None:
    """After a second run every answer is there; how far the round says somebody is, may be a step behind."""
    now = seen_in(folder)
    for name, content in course.end.items():
        if name.startswith("interviews/"):
            assert now[name] == content, where
        assert now[name] in course.versions(name), where


def deaths(course: Course) -> Iterator[tuple[int, Step]]:
    """Give the steps at which a kill finds the disk as no earlier kill found it, and the last one."""
    lay: frozenset[tuple[str, int]] | None = None
    for at, step in enumerate(course.steps):
        if step.lies != lay or step.kind == "write" or at == len(course.steps) - 1:
            yield at, step
        lay = step.lies


def failures(course: Course) -> list[tuple[int, Step]]:
    """Give each kind of step on each file; of those that come again the last, when there is most to lose."""
    last = {(step.kind, step.name.split(".")[:2][-1]): at for at, step in enumerate(course.steps)}
    return [(at, course.steps[at]) for at in sorted(last.values())]


def fail_everywhere(scene: Scene, workshop: Path, capfd: pytest.CaptureFixture[str]) -> set[int]:
    """Let each step fail once; of the answers a disk may give to it, step by step the next."""
    course = course_of(scene, workshop)
    codes = set()
    for turn, (at, step) in enumerate(failures(course)):
        answers = answers_to(step.kind)
        number = answers[turn % len(answers)]
        folder = scene.lay(workshop / scene.name / "d")
        capfd.readouterr()
        code = with_fault(scene, folder, at=at, fault=fails_with(number))
        said = capfd.readouterr()
        where = f"{os.strerror(number)} at {step.kind} of {step.name}: {said.err[-800:]}"
        assert code in {0, 2}, where
        assert "Traceback" not in said.out + said.err
        expect_old_or_new(folder, course, step)
        expect_nothing_left(folder, step)
        told = any(word in said.err for word in TOLD)
        if code or seen_in(folder) != course.end:
            assert told, where
        if step.kind in {"write", "replace"}:
            assert seen_in(folder) == course.end or scene.run(folder, lines=scene.rest(folder)) == 0, where
            expect_all_answers(folder, course, where=where)
        codes.add(2 if told else code)
    return codes


def die_everywhere(scene: Scene, workshop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Let a run die at each step; `check` is not put off by what it left, and a second run clears that away."""
    course = course_of(scene, workshop)
    for at, step in deaths(course):
        folder = scene.lay(workshop / scene.name / "d")
        assert in_a_child(scene, folder, at=at) == 9, f"lives on after {step.kind} of {step.name}"
        expect_old_or_new(folder, course, step)
        if step.kind == "write" and step.name != LOCK_NAME:
            assert app.run(["check", str(folder)]) == 0, capfd.readouterr().out
        _wait_out(folder)
        is_done = seen_in(folder) == course.end
        if is_done and scene.adds:
            continue
        assert scene.run(folder, lines=scene.rest(folder)) == 0, capfd.readouterr().err
        expect_all_answers(folder, course, where=f"after {step.kind} of {step.name}")
        left = [
            path.name
            for path in folder.rglob(".*")
            if path.parent.name != MADE and not (is_done and path.name == LOCK_NAME)
        ]
        assert left == [], f"a second run clears away what a first left at {step.kind} of {step.name}"
    capfd.readouterr()


def _wait_out(folder: Path) -> None:
    """Let the time pass that a lock without an owner holds: a run that died before it wrote its name in it."""
    lock = folder / LOCK_NAME
    if lock.exists() and not lock.read_bytes().endswith(b"\n"):
        long_ago = time.time() - UNCLEAR_FOR - 1
        os.utime(lock, (long_ago, long_ago))


ALL = [pytest.param(scene.name, marks=[] if scene.name in QUICK else [pytest.mark.slow]) for scene in SCENES]
ANSWERING = [one for one, scene in zip(ALL, SCENES, strict=True) if scene.name != "formulier"]
"""What writes answers and decisions; a list to be sent can be made again."""


@pytest.mark.parametrize("name", ALL)
def test_a_disk_that_fails_at_any_step(name: str, workshop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    codes = fail_everywhere(BY_NAME[name], workshop, capfd)
    assert codes in ({0, 2}, set())


@pytest.mark.parametrize("name", ANSWERING)
def test_a_kill_at_any_step(name: str, workshop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    die_everywhere(BY_NAME[name], workshop, capfd)


@pytest.mark.parametrize("name", ["antwoorden"])
def test_ctrl_c_at_any_step(name: str, workshop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    scene = BY_NAME[name]
    course = course_of(scene, workshop)
    for at, step in enumerate(course.steps):
        folder = scene.lay(workshop / scene.name / "d")
        code = with_fault(scene, folder, at=at, fault=interrupts)
        assert code == 130, f"at {step.kind} of {step.name}"
        expect_old_or_new(folder, course, step)
        expect_nothing_left(folder, step)
    assert "Traceback" not in capfd.readouterr().err


# ------------------------------------------------------------------------------------------- whether it can fail


def test_a_new_way_to_write_is_a_step_by_itself(tmp_path: Path) -> None:
    with watched(Watch(tmp_path)) as watch:
        (tmp_path / "a").write_text("x", encoding="utf-8")
        os.truncate(tmp_path / "a", 0)
        (tmp_path / "a").rename(tmp_path / "b")
        (tmp_path / "b").unlink()
        (tmp_path / "c").mkdir()
        list(tmp_path.iterdir())
        (tmp_path / "nothing").exists()
    assert [step.kind for step in watch.steps] == ["open", "write", "truncate", "rename", "unlink", "mkdir"]
    assert [step.before for step in watch.steps[2:4]] == [{"a": b"x"}, {"a": b""}]


def test_half_a_file_is_seen(workshop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Write without care, in the place of what takes care, and see it found out."""

    def careless(path: Path, *, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data)

    scene = BY_NAME["stand"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "write_bytes", lambda path, data: careless(path, data=data))
        course = course_of(scene, workshop / "careless")
        at = next(
            at for at, step in enumerate(course.steps) if step.name == "ronde.yaml" and step.kind == "write"
        )
        folder = scene.lay(workshop / "careless" / scene.name / "d")
        assert in_a_child(scene, folder, at=at) == 9
    with pytest.raises(AssertionError, match="half a file"):
        expect_old_or_new(folder, course, course.steps[at])
