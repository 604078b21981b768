"""Judge how much of what is expected occurs: partners, layers of support, languages, filled fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from psoh_cli.analysis.answer_rules import OUR_OWN, judge_voices
from psoh_cli.analysis.evidence import searched_evidence
from psoh_cli.analysis.filters import FIELD_NAMES, values_of
from psoh_cli.analysis.finding import Evidence, EvidenceKind, RuleResult
from psoh_cli.analysis.picture import Picture, hear
from psoh_cli.dutch import listing, plural
from psoh_cli.interview.portrait import Voice
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart, is_fresh
from psoh_cli.kaart.reach import Reach, reach_of
from psoh_cli.practices.practice import CoverageCriterion
from psoh_cli.vocabulary import ServiceStatus, Verdict, language_name

_REACHED = frozenset({Reach.OWN_LANGUAGE, Reach.INTERPRETER})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """What of the expected values occurs: certainly, and when what is not confirmed any more counts along."""

    expected: tuple[str, ...]
    confirmed: frozenset[str]
    listed: frozenset[str]
    closed: bool
    """Whether the kaart is declared complete for what does not occur."""


def judge_coverage(criterion: CoverageCriterion, *, picture: Picture) -> RuleResult:
    """Count which part of the expected values occurs, and compare with both thresholds."""
    if criterion.over == "ketenpartners" and criterion.question is not None:
        return _members(criterion, question=criterion.question, picture=picture)
    if criterion.over == "talen" and criterion.question is not None:
        return _languages(criterion, question=criterion.question, picture=picture)
    if criterion.over == "velden":
        return _fields(criterion, picture=picture)
    return _on_kaart(criterion, picture=picture)


def reached_languages(languages: Iterable[str], *, services: Iterable[Service]) -> frozenset[str]:
    """Give the languages in which one of the services can be used: spoken by staff or through an interpreter."""
    offered = tuple(services)
    return frozenset(
        language
        for language in languages
        if any(reach_of(service, language=language, fresh=True) in _REACHED for service in offered)
    )


def _members(criterion: CoverageCriterion, *, question: str, picture: Picture) -> RuleResult:
    """Judge the members an informant lists: such a list is evidence of who is not in it."""
    names = picture.catalogue.partner_type

    def judge(voice: Voice) -> Verdict:
        count = len(set(voice.answer.values).intersection(criterion.expected))
        return _against(criterion, count=count, total=len(criterion.expected), closed=True)

    expected = listing([names[value].name if value in names else value for value in criterion.expected])
    return judge_voices(
        question,
        rule=f"{_threshold(criterion)} doet mee: {expected}.",
        kind=criterion.kind,
        judge=judge,
        core=lambda voice: frozenset(voice.answer.values).intersection(criterion.expected),
        picture=picture,
    )


def _languages(criterion: CoverageCriterion, *, question: str, picture: Picture) -> RuleResult:
    """Judge the languages of the largest groups, as each informant names them, against the kaart."""
    kaart = picture.kaart
    named = {value for voice in hear(question, picture=picture).known for value in voice.answer.values} - {
        "anders"
    }
    listed = reached_languages(named, services=kaart.active)
    confirmed = reached_languages(
        named, services=(service for service in kaart.active if is_fresh(service, as_of=picture.as_of))
    )
    perhaps = {code for service in _of_unknown_status(kaart) for code in service.languages}

    def count(voice: Voice) -> _Count:
        expected = tuple(value for value in voice.answer.values if value in named)
        lacking = [value for value in expected if value not in listed]
        closed = all(kaart.declared_complete("taal", value) and value not in perhaps for value in lacking)
        return _Count(expected=expected, confirmed=confirmed, listed=listed, closed=bool(lacking) and closed)

    result = judge_voices(
        question,
        rule=f"{_threshold(criterion)} van de talen in het antwoord op deze vraag komt op de kaart voor, "
        "gesproken of met een tolk.",
        kind=criterion.kind,
        judge=lambda voice: _judge_count(criterion, count=count(voice)),
        core=lambda voice: frozenset(count(voice).expected),
        picture=picture,
        extra=(searched_evidence(_offered(confirmed, listed=listed)),),
    )
    reason = f"{result.reason} {_offered(confirmed, listed=listed)}"
    return result.model_copy(update={"reason": reason})


def _offered(confirmed: frozenset[str], *, listed: frozenset[str]) -> str:
    stale = listed - confirmed
    said = [f"Van deze talen komen op de kaart voor: {_language_names(confirmed)}."]
    if stale:
        said.append(f"Niet meer bevestigd: {_language_names(stale)}.")
    return " ".join(said)


def _language_names(codes: Iterable[str]) -> str:
    return listing(sorted(language_name(code) for code in codes)) or "geen"


def _fields(criterion: CoverageCriterion, *, picture: Picture) -> RuleResult:
    """Judge which share of the fields of all active services is filled; an empty field is never a no."""
    services, kaart = picture.kaart.active, picture.kaart
    filled = {
        field: sum(bool(values_of(service, field=field, kaart=kaart)) for service in services)
        for field in criterion.expected
    }
    total = len(services) * len(criterion.expected)
    verdict = _against(criterion, count=sum(filled.values()), total=total, closed=False)
    names = listing([FIELD_NAMES.get(field, field) for field in criterion.expected])
    offered = plural(len(services), "dienst", "diensten")
    reason = "Er staan nog geen diensten op de kaart."
    if total:
        count = sum(filled.values())
        reason = f"Op de kaart zijn {count} van de {total} velden ingevuld ({count * 100 // total}%)."
    evidence = tuple(
        _figure(f"{FIELD_NAMES.get(field, field)}: bij {count} van {offered} ingevuld.")
        for field, count in filled.items()
        if services
    )
    return RuleResult(
        rule=f"{_threshold(criterion)} van deze velden is ingevuld bij de diensten op de kaart: {names}. {OUR_OWN}",
        kind=criterion.kind,
        verdict=verdict,
        reason=reason,
        evidence=evidence,
    )


def _on_kaart(criterion: CoverageCriterion, *, picture: Picture) -> RuleResult:
    """Judge which of the expected layers, partners or languages occurs on the kaart."""
    count = _count_on_kaart(criterion, picture=picture)
    lacking = [value for value in count.expected if value not in count.listed]
    names = {value: _name(value, criterion=criterion, picture=picture) for value in count.expected}
    reason = "Er staan nog geen diensten op de kaart."
    if picture.kaart.services or picture.kaart.organizations:
        present = (
            listing([names[value] for value in count.expected if value in count.listed]) or "niets daarvan"
        )
        absent = f" Nog niet gezien: {listing([names[value] for value in lacking])}." if lacking else ""
        stale = [names[value] for value in count.expected if value in count.listed - count.confirmed]
        old = f" Niet meer bevestigd: {listing(stale)}." if stale else ""
        reason = f"Op de kaart: {present}.{absent}{old}"
    return RuleResult(
        rule=f"{_threshold(criterion)} komt voor op de kaart: {listing(list(names.values()))}. {OUR_OWN}",
        kind=criterion.kind,
        verdict=_judge_count(criterion, count=count),
        reason=reason,
        evidence=(searched_evidence(f"Gezocht op de kaart: {listing(list(names.values()))}."),),
    )


def _count_on_kaart(criterion: CoverageCriterion, *, picture: Picture) -> _Count:
    kaart = picture.kaart
    if criterion.over == "ketenpartners":
        listed = frozenset(organization.partner_type for organization in kaart.organizations)
        return _counted(criterion, confirmed=listed, listed=listed, subject="ketenpartner", kaart=kaart)
    field = "talen" if criterion.over == "talen" else "iasc_laag"
    fresh = [service for service in kaart.active if is_fresh(service, as_of=picture.as_of)]
    open_end = any(not values_of(service, field=field, kaart=kaart) for service in kaart.active)
    return _counted(
        criterion,
        confirmed=_occurring(fresh, field=field, kaart=kaart),
        listed=_occurring(kaart.active, field=field, kaart=kaart),
        subject="taal" if field == "talen" else "alles",
        kaart=kaart,
        open_end=open_end or bool(_of_unknown_status(kaart)),
    )


def _counted(
    criterion: CoverageCriterion,
    *,
    confirmed: frozenset[str],
    listed: frozenset[str],
    subject: str,
    kaart: Kaart,
    open_end: bool = False,
) -> _Count:
    lacking = [value for value in criterion.expected if value not in listed]
    declared = bool(lacking) and all(kaart.declared_complete(subject, value) for value in lacking)
    return _Count(
        expected=criterion.expected, confirmed=confirmed, listed=listed, closed=declared and not open_end
    )


def _occurring(services: Iterable[Service], *, field: str, kaart: Kaart) -> frozenset[str]:
    return frozenset(value for service in services for value in values_of(service, field=field, kaart=kaart))


def _of_unknown_status(kaart: Kaart) -> list[Service]:
    return [service for service in kaart.services if service.status is ServiceStatus.UNKNOWN]


def _judge_count(criterion: CoverageCriterion, *, count: _Count) -> Verdict:
    """Judge what is confirmed; what is no longer confirmed adds up to *deels* at most."""
    expected = frozenset(count.expected)
    total = len(expected)
    if _against(criterion, count=len(expected & count.confirmed), total=total, closed=False) is Verdict.MET:
        return Verdict.MET
    verdict = _against(criterion, count=len(expected & count.listed), total=total, closed=count.closed)
    return Verdict.PARTLY if verdict is Verdict.MET else verdict


def _against(criterion: CoverageCriterion, *, count: int, total: int, closed: bool) -> Verdict:
    """Compare a count with the thresholds; below them only a closed world makes it *ontbreekt*.

    In an open world some is *deels* and none is *onbekend*: what is not listed may well exist.
    """
    if total == 0:
        return Verdict.UNKNOWN
    reached = count * 100 / total if criterion.unit == "procent" else count
    if reached >= criterion.met_from:
        return Verdict.MET
    if reached >= criterion.partly_from or (count and not closed):
        return Verdict.PARTLY
    return Verdict.MISSING if closed else Verdict.UNKNOWN


def _threshold(criterion: CoverageCriterion) -> str:
    if criterion.unit == "procent":
        return f"Minstens {criterion.met_from}% (deels vanaf {criterion.partly_from}%)"
    return f"Minstens {criterion.met_from} (deels vanaf {criterion.partly_from})"


def _figure(text: str) -> Evidence:
    return Evidence(kind=EvidenceKind.FIGURE, text=text[:1].upper() + text[1:])


def _name(value: str, *, criterion: CoverageCriterion, picture: Picture) -> str:
    if criterion.over == "talen":
        return language_name(value)
    if criterion.over == "ketenpartners":
        partner = picture.catalogue.partner_type.get(value)
        return partner.name if partner else value
    return next((layer.name for layer in picture.catalogue.layers if layer.id == value), value)
