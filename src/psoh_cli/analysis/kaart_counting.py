"""Count what occurs on the kaart: layers of support, partners, languages, and fields that are filled."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.analysis.answer_rules import OUR_OWN
from psoh_cli.analysis.evidence import declaration_evidence, organization_evidence, searched_evidence
from psoh_cli.analysis.filters import FIELD_NAMES, values_of
from psoh_cli.analysis.finding import Evidence, EvidenceKind, RuleResult
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.service_rules import listed_evidence
from psoh_cli.analysis.thresholds import Count, against, in_words, judge_count, shown_percent
from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Complete, Kaart, is_fresh
from psoh_cli.kaart.reasons import too_old
from psoh_cli.practices.practice import CoverageCriterion
from psoh_cli.vocabulary import ServiceStatus, Verdict, language_name

_EMPTY = "Er staan nog geen diensten op de kaart."
_TO_FILL = "Een leeg veld is onbekend en geen gemis."


def judge_fields(criterion: CoverageCriterion, *, picture: Picture) -> RuleResult:
    """Judge which share of the fields of all active services is filled.

    An empty field is never a no: too few filled fields leave it *onbekend*, and no gap comes of it.
    """
    services, kaart = picture.kaart.active, picture.kaart
    filled = {
        field: sum(bool(values_of(service, field=field, kaart=kaart)) for service in services)
        for field in criterion.expected
    }
    count, total = sum(filled.values()), len(services) * len(criterion.expected)
    names = {field: FIELD_NAMES.get(field, field) for field in criterion.expected}
    offered = plural(len(services), "dienst", "diensten")
    met = against(criterion, count=count, total=total, closed=False) is Verdict.MET
    shown = shown_percent(count, total=total, met_from=criterion.met_from) if total else 0
    reason = f"Op de kaart zijn {count} van de {total} velden ingevuld ({shown}%)." if total else _EMPTY
    if total and not met:
        reason += f" {_TO_FILL} Vul aan: {listing(_lacking(filled, names=names, of=len(services)))}."
    sign = "%" if criterion.unit == "procent" else ""
    return RuleResult(
        rule=f"Minstens {criterion.met_from}{sign} van deze velden is ingevuld: {listing(list(names.values()))}. "
        f"{_TO_FILL} {OUR_OWN}",
        kind=criterion.kind,
        verdict=Verdict.MET if met else Verdict.UNKNOWN,
        reason=reason,
        evidence=tuple(
            _figure(f"{names[field]}: bij {number} van {offered} ingevuld.")
            for field, number in filled.items()
            if services
        ),
    )


def _lacking(filled: dict[str, int], *, names: dict[str, str], of: int) -> list[str]:
    return [f"{names[field]} (bij {of - count} van {of})" for field, count in filled.items() if count < of]


def judge_occurrence(criterion: CoverageCriterion, *, picture: Picture) -> RuleResult:
    """Judge which of the expected layers, partners or languages occurs on the kaart."""
    count = _count(criterion, picture=picture)
    names = {value: _name(value, criterion=criterion, picture=picture) for value in count.expected}
    expected = listing(list(names.values()))
    return RuleResult(
        rule=f"{in_words(criterion)} komt voor op de kaart: {expected}. {OUR_OWN}",
        kind=criterion.kind,
        verdict=judge_count(criterion, count=count),
        reason=_reason(count, names=names, picture=picture),
        evidence=(
            searched_evidence(f"Gezocht op de kaart: {expected}."),
            *_found(criterion, picture=picture),
            *(declaration_evidence(item) for item in dict.fromkeys(count.declared)),
        ),
    )


def _count(criterion: CoverageCriterion, *, picture: Picture) -> Count:
    kaart = picture.kaart
    if criterion.over == "ketenpartners":
        listed = frozenset(item.partner_type for item in kaart.organizations)
        confirmed = frozenset(
            item.partner_type for item in kaart.organizations if is_fresh(item, as_of=picture.as_of)
        )
        declared, lapsed = _declared(criterion, listed=listed, subject="ketenpartner", picture=picture)
        return Count(
            expected=criterion.expected, confirmed=confirmed, listed=listed, declared=declared, too_old=lapsed
        )
    field = _field(criterion)
    listed = _occurring(kaart.active, field=field, kaart=kaart)
    fresh = [service for service in kaart.active if is_fresh(service, as_of=picture.as_of)]
    subject = "taal" if field == "talen" else "alles"
    declared, lapsed = _declared(criterion, listed=listed, subject=subject, picture=picture)
    return Count(
        expected=criterion.expected,
        confirmed=_occurring(fresh, field=field, kaart=kaart),
        listed=listed,
        declared=() if _is_open(field, kaart=kaart) else declared,
        too_old=lapsed,
    )


def _is_open(field: str, *, kaart: Kaart) -> bool:
    """Tell whether an empty field or an unknown status leaves open that more occurs than is listed."""
    empty = any(not values_of(service, field=field, kaart=kaart) for service in kaart.active)
    return empty or any(service.status is ServiceStatus.UNKNOWN for service in kaart.services)


def _declared(
    criterion: CoverageCriterion, *, listed: frozenset[str], subject: str, picture: Picture
) -> tuple[tuple[Complete, ...], Complete | None]:
    """Give the declarations for all that lacks, none where one is not declared; and one that is too old."""
    kaart, as_of = picture.kaart, picture.as_of
    lacking = [value for value in criterion.expected if value not in listed]
    found = [kaart.declared_complete(subject, value, as_of=as_of) for value in lacking]
    whole = tuple(item for item in found if item is not None)
    lapsed = (kaart.declared_too_long_ago(subject, value, as_of=as_of) for value in lacking)
    return (
        whole if len(whole) == len(found) else (),
        next((item for item in lapsed if item is not None), None),
    )


def _occurring(services: Iterable[Service], *, field: str, kaart: Kaart) -> frozenset[str]:
    return frozenset(value for service in services for value in values_of(service, field=field, kaart=kaart))


def _found(criterion: CoverageCriterion, *, picture: Picture) -> tuple[Evidence, ...]:
    kaart, expected = picture.kaart, set(criterion.expected)
    if criterion.over == "ketenpartners":
        return tuple(
            organization_evidence(item, picture=picture)
            for item in kaart.organizations
            if item.partner_type in expected
        )
    field = _field(criterion)
    fitting = (
        item for item in kaart.active if expected.intersection(values_of(item, field=field, kaart=kaart))
    )
    return listed_evidence(tuple(sorted(fitting, key=lambda item: item.id)), picture=picture)


def _reason(count: Count, *, names: dict[str, str], picture: Picture) -> str:
    if not (picture.kaart.services or picture.kaart.organizations):
        return _EMPTY
    listed = [names[value] for value in count.expected if value in count.listed]
    parts = [f"Op de kaart: {listing(listed) or 'niets daarvan'}."]
    if count.lacking:
        parts.append(f"Nog niet gezien: {listing([names[value] for value in count.lacking])}.")
    if count.lapsed:
        parts.append(f"Niet meer bevestigd: {listing([names[value] for value in count.lapsed])}.")
    if count.lacking and count.too_old is not None and not count.declared:
        said = too_old(count.too_old)
        parts.append(f"{said[:1].upper()}{said[1:]}.")
    return " ".join(parts)


def _field(criterion: CoverageCriterion) -> str:
    return "talen" if criterion.over == "talen" else "iasc_laag"


def _figure(text: str) -> Evidence:
    return Evidence(kind=EvidenceKind.FIGURE, text=text[:1].upper() + text[1:])


def _name(value: str, *, criterion: CoverageCriterion, picture: Picture) -> str:
    if criterion.over == "talen":
        return language_name(value)
    if criterion.over == "ketenpartners":
        partner = picture.catalogue.partner_type.get(value)
        return partner.name if partner else value
    return next((layer.name for layer in picture.catalogue.layers if layer.id == value), value)
