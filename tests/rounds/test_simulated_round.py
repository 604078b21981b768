"""A whole round through the real commands: the analysis names every difference that was put in, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rounds.script import GEMEENTE, OWN_GROUP, WAYS, Somebody, write_script
from tests.rounds.simulated import Round

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.interview_files import read_interviews, record
from psoh_cli.practices.practice_files import sound_catalogue

PROFESSIONALS = (
    GEMEENTE, "ggd", "begeleiding", GEMEENTE, "inburgering", "wijkteam", "ggd", "huisarts", "ggz", "ggz", "school",
    "welzijn", "vrijwilligers",
)  # fmt: skip
"""Thirteen, as ARQ spoke in Dordrecht; of some groups two, who may not know the same."""


def people(*groups: str, ways: tuple[str, ...] = WAYS, start: int = 0) -> tuple[Somebody, ...]:
    return tuple(
        Somebody(id=f"{group}-{number}", group=group, way=ways[(number + start) % len(ways)])
        for number, group in enumerate(groups)
    )


def simulate(
    folder: Path, capsys: pytest.CaptureFixture[str], who: tuple[Somebody, ...], *, seed: int, planted: int
) -> Round:
    script = write_script(sound_catalogue(), who, seed=seed, planted=planted)
    held = Round(folder / "dossier", script, capsys)
    held.hold()
    return held


def expect_as_scripted(held: Round) -> None:
    """Every answer that was given stands in the dossier as the script has it."""
    found, problems = read_interviews(held.folder / "interviews")
    assert problems == ()
    by_id = {informant.id: informant for informant in found}
    for somebody in held.script.people:
        said = {name: answer.values for name, answer in by_id[somebody.id].answers.items()}
        assert said == held.script.answers(somebody), f"{somebody.id}, by {somebody.way}"


def test_a_small_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    groups = ("huisarts", "vrijwilligers", GEMEENTE, OWN_GROUP, OWN_GROUP, "begeleiding")
    who = people(*groups, ways=("page", "prompt", "file"))
    held = simulate(tmp_path, capsys, who, seed=7, planted=2)
    expect_as_scripted(held)
    kinds = {name.split("-")[1] for name in held.script.expected}
    assert kinds == {"verschil", "alleen"}
    assert held.named() == held.script.expected


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_round_with_thirteen_professionals_and_ten_statushouders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    who = people(*PROFESSIONALS, *[OWN_GROUP] * 10, start=seed)
    assert len(who) == 23
    held = simulate(tmp_path, capsys, who, seed=seed, planted=5)
    expect_as_scripted(held)
    expected = held.script.expected
    assert len(expected) == 11
    assert held.named() == expected
    if seed == 1:
        differ, only, apart = held.reported()
        named = {f"gap-verschil-{name}" for name in differ} | {f"gap-alleen-gemeente-{name}" for name in only}
        assert named | {f"gap-verschil-naast-{name}" for name in apart} == expected


def test_a_round_without_differences_names_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    who = people(GEMEENTE, "begeleiding", "ggd", OWN_GROUP, ways=("file",))
    held = simulate(tmp_path, capsys, who, seed=3, planted=0)
    assert held.script.expected == set()
    assert held.script.said, "not everybody says the same"
    assert held.named() == set()


def test_a_difference_that_nobody_put_in_is_named_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """See the comparison fail: one answer that was not in the script is one finding more."""
    who = people(GEMEENTE, "begeleiding", "wijkteam", OWN_GROUP, ways=("file",))
    held = simulate(tmp_path, capsys, who, seed=3, planted=0)
    asked = held.script.catalogue.question["tolk-afspraken"]
    (said,) = held.script.answer(who[1], asked.id)
    path = held.folder / "interviews" / f"{who[1].id}.yaml"
    other = next(option.value for option in asked.choices() if option.value != said)
    record(path, asked.id, Answer(values=(other,)))
    assert held.named() == {"gap-verschil-tolk-afspraken"}
