"""Contradictions: an answer and the kaart that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.clashes import (
    LANGUAGE_TABLE,
    LANGUAGES_QUESTION,
    MEMBERS_QUESTION,
    NOT_A_GROUP_LANGUAGE,
    PROGRAMMES_QUESTION,
    TABLE,
    Clash,
)
from psoh_cli.analysis.evidence import (
    answer_evidence,
    declaration_evidence,
    searched_evidence,
    service_evidence,
)
from psoh_cli.analysis.filters import values_of
from psoh_cli.analysis.finding import Evidence, EvidenceKind, Finding, FindingKind
from psoh_cli.analysis.picture import Picture, hear
from psoh_cli.analysis.service_rules import closed_world, matches
from psoh_cli.analysis.voices import quote_all
from psoh_cli.dutch import listing, plural
from psoh_cli.interview.portrait import Voice
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.vocabulary import Provenance, Verdict, language_name


def contradiction_findings(*, picture: Picture) -> Iterator[Finding]:
    """Give a finding for each answer that the kaart contradicts."""
    for clash in (*TABLE, *_programmes(picture=picture), *_languages(picture=picture)):
        if clash.question in picture.catalogue.question:
            yield from _hold(clash, picture=picture)
    yield from _members(picture=picture)


def _programmes(*, picture: Picture) -> Iterator[Clash]:
    """Make a pair for each programme that can be chosen, and one for *geen*."""
    question = picture.catalogue.question.get(PROGRAMMES_QUESTION)
    names = picture.catalogue.intervention
    offered = (
        tuple(option.value for option in question.choices() if option.value in names) if question else ()
    )
    for value in offered:
        yield Clash(
            question=PROGRAMMES_QUESTION,
            thing=names[value].name,
            wanted={"interventies": (value,)},
            there=(value,),
            suffix=value,
        )
    yield Clash(
        question=PROGRAMMES_QUESTION,
        thing="een van de programma's",
        wanted={"interventies": offered},
        not_there=("geen",),
        suffix="geen",
    )


def _languages(*, picture: Picture) -> Iterator[Clash]:
    """Make the pairs on languages, for the languages of the groups in this gemeente."""
    spoken = {group.language for group in picture.gemeente.residents.languages}
    for voice in hear(LANGUAGES_QUESTION, picture=picture).known:
        spoken.update(voice.answer.values)
    codes = tuple(sorted(spoken - NOT_A_GROUP_LANGUAGE))
    if codes:
        names = listing([language_name(code) for code in codes], last="of")
        for question, values in LANGUAGE_TABLE:
            yield Clash(
                question=question,
                thing=f"een dienst in het {names}",
                wanted={"talen": codes},
                there=values,
                listed="talen",
                suffix="taal",
            )


def _hold(clash: Clash, *, picture: Picture) -> Iterator[Finding]:
    known = hear(clash.question, picture=picture).known
    yes = tuple(voice for voice in known if set(voice.answer.values).intersection(clash.there))
    no = tuple(voice for voice in known if set(voice.answer.values).intersection(clash.not_there))
    found = matches(clash.wanted, picture=picture)
    fresh = tuple(service for service in found if is_fresh(service, as_of=picture.as_of))
    if no and fresh:
        title = f"Op de kaart staat {clash.thing}, maar {_informants(no)} dat dit er niet is"
        tail = f"Op de kaart: {listing([service.name for service in fresh[:3]])}."
        evidence = tuple(service_evidence(service, picture=picture) for service in fresh)
        yield _finding(clash, voices=no, title=title, tail=tail, evidence=evidence, picture=picture)
    absence = _absent(clash, picture=picture) if yes and not found else None
    if absence is not None:
        title = f"Op de kaart staat niet: {clash.thing}, maar {_informants(yes)} dat dit er is"
        yield _finding(clash, voices=yes, title=title, tail=absence[0], evidence=absence[1], picture=picture)


def _informants(voices: tuple[Voice, ...]) -> str:
    if {voice.group for voice in voices} == {STATUSHOUDERS}:
        return f"{STATUSHOUDERS} zeggen"
    return "een informant zegt" if len(voices) == 1 else f"{len(voices)} informanten zeggen"


def _absent(clash: Clash, *, picture: Picture) -> tuple[str, tuple[Evidence, ...]] | None:
    """Tell how the kaart shows that something is not there; None when it does not."""
    if clash.listed is not None:
        return _unlisted(clash.listed, clash=clash, picture=picture)
    declared, maybe = closed_world(clash.wanted, picture=picture)
    if not declared or maybe:
        return None
    return (
        "De kaart is hiervoor volledig verklaard en heeft geen dienst die past.",
        tuple(declaration_evidence(declaration) for declaration in declared),
    )


def _unlisted(field: str, *, clash: Clash, picture: Picture) -> tuple[str, tuple[Evidence, ...]] | None:
    filled = [
        service for service in picture.kaart.active if values_of(service, field=field, kaart=picture.kaart)
    ]
    if not filled:
        return None
    empty = len(picture.kaart.active) - len(filled)
    tail = f"Geen van de {len(filled)} actieve diensten waarbij dit is ingevuld, noemt het."
    if empty:
        tail += f" Bij {plural(empty, 'dienst is', 'diensten is')} dit niet ingevuld."
    return tail, (searched_evidence(f"Gezocht op de kaart: {clash.thing}. Niets gevonden."),)


def _finding(
    clash: Clash,
    *,
    voices: tuple[Voice, ...],
    title: str,
    tail: str,
    evidence: tuple[Evidence, ...],
    picture: Picture,
) -> Finding:
    question = picture.catalogue.question[clash.question]
    about = f"{clash.question}-{clash.suffix}" if clash.suffix else clash.question
    said = tuple(
        answer_evidence(voice, catalogue=picture.catalogue, question=question.id) for voice in voices
    )
    return Finding(
        id=f"gap-{FindingKind.CONTRADICTION.value}-{about}",
        kind=FindingKind.CONTRADICTION,
        about=about,
        title=title,
        verdict=Verdict.PARTLY,
        reason=f"Op ‘{question.text}’: {quote_all(voices, question=question, picture=picture)}. {tail} "
        "Dat kan niet allebei kloppen: kijk het na.",
        evidence=(*said, *evidence),
        pillar=question.pillar,
        practices=tuple(name for name in question.practices if name in picture.catalogue.practice),
        provenance=Provenance.DERIVED,
        ask=tuple(dict.fromkeys(voice.group for voice in voices)),
    )


def _members(*, picture: Picture) -> Iterator[Finding]:
    """Hold the listed members of the klankbordgroep against what the kaart says of each organization."""
    question = picture.catalogue.question.get(MEMBERS_QUESTION)
    known = hear(MEMBERS_QUESTION, picture=picture).known
    if question is None or not known:
        return
    named = {value for voice in known for value in voice.answer.values}
    for organization in sorted(picture.kaart.organizations, key=lambda item: item.id):
        if organization.in_board and organization.partner_type not in named:
            clash = Clash(question=question.id, thing="", wanted={}, suffix=organization.id)
            yield _finding(
                clash,
                voices=known,
                title=f"{organization.name} zit volgens de kaart in de klankbordgroep, maar volgens de antwoorden niet",
                tail=f"Op de kaart staat bij {organization.name}: in de klankbordgroep.",
                evidence=(
                    Evidence(
                        kind=EvidenceKind.ORGANIZATION,
                        text=f"Op de kaart staat {organization.name} als lid van de klankbordgroep.",
                        entry=organization.id,
                    ),
                ),
                picture=picture,
            )
