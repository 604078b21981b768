"""Languages, opening times, areas and fields together: told in their place, and mended where it is sure."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from tests.kaart.judging import Spoil, in_service, judged, mended, spoiled, told

from psoh_cli.files import yaml_edit, yaml_file
from psoh_cli.kaart.entries import Schedule
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.opening_times import minutes_open, time_meant
from psoh_cli.kaart.weekdays import days_meant
from psoh_cli.problems.problem import Problem


def refused(spoil: Spoil) -> tuple[Problem, ...]:
    """Give what the reader of the file says of a spoiled kaart that cannot become a value."""
    parsed = yaml_file.parse(yaml_edit.dump_block(spoiled(spoil)), name="sociale-kaart.yaml")
    value, problems = yaml_file.load(parsed, KaartFile)
    assert value is None
    return problems


def codes(spoil: Spoil, **around: Any) -> list[str]:
    return [code for code, *_ in told(spoil, **around)]


def hours(*schedules: dict[str, Any]) -> Spoil:
    return in_service(openingstijden=list(schedules))


class TestLanguages:
    @pytest.mark.parametrize(
        ("written", "code", "is_safe"),
        [
            ("Tigrinya", "ti", True),
            ("AR", "ar", True),
            ("Perzisch", "fa", True),
            ("fa-AF", "prs", True),
            ("Papiaments", "pap", True),
            ("ar-SY", "ar", False),
        ],
    )
    def test_a_name_becomes_its_code(self, written: str, code: str, is_safe: bool) -> None:
        (problem,) = refused(in_service(talen=["nl", written]))
        assert problem.code == "KAART032"
        assert problem.address == "diensten/inloop/talen/1"
        assert problem.fix is not None
        assert problem.fix.is_safe is is_safe
        assert [edit.text for edit in problem.fix.edits] == [code]

    @pytest.mark.parametrize("written", ["Afghaans", "Aramees", "Arabsich", "Dari/Farsi", "Klingon", "ضعيف"])
    def test_psoh_does_not_choose_between_languages(self, written: str) -> None:
        (problem,) = refused(in_service(tolktalen=[written]))
        assert (problem.code, problem.fix) == ("KAART032", None)

    def test_the_longer_code_of_a_language_is_put_right(self) -> None:
        assert codes(in_service(talen=["nl", "tir"])) == ["KAART012"]
        assert mended(in_service(talen=["nl", "tir"]), safely=True) == ["talen: [nl, ti]"]

    def test_the_code_of_a_country_is_told(self) -> None:
        (problem,) = judged(spoiled(in_service(talen=["sy"])))[0]
        assert problem.hint == "sy is de code van een land. Bedoelt u ar (Arabisch) of ku (Koerdisch)?"
        assert problem.fix is None

    def test_twice_the_same(self) -> None:
        assert told(in_service(talen=["nl", "ti", "nl"])) == [
            ("KAART033", "talen: [nl, ti, nl]", "nl (Nederlands) staat twee keer bij talen")
        ]
        assert codes(in_service(ketenstappen=["preventie", "preventie"])) == ["KAART033"]


class TestWhoIsUnderstood:
    NOTHING: ClassVar[dict[str, Any]] = {
        "talen": None,
        "tolktalen": None,
        "tolkinzet": None,
        "cultuursensitief": None,
    }

    def test_no_language_at_all(self) -> None:
        assert codes(in_service(**self.NOTHING)) == ["KAART038"]

    @pytest.mark.parametrize(
        "fields",
        [
            {"tolkinzet": "telefonisch"},
            {"talen": ["nl"]},
            {"doelgroepen": ["professionals"]},
            {"status": "gestopt"},
        ],
    )
    def test_something_is_known(self, fields: dict[str, Any]) -> None:
        assert codes(in_service(**self.NOTHING | fields)) == []

    @pytest.mark.parametrize(
        ("fields", "line"),
        [
            ({"aanbod": "praten in de eigen taal"}, "aanbod: praten in de eigen taal"),
            ({"naam": "Groep in hun moedertaal", "talen": ["nl", "en"]}, "naam: Groep in hun moedertaal"),
            (
                {"aanbod": "Dat kost niets. Gesprek in de eigen taal."},
                "aanbod: Dat kost niets. Gesprek in de eigen taal.",
            ),
            ({"aanbod": "in eigen taal", "tolkinzet": "informeel"}, "aanbod: in eigen taal"),
            ({"cultuursensitief": ["taal"], "talen": ["nl"]}, "cultuursensitief: [taal]"),
        ],
    )
    def test_the_own_language_is_promised(self, fields: dict[str, Any], line: str) -> None:
        found = told(in_service(**self.NOTHING | fields))
        assert [(code, where) for code, where, _ in found] == [("KAART039", line)]

    @pytest.mark.parametrize(
        "fields",
        [
            {"aanbod": "praten in de eigen taal", "talen": ["ar"]},
            {"aanbod": "praten in de eigen taal", "tolkinzet": "op-aanvraag"},
            {"aanbod": "niet in de eigen taal", "talen": ["nl"]},
            {"aanbod": "U hoeft niet te praten in uw eigen taal", "talen": ["nl"]},
            {"aanbod": "Kom langs. Er is geen hulp in de eigen taal.", "talen": ["nl"]},
            {"aanbod": "taalles", "talen": ["nl"]},
        ],
    )
    def test_the_promise_is_kept(self, fields: dict[str, Any]) -> None:
        assert codes(in_service(**self.NOTHING | fields)) == []

    def test_a_fixed_interpreter(self) -> None:
        fixed = {"talen": ["nl"], "tolkinzet": "vast", "tolktalen": None}
        assert told(in_service(**fixed)) == [
            (
                "KAART040",
                "tolkinzet: vast",
                "dienst 'inloop' heeft een vaste tolk, maar voor welke talen staat er niet",
            )
        ]
        assert codes(in_service(**fixed, toelichting="De tolk Arabisch is er elke week.")) == []
        assert codes(in_service(**fixed | {"tolktalen": ["ar"]})) == []


class TestOpeningTimes:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("9u30", ("09:30", True)), ("9.30 uur", ("09:30", True)), ("0930", ("09:30", True)),
            ("24:00", ("00:00", True)), ("9 uur", ("09:00", False)), ("9", ("09:00", False)),
            ("25:00", None), ("9:60", None), ("half tien", None), ("9:30-12:00", None), ("930", None),
        ],
    )  # fmt: skip
    def test_times_in_another_form(self, written: str, meant: tuple[str, bool] | None) -> None:
        assert time_meant(written) == meant
        (problem,) = refused(hours({"dagen": ["maandag"], "van": written, "tot": "12:00"}))
        assert problem.code == "KAART034"
        assert (problem.fix is not None) is (meant is not None)
        assert problem.fix is None or (problem.fix.edits[0].text.strip('"'), problem.fix.is_safe) == meant

    def test_a_point_between_hours_and_minutes_is_fine(self) -> None:
        assert Schedule.model_validate({"van": "9.30"}).opens_at == "09:30"

    @pytest.mark.parametrize(
        ("opens", "closes", "says"),
        [
            ("12:00", "09:30", "sluit om 09:30, voor het om 12:00 opengaat"),
            ("09:00", "09:00", "gaat om 09:00 open en op hetzelfde moment dicht"),
            ("17:59", "06:00", "sluit om 06:00, voor het om 17:59 opengaat"),
            ("22:00", "10:01", "sluit om 10:01, voor het om 22:00 opengaat"),
        ],
    )
    def test_turned_around(self, opens: str, closes: str, says: str) -> None:
        day = {"dagen": ["maandag"], "van": opens, "tot": closes}
        (problem,) = judged(spoiled(hours(day)))[0]
        assert (problem.code, problem.message, problem.fix) == ("KAART035", says, None)
        assert codes(hours(day | {"toelichting": "De hele nacht open"})) == []

    @pytest.mark.parametrize(
        ("opens", "closes"), [("22:00", "06:00"), ("18:00", "10:00"), ("20:30", "08:00")]
    )
    def test_the_night_is_ordinary(self, opens: str, closes: str) -> None:
        assert codes(hours({"dagen": ["maandag"], "van": opens, "tot": closes})) == []

    def test_midnight_is_the_end_of_the_day(self) -> None:
        assert codes(hours({"dagen": ["maandag"], "van": "20:00", "tot": "00:00"})) == []
        assert minutes_open("23:00", "00:00").bit_count() == 60

    @pytest.mark.parametrize(
        ("first", "second", "found"),
        [
            (("09:00", "12:00"), ("11:59", "13:00"), ["KAART036"]),
            (("09:00", "12:00"), ("12:00", "13:00"), []),
            (("09:00", "12:00"), ("09:00", "12:00"), ["KAART036"]),
            (("20:00", "00:00"), ("23:00", "23:30"), ["KAART036"]),
        ],
    )
    def test_overlap(self, first: tuple[str, str], second: tuple[str, str], found: list[str]) -> None:
        days = [{"dagen": ["maandag", "dinsdag"], "van": first[0], "tot": first[1]}]
        days.append({"dagen": ["dinsdag"], "van": second[0], "tot": second[1]})
        assert codes(hours(*days)) == found
        assert codes(hours(days[0], days[1] | {"dagen": ["vrijdag"]})) == []

    @pytest.mark.parametrize(
        ("first", "second", "found"),
        [
            ("balie", "spreekuur", []),
            ("balie", None, []),
            ("balie", "Balie", ["KAART036"]),
            (None, None, ["KAART036"]),
        ],
    )
    def test_lines_about_different_things_may_overlap(
        self, first: str | None, second: str | None, found: list[str]
    ) -> None:
        day = {"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}
        about = [{"toelichting": text} if text else {} for text in (first, second)]
        assert codes(hours(day | about[0], day | about[1])) == found

    @pytest.mark.parametrize(("written", "day"), [("ma", "maandag"), ("di.", "dinsdag"), ("Woe", "woensdag")])
    def test_a_day_in_short_is_safely_written_in_full(self, written: str, day: str) -> None:
        (problem,) = refused(hours({"dagen": [written, "vrijdag"], "van": "09:00", "tot": "12:00"}))
        assert problem.fix is not None
        assert (problem.code, problem.hint, problem.fix.is_safe) == ("YAML023", f"Schrijf {day}.", True)
        assert [edit.text for edit in problem.fix.edits] == [day]

    @pytest.mark.parametrize("dagen", ["ma t/m vr", "maandag-vrijdag", "ma tot en met vr", ["ma t/m vr"]])
    def test_days_in_one_text_become_a_list(self, dagen: str | list[str]) -> None:
        (problem,) = refused(hours({"dagen": dagen, "van": "09:00", "tot": "12:00"}))
        assert (problem.code, problem.fix) == ("YAML023", None)
        assert problem.hint == "Schrijf dagen: [maandag, dinsdag, woensdag, donderdag, vrijdag]"

    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("di en do", ("dinsdag", "donderdag")),
            ("za t/m ma", ("zaterdag", "zondag", "maandag")),
            ("ma, wo t/m vr", ("maandag", "woensdag", "donderdag", "vrijdag")),
            ("werkdagen", ()),
            ("ma t/m di t/m wo", ()),
            ("m" * 1_000, ()),
        ],
    )
    def test_days_that_are_meant(self, text: str, days: tuple[str, ...]) -> None:
        assert days_meant(text) == days

    def test_a_day_twice_in_a_line(self) -> None:
        (found,) = told(hours({"dagen": ["maandag", "maandag"], "van": "09:00", "tot": "10:00"}))
        assert (found[0], found[2]) == ("KAART036", "maandag staat er twee keer in")

    @pytest.mark.parametrize(
        ("schedule", "missing"),
        [
            ({"dagen": ["maandag"]}, "geen tijd"),
            ({"van": "09:00", "tot": "10:00"}, "geen dag"),
            ({"dagen": ["maandag"], "van": "09:00"}, "wanneer het sluit"),
            ({"dagen": ["maandag"], "tot": "09:00"}, "wanneer het opengaat"),
        ],
    )
    def test_times_that_are_not_whole(self, schedule: dict[str, Any], missing: str) -> None:
        (found,) = told(hours(schedule))
        assert found[0] == "KAART037"
        assert missing in found[2]
        assert codes(hours(schedule | {"toelichting": "op afspraak"})) == []


class TestFieldsTogether:
    def test_ages_in_order(self) -> None:
        (problem,) = refused(in_service(leeftijd={"van": "18", "tot": "12"}))
        assert (problem.code, problem.message) == (
            "KAART041",
            "'leeftijd': leeftijd van 18 tot 12 is omgedraaid",
        )

    def test_no_places(self) -> None:
        full = {"capaciteit": {"plaatsen": "0", "per": "jaar"}}
        assert codes(in_service(**full)) == ["KAART042"]
        assert codes(in_service(**full, status="tijdelijk-gesloten")) == []

    def test_a_waiting_time_without_a_date(self) -> None:
        assert codes(in_service(wachttijd={"weken": "6"})) == ["KAART043"]
        assert codes(in_service(wachttijd={"weken": "6"}, status="gestopt")) == []

    @pytest.mark.parametrize(
        ("groups", "age", "found"),
        [
            (["kinderen"], {"van": "18"}, ["KAART045"]),
            (["volwassenen", "ouderen"], {"tot": "12"}, ["KAART045"]),
            (["jongeren"], {"van": "16", "tot": "27"}, []),
            (["vrouwen"], {"tot": "12"}, []),
            (["professionals", "kinderen"], {"van": "18"}, []),
            (["ouderen"], {"van": "55"}, []),
        ],
    )
    def test_ages_and_target_groups(self, groups: list[str], age: dict[str, str], found: list[str]) -> None:
        assert codes(in_service(doelgroepen=groups, leeftijd=age)) == found


def test_an_id_that_does_not_exist_may_be_replaced_by_the_nearest() -> None:
    assert mended(in_service(ketenstappen=["toeleidn"]), safely=False) == ["ketenstappen: [toeleiden]"]
    assert mended(in_service(ketenstappen=["toeleidn"]), safely=True) == []
