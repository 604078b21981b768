"""Judge how much of what is expected occurs: partners, layers of support, languages, filled fields."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.analysis.answer_rules import judge_voices
from psoh_cli.analysis.evidence import declaration_evidence, searched_evidence
from psoh_cli.analysis.finding import RuleResult
from psoh_cli.analysis.kaart_counting import judge_fields, judge_occurrence
from psoh_cli.analysis.picture import Picture, hear
from psoh_cli.analysis.service_rules import listed_evidence
from psoh_cli.analysis.thresholds import Count, against, in_words, judge_count
from psoh_cli.dutch import listing
from psoh_cli.interview.portrait import Voice
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Complete, is_fresh
from psoh_cli.kaart.reach import Reach, reach_of
from psoh_cli.kaart.reasons import too_old
from psoh_cli.practices.practice import CoverageCriterion
from psoh_cli.vocabulary import ServiceStatus, Verdict, language_name

_REACHED = frozenset({Reach.OWN_LANGUAGE, Reach.INTERPRETER})
_OTHER = "anders"


def judge_coverage(criterion: CoverageCriterion, *, picture: Picture) -> RuleResult:
    """Count which part of the expected values occurs, and compare with both thresholds."""
    if criterion.over == "ketenpartners" and criterion.question is not None:
        return _members(criterion, question=criterion.question, picture=picture)
    if criterion.over == "talen" and criterion.question is not None:
        return _languages(criterion, question=criterion.question, picture=picture)
    if criterion.over == "velden":
        return judge_fields(criterion, picture=picture)
    return judge_occurrence(criterion, picture=picture)


def _members(criterion: CoverageCriterion, *, question: str, picture: Picture) -> RuleResult:
    """Judge the members an informant lists: such a list is evidence of who is not in it."""
    names = picture.catalogue.partner_type

    def judge(voice: Voice) -> Verdict:
        count = len(set(voice.answer.values).intersection(criterion.expected))
        return against(criterion, count=count, total=len(criterion.expected), closed=True)

    expected = listing([names[value].name if value in names else value for value in criterion.expected])
    return judge_voices(
        question,
        rule=f"{in_words(criterion)} doet mee: {expected}.",
        kind=criterion.kind,
        judge=judge,
        core=lambda voice: frozenset(voice.answer.values).intersection(criterion.expected),
        picture=picture,
    )


def _languages(criterion: CoverageCriterion, *, question: str, picture: Picture) -> RuleResult:
    """Judge the languages of the largest groups, as each informant names them, against the kaart."""
    active = picture.kaart.active
    known = hear(question, picture=picture).known
    named = {value for voice in known for value in voice.answer.values} - {_OTHER}
    listed = _reached(named, services=active)
    fresh = [service for service in active if is_fresh(service, as_of=picture.as_of)]
    confirmed = _reached(named, services=fresh)

    def count(voice: Voice) -> Count:
        expected = tuple(value for value in voice.answer.values if value in named)
        lacking = [value for value in expected if value not in listed]
        declared = _declared(lacking, picture=picture)
        return Count(expected=expected, confirmed=confirmed, listed=listed, declared=declared)

    offering = [service for service in active if _reached(named, services=[service])]
    declared = {item for voice in known for item in count(voice).declared}
    told = _offered(confirmed, lapsed=listed - confirmed) if known else ""
    lapsed = [
        item
        for value in sorted(named - listed)
        if (item := picture.kaart.declared_too_long_ago("taal", value, as_of=picture.as_of))
    ]
    if lapsed:
        told += f" Let op: {too_old(lapsed[0])}."
    result = judge_voices(
        question,
        rule=f"{in_words(criterion)} van de talen in dit antwoord komt op de kaart voor, gesproken of met een tolk.",
        kind=criterion.kind,
        judge=lambda voice: judge_count(criterion, count=count(voice)),
        core=lambda voice: frozenset(count(voice).expected),
        picture=picture,
        extra=(
            *((searched_evidence(told),) if told else ()),
            *listed_evidence(tuple(offering), picture=picture),
            *(
                declaration_evidence(item)
                for item in sorted(declared, key=lambda item: (item.subject, item.value or ""))
            ),
        ),
    )
    return result.model_copy(update={"reason": f"{result.reason} {told}".strip()})


def _reached(languages: Iterable[str], *, services: Iterable[Service]) -> frozenset[str]:
    """Give the languages in which one of the services can be used: spoken by staff or through an interpreter."""
    offered = tuple(services)
    return frozenset(
        language
        for language in languages
        if any(reach_of(service, language=language, fresh=True) in _REACHED for service in offered)
    )


def _declared(lacking: list[str], *, picture: Picture) -> tuple[Complete, ...]:
    """Give the declarations for all languages that lack; none when one is not declared, or may be offered after all."""
    perhaps = {
        code
        for service in picture.kaart.services
        if service.status is ServiceStatus.UNKNOWN
        for code in service.languages
    }
    found = [picture.kaart.declared_complete("taal", value, as_of=picture.as_of) for value in lacking]
    whole = [item for item in found if item is not None]
    return tuple(whole) if len(whole) == len(lacking) and not perhaps.intersection(lacking) else ()


def _offered(confirmed: frozenset[str], *, lapsed: frozenset[str]) -> str:
    said = [f"Van deze talen komen op de kaart voor: {_names(confirmed)}."]
    if lapsed:
        said.append(f"Niet meer bevestigd: {_names(lapsed)}.")
    return " ".join(said)


def _names(codes: Iterable[str]) -> str:
    return listing(sorted(language_name(code) for code in codes)) or "geen"
