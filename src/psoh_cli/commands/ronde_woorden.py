"""Words that both screens of a round use: informants, themes and what nobody is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from psoh_cli.dossier.open_round import OpenRound
    from psoh_cli.rounds.reach import ThemeReach, Unasked

THEME_HEADERS = ("Thema", "Vragen", "Bekend", "Weet niet", "Wacht", "Niemand")
LEGEND = (
    "Wacht: iemand in de ronde kan nog antwoorden. Weet niet: ieder die de vraag kreeg, zei dat, of dat de vraag niet "
    "past. Niemand: die vraag krijgt in deze ronde niemand."
)
_MOST_NAMED = 5
_LONGEST_WORD = 18
"""A column of words is never narrower: then a word would break."""


def fits(rows: Sequence[Sequence[str]], *, whole: Collection[int], room: int = 0) -> bool:
    """Tell whether a table fits on the screen without breaking the columns in `whole`, with room for the others."""
    from psoh_cli.terminal import console

    widest = (max((len(row[number]) for row in rows), default=0) for number in whole)
    count = len(rows[0]) if rows else 0
    return sum(widest) + room + 3 * (count - 1) <= console.width()


def show_themes(themes: Sequence[ThemeReach], *, title: str, plain: bool) -> None:
    """Show per theme how far its questions are."""
    from psoh_cli.terminal import console

    rows = [THEME_HEADERS, *theme_rows(themes)]
    if plain or not fits(rows, whole=range(1, len(THEME_HEADERS)), room=_LONGEST_WORD):
        for line in theme_sentences(themes):
            console.paragraph(line)
        return
    console.table(THEME_HEADERS, rows[1:], title=title, whole=range(1, len(THEME_HEADERS)))
    console.paragraph(LEGEND)


def theme_rows(themes: Sequence[ThemeReach]) -> Iterator[tuple[str, ...]]:
    """Write each theme with how far its questions are; a zero is a dash, so that what is there stands out."""
    for item in themes:
        counts = (item.known, item.only_said, item.waiting, len(item.without_anybody))
        yield (
            f"{item.theme.number}. {item.theme.name}",
            str(len(item.questions)),
            *(str(count) if count else "-" for count in counts),
        )


def theme_sentences(themes: Sequence[ThemeReach]) -> Iterator[str]:
    """Say the same in sentences, for who hears the screen."""
    for item in themes:
        yield (
            f"Thema {item.theme.number}, {item.theme.name}: {len(item.questions)} vragen, {item.known} bekend, "
            f"{item.only_said} weet niemand, {item.waiting} wacht op iemand, "
            f"{len(item.without_anybody)} krijgt niemand."
        )


def numbers(found: Sequence[int]) -> str:
    """Write numbers of themes with runs: 1-4, 6."""
    runs: list[list[int]] = []
    for number in found:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def unasked_lines(unasked: Sequence[Unasked]) -> Iterator[str]:
    """Name questions that nobody will answer, under the groups that could."""
    from psoh_cli.dutch import listing, plural

    by_groups: dict[tuple[str, ...], list[str]] = {}
    for item in unasked:
        by_groups.setdefault(item.groups, []).append(item.question.text)
    for groups, texts in by_groups.items():
        who = listing([f"‘{name}’" for name in groups], last="of")
        yield f"{plural(len(texts), 'vraag', 'vragen')} voor {who}:"
        yield from (f"- {text}" for text in texts[:_MOST_NAMED])
        if len(texts) > _MOST_NAMED:
            yield f"- en nog {len(texts) - _MOST_NAMED} meer"


def warn_of_unread(opened: OpenRound) -> None:
    """Tell which files do not count, and how to mend them."""
    from psoh_cli.terminal import console

    for name in opened.unread:
        console.warn(f"{name} kan niet worden gelezen en telt hier niet mee.")
    if opened.unread:
        console.say(f"Wat eraan schort, ziet u met: {opened.command('check')}")
