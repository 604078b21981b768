"""A new version of the knowledge: old answers count on under the name of today, and none is lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import catalogue, informant, options, question
from tests.dossier.sample import make_dossier
from tests.interview.changes import change, known_changes, with_changes

from psoh_cli import app
from psoh_cli.commands import clock
from psoh_cli.interview.changed_questions import (
    Changed,
    answer_as_asked_now,
    as_asked_now,
    changes_for,
    informant_now,
)
from psoh_cli.interview.forms.form import FORMAT
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import QuestionChange, Theme

CHOICE = {"soort": "meerkeuze", "opties": options("ggd", "huisarts", "school")}


def asked(*changes: QuestionChange, version: str = "2026.2") -> Catalogue:
    known = catalogue(
        questions=(question("regie"), question("tolk", **CHOICE), question("nieuw", sinds="2026.2"))
    )
    theme = Theme(id="thema", number=1, name="Thema", introduction="Zo.")
    return with_changes(known, *changes, version=version, themes=(theme,))


def now(answers: dict[str, Any], *changes: QuestionChange) -> dict[str, Any]:
    """Give the values by question, as they are read today."""
    found = as_asked_now(informant("i", answers).interview, asked(*changes)).answers
    return {name: list(answer.values) for name, answer in found.items()}


def test_without_changes_an_interview_is_what_it_was() -> None:
    interview = informant("i", {"regie": "ja", "onbekend": "ja"}).interview
    assert as_asked_now(interview, asked()) is interview
    someone = informant("i", {"regie": "ja"})
    assert informant_now(someone, asked(change("oud", "regie"))) is someone


def test_a_renamed_question_counts_under_its_new_name() -> None:
    assert now({"regie-oud": "ja"}, change("regie-oud", "regie")) == {"regie": ["ja"]}


def test_all_that_was_said_with_an_answer_goes_along() -> None:
    said = {"antwoord": "ja", "datum": "2026-03", "opmerking": "soms", "zekerheid": "onzeker"}
    before = informant("i", {"regie-oud": said}).interview
    after = as_asked_now(before, asked(change("regie-oud", "regie"))).answers["regie"]
    assert after == before.answers["regie-oud"]


def test_names_are_followed_through_several_versions() -> None:
    steps = (change("een", "twee"), change("twee", "regie"))
    assert now({"een": "ja"}, *steps) == {"regie": ["ja"]}
    assert now({"een": "ja", "twee": "nee"}, *steps) == {"regie": ["nee"]}, (
        "the name nearest to that of today"
    )


def test_values_get_the_name_of_today_and_stand_once() -> None:
    moved = change("tolk-oud", "tolk", waarden={"arts": "huisarts", "poh": "huisarts"})
    assert now({"tolk-oud": ["arts", "ggd", "poh"]}, moved) == {"tolk": ["huisarts", "ggd"]}
    before = informant("i", {"tolk-oud": {"antwoord": ["arts"], "per_keuze": {"arts": {"hoe": "goed"}}}})
    answer = as_asked_now(before.interview, asked(moved)).answers["tolk"]
    assert answer.details == {"huisarts": {"hoe": "goed"}}


def test_only_values_may_have_changed() -> None:
    moved = change("tolk", "tolk", waarden={"arts": "huisarts"})
    assert now({"tolk": ["arts", "ggd"]}, moved) == {"tolk": ["huisarts", "ggd"]}
    assert changes_for(informant("i", {"tolk": ["ggd"]}), asked(moved)).renamed == ()
    assert changes_for(informant("i", {"tolk": ["arts"]}), asked(moved)).renamed == (moved,)


def test_what_was_answered_under_the_new_name_wins() -> None:
    moved = change("regie-oud", "regie")
    assert now({"regie-oud": "nee", "regie": "ja"}, moved) == {"regie": ["ja"]}
    assert now({"regie": "ja", "regie-oud": "nee"}, moved) == {"regie": ["ja"]}


def test_of_two_questions_that_became_one_the_latest_answer_counts() -> None:
    joined = (change("a", "regie"), change("b", "regie"))
    old, new = {"antwoord": "nee", "datum": "2025-01-01"}, {"antwoord": "ja", "datum": "2026-01-01"}
    assert now({"a": old, "b": new}, *joined) == now({"b": new, "a": old}, *joined) == {"regie": ["ja"]}


def test_a_dropped_question_counts_for_nothing_and_is_told_of() -> None:
    gone = change("weg")
    assert now({"weg": "ja", "regie": "nee"}, gone) == {"regie": ["nee"]}
    found = changes_for(informant("i", {"weg": "ja", "regie": "nee"}), asked(gone))
    assert (found.dropped, found.renamed) == ((gone,), ())
    assert answer_as_asked_now("weg", informant("i", {"weg": "ja"}).answers["weg"], asked(gone)) is None


def test_an_unknown_question_is_left_as_it_is() -> None:
    assert now({"typfout": "ja"}, change("oud", "regie")) == {"typfout": ["ja"]}
    assert now({"kring": "ja"}, change("kring", "rond"), change("rond", "kring")) == {"kring": ["ja"]}


def test_new_is_what_is_open_and_was_not_there_then() -> None:
    def new(version: str, answers: dict[str, Any], **more: Any) -> list[str]:
        someone = informant("i", answers, kennisversie=version, **more)
        return [item.id for item in changes_for(someone, asked()).new]

    assert new("2026.1", {}) == ["nieuw"]
    assert new("2025.10", {}) == ["nieuw"]
    assert new("2026.2", {}) == []
    assert new("2026.10", {}) == [], "versions are numbers, not letters"
    assert new("2026.1", {"nieuw": "ja"}) == []
    assert new("proef", {}) == [], "of what is no version nothing is said"
    assert new("2026.1", {}, group="elders") == []


def test_it_is_counted_in_words() -> None:
    someone = informant("i", {"a": "ja", "weg": "ja"}, kennisversie="2026.1")
    found = changes_for(someone, asked(change("a", "regie"), change("weg")))
    assert found.in_words == "1 vraag heet anders, 1 vraag is vervallen en 1 vraag is nieuw"
    assert found
    assert not Changed()
    assert Changed().in_words == ""


Psoh = Callable[..., str]
NAMES = ("a", "b", "c", "regie", "tolk")
ROWS = st.lists(
    st.builds(change, st.sampled_from(("a", "b", "c")), st.sampled_from((*NAMES, None))),
    unique_by=lambda row: row.id,
)


@given(ROWS, st.dictionaries(st.sampled_from(NAMES), st.sampled_from(("ja", "nee")), max_size=5))
def test_whatever_the_table_reading_twice_says_the_same(
    rows: list[QuestionChange], answers: dict[str, str]
) -> None:
    knowledge = asked(*rows)
    interview = informant("i", answers).interview
    once = as_asked_now(interview, knowledge)
    assert as_asked_now(once, knowledge) == once
    for name in ("regie", "tolk"):
        if name in answers:
            assert once.answers[name] == interview.answers[name]


# ------------------------------------------------------------------------------------------ through the commands

OLD = """\
formaat: "1"
kennisversie: "2026.1"
groep: gemeente
rol: Beleidsadviseur gezondheid
afgenomen_op: 2026-10-12  # bij de koffie
antwoorden:
  kaart-oud:  # zo heette het
    antwoord: ja
    opmerking: sinds vorig jaar
  weg:
    antwoord: ja
