"""What one answer does to one entry: nothing, confirm what stood there, or change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.exchange.confirmation.asked import Entry
from psoh_cli.kaart.exchange.confirmation.form import Line
from psoh_cli.kaart.exchange.confirmation.same_question import after_label
from psoh_cli.kaart.exchange.confirmation.told import ToldLine
from psoh_cli.kaart.exchange.confirmation.verdict import HOLDS, NOTHING, Says, Verdict, is_same, judge
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.written import as_fields

WAITING = "wachttijd"
ASK_ANEW = "Maak een nieuwe vraaglijst, of vraag het na."


def weigh(told: ToldLine, line: Line, *, is_now: bool, all_hold: bool) -> Verdict:
    """Judge an answer; `is_now` tells whether the kaart still says all that was asked then.

    `all_hold` is whether somebody said that everything about the entry holds.
    """
    if told.why:
        return Verdict(says=Says.UNCLEAR, why=told.why, remedy="Kies klopt, of schrijf wat het nu is.")
    shown = line.shown if not line.is_hidden else ""
    asked = told.shown if told.shown is not None else after_label(told.question, line)
    moved = bool(shown) and not is_same(asked, shown)
    is_edited = moved and is_now
    if not told.answer:
        if is_edited:
            return judge(line.ask, asked, shown=shown)
        return _unless_moved(line, moved=moved) if all_hold and shown else NOTHING
    if shown and is_same(told.answer, shown):
        return HOLDS
    verdict = judge(line.ask, told.answer, shown=shown)
    if verdict.says is Says.HOLDS and is_edited:
        return Verdict(
            says=Says.UNCLEAR,
            why="de tekst van de vraag is veranderd, en erachter staat dat het klopt",
            remedy="Schrijf in de rij wat het nu is."
            if told.place.row
            else "Schrijf achter de pijl wat het nu is.",
        )
    return _unless_moved(line, moved=moved) if verdict.says is Says.HOLDS else verdict


def _unless_moved(line: Line, *, moved: bool) -> Verdict:
    """Confirm what was asked, unless the kaart says something else by now."""
    if not moved:
        return HOLDS
    return Verdict(
        says=Says.UNCLEAR,
        why=f"dit klopte, maar op de kaart staat intussen iets anders: {brief(line.shown)}",
        remedy=ASK_ANEW,
    )


def values_of(verdict: Verdict, line: Line, *, entry: Entry, day: PartialDate) -> dict[str, Any] | None:
    """Give what changes in the kaart file; None where it says that already."""
    if verdict.says is Says.GONE:
        return dict.fromkeys(line.ask.takes_away) if line.shown else None
    fields = as_fields(entry)
    values = dict(verdict.values)
    if line.ask.key == "leeftijd":
        values = {"leeftijd.van": None, "leeftijd.tot": None} | values
    if all(_stands(fields, place) == value for place, value in values.items()):
        return None
    if line.ask.key == WAITING:
        values["wachttijd.gemeten_op"] = day
    if values.get("kosten_client", "eigen-bijdrage") != "eigen-bijdrage" and "kosten_bedrag" in fields:
        values["kosten_bedrag"] = None
    if values.get("tolkinzet") == "geen" and "tolktalen" in fields:
        values["tolktalen"] = None
    return values


def _stands(fields: Mapping[str, Any], place: str) -> Any:
    found: Any = fields
    for key in place.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found
