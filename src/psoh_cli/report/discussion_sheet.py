"""The discussion sheet: two pages for a klankbordgroep around a table, with space to write what it decides."""

from __future__ import annotations

from psoh_cli.dutch import date_in_words
from psoh_cli.interview.naming import STATUSHOUDERS
from psoh_cli.report import cover, wording
from psoh_cli.report import discussion_sheet_room as room
from psoh_cli.report.discussion_gathering import Topics, topics
from psoh_cli.report.discussion_points import (
    LONGEST_ARQ,
    agreed_line,
    arq_point,
    differing_point,
    in_brief,
    own_point,
    unknown_point,
)
from psoh_cli.report.document import (
    Block,
    Bullets,
    Discussion,
    DiscussionPoint,
    Document,
    Paragraph,
    Section,
    Term,
)
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

KIND = "gesprekskaart"

_FEWEST_AGREED, _MOST_AGREED = 2, 8
_FOR_UNKNOWN = 30.0
"""Millimetres that the questions of ARQ leave for what nobody knows."""
_MOST_DECIDED = 2
"""Points on which something was decided that are told again, of each sort; there is more to talk about."""
_OWN = 2
"""Empty points at most, where little is known yet."""


def discussion_sheet(material: Material, *, version: Version = Version.COUNCIL) -> Document:
    """Compose the sheet; raise ValueError for the public: it is a paper for who sits at the table."""
    if version is Version.PUBLIC:
        raise ValueError("a discussion sheet has no public version")
    draft = Draft(material, version=version)
    found = topics(
        material.analysis, catalogue=material.catalogue, whole=material.round, gemeente=material.gemeente
    )
    document = cover.bind(
        draft,
        kind=KIND,
        title="Gesprekskaart",
        subtitle=f"Voor de klankbordgroep · peildatum {date_in_words(material.analysis.as_of)} · {_asked(draft)}",
        status="Om over te praten, niet vastgesteld",
        sections=(_sheet(found, draft=draft),),
    )
    facts = tuple(
        Term(term=fact.term, content=_FOR_WHOM) if fact.term == "Versie" else fact for fact in document.facts
    )
    return document.model_copy(update={"facts": facts})


_FOR_WHOM = (
    "Voor de klankbordgroep. Antwoorden staan bij een groep, nooit bij een functie. Opmerkingen en open antwoorden "
    "staan er niet in."
)
_HOW = (
    "Praat vooral over de verschillen. Ieder ziet een deel, en niemand wordt weggestemd. Schrijf bij elk punt op wat u "
    "besluit, wie het doet en wanneer."
)


def _asked(draft: Draft) -> str:
    """Say who were asked; statushouders are named beside the number and are not in it."""
    if wording.from_public_sources(draft.gemeente):
        return "niemand gesproken, alleen openbare bronnen"
    others = sum(informant.group != STATUSHOUDERS for informant in draft.analysis.informants)
    beside = f", en {STATUSHOUDERS}" if others < len(draft.analysis.informants) else ""
    return f"{draft.informants(others)}{beside} gevraagd"


def _sheet(found: Topics, *, draft: Draft) -> Section:
    """Divide everything over two pages; what does not fit is counted."""
    above = room.banner(cover.banner(draft.gemeente)) + room.letterhead(draft.gemeente.name)
    first = room.FIRST_PAGE - above - room.intro(_HOW)
    first -= 2 * room.HEADING
    agreed, differing = _said(found, left=first)
    first -= room.of(agreed) + room.of(differing)
    page = room.SECOND_PAGE - 2 * room.NOTE - room.HEADING
    arq = _arq(found, left=page - _FOR_UNKNOWN)
    second = page - room.of_points(arq)
    early = first - room.HEADING > second
    unknown = _unknown(found, left=first - room.HEADING if early else second, draft=draft)
    own = _own(second + room.HEADING) if early else _own(second - room.of(unknown))
    arq = room.filled((*arq, *own), room=room.of_points(arq) + second - (0 if early else room.of(unknown)))
    return Section(
        id="gesprek",
        title="Om samen over te praten",
        page="eigen",
        blocks=(Paragraph(content=_HOW, style="lead"),),
        sections=(
            Section(id="eens", title=f"Waar wij het over eens zijn ({len(found.agreed)})", blocks=agreed),
            Section(
                id="verschillen", title=f"Waar wij verschillen ({len(found.differing)})", blocks=differing
            ),
            Section(
                id="onbekend",
                title=f"Wat nog niemand weet ({len(found.unknown)})",
                page="doorlopend" if early else "nieuw",
                blocks=unknown,
            ),
            Section(
                id="vijf-vragen",
                title="De vijf vragen van ARQ, en ons antwoord tot nu toe",
                page="nieuw" if early else "doorlopend",
                blocks=(
                    Discussion(caption="De vijf vragen van ARQ", items=arq),
                    Paragraph(content=_AFTERWARDS, style="klein"),
                ),
            ),
        ),
    )


