from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kaart.samples import (
    AS_OF,
    STEPS,
    declarations,
    declared,
    gemeente,
    gemeenten,
    kaart,
    many_services,
    service,
    services,
)

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.coverage import ALL_LANGUAGES, RANK, UNKNOWN_LANGUAGE, Cell, Coverage, Reach, cover
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.vocabulary import AgeGroup

HOME = gemeente(people={"ar": 310, "ti": 120}, wijken=["Centrum", "Oost"])


def covered(found: Kaart, *, home: Gemeente = HOME, steps: tuple[str, ...] = STEPS) -> Coverage:
    return cover(found, gemeente=home, steps=steps, as_of=AS_OF)


def cell(coverage: Coverage, *, step: str = "preventie", language: str = "ti") -> Cell:
    return coverage.cell[step, language]


def every_cell(coverage: Coverage) -> tuple[Cell, ...]:
    return (*coverage.cells, *coverage.by_age, *coverage.by_area)


def key(one: Cell) -> tuple[Any, ...]:
    return (one.step, one.language, one.age_group, one.area)


def _reaches(found: Kaart, home: Gemeente) -> dict[tuple[Any, ...], Reach]:
    return {key(one): one.reach for one in every_cell(covered(found, home=home))}


EMPTY: tuple[dict[str, Any], ...] = (
    {"languages": ()},
    {"interpreter": "onbekend"},
    {"interpreter_languages": ()},
    {"chain_steps": ()},
    {"age": None, "target_groups": ()},
    {"target_groups": ()},
    {"service_area": ()},
    {"status": "onbekend"},
    {"assured_date": None},
)
"""Each field left empty, as nobody filled it in. Two fields say ages: either alone still says them."""


class TestOneCell:
    @pytest.mark.parametrize(
        ("found", "reach", "says"),
        [
            (kaart(), Reach.UNKNOWN, "niet volledig verklaard"),
            (kaart(complete=[declared()]), Reach.NOTHING, "volledig verklaard door regisseur (1 mei 2026)"),
            (kaart(complete=[declared("alles", None)]), Reach.NOTHING, "volledig verklaard"),
            (kaart(complete=[declared(value="toeleiden")]), Reach.UNKNOWN, "niet volledig verklaard"),
            (kaart(complete=[declared("taal", "ti")]), Reach.UNKNOWN, "niet volledig verklaard"),
            (kaart(service(talen=["ti"])), Reach.OWN_LANGUAGE, "Tigrinya wordt gesproken bij Dienst."),
            (kaart(service(tolkinzet="op-aanvraag")), Reach.INTERPRETER, "elke taal (afgeleid)"),
            (
                kaart(service(tolkinzet="vast", tolktalen=["ti"])),
                Reach.INTERPRETER,
                "met een professionele tolk bij Dienst.",
            ),
            (
                kaart(service(talen=["nl"], tolkinzet="geen")),
                Reach.DUTCH_ENGLISH,
                "wel in het Nederlands of Engels",
            ),
            (
                kaart(service(talen=["ti"], gecontroleerd_op="2019")),
                Reach.NOT_CONFIRMED,
                "niet meer bevestigd",
            ),
            (
                kaart(service(talen=["ti"], gecontroleerd_op="onbekend")),
                Reach.NOT_CONFIRMED,
                "niet meer bevestigd",
            ),
            (
                kaart(service(), complete=[declared()]),
                Reach.UNKNOWN,
                "welke taal er wordt gesproken is niet bekend",
            ),
            (kaart(service(talen=["nl"])), Reach.UNKNOWN, "of er een tolk is, is niet bekend"),
            (kaart(service(ketenstappen=[]), complete=[declared()]), Reach.UNKNOWN, "geen ketenstap"),
            (
                kaart(service(talen=["ar"], tolkinzet="geen"), complete=[declared()]),
                Reach.NOTHING,
                "geen dienst",
            ),
        ],
    )
    def test_reach_and_reason(self, found: Kaart, reach: Reach, says: str) -> None:
        one = cell(covered(found))
        assert one.reach is reach
        assert says in one.reason

    @pytest.mark.parametrize(
        ("day", "reach", "says"),
        [
            ("2025-06-30", Reach.NOTHING, "volledig verklaard door regisseur"),
            (
                "2025-06-29",
                Reach.UNKNOWN,
                "de verklaring van regisseur (29 juni 2025) is ouder dan 12 maanden",
            ),
        ],
    )
    def test_an_old_declaration_says_nothing(self, day: str, reach: Reach, says: str) -> None:
        one = cell(covered(kaart(complete=[declared() | {"datum": day}])))
        assert one.reach is reach
        assert says in one.reason

    def test_services_stand_best_first_and_the_stale_ones_are_told(self) -> None:
        found = kaart(
            service(id="oud", talen=["ti"], gecontroleerd_op="2019"),
            service(id="tolk", tolkinzet="vast"),
            service(id="eigen", talen=["ti"]),
            service(id="elders", talen=["ar"], tolkinzet="geen"),
        )
        one = cell(covered(found))
        assert one.services == ("eigen", "tolk", "oud")
        assert one.reason.endswith("Daarnaast is 1 dienst niet meer bevestigd.")

    def test_many_services_are_named_by_three_and_counted(self) -> None:
        found = kaart(
            *(service(id=f"d-{number}", naam=f"Dienst {number}", talen=["ti"]) for number in range(5))
        )
        assert "Dienst 0, Dienst 1, Dienst 2 en 2 andere diensten" in cell(covered(found)).reason


