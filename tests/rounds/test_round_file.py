"""ronde.yaml: small edits that leave what people wrote, and that say what they say."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dossier.sample import VERSION, make_dossier

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import ProblemsError, UnwritableError, WrongUseError
from psoh_cli.files import disk_lock
from psoh_cli.files.yaml_file import load, parse
from psoh_cli.rounds.round import NO_ROUND, Invitation, Resolution, RoundFile
from psoh_cli.rounds.round_file import (
    ROUND_FILE,
    add_invitations,
    add_resolution,
    read_round,
    set_form,
    set_state,
)
from psoh_cli.vocabulary import InterviewForm, InvitationState

DAY, LATER = PartialDate(2026, 11, 2), PartialDate(2026, 11, 16)
GGD = Invitation(id="ggd", group="ggd", role="Adviseur", organization="GGD Voorbeeldregio")
ARTS = Invitation(id="huisarts", group="huisarts", role="Huisarts", form=InterviewForm.XLSX)
DECIDED = Resolution(
    id="tolk", about=("tolk-beschikbaar",), text="Wij regelen een tolk.", day=DAY, roles=("huisarts",)
)

WRITTEN = f"""\
# van ons
formaat: "1"
kennisversie: "{VERSION}"

informanten:
  # eerst de GGD
  - id: ggd
    groep: ggd   # zij weten veel
    rol: Adviseur
    organisatie: GGD Voorbeeldregio
    toelichting: Belt liever.

  - id: huisarts
    groep: huisarts
    rol: Huisarts
    vorm: xlsx
    stand: gepland

