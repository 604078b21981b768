"""What a verdict rests on, in a line or two: who and when, which entries of the kaart, and who did not know."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from psoh_cli.analysis.finding import Evidence, EvidenceKind
from psoh_cli.analysis.voices import period
from psoh_cli.dutch import listing
from psoh_cli.interview import naming
from psoh_cli.interview.portrait import Voice
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
        found.append(quiet(f"{silent_}: {draft.named(draft.voices(unsure))}."))
    return tuple(line(item) for item in found)


def silent(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Give the answers of those who did not know and said nothing else."""
    pieces_ = [piece for piece in evidence if piece.kind is EvidenceKind.ANSWER and piece.informant]
    spoke = {piece.informant for piece in pieces_ if says_something(piece)}
    return tuple(piece for piece in pieces_ if piece.values == (DONT_KNOW,) and piece.informant not in spoke)


def says_something(piece: Evidence) -> bool:
    """Tell whether an answer is more than *weet niet* or *niet van toepassing*."""
    return piece.values not in ((DONT_KNOW,), (NOT_APPLICABLE,))


def _answers(known: list[Evidence], *, draft: Draft) -> Iterable[LineLike]:
    """Name the voices when they are few; count them, with the first and last day, when they are many."""
    voices = draft.voices(known)
    if len({voice.informant for voice in voices}) <= MOST_VOICES:
        yield from ("Antwoord van ", *_voices(voices, draft=draft), ".")
        return
    days = sorted(voice.day for voice in voices if voice.day)
    when = f", {days[0].in_words()} tot {days[-1].in_words()}" if days and days[0] != days[-1] else ""
    many = (
        f"{len({voice.informant for voice in voices})} bronnen"
        if wording.from_public_sources(draft.gemeente)
        else naming.counted(voices)
    )
    yield f"Antwoorden van {many}{when}."
    yield draft.cite(source for voice in voices for source in voice.answer.sources)


def _voices(voices: tuple[Voice, ...], *, draft: Draft) -> Iterable[LineLike]:
    """Give each group once, or each source, with the days and the sources of its answers."""
    grouped = bool(draft.material.portrait.group_names)
    by_speaker: dict[str, list[Voice]] = {}
    for voice in voices:
        by_speaker.setdefault(voice.group if grouped else voice.informant, []).append(voice)
    for place, said in enumerate(by_speaker.values()):
        joint = "" if place == 0 else " en " if place == len(by_speaker) - 1 else ", "
        day = period(said) if any(voice.day for voice in said) else ""
        sources = (source for voice in said for source in voice.answer.sources)
        yield pieces(joint, f"{draft.named(said)}{day}", draft.cite(sources))


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
