"""Two copies of one interview: nothing that either says is lost, and whoever merges first, the answers are the same."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import informant

from psoh_cli.interview.answers import Answer, InterviewFile
from psoh_cli.interview.interview_files import as_written
from psoh_cli.interview.merging import dated, merge, settle
from psoh_cli.interview.merging_answers import told
from psoh_cli.interview.two_versions import Conflict, Side, beside, parts_of


def file(answers: dict[str, Any] | None = None, **fields: Any) -> InterviewFile:
    return informant("i", answers, **{"rol": "Adviseur", **fields}).interview


def applied(here: InterviewFile, there: InterviewFile, side: Side | None = None) -> InterviewFile:
    """Merge a copy into an interview, each conflict for one side, and give the interview that comes of it."""
    merged = merge(here, there)
    settled = settle(here, merged, {item.path: side for item in merged.conflicts} if side else {})
    assert not settled.conflicts
    plain = here.model_dump(by_alias=True) | dict(settled.fields)
    plain |= {"afgenomen_op": None if settled.drops_day else here.day or settled.day}
    written = {name: as_written(answer) for name, answer in (here.answers | dict(settled.answers)).items()}
    return InterviewFile.model_validate(plain | {"antwoorden": written})


def said(answer: Answer) -> tuple[Any, ...]:
    """Give all that an answer says; the order of what is chosen says nothing."""
    return (
        frozenset(answer.values), answer.other, answer.day, answer.certainty, frozenset(parts_of(answer.remark)),
        tuple(sorted((key, tuple(sorted(value.items()))) for key, value in answer.details.items())),
        frozenset(answer.sources),
    )  # fmt: skip


def whole(interview: InterviewFile) -> dict[str, tuple[Any, ...]]:
    return {name: said(answer) for name, answer in dated(interview, day=interview.day).items()}


def test_what_only_the_copy_says_is_taken_with_its_day() -> None:
    here = file({"a": "ja"}, afgenomen_op="2026-10-12")
    there = file({"b": "nee"}, afgenomen_op="2026-11-01")
    merged = merge(here, there)
    assert merged.added == ("b",)
    assert as_written(merged.answers["b"])["datum"] == there.day
    assert (merged.completed, merged.fields, merged.conflicts) == ((), {}, ())


def test_a_day_that_the_head_says_already_is_not_written_again() -> None:
    day: dict[str, Any] = {"afgenomen_op": "2026-10-12"}
    assert "datum" not in as_written(merge(file(**day), file({"b": "nee"}, **day)).answers["b"])


def test_the_same_is_nothing() -> None:
    one = file({"a": "ja", "b": ["x", "y"]}, afgenomen_op="2026-10-12")
    other = file({"b": ["y", "x"], "a": {"antwoord": "ja", "datum": "2026-10-12"}})
    assert merge(one, other).is_nothing
    assert not merge(one, file({"a": "nee"})).is_nothing


def test_the_same_answer_is_completed() -> None:
    here = file({"a": {"antwoord": "ja", "datum": "2026-01", "opmerking": "eerst"}})
    there = file({"a": {"antwoord": "ja", "datum": "2026-03", "opmerking": "later", "zekerheid": "zeker"}})
    found = applied(here, there).answers["a"]
    assert as_written(found) == {
        "antwoord": "ja", "datum": there.answers["a"].day, "zekerheid": "zeker", "opmerking": "eerst | later",
    }  # fmt: skip
    assert merge(here, there).completed == ("a",)


def test_a_day_that_nobody_wrote_down_stays_unknown() -> None:
    with_day, without = file({"a": "ja"}, afgenomen_op="2026-10-12"), file({"b": "nee"})
    for one, other in ((with_day, without), (without, with_day)):
        found = dated(applied(one, other), day=applied(one, other).day)
        assert (found["a"].day, found["b"].day) == (with_day.day, None)
    assert whole(applied(with_day, without)) == whole(applied(without, with_day))
    assert merge(with_day, without).drops_day, "above the answers it would hold for the other too"
    assert merge(without, with_day).day is None


def test_the_day_of_the_copy_is_taken_where_it_holds_for_every_answer() -> None:
    day = {"antwoord": "nee", "datum": "2026-10-01"}
    merged = merge(file({"b": day}), file({"a": "ja"}, afgenomen_op="2026-10-12"))
    assert (str(merged.day), merged.answers["a"].day) == ("2026-10-12", None)


def test_opposite_decisions_are_a_conflict_and_then_both_copies_come_together() -> None:
    one, other = file({"a": "ja"}), file({"a": "nee"})
    here, there = applied(one, other, Side.HERE), applied(other, one, Side.HERE)
    assert (here.answers["a"].values, there.answers["a"].values) == (("ja",), ("nee",))
    assert merge(here, there).conflicts
    assert merge(there, here).conflicts
    here = applied(here, there, Side.HERE)
    assert merge(here, there).is_nothing, "what was decided last is not asked again"
    there = applied(there, here)
    assert whole(here) == whole(there)
    assert here.answers["a"].values == ("ja",)


def test_an_answer_that_changed_after_the_decision_is_asked_again() -> None:
    there = file({"a": "nee"})
    here = applied(file({"a": "ja"}), there, Side.HERE)
    edited = file({"a": {"antwoord": "deels", "opmerking": here.answers["a"].remark}})
    assert merge(here, there).is_nothing
    assert merge(edited, there).conflicts
    assert merge(there, edited).conflicts


def test_the_head_is_decided_again_after_opposite_decisions() -> None:
    one, other = file(rol="Adviseur"), file(rol="Beleidsadviseur")
    here, there = applied(one, other, Side.HERE), applied(other, one, Side.HERE)
    assert merge(here, there).conflicts
    here = applied(here, there, Side.THERE)
    assert (here.role, merge(here, there).is_nothing) == ("Beleidsadviseur", True)
    assert applied(there, here).role == "Beleidsadviseur"


def test_both_texts_can_hold() -> None:
    long = "Wij bellen eerst de huisarts. " * 4
    here, there = file({"a": long}, afgenomen_op="2026-10-12"), file({"a": "Via het wijkteam."})
    both = applied(here, there, Side.BOTH)
    assert both.answers["a"].values == (f"{long.strip()} | Via het wijkteam.",)
    assert merge(both, there).is_nothing
    assert merge(both, here).is_nothing
    assert applied(there, both).answers["a"].values == both.answers["a"].values
    kept = applied(here, there, Side.HERE)
    remark = kept.answers["a"].remark or ""
    assert len(remark) < 140, "a long text is not written a second time"
    assert merge(kept, there).is_nothing


def test_another_answer_is_a_conflict_with_both_days() -> None:
    here, there = file({"a": "ja"}, afgenomen_op="2026-10-12"), file({"a": "nee"}, afgenomen_op="2026-11")
    (conflict,) = merge(here, there).conflicts
    assert (conflict.path, conflict.day_here, conflict.day_there) == (
        ("antwoorden", "a"),
        here.day,
        there.day,
    )
    assert conflict.newest is Side.THERE
    assert merge(there, here).conflicts[0].newest is Side.HERE


def test_no_day_or_one_within_the_other_is_not_newer() -> None:
    def newest(one: str | None, other: str | None) -> Side | None:
        (found,) = merge(
            file({"a": "ja"}, afgenomen_op=one), file({"a": "nee"}, afgenomen_op=other)
        ).conflicts
        return found.newest

    assert [newest(None, "2026"), newest("2026", "2026-10"), newest("2026-10-12", "2026-10-12")] == [None] * 3


def test_certainty_and_what_is_said_per_choice_can_differ_too() -> None:
    sure = {"antwoord": "ja", "zekerheid": "zeker"}
    assert merge(file({"a": sure}), file({"a": {**sure, "zekerheid": "onzeker"}})).conflicts
    assert not merge(file({"a": sure}), file({"a": "ja"})).conflicts

    def with_detail(**about: dict[str, str]) -> InterviewFile:
        return file({"a": {"antwoord": ["ggd", "school"], "per_keuze": about}})

    one, other = with_detail(ggd={"hoe": "goed"}), with_detail(school={"hoe": "matig"})
    assert applied(one, other).answers["a"].details == {"ggd": {"hoe": "goed"}, "school": {"hoe": "matig"}}
    (conflict,) = merge(one, with_detail(ggd={"hoe": "slecht"})).conflicts
    assert isinstance(conflict.there, Answer)
    assert told(conflict.there) == "ggd, school (ggd, hoe: slecht)"


def test_what_does_not_count_stays_in_the_remark_and_is_not_asked_again() -> None:
    here = file({"a": {"antwoord": "ja", "opmerking": "mondeling"}}, afgenomen_op="2026-10-12")
    there = file({"a": {"antwoord": "nee", "zekerheid": "onzeker"}}, afgenomen_op="2026-11-01")
    kept = applied(here, there, Side.HERE)
    assert kept.answers["a"].values == ("ja",)
    assert (
        kept.answers["a"].remark
        == "mondeling | Andere versie van dit antwoord (ja): nee (onzeker; 2026-11-01)"
    )
    assert merge(kept, there).is_nothing
    assert whole(applied(there, kept)) == whole(kept), "and the copy takes over what was decided"


def test_a_remark_keeps_its_slashes() -> None:
    here = file({"a": {"antwoord": "ja", "opmerking": "en/of a / b"}})
    assert (
        applied(here, file({"a": {"antwoord": "ja", "opmerking": "c"}})).answers["a"].remark
        == "c | en/of a / b"
    )


def test_the_head_is_merged_too() -> None:
    here = file(rol="Adviseur", toelichting="op kantoor")
    there = file(rol="Beleidsadviseur", organisatie="Gemeente", toelichting="per telefoon")
    merged = merge(here, there)
    assert merged.fields == {"organisatie": "Gemeente", "toelichting": "op kantoor | per telefoon"}
    assert [item.path for item in merged.conflicts] == [("rol",)]
    taken = applied(here, there, Side.THERE)
    assert taken.role == "Beleidsadviseur"
    assert taken.remark == "op kantoor | per telefoon | Andere versie van rol (Beleidsadviseur): Adviseur"
    assert merge(taken, there).is_nothing
    assert merge(applied(here, there, Side.HERE), there).is_nothing


WORDS = st.sampled_from(("soms", "altijd", "a | b", "en/of"))
ANSWERS = st.fixed_dictionaries(
    {"antwoord": st.sampled_from(("ja", "nee", ["ggd"], ["ggd", "school"], ["school", "ggd"]))},
    optional={
        "datum": st.sampled_from(("2025", "2026-10", "2026-10-12")),
        "zekerheid": st.sampled_from(("zeker", "onzeker")),
        "opmerking": WORDS,
        "anders": WORDS,
        "bronnen": st.lists(st.sampled_from(("b-1", "b-2")), min_size=1, unique=True),
        "per_keuze": st.dictionaries(
            st.sampled_from(("ggd", "school")),
            st.dictionaries(st.sampled_from(("hoe", "wie")), WORDS, min_size=1),
        ),
    },
)
FILES = st.builds(
    file,
    st.dictionaries(st.sampled_from("abc"), ANSWERS),
    afgenomen_op=st.sampled_from((None, "2026-10-12", "2026-11")),
    toelichting=st.sampled_from((None, "soms", "altijd")),
    organisatie=st.sampled_from((None, "Oost", "West")),
)
SIDES = st.sampled_from((Side.HERE, Side.THERE))


@given(FILES, FILES, SIDES)
def test_merging_again_changes_nothing(here: InterviewFile, there: InterviewFile, side: Side) -> None:
    once = applied(here, there, side)
    assert merge(once, there).is_nothing
    assert merge(once, once).is_nothing


@given(FILES, FILES, SIDES)
def test_whoever_merges_the_answers_are_the_same(
    here: InterviewFile, there: InterviewFile, side: Side
) -> None:
    other = Side.THERE if side is Side.HERE else Side.HERE
    assert whole(applied(here, there, side)) == whole(applied(there, here, other))


@given(FILES, FILES, SIDES, SIDES)
def test_who_decided_in_opposite_ways_is_asked_and_then_the_copies_are_the_same(
    one: InterviewFile, other: InterviewFile, side: Side, last: Side
) -> None:
    here, there = applied(one, other, side), applied(other, one, side)
    differ = {name for name in here.answers if here.answers[name].values != there.answers[name].values}
    asked = {item.path[-1] for item in merge(here, there).conflicts}
    assert {
        name for name in differ if set(here.answers[name].values) != set(there.answers[name].values)
    } <= asked
    here = applied(here, there, last)
    assert not merge(there, here).conflicts
    assert whole(applied(there, here)) == whole(here)


@given(FILES, FILES, SIDES)
def test_everything_that_was_said_is_still_there(
    here: InterviewFile, there: InterviewFile, side: Side
) -> None:
    kept = applied(here, there, side).answers
    assert kept.keys() == here.answers.keys() | there.answers.keys()
    for version in (here, there):
        for name, answer in version.answers.items():
            remarks = set(parts_of(kept[name].remark))
            assert set(parts_of(answer.remark)) <= remarks
            if set(kept[name].values) != set(answer.values):
                assert any(f": {', '.join(answer.values)}" in remark for remark in remarks)


@given(WORDS, WORDS)
def test_remarks_stand_beside_each_other_whichever_comes_first(one: str, other: str) -> None:
    assert (
        set(parts_of(beside(one, other)))
        == set(parts_of(beside(other, one)))
        == {*parts_of(one), *parts_of(other)}
    )


def test_a_conflict_without_days_has_no_newest() -> None:
    assert Conflict(path=("rol",), here="a", there="b").newest is None
