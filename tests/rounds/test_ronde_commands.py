"""`psoh ronde plan` and `psoh ronde status`: what a user sees, and what stands in the file afterwards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.dossier.sample import contents, make_dossier

from psoh_cli.app import run
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.interview_files import create_interview
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.rounds.round_file import read_round
from psoh_cli.terminal import console
from psoh_cli.vocabulary import InvitationState

KNOWN = read_catalogue()[0]

DAY = "2026-11-21"


class Told:
    """What a command wrote, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err
        self.all = " ".join(f"{out} {err}".split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "mijn dossier")


@pytest.fixture
def psoh(capsys: pytest.CaptureFixture[str]) -> Any:
    def told(*arguments: object, day: str = DAY) -> Told:
        code = run(["ronde", *map(str, arguments), "--peildatum", day])
        done = capsys.readouterr()
        return Told(code, done.out, done.err)

    return told


def test_a_proposal_is_shown_written_and_not_made_again(folder: Path, psoh: Any) -> None:
    first = psoh("plan", folder)
    assert first.code == 0
    assert "psoh stelt 14 informanten erbij voor" in first.all
    assert "(afgeleid)" in first.out
    assert "welzijn Opbouwwerker of coördinator" in first.all
    assert "Op de kaart met" not in first.all
    assert "Op de kaart met" in psoh("plan", folder, "--uitleg").all, "also when they are written already"
    assert max(len(line) for line in first.out.splitlines() if not line.startswith("psoh ")) <= 80
    once = contents(folder)
    assert {item.state for item in read_round(folder).invitations} == {InvitationState.PLANNED}
    again = psoh("plan", folder)
    assert "psoh stelt niemand meer voor" in again.all
    assert contents(folder) == once


def test_the_written_round_has_no_problem(folder: Path, psoh: Any) -> None:
    psoh("plan", folder)
    assert run(["check", str(folder), "--strict", "--quiet"]) == 0


def test_a_trial_writes_nothing(folder: Path, psoh: Any) -> None:
    before = contents(folder)
    assert "Er is niets geschreven" in psoh("plan", folder, "--proef").all
    psoh("plan", folder, "--proef", "--json")
    psoh("plan", folder, "--informant", "beleidsadviseur", "--stand", "klaar", "--proef")
    psoh("plan", folder, "--groep", "ggd", "--rol", "Adviseur", "--proef")
    assert contents(folder) == before


def test_a_proposal_as_data_says_why_and_whose_idea_it_is(folder: Path, psoh: Any) -> None:
    data = json.loads(psoh("plan", folder, "--json").out)
    assert data["herkomst"] == "afgeleid"
    assert data["geschreven"] is True
    assert all(item["waarom"] and item["stand"] == "gepland" for item in data["voorgesteld"])
    assert data["zonder_informant"] == []
    assert {item["id"] for item in data["informanten"]} > {"beleidsadviseur"}


@pytest.mark.parametrize("state", list(InvitationState))
def test_how_far_somebody_is_is_written(folder: Path, psoh: Any, state: InvitationState) -> None:
    psoh("plan", folder)
    done = psoh("plan", folder, "--informant", "ggd", "--stand", state.value, "--op", "2026-11-02")
    assert done.code == 0
    found = read_round(folder).invitation["ggd"]
    assert found.state is state
    assert str(found.invited_on) == ("2026-11-02" if state is InvitationState.INVITED else "None")
    assert str(found.done_on) == ("2026-11-02" if state is InvitationState.DONE else "None")


def test_only_the_way_of_answering_leaves_the_state(folder: Path, psoh: Any) -> None:
    psoh("plan", folder)
    assert "antwoordt zo: docx" in psoh("plan", folder, "--informant", "ggd", "--vorm", "docx").all
    again = psoh("plan", folder, "--informant", "ggd", "--vorm", "docx")
    assert "Er verandert niets" in again.all
    assert read_round(folder).invitation["ggd"].state is InvitationState.PLANNED


