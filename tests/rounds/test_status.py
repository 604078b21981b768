"""The round at a glance: what was written and what answers show, together."""

from __future__ import annotations

from datetime import date

import pytest

from psoh_cli.commands.ronde_status_tekst import show_changed
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant, InterviewFile
from psoh_cli.interview.changed_questions import Changed
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import QuestionChange
from psoh_cli.rounds.round import NO_ROUND, Invitation
from psoh_cli.rounds.state import Heard, Standing, standings
from psoh_cli.rounds.status import RoundStatus, status
from psoh_cli.vocabulary import DONT_KNOW, InterviewForm, InvitationState

KNOWN = read_catalogue()[0]
AS_OF = date(2026, 11, 22)
OPEN = [question.id for question in Questionnaire(KNOWN, "huisarts").applicable({})]
S = InvitationState


def invited(name: str = "arts", **more: object) -> Invitation:
    return Invitation.model_validate({"id": name, "groep": "huisarts", "rol": "Huisarts", **more})


def with_answers(name: str, *questions: str, value: str = DONT_KNOW, changed: Changed | None = None) -> Heard:
    interview = InterviewFile(
        format="1",
        knowledge_version=KNOWN.version,
        group="huisarts",
        role="Huisarts",
        day=PartialDate(2026, 10, 20),
        answers={question: Answer(values=(value,)) for question in questions},
    )
    informant = Informant(id=name, file=f"{name}.yaml", interview=interview)
    return Heard(informant=informant, changed=changed or Changed())


def seen(*invitations: Invitation, heard: tuple[Heard, ...] = (), weeks: int = 3) -> RoundStatus:
    whole = NO_ROUND.model_copy(update={"invitations": invitations})
    found = standings(whole, heard=heard, catalogue=KNOWN)
    return status(found, catalogue=KNOWN, as_of=AS_OF, weeks=weeks)


def one(*invitations: Invitation, heard: tuple[Heard, ...] = ()) -> Standing:
    (found,) = seen(*invitations, heard=heard).standing
    return found


@pytest.mark.parametrize(
    ("written", "answers", "expected"),
    [
        ("gepland", 0, S.PLANNED),
        ("uitgenodigd", 0, S.INVITED),
        ("bezig", 0, S.BUSY),
        ("gepland", 1, S.BUSY),
        ("uitgenodigd", 1, S.BUSY),
        ("uitgenodigd", len(OPEN), S.DONE),
        ("klaar", 1, S.DONE),
        ("vervallen", 1, S.LAPSED),
    ],
)
def test_answers_show_more_than_was_written_and_never_less(
    written: str, answers: int, expected: InvitationState
) -> None:
    heard = (with_answers("arts", *OPEN[:answers]),) if answers else ()
    found = one(invited(stand=written), heard=heard)
    assert found.state is expected
    assert found.answered == answers


def test_an_interview_that_is_in_no_round_is_there_too() -> None:
    found = one(heard=(with_answers("dokter", OPEN[0]),))
    assert (found.id, found.state, found.invitation) == ("dokter", S.BUSY, None)


def test_an_informant_that_stands_twice_is_counted_once() -> None:
    assert len(seen(invited(), invited()).standing) == 1


@pytest.mark.parametrize(
    ("day", "weeks", "late"),
    [("2026-11-01", 3, False), ("2026-10-31", 3, True), ("2026-10", 3, True), ("2026-11", 0, False)],
)
def test_who_was_asked_too_long_ago_is_named(day: str, weeks: int, late: bool) -> None:
    found = seen(invited(stand="uitgenodigd", uitgenodigd_op=day), weeks=weeks)
    assert [item.standing.id for item in found.silent] == (["arts"] if late else [])


def test_who_began_and_stopped_is_silent_since_the_last_answer() -> None:
    invitation = invited(stand="uitgenodigd", uitgenodigd_op="2026-09-01")
    found = seen(invitation, heard=(with_answers("arts", OPEN[0]),))
    assert [(str(item.since), item.weeks) for item in found.silent] == [("2026-10-20", 4)]
    reminded = seen(invited(uitgenodigd_op="2026-11-20"), heard=(with_answers("arts", OPEN[0]),))
    assert not reminded.silent


def test_without_a_day_nobody_is_late_but_it_is_said() -> None:
    found = seen(invited(stand="uitgenodigd"))
    assert not found.silent
    assert [item.id for item in found.undated] == ["arts"]


