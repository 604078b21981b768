"""Two copies of one round: the furthest state counts, every decision stays, and merging twice changes nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.interview.two_versions import Side, parts_of
from psoh_cli.rounds.merging import RoundMerge, merge_rounds
from psoh_cli.rounds.round import Invitation, Resolution, RoundFile
from psoh_cli.vocabulary import InvitationState


def invited(name: str = "ggd", **fields: Any) -> Invitation:
    return Invitation.model_validate({"id": name, "groep": "ggd", "rol": "Adviseur", **fields})


def decided(text: str, name: str = "besluit-1") -> Resolution:
    about = {
        "id": name,
        "over": ["kaart-aanwezig"],
        "besluit": text,
        "op": "2026-11-03",
        "door": ["gemeente"],
    }
    return Resolution.model_validate(about)


def round_of(*items: Invitation | Resolution) -> RoundFile:
    return RoundFile(
        format="1",
        knowledge_version="2026.1",
        invitations=tuple(item for item in items if isinstance(item, Invitation)),
        resolutions=tuple(item for item in items if isinstance(item, Resolution)),
    )


def applied(here: RoundFile, there: RoundFile, side: Side) -> RoundFile:
    sides = {item.path: side for item in merge_rounds(here, there).conflicts}
    merged = merge_rounds(here, there, sides=sides)
    assert not merged.conflicts
    changed = {item.id: item for item in merged.changed}
    kept = (changed.get(item.id, item) for item in here.invitations)
    return round_of(*kept, *merged.added, *here.resolutions, *merged.resolutions)


def test_the_same_is_nothing() -> None:
    one = round_of(invited(stand="klaar"), decided("Ja."))
    assert merge_rounds(one, one) == RoundMerge()
    assert merge_rounds(one, one).is_nothing


def test_who_only_the_copy_knows_is_added() -> None:
    merged = merge_rounds(round_of(invited("ggd")), round_of(invited("huisarts"), invited("ggd")))
    assert [item.id for item in merged.added] == ["huisarts"]
    assert merged.changed == ()


def test_the_furthest_state_counts_with_its_days() -> None:
    here = invited(stand="uitgenodigd", uitgenodigd_op="2026-10-20")
    there = invited(stand="klaar", uitgenodigd_op="2026-10-01", klaar_op="2026-10-15")
    for one, other in ((here, there), (there, here)):
        (found,) = applied(round_of(one), round_of(other), Side.HERE).invitations
        assert found.state is InvitationState.DONE
        assert (str(found.invited_on), str(found.done_on)) == ("2026-10-01", "2026-10-15")


def test_who_answers_has_not_lapsed_and_who_has_lapsed_is_invited_no_more() -> None:
    def state(one: str, other: str) -> str:
        return (
            applied(round_of(invited(stand=one)), round_of(invited(stand=other)), Side.HERE)
            .invitations[0]
            .state
        )

    assert [state("vervallen", "bezig"), state("vervallen", "uitgenodigd")] == ["bezig", "vervallen"]


def test_decisions_add_up_and_two_with_one_id_get_two() -> None:
    here, there = round_of(decided("Ja.")), round_of(decided("Nee."), decided("Ja.", "besluit-9"))
    (added,) = merge_rounds(here, there).resolutions
    assert (added.id, added.text) == ("besluit-1-2", "Nee.")
    assert merge_rounds(applied(here, there, Side.HERE), there).is_nothing


def test_the_same_decision_with_a_remark_stays_one() -> None:
    bare, remarked = decided("Ja."), decided("Ja.").model_copy(update={"remark": "vier maal besproken"})
    found = merge_rounds(round_of(bare), round_of(remarked))
    assert (found.resolutions, found.remarked) == ((), (remarked,))
    assert merge_rounds(round_of(remarked), round_of(bare)).is_nothing


def test_a_decision_that_gets_another_name_is_told() -> None:
    found = merge_rounds(round_of(decided("Ja.")), round_of(decided("Nee.")))
    assert found.renamed == {"besluit-1": "besluit-1-2"}


def test_opposite_decisions_are_a_conflict_here_too() -> None:
    one, other = round_of(invited(organisatie="Oost")), round_of(invited(organisatie="West"))
    here, there = applied(one, other, Side.HERE), applied(other, one, Side.HERE)
    assert merge_rounds(here, there).conflicts
    here = applied(here, there, Side.THERE)
    assert merge_rounds(here, there).is_nothing
    assert applied(there, here, Side.HERE).invitations[0].organization == "West"


def test_another_organization_is_a_conflict_and_the_other_stays_in_the_remark() -> None:
    here, there = round_of(invited(organisatie="Oost")), round_of(invited(organisatie="West"))
    (conflict,) = merge_rounds(here, there).conflicts
    assert conflict.path == ("informanten", "ggd", "organisatie")
    (found,) = applied(here, there, Side.THERE).invitations
    assert (found.organization, found.remark) == ("West", "Andere versie van organisatie (West): Oost")


INVITATIONS = st.builds(
    invited,
    st.sampled_from(("ggd", "huisarts")),
    stand=st.sampled_from(tuple(InvitationState)),
    organisatie=st.sampled_from((None, "Oost", "West")),
    uitgenodigd_op=st.sampled_from((None, "2026-10-01", "2026-10-20")),
    klaar_op=st.sampled_from((None, "2026-10-15")),
    vorm=st.sampled_from((None, "xlsx", "gesprek")),
    aantal_deelnemers=st.sampled_from((None, 6, 8)),
    toelichting=st.sampled_from((None, "belt terug")),
)
ROUNDS = st.builds(
    lambda people, texts: round_of(*people, *(decided(text, f"b-{at}") for at, text in enumerate(texts))),
    st.lists(INVITATIONS, max_size=2, unique_by=lambda item: item.id),
    st.lists(st.sampled_from(("Ja.", "Nee.", "Later.")), max_size=2, unique=True),
)


@given(ROUNDS, ROUNDS, st.sampled_from((Side.HERE, Side.THERE)))
def test_merging_again_changes_nothing(here: RoundFile, there: RoundFile, side: Side) -> None:
    assert merge_rounds(applied(here, there, side), there).is_nothing


@given(ROUNDS, ROUNDS)
def test_nobody_is_done_before_being_asked(here: RoundFile, there: RoundFile) -> None:
    def is_sound(item: Invitation) -> bool:
        invited_on, done_on = item.invited_on, item.done_on
        return not (invited_on and done_on) or invited_on.first_day() <= done_on.last_day()

    for item in applied(here, there, Side.HERE).invitations:
        sources = [found for whole in (here, there) if (found := whole.invitation.get(item.id))]
        assert is_sound(item) or not all(map(is_sound, sources))


@given(ROUNDS, ROUNDS, st.sampled_from((Side.HERE, Side.THERE)))
def test_whoever_merges_the_round_is_the_same(here: RoundFile, there: RoundFile, side: Side) -> None:
    def whole(found: RoundFile) -> Any:
        people = {
            item.id: (
                item.model_copy(update={"remark": None}),
                frozenset(parts_of(item.remark)),
            )
            for item in found.invitations
        }
        return people, {item.text for item in found.resolutions}

    other = Side.THERE if side is Side.HERE else Side.HERE
    assert whole(applied(here, there, side)) == whole(applied(there, here, other))
