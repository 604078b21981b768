"""What a verdict rests on, in a line or two: which roles and when, which entries of the kaart, and who did not know."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from psoh_cli.analysis.finding import Evidence, EvidenceKind
from psoh_cli.dutch import PartialDate, listing
from psoh_cli.report import wording
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, LineLike, line, pieces, quiet
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE

_MOST_ENTRIES = 6
MOST_VOICES = 3
"""Voices that are named in a sentence; more stand in a list."""
_ON_KAART = (EvidenceKind.SERVICE, EvidenceKind.ORGANIZATION)


def rests_on(evidence: Iterable[Evidence], *, draft: Draft, listed: Collection[str] = ()) -> tuple[Line, ...]:
    """Name who answered and what stands on the kaart; what an informant remarked freely stays out.

    The answers to questions in `listed` are left out: they stand elsewhere already.
    """
    pieces_ = tuple(evidence)
    known = [
        piece
        for piece in pieces_
        if piece.kind is EvidenceKind.ANSWER and says_something(piece) and piece.question not in listed
    ]
    found: list[LineLike] = []
    if known:
        found.append(pieces(*_answers(known, draft=draft)))
    found.extend(_entries(pieces_, draft=draft))
    found.extend(
        pieces(piece.text, draft.cite(piece.sources))
        for piece in pieces_
        if piece.kind in (EvidenceKind.DECLARATION, EvidenceKind.FIGURE)
    )
    unsure = silent(pieces_)
    if unsure:
        silent_ = "Zegt hierover niets" if wording.from_public_sources(draft.gemeente) else "Weet het niet"
        found.append(quiet(f"{silent_}: {draft.roles(unsure)}."))
    return tuple(line(item) for item in found)


def silent(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Name the roles that did not know and said nothing else."""
    pieces_ = [piece for piece in evidence if piece.kind is EvidenceKind.ANSWER and piece.role]
    spoke = {piece.role for piece in pieces_ if says_something(piece)}
    roles = (piece.role for piece in pieces_ if piece.values == (DONT_KNOW,) and piece.role not in spoke)
    return tuple(dict.fromkeys(role for role in roles if role))


def says_something(piece: Evidence) -> bool:
    """Tell whether an answer is more than *weet niet* or *niet van toepassing*."""
    return piece.values not in ((DONT_KNOW,), (NOT_APPLICABLE,))


def _answers(known: list[Evidence], *, draft: Draft) -> Iterable[LineLike]:
    """Name the voices when they are few; count them, with the first and last day, when they are many."""
    roles = tuple(dict.fromkeys(piece.role for piece in known))
    if len(roles) <= MOST_VOICES:
        yield from ("Antwoord van ", *_voices(known, draft=draft), ".")
        return
    days = sorted(PartialDate.parse(piece.day) for piece in known if piece.day)
    when = f", {days[0].in_words()} tot {days[-1].in_words()}" if days and days[0] != days[-1] else ""
    yield f"Antwoorden van {len(roles)} {wording.voices(draft.gemeente)}{when}."
    yield draft.cite(source for piece in known for source in piece.sources)


def _voices(known: list[Evidence], *, draft: Draft) -> Iterable[LineLike]:
    """Give each role once, with the day and the sources of its answers."""
    by_voice: dict[tuple[str, str], list[str]] = {}
    for piece in known:
        day = f" ({PartialDate.parse(piece.day).in_words()})" if piece.day else ""
        by_voice.setdefault((piece.role or "onbekend", day), []).extend(piece.sources)
    for place, ((role, day), sources) in enumerate(by_voice.items()):
        joint = "" if place == 0 else " en " if place == len(by_voice) - 1 else ", "
        yield pieces(joint, f"{draft.role(role)}{day}", draft.cite(sources))


def _entries(evidence: tuple[Evidence, ...], *, draft: Draft) -> Iterable[LineLike]:
    kaart = draft.material.kaart
    names = []
    for piece in evidence:
        if piece.kind in _ON_KAART and piece.entry:
            entry = kaart.service.get(piece.entry) or kaart.organization.get(piece.entry)
            names.append(entry.name if entry else piece.entry)
    unique = tuple(dict.fromkeys(names))
    if unique:
        shown, more = unique[:_MOST_ENTRIES], len(unique) - _MOST_ENTRIES
        yield (
            f"Op de kaart: {', '.join(shown)} en nog {more}."
            if more > 0
            else f"Op de kaart: {listing(shown)}."
        )
