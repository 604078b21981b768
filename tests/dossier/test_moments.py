"""Moments: kept once, read back as they were, and clear about what is wrong with a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.dossier.sample import FILES, TODAY

from psoh_cli import app
from psoh_cli.dossier import moments
from psoh_cli.dossier.dossier import Inspection, inspect, open_dossier
from psoh_cli.errors import WrongUseError
from psoh_cli.vocabulary import Verdict

GOOD = """\
formaat: "1"
kennisversie: "2025.2"
code: GM0505
peildatum: 2025-11-15
oordelen:
  gap-praktijk-bp-regie: ontbreekt
"""


def dossier(folder: Path, **kept: str) -> Path:
    for name, text in (FILES | {f"momenten/{name}.yaml": text for name, text in kept.items()}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def judged(folder: Path) -> Inspection:
    return inspect(folder, as_of=TODAY)


def about_moments(folder: Path) -> list[tuple[str, str]]:
    return [
        (problem.code, problem.message) for problem in judged(folder).problems if "momenten" in problem.file
    ]


def test_what_was_kept_reads_back_as_the_same_verdicts(tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    analysis = open_dossier(folder, as_of=TODAY).analysis(TODAY)
    path = moments.keep(folder, analysis=analysis)
    assert path == folder / "momenten" / "2026-11-21.yaml"
    assert about_moments(folder) == []
    found = open_dossier(folder, as_of=TODAY)
    later = moments.last_before(found.moments, as_of=date(2027, 1, 1))
    assert later is not None
    assert later.verdicts == {finding.id: finding.verdict for finding in analysis.findings}
    assert later.knowledge_version == analysis.knowledge_version
    assert found.material(TODAY).previous is None, "the day itself is not an earlier moment"


def test_the_last_moment_before_the_day_is_the_one_that_counts(tmp_path: Path) -> None:
    later = GOOD.replace("2025-11-15", "2026-05-01").replace("ontbreekt", "deels")
    folder = dossier(tmp_path, **{"2025-11-15": GOOD, "2026-05-01": later})
    found = open_dossier(folder, as_of=TODAY).material(TODAY).previous
    assert found is not None
    assert found.verdicts == {"gap-praktijk-bp-regie": Verdict.PARTLY}


def test_keeping_the_same_again_changes_nothing_and_other_verdicts_are_refused(tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    analysis = open_dossier(folder, as_of=TODAY).analysis(TODAY)
    path = moments.keep(folder, analysis=analysis)
    before = path.read_bytes()
    moments.keep(folder, analysis=analysis)
    assert path.read_bytes() == before
    other = analysis.model_copy(update={"findings": analysis.findings[1:]})
    with pytest.raises(WrongUseError, match="al een moment bewaard"):
        moments.keep(folder, analysis=other)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text", "code", "said"),
    [
        ("2025-11-16", GOOD, "DOSSIER023", "het bestand heet 2025-11-16.yaml"),
        ("2025-11-15", GOOD.replace("GM0505", "GM0001"), "DOSSIER023", "dit moment is van GM0001"),
        ("2025-11-15", GOOD.replace("2025-11-15", "2025-11"), "", "geen hele dag"),
        ("2025-11-15", GOOD.replace(": ontbreekt", ": goed"), "", "goed"),
        (
            "2025-11-15",
            GOOD.replace('formaat: "1"', 'formaat: "9"'),
            "DOSSIER006",
            "formaat 9 is niet bekend",
        ),
        ("2025-11-15", GOOD + "extra: ja\n", "", "extra"),
    ],
)
def test_what_is_wrong_with_a_kept_moment_is_said_at_its_place(
    tmp_path: Path, name: str, text: str, code: str, said: str
) -> None:
    found = about_moments(dossier(tmp_path, **{name: text}))
    assert len(found) == 1, found
    assert found[0][0].startswith(code)
    assert said in found[0][1]


def test_a_sound_moment_is_no_problem_and_a_stray_file_is_told(tmp_path: Path) -> None:
    folder = dossier(tmp_path, **{"2025-11-15": GOOD})
    assert about_moments(folder) == []
    (folder / "momenten" / "oud.yml").write_text(GOOD, encoding="utf-8")
    assert [code for code, _ in about_moments(folder)] == ["DOSSIER012"]


def test_the_command_keeps_a_moment_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = dossier(tmp_path)
    assert app.run(["analyse", str(folder), "--peildatum", "2026-11-21", "--bewaar"]) == 0
    assert (folder / "momenten" / "2026-11-21.yaml").is_file()
    assert "momenten/2026-11-21.yaml" in capsys.readouterr().err.replace("\n", "")
