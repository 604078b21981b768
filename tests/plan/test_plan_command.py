"""`psoh plan`: what a user sees and what stands in the file afterwards."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from psoh_cli.app import run

DAY = "2026-11-21"

DECISION = """\
    # besproken in het team
    besluit:
      soort: overgenomen
      door: college
      datum: 2026-11-10
      eigenaar: projectleider
      kosten: {bedrag: 12.500, zekerheid: raming, soort: incidenteel, financiering: gemeente-wmo}
      besloten_op: {titel: Oud, reden: Oud, peildatum: 2026-10-01}
"""


@pytest.fixture
def dossier(tmp_path: Path, root: Path) -> Path:
    folder = tmp_path / "mijn dossier"
    shutil.copytree(root / "examples" / "dordrecht", folder)
    return folder


def said(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> tuple[int, str, str]:
    code = run(["plan", str(folder), "--peildatum", DAY, *arguments])
    done = capsys.readouterr()
    return code, done.out, done.err


def decide(folder: Path, name: str) -> None:
    path = folder / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    before, _, after = text.partition(f"  - id: {name}\n")
    block, gap, rest = after.partition("\n\n")
    path.write_text(f"{before}  - id: {name}\n{block}\n{DECISION}{gap[1:]}{rest}", encoding="utf-8")


def test_a_young_dossier_gets_an_honest_first_phase(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, dossier)
    assert code == 0
    assert "Vraag na wat nog niet" in out
    assert "Laat de sociale kaart" in out
    assert re.search(r"^\d+ nieuwe voorstellen, 0 vernieuwd", out, re.MULTILINE)
    assert "Er zijn nog geen besluiten." in " ".join(out.split())
    assert "zijn de kosten onbekend" in out
    assert 'psoh rapport "' in " ".join(err.split())
    assert max(map(len, out.splitlines())) <= 80


def test_scenarios_and_what_does_not_fit_are_shown_and_told(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "voorbeeldstad"
    shutil.copytree(root / "examples" / "voorbeeldstad", folder)
    code, out, _ = said(capsys, folder)
    assert code == 0
    assert re.search(r"^Scenario +zuinig +basis +ambitie", out, re.MULTILINE)
    assert re.search(r"^Past niet +Waarom", out, re.MULTILINE)
    assert "Er is geen geld voor." in out
    assert max(map(len, out.splitlines())) <= 80
    once = (folder / "plan.yaml").read_bytes()
    assert b"waarom_nu:" in once
    assert b"past_niet:" in once
    assert "beslisklaar_voor: de kadernota van 18 mei 2027" in once.decode()
    told = json.loads(said(capsys, folder, "--json")[1])
    assert (folder / "plan.yaml").read_bytes() == once
    assert [scenario["naam"] for scenario in told["scenarios"]] == ["zuinig", "basis", "ambitie"]
    basis = told["scenarios"][1]
    assert {item["id"] for item in basis["past_niet"]} == {
        item["id"] for item in told["maatregelen"] if item.get("voorstel", {}).get("past_niet")
    }
    assert all(
        "waarom_nu" in item["voorstel"] for item in told["maatregelen"] if item["id"] in basis["maatregelen"]
    )


def test_what_does_not_fit_stands_last_before_the_next_step(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "voorbeeldstad"
    shutil.copytree(root / "examples" / "voorbeeldstad", folder)
    _, out, err = said(capsys, folder)
    last = out[out.index("Wat niet past") :]
    assert "Scenario  " not in last
    assert "zijn de kosten onbekend" not in last, "the notes stand above it"
    assert "zijn de kosten onbekend" in " ".join(out.split())
    assert "Daarna: psoh rapport" in " ".join(err.split())


def test_the_decision_in_the_manual_works(
    dossier: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manual = (root / "docs" / "handleiding.md").read_text(encoding="utf-8")
    example = manual[manual.index("  - id: m-klankbordgroep\n    voorstel:") :].partition("```")[0]
    written = example[example.index("    besluit:\n") :]
    assert "begin:" in written
    assert "eind:" not in written
    assert said(capsys, dossier)[0] == 0
    path = dossier / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    before, _, after = text.partition("  - id: m-klankbordgroep\n")
    block, gap, rest = after.partition("\n\n")
    late = re.sub(r"begin: 2027-K\d", "begin: 2028-K3", written)
    assert late != written
    for decision in (written, late):
        path.write_text(
            f"{before}  - id: m-klankbordgroep\n{block}\n{decision}{gap[1:]}{rest}", encoding="utf-8"
        )
        code, _, err = said(capsys, dossier)
        assert code == 0, err


def test_a_second_run_changes_no_byte(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, dossier)
    once = (dossier / "plan.yaml").read_bytes()
    _, out, _ = said(capsys, dossier)
    assert (dossier / "plan.yaml").read_bytes() == once
    assert "0 nieuwe voorstellen, 0 vernieuwd, 0 vervallen" in out


def test_a_trial_writes_nothing(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (dossier / "plan.yaml").read_bytes()
    code, _, err = said(capsys, dossier, "--proef")
    assert code == 0
    assert "Er is niets geschreven" in err
    assert (dossier / "plan.yaml").read_bytes() == before


def test_a_decision_survives_and_counts(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, dossier)
    decide(dossier, "m-nagaan")
    code, out, _ = said(capsys, dossier)
    assert code == 0
    assert DECISION in (dossier / "plan.yaml").read_text(encoding="utf-8")
    assert "Er is 1 besluit; daaraan is niets veranderd." in " ".join(out.split())
    assert "overgenomen" in out
    assert "projectleider" in out
    assert "Bekend is €\N{NO-BREAK SPACE}12.500. Dat is gedekt." in out


def test_the_file_is_made_when_it_is_missing(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dossier / "plan.yaml").unlink()
    assert said(capsys, dossier)[0] == 0
    assert "'besluit' schrijft u" in (dossier / "plan.yaml").read_text(encoding="utf-8")


def test_the_json_is_whole_and_stable(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, first, _ = said(capsys, dossier, "--json", "--proef")
    _, second, _ = said(capsys, dossier, "--json", "--proef")
    found = json.loads(first)
    assert first == second
    assert found["gemeentecode"] == "GM0505"
    assert found["peildatum"] == DAY
    names = {item["id"] for item in found["maatregelen"]}
    assert set(found["veranderd"]["nieuw"]) == names
    assert set(found["begroting"]["kosten_onbekend"]) == names
    assert {row["id"] for row in found["tijdlijn"]["rijen"]} == names


def test_a_mistake_in_the_plan_stops_the_run_with_its_place(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, dossier)
    decide(dossier, "m-nagaan")
    path = dossier / "plan.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("gemeente-wmo}", "gemeente-wm}"), encoding="utf-8"
    )
    before = path.read_bytes()
    code, _, err = said(capsys, dossier)
    assert code == 1
    assert "PLAN008" in err
    assert "Bedoelt u 'gemeente-wmo'?" in err
    assert path.read_bytes() == before


def test_every_proposal_of_the_examples_fits_the_knowledge(root: Path, tmp_path: Path) -> None:
    """The rules find nothing against what the tool itself wrote, in any example."""
    from datetime import date

    from psoh_cli.dossier.dossier import open_dossier
    from psoh_cli.plan.plan import PlanFile
    from psoh_cli.plan.rules import check

    day = date.fromisoformat(DAY)
    for name in ("dordrecht", "haarlem", "zandvoort", "voorbeeldstad"):
        opened = open_dossier(root / "examples" / name, as_of=day)
        plan = opened.plan(day)
        file = PlanFile(format="1", knowledge_version=opened.catalogue.version, entries=plan.entries)
        own = [entry for entry in file.entries if entry.decision is None]
        assert own, name
        found = check(
            file.model_copy(update={"entries": tuple(own)}),
            catalogue=opened.catalogue,
            as_of=day,
            file=name,
            place=lambda path: (1, 1),
        )
        assert [problem for problem in found if problem.code != "PLAN005"] == []


def test_every_gap_of_the_examples_has_a_measure(root: Path) -> None:
    from datetime import date

    from psoh_cli.analysis.finding import FindingKind
    from psoh_cli.dossier.dossier import open_dossier

    day = date.fromisoformat(DAY)
    for name in ("dordrecht", "haarlem", "voorbeeldstad"):
        opened = open_dossier(root / "examples" / name, as_of=day)
        analysis = opened.analysis(day)
        closed = {gap for entry in opened.plan(day).entries if entry.proposal for gap in entry.proposal.gaps}
        in_need = {practice for need in opened.catalogue.needs for practice in need.practices}
        left = {
            gap.id
            for gap in analysis.gaps()
            if gap.kind is not FindingKind.PRACTICE or gap.about not in in_need
        }
        assert left - closed == set(), name