def test_somebody_is_added_by_hand_with_the_organisation_on_the_kaart(folder: Path, psoh: Any) -> None:
    added = psoh(
        "plan", folder, "--groep", "welzijn", "--rol", "Buurtwerker", "--organisatie", "buurthuis oost",
        "--stand", "uitgenodigd", "--vorm", "xlsx",
    )  # fmt: skip
    assert added.code == 0
    (found,) = read_round(folder).invitations
    assert (found.id, found.entry) == ("buurtwerker-buurthuis-oost", "buurthuis")
    assert (found.state, str(found.invited_on), str(found.form)) == (InvitationState.INVITED, DAY, "xlsx")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--informant", "beleidsadviser", "--stand", "klaar"], "Bedoelt u 'beleidsadviseur'?"),
        (["--informant", "beleidsadviseur"], "Geef een stand"),
        (["--stand", "klaar"], "Noem de informant"),
        (["--informant", "beleidsadviseur", "--stand", "klar"], "Kies uit: gepland, uitgenodigd"),
        (["--informant", "beleidsadviseur", "--vorm", "pdf"], "Kies uit: gesprek, xlsx"),
        (["--informant", "beleidsadviseur", "--stand", "klaar", "--op", "2027-01-01"], "moet nog komen"),
        (["--informant", "beleidsadviseur", "--stand", "klaar", "--op", "gisteren"], "--op"),
        (["--groep", "ggd"], "een groep en een functie"),
        (["--rol", "Adviseur"], "een groep en een functie"),
        (["--groep", "gdd", "--rol", "Adviseur"], "Bedoelt u 'ggd'?"),
        (["--groep", "ggd", "--rol", "mevr. Fatima de Vries"], "--rol: hier lijkt"),
        (["--groep", "ggd", "--rol", "Adviseur", "--informant", "con"], "con-informant"),
        (["--groep", "ggd", "--rol", "Adviseur", "--informant", "../buiten"], "zonder map ervoor"),
        (["--groep", "ggd", "--rol", "Adviseur", "--informant", "beleidsadviseur"], "Er is al een informant"),
    ],
)
def test_what_is_typed_wrong_is_told_and_nothing_is_written(
    folder: Path, psoh: Any, arguments: list[str], said: str
) -> None:
    before = contents(folder)
    told = psoh("plan", folder, *arguments)
    assert told.code == 2
    assert said in told.all
    assert contents(folder) == before


def test_the_status_tells_how_everybody_is_and_what_to_type(folder: Path, psoh: Any) -> None:
    psoh("plan", folder)
    psoh(
        "plan", folder, "--informant", "ggd", "--stand", "uitgenodigd", "--op", "2026-10-01", "--vorm", "xlsx"
    )
    told = psoh("status", folder)
    assert told.code == 0
    assert "15 informanten: 13 gepland, 1 uitgenodigd en 1 bezig." in told.all
    assert "- ggd: gevraagd, sinds 1 oktober 2026 geen antwoord (7 weken)" in told.all
    place = f'"{folder.as_posix()}"'
    assert f"  psoh ronde formulier {place} --informant ggd --format xlsx" in told.out.splitlines()
    assert f"  psoh ronde lees {place} BESTAND" in told.out.splitlines()
    assert f"  psoh ronde formulier {place} --informant huisarts" in told.out.splitlines()
    late = psoh("status", folder, "--weken", "8")
    assert "geen antwoord" not in late.all


def test_the_status_without_a_round_shows_the_interviews(folder: Path, psoh: Any) -> None:
    told = psoh("status", folder)
    assert "1 informant: 1 bezig." in told.all
    assert "Deze vragen krijgt niemand in deze ronde: " in told.all
    assert "vragen voor ‘Statushouders’: - " in told.all
    assert f'  psoh ronde plan "{folder.as_posix()}"' in told.out.splitlines()
    shutil.rmtree(folder / "interviews")
    empty = psoh("status", folder)
    assert "Er is nog niemand gevraagd" in empty.all
    assert "psoh ronde plan" in empty.all