"""
MOVED = (change("kaart-oud", "kaart-aanwezig"), change("weg"))


@pytest.fixture
def psoh(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Psoh:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))

    def run(*arguments: str | Path) -> str:
        app.run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return said.out + said.err

    return run


@contextmanager
def filed(folder: Path) -> Iterator[Path]:
    make_dossier(folder)
    (folder / "interviews" / "beleidsadviseur.yaml").write_text(OLD, encoding="utf-8")
    with known_changes(MOVED):
        yield folder


def test_the_analysis_hears_the_old_answer_and_the_file_stays(tmp_path: Path) -> None:
    from psoh_cli.dossier.dossier import open_dossier

    with filed(tmp_path / "d") as folder:
        found = open_dossier(folder)
        assert [voice.answer.values for voice in found.portrait.on("kaart-aanwezig")] == [("ja",)]
        assert found.portrait.on("weg") == ()
        changed = found.changed["beleidsadviseur"]
        assert [item.id for item in (*changed.renamed, *changed.dropped)] == ["kaart-oud", "weg"]
        assert (folder / "interviews" / "beleidsadviseur.yaml").read_text(encoding="utf-8") == OLD


def test_the_analysis_says_that_an_answer_counts_no_more(tmp_path: Path, psoh: Psoh) -> None:
    with filed(tmp_path / "d") as folder:
        assert "wat is vervallen, is bewaard en telt niet" in " ".join(psoh("analyse", folder).split())
        (folder / "interviews" / "beleidsadviseur.yaml").write_text(
            OLD.split("antwoorden:", maxsplit=1)[0] + "antwoorden: {}\n", encoding="utf-8"
        )
        assert "vervallen" not in psoh("analyse", folder)


def test_a_renamed_question_is_not_asked_again_and_a_new_answer_leaves_the_old(
    tmp_path: Path, psoh: Psoh
) -> None:
    with filed(tmp_path / "d") as folder:
        path = folder / "interviews" / "beleidsadviseur.yaml"
        offered = tmp_path / "antwoorden.yaml"
        offered.write_text("kaart-oud: ja\nweg: nee\n", encoding="utf-8")
        fill = ("interview", folder, "--informant", "beleidsadviseur", "--antwoorden", offered)
        said = psoh(*fill)
        assert "Stond er al: 1 vraag" in said
        assert "Niet overgenomen: 1 vraag" in said
        assert "INTERVIEW021" in said
        assert path.read_text(encoding="utf-8") == OLD
        offered.write_text("kaart-oud: nee\n", encoding="utf-8")
        psoh(*fill, "--vervang")
        text = path.read_text(encoding="utf-8")
        assert text.startswith(OLD)
        assert "  kaart-aanwezig:\n    antwoord: nee\n" in text


def test_check_mends_a_name_and_the_answer_stays_what_it_was(tmp_path: Path, psoh: Psoh) -> None:
    with filed(tmp_path / "d") as folder:
        path = folder / "interviews" / "beleidsadviseur.yaml"
        psoh("check", folder, "--fix")
        assert path.read_text(encoding="utf-8") == OLD.replace("kaart-oud:", "kaart-aanwezig:")


@pytest.mark.parametrize(
    ("row", "answer", "mended"),
    [
        (
            {"wordt": "kaart-aanwezig", "waarden": {"jazeker": "ja"}},
            "jazeker",
            "kaart-aanwezig:\n    antwoord: ja",
        ),
        ({"wordt": "kaart-aanwezig"}, "ja", "kaart-aanwezig:\n    antwoord: ja"),
    ],
)
def test_values_are_mended_with_the_name(
    tmp_path: Path, psoh: Psoh, row: dict[str, Any], answer: str, mended: str
) -> None:
    moved = change("kaart-oud", **row)
    with filed(tmp_path / "d") as folder, known_changes((moved, change("weg"))):
        path = folder / "interviews" / "beleidsadviseur.yaml"
        path.write_text(
            OLD.replace("  # zo heette het", "").replace(
                "antwoord: ja\n    opm", f"antwoord: {answer}\n    opm"
            ),
            encoding="utf-8",
        )
        psoh("check", folder, "--fix")
        assert mended in path.read_text(encoding="utf-8")


def test_an_old_answer_that_does_not_fit_is_told_where_it_stands(tmp_path: Path, psoh: Psoh) -> None:
    with filed(tmp_path / "d") as folder:
        path = folder / "interviews" / "beleidsadviseur.yaml"
        path.write_text(
            OLD.replace("antwoord: ja\n    opm", "antwoord: misschien\n    opm"), encoding="utf-8"
        )
        said = psoh("check", folder)
        assert "beleidsadviseur.yaml:8:15" in said
        assert "INTERVIEW003" in said


def test_the_round_says_what_changed(tmp_path: Path, psoh: Psoh) -> None:
    with filed(tmp_path / "d") as folder:
        said = " ".join(psoh("ronde", "status", folder).split())
        assert "heet nu anders" in said or "heet anders" in said, said
        assert "vervallen" in said
        assert (folder / "interviews" / "beleidsadviseur.yaml").read_text(encoding="utf-8") == OLD


def test_a_list_with_old_questions_is_read_under_the_names_of_today(tmp_path: Path, psoh: Psoh) -> None:
    with filed(tmp_path / "d") as folder:
        path = folder / "interviews" / "beleidsadviseur.yaml"
        answers = {name: {"antwoord": ["nee"]} for name in ("kaart-oud", "weg")}
        about = {
            "formaat": FORMAT, "gemeente": "GM0505", "informant": "beleidsadviseur", "groep": "gemeente",
            "kennisversie": "2026.1", "gemaakt_op": "2026-10-01", "ingevuld_op": "2026-11-20",
        }  # fmt: skip
        saved = tmp_path / "terug.json"
        saved.write_text(json.dumps(about | {"antwoorden": answers}), encoding="utf-8")
        said = psoh("ronde", "lees", folder, saved, "--toepassen")
        assert "niet meer gesteld" in " ".join(said.split())
        text = path.read_text(encoding="utf-8")
        assert text.startswith(OLD)
        assert text[len(OLD) :].startswith("  kaart-aanwezig:\n    antwoord: nee\n")
