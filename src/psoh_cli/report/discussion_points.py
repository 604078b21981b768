"""Topics as points of a sheet: what was said in short, what was decided before, and what there is to write."""

from __future__ import annotations

from psoh_cli.dutch import listing, plural
from psoh_cli.report import wording
from psoh_cli.report.discussion_topics import Topic
from psoh_cli.report.document import DiscussionPoint, Part, Term
from psoh_cli.report.spans import Line, LineLike, Mark, Piece, code, line, pieces, quiet, strong
from psoh_cli.report.typography import HARD_SPACE
from psoh_cli.rounds.round import Resolution

NOT_DECIDED = "Besluit: nog niet genomen."
_NOBODY_ASKED = "Nog niet afgesproken wie dit uitzoekt."
_PROMPTS, _AGAIN = ("Besluit", "Wie en wanneer"), ("Nieuw besluit",)
_OPEN_PROMPTS = ("Wie zoekt dit uit, en wanneer?",)
LONGEST_ARQ = ((420, 180), (330, 180), (230, 110), (190, 90), (150, 90), (130, 60), (110, 60), (60, 0))
"""Letters of our answer to a question of ARQ, and of a decision on it: less where the page is full."""
LONGEST_DECIDED = ((110, 180), (110, 110), (90, 90), (90, 90), (60, 0))
"""Letters of the title and the text of a decision in the list of what was decided."""
LONGEST_REST = (110, 110, 90, 90, 50)
"""Letters of a difference in the list of those without room to decide."""
_LONGEST_TITLE, _LONGEST_SUBJECT, _LONGEST_WHO = 150, 90, 240
"""Letters of a title and of the groups behind an answer; what is cut ends in three dots."""
_LONGEST_DECISION = 180
"""Letters of a decision beside its point; the whole of it stands in the gap analysis."""
_LONGEST_BRIEF = 70
"""Letters of what statushouders say to a point that is told in brief."""
_MOST_ANSWERS = 5
_MOST_GROUPS, _MOST_GROUPS_NAMED = 3, 5
"""Groups to ask that are named in a list, and at a point of its own."""


def agreed_line(topic: Topic) -> Line:
    """Give one thing that is agreed on: the answer, the question, and the groups that gave it."""
    answers = listing([words for words, _ in topic.said])
    who = cut("; ".join(dict.fromkeys(names for _, names in topic.said)), most=_LONGEST_WHO)
    answers, title = cut(answers, most=_LONGEST_TITLE), cut(topic.title, most=_LONGEST_TITLE)
    doubt = f"; {topic.doubt}" if topic.doubt else ""
    return line(pieces(strong(f"{answers}."), f" {title} ", quiet(f"({who}{doubt})")))


def rest_line(topic: Topic, *, most: int) -> Line:
    """Name a difference in one line, so that it can be chosen for the table."""
    return line(_headed(topic, most=most))


def decided_line(topic: Topic, *, most: int, most_decided: int) -> Line:
    """Give a point on which something was decided: what statushouders say to it, and the latest decision."""
    term = _decided(topic.decided[0], most=most_decided)
    brief = cut(topic.beside_brief, most=_LONGEST_BRIEF)
    told = (f" Statushouders zeggen: {brief}.",) if brief else ()
    return line(pieces(_headed(topic, most=most), told, " ", strong(term.term), " ", *term.content))


def unasked_line(topic: Topic) -> Line:
    """Give a question that nobody was asked, with who could know."""
    asked = quiet(f"({_could_know(topic, most=_MOST_GROUPS)})")
    return line(pieces(_headed(topic, most=_LONGEST_TITLE), " ", asked))


def _could_know(topic: Topic, *, most: int) -> str:
    groups = topic.to_ask.split("; ")
    more = f"; en nog {plural(len(groups) - most, 'groep', 'groepen')}" if len(groups) > most else ""
    return f"{'; '.join(groups[:most])}{more}"


