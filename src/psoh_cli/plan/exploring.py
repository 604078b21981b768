"""What to do about what we do not know: ask around, and have the kaart confirmed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from psoh_cli.analysis.finding import Analysis, Finding, FindingKind, ToAsk
from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.entries import Verified
from psoh_cli.kaart.kaart import Kaart, is_fresh
from psoh_cli.plan.action import Step
from psoh_cli.plan.candidates import Candidate, Collected
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import Phase, Provenance, Verdict

ASK_ID = "m-nagaan"
CONFIRM_ID = "m-kaart-bevestigen"

_FIRST = math.inf
_MOST_STEPS = 8
_MANY_GROUPS = 3
_MANY_ENTRIES = 25
_LEAD = "gemeente-regisseur"
_ASK_PILLAR = "fundament"
_KAART_PILLAR = "sociale-kaart"


def explore(
    analysis: Analysis, *, kaart: Kaart, catalogue: Catalogue, collected: Collected
) -> tuple[Candidate, ...]:
    """Give the actions that turn what is unknown into something known; none when nothing is open."""
    found = (
        _ask(analysis, catalogue=catalogue, to_talk=collected.to_discuss),
        _confirm(analysis, kaart=kaart, catalogue=catalogue, gaps=collected.to_confirm),
    )
    return tuple(candidate for candidate in found if candidate is not None)


def _ask(analysis: Analysis, *, catalogue: Catalogue, to_talk: tuple[Finding, ...]) -> Candidate | None:
    unknown = tuple(
        finding
        for finding in analysis.findings
        if finding.verdict is Verdict.UNKNOWN and finding.kind is not FindingKind.VULNERABLE
    )
    groups = tuple(group for group in analysis.to_ask if group.questions)
    if not (unknown or to_talk or groups):
        return None
    return Candidate(
        id=ASK_ID,
        title="Vraag na wat nog niet bekend is",
        reason=_reason_to_ask(unknown, groups=groups, to_talk=to_talk),
        pillar=_pillar(catalogue, wanted=_ASK_PILLAR),
        practices=(),
        gaps=tuple(finding.id for finding in to_talk),
        lead=_lead(catalogue),
        phase=Phase.EXPLORE,
        effort=2 if len(groups) > _MANY_GROUPS else 1,
        steps=tuple(_steps_to_ask(groups, to_talk=to_talk)),
        score=_FIRST,
        rank=0,
    )


def _reason_to_ask(
    unknown: tuple[Finding, ...], *, groups: tuple[ToAsk, ...], to_talk: tuple[Finding, ...]
) -> str:
    parts = []
    if unknown:
        parts.append(
            f"Over {plural(len(unknown), 'onderdeel', 'onderdelen')} kan nog niets worden gezegd. "
            "Zolang dat zo is, stelt het plan daar niets voor."
        )
    if to_talk:
        parts.append(
            f"Bij {plural(len(to_talk), 'bevinding', 'bevindingen')} is eerst een gesprek nodig: de antwoorden "
            "lopen uiteen, of wat zou moeten helpen is er al."
        )
    if groups:
        own = [group for group in groups if group.own]
        questions = plural(sum(len(group.own) for group in own), "vraag staat", "vragen staan")
        parts.append(f"{questions} open bij {plural(len(own), 'groep', 'groepen')} informanten.")
    return " ".join(parts)


def _steps_to_ask(groups: tuple[ToAsk, ...], *, to_talk: tuple[Finding, ...]) -> Iterator[Step]:
    asked = tuple(group for group in groups if group.own)
    shown = asked if len(asked) <= _MOST_STEPS else asked[: _MOST_STEPS - 1]
    for group in shown:
        named = f" ({listing(group.organizations[:3])})" if group.organizations else ""
        yield _step(
            f"Vraag {group.name}{named}: {plural(len(group.own), 'vraag staat', 'vragen staan')} open."
        )
    if len(shown) < len(asked):
        yield _step(f"Vraag ook de andere {len(asked) - len(shown)} groepen: {_names(asked[len(shown) :])}.")
    others = tuple(group for group in groups if not group.own)
    if others:
        yield _step(f"Weten zij iets niet, vraag het dan ook aan: {_names(others)}.")
    if to_talk:
        yield _step(
            "Leg de verschillen en tegenspraken voor aan wie ze noemden en schrijf op wat u afspreekt."
        )
    yield _step("Maak daarna de analyse en het plan opnieuw.")


def _confirm(
    analysis: Analysis, *, kaart: Kaart, catalogue: Catalogue, gaps: tuple[Finding, ...]
) -> Candidate | None:
    entries: tuple[Verified, ...] = (*kaart.organizations, *kaart.active)
    stale = sum(not is_fresh(entry, as_of=analysis.as_of) for entry in entries)
    if entries and not stale:
        return None
    return Candidate(
        id=CONFIRM_ID,
        title="Laat de sociale kaart bevestigen" if entries else "Vul de sociale kaart",
        reason=_reason_to_confirm(stale, total=len(entries)),
        pillar=_pillar(catalogue, wanted=_KAART_PILLAR),
        practices=(),
        gaps=tuple(gap.id for gap in gaps),
        lead=_lead(catalogue),
        phase=Phase.EXPLORE,
        effort=2 if stale > _MANY_ENTRIES or not entries else 1,
        steps=tuple(_steps_to_confirm(analysis, has_entries=bool(entries))),
        score=_FIRST,
        rank=0,
    )


def _reason_to_confirm(stale: int, *, total: int) -> str:
    if not total:
        return "Er staat nog niets op de sociale kaart. Welk aanbod er is, is daardoor niet bekend."
    if total == 1:
        counted = "De ene vermelding op de sociale kaart is"
    elif stale == total:
        counted = f"Alle {total} vermeldingen op de sociale kaart zijn"
    else:
        counted = (
            f"Van de {total} vermeldingen op de sociale kaart {'is' if stale == 1 else 'zijn'} er {stale}"
        )
    return (
        f"{counted} niet bevestigd, of te lang geleden. "
        "Wat niet is bevestigd, telt in de dekking niet mee als aanbod."
    )


def _steps_to_confirm(analysis: Analysis, *, has_entries: bool) -> Iterator[Step]:
    if not has_entries:
        yield _step("Vraag elke ketenpartner wat hij biedt, voor wie, in welke taal en waar.")
        yield _step("Zet het aanbod op de kaart, met bron en controledatum.")
    else:
        asked = tuple(group for group in analysis.to_ask if group.entries)
        for group in asked[: _MOST_STEPS - 2]:
            many = plural(len(group.entries), "vermelding", "vermeldingen")
            yield _step(f"Vraag {group.name} om {many} te bevestigen of aan te vullen.")
        yield _step(
            "Leg elke organisatie haar eigen vermelding voor en noteer de datum en de rol van wie bevestigt."
        )
    yield _step("Verklaar de kaart volledig voor de onderwerpen waarvan u zeker weet dat alles erop staat.")


def _step(text: str) -> Step:
    return Step(text=text, provenance=Provenance.DERIVED)


def _names(groups: tuple[ToAsk, ...]) -> str:
    return listing([group.name for group in groups])


def _pillar(catalogue: Catalogue, *, wanted: str) -> str:
    return wanted if wanted in catalogue.pillar else catalogue.pillars[0].id


def _lead(catalogue: Catalogue) -> str:
    return _LEAD if _LEAD in catalogue.partner_type else catalogue.partner_types[0].id
