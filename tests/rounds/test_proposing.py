"""Whom psoh proposes to ask: sensible in size, the same each time, and never who is there already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from psoh_cli.dutch import PartialDate
from psoh_cli.gemeente.gemeente import LanguageGroup, Residents
from psoh_cli.interview.answers import Answer, Informant, InterviewFile
from psoh_cli.kaart.combining import combine
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.rounds.proposing import Proposal, propose
from psoh_cli.rounds.reach import reach, unasked_in
from psoh_cli.rounds.round import NO_ROUND, Invitation
from psoh_cli.rounds.seats import Around
from psoh_cli.rounds.state import Heard, Standing, standings, with_proposed
from psoh_cli.vocabulary import InvitationState

KNOWN = read_catalogue()[0]
AS_OF = date(2026, 11, 21)
ARABIC, TIGRINYA, FEW = (
    LanguageGroup(language=code, people=count) for code, count in (("ar", 60), ("ti", 30), ("so", 7))
)


def organization(
    name: str, partner: str, *, board: str | None = None, on: str = "2026-10-01"
) -> Organization:
    return Organization.model_validate(
        {
            "id": name,
            "naam": name.title(),
            "ketenpartner": partner,
            "in_klankbordgroep": board,
            "bron": "x",
            "gecontroleerd_op": on,
        }
    )


def around(
    *organizations: Organization,
    standing: Iterable[Standing] = (),
    services: Iterable[Service] = (),
    languages: Iterable[LanguageGroup] = (),
    professionals: int = 13,
) -> Around:
    kaart = KaartFile(
        format="1", knowledge_version="x", name="K", organizations=organizations, services=tuple(services)
    )
    return Around(
        name="Voorbeeldstad",
        residents=Residents(languages=tuple(languages)),
        kaart=combine((kaart,), code="GM9999"),
        catalogue=KNOWN,
        as_of=AS_OF,
        standing=tuple(standing),
        professionals=professionals,
    )


def asked(*invitations: Invitation) -> tuple[Standing, ...]:
    return standings(NO_ROUND.model_copy(update={"invitations": invitations}), heard=(), catalogue=KNOWN)


def heard(name: str, *, group: str, role: str, organization: str | None = None) -> Standing:
    interview = InterviewFile(
        format="1",
        knowledge_version=KNOWN.version,
        group=group,
        role=role,
        organization=organization,
        answers={"x": Answer(values=("ja",), day=PartialDate(2026, 10, 1))},
    )
    informant = Informant(id=name, file=f"{name}.yaml", interview=interview)
    return standings(NO_ROUND, heard=(Heard(informant=informant),), catalogue=KNOWN)[0]


def ids(proposal: Proposal) -> list[str]:
    return [item.invitation.id for item in proposal.proposed]


def partners(proposal: Proposal) -> list[str | None]:
    return [item.invitation.partner for item in proposal.proposed]


def test_a_fresh_dossier_gets_a_round_of_thirteen_and_a_group_talk() -> None:
    proposal = propose(around())
    groups = [item.invitation.group for item in proposal.proposed]
    assert groups.count("statushouders") == 1
    assert len(groups) == 14
    assert groups == sorted(groups, key=[group.id for group in KNOWN.groups].index)


def test_every_question_has_somebody_after_the_proposal() -> None:
    proposal = propose(around())
    after = with_proposed((), [item.invitation for item in proposal.proposed], catalogue=KNOWN)
    assert not unasked_in(reach(after, catalogue=KNOWN), catalogue=KNOWN)
    without = [item for item in after if item.group != "statushouders"]
    missing = unasked_in(reach(without, catalogue=KNOWN), catalogue=KNOWN)
    assert {item.groups for item in missing} == {("Statushouders",)}


def test_a_proposal_that_was_written_is_not_made_again() -> None:
    world = around(organization("ggd", "ggd"), languages=(ARABIC, TIGRINYA))
    first = propose(world)
    again = propose(
        around(
            organization("ggd", "ggd"),
            languages=(ARABIC, TIGRINYA),
            standing=asked(*(item.invitation for item in first.proposed)),
        )
    )
    assert again.proposed == ()
    assert first == propose(world)


def test_the_organisation_is_the_one_in_the_klankbordgroep_then_the_confirmed_then_the_busiest() -> None:
    plain, old = organization("a-ggd", "ggd", on="2020-01-01"), organization("b-ggd", "ggd")
    board = organization("c-ggd", "ggd", board="ja", on="2020-01-01")
    offer = Service.model_validate(
        {
            "id": "les",
            "organisatie": "d-ggd",
            "naam": "Les",
            "aanbod": "Les",
            "bron": "x",
            "gecontroleerd_op": "2026",
            "werkgebied": ["GM9999"],
        }
    )
    chosen = [
        propose(around(*them, services=offers)).proposed
        for them, offers in (
            ((plain, old), ()),
            ((plain, old, board), ()),
            ((old, organization("d-ggd", "ggd")), (offer,)),
        )
    ]
    found = [next(item.invitation for item in each if item.invitation.partner == "ggd") for each in chosen]
    assert [item.entry for item in found] == ["b-ggd", "c-ggd", "d-ggd"]
    assert found[0].organization == "B-Ggd"


def test_the_ggd_is_the_one_that_gemeente_yaml_names() -> None:
    world = replace(around(), ggd="GGD Voorbeeldregio")
    found = next(item for item in propose(world).proposed if item.invitation.partner == "ggd")
    assert found.invitation.organization == "GGD Voorbeeldregio"
    assert found.why.endswith("Uit gemeente.yaml; niet op de kaart.")


def test_forty_organisations_do_not_make_a_round_of_forty() -> None:
    many = [organization(f"welzijn-{number}", "welzijn") for number in range(40)]
    proposal = propose(around(*many))
    assert partners(proposal).count("welzijn") == 1
    assert len(proposal.proposed) == 14


def test_what_does_not_fit_is_told_and_a_bigger_round_holds_it() -> None:
    small = propose(around(professionals=1))
    assert {item.why for item in small.left_out} == {"de ronde is groot genoeg"}
    assert {group.invitation.group for group in small.proposed} >= {"gemeente", "huisarts", "statushouders"}
    big = propose(around(professionals=40))
    assert not big.left_out
    assert len(big.proposed) > len(small.proposed)


def test_who_has_an_interview_is_there_already() -> None:
    by_name = heard("jgz-team", group="ggd", role="Arts", organization="JGZ Voorbeeld")
    by_group = heard("dokter", group="huisarts", role="Huisarts")
    proposal = propose(around(organization("jgz-voorbeeld", "jgz"), standing=(by_group,)))
    assert "huisarts" not in partners(proposal)
    assert "jgz" in ids(proposal)
    known = organization("jgz-voorbeeld", "jgz").model_copy(update={"name": "JGZ Voorbeeld"})
    assert "jgz" not in partners(propose(around(known, standing=(by_name,))))


def test_who_dropped_out_is_replaced_only_by_another_organisation() -> None:
    lapsed = asked(
        Invitation(
            id="ggz-een",
            group="ggz",
            role="Arts",
            entry="ggz-een",
            partner="ggz",
            state=InvitationState.LAPSED,
        )
    )
    one = organization("ggz-een", "ggz")
    for size in (1, 13):
        alone = propose(around(one, standing=lapsed, professionals=size))
        assert "ggz" not in partners(alone)
        (why,) = (item.why for item in alone.left_out if item.partner.id == "ggz")
        assert why == "wie was gevraagd, is vervallen"
    both = propose(around(one, organization("ggz-twee", "ggz"), standing=lapsed))
    assert "ggz-twee" in {item.invitation.entry for item in both.proposed}


def test_an_id_is_free_and_can_be_a_file() -> None:
    taken = asked(Invitation(id="ggd", group="school", role="Docent", partner="onderwijs"))
    proposal = propose(around(organization("praktijk", "huisarts"), standing=taken))
    assert "ggd-2" in ids(proposal)
    assert {"huisarts", "beleidsadviseur", "regisseur"} <= set(ids(proposal))
    assert "huisarts" in ids(propose(around(organization("con", "huisarts"))))


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ((), ["groepsgesprek-statushouders"]),
        ((FEW,), ["groepsgesprek-statushouders"]),
        ((TIGRINYA, FEW), ["groepsgesprek-tigrinya"]),
        ((TIGRINYA, ARABIC), ["groepsgesprek-arabisch", "groepsgesprek-tigrinya"]),
    ],
)
def test_a_talk_is_in_the_language_that_many_speak(
    languages: tuple[LanguageGroup, ...], expected: list[str]
) -> None:
    assert [name for name in ids(propose(around(languages=languages))) if "gesprek" in name] == expected


def test_a_talk_that_was_held_counts_for_one() -> None:
    held = heard("vrouwen", group="statushouders", role="Groepsgesprek (Arabisch)")
    proposal = propose(around(standing=(held,), languages=(ARABIC, TIGRINYA)))
    assert [name for name in ids(proposal) if "gesprek" in name] == ["groepsgesprek-tigrinya"]
    assert not [name for name in ids(propose(around(standing=(held,)))) if "gesprek" in name]


def test_nobody_is_proposed_by_name_and_everybody_with_a_reason() -> None:
    for item in propose(around(organization("ggd", "ggd"))).proposed:
        assert item.why
        assert item.invitation.role
        assert item.invitation.state is InvitationState.PLANNED
