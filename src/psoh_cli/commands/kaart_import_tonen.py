"""Showing what an import would do: what is new, what changes, and what was not understood and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from psoh_cli.came_in import NotUnderstood, Place
    from psoh_cli.kaart.exchange.outcome import Changed, New, Preview

_MOST = 40
"""More lines than this nobody reads on a screen; `--volledig` and the JSON hold all."""

_MOST_WITH_FIELDS = 20
"""Of so many new entries the fields are shown as well."""

_MOST_ROWS = 8


def show(preview: Preview, *, skipped: Sequence[str] = (), full: bool = False) -> None:
    """Show a preview on stdout, each kind of thing under its own heading; `full` shows all lines and fields."""
    from psoh_cli.terminal import console

    for remark in (*_older(preview), *preview.remarks):
        console.paragraph(remark)
    console.paragraph(summary(preview))
    most = None if full else _MOST
    with_fields = full or len(preview.new) <= _MOST_WITH_FIELDS
    _section("Nieuw", [line for item in preview.new for line in _new(item, with_fields=with_fields)],
             most=None if with_fields else most)  # fmt: skip
    if preview.new and not with_fields:
        console.paragraph("Wat er in elke nieuwe vermelding komt te staan, ziet u met --volledig.")
    _section("Veranderd", [line for item in preview.changed for line in _changed(item)], most=most)
    _section("Niet begrepen", list(_not_understood(preview.not_understood)), most=most)
    _section("Wacht op een antwoord", _waiting(preview), most=most)
    _section("Overgeslagen volgens de koppeling", list(skipped), most=most)
    _section(
        "Staat er niet in (en blijft op de kaart staan)",
        [f"{item.kind} {item.name} [{item.id}]" for item in preview.missing],
        most=most,
    )


def _older(preview: Preview) -> Iterator[str]:
    """Say first that a file is older than the kaart: who takes it over loses newer work."""
    from psoh_cli.dutch import number

    count = sum(item.is_older for item in preview.changed)
    if count:
        entries = "één vermelding" if count == 1 else f"{number(count)} vermeldingen"
        yield (
            f"Let op: het bestand lijkt ouder dan de kaart. Bij {entries} komt iets terug dat later is veranderd, of "
            "gaat de datum van nagaan terug. Kijk die na voordat u --toepassen geeft."
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


def _section(title: str, lines: list[str], *, most: int | None = _MOST) -> None:
    from psoh_cli.dutch import number
    from psoh_cli.terminal import console

    if not lines:
        return
    console.heading(title)
    for line in lines[:most]:
        bare = line.lstrip()
        console.paragraph(bare, indent="  " + line[: len(line) - len(bare)])
    if most is not None and len(lines) > most:
        console.out(f"  … en nog {number(len(lines) - most)} regels; alles ziet u met --volledig.")


def _new(item: New, *, with_fields: bool) -> list[str]:
    from psoh_cli.kaart.exchange.wording import told_of

    lines = [f"{item.kind} {item.entry.name} [{item.entry.id}]{_where(item.place)}"]
    if with_fields:
        told = told_of(item.entry, kind=item.kind)
        lines.append("  " + ("; ".join(f"{label}: {words}" for label, words in told) or "verder niets") + ".")
    if item.alike:
        lines.append(
            f"  Let op: de naam lijkt op die van {' en '.join(item.alike)}; hij is niet hetzelfde genomen."
        )
    return lines


def _changed(item: Changed) -> list[str]:
    lines = [f"{item.kind} {item.after.name} [{item.after.id}]{_where(item.place)}"]
    for field in item.fields:
        lines.append(f"  {field.label}: {field.before} → {field.after}")
        if field.key in item.set_back:
            day = item.set_back[field.key].in_words()
            lines.append(f"    Dit was zo tot {day}; het bestand is ouder dan de kaart.")
        elif field.key in item.changed_since:
            day = item.changed_since[field.key].in_words()
            lines.append(f"    Op de kaart is dit op {day} nog veranderd. Is het bestand van daarna?")
    if item.goes_back:
        lines.append("  Let op: de datum van nagaan gaat terug in de tijd. Is dit een oud bestand?")
    lines += [f"  Let op: {note}" for note in item.notes]
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
    """Give what stands there, where it is the same everywhere and is not said already."""
    from psoh_cli.privacy.covering import HIDDEN

    text, why = items[0].text, items[0].why
    is_same = text != HIDDEN and all(item.text == text for item in items)
    return f"'{text}': " if is_same and text and text not in why else ""


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
