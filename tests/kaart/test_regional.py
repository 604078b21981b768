"""Several kaarten for one gemeente: the own one goes first, conflicts are told, and regions are understood."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.kaart.samples import AS_OF, kaart_file, organization, service

from psoh_cli.app import run
from psoh_cli.commands.kaart_toon import _areas as toon_areas
from psoh_cli.dossier.regions import regions_around
from psoh_cli.dutch import PartialDate
from psoh_cli.gemeente.gemeente import Gemeente, Register, Registered
from psoh_cli.kaart import rules
from psoh_cli.kaart.combining import combine, kaart_of
from psoh_cli.kaart.kaart import LeftOut, LeftOutReason, covers_gemeente
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.regions import NO_REGIONS, regions_of, registered_regions
from psoh_cli.kaart.selection import Wanted, select
from psoh_cli.kaart.subject import Home, Subject

POLDERLAND = {"naam": "Polderland", "gemeenten": ["GM0505", "GM0523"]}
ELSEWHERE = {"naam": "Heuvelland", "gemeenten": ["GM0935"]}


def register() -> Register:
    rows = [
        ("GM0505", "Dordrecht", "Zuid-Holland", "GGD Rivierenstreek"),
        ("GM0344", "Utrecht", "Utrecht", "GGD Regio Utrecht"),
        ("GM0392", "Haarlem", "Noord-Holland", "GGD Kennemerland"), ("GM0080", "Leeuwarden", "Fryslân", None),
    ]  # fmt: skip
    entries = tuple(
        Registered(code=code, name=name, province=province, ggd=ggd) for code, name, province, ggd in rows
    )
    return Register(source="bron", as_of=PartialDate(2026), entries=entries)


class TestConflicts:
    def test_the_own_kaart_goes_first_and_what_another_says_otherwise_is_named(self) -> None:
        own = kaart_file(service(talen=["ar"], website="https://een.example"))
        shared = kaart_file(service(talen=["ti"], website="https://twee.example"), name="Regio")
        found = combine((own, shared), code="GM0505")
        assert [item.languages for item in found.services] == [("ar",)]
        assert found.left_out == (
            LeftOut(
                id="dienst", name="Dienst", what="dienst", kaart="Regio", reason=LeftOutReason.SAME_ID,
                fields=("talen", "website"),
            ),
        )  # fmt: skip

    def test_when_and_by_whom_it_was_confirmed_and_what_changed_is_no_conflict(self) -> None:
        own = kaart_file(service(gecontroleerd_op="2026-01"))
        again = service(
            gecontroleerd_op="2026-06",
            gecontroleerd_door="wijkteam",
            geschiedenis=[{"op": "2026", "veld": "talen"}],
        )
        assert combine((own, kaart_file(again, name="Regio")), code="GM0505").left_out == ()

    def test_check_tells_in_what_they_differ(self) -> None:
        own = kaart_file(service())
        shared = kaart_file(service(naam="Anders", talen=["ti"]), name="Regio")
        problems = list(rules.check_together(combine((own, shared), code="GM0505"), file="gemeente.yaml"))
        assert [problem.code for problem in problems] == ["KAART019"]
        assert problems[0].message.endswith("voor een andere vermelding; verschil in naam en talen")

    def test_a_region_of_another_kaart_with_the_same_name_and_other_gemeenten_is_told(self) -> None:
        own = kaart_file(regios=[POLDERLAND])
        shared = kaart_file(name="Regio", regios=[{"naam": "polderland", "gemeenten": ["GM0344"]}])
        found = combine((own, shared), code="GM0505")
        assert [(item.what, item.id, item.fields) for item in found.left_out] == [
            ("regio", "polderland", ("gemeenten",))
        ]
        assert found.regions.codes_in(["Polderland"]) == {"GM0505", "GM0523"}


class TestRegions:
    @pytest.mark.parametrize(
        ("area", "covers"),
        [
            (["Polderland"], True), (["regio polderland"], True), (["Heuvelland"], False),
            (["Heuvelland", "GM0505"], True),
            (["Centrum"], True), ([], True), (["GM0344"], False), (["GM0344", "Polderland"], True),
        ],
    )  # fmt: skip
    def test_a_service_in_a_region_works_in_each_of_its_gemeenten(
        self, area: list[str], *, covers: bool
    ) -> None:
        regions = regions_of((str(item["naam"]), item["gemeenten"]) for item in (POLDERLAND, ELSEWHERE))
        assert covers_gemeente(service(werkgebied=area), code="GM0505", regions=regions) is covers

    def test_without_regions_a_name_is_no_region(self) -> None:
        assert covers_gemeente(service(werkgebied=["Heuvelland"]), code="GM0505", regions=NO_REGIONS)
        assert NO_REGIONS.named("Heuvelland") is None

    @pytest.mark.parametrize(
        ("area", "codes"),
        [
            ("GGD Kennemerland", {"GM0392"}), ("ggd kennemerland", {"GM0392"}), ("GGD regio Kennemerland", {"GM0392"}),
            ("Noord-Holland", {"GM0392"}), ("provincie Noord-Holland", {"GM0392"}), ("Friesland", {"GM0080"}),
            ("provincie Utrecht", {"GM0344"}), ("Utrecht", set()), ("Kennemerland", set()), ("GGD Utrecht", set()),
        ],
    )  # fmt: skip
    def test_ggd_regions_and_provinces_are_known_and_a_gemeente_of_that_name_is_not_one(
        self, area: str, codes: set[str]
    ) -> None:
        assert registered_regions(register()).codes_in([area]) == codes

    def test_the_regions_of_every_kaart_count_for_all_and_the_own_goes_first(self) -> None:
        own = kaart_file(service(werkgebied=["Heuvelland"]))
        shared = kaart_file(service(id="twee", werkgebied=["Heuvelland"]), name="Regio", regios=[ELSEWHERE])
        found = combine((own, shared), code="GM0505")
        assert found.services == ()
        assert {item.reason for item in found.left_out} == {LeftOutReason.ELSEWHERE}

    def test_a_kaart_alone_knows_its_regions_and_those_of_the_register(self) -> None:
        kaart = kaart_of(kaart_file(regios=[POLDERLAND]), regions=registered_regions(register()))
        assert kaart.regions.named("Polderland")
        assert kaart.regions.named("GGD Kennemerland")

    def test_an_invented_gemeente_knows_only_its_own_region(self) -> None:
        known = {
            "formaat": "1",
            "kennisversie": "1",
            "code": "GM9999",
            "naam": "Voorbeeldstad",
            "voorbeeld": "illustratief",
        }
        invented = Gemeente.model_validate(
            known | {"regio": {"naam": "Voorbeeldregio", "gemeenten": ["GM9998"]}}
        )
        regions = regions_around(invented, register=register())
        assert [item.name for item in regions.known] == ["Voorbeeldregio"]
        assert regions.codes_in(["voorbeeldregio"]) == {"GM9999", "GM9998"}


@pytest.mark.parametrize(
    ("area", "werkgebied", "fits"),
    [
        ("Polderland", ["GM0523"], True), ("Polderland", ["Polderland"], True), ("Polderland", ["GM0344"], False),
        ("Polderland", ["Centrum"], True), ("Heuvelland", ["Centrum"], False), ("Polderland", [], None),
        ("Polderland", ["ergens"], None), ("GM0523", ["Polderland"], True), ("GM0344", ["Polderland"], False),
        ("Centrum", ["Polderland"], True), ("Oost", ["Centrum"], False),
    ],
)  # fmt: skip
def test_what_is_shown_for_an_area(area: str, werkgebied: list[str], *, fits: bool | None) -> None:
    kaart = kaart_of(kaart_file(service(werkgebied=werkgebied), regios=[POLDERLAND, ELSEWHERE]))
    found = select(kaart, wanted=Wanted(area=area, home="GM0505"), areas=("Centrum", "Oost"), as_of=AS_OF)
    assert [item.certain for item in found] == ([] if fits is False else [fits is True])


def judged(
    *areas: str, regios: tuple[Mapping[str, object], ...] = (POLDERLAND, ELSEWHERE), shared: bool = False
) -> list[tuple[str, str, str]]:
    file = kaart_file(service(werkgebied=list(areas)), regios=regios)
    subject = Subject(
        file="sociale-kaart.yaml", place=lambda _: (1, 1), kaart=file, known=KnownIds(), as_of=None,
        register=register(),
        home=None if shared else Home(code="GM0505", name="Dordrecht", areas=("Centrum", "Oost")),
        region=frozenset() if shared else frozenset({"GM0505", "GM0523"}),
        regions=kaart_of(file, regions=registered_regions(register())).regions,
    )  # fmt: skip
    found = [*rules.check(subject)]
    return [
        (item.code, item.message, item.hint)
        for item in found
        if item.code in {"KAART044", "KAART048", "KAART049", "KAART050", "KAART068"}
    ]


class TestRules:
    def test_a_region_in_a_service_area_is_no_unknown_place(self) -> None:
        assert judged("Polderland", "regio Polderland", "GGD Rivierenstreek", "Zuid-Holland") == []

    def test_a_region_that_the_gemeente_is_not_in_is_told_on_its_own_kaart(self) -> None:
        assert [code for code, *_ in judged("Heuvelland", "GM0505")] == ["KAART044"]
        assert judged("Heuvelland", shared=True) == []

    @pytest.mark.parametrize(
        ("area", "meant"),
        [
            ("Poldreland", "Polderland"),
            ("GGD Rivirenstreek", "GGD Rivierenstreek"),
            ("Kennemerland", "GGD Kennemerland"),
        ],
    )
    @pytest.mark.parametrize("shared", [True, False])
    def test_a_name_that_is_nearly_a_region_is_asked_about(
        self, area: str, meant: str, *, shared: bool
    ) -> None:
        assert judged(area, shared=shared) == [
            ("KAART049", f"'{area}' is bijna de naam van een regio", f"Bedoelt u {meant}?")
        ]

    def test_a_region_has_a_name_of_its_own(self) -> None:
        names = ["Polderland", "POLDERLAND", "Oost", "Haarlem"]
        regios = tuple({"naam": name, "gemeenten": ["GM0505"]} for name in names)
        assert [(code, message) for code, message, _ in judged("GM0505", regios=regios)] == [
            ("KAART068", "regio 'POLDERLAND' staat ook op regel 1"),
            ("KAART068", "'Oost' is ook een wijk in gemeente.yaml"),
            ("KAART068", "'Haarlem' is ook de naam van een gemeente"),
        ]


def test_zandvoort_counts_with_the_kaart_that_it_shares_with_haarlem() -> None:
    from psoh_cli.commands.kaart_map import open_kaart

    opened = open_kaart(Path("examples/zandvoort"))
    assert opened.own is None
    assert opened.kaart.services
    assert opened.kaart.regions.codes_in(["GGD Kennemerland"]) >= {"GM0392", "GM0473"}


def test_a_gemeente_of_a_region_that_does_not_exist_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = 'formaat: "1"\nkennisversie: "2026.1"\n'
    (tmp_path / "gemeente.yaml").write_text(f"{head}code: GM0505\nnaam: Dordrecht\n", encoding="utf-8")
    region = "regios:\n  - {naam: Polderland, gemeenten: [GM0505, GM9998]}\n"
    (tmp_path / "sociale-kaart.yaml").write_text(f"{head}naam: Kaart\n{region}", encoding="utf-8")
    run(["check", str(tmp_path)])
    out = " ".join(capsys.readouterr().out.split())
    assert "sociale-kaart.yaml:5:44 waarschuwing DOSSIER015 regio 'Polderland': GM9998" in out


def test_an_organization_that_two_kaarten_tell_alike_counts_once() -> None:
    found = combine((kaart_file(), kaart_file(name="Regio", organisaties=[organization()])), code="GM0505")
    assert len(found.organizations) == 1
    assert found.left_out == ()


def test_a_region_that_a_service_names_itself_still_stands_for_its_gemeenten() -> None:
    own = kaart_file(service(werkgebied=["Polderland"]), service(id="twee", werkgebied=["Kust"]))
    shared = kaart_file(name="Regio", regios=[POLDERLAND, {"naam": "Kust", "gemeenten": ["GM0505"]}])
    found = combine((own, shared), code="GM0505")
    opened = SimpleNamespace(gemeente=None, kaart=found)
    areas = toon_areas(opened)  # type: ignore[arg-type]
    assert areas == ()
    fitting = select(found, wanted=Wanted(area="Polderland"), areas=areas, as_of=date(2026, 11, 21))
    assert {item.service.id for item in fitting} == {"dienst", "twee"}
