"""Topics as points of a sheet: what was said in short, what was decided before, and what there is to write."""

from __future__ import annotations

from psoh_cli.dutch import listing, plural
from psoh_cli.report import wording
from psoh_cli.report.discussion_sheet_room import height_of
from psoh_cli.report.discussion_topics import Topic
from psoh_cli.report.document import DiscussionPoint, Part, Term
from psoh_cli.report.spans import Line, Mark, line, pieces, quiet, strong
from psoh_cli.report.typography import HARD_SPACE
from psoh_cli.rounds.round import Resolution

_ELSEWHERE = "Wie wat zegt, staat in de gap-analyse."
NOT_DECIDED = "Besluit: nog niet genomen."
_NOBODY_ASKED = "Nog niet afgesproken wie dit uitzoekt."
_PROMPTS, _AGAIN = ("Besluit", "Wie en wanneer"), ("Nieuw besluit",)
_LONGEST_DECISION = 180
"""Letters of a decision on the sheet; the whole of it stands in the gap analysis."""
LONGEST_ARQ = ((330, 180), (230, 110), (130, 60), (60, 0))
"""Letters of our answer to a question of ARQ, and of a decision on it: less where the page is full."""
_LONGEST_TITLE, _LONGEST_SUBJECT, _LONGEST_WHO, _LONGEST_ROLES = 150, 90, 240, 90
"""Letters of a title, of the groups behind an answer and of who decided; what is cut ends in three dots."""
_MOST_ANSWERS = 5
_NAMED = 2
"""Groups that are named where all agree; more are counted."""
_MOST_DECIDED = 1
"""Decisions on one point that the sheet repeats: the latest; the others are counted."""


def agreed_line(topic: Topic) -> Line:
    """Give one thing that is agreed on: the answer, the question, and who gave it."""
    answers = listing([words for words, _ in topic.said])
    who = cut("; ".join(dict.fromkeys(names for _, names in topic.said)), most=_LONGEST_WHO)
    if topic.groups > _NAMED:
        who = f"{topic.groups}{HARD_SPACE}groepen"
    answers, title = cut(answers, most=_LONGEST_TITLE), cut(topic.title, most=_LONGEST_TITLE)
    return line(pieces(strong(f"{answers}."), f" {title} ", quiet(f"({who})")))


def differing_point(topic: Topic) -> DiscussionPoint:
    """Give a difference: who sees what, who does that work, and what statushouders say beside it."""
    told = [_part(words, groups) for words, groups in topic.said[:_MOST_ANSWERS]]
    if len(topic.said) > _MOST_ANSWERS:
        rest = len(topic.said) - _MOST_ANSWERS
        told.append(
            _part("Meer", f"nog {plural(rest, 'ander antwoord', 'andere antwoorden')}, in de gap-analyse")
        )
    told.extend(
        Part(label="Professionals", items=(line(f"{said}. (Gevraagd: {asked})"),))
        for asked, said in topic.others
    )
    more = (
        ("Weet het niet", topic.unknown),
        ("Statushouders zeggen", topic.beside),
        ("Doet dit werk zelf", topic.done_by),
    )
    told.extend(_part(label, words) for label, words in more if words)
    return _point(topic, parts=tuple(told), lines=1)


def unknown_point(topic: Topic, *, of_sources: bool) -> DiscussionPoint:
    """Give something nobody knows, with a line for who finds it out."""
    label = "Niets gevonden in" if of_sources else "Weet het niet"
    told = [_part(label, topic.unknown)] if topic.unknown else []
    if topic.to_ask:
        told.append(_part("Nog niet gevraagd aan", topic.to_ask))
    return _point(
        topic,
        parts=tuple(told),
        prompts=("Wie zoekt dit uit?", "Voor wanneer?"),
        state=_NOBODY_ASKED,
    )


def arq_point(topic: Topic, *, most: int, most_decided: int) -> DiscussionPoint:
    """Give a question of ARQ with our answer so far, and what was decided, each in at most so many letters."""
    lead = pieces(
        Mark(verdict=topic.verdict) if topic.verdict else "",
        ": ",
        shortened(topic.lead, most=most),
    )
    return _point(topic, lead=line(lead), lines=1, most_decided=most_decided)


def in_brief(point: DiscussionPoint) -> DiscussionPoint:
    """Leave out who said what where something was decided and it does not fit beside that: the room is for the rest."""
    if not point.decided or not point.parts:
        return point
    bare = point.model_copy(update={"parts": (), "lead": line(quiet(_ELSEWHERE))})
    return point if height_of(point) <= height_of(bare) else bare


def own_point(number: int) -> DiscussionPoint:
    """Give an empty point, for what somebody at the table brings in."""
    return DiscussionPoint(
        id=f"eigen-punt-{number}",
        title="Een punt dat u zelf inbrengt",
        prompts=_PROMPTS,
        lines=1,
        state=NOT_DECIDED,
    )


def shortened(text: str, *, most: int, rest: str = "Meer staat in de gap-analyse.") -> str:
    """Keep whole sentences as far as they fit and say where the rest stands; a long first sentence is cut."""
    if len(text) <= most:
        return text
    kept = ""
    for sentence in text.split(". "):
        longer = f"{kept}{sentence.rstrip('.')}. "
        if len(longer) + len(rest) > most:
            break
        kept = longer
    if not kept:
        kept = f"{text[: most - len(rest) - 3].rsplit(' ', 1)[0]} … "
    return f"{kept}{rest}"


def _point(
    topic: Topic,
    *,
    prompts: tuple[str, ...] = _PROMPTS,
    lead: Line = (),
    parts: tuple[Part, ...] = (),
    lines: int = 0,
    state: str = NOT_DECIDED,
    most_decided: int = _LONGEST_DECISION,
) -> DiscussionPoint:
    decided = [_decided(item, most=most_decided) for item in topic.decided[:_MOST_DECIDED]]
    if len(topic.decided) > _MOST_DECIDED and most_decided:
        rest = plural(len(topic.decided) - _MOST_DECIDED, "eerder besluit staat", "eerdere besluiten staan")
        decided.append(Term(term="Ook:", content=f"{rest} in de gap-analyse."))
    return DiscussionPoint(
        id=f"punt-{topic.id}",
        number=topic.number,
        title=cut(topic.title, most=_LONGEST_TITLE if topic.question else _LONGEST_SUBJECT),
        lead=lead,
        parts=parts,
        decided=tuple(decided),
        decided_on=str(topic.decided[0].day) if topic.decided else "",
        state=state,
        prompts=_AGAIN if topic.decided else prompts,
        lines=0 if topic.decided else lines,
    )


def _decided(resolution: Resolution, *, most: int) -> Term:
    """Give a decision with its day and who took it; where there is no room at all, where it stands."""
    if not most:
        return Term(term=f"Besluit van {resolution.day.in_words()}:", content="staat in de gap-analyse.")
    said = shortened(resolution.text, most=most)
    roles = cut(listing(resolution.roles), most=_LONGEST_ROLES)
    return Term(term=f"Besluit van {resolution.day.in_words()}:", content=f"{said} Door: {roles}.")


def _part(label: str, words: str) -> Part:
    return Part(
        label=cut(label, most=_LONGEST_WHO), items=(line(wording.sentence(cut(words, most=_LONGEST_WHO))),)
    )


def cut(text: str, *, most: int) -> str:
    """Cut a text at a word, with three dots where something is left out."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0]}…"
