"""One entry in the place of two: what is proposed per field, how it is written, and what refers to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.commands.kaart_samenvoegen_tonen import lines_about
from psoh_cli.errors import WrongUseError
from psoh_cli.files import yaml_edit, yaml_file
from psoh_cli.kaart.doubles import Pair, Standing
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.kaart_file import read_kaart
from psoh_cli.kaart.merge_proposal import Proposal, propose, with_history
from psoh_cli.kaart.merge_wanted import Wanted, proposal_for
from psoh_cli.kaart.merging_file import merge

DAY = date(2026, 11, 21)
KAART = """\
formaat: "1"
kennisversie: "1"
naam: Kaart
organisaties:
  # het huis op de hoek
  - id: huis
    naam: Huis   # zo noemt iedereen het
    ketenpartner: welzijn
    locaties:
      - {id: zaal, naam: Zaal}
    bron: eigen opgave
    gecontroleerd_op: 2026-01
  - id: thuis
    naam: Stichting Huis
    ketenpartner: welzijn
    website: https://huis.example
    locaties:
      - {id: zaal, naam: Andere zaal}
    bron: site
    gecontroleerd_op: 2025-01
diensten:
  - id: les
    organisatie: thuis
    naam: Les
    aanbod: taal
    locaties: [zaal]
    bron: site
    gecontroleerd_op: 2025-01
  # elke week
  - id: koor
    organisatie: huis
    naam: Koor
    aanbod: zingen
    bron: site
    gecontroleerd_op: 2026-01
