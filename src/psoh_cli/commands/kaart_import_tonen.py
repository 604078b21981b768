"""Showing what an import would do: what is new, what changes, and what was not understood and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from psoh_cli.kaart.exchange.incoming import NotUnderstood, Place
    from psoh_cli.kaart.exchange.outcome import Changed, New, Preview

_MOST = 40
"""More lines than this nobody reads on a screen; the JSON holds all."""

_MOST_ROWS = 8


def show(preview: Preview) -> None:
    """Show a preview on stdout, each kind of thing under its own heading."""
    from psoh_cli.terminal import console

    for remark in preview.remarks:
        console.paragraph(remark)
    console.paragraph(summary(preview))
    _section("Nieuw", [line for item in preview.new for line in _new(item)])
    _section("Veranderd", [line for item in preview.changed for line in _changed(item)])
    _section("Niet begrepen", list(_not_understood(preview.not_understood)))
    _section("Wacht op een antwoord", _waiting(preview))
    _section(
        "Staat er niet in (en blijft op de kaart staan)",
        [f"{item.kind} {item.name} [{item.id}]" for item in preview.missing],
    )


def summary(preview: Preview) -> str:
    """Count in one sentence what came in."""
    from psoh_cli.dutch import listing, number, plural

    parts = [
        plural(len(preview.new), "nieuwe vermelding", "nieuwe vermeldingen"),
        f"{number(len(preview.changed))} veranderd",
        f"{number(len(preview.unchanged))} ongewijzigd",
    ]
    if preview.waiting:
        count = len(preview.waiting)
        parts.append(f"{number(count)} {'wacht' if count == 1 else 'wachten'} op een antwoord")
    if preview.not_understood:
        parts.append(f"{number(len(preview.not_understood))} keer iets niet begrepen")
    return f"Samen: {listing(parts)}."


def _section(title: str, lines: list[str]) -> None:
    from psoh_cli.dutch import number
    from psoh_cli.terminal import console

    if not lines:
        return
    console.heading(title)
    for line in lines[:_MOST]:
        bare = line.lstrip()
        console.paragraph(bare, indent="  " + line[: len(line) - len(bare)])
    if len(lines) > _MOST:
        console.out(f"  … en nog {number(len(lines) - _MOST)} regels; alles staat in --json.")


def _new(item: New) -> list[str]:
    lines = [f"{item.kind} {item.entry.name} [{item.entry.id}]{_where(item.place)}"]
    if item.alike:
        lines.append(
            f"  Let op: de naam lijkt op die van {' en '.join(item.alike)}; hij is niet hetzelfde genomen."
        )
    return lines


def _changed(item: Changed) -> list[str]:
    lines = [f"{item.kind} {item.after.name} [{item.after.id}]{_where(item.place)}"]
    lines += [f"  {field.label}: {field.before} → {field.after}" for field in item.fields]
    if item.goes_back:
        lines.append("  Let op: de datum van nagaan gaat terug in de tijd. Is dit een oud bestand?")
    return lines


def _not_understood(found: Iterable[NotUnderstood]) -> Iterable[str]:
    """Tell of what was not understood, once for all rows with which the same is the matter."""
    groups: dict[tuple[str, ...], list[NotUnderstood]] = {}
    for item in found:
        place = item.place
        groups.setdefault((place.file, place.sheet, place.column, item.why, item.remedy), []).append(item)
    for items in groups.values():
        first = items[0]
        yield f"{_places([item.place for item in items])}: {_quoted(items)}{first.why}"
        if first.remedy:
            yield f"  {first.remedy}"


def _quoted(items: list[NotUnderstood]) -> str:
    text, why = items[0].text, items[0].why
    return f"'{text}': " if len(items) == 1 and text and text not in why else ""


def _places(places: list[Place]) -> str:
    from dataclasses import replace

    rows = [place.row for place in places if place.row]
    if len(places) == 1 or not rows:
        return places[0].in_words()
    shown = ", ".join(map(str, rows[:_MOST_ROWS]))
    more = f" en nog {len(rows) - _MOST_ROWS}" if len(rows) > _MOST_ROWS else ""
    start = replace(places[0], row=0, column="").in_words()
    column = f", kolom {places[0].column}" if places[0].column else ""
    return f"{start}, rij {shown}{more}{column}"


def _waiting(preview: Preview) -> list[str]:
    needs = {
        "ketenpartner": "wat voor ketenpartner het is",
        "bron": "de bron",
        "organisatie": "de organisatie",
    }
    return [
        f"{item.kind} {item.name}{_where(item.place)}: {' en '.join(needs[need] for need in item.needs)}"
        for item in preview.waiting
    ]


def _where(place: Place) -> str:
    return f", rij {place.row}" if place.row else ""