besluiten: []
"""


def text_of(folder: Path) -> str:
    return (folder / ROUND_FILE).read_text("utf-8")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / ROUND_FILE).write_bytes(WRITTEN.encode())
    return tmp_path


def test_a_dossier_without_a_round_has_an_empty_one(tmp_path: Path) -> None:
    assert read_round(tmp_path) == NO_ROUND
    assert not list(tmp_path.iterdir())


def test_a_fresh_round_explains_itself_and_reads_back(tmp_path: Path) -> None:
    assert add_invitations(tmp_path, (GGD, ARTS))
    text = text_of(tmp_path)
    assert text.startswith("# De ronde: ")
    assert "nooit een naam" in text
    assert read_round(tmp_path) == RoundFile(format="1", knowledge_version=VERSION, invitations=(GGD, ARTS))
    value, problems = load(parse(text, name=ROUND_FILE), RoundFile)
    assert value is not None
    assert not problems


def test_a_fresh_round_names_its_schema_where_there_is_one(tmp_path: Path) -> None:
    schema = tmp_path / "schema" / "ronde.schema.json"
    schema.parent.mkdir()
    schema.write_text("{}", encoding="utf-8")
    add_invitations(tmp_path, (GGD,))
    assert text_of(tmp_path).startswith(
        "# yaml-language-server: $schema=schema/ronde.schema.json\n# De ronde"
    )


def test_who_is_there_stays_as_it_is(kept: Path) -> None:
    other = GGD.model_copy(update={"role": "Iemand anders"})
    assert not add_invitations(kept, (other,))
    assert text_of(kept) == WRITTEN
    assert add_invitations(kept, (other, Invitation(id="ggz", group="ggz", role="Behandelaar")))
    assert text_of(kept) == WRITTEN.replace(
        "    stand: gepland\n\n",
        "    stand: gepland\n\n  - id: ggz\n    groep: ggz\n    rol: Behandelaar\n    stand: gepland\n\n",
    )


def test_a_state_changes_its_own_lines_only(kept: Path) -> None:
    assert set_state(kept, "ggd", InvitationState.INVITED, day=DAY, form=InterviewForm.DOCX)
    assert text_of(kept) == WRITTEN.replace(
        "    toelichting: Belt liever.\n",
        "    toelichting: Belt liever.\n    vorm: docx\n    stand: uitgenodigd\n    uitgenodigd_op: 2026-11-02\n",
    )
    once = text_of(kept)
    assert not set_state(kept, "ggd", InvitationState.INVITED, day=DAY, form=InterviewForm.DOCX)
    assert text_of(kept) == once


def test_an_invitation_that_is_sent_again_gets_the_new_day(kept: Path) -> None:
    set_state(kept, "ggd", InvitationState.INVITED, day=DAY)
    assert set_state(kept, "ggd", InvitationState.INVITED, day=LATER)
    assert read_round(kept).invitation["ggd"].invited_on == LATER


def test_the_day_on_which_somebody_was_done_stays_until_it_is_undone(kept: Path) -> None:
    set_state(kept, "huisarts", InvitationState.DONE, day=DAY)
    assert not set_state(kept, "huisarts", InvitationState.DONE, day=LATER)
    assert read_round(kept).invitation["huisarts"].done_on == DAY
    set_state(kept, "huisarts", InvitationState.BUSY, day=LATER)
    assert read_round(kept).invitation["huisarts"].done_on is None


def test_how_somebody_answers_is_written_without_a_day(kept: Path) -> None:
    assert set_form(kept, "huisarts", InterviewForm.HTML)
    assert text_of(kept) == WRITTEN.replace("vorm: xlsx", "vorm: html")


def test_who_has_an_interview_comes_into_the_round(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d")
    assert set_state(folder, "beleidsadviseur", InvitationState.BUSY, day=DAY)
    assert read_round(folder).invitations == (
        Invitation(
            id="beleidsadviseur",
            group="gemeente",
            role="Beleidsadviseur gezondheid",
            state=InvitationState.BUSY,
        ),
    )


@pytest.mark.parametrize("name", ["nergens", "../gemeente", "Beleidsadviseur"])
def test_nobody_comes_in_who_is_unknown(tmp_path: Path, name: str) -> None:
    folder = make_dossier(tmp_path / "d")
    with pytest.raises(WrongUseError, match=r"staat niet in ronde\.yaml"):
        set_state(folder, name, InvitationState.BUSY, day=DAY)
    assert not (folder / ROUND_FILE).exists()


def test_a_decision_comes_at_the_end_and_once(kept: Path) -> None:
    add_resolution(kept, DECIDED)
    assert text_of(kept) == WRITTEN.replace(
        "besluiten: []\n",
        "besluiten:\n  - id: tolk\n    over: [tolk-beschikbaar]\n    besluit: Wij regelen een tolk.\n"
        "    op: 2026-11-02\n    door: [huisarts]\n",
    )
    with pytest.raises(WrongUseError, match="Er staat al een besluit 'tolk'"):
        add_resolution(kept, DECIDED)


def test_a_round_with_errors_stays_byte_for_byte(kept: Path) -> None:
    broken = WRITTEN.replace("stand: gepland", "stand: gepand")
    (kept / ROUND_FILE).write_bytes(broken.encode())
    for change in (
        lambda: set_state(kept, "ggd", InvitationState.BUSY, day=DAY),
        lambda: add_invitations(kept, (ARTS,)),
        lambda: add_resolution(kept, DECIDED),
    ):
        with pytest.raises(ProblemsError):
            change()
    assert text_of(kept) == broken


MOVES = st.tuples(
    st.sampled_from(("ggd", "huisarts")),
    st.sampled_from(list(InvitationState)),
    st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31)),
    st.sampled_from((None, *InterviewForm)),
)


@given(moves=st.lists(MOVES, min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_however_often_a_state_changes_the_rest_stays(
    tmp_path: Path, moves: list[tuple[str, InvitationState, date, InterviewForm | None]]
) -> None:
    path = tmp_path / ROUND_FILE
    path.write_bytes(WRITTEN.encode())
    for informant, state, day, form in moves:
        on = PartialDate(day.year, day.month, day.day)
        set_state(tmp_path, informant, state, day=on, form=form)
        assert not set_state(tmp_path, informant, state, day=on, form=form)
        found = read_round(tmp_path).invitation[informant]
        assert found.state is state
        assert form is None or found.form is form
        assert (found.done_on is not None) is (state is InvitationState.DONE)
    kept = {
        "# van ons",
        "  # eerst de GGD",
        "    groep: ggd   # zij weten veel",
        "    toelichting: Belt liever.",
    }
    assert kept <= set(text_of(tmp_path).splitlines())
    once = read_round(tmp_path)
    assert [item.id for item in once.invitations] == ["ggd", "huisarts"]


def test_where_nothing_can_be_written_the_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr(disk_lock, "take", full)
    with pytest.raises(UnwritableError) as raised:
        set_state(tmp_path, "ggd", InvitationState.INVITED, day=PartialDate(2026, 11, 2))
    assert raised.value.message.startswith(f"{tmp_path / 'ronde.yaml'} is niet geschreven: de schijf is vol.")