def test_who_hears_the_screen_gets_sentences(folder: Path, psoh: Any) -> None:
    for words in (("plan", "--uitleg"), ("status",)):
        told = psoh(*words, folder, "--toegankelijk")
        assert "───" not in told.out
        assert "Thema 1, Regie en visie:" in told.all
        assert "  " not in told.out.replace("\n  ", "\n")


def test_the_status_as_data_holds_the_commands(folder: Path, psoh: Any) -> None:
    psoh("plan", folder)
    data = json.loads(psoh("status", folder, "--json").out)
    assert data["stand"] == {"gepland": 14, "uitgenodigd": 0, "bezig": 1, "klaar": 0, "vervallen": 0}
    assert {item["stand"] for item in data["themas"]} == {"nog niets", "deels"}
    assert all(item["opdracht"].startswith("psoh ") for item in data["stappen"])


@pytest.mark.parametrize("name", ["interviews/beleidsadviseur.yaml", "sociale-kaart.yaml", "gemeente.yaml"])
def test_with_a_broken_file_beside_the_round_nothing_is_proposed_for_good(
    folder: Path, psoh: Any, name: str
) -> None:
    (folder / name).write_text("formaat: [\n", encoding="utf-8")
    before = contents(folder)
    for words, code in (("plan", 1), ("status", 0)):
        told = psoh(words, folder)
        assert told.code == code
        assert f"{name} kan niet worden gelezen en telt hier niet mee" in told.all
    assert contents(folder) == before
    assert psoh("plan", folder, "--groep", "ggd", "--rol", "Adviseur").code == 0


def test_a_broken_round_is_told_and_left_as_it_is(folder: Path, psoh: Any) -> None:
    (folder / "ronde.yaml").write_text("informanten: nee\n", encoding="utf-8")
    before = contents(folder)
    for words in (("plan",), ("status",), ("plan", "--informant", "ggd", "--stand", "klaar")):
        told = psoh(words[0], folder, *words[1:])
        assert told.code == 1
        assert "ronde.yaml" in told.all
    assert contents(folder) == before


def test_a_dossier_without_a_kaart_gets_a_round_too(folder: Path, psoh: Any) -> None:
    (folder / "sociale-kaart.yaml").unlink()
    assert "psoh stelt 14 informanten erbij voor" in psoh("plan", folder).all


def test_a_folder_that_is_no_dossier_is_told(tmp_path: Path, psoh: Any) -> None:
    for words in ("plan", "status"):
        told = psoh(words, tmp_path)
        assert told.code == 2
        assert "gemeente.yaml ontbreekt" in told.all


@pytest.mark.parametrize("words", [("plan", "--professionals", "0"), ("status", "--weken", "-1")])
def test_a_number_that_cannot_be_is_told(folder: Path, psoh: Any, words: tuple[str, ...]) -> None:
    told = psoh(words[0], folder, *words[1:])
    assert told.code == 2
    assert "of meer" in told.all
    assert not (folder / "ronde.yaml").exists()


def everything(folder: Path, name: str, group: str) -> None:
    """Let somebody answer all there is."""
    questions = Questionnaire(KNOWN, group)
    answers: dict[str, Answer] = {}
    while questions.open(answers):
        answers |= {item.id: Answer(values=("weet-niet",)) for item in questions.open(answers)}
    create_interview(
        folder / "interviews" / f"{name}.yaml",
        group=group,
        role="Adviseur",
        knowledge_version=KNOWN.version,
        day=PartialDate.parse("2026-11-01"),
        answers=answers,
    )


