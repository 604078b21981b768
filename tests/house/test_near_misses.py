"""What people write where a date, a number, or yes or no belongs: recognized, told, and mended where it is clear."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from psoh_cli.dutch import Count, Money, PartialDate, YesNo
from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.entry_values import Weeks
from psoh_cli.near_misses import MONTHS, Meant, amount_meant, date_meant, number_meant, yes_or_no_meant
from psoh_cli.problems.refused import RefusedError


def refused(text: str) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        PartialDate.parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("31-12-2026", "2026-12-31"), ("31/12/2026", "2026-12-31"), ("1.9.2026", "2026-09-01"),
        ("1 9 2026", "2026-09-01"), ("3-2026", "2026-03"), ("1 maart 2026", "2026-03-01"),
        ("1 Maart 2026", "2026-03-01"), ("1e maart 2026", "2026-03-01"), ("maart 2026", "2026-03"),
        ("mrt. 2026", "2026-03"), ("31-mrt-2026", "2026-03-31"), ("dinsdag 31 maart 2026", "2026-03-31"),
        ("di 31 mrt 2026", "2026-03-31"), ("2026/3/1", "2026-03-01"), ("2026-3-1", "2026-03-01"),
        ("20260331", "2026-03-31"), ("2026-03-31T00:00:00Z", "2026-03-31"), ("2026-03-31 09:30", "2026-03-31"),
        ("5/5/2026", "2026-05-05"),
    ],
)  # fmt: skip
def test_a_date_in_another_form_is_safely_written_as_ours(text: str, iso: str) -> None:
    error = refused(text)
    assert (error.code, error.mend, error.is_safe) == ("YAML028", iso, True)
    assert iso in str(error)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("03-04-26", "2026-04-03"), ("31-12-26", "2026-12-31"), ("3/4/2026", "2026-04-03"),
        ("12/31/2026", "2026-12-31"), ("26-04-03", ""), ("25-12-26", ""), ("01-02-03", ""),
    ],
)  # fmt: skip
def test_a_date_that_can_mean_two_things_is_never_mended_silently(text: str, iso: str) -> None:
    error = refused(text)
    assert (error.code, error.mend, error.is_safe) == ("YAML028", iso, False)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-02-31", "februari 2026 heeft 28 dagen"), ("2024-02-30", "februari 2024 heeft 29 dagen"),
        ("31-02-2026", "februari 2026 heeft 28 dagen"), ("31 april 2026", "april 2026 heeft 30 dagen"),
        ("2026-13-01", "van 01 tot en met 12"), ("2026-00", "van 01 tot en met 12"), ("2026-01-00", "31 dagen"),
        ("45-13-2026", "van 01 tot en met 12"),
    ],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_told_and_not_mended(text: str, says: str) -> None:
    error = refused(text)
    assert (error.code, error.mend) == ("YAML027", "")
    assert str(error).startswith(f"{text} bestaat niet: ")
    assert says in str(error)


@pytest.mark.parametrize("text", ["gisteren", "", "ongeveer 2025", "Q1 2026", "mei", "1492-01-01", "x" * 500])
def test_what_is_no_date_is_told_as_before(text: str) -> None:
    error = refused(text)
    assert (error.code, error.mend) == ("YAML024", "")


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["{d}-{m}-{y}", "{d} {n} {y}", "{d:02}.{m:02}.{y}"]),
)
def test_every_day_written_the_dutch_way_comes_back_as_itself(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year, n=MONTHS[day.month - 1])
    assert date_meant(text) == Meant(day.isoformat())


@given(st.text(max_size=120))
def test_recognizing_never_fails_and_what_is_safe_can_be_read(text: str) -> None:
    for meaning in (date_meant(text), yes_or_no_meant(text), number_meant(text), amount_meant(text)):
        assert meaning is None or meaning.text or not meaning.is_safe
    meant = number_meant(text)
    assert meant is None or not meant.text or TypeAdapter(Count).validate_python(meant.text) >= 0


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ja", Meant("ja")), ("TRUE", Meant("ja")), ("yes", Meant("ja")), ("Nee.", Meant("nee")),
        ("onwaar", Meant("nee")), ("x", Meant("ja", is_safe=False)), ("1", Meant("ja", is_safe=False)),
        ("ja, mits er plek is", Meant("", is_safe=False)), ("jaar", None), ("misschien", None), ("neef", None),
    ],
)  # fmt: skip
def test_yes_or_no(text: str, meant: Meant | None) -> None:
    assert yes_or_no_meant(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ongeveer 120", Meant("120", is_safe=False)), ("120 personen", Meant("120", is_safe=False)),
        ("±1.200", Meant("1200", is_safe=False)), ("drie", Meant("3")), ("Een", Meant("1")),
        ("100-120", Meant("", is_safe=False)), ("tussen 5 en 10", Meant("", is_safe=False)),
        ("3 maanden", Meant("", is_safe=False)), ("minder dan 12", Meant("", is_safe=False)),
        ("1 miljoen", Meant("", is_safe=False)), ("10%", Meant("", is_safe=False)),
        ("ja, vanaf 2027", Meant("", is_safe=False)), ("€ 10", Meant("", is_safe=False)),
        ("40 gezinnen", Meant("", is_safe=False)), ("10+", Meant("", is_safe=False)),
        ("120 " + "personen " * 20, Meant("", is_safe=False)),
        ("120,5", None), ("12e3", None), ("-3", None), ("veel", None), ("1.2.3", None),
    ],
)  # fmt: skip
def test_a_number_among_words(text: str, meant: Meant | None) -> None:
    assert number_meant(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("€ 12.500,-", Meant("12500")), ("12.500 euro", Meant("12500")), ("EUR 12500", Meant("12500")),
        ("ongeveer € 12.500", Meant("12500", is_safe=False)), ("12500,50", None),
        ("10.000-20.000", Meant("", is_safe=False)), ("1 miljoen", Meant("", is_safe=False)),
        ("€ 5 per keer", Meant("", is_safe=False)), ("12500 personen", Meant("", is_safe=False)),
    ],
)  # fmt: skip
def test_an_amount(text: str, meant: Meant | None) -> None:
    assert amount_meant(text) == meant


@pytest.mark.parametrize(
    ("text", "unit", "meant"),
    [
        ("6 weken", "weken", "6"), ("ongeveer 6 weken", "weken", "6"), ("1 week", "weken", "1"),
        ("3 maanden", "weken", ""), ("6 weken per jaar", "weken", ""), ("6 weken", "", ""),
    ],
)  # fmt: skip
def test_the_unit_of_the_field_may_stand_beside_a_number(text: str, unit: str, meant: str) -> None:
    assert number_meant(text, unit=unit) == Meant(meant, is_safe=False)


def test_a_number_in_another_unit_is_asked_for_in_that_of_the_field() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Weeks).validate_python("3 maanden")
    error = caught.value.errors()[0]["ctx"]["error"]
    assert (error.code, error.mend) == ("YAML030", "")
    assert str(error) == (
        "'3 maanden' is geen heel getal; kies zelf het aantal weken in cijfers, "
        "en zet de rest in een toelichting of opmerking"
    )


def test_the_types_pass_on_what_was_meant() -> None:
    for kind, text, code in (
        (YesNo, "true", "YAML029"),
        (Count, "ongeveer 3", "YAML030"),
        (Money, "3 euro", "YAML030"),
    ):
        with pytest.raises(ValidationError) as caught:
            TypeAdapter(kind).validate_python(text)
        assert caught.value.errors()[0]["ctx"]["error"].code == code


@pytest.mark.parametrize(
    ("text", "meant"),
    [("505", "GM0505"), ("GM 505", "GM0505"), ("gm-0505", "GM0505"), ("Dordrecht", ""), ("05051", "")],
)
def test_the_code_of_a_gemeente_that_lost_its_zero(text: str, meant: str) -> None:
    with pytest.raises(RefusedError) as caught:
        gemeente_code(text)
    assert caught.value.mend == meant


def test_the_usual_ways_to_write_a_code_are_simply_read() -> None:
    assert [gemeente_code(text) for text in ("GM0505", "gm0505", "0505", 1234)] == [
        "GM0505", "GM0505", "GM0505", "GM1234",
    ]  # fmt: skip
