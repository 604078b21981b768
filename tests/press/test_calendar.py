"""The calendar read back: what happens when, how exact that is, and the same event each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from tests.press.test_workbook import entry, world
from tests.report.worlds import decided, example, replanned

from psoh_cli.gemeente.means import Milestone
from psoh_cli.press import calendar
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version


def events(material: Material, *, version: Version = Version.COUNCIL) -> list[Any]:
    return icalendar.Calendar.from_ical(calendar.render(material, version=version)).events


def with_council(material: Material, *moments: tuple[str, str]) -> Material:
    found = tuple(Milestone.model_validate({"naam": name, "datum": day}) for name, day in moments)
    return replace(material, gemeente=material.gemeente.model_copy(update={"calendar": found}))


def test_the_same_material_gives_the_same_bytes() -> None:
    material = example("voorbeeldstad")
    assert calendar.render(material) == calendar.render(material)


def test_the_file_is_folded_and_has_no_time_zones() -> None:
    content = calendar.render(example("voorbeeldstad"))
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"VTIMEZONE" not in content
    assert b"TZID" not in content
    assert b"PRODID:-//psoh//" in content


def test_a_decided_measure_begins_on_the_first_day_and_is_ready_on_the_last() -> None:
    begin, end = events(with_council(world(decided(entry()))))
    assert (begin.start, end.start) == (date(2027, 1, 1), date(2027, 6, 30))
    assert begin.end - begin.start == timedelta(days=1)
    assert "begint: Doe iets (in het 1e kwartaal 2027)" in begin["summary"]
    assert "klaar: Doe iets (uiterlijk eind 2e kwartaal 2027)" in end["summary"]
    assert "eerste dag van het 1e kwartaal 2027" in begin["description"]


def test_proposals_stand_together_per_quarter_in_which_they_would_begin() -> None:
    later = entry("m-z", titel="Doe later iets", begin="2027-K3", eind="2027-K4")
    postponed = decided(entry("m-p", titel="Doe dit ooit"), soort="uitgesteld")
    first, last = events(with_council(world(entry(), entry("m-y", titel="Doe nog iets"), postponed, later)))
    assert (first.start, last.start) == (date(2027, 1, 1), date(2027, 7, 1))
    assert first["summary"].startswith("3 maatregelen beginnen misschien (1e kwartaal 2027): M1")
    for title in ("Doe iets", "Doe nog iets", "Doe dit ooit"):
        assert title in first["description"]
    assert "nog niet besloten" in first["description"]
    assert "M4 Doe later iets" in last["description"]


def test_a_calendar_is_not_filled_up_and_nobody_is_busy() -> None:
    found = events(example("voorbeeldstad"))
    assert len(found) <= 40
    assert {event["transp"] for event in found} == {"TRANSPARENT"}


def test_a_proposal_is_tentative_and_a_decision_is_not() -> None:
    proposed, taken = events(with_council(world())), events(with_council(world(decided(entry()))))
    assert {event["status"] for event in proposed} == {"TENTATIVE"}
    assert {event["status"] for event in taken} == {"CONFIRMED"}
    assert "voorstel" in proposed[0].categories
    assert "besluit" in taken[0].categories


@pytest.mark.parametrize(
    ("day", "start", "words"),
    [
        ("2027-05-18", date(2027, 5, 18), "Kadernota"),
        ("2027-05", date(2027, 5, 1), "Kadernota (dag onbekend, in mei 2027)"),
        ("2027", date(2027, 1, 1), "Kadernota (dag onbekend, ergens in 2027)"),
    ],
)
def test_the_council_calendar_says_how_exact_it_is(day: str, start: date, words: str) -> None:
    material = with_council(replanned(example("voorbeeldstad"), entries=()), ("kadernota", day))
    (event,) = events(material)
    assert (event.start, event["summary"]) == (start, words)
    assert event["status"] == ("CONFIRMED" if day.count("-") == 2 else "TENTATIVE")


def test_an_event_keeps_its_name_when_its_day_changes() -> None:
    moved = decided(entry(begin="2027-K3", eind="2027-K4"))
    before = events(with_council(world(decided(entry())), ("kadernota", "2027-05-18")))
    after = events(with_council(world(moved), ("kadernota", "2027-06-01")))
    assert {event["uid"] for event in before} == {event["uid"] for event in after}
    assert len({event["uid"] for event in before}) == 3


def test_gemeenten_do_not_share_events() -> None:
    material = world()
    other = replace(material, gemeente=material.gemeente.model_copy(update={"code": "GM0505"}))
    assert not {event["uid"] for event in events(material)} & {event["uid"] for event in events(other)}


def test_two_moments_of_one_name_are_two_events() -> None:
    material = with_council(world(), ("begroting", "2027-10-01"), ("begroting", "2027-11-01"))
    assert len({event["uid"] for event in events(material)}) == len(events(material)) == 3


def test_the_stamp_is_the_peildatum() -> None:
    stamps = {event["dtstamp"].dt for event in events(world())}
    assert stamps == {datetime(2026, 11, 21, 12, tzinfo=UTC)}


def test_chosen_indicators_are_measured_as_often_as_the_knowledge_says() -> None:
    taken = decided(entry(), indicatoren=({"indicator": "statushouders-gehuisvest"},))
    known = example("voorbeeldstad").catalogue.indicator["statushouders-gehuisvest"]
    each = {"jaar": 1, "halfjaar": 2, "kwartaal": 4}[known.frequency]
    found = [event for event in events(with_council(world(taken))) if "meten" in event.categories]
    assert len(found) == each * 4
    assert known.name in found[0]["description"]
    assert not [event for event in events(with_council(world())) if "meten" in event.categories]


def test_an_owner_is_not_for_everybody() -> None:
    taken = world(decided(entry(), eigenaar="DE-EIGENAAR", opmerking="GEHEIM"))
    council, public = (
        calendar.render(taken, version=version).replace(b"\r\n ", b"")
        for version in (Version.COUNCIL, Version.PUBLIC)
    )
    assert b"DE-EIGENAAR" in council
    assert b"DE-EIGENAAR" not in public
    assert b"GEHEIM" not in council


@pytest.mark.parametrize(
    "text", ["a;b,c\\d", "END:VEVENT", "regel\nEND:VCALENDAR", "ትግርኛ", "half \ud800", "a\x07b"]
)
def test_no_text_ends_its_event(text: str) -> None:
    plain = entry()
    assert plain.proposal is not None
    named = decided(plain.model_copy(update={"proposal": plain.proposal.model_copy(update={"title": text})}))
    found = events(with_council(world(named)))
    assert len(found) == 2
    assert calendar.render(with_council(world(named))).count(b"\r\nEND:VEVENT") == 2


def test_nothing_planned_is_said() -> None:
    (event,) = events(with_council(replanned(example("voorbeeldstad"), entries=())))
    assert event["summary"] == "Nog geen planning"


def test_what_has_no_quarters_is_counted() -> None:
    content = calendar.render(with_council(world(entry(begin=None, eind=None))))
    assert "1 maatregel zonder planning staat er niet in" in content.replace(b"\r\n ", b"").decode()