def test_every_question_of_a_theme_is_known_waits_or_has_nobody() -> None:
    found = seen(invited(), heard=(with_answers("arts", OPEN[0], value="ja"),))
    for theme in found.themes:
        parts = theme.known + theme.only_said + theme.waiting + len(theme.without_anybody)
        assert parts == len(theme.questions)
    assert sum(theme.known for theme in found.themes) == 1
    assert sum(theme.waiting for theme in found.themes) == len(OPEN) - 1


def test_what_is_not_known_waits_while_somebody_may_still_tell() -> None:
    both = seen(invited(), invited("tweede"), heard=(with_answers("arts", OPEN[0]),))
    assert sum(theme.only_said for theme in both.themes) == 0
    gone = seen(invited(), invited("tweede", stand="vervallen"), heard=(with_answers("arts", OPEN[0]),))
    assert sum(theme.only_said for theme in gone.themes) == 1


def test_a_theme_says_in_a_word_how_far_it_is() -> None:
    words = {theme.theme.id: theme.covered for theme in seen(invited()).themes}
    assert set(words.values()) == {"nog niets", "niemand"}
    question = KNOWN.question[OPEN[0]]
    after = seen(invited(), heard=(with_answers("arts", question.id, value="ja"),))
    assert next(theme.covered for theme in after.themes if theme.theme.id == question.theme) == "deels"


def test_the_questions_for_nobody_name_the_groups_that_could() -> None:
    found = seen(invited())
    assert not {item.question.id for item in found.unasked} & set(OPEN)
    assert all(item.groups for item in found.unasked)


@pytest.mark.parametrize(
    ("invitation", "answers", "words"),
    [
        (invited(), 0, ("ronde", "formulier", "--informant", "arts")),
        (invited(vorm="docx"), 0, ("ronde", "formulier", "--informant", "arts", "--format", "docx")),
        (invited(vorm="gesprek"), 0, ("interview", "--informant", "arts")),
        (
            invited(stand="uitgenodigd", uitgenodigd_op="2026-09-01"),
            0,
            ("ronde", "plan", "--informant", "arts", "--stand", "uitgenodigd"),
        ),
        (
            invited(stand="uitgenodigd", vorm="html", uitgenodigd_op="2026-09-01"),
            0,
            ("ronde", "formulier", "--informant", "arts", "--format", "html"),
        ),
        (invited(uitgenodigd_op="2026-11-20"), 1, ("interview", "--informant", "arts")),
        (
            invited(vorm="xlsx", uitgenodigd_op="2026-11-20"),
            1,
            ("ronde", "formulier", "--informant", "arts", "--format", "xlsx"),
        ),
        (invited(stand="vervallen"), 0, None),
        (invited(stand="klaar"), 1, None),
        (invited(stand="uitgenodigd", uitgenodigd_op="2026-11-20"), 0, None),
    ],
)
def test_what_to_do_next_is_a_command(
    invitation: Invitation, answers: int, words: tuple[str, ...] | None
) -> None:
    found = seen(invitation, heard=(with_answers("arts", *OPEN[:answers]),) if answers else ())
    assert [step.words for step in found.steps] == ([words] if words else [])


def test_what_changed_alike_stands_together() -> None:
    changed = Changed(new=(KNOWN.question[OPEN[0]],))
    heard = tuple(with_answers(name, OPEN[1], changed=changed) for name in ("een", "twee"))
    assert [names for names, _ in seen(heard=heard).changed_alike] == [("een", "twee")]


def test_what_was_renamed_dropped_and_is_new_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    renamed = QuestionChange(
        id="oud", text="Hoe het heette?", new=OPEN[0], since=KNOWN.version, why="Het was niet duidelijk."
    )
    dropped = QuestionChange(id="weg", text="Wat weg is?", since=KNOWN.version, why="Niemand wist het.")
    new = tuple(KNOWN.question[name] for name in OPEN[1:6])
    changed = Changed(renamed=(renamed,), dropped=(dropped,), new=new)
    show_changed(seen(heard=(with_answers("arts", OPEN[0], changed=changed),)))
    said = " ".join(capsys.readouterr().out.split())
    assert "- arts: 1 vraag heet anders, 1 vraag is vervallen en 5 vragen zijn nieuw" in said
    assert f"heet nu anders: ‘Hoe het heette?’ is nu ‘{KNOWN.question[OPEN[0]].text}’" in said
    assert "vervallen, het antwoord telt niet meer: ‘Wat weg is?’" in said
    assert f"nieuw: ‘{new[0].text}’" in said
    assert "nieuw: en nog 2 meer" in said


def test_the_form_of_somebody_is_kept() -> None:
    assert invited(vorm="html").form is InterviewForm.HTML