def _headed(topic: Topic, *, most: int) -> LineLike:
    """Give the number, the question and the code of a point."""
    number = strong(f"{topic.number}{HARD_SPACE}")
    return pieces(number, f"{cut(topic.title, most=most)} ", code(topic.code))


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
        ("Statushouders zeggen", topic.beside),
        ("Doet dit werk zelf", topic.done_by),
    )
    told.extend(_part(label, words) for label, words in more if words)
    if topic.unknown:
        told.append(Part(label="Weet het niet", items=(line(wording.sentence(topic.unknown)),)))
    if topic.excused:
        told.append(Part(label="Niet van toepassing", items=(line(wording.sentence(topic.excused)),)))
    return _point(topic, parts=tuple(told), lines=1)


def unknown_point(topic: Topic) -> DiscussionPoint:
    """Give something nobody knows, or nobody was asked, with a line for who finds it out."""
    told: list[Part] = []
    if topic.unknown:
        told.append(Part(label="Weet het niet", items=(line(wording.sentence(topic.unknown)),)))
    if topic.excused:
        told.append(Part(label="Niet van toepassing", items=(line(wording.sentence(topic.excused)),)))
    if topic.to_ask:
        told.append(_part("Kan het weten", _could_know(topic, most=_MOST_GROUPS_NAMED)))
    return _point(topic, parts=tuple(told), prompts=_OPEN_PROMPTS, state=_NOBODY_ASKED)


def arq_line(topic: Topic, *, most: int, most_decided: int) -> Line:
    """Give a question of ARQ with our answer so far: that may be shortened, what differs and is open never is."""
    told: list[Piece] = [strong(f"{topic.number} {cut(topic.title, most=_LONGEST_SUBJECT)}"), " "]
    if topic.verdict:
        told.extend((Mark(verdict=topic.verdict), ":"))
    if topic.lead:
        told.append(f" {shortened(topic.lead, most=most)}")
    if topic.beside:
        told.append(f" {topic.beside}")
    for label, words in (("Verschil:", topic.differs), ("Nog niet bekend:", topic.open)):
        if words:
            told.extend((" ", strong(label), f" {words}."))
    for resolution in topic.decided[:1]:
        term = _decided(resolution, most=most_decided)
        told.extend((" ", strong(term.term), " ", *term.content))
    return line(pieces(*told))


def own_point() -> DiscussionPoint:
    """Give room for decisions on the questions of ARQ, and for what somebody at the table brings in."""
    return DiscussionPoint(
        id="eigen-punt",
        title="Besluiten over deze vragen, of over een punt dat u zelf inbrengt",
        prompts=("Welk punt, besluit, wie en wanneer",),
        state=NOT_DECIDED,
    )


def another_point(number: int) -> DiscussionPoint:
    """Give an empty point, where there is much room because little is known yet."""
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
) -> DiscussionPoint:
    return DiscussionPoint(
        id=f"punt-{topic.id}",
        number=topic.number,
        code=topic.code if topic.question else "",
        title=cut(topic.title, most=_LONGEST_TITLE if topic.question else _LONGEST_SUBJECT),
        lead=lead,
        parts=parts,
        decided=tuple(_decided(item, most=_LONGEST_DECISION) for item in topic.decided[:1]),
        state=state,
        prompts=_AGAIN if topic.decided else prompts,
        lines=0 if topic.decided else lines,
    )


def _decided(resolution: Resolution, *, most: int) -> Term:
    """Give a decision with its day, not with who was at the table; without any room, where it stands."""
    term = f"Besluit van {resolution.day.in_words()}:"
    return Term(
        term=term, content=shortened(resolution.text, most=most) if most else "staat in de gap-analyse."
    )


def _part(label: str, words: str) -> Part:
    told = wording.sentence(cut(words, most=_LONGEST_WHO))
    if told.endswith("?)."):
        told = told.removesuffix(".")
    return Part(label=cut(label, most=_LONGEST_WHO), items=(line(told),))


def cut(text: str, *, most: int) -> str:
    """Cut a text at a word, with three dots where something is left out."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0]}…"