"""


def pair(kept: Any, dropped: Any, *, kaarten: tuple[int, int] = (0, 0)) -> Pair:
    first, second = (
        Standing(entry=entry, kaart=number, kaart_name=f"Kaart {number}")
        for entry, number in zip((kept, dropped), kaarten, strict=True)
    )
    return Pair(
        kind="dienst" if isinstance(kept, Service) else "organisatie",
        first=first,
        second=second,
        reasons=("dezelfde naam",),
    )


class TestProposal:
    def test_what_one_leaves_open_the_other_fills_in_and_the_newest_goes_first(self) -> None:
        kept = service(talen=["nl"], gecontroleerd_op="2026-06", website="https://een.example")
        dropped = service(
            id="twee",
            naam="Anders",
            tolkinzet="vast",
            gecontroleerd_op="2026-01",
            website="https://twee.example",
        )
        found = propose(pair(kept, dropped))
        assert isinstance(found.entry, Service)
        assert (found.entry.id, found.entry.name, found.entry.languages) == ("dienst", "Dienst", ("nl",))
        assert (found.entry.website, found.entry.interpreter.value) == ("https://een.example", "vast")
        assert [choice.key for choice in found.conflicts] == ["naam", "website"]
        newer = propose(pair(dropped, kept))
        assert isinstance(newer.entry, Service)
        assert (newer.entry.id, newer.entry.name, newer.entry.website) == (
            "twee",
            "Dienst",
            "https://een.example",
        )

    def test_a_source_and_its_year_are_one(self) -> None:
        own = service(bron="gebeld", gecontroleerd_op="2026-10")
        shared = service(id="twee", bron="GGD-pagina", bron_jaar="2022", gecontroleerd_op="2022")
        for found in (propose(pair(own, shared)), propose(pair(shared, own))):
            assert (found.entry.source, found.entry.source_year) == ("gebeld", None)
            assert (str(found.entry.assured_date), found.goes_back) == ("2026-10", False)
        found = propose(pair(own, shared), told={"bron": True})
        assert (found.entry.source, found.entry.source_year) == ("GGD-pagina", "2022")

    def test_a_date_that_goes_back_is_told_and_remembered(self) -> None:
        own = service(gecontroleerd_op="2026-10", talen=["nl"])
        shared = service(id="twee", website="https://een.example", gecontroleerd_op="2022")
        found = propose(pair(own, shared))
        assert found.goes_back
        assert any(
            "De bevestiging wordt die van 2022; die van 2026-10" in line for line in lines_about(found)
        )
        history = [
            (item.field, item.before, item.after) for item in with_history(found, day=DAY, role=None).history
        ]
        assert ("gecontroleerd_op", "2026-10", "2022") in history

    def test_what_was_told_goes_before_what_is_proposed(self) -> None:
        found = propose(pair(service(naam="Een"), service(id="twee", naam="Twee")), told={"naam": True})
        assert found.entry.name == "Twee"

    @pytest.mark.parametrize(
        ("kept", "dropped", "expected"),
        [
            ({"gecontroleerd_op": "2026-06"}, {"gecontroleerd_op": "2026-01"}, "2026-06"),
            ({"gecontroleerd_op": "2026-01"}, {"gecontroleerd_op": "2026-06"}, "2026-06"),
            ({"gecontroleerd_op": "2026-06", "talen": ["nl"]}, {"gecontroleerd_op": "2026-01"}, "2026-06"),
            (
                {"gecontroleerd_op": "2026-06", "talen": ["nl"]},
                {"gecontroleerd_op": "2026-01", "website": "https://een.example"}, "2026-01",
            ),
            ({"gecontroleerd_op": "2026-06", "talen": ["nl"]}, {"gecontroleerd_op": "onbekend", "upl": "x"}, "None"),
        ],
    )  # fmt: skip
    def test_a_confirmation_holds_only_for_what_was_confirmed(
        self, kept: dict[str, Any], dropped: dict[str, Any], expected: str
    ) -> None:
        found = propose(pair(service(**kept), service(id="twee", **dropped)))
        assert str(found.entry.assured_date) == expected

    @pytest.mark.parametrize("professional_first", [True, False])
    def test_what_is_for_professionals_is_never_made_public(self, *, professional_first: bool) -> None:
        hidden = service(zichtbaar="professional", gecontroleerd_op="2020")
        shown = service(id="twee", gecontroleerd_op="2026")
        found = propose(pair(hidden, shown) if professional_first else pair(shown, hidden))
        assert found.entry.visibility.value == "professional"

    def test_places_of_both_stay_and_a_taken_id_moves(self) -> None:
        kept = organization(locaties=[{"id": "zaal", "naam": "Zaal"}, {"id": "hal", "naam": "Hal"}])
        dropped = organization(
            id="twee", locaties=[{"id": "zaal", "naam": "Andere"}, {"id": "hal2", "naam": "Hal"}]
        )
        found = propose(pair(kept, dropped))
        assert isinstance(found.entry, Organization)
        assert [(item.id, item.name) for item in found.entry.locations] == [
            ("zaal", "Zaal"), ("hal", "Hal"), ("zaal-2", "Andere"),
        ]  # fmt: skip
        assert found.moved == {"zaal": "zaal-2", "hal2": "hal"}

    @pytest.mark.parametrize("told", [{}, {"locaties": True}])
    def test_a_place_of_another_organization_is_told_of_and_not_taken(self, told: dict[str, bool]) -> None:
        kept = service(locaties=["zaal"])
        dropped = service(id="twee", organisatie="thuis", locaties=["hal"], gecontroleerd_op="2026-10")
        found = propose(pair(kept, dropped), told=told)
        assert found.entry.locations == ("zaal",)
        assert [(item.key, item.dropped, item.is_fixed) for item in found.conflicts] == [
            ("locaties", ("hal",), True)
        ]
        assert propose(pair(kept, service(id="twee", locaties=["hal"]))).entry.locations == ("zaal", "hal")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "sociale-kaart.yaml"
    found.write_text(KAART, encoding="utf-8", newline="\n")
    return found


def loaded(path: Path) -> KaartFile:
    value, problems, _ = read_kaart(path)
    assert value is not None, problems
    return value


def put_together(path: Path, *wanted: Wanted, others: tuple[KaartFile, ...] = ()) -> tuple[Proposal, ...]:
    def maker(item: Wanted) -> Any:
        return lambda own: proposal_for(item, own=own, others=others)

    return merge(path, [maker(item) for item in wanted], day=DAY, role="beheerder").done


class TestWriting:
    def test_what_referred_to_the_one_that_goes_refers_to_the_one_that_stays(self, path: Path) -> None:
        put_together(path, Wanted(kept="huis", dropped="thuis"))
        now = loaded(path)
        (huis,) = now.organizations
        assert (huis.id, huis.name, huis.website) == ("huis", "Huis", "https://huis.example")
        assert [item.id for item in huis.locations] == ["zaal", "zaal-2"]
        assert [(item.id, item.organization, item.locations) for item in now.services] == [
            ("les", "huis", ("zaal-2",)), ("koor", "huis", ()),
        ]  # fmt: skip
        assert [(item.field, item.after, item.by) for item in huis.history][-1] == (
            "samengevoegd",
            "met thuis",
            "beheerder",
        )

    def test_comments_and_what_has_nothing_to_do_with_it_stay(self, path: Path) -> None:
        put_together(path, Wanted(kept="huis", dropped="thuis"))
        text = path.read_text(encoding="utf-8")
        assert "  # het huis op de hoek\n  - id: huis\n    naam: Huis   # zo noemt iedereen het\n" in text
        assert text.endswith(KAART[KAART.index("  # elke week") :])

    def test_under_the_id_of_a_shared_kaart_the_own_entry_goes_on(self, path: Path) -> None:
        shared = kaart_file(
            name="Regio", organisaties=[organization(id="regio-huis", naam="Huis", kvk="12345678")]
        )
        put_together(path, Wanted(kept="regio-huis", dropped="huis"), others=(shared,))
        now = loaded(path)
        assert [item.id for item in now.organizations] == ["regio-huis", "thuis"]
        assert now.organizations[0].kvk == "12345678"
        assert now.services[1].organization == "regio-huis"

    def test_an_own_entry_that_adds_nothing_to_the_shared_one_goes(self, path: Path) -> None:
        same = loaded(path).services[1].model_copy(update={"id": "regio-koor"})
        put_together(
            path, Wanted(kept="regio-koor", dropped="koor"), others=(kaart_file(same, name="Regio"),)
        )
        assert [item.id for item in loaded(path).services] == ["les"]

    def test_one_id_on_two_kaarten_takes_over_what_the_other_says(self, path: Path) -> None:
        other = loaded(path).services[1].model_copy(update={"languages": ("ti",)})
        put_together(path, Wanted(kept="koor", dropped="koor"), others=(kaart_file(other, name="Regio"),))
        assert loaded(path).services[1].languages == ("ti",)

    @pytest.mark.parametrize(
        ("kept", "dropped", "says"),
        [
            ("huis", "regio-huis", "kan hier niet vervallen"),
            ("regio-huis", "regio-thuis", "allebei niet op de eigen kaart"),
            ("huis", "les", "niet allebei een dienst"), ("huis", "thuus", "staat op geen van deze kaarten"),
            ("koor", "koor", "staat maar op één kaart"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_put_together(self, path: Path, kept: str, dropped: str, says: str) -> None:
        names = ("regio-huis", "regio-thuis")
        shared = kaart_file(name="Regio", organisaties=[organization(id=name) for name in names])
        with pytest.raises(ValueError, match=says):
            put_together(path, Wanted(kept=kept, dropped=dropped), others=(shared,))
        assert path.read_text(encoding="utf-8") == KAART

    def test_a_role_that_cannot_be_written_is_refused_first(self, path: Path) -> None:
        with pytest.raises(WrongUseError):
            merge(path, [lambda own: propose(pair(*own.organizations))], day=DAY, role="a\x1b")
        assert path.read_text(encoding="utf-8") == KAART

    @pytest.mark.parametrize("organizations_first", [True, False])
    def test_the_places_of_a_service_that_took_up_another_exist(
        self, path: Path, *, organizations_first: bool
    ) -> None:
        wanted = [Wanted(kept="huis", dropped="thuis"), Wanted(kept="koor", dropped="les")]
        put_together(path, *(wanted if organizations_first else wanted[::-1]))
        now = loaded(path)
        there = {place.id for item in now.organizations for place in item.locations}
        assert there == {"zaal", "zaal-2"}
        assert [set(item.locations) for item in now.services] == [
            {"zaal-2"} if organizations_first else set()
        ]

    def test_one_entry_takes_up_several_others_and_each_is_told_of(self, path: Path) -> None:
        third = "  - {id: derde, naam: Huis, ketenpartner: welzijn, kvk: '12345678', bron: x, gecontroleerd_op: 2025}\n"
        path.write_text(KAART.replace("diensten:\n", third + "diensten:\n"), encoding="utf-8", newline="\n")
        put_together(path, Wanted(kept="thuis", dropped="derde"), Wanted(kept="huis", dropped="thuis"))
        (huis,) = loaded(path).organizations
        assert (huis.kvk, huis.website) == ("12345678", "https://huis.example")
        assert [item.after for item in huis.history if item.field == "samengevoegd"] == [
            "met derde",
            "met thuis",
        ]

    def test_the_file_is_read_and_changed_once_for_all_pairs(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        parse, edit, calls = yaml_file.parse, yaml_edit.apply, list[str]()

        def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*given: Any, **named: Any) -> Any:
                calls.append(name)
                return real(*given, **named)

            return call

        monkeypatch.setattr(yaml_file, "parse", counted("parse", parse))
        monkeypatch.setattr(yaml_edit, "apply", counted("apply", edit))
        fields = "organisatie: huis, naam: Les, bron: b, gecontroleerd_op: 2026-01"
        lines = [f"  - {{id: les-{number}, aanbod: {number}, {fields}}}\n" for number in range(40)]
        path.write_text(KAART + "".join(lines), encoding="utf-8", newline="\n")
        put_together(
            path, *(Wanted(kept=f"les-{number}", dropped=f"les-{number + 1}") for number in range(0, 40, 2))
        )
        assert len(loaded(path).services) == 2 + 20
        assert calls[:2] == ["parse", "apply"]
        assert len(calls) < 10
