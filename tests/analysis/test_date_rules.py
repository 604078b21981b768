"""Dates: within a number of months, rough dates read strictly, and never a no from the kaart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.date_rules import judge_fresh
from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.entries import Service
from psoh_cli.practices.practice import FreshCriterion
from psoh_cli.terms import within
from psoh_cli.vocabulary import Verdict

CHECKED = make.question("gecontroleerd", soort="datum")


@pytest.mark.parametrize(
    ("day", "as_of", "fresh"),
    [
        ("2025-11-21", date(2026, 11, 21), True),
        ("2025-11-20", date(2026, 11, 21), False),
        ("2025-11", date(2026, 11, 1), True),
        ("2025-11", date(2026, 11, 2), False),
        ("2026", date(2026, 12, 31), True),
        ("2024-02-29", date(2025, 2, 28), True),
        ("2024-02-29", date(2025, 3, 1), False),
    ],
)
def test_within_twelve_months(day: str, as_of: date, fresh: bool) -> None:
    assert within(PartialDate.parse(day), months=12, as_of=as_of) is fresh


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ((), Verdict.UNKNOWN),
        (("weet-niet",), Verdict.UNKNOWN),
        (("2026-10-01",), Verdict.MET),
        (("2024",), Verdict.MISSING),
        (("2026-10-01", "2026-09-01"), Verdict.PARTLY),
        (("2026-10-01", "2020"), Verdict.PARTLY),
        (("2027-01-01",), Verdict.UNKNOWN),  # later than the peildatum: it cannot have happened yet
        (("vorig jaar",), Verdict.UNKNOWN),
        (({"antwoord": "2026-10-01", "zekerheid": "onzeker"},), Verdict.PARTLY),
        (({"antwoord": "2020", "zekerheid": "onzeker"},), Verdict.PARTLY),
    ],
)
def test_a_date_in_an_answer(answers: tuple[Any, ...], verdict: Verdict) -> None:
    rule = FreshCriterion.model_validate({"soort": "actueel-binnen", "maanden": 12, "vraag": "gecontroleerd"})
    world = make.picture(make.catalogue(questions=(CHECKED,)), *make.said("gecontroleerd", *answers))
    assert judge_fresh(rule, picture=world).verdict is verdict


def dated(*days: str) -> tuple[Service, ...]:
    return tuple(make.service(f"d{number}", gecontroleerd_op=day) for number, day in enumerate(days))


@pytest.mark.parametrize(
    ("services", "verdict"),
    [
        ((), Verdict.UNKNOWN),
        (dated("onbekend", "onbekend"), Verdict.UNKNOWN),
        (dated(*[make.FRESH] * 9, make.STALE), Verdict.MET),
        (dated(make.FRESH, make.STALE), Verdict.PARTLY),
        (dated(make.STALE, make.STALE), Verdict.PARTLY),
        (dated(make.STALE, "onbekend"), Verdict.PARTLY),
    ],
)
def test_the_entries_of_the_kaart(services: tuple[Service, ...], verdict: Verdict) -> None:
    rule = FreshCriterion.model_validate(
        {"soort": "actueel-binnen", "maanden": 12, "veld": "gecontroleerd_op", "eenheid": "procent",
         "voldaan_vanaf": 90, "deels_vanaf": 50}
    )  # fmt: skip
    world = make.picture(make.catalogue(), on=make.kaart(*services, organizations=()))
    assert judge_fresh(rule, picture=world).verdict is verdict


@pytest.mark.parametrize(
    ("fresh", "stale", "shown"),
    [(10, 1, "10 (91%)"), (896, 104, "896 (89%)"), (999, 1, "999 (99%)"), (3, 0, "3 (100%)")],
)
def test_a_share_is_rounded_but_never_up_to_enough_or_to_all(fresh: int, stale: int, shown: str) -> None:
    rule = FreshCriterion.model_validate(
        {"soort": "actueel-binnen", "maanden": 12, "veld": "gecontroleerd_op", "eenheid": "procent",
         "voldaan_vanaf": 90, "deels_vanaf": 50}
    )  # fmt: skip
    services = dated(*[make.FRESH] * fresh, *[make.STALE] * stale)
    world = make.picture(make.catalogue(), on=make.kaart(*services, organizations=()))
    assert shown in judge_fresh(rule, picture=world).reason
