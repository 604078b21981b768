"""The coverage as one page that needs nothing else: no script, nothing to fetch, every text escaped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from psoh_cli.dutch import date_in_words, number, plural
from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.kaart.coverage_columns import Column
from psoh_cli.kaart.coverage_matrix import MatrixCell, Row
from psoh_cli.kaart.coverage_view import CoverageView
from psoh_cli.kaart.coverage_words import (
    ACROSS,
    AS_FAR_AS,
    LETTERS,
    alternative_line,
    change_line,
    legend,
    meaning,
    no_alternative,
    people_line,
    point_line,
    service_name,
    summary,
    weighing,
    what_if_words,
)
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.kaart.reach import Reach
from psoh_cli.press.page_policy import as_hashed, policy
from psoh_cli.vocabulary import Visibility

_MOST_SERVICES = 12
"""More services than this behind a cell are counted: the whole list is data, and not for a page."""

_CLASSES = {
    Reach.OWN_LANGUAGE: "eigen",
    Reach.INTERPRETER: "tolk",
    Reach.DUTCH_ENGLISH: "nlen",
    Reach.NOT_CONFIRMED: "verlopen",
    Reach.NOTHING: "niets",
    Reach.UNKNOWN: "onbekend",
}


def page(view: CoverageView) -> str:
    """Write the page."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = templates_dir("dekking")
    style = as_hashed(disk.read_text(folder / "stijl.css"))
    room = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = room.from_string(disk.read_text(folder / "pagina.html"))
    # The sheet is our own file, and the policy names its hash: no other style is used.
    return template.render(stijl=Markup(style), beveiliging=policy(style=style), **_content(view))  # noqa: S704


def _content(view: CoverageView) -> dict[str, Any]:
    matrix, asked = view.matrix, view.asked
    classes = {letter: _CLASSES[reach] for reach, letter in LETTERS.items()}
    notes = (people_line(view), weighing(matrix), meaning(matrix.per))
    return {
        "titel": asked.title,
        "peildatum": date_in_words(asked.as_of),
        "samenvatting": summary(view),
        "conclusies": matrix.takeaways,
        "wat_als": what_if_words(view),
        "wijzigingen": _changes(view),
        "kolomsoort": ACROSS[matrix.per][0],
        "sleutel": [(letter, classes[letter], said) for letter, said in legend()],
        "toelichting": [note for note in notes if note],
        "kolommen": [
            {"naam": column.name, "aantal": _people(column), "telt": column.people is not None}
            for column in matrix.columns
        ],
        "gewogen": matrix.is_weighed,
        "rijen": [_row(row, place=place, view=view) for place, row in enumerate(matrix.rows)],
        "kwetsbaar": _points(view),
    }


def _changes(view: CoverageView) -> list[tuple[str, list[dict[str, str]]]]:
    found = view.what_if
    if found is None:
        return []
    rows = {row.id: place for place, row in enumerate(view.matrix.rows)}
    columns = {column.id: place for place, column in enumerate(view.matrix.columns)}
    return [
        (
            title,
            [
                {
                    "anker": _anchor(rows[change.step], columns[change.column]),
                    "tekst": change_line(change, view=view),
                }
                for change in changes
            ],
        )
        for title, changes in (
            ("Valt dicht of wordt minder", found.closes),
            ("Gaat open of wordt beter", found.opens),
        )
    ]


def _points(view: CoverageView) -> list[tuple[str, list[str]]]:
    groups = (("Zeker", True), (f"{AS_FAR_AS}; er kan meer zijn", False))
    if not view.points:
        return []
    return [
        (title, [point_line(point, view=view) for point in view.parts(is_sure=sure)])
        for title, sure in groups
    ]


def _row(row: Row, *, place: int, view: CoverageView) -> dict[str, Any]:
    return {
        "naam": row.name,
        "deel": row.share_in_words,
        "vakken": [
            _cell(
                view.matrix.cell[row.id, column.id], column=column, anchor=_anchor(place, across), view=view
            )
            for across, column in enumerate(view.matrix.columns)
        ],
    }


def _cell(cell: MatrixCell, *, column: Column, anchor: str, view: CoverageView) -> dict[str, Any]:
    was = view.before.cell[cell.step, cell.column].reach if view.before else cell.reach
    near = view.near(cell.step, cell.column)
    rest = len(cell.services) - _MOST_SERVICES
    return {
        "anker": anchor,
        "kolom": column.name,
        "letter": LETTERS[cell.reach],
        "soort": _CLASSES[cell.reach],
        "bereik": cell.reach.value,
        "was": was.value if was is not cell.reach else "",
        "aantal": column.size,
        "reden": cell.reason,
        "diensten": list(_services(cell, view=view)),
        "meer": plural(rest, "andere dienst", "andere diensten") if rest > 0 else "",
        "dichtbij": [alternative_line(item, view=view) for item in near],
        "niets_dichtbij": "" if near or cell.is_understood else no_alternative(cell),
    }


def _services(cell: MatrixCell, *, view: CoverageView) -> Iterator[str]:
    for name in cell.services[:_MOST_SERVICES]:
        service = view.service(name)
        day = service.assured_date
        fresh = is_fresh(service, as_of=view.asked.as_of)
        checked = "nooit nagevraagd" if day is None else f"nagevraagd {day.in_words()}"
        parts = [
            view.reach_of(name, column=cell.column).value,
            checked + ("" if fresh or day is None else ", te lang geleden"),
        ]
        if service.visibility is Visibility.PROFESSIONAL:
            parts.append("alleen voor professionals")
        yield f"{service_name(name, view=view)}: {'; '.join(parts)}"


def _people(column: Column) -> str:
    return number(column.people) if isinstance(column.people, int) else column.people or ""


def _anchor(row: int, column: int) -> str:
    return f"vak-{row + 1}-{column + 1}"
