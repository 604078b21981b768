"""The coverage on a screen of 80 columns: letters in a grid, a key below it, and one cell opened in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.coverage_view import CoverageView

_MOST_POINTS = 5
_MOST_CHANGES = 20
_MOST_SERVICES = 12


def show_matrix(view: CoverageView, *, opened: OpenKaart, imagined: str) -> None:
    """Show the whole: what it says, the grid, what the letters mean, what is vulnerable, and what to type next."""
    from psoh_cli.commands.kaart_dekking_raster import grids, key_of
    from psoh_cli.kaart.coverage_words import (
        legend,
        meaning,
        people_line,
        steps_line,
        summary,
        weighing,
    )
    from psoh_cli.terminal import console
    from psoh_cli.terminal.wrapping import unbroken

    _show_what_if(view)
    console.paragraph(summary(view))
    for sentence in view.matrix.takeaways:
        console.paragraph(f"- {sentence}")
    for block in grids(view.matrix):
        console.out("")
        for line in block:
            console.out(line)
    console.out("")
    console.paragraph(" · ".join(unbroken(f"{letter} {said}") for letter, said in legend()))
    key = key_of(view.matrix)
    if key:
        console.paragraph(key)
    console.paragraph(steps_line(view.matrix))
    console.paragraph(
        " ".join(
            part for part in (weighing(view.matrix), people_line(view), meaning(view.matrix.per)) if part
        )
    )
    _show_points(view)
    _say_next(view, opened=opened, imagined=imagined)


def show_cell(view: CoverageView, place: tuple[str, str], *, opened: OpenKaart) -> None:
    """Show one cell in full: how it is reached, why, by which services, and what comes near."""
    from psoh_cli.kaart.coverage_words import alternative_line, no_alternative
    from psoh_cli.terminal import console

    cell, column = view.matrix.cell[place], view.matrix.column[place[1]]
    console.heading(f"{view.matrix.row[place[0]].name} × {column.name}")
    if view.before is not None:
        console.paragraph(f"Nu: {view.before.cell[place].reach.value}. Dan: {cell.reach.value}.")
    size = f" Het gaat om {column.size}." if column.size else ""
    console.paragraph(f"Bereik: {cell.reach.value}.{size}")
    console.paragraph(cell.reason)
    if cell.services:
        console.out("")
        console.table(("Dienst", "Organisatie", "Hoe", "Nagevraagd"), list(_rows(view, place)))
        rest = len(cell.services) - _MOST_SERVICES
        if rest > 0:
            console.paragraph(f"En nog {rest}; alles staat in --format json.")
    near = view.near(*place)
    if near or not cell.is_understood:
        console.out("\nDichtstbij")
        for count, item in enumerate(near, start=1):
            console.paragraph(f"{count}. {alternative_line(item, view=view)}")
        if not near:
            console.paragraph(
                no_alternative(cell) or "Naast deze diensten komt niets op de kaart in de buurt."
            )
    console.say()
    console.say(f"De hele dekking: {opened.command('dekking')} --per {view.matrix.per.value}")


def _rows(view: CoverageView, place: tuple[str, str]) -> Iterator[tuple[str, ...]]:
    for name in view.matrix.cell[place].services[:_MOST_SERVICES]:
        service = view.service(name)
        day = service.assured_date
        reach = view.reach_of(name, column=place[1]).value
        yield (service.name, view.organization(service.organization), reach, str(day) if day else "nooit")


def _show_what_if(view: CoverageView) -> None:
    from psoh_cli.kaart.coverage_words import change_line, what_if_words
    from psoh_cli.terminal import console

    found = view.what_if
    if found is None:
        return
    for sentence in what_if_words(view):
        console.paragraph(sentence)
    for title, changes in (
        ("Valt dicht of wordt minder", found.closes),
        ("Gaat open of wordt beter", found.opens),
    ):
        if changes:
            console.out(f"\n{title}")
            for change in changes[:_MOST_CHANGES]:
                console.paragraph(f"- {change_line(change, view=view)}")
            rest = len(changes) - _MOST_CHANGES
            if rest > 0:
                console.paragraph(f"- en nog {rest}; alles staat in --format json")
    console.out("\nDe dekking daarna")


def _show_points(view: CoverageView) -> None:
    from psoh_cli.kaart.coverage_words import AS_FAR_AS, point_line
    from psoh_cli.terminal import console

    sure, unsure = view.parts(is_sure=True), view.parts(is_sure=False)
    for title, points in (
        ("Rust op één organisatie", sure),
        (f"{AS_FAR_AS}, rust ook dit op één organisatie", unsure),
    ):
        if points:
            console.out("")
            console.paragraph(title)
            for point in points[:_MOST_POINTS]:
                console.paragraph(f"- {point_line(point, view=view)}")
            rest = len(points) - _MOST_POINTS
            if rest > 0:
                console.paragraph(f"- en nog {rest}; alles staat in --format json")


def _say_next(view: CoverageView, *, opened: OpenKaart, imagined: str) -> None:
    from pathlib import PurePosixPath

    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    cell = view.heaviest_open
    if cell is not None:
        place = quoted(PurePosixPath(f"{cell.step}:{cell.column}"))
        per = "" if view.matrix.per.value == "taal" else f" --per {view.matrix.per.value}"
        what_if = f" {imagined}" if imagined else ""
        console.say()
        console.say(
            f"Wat zit er achter een vak? Typ: {opened.command('dekking')}{per}{what_if} --cel {place}"
        )