class TestColumns:
    def test_largest_group_first_and_unknown_counts_last(self) -> None:
        home = gemeente(people={"so": None, "ti": 120, "ar": 310, "fa": 0})
        assert covered(kaart(), home=home).languages == ("ar", "ti", "fa", "so")

    def test_groups_of_one_language_are_added_up(self) -> None:
        groups = [
            {"taal": "ar", "land": "Syrië", "aantal": "80"},
            {"taal": "Arabisch", "land": "Irak", "aantal": "20"},
        ]
        home = gemeente(statushouders={"talen": groups})
        assert cell(covered(kaart(), home=home), language="ar").people == 100

    def test_a_language_with_an_uncounted_part_is_uncounted(self) -> None:
        groups = [{"taal": "ar", "aantal": "80"}, {"taal": "ar"}, {"taal": "ti", "aantal": "5"}]
        home = gemeente(statushouders={"talen": groups})
        found = covered(kaart(), home=home)
        assert cell(found, language="ar").people is None
        assert found.languages == ("ar", "ti")

    def test_without_figures_the_languages_of_the_kaart_and_one_for_who_we_do_not_know(self) -> None:
        found = covered(kaart(service(talen=["nl", "ti"], tolktalen=["ar"])), home=gemeente())
        assert found.languages == ("ar", "ti", UNKNOWN_LANGUAGE)
        assert not found.weighed
        assert any("niet gewogen" in sentence for sentence in found.takeaways)

    def test_weighed_when_a_group_is_counted(self) -> None:
        assert covered(kaart()).weighed
        assert not covered(kaart(), home=gemeente(people={"ar": None})).weighed

    def test_a_small_group_is_nowhere_a_number(self) -> None:
        found = covered(kaart(), home=gemeente(people={"ar": 310, "ti": 3}))
        written = found.model_dump(mode="json")["cellen"]
        assert {one["taal"]: one["aantal"] for one in written} == {"ar": 310, "ti": "minder dan 5"}
        assert (cell(found).people, cell(found).weight) == ("minder dan 5", 5)
        assert Coverage.model_validate_json(found.model_dump_json()) == found

    def test_what_would_tell_a_small_group_is_not_shown(self) -> None:
        groups = [{"taal": "ar", "land": "Syrië", "aantal": "80"}, {"taal": "ar", "land": "Irak", "aantal": "3"},
                  {"taal": "ti", "aantal": "2"}, {"taal": "so", "aantal": "12"}]  # fmt: skip
        ages = [{"leeftijd": "0-11", "aantal": "4"}, {"leeftijd": "12-17", "aantal": "93"}]
        home = gemeente(statushouders={"totaal": "97", "talen": groups, "leeftijden": ages})
        found = covered(kaart(), home=home)
        assert {one.language: one.people for one in found.cells} == {
            "ar": 83, "so": "niet getoond", "ti": "minder dan 5"
        }  # fmt: skip
        assert {one.people for one in found.by_age} == {"minder dan 5", "niet getoond", None}
        assert "een niet getoond aantal statushouders" in cell(found, language="so").size


