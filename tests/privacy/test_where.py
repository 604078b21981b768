"""In which fields of a dossier the guard looks: every one in which somebody can write a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel
from tests.dossier.sample import FILES, TODAY, VERSION, make_dossier

from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.dossier.dossier import inspect
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.interview.prefill import fill
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.privacy.finding import traces
from psoh_cli.privacy.texts import free_texts
from psoh_cli.problems.codes import CODES, RETIRED
from psoh_cli.problems.codes_privacy import CODES as PRIVACY_CODES
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.vocabulary import AnswerKind

GUILTY = "mw. Jansen"


def keys(value: BaseModel, **named: Any) -> set[str]:
    return {"/".join(str(step) for step in path) for path, _ in free_texts(value, **named)}


def test_every_free_text_of_a_kaart_is_looked_at() -> None:
    written = {"naam": "a", "toelichting": "b", "bron": "c", "bron_jaar": "d", "gecontroleerd_door": "e"}
    verified = {**written, "gecontroleerd_op": "2026-01-01", "website": "https://x.example"}
    contact = {"functie": "f", "telefoon": "1", "email": "g@x.example"}
    kaart = KaartFile.model_validate({
        "formaat": "1", "kennisversie": "1", "naam": "n", "toelichting": "t",
        "volledig_voor": [{"onderwerp": "alles", "datum": "2026", "door": "d"}],
        "bronnen": [{"id": "b", "titel": "t", "uitgever": "u", "url": "https://x.example"}],
        "organisaties": [{
            **verified, "id": "o", "ketenpartner": "p", "rol": "r", "kvk": "12345678", "contact": contact,
            "locaties": [{
                "id": "l", "naam": "n", "wijk": "w", "bereikbaarheid": "b",
                "adres": {"straat": "s", "postcode": "3300 AA", "plaats": "p"},
                "openingstijden": [{"dagen": ["maandag"], "van": "9:00", "toelichting": "t"}],
            }],
        }],
        "diensten": [{
            **verified, "id": "d", "organisatie": "o", "aanbod": "a", "verwijsroute": "v", "uitsluitcriteria": "u",
            "werkgebied": ["GM0505"], "talen": ["ti"], "contact": contact, "openingstijden": [{"toelichting": "t"}],
        }],
    })  # fmt: skip
    below = {f"contact/{key}" for key in contact}
    assert keys(kaart, without=frozenset({"organisaties", "diensten"})) == {
        "naam", "toelichting", "volledig_voor/0/door", "bronnen/0/titel", "bronnen/0/uitgever",
    }  # fmt: skip
    assert keys(kaart.organizations[0]) == set(written) | below | {
        "rol", "locaties/0/naam", "locaties/0/wijk", "locaties/0/bereikbaarheid", "locaties/0/adres/straat",
        "locaties/0/adres/plaats", "locaties/0/openingstijden/0/toelichting",
    }  # fmt: skip
    assert keys(kaart.services[0]) == set(written) | below | {
        "aanbod", "verwijsroute", "uitsluitcriteria", "openingstijden/0/toelichting", "werkgebied/0",
    }  # fmt: skip


def test_every_free_text_of_the_other_files_is_looked_at() -> None:
    interview = InterviewFile.model_validate({
        "formaat": "1", "kennisversie": "1", "groep": "g", "rol": "r", "organisatie": "o", "deelnemers": "d",
        "toelichting": "t", "antwoorden": {"v": {"antwoord": ["x", "y"], "anders": "a", "opmerking": "o"}},
    })  # fmt: skip
    assert keys(interview) == {
        "rol", "organisatie", "deelnemers", "toelichting", "antwoorden/v/antwoord/0", "antwoorden/v/antwoord/1",
        "antwoorden/v/anders", "antwoorden/v/opmerking",
    }  # fmt: skip
    gemeente = Gemeente.model_validate({
        "formaat": "1", "kennisversie": "1", "code": "GM0505", "naam": "n", "toelichting": "t", "aanleiding": "a",
        "ambitie": "b", "uitgangspunten": ["u"], "wijken": ["w"], "rollen": [{"rol": "r", "functie": "f"}],
        "kaarten": ["../x.yaml"], "vaststelling": {"door": "d", "datum": "2026"}, "middelen": {"bron": "m"},
    })  # fmt: skip
    assert {"toelichting", "aanleiding", "ambitie", "uitgangspunten/0", "wijken/0", "rollen/0/rol", "rollen/0/functie",
            "vaststelling/door", "middelen/bron"} <= keys(gemeente)  # fmt: skip
    assert not {"code", "kaarten/0", "formaat"} & keys(gemeente)


@pytest.mark.parametrize(
    ("file", "change", "address"),
    [
        (
            "sociale-kaart.yaml",
            ("aanbod: Koffie en gesprek", f"aanbod: Koffie met {GUILTY}"),
            "diensten/inloop/aanbod",
        ),
        ("sociale-kaart.yaml", ("naam: Buurthuis Oost", f"naam: {GUILTY}"), "organisaties/buurthuis/naam"),
        ("interviews/beleidsadviseur.yaml", ("rol: Beleidsadviseur gezondheid", f"rol: {GUILTY}"), "rol"),
        (
            "interviews/beleidsadviseur.yaml",
            (
                "    antwoord: ja",
                f"    antwoord: ja\n    opmerking: |\n      Eerst iets.\n      Dan {GUILTY}.",
            ),
            "antwoorden/kaart-aanwezig/opmerking",
        ),
        (
            "gemeente.yaml",
            ("provincie: Zuid-Holland", f"provincie: Zuid-Holland\nambitie: {GUILTY}"),
            "ambitie",
        ),
        (
            "plan.yaml",
            (
                "maatregelen: []",
                "maatregelen: []".replace("[]", "")
                + f"\n  - id: m\n    besluit: {{soort: overgenomen, door: B, datum: 2026, eigenaar: {GUILTY}}}",
            ),
            "maatregelen/m/besluit/eigenaar",
        ),
    ],
)
def test_what_is_found_is_an_error_at_its_words(
    tmp_path: Path, file: str, change: tuple[str, str], address: str
) -> None:
    folder = make_dossier(tmp_path, {file: change})
    (found,) = privacy_problems(folder)
    assert (found.code, found.severity, found.address) == ("PRIVACY005", Severity.ERROR, address)
    assert found.end is not None
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    assert lines[found.line - 1][found.column - 1 : found.end[1] - 1] == GUILTY
    assert "Jansen" not in found.message + found.hint, "a report goes round"


def privacy_problems(folder: Path) -> list[Problem]:
    return [
        problem for problem in inspect(folder, as_of=TODAY).problems if problem.code.startswith("PRIVACY")
    ]


def test_an_answer_that_is_a_choice_is_left_alone_and_a_list_of_texts_is_not(tmp_path: Path) -> None:
    text, number = (
        next(item.id for item in read_catalogue()[0].questions if item.kind is kind)
        for kind in (AnswerKind.TEXT, AnswerKind.NUMBER)
    )
    answers = f"antwoorden:\n  {text}:\n    antwoord: [niets, bel 06-12345678]\n"
    answers += f"  {number}:\n    antwoord: 111222333\n"
    old = FILES["interviews/beleidsadviseur.yaml"].partition("antwoorden:")
    folder = make_dossier(tmp_path, {"interviews/beleidsadviseur.yaml": (old[1] + old[2], answers)})
    (found,) = privacy_problems(folder)
    assert (found.code, found.column) == ("PRIVACY003", 27)


def test_a_file_with_answers_is_warned_about_and_loses_none() -> None:
    catalogue = read_catalogue()[0]
    interview = InterviewFile.model_validate(yaml.safe_load(FILES["interviews/beleidsadviseur.yaml"]) | {
        "afgenomen_op": "2026-10-12", "antwoorden": {}, "toelichting": GUILTY,
    })  # fmt: skip
    offered = {"kaart-aanwezig": {"antwoord": "ja", "opmerking": f"volgens {GUILTY}"}}
    filled = fill(
        interview, offered, catalogue=catalogue, as_of=date(2026, 11, 21), day=None, replace=False, file="a.yaml",
        place=lambda path: (1, 1),
    )  # fmt: skip
    assert list(filled.accepted) == ["kaart-aanwezig"]
    assert [problem.code for problem in filled.problems] == ["PRIVACY005"]


@pytest.mark.parametrize("name", ["dordrecht", "haarlem", "voorbeeldstad", "zandvoort"])
def test_the_examples_name_nobody(root: Path, name: str) -> None:
    assert privacy_problems(root / "examples" / name) == []


def test_the_knowledge_names_nobody() -> None:
    catalogue = read_catalogue()[0]
    assert catalogue.version == VERSION
    texts = [text for practice in catalogue.practices for _, text in free_texts(practice)]
    texts += [text for question in catalogue.questions for _, text in free_texts(question)]
    assert len(texts) > 500
    assert [text for text in texts if traces(text)] == []


def test_a_reason_on_the_line_above_silences_it(tmp_path: Path) -> None:
    remark = "# psoh: negeer PRIVACY005 omdat dit de naam van het huis is\n    "
    folder = make_dossier(
        tmp_path, {"sociale-kaart.yaml": ("naam: Buurthuis Oost", f"{remark}naam: {GUILTY}")}
    )
    result = inspect_paths((folder,), as_of=TODAY)
    assert result.problems == ()
    assert [ignored.reason for ignored in result.report.ignored] == ["dit de naam van het huis is"]


def test_every_code_stops_and_what_it_replaced_is_gone() -> None:
    assert all(code.severity is Severity.ERROR for code in PRIVACY_CODES)
    assert all(f"negeer {code.code} omdat" in code.remedy for code in PRIVACY_CODES)
    assert {"KAART017", "KAART022", "INTERVIEW014"} <= RETIRED.keys() - CODES.keys()
