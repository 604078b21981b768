"""What statushouders say beside what professionals say: always both, also where they agree or one side is silent."""

from __future__ import annotations

from psoh_cli.analysis.agreements import Beside, Standing
from psoh_cli.dutch import FEWEST, listing, plural
from psoh_cli.report import decided, wording
from psoh_cli.report.document import Block, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, LineLike, line, pieces, quiet, strong

_NOT_ASKED = "Nog niet gevraagd."
WITHHELD = "Hun antwoorden staan in het dossier, en niet in dit stuk."
_MOST_CHOICES = 3
_MOST_GROUPS = 2
"""How many choices, and groups with each, a cell names; what more there is, is told in brief."""
_APART = "gap-verschil-naast-"
"""How the id of the finding begins that both sides do not say the same."""


def beside_section(draft: Draft, *, number: str) -> tuple[Section, ...]:
    """Compose the section; nothing where no question is asked of both."""
    found = draft.analysis.agreements.beside
    own = _of_them_alone(draft)
    if not found and not own:
        return ()
    told = any(each.asked for item in found for each in (item.statushouders, *item.professionals))
    blocks: tuple[Block, ...] = (Paragraph(content=_in_short(found, draft=draft)),) if found else ()
    return (
        Section(
            id="statushouders-naast-professionals",
            number=number,
            title="Wat statushouders zeggen, naast wat professionals zeggen",
            blocks=(*blocks, *((_table(found, draft=draft),) if told else ()), *own),
        ),
    )


def _table(found: tuple[Beside, ...], *, draft: Draft) -> Table:
    public = wording.from_public_sources(draft.gemeente)
    return Table(
        caption="Statushouders en professionals over hetzelfde",
        columns=(
            Column(title="Waarover", width=6),
            Column(title="Statushouders zeggen", width=7),
            Column(title="Openbare bronnen zeggen" if public else "Professionals zeggen", width=13),
        ),
        rows=tuple(_row(item, draft=draft) for item in found),
    )


def _of_them_alone(draft: Draft) -> tuple[Block, ...]:
    """Give what only statushouders were asked; nothing where they said nothing, or too few took part."""
    told = [item for item in draft.analysis.agreements.only_statushouders if item.asked]
    if not told or draft.material.portrait.withholds:
        return ()
    return (
        Table(
            caption="Alleen aan statushouders gevraagd",
            columns=(Column(title="Vraag", width=10), Column(title="Statushouders zeggen", width=16)),
            rows=tuple((line(item.text), line(_said(item, with_who=False))) for item in told),
        ),
    )


def _in_short(found: tuple[Beside, ...], *, draft: Draft) -> str:
    if draft.material.portrait.withholds:
        return few_heard(draft)
    asked = [item for item in found if item.statushouders.asked]
    apart = sum(item.differs for item in found)
    if not asked and not any(item.asked for item in draft.analysis.agreements.only_statushouders):
        who = "openbare bronnen" if wording.from_public_sources(draft.gemeente) else "professionals"
        told = any(each.asked for item in found for each in item.professionals)
        text = "Hieronder staat wat {} zeggen over wat wij ook aan statushouders willen vragen."
        nothing = "Ook {} zeggen nog niets over wat wij hun willen vragen."
        return f"Statushouders zelf zijn nog niet gevraagd. {(text if told else nothing).format(who)}"
    lead = (
        f"Over {plural(len(found), 'onderwerp', 'onderwerpen')} vragen wij statushouders en professionals hetzelfde, "
        "in andere woorden."
    )
    other = sum(item.names_other for item in found)
    if not apart and not other:
        return f"{lead} Waar beide iets zeiden, wijzen de antwoorden nergens helemaal een andere kant op."
    verb = "wijst het antwoord" if apart == 1 else "wijzen de antwoorden"
    ways = (
        f"Bij {apart} daarvan {verb} een andere kant op." if apart else "",
        f"Bij {other} daarvan noemen zij niets hetzelfde: het een kan naast het ander bestaan."
        if other
        else "",
    )
    return f"{lead} {' '.join(each for each in ways if each)} Dat zegt niet wie gelijk heeft: bespreek het samen."


def few_heard(draft: Draft) -> str:
    """Say why what statushouders said is not here."""
    heard = draft.material.portrait.took_part
    if heard is not None and heard.unknown:
        return (
            "Met statushouders is gesproken. Niet bij elk gesprek is bekend hoeveel mensen meededen. Deden er samen "
            f"minder dan {FEWEST} mee, dan kan een antwoord naar één mens wijzen (afgeleid). {WITHHELD} In de oordelen "
            "tellen ze niet mee."
        )
    return (
        f"Met enkele statushouders is gesproken. Het waren er minder dan {FEWEST}: een antwoord kan dan naar één mens "
        f"wijzen (afgeleid). {WITHHELD} In de oordelen tellen ze niet mee."
    )