_AFTERWARDS = (
    "De oordelen zijn afgeleid: psoh leest ze af aan de antwoorden en de sociale kaart. Na afloop: zet elk besluit in "
    "het dossier met psoh ronde besluit."
)


def _said(found: Topics, *, left: float) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Give what is agreed and the differences: the differences first get room, what is agreed gets what they leave."""
    fewest = _agreed(found, most=_FEWEST_AGREED)
    most_told = _count(_differing(found, left=left - room.of(fewest)))
    for most in range(_MOST_AGREED, _FEWEST_AGREED, -1):
        agreed = _agreed(found, most=most)
        differing = _differing(found, left=left - room.of(agreed))
        if _count(differing) == most_told and room.of(agreed) < left:
            return agreed, differing
    return fewest, _differing(found, left=left - room.of(fewest))


def _count(blocks: tuple[Block, ...]) -> int:
    return sum(len(block.items) for block in blocks if isinstance(block, Discussion))


def _agreed(found: Topics, *, most: int) -> tuple[Block, ...]:
    if not found.agreed:
        return (
            Paragraph(
                content="Er is nog geen vraag waarop twee of meer informanten hetzelfde antwoord gaven."
            ),
        )
    lines = tuple(agreed_line(topic) for topic in found.agreed[:most])
    return (Bullets(items=lines), *_counted(len(lines), whole=len(found.agreed), what="antwoorden"))


def _differing(found: Topics, *, left: float) -> tuple[Block, ...]:
    points = [differing_point(topic) for topic in found.differing]
    if not points:
        return (Paragraph(content="Er zijn nu geen vragen waarop de antwoorden verschillen."),)
    return _told(points, left=left, caption="Waar wij verschillen", what="verschillen")


def _unknown(found: Topics, *, left: float, draft: Draft) -> tuple[Block, ...]:
    of_sources = wording.from_public_sources(draft.gemeente)
    points = [unknown_point(topic, of_sources=of_sources) for topic in found.unknown]
    if not points:
        return (Paragraph(content="Op elke vraag is een antwoord."),)
    return _told(points, left=left, caption="Wat nog niemand weet", what="vragen")


def _told(points: list[DiscussionPoint], *, left: float, caption: str, what: str) -> tuple[Block, ...]:
    """Give as many points as fit, with the rest counted below them; what was decided is told in brief first."""
    shown = room.as_many_as_fit(points, room=left)
    if len(shown) < len(points):
        left -= room.NOTE
        shown = _chosen([in_brief(point) for point in points], left=left)
    told = (Discussion(caption=caption, items=room.filled(shown, room=left)),) if shown else ()
    return (*told, *_counted(len(shown), whole=len(points), what=what))


def _chosen(points: list[DiscussionPoint], *, left: float) -> tuple[DiscussionPoint, ...]:
    """Choose what is still open by its weight, beside the few points on which something was decided last."""
    lately = sorted(
        (point for point in points if point.decided), key=lambda point: point.decided_on, reverse=True
    )
    kept = room.as_many_as_fit(lately[:_MOST_DECIDED], room=left / 2)
    waiting = (point for point in points if not point.decided)
    chosen = {point.id for point in (*kept, *room.as_many_as_fit(waiting, room=left - room.of_points(kept)))}
    return tuple(point for point in points if point.id in chosen)


def _arq(found: Topics, *, left: float) -> tuple[DiscussionPoint, ...]:
    """Give the five questions of ARQ, with answers as long as the page allows."""
    arq: tuple[DiscussionPoint, ...] = ()
    for most, most_decided in LONGEST_ARQ:
        arq = tuple(arq_point(topic, most=most, most_decided=most_decided) for topic in found.arq)
        if room.of_points(arq) <= left:
            break
    return arq


def _own(left: float) -> tuple[DiscussionPoint, ...]:
    """Give empty points where a page has room for them."""
    return room.as_many_as_fit((own_point(number) for number in range(1, _OWN + 1)), room=left)


def _counted(shown: int, *, whole: int, what: str) -> tuple[Block, ...]:
    """Say how many there are more, and where they stand."""
    if shown == whole:
        return ()
    verb = "staat" if shown == 1 else "staan"
    told = f"Hier {verb} {shown} van de {whole} {what}: wat het zwaarst weegt."
    text = f"{told if shown else f'De {whole} {what} passen hier niet.'} Alles staat in de gap-analyse."
    return (Paragraph(content=text, style="klein"),)
