"""What a claim rests on in a few words: how many spoke, from when, and whether they agree and are sure."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.analysis.finding import Evidence, EvidenceKind, Finding
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.portrait import Voice
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report import wording
from psoh_cli.report.draft import Draft
from psoh_cli.report.evidence import says_something
from psoh_cli.terms import ANSWER_TERM_MONTHS, within
from psoh_cli.vocabulary import AnswerCertainty

UNDATED = "datum onbekend"


def rests_on_whom(draft: Draft) -> str:
    """Say on how many informants the whole document rests and from when they speak, and what stands beside them."""
    kaart = "de sociale kaart" if draft.material.kaart.services else "een sociale kaart die nog leeg is"
    beside = f"{kaart} en op wat elders werkt"
    asked = len(draft.analysis.informants)
    known = [
        voice
        for voices in draft.material.portrait.voices.values()
        for voice in voices
        if voice.answer.is_known
    ]
    when = _period([day for voice in known for day in _days_of_voice(voice, draft=draft)])
    if wording.from_public_sources(draft.gemeente):
        return f"Gebaseerd op openbare bronnen, {when}; er is niemand gesproken. Daarnaast op {beside}."
    if not asked:
        return f"Er is nog geen informant gevraagd. Gebaseerd op {beside}."
    return f"Gebaseerd op {draft.everybody()}, {when}. Daarnaast op {beside}."


def how_thin(finding: Finding, *, draft: Draft) -> str:
    """Warn that a finding rests on one informant, or on answers that are old or have no date; empty when neither."""
    known = [
        piece for piece in finding.evidence if piece.kind is EvidenceKind.ANSWER and says_something(piece)
    ]
    if not known:
        return ""
    told = [day for piece in known for day in _days_of_piece(piece, draft=draft) if day is not None]
    also = " en de kaart" if _fresh_services(finding, draft=draft) else ""
    span = _span(told) if told else UNDATED
    if wording.from_public_sources(draft.gemeente):
        return f"volgens openbare bronnen{also}, {span}"
    if {piece.group for piece in known} == {STATUSHOUDERS}:
        return f"volgens {STATUSHOUDERS}{also}, {span}"
    if len({piece.informant for piece in known}) == 1:
        return f"volgens {draft.informants(1)}{also}, {span}"
    if not told:
        return UNDATED
    return f"antwoorden uit {span}" if all(_is_old(day, draft=draft) for day in told) else ""


def why_not_sure(finding: Finding, *, draft: Draft) -> str:
    """Say in a few words that informants differ, are not sure, or that the kaart is not confirmed any more."""
    if any(draft.contradicts(rule) for rule in finding.rules):
        return f"{wording.voices(draft.gemeente)} verschillen"
    known = [
        piece for piece in finding.evidence if piece.kind is EvidenceKind.ANSWER and says_something(piece)
    ]
    if known and all(_is_unsure(piece, draft=draft) for piece in known):
        return "antwoord is onzeker"
    days = [day for piece in known for day in _days_of_piece(piece, draft=draft)]
    if days and all(day is not None and _is_old(day, draft=draft) for day in days):
        return f"antwoord is oud, {_span([day for day in days if day is not None])}"
    listed = any(piece.kind is EvidenceKind.SERVICE for piece in finding.evidence)
    if listed and not known and not _fresh_services(finding, draft=draft):
        return "niet meer bevestigd"
    return ""


def _is_unsure(piece: Evidence, *, draft: Draft) -> bool:
    voices = draft.material.portrait.on(piece.question or "")
    return any(
        voice.informant == piece.informant and voice.answer.certainty is AnswerCertainty.UNSURE
        for voice in voices
    )


def _fresh_services(finding: Finding, *, draft: Draft) -> bool:
    found = (
        draft.material.kaart.service.get(piece.entry or "")
        for piece in finding.evidence
        if piece.kind is EvidenceKind.SERVICE
    )
    return any(service is not None and is_fresh(service, as_of=draft.analysis.as_of) for service in found)


def _is_old(day: PartialDate, *, draft: Draft) -> bool:
    return not within(day, months=ANSWER_TERM_MONTHS, as_of=draft.analysis.as_of)


def _days_of_voice(voice: Voice, *, draft: Draft) -> Iterable[PartialDate | None]:
    return (voice.day,) if voice.day else _days_of_sources(voice.answer.sources, draft=draft)


def _days_of_piece(piece: Evidence, *, draft: Draft) -> Iterable[PartialDate | None]:
    return (PartialDate.parse(piece.day),) if piece.day else _days_of_sources(piece.sources, draft=draft)


def _days_of_sources(sources: Iterable[str], *, draft: Draft) -> Iterable[PartialDate | None]:
    """Date what has no day of its own by the years of its sources."""
    years = [draft.year_of(source) for source in sources]
    return [PartialDate(year) if year else None for year in years] or (None,)


def _span(days: list[PartialDate]) -> str:
    first, last = min(days).year, max(days).year
    return str(first) if first == last else f"{first} tot en met {last}"


def _period(days: list[PartialDate | None]) -> str:
    told = [day for day in days if day is not None]
    if not told:
        return UNDATED
    return f"uit {_span(told)}" if len(told) == len(days) else f"uit {_span(told)} of zonder datum"