def answers_of(item: Standing, *, with_who: bool = True) -> LineLike:
    """Write each answer before who gave it and when; without who where that stands above it already."""
    parts: list[LineLike] = []
    for side in item.sides:
        words = f"{side.words[:1].upper()}{side.words[1:]}"
        when = _bracketed(side.when)
        if with_who:
            parts.append(pieces(strong(f"{words}:"), f" {side.who}{when}."))
        else:
            parts.append(pieces(strong(words), f"{' (onzeker)' if side.unsure else ''}{when}."))
    if item.sides and not any(side.when for side in item.sides):
        parts.append(quiet(f"Gezegd: {item.when}."))
    if item.unknown:
        told = strong("Weet het niet:" if with_who else "Weet het niet")
        parts.append(pieces(told, f" {item.unknown}." if with_who else "."))
    if item.excused and (item.sides or item.unknown):
        told = strong("Niet van toepassing:" if with_who else "Niet van toepassing")
        parts.append(pieces(told, f" {item.excused}." if with_who else "."))
    return pieces(*(pieces(" " if place else "", part) for place, part in enumerate(parts)))


def said_by_statushouders(item: Standing) -> LineLike:
    """Write what statushouders say to the same, behind what the others say, with how it was asked."""
    return pieces(
        *(
            pieces(
                " ", strong("Statushouders"), quiet(f" op ‘{twin.text}’: "), answers_of(twin, with_who=False)
            )
            for twin in item.statushouders
        )
    )


def _row(item: Beside, *, draft: Draft) -> tuple[Line, ...]:
    mark = (" ", strong("Wijst een andere kant op.")) if item.differs else ()
    if item.names_other:
        mark = (*mark, " ", strong("Noemen niets hetzelfde."))
    settled = decided.beside(draft, f"{_APART}{item.question}")
    withheld = draft.material.portrait.withholds
    return (
        line(pieces(item.text, *mark, *_named_by_one_side(item), settled)),
        line(quiet(WITHHELD) if withheld else _said(item.statushouders, with_who=False)),
        line(pieces(*_professionals(item, draft=draft))),
    )


def _named_by_one_side(item: Beside) -> list[LineLike]:
    """Of several choices, say which only one side names; where both chose from the same list."""
    same = [other for other in item.professionals if other.question == item.question]
    if not same or not (item.statushouders.sides and same[0].sides):
        return []
    own = [side.words for side in item.statushouders.sides]
    theirs = [side.words for side in same[0].sides]
    told = (
        ("statushouders", [words for words in own if words not in theirs]),
        ("professionals", [words for words in theirs if words not in own]),
    )
    return [
        quiet(f" Alleen {who} noemen: {listing([f'‘{each}’' for each in words])}.")
        for who, words in told
        if words
    ]


def _professionals(item: Beside, *, draft: Draft) -> list[LineLike]:
    parts: list[LineLike] = []
    for place, other in enumerate(item.professionals):
        asked = () if other.question == item.question else (quiet(other.text), " ")
        crowded = len(other.sides) > _MOST_CHOICES and bool(draft.material.portrait.group_names)
        told = _choices(other, draft=draft) if crowded else _said(other, with_who=True)
        parts.append(pieces(" " if place else "", *asked, told))
    return parts


def _choices(item: Standing, *, draft: Draft) -> LineLike:
    """Write the choices that most groups name, each with some of them; the rest by name or counted."""
    names = draft.material.portrait.group_names
    ranked = sorted(item.sides, key=lambda side: -len(side.groups))
    parts = []
    for side in ranked[:_MOST_CHOICES]:
        more = len(side.groups) - _MOST_GROUPS
        some = ", ".join(names.get(group, group) for group in side.groups[:_MOST_GROUPS])
        who = f"{some}, en nog {plural(more, 'groep', 'groepen')}" if more > 0 else side.who
        parts.append(pieces(strong(f"{side.words[:1].upper()}{side.words[1:]}:"), f" {who}. "))
    rest = [f"‘{side.words}’" for side in ranked[_MOST_CHOICES:]]
    also = f"Ook genoemd: {listing(rest)}. " if rest else ""
    silent = f" Weet het niet: {item.unknown}." if item.unknown else ""
    return pieces(*parts, also, quiet(f"Gezegd: {item.when}."), silent)


def _said(item: Standing, *, with_who: bool) -> LineLike:
    """Write the answers of one side, or that it was not asked; statushouders stand above their column."""
    if not item.asked:
        return quiet(_NOT_ASKED)
    if not item.sides and not item.unknown:
        return "Niet van toepassing."
    return answers_of(item, with_who=with_who)


def _bracketed(text: str) -> str:
    return f" ({text})" if text else ""
