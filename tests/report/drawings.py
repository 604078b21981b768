"""One drawing of every kind, as it is, strained, and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from xml.etree import ElementTree as ET

from psoh_cli.kaart.coverage import Cell, Coverage, Reach
from psoh_cli.report.figures import verdict_row, verdict_shape
from psoh_cli.report.figures_gantt import MOST_ROWS, Bar, Calendar, Moment, Period, gantt
from psoh_cli.report.figures_money import Amount, YearBar, money_bars
from psoh_cli.report.figures_priority import Dot, Matrix, priority_matrix
from psoh_cli.report.figures_reach import MOST_COLUMNS, ColumnWeight, heat_map
from psoh_cli.report.figures_round import GroupAsked, round_overview
from psoh_cli.report.figures_trend import Then, trend
from psoh_cli.vocabulary import Phase, Verdict

SVG = "{http://www.w3.org/2000/svg}"
SAID = {"title": "Titel", "description": "De tabel zegt hetzelfde."}
LONG = "Wereldwijdewoordenschat" * 13
MANY = "Mmmm WWWW en nog veel meer woorden " * 9
ARABIC = "منظمة دعم اللاجئين في المدينة الكبيرة"


def coverage(*, languages: tuple[str, ...] = ("ar", "ti")) -> Coverage:
    reaches = tuple(Reach)
    steps = tuple(f"stap-{number}" for number in range(len(reaches)))
    cells = tuple(
        Cell(step=step, language=language, reach=reach, reason="-")
        for step, reach in zip(steps, reaches, strict=True)
        for language in languages
    )
    return Coverage(languages=languages, steps=steps, cells=cells, weighed=True)


def reach(*, name: str = "Arabisch", languages: tuple[str, ...] = ("ar", "ti"), step: str = "Stap") -> str:
    found = coverage(languages=languages)
    columns = tuple(ColumnWeight(language, name, "1.120", 1.0) for language in languages)
    steps = (step,) * len(found.steps)
    return heat_map(found, steps=steps, columns=columns, title=SAID["title"], description=SAID["description"])


QUARTERS = tuple(f"{year}-K{number}" for year in (2027, 2028) for number in range(1, 5))
CALENDAR = Calendar(
    moments=(Moment("kadernota", 1.5), Moment("begroting", 3.4), Moment("te vroeg", -2)),
    holidays=(Period(2.2, 2.7), Period(-1, 0.2), Period(7.9, 9)),
)


def time_line(*, title: str = "Titel", rows: int = 2, quarters: tuple[str, ...] = QUARTERS) -> str:
    last = len(quarters) - 1
    phases = (*Phase, None)
    bars = tuple(
        Bar(
            f"M{row + 1}",
            title,
            phases[row % len(phases)],
            min(row, last),
            last if row % 2 == 0 else min(row, last),
            decided=row % 2 == 0,
            after=(f"M{row}", "M999") if row else (),
        )
        for row in range(rows)
    )
    return gantt(bars, quarters=quarters, calendar=CALENDAR, **SAID)


def matrix(*, name: str = "groot", count: int = 30, more: int = 40) -> str:
    dots = tuple(
        Dot(number + 1, number % 3, number % 2, number % 4 == 0, number % 5 == 0) for number in range(count)
    )
    return priority_matrix(
        Matrix((name, "middel", "klein"), ("weinig", "middel", name), dots, {(0, 0): more, (2, 1): 3}), **SAID
    )


def money(
    *, years: int = 4, euros: int = 125_000, note: str = "Van 25 maatregelen zijn de kosten onbekend."
) -> str:
    bars = tuple(
        YearBar(2027 + year, Amount(euros, euros, euros), Amount(0, 0, euros), Amount(year and euros, 0, 0))
        for year in range(years)
    )
    return money_bars(bars, notes=(note,), **SAID)


def asked(*, name: str = "GGD", count: int = 40) -> str:
    groups = (
        GroupAsked(name, 1, 20, 3, 5),
        GroupAsked(name, 0, 0, 0, 0),
        GroupAsked("ggz", 14, count, count, count),
    )
    return round_overview(groups, who="informanten", **SAID)


def changed(*, day: str = "15 november 2025", count: int = 12) -> str:
    return trend((Then(day, dict.fromkeys(Verdict, count)), Then(day, {Verdict.MET: count})), **SAID)


Draw = Callable[[], str]

EVERY_DRAWING: Mapping[str, Draw] = {
    "heat map": reach,
    "heat map of many languages": partial(
        reach, languages=tuple("abcdefghijklmn"[:MOST_COLUMNS]), name="Koermandji"
    ),
    "gantt": time_line,
    "full gantt": partial(time_line, rows=MOST_ROWS),
    "matrix": matrix,
    "money": money,
    "round": asked,
    "trend": changed,
    "verdict row": partial(verdict_row, {Verdict.MET: 3, Verdict.UNKNOWN: 45}, **SAID),
    **{verdict.value: partial(verdict_shape, verdict, colour="#123456") for verdict in Verdict},
}

STRAINED: Mapping[str, Draw] = {
    f"{what}: {how}": draw
    for how, words in {"one long word": LONG, "many words": MANY, "right to left": ARABIC}.items()
    for what, draw in {
        "heat map": partial(reach, name=words, step=words),
        "narrow heat map": partial(reach, name=words, languages=tuple("abcdefghijklmn")),
        "gantt": partial(time_line, title=words, rows=MOST_ROWS),
        "matrix": partial(matrix, name=words, count=90, more=200),
        "money": partial(money, note=words),
        "round": partial(asked, name=words, count=400),
        "trend": partial(changed, day=words, count=200),
    }.items()
} | {
    "gantt of twenty years": partial(
        time_line, quarters=tuple(f"{2027 + n // 4}-K{n % 4 + 1}" for n in range(80))
    ),
    "one quarter": partial(time_line, quarters=("2027-K1",)),
    "many years of much money": partial(money, years=8, euros=123_456_789_012),
    "no money": partial(money, euros=0),
    "verdicts by the hundred": partial(verdict_row, dict.fromkeys(Verdict, 123), **SAID),
    "nobody asked": partial(round_overview, (GroupAsked("ggd", 0, 0, 0, 0),), who="informanten", **SAID),
}

ALL: Mapping[str, Draw] = {**EVERY_DRAWING, **STRAINED}


@cache
def drawn(name: str) -> str:
    """Draw it, the first time that somebody asks."""
    return ALL[name]()


def texts(drawing: str) -> list[str]:
    return ["".join(item.itertext()) for item in ET.fromstring(drawing).iter(f"{SVG}text")]
