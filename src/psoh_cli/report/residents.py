"""How many statushouders there are, by language and by age; small groups are never a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.dutch import FEWEST, listing, people
from psoh_cli.gemeente.gemeente import Residents
from psoh_cli.kaart.coverage import people_by_language
from psoh_cli.kaart.reach import language_code
from psoh_cli.report.document import Block, Column, Paragraph, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, LineLike, lines, pieces, plain
from psoh_cli.small_numbers import NOT_SHOWN, SMALL, shown_counts
from psoh_cli.vocabulary import language_name


def residents_blocks(draft: Draft) -> tuple[Block, ...]:
    """Compose how many there are, in all and per group."""
    residents = draft.gemeente.residents
    when = residents.as_of.in_words() if residents.as_of else "datum onbekend"
    lead: LineLike = f"Het aantal statushouders in {draft.gemeente.name} is onbekend."
    if residents.total is not None:
        cited = draft.cite((residents.source,))
        told = when if cited else f"{when}; {residents.source}"
        lead = pieces(
            f"In {draft.gemeente.name} wonen {people(residents.total)} statushouders ({told}).", cited
        )
    blocks: list[Block] = [Paragraph(content=lead, style="lead")]
    if residents.languages:
        blocks.append(
            Table(
                caption="Statushouders naar taal",
                columns=(
                    Column(title="Taal", width=3),
                    Column(title="Land van herkomst", width=4),
                    Column(title="Aantal", kind="getal", width=3),
                ),
                rows=(languages := tuple(_languages(residents))),
                note=_note(row[-1] for row in languages),
            )
        )
    if residents.ages:
        blocks.append(
            Table(
                caption="Statushouders naar leeftijd",
                columns=(Column(title="Leeftijd", width=7), Column(title="Aantal", kind="getal", width=3)),
                rows=(
                    ages := tuple(
                        lines(f"{item.age_group.value} jaar", count)
                        for item, count in zip(residents.ages, _shown_ages(residents), strict=True)
                    )
                ),
                note=_note(row[-1] for row in ages),
            )
        )
    return tuple(blocks)


def _note(cells: Iterable[Line]) -> str:
    """Say why a number is not there, where one is not."""
    hidden = {SMALL, NOT_SHOWN}.intersection(plain(cell) for cell in cells)
    return _HIDDEN if hidden else ""


_HIDDEN = (
    f"Een aantal onder de {FEWEST} staat hier niet. ‘{NOT_SHOWN.capitalize()}’ is een groter aantal waaruit zo’n klein "
    "aantal te berekenen zou zijn."
)


def _languages(residents: Residents) -> Iterator[tuple[Line, ...]]:
    """Give a row per group; where a group is hidden a row per language, as the coverage adds them up."""
    groups = residents.languages
    shown = shown_counts([group.people for group in groups], total=residents.counted)
    if not {SMALL, NOT_SHOWN}.intersection(shown):
        for group, count in zip(groups, shown, strict=True):
            yield lines(language_name(group.language), group.country or "onbekend", count)
        return
    added = people_by_language(residents)
    shown = shown_counts(tuple(added.values()), total=residents.counted)
    for language, count in zip(added, shown, strict=True):
        countries = dict.fromkeys(
            group.country or "onbekend" for group in groups if language_code(group.language) == language
        )
        yield lines(language_name(language), listing(tuple(countries)), count)


def _shown_ages(residents: Residents) -> tuple[str, ...]:
    return shown_counts([item.people for item in residents.ages], total=residents.counted)