class TestAgeAndArea:
    def test_every_step_has_every_age_group_and_area(self) -> None:
        found = covered(kaart())
        assert len(found.by_age) == len(STEPS) * len(AgeGroup)
        assert len(found.by_area) == len(STEPS) * 2
        assert {one.language for one in (*found.by_age, *found.by_area)} == {ALL_LANGUAGES}

    def test_age_takes_the_best_language_and_tells_each(self) -> None:
        found = covered(kaart(service(talen=["ti", "nl"], tolkinzet="geen", doelgroepen=["jongeren"])))
        by_age = {one.age_group: one for one in found.by_age if one.step == "preventie"}
        assert by_age[AgeGroup.YOUTH].reach is Reach.OWN_LANGUAGE
        assert by_age[AgeGroup.YOUTH].reason == "Eigen taal: Tigrinya; alleen Nederlands of Engels: Arabisch."
        assert by_age[AgeGroup.OLDER].reach is Reach.UNKNOWN
        assert by_age[AgeGroup.OLDER].services == ()

    def test_an_unknown_age_is_unknown_for_each_age(self) -> None:
        found = covered(kaart(service(talen=["ti"]), complete=[declared()]))
        assert {one.reach for one in found.by_age if one.step == "preventie"} == {Reach.UNKNOWN}

    def test_a_service_without_a_step_may_be_anywhere(self) -> None:
        found = covered(kaart(service(talen=["ti"], ketenstappen=[]), complete=[declared()]))
        assert {one.reach for one in (*found.by_age, *found.by_area)} == {Reach.UNKNOWN}

    def test_a_service_that_names_a_wijk_counts_only_there(self) -> None:
        found = covered(kaart(service(talen=["ti"], werkgebied=["GM0505", "Centrum"]), complete=[declared()]))
        by_area = {one.area: one.reach for one in found.by_area if one.step == "preventie"}
        assert by_area == {"Centrum": Reach.OWN_LANGUAGE, "Oost": Reach.NOTHING}

    def test_people_of_an_age_group(self) -> None:
        groups = [{"leeftijd": "12-17", "aantal": "40"}]
        found = covered(kaart(), home=gemeente(statushouders={"leeftijden": groups}))
        assert {one.age_group: one.people for one in found.by_age}[AgeGroup.YOUTH] == 40