def test_who_answered_everything_and_is_asked_again_is_done_everywhere(folder: Path, psoh: Any) -> None:
    psoh("plan", folder)
    everything(folder, "ggd", "ggd")
    told = psoh("plan", folder, "--informant", "ggd", "--stand", "uitgenodigd")
    assert "'ggd' is klaar, opnieuw gevraagd op 21 november 2026." in told.all
    assert "de stand blijft klaar" in told.all
    assert "ggd klaar, opnieuw gevraagd" in psoh("status", folder).all
    (found,) = (
        item
        for item in json.loads(psoh("status", folder, "--json").out)["informanten"]
        if item["id"] == "ggd"
    )
    assert (found["stand"], found["opnieuw_gevraagd_op"]) == ("klaar", DAY)
    assert "ggd" not in [item.name.split(".")[0] for item in (folder / "vragenlijsten").glob("*")]


def test_who_has_begun_and_is_asked_again_counts_as_busy_and_that_is_said(folder: Path, psoh: Any) -> None:
    told = psoh("plan", folder, "--informant", "beleidsadviseur", "--stand", "uitgenodigd")
    assert "'beleidsadviseur' telt als bezig: er is een antwoord op 1 van de" in told.all


def test_how_many_took_part_is_written_shown_and_asked_for(folder: Path, psoh: Any) -> None:
    psoh("plan", folder)
    name = "groepsgesprek-statushouders"
    everything(folder, name, "statushouders")
    asked = f"--informant {name} --deelnemers AANTAL"
    assert asked in psoh("status", folder).all
    assert (
        f"aan '{name}' deden 8 mensen mee" in psoh("plan", folder, "--informant", name, "--deelnemers", 8).all
    )
    assert read_round(folder).invitation[name].participants == 8
    shown = psoh("status", folder).all
    assert asked not in shown
    assert "klaar, 8 deelnemers" in shown
    refused = psoh("plan", folder, "--informant", "ggd", "--deelnemers", 8)
    assert (refused.code, "groepsgesprek met statushouders" in refused.all) == (2, True)
    assert psoh("plan", folder, "--informant", name, "--deelnemers", 0).code == 2


@pytest.mark.parametrize("columns", [60, 80])
def test_a_name_that_must_be_typed_is_never_broken(
    folder: Path, psoh: Any, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setattr(console, "_width", lambda stream: columns)
    added = ("--groep", "ggz", "--rol", "Teamleider volwassenen", "--organisatie", "GGZ Voorbeeldregio Noord")
    psoh("plan", folder, *added)
    name = "teamleider-volwassenen-ggz-voorbeeldregio-noord"
    assert name in read_round(folder).invitation
    planned = psoh("plan", folder).out
    status = psoh("status", folder).out
    invited = read_round(folder).invitations
    assert all(item.id in status for item in invited)
    assert all(item.id in planned for item in invited if item.id != name)
    assert "Ketenpartners en" in status


def test_when_all_are_done_the_status_says_what_comes_next(folder: Path, psoh: Any) -> None:
    (folder / "interviews" / "beleidsadviseur.yaml").unlink()
    everything(folder, "ggd", "ggd")
    out = psoh("status", folder).out
    steps = [
        out.index(word) for word in ("psoh uitleg ", "psoh analyse ", "gesprekskaart", "psoh ronde besluit ")
    ]
    assert steps == sorted(steps)


def test_a_day_after_the_one_somebody_looks_on_is_told(folder: Path, psoh: Any) -> None:
    psoh("plan", folder)
    psoh("plan", folder, "--informant", "ggd", "--stand", "uitgenodigd")
    assert "heeft een datum na deze peildatum" in psoh("status", folder, day="2026-11-15").all
    assert "na deze peildatum" not in psoh("status", folder).all


def test_a_round_made_with_other_knowledge_is_told(folder: Path, psoh: Any) -> None:
    psoh("plan", folder)
    path = folder / "ronde.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'kennisversie: "{KNOWN.version}"', 'kennisversie: "2099.9"'), encoding="utf-8"
    )
    assert run(["check", str(folder), "--strict", "--quiet"]) == 1
