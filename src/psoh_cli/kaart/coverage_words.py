"""The coverage in sentences: what a reader should know first, and what each letter stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.coverage_alternatives import Alternative
from psoh_cli.kaart.coverage_columns import Per
from psoh_cli.kaart.coverage_matrix import STAR, Matrix, MatrixCell
from psoh_cli.kaart.coverage_view import CoverageView
from psoh_cli.kaart.reach import ORDER, Reach
from psoh_cli.kaart.single_points import SinglePoint
from psoh_cli.kaart.what_if import CellChange
from psoh_cli.small_numbers import NOT_SHOWN, SMALL

LETTERS = {
    Reach.OWN_LANGUAGE: "E",
    Reach.INTERPRETER: "T",
    Reach.DUTCH_ENGLISH: "N",
    Reach.NOT_CONFIRMED: "V",
    Reach.UNKNOWN: "?",
    Reach.NOTHING: "0",
}
"""A letter for each way of being reached: the same in a table, a drawing and a terminal."""

ACROSS = {
    Per.LANGUAGE: ("taal", "talen"),
    Per.AGE: ("leeftijd", "leeftijden"),
    Per.LAYER: ("laag van steun", "lagen van steun"),
    Per.AREA: ("gebied", "gebieden"),
    Per.TARGET_GROUP: ("doelgroep", "doelgroepen"),
}

AS_FAR_AS = "Voor zover op deze kaart staat"

_HIDDEN = {
    SMALL: "Minder dan 5 (<5): het precieze getal blijft weg",
    NOT_SHOWN: "Niet getoond (n.g.): het getal kan een kleine groep verraden",
}

_STATES = {
    Reach.DUTCH_ENGLISH: "is er alleen hulp in het Nederlands of Engels",
    Reach.NOT_CONFIRMED: "is de hulp niet meer bevestigd",
    Reach.UNKNOWN: "is het onbekend",
    Reach.NOTHING: "is er zeker niets",
}


def summary(view: CoverageView) -> str:
    """Say in one or two sentences how far the help reaches."""
    matrix = view.matrix
    one, several = ACROSS[matrix.per]
    whose = view.asked.title
    size = f"{plural(len(matrix.rows), 'stap', 'stappen')} × {plural(len(matrix.columns), one, several)}"
    if not matrix.cells:
        return f"{whose}: er is niets om te vergelijken ({size})."
    tally = Counter(cell.reach for cell in matrix.cells)
    understood = sum(cell.is_understood for cell in matrix.cells)
    rest = [f"in {tally[reach]} {_STATES[reach]}" for reach in ORDER if reach in _STATES and tally[reach]]
    said = f"in {understood} van de {len(matrix.cells)} vakken ({size}) is er hulp in de eigen taal of met een tolk"
    return f"{whose}: {said}{f'; {listing(rest)}' if rest else ''}."


def meaning(per: Per) -> str:
    """Say what a cell means where it is not about one language."""
    if per is Per.LANGUAGE:
        return ""
    about = {
        Per.AGE: "voor mensen van die leeftijd",
        Per.AREA: "in dat gebied",
        Per.LAYER: "in die laag van steun",
        Per.TARGET_GROUP: "voor die doelgroep, of voor een groep waar die zeker bij hoort (afgeleid)",
    }[per]
    return (
        f"In elk vak staat het beste bereik {about}, van alle talen samen: voor één taal kan het slechter zijn. "
        "Wat een dienst niet vermeldt, blijft onbekend."
    )


def weighing(matrix: Matrix) -> str:
    """Say how the share at the end of a row was reckoned."""
    if not matrix.is_weighed:
        told = any("niet gewogen" in sentence for sentence in matrix.takeaways)
        return (
            "" if told else "Hoeveel statushouders dit aangaat is niet bekend; de kolommen zijn niet gewogen."
        )
    if all(row.share is None for row in matrix.rows):
        return "Bereikt is niet te berekenen: van geen enkele groep staat er een getal."
    open_ended = any(column.people is None for column in matrix.columns)
    text = "Bereikt: het deel van de getelde statushouders dat in die stap hulp vindt in de eigen taal of met een tolk"
    if any(row.open_share for row in matrix.rows):
        text += "; met ≥ is de rest deels onbekend, met ? is alles onbekend"
    if any(row.is_of_shown for row in matrix.rows):
        text += f"; met {STAR} alleen van de groepen met een getal: van iedereen samen kan het meer of minder zijn"
    if open_ended:
        text += "; wie niet geteld is, telt niet mee"
    return f"{text} (afgeleid)."


def people_line(view: CoverageView) -> str:
    """Say what the numbers at the columns count, by whom and when, and what stands there instead of a number."""
    if not view.matrix.is_weighed:
        return ""
    residents = view.asked.residents
    text = "De getallen bij de kolommen zijn aantallen statushouders"
    if residents.source != "onbekend":
        text += f"; bron: {residents.source}"
    if residents.as_of is not None:
        text += f"; peildatum {residents.as_of.in_words()}"
    hidden = {column.people for column in view.matrix.columns}
    told = [f"{said}." for word, said in _HIDDEN.items() if word in hidden]
    if None in hidden:
        told.append("Zonder getal: niet geteld.")
    return " ".join((f"{text}.", *told))


def steps_line(matrix: Matrix) -> str:
    """Give the ids of the steps, as they can be typed."""
    return f"Stappen voor --cel: {', '.join(row.id for row in matrix.rows)}."


def legend() -> tuple[tuple[str, str], ...]:
    """Give each letter with what it stands for."""
    label = {Reach.NOTHING: "niets (volledig verklaard)"}
    return tuple((LETTERS[reach], label.get(reach, reach.value)) for reach in LETTERS)


def alternative_line(alternative: Alternative, *, view: CoverageView) -> str:
    """Name a service that comes near, how, and what it lacks."""
    service = view.service(alternative.service)
    end = "" if alternative.missing.endswith("?") else "."
    name = service_name(service.id, view=view)
    return f"{name}: {alternative.kind.value}. Nodig is {alternative.missing}{end}"


def no_alternative(cell: MatrixCell) -> str:
    """Say that nothing on the kaart comes near."""
    if cell.services:
        return ""
    return "Op deze kaart staat ook in de stappen ernaast geen dienst die in de buurt komt."


def service_name(name: str, *, view: CoverageView) -> str:
    """Name a service with its organization, where its own name does not say that."""
    service = view.service(name)
    organization = view.organization(service.organization)
    return service.name if organization in service.name else f"{service.name} ({organization})"


def point_line(point: SinglePoint, *, view: CoverageView) -> str:
    """Say what rests on one organization."""
    known = view.asked.known
    steps = [
        f"‘{known.chain_steps.get(step, step)}’{point.doubt(is_sure=step in point.sure_steps)}"
        for step in point.steps
    ]
    pillars = [
        f"de pijler ‘{short(known.pillars.get(item, item))}’{point.doubt(is_sure=False)}"
        for item in point.pillars
    ]
    carried = [listing(steps), *_loose(point, view=view), listing(pillars)]
    text = "; ".join(part for part in carried if part)
    return f"{view.organization(point.organization)}: {text}"


def change_line(change: CellChange, *, view: CoverageView) -> str:
    """Say how a cell changes, and for how many people."""
    row, column = view.matrix.row[change.step], view.matrix.column[change.column]
    size = f" ({column.size})" if column.size else ""
    return f"{row.name} × {column.name}{size}: {change.before.value} → {change.after.value}"


def what_if_words(view: CoverageView) -> tuple[str, ...]:
    """Say what is imagined, and what it does."""
    found = view.what_if
    if found is None:
        return ()
    return tuple(_imagined(view))


def _imagined(view: CoverageView) -> Iterator[str]:
    found = view.what_if
    if found is None:
        return
    names = [*(f"zonder {service_name(item, view=view)}" for item in found.without)]
    names.extend(f"met {service_name(item, view=view)}" for item in found.proposed)
    yield f"Wat als: {listing(names) if names else 'er verandert niets'}."
    opens, closes = len(found.opens), len(found.closes)
    if not found.changes:
        yield "Geen enkel vak wordt daardoor anders bereikt."
    parts = [(closes, "slechter"), (opens, "beter")]
    told = [f"{plural(count, 'vak', 'vakken')} {how} bereikt" for count, how in parts if count]
    if told:
        first = closes or opens
        yield f"Dan {'wordt' if first == 1 else 'worden'} {listing(told)}."
    unsure = dict.fromkeys(change.step for change in found.closes if change.after is Reach.UNKNOWN)
    undeclared = [f"‘{view.matrix.row[step].name}’" for step in unsure if view.grid.declared(step) is None]
    if undeclared:
        yield (
            f"De kaart is voor {listing(undeclared)} niet volledig verklaard: er kan meer zijn dan erop staat. Daarom "
            "is het dan onbekend."
        )
    if found.replaced:
        yield f"Vervangt wat er nu op de kaart staat: {listing(list(found.replaced))}."
    if found.proposed:
        yield "Wat voorgesteld is, telt alsof het loopt en vandaag bevestigd is."
    yield from _carriers(view)


def _carriers(view: CoverageView) -> Iterator[str]:
    found, known = view.what_if, view.asked.known
    if found is None:
        return
    for names, ids, said in (
        (known.pillars, found.lost_pillars, "Geen dienst meer voor pijler"),
        (known.interventions, found.lost_interventions, "Geen dienst meer met interventie"),
        (known.pillars, found.won_pillars, "Eerste dienst voor pijler"),
        (known.interventions, found.won_interventions, "Eerste dienst met interventie"),
    ):
        if ids:
            yield f"{said}: {listing([short(names.get(item, item)) for item in ids])}."
    if found.newly_single:
        cells = [
            f"{view.matrix.row[step].name} × {view.matrix.column[column].name}"
            for step, column in found.newly_single
        ]
        yield f"Rust daarna op één dienst: {'; '.join(cells)}."


def _loose(point: SinglePoint, *, view: CoverageView) -> Iterable[str]:
    for item in point.loose_cells:
        languages = listing([view.languages.get(code, code) for code in item.languages])
        step = view.asked.known.chain_steps.get(item.step, item.step)
        yield f"‘{step}’ voor {languages} ({view.service(item.service).name}){point.doubt(is_sure=item.is_sure)}"


def short(name: str) -> str:
    """Give a name without what explains it."""
    return name.split(":", maxsplit=1)[0]