class TestTakeaways:
    def test_the_heaviest_language_is_named_with_its_people(self) -> None:
        found = covered(
            kaart(service(talen=["ti", "ar"]), service(id="twee", talen=["ti"], ketenstappen=["toeleiden"]))
        )
        assert found.takeaways[0] == (
            "Voor sprekers van het Arabisch (310 statushouders) is in 2 van de 3 ketenstappen onbekend "
            "of er hulp is die hen bereikt."
        )

    def test_an_empty_kaart_says_that_it_knows_nothing(self) -> None:
        found = covered(kaart())
        assert len(found.takeaways) == 1
        assert "onbekend en geen gemis" in found.takeaways[0]

    def test_when_everything_is_unknown_it_says_what_to_find_out(self) -> None:
        found = covered(kaart(service()))
        assert len(found.takeaways) == 1
        assert "in elke ketenstap is onbekend" in found.takeaways[0]

    def test_no_step_is_listed_when_it_is_all_of_them(self) -> None:
        found = covered(kaart(service(talen=["nl"], tolkinzet="geen")))
        assert (
            "In geen enkele ketenstap is er bevestigde hulp in de eigen taal of met een tolk."
            in found.takeaways
        )

    def test_certain_absence_goes_first(self) -> None:
        found = covered(kaart(service(talen=["ar"], tolkinzet="geen"), complete=[declared()]))
        assert found.takeaways[0].startswith(
            "Voor sprekers van het Tigrinya (120 statushouders) is er zeker niets"
        )

    def test_a_small_group_is_not_counted_out(self) -> None:
        found = covered(kaart(service(talen=["ti"])), home=gemeente(people={"ti": 3}))
        assert "(minder dan 5 statushouders)" in " ".join(found.takeaways)
        assert "(3 " not in " ".join(found.takeaways)

    def test_names_of_steps_when_they_are_given(self) -> None:
        found = cover(
            kaart(service(talen=["ar"], tolkinzet="geen"), complete=[declared()]),
            gemeente=HOME,
            steps=STEPS,
            as_of=AS_OF,
            step_names={"preventie": "Preventieve groepen"},
        )
        assert "Preventieve groepen" in found.takeaways[0]


class TestLaws:
    @given(many_services(), services(number=99), declarations, gemeenten)
    def test_adding_a_service_never_worsens_a_cell(
        self, present: tuple[Service, ...], added: Service, complete: list[dict[str, str]], home: Gemeente
    ) -> None:
        # Without figures a new service can bring a new column; a column that was there never gets worse.
        before = _reaches(kaart(*present, complete=complete), home)
        after = _reaches(kaart(*present, added, complete=complete), home)
        assert before.keys() <= after.keys()
        worse = {at: (before[at], after[at]) for at in before if RANK[after[at]] > RANK[before[at]]}
        assert not worse

    @given(many_services(most=2), services(number=99), declarations, gemeenten)
    def test_emptying_a_field_never_gives_nothing(
        self, present: tuple[Service, ...], full: Service, complete: list[dict[str, str]], home: Gemeente
    ) -> None:
        fields = {name: getattr(full, name) for name in Service.model_fields}
        before = _reaches(kaart(*present, full, complete=complete), home)
        for empty in EMPTY:
            poorer = Service.model_validate(fields | empty)
            after = _reaches(kaart(*present, poorer, complete=complete), home)
            became = {
                at for at in before.keys() & after.keys() if after[at] is Reach.NOTHING is not before[at]
            }
            assert not became, empty

    @given(many_services(), gemeenten)
    def test_nothing_needs_a_declaration(self, present: tuple[Service, ...], home: Gemeente) -> None:
        assert all(one.reach is not Reach.NOTHING for one in every_cell(covered(kaart(*present), home=home)))

    @given(many_services(most=4), declarations, gemeenten, st.randoms())
    def test_the_order_of_services_does_not_matter(
        self, present: tuple[Service, ...], complete: list[dict[str, str]], home: Gemeente, random: Any
    ) -> None:
        shuffled = list(present)
        random.shuffle(shuffled)
        assert covered(kaart(*present, complete=complete), home=home) == covered(
            kaart(*shuffled, complete=complete), home=home
        )

    @given(many_services(), gemeenten)
    def test_the_services_behind_a_cell_are_on_the_kaart_and_explain_it(
        self, present: tuple[Service, ...], home: Gemeente
    ) -> None:
        known = {item.id for item in present}
        for one in every_cell(covered(kaart(*present), home=home)):
            assert set(one.services) <= known
            assert one.services or one.reach is Reach.UNKNOWN
            assert one.reason.endswith(".")


def test_every_combination_of_step_and_language_once() -> None:
    found = covered(kaart(service(talen=["ti"])))
    assert [(one.step, one.language) for one in found.cells] == list(itertools.product(STEPS, ("ar", "ti")))
