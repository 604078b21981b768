from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kaart.samples import declared, kaart_file, many_services, organization, service

from psoh_cli.kaart.combining import combine
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart, KaartFile, LeftOutReason, covers_gemeente, is_fresh
from psoh_cli.kaart.regions import NO_REGIONS


@pytest.mark.parametrize(
    ("service_area", "covers"),
    [
        ([], True),
        (["GM0505"], True),
        (["gm0505"], True),
        (["0505"], True),
        (["GM0392"], False),
        (["GM0392", "GM0505"], True),
        (["GM0392", "Centrum"], False),
        (["Centrum"], True),
    ],
)
def test_where_a_service_works(service_area: list[str], covers: bool) -> None:
    assert covers_gemeente(service(werkgebied=service_area), code="GM0505", regions=NO_REGIONS) is covers


@pytest.mark.parametrize(
    ("assured", "term", "fresh"),
    [
        ("2026-06-30", None, True),
        ("2025-06-30", None, True),
        ("2025-06-29", None, False),
        ("2025-07", None, True),
        ("2025-06", None, False),
        ("2026", None, True),
        ("2025", None, False),
        ("onbekend", None, False),
        ("2019", "120", True),
        ("2026-05-29", "1", False),
        ("2026-05-31", "1", True),
        ("2026-05-31", "600", True),
    ],
)
def test_fresh_within_its_term(assured: str, term: str | None, fresh: bool) -> None:
    entry = service(gecontroleerd_op=assured, termijn_maanden=term)
    assert is_fresh(entry, as_of=date(2026, 6, 30)) is fresh


class TestCombine:
    def test_nothing_gives_nothing(self) -> None:
        assert combine((), code="GM0505") == Kaart()

    def test_own_file_goes_first_and_wins(self) -> None:
        own = kaart_file(service(naam="Van ons"), name="Z eigen")
        shared = kaart_file(service(naam="Van hen"), service(id="tweede"), name="A regio")
        found = combine((own, shared), code="GM0505")
        assert [item.name for item in found.services] == ["Van ons", "Dienst"]
        assert [(entry.id, entry.kaart, entry.reason) for entry in found.left_out] == [
            ("dienst", "A regio", LeftOutReason.SAME_ID)
        ]

    def test_word_for_word_the_same_is_no_loss(self) -> None:
        own, shared = kaart_file(service()), kaart_file(service(), name="Regio")
        assert combine((own, shared), code="GM0505").left_out == ()

    def test_a_service_elsewhere_is_left_out_and_told(self) -> None:
        found = combine((kaart_file(service(werkgebied=["GM0392"])),), code="GM0505")
        assert found.services == ()
        assert [(entry.what, entry.reason) for entry in found.left_out] == [
            ("dienst", LeftOutReason.ELSEWHERE)
        ]
        assert [item.id for item in found.organizations] == ["huis"]

    def test_a_service_elsewhere_does_not_hide_one_here(self) -> None:
        own = kaart_file(service(werkgebied=["GM0392"]))
        found = combine((own, kaart_file(service(), name="Regio")), code="GM0505")
        assert [item.service_area for item in found.services] == [("GM0505",)]

    def test_a_double_id_in_one_file_keeps_the_first(self) -> None:
        found = combine((kaart_file(service(naam="Een"), service(naam="Twee")),), code="GM0505")
        assert [item.name for item in found.services] == ["Een"]
        assert [entry.name for entry in found.left_out] == ["Twee"]

    @pytest.mark.parametrize(
        ("own", "shared", "has_own", "subjects"),
        [
            ([], ["GM0505"], True, ["ketenstap", "alles"]),
            ([], ["gm0505", "GM0392"], True, ["ketenstap", "alles"]),
            ([], ["GM0392"], True, ["ketenstap"]),
            ([], [], True, ["ketenstap"]),  # complete for whoever keeps it, not for whoever uses it
            (["GM0392"], ["GM0505"], True, ["alles"]),
            ([], [], False, []),
            (["GM0505"], [], False, ["ketenstap"]),
        ],
    )
    def test_a_shared_kaart_is_complete_for_whom_it_names(
        self, own: list[str], shared: list[str], has_own: bool, subjects: list[str]
    ) -> None:
        files = (
            kaart_file(volledig_voor=[declared() | {"geldt_voor": own}]),
            kaart_file(name="Regio", volledig_voor=[declared("alles", None) | {"geldt_voor": shared}]),
        )
        found = combine(files, code="GM0505", has_own=has_own)
        assert [entry.subject for entry in found.complete] == subjects

    def test_the_same_declaration_counts_once(self) -> None:
        own = kaart_file(volledig_voor=[declared() | {"geldt_voor": ["GM0505"]}])
        shared = kaart_file(name="Regio", volledig_voor=[declared() | {"geldt_voor": ["GM0505"]}])
        assert len(combine((own, shared), code="GM0505").complete) == 1

    @given(st.lists(many_services(most=3), min_size=1, max_size=4), st.randoms())
    def test_the_order_of_shared_files_does_not_matter(
        self, groups: list[tuple[Service, ...]], random: object
    ) -> None:
        files = tuple(
            kaart_file(*group, name=f"Kaart {number % 2}", organisaties=[organization(naam=f"Huis {number}")])
            for number, group in enumerate(groups)
        )
        shared = list(files[1:])
        random.shuffle(shared)  # type: ignore[attr-defined]  # hypothesis gives a Random
        assert combine(files, code="GM0505") == combine((files[0], *shared), code="GM0505")

    @given(st.lists(many_services(most=3), max_size=4))
    def test_every_entry_is_kept_or_told(self, groups: list[tuple[Service, ...]]) -> None:
        files: tuple[KaartFile, ...] = tuple(
            kaart_file(*group, name=f"Kaart {n}") for n, group in enumerate(groups)
        )
        found = combine(files, code="GM0505")
        told = {(entry.kaart, entry.id) for entry in found.left_out}
        for file in files:
            for item in file.services:
                assert item in found.services or (file.name, item.id) in told


@pytest.mark.parametrize(
    ("days", "counts", "too_old"),
    [
        (("2026-06-01",), "2026-06-01", None),
        (("2025-06-30",), "2025-06-30", None),
        (("2025-06-29",), None, "2025-06-29"),
        (("2025",), None, "2025"),
        (("2024-01", "2026-06-01"), "2026-06-01", None),
        (("2024-01", "2025-01"), None, "2025-01"),
        ((), None, None),
    ],
)
def test_a_declaration_holds_for_a_year(
    days: tuple[str, ...], counts: str | None, too_old: str | None
) -> None:
    found = Kaart.model_validate({"complete": [declared() | {"datum": day} for day in days]})
    as_of = date(2026, 6, 30)
    current = found.declared_complete("ketenstap", "preventie", as_of=as_of)
    lapsed = found.declared_too_long_ago("ketenstap", "preventie", as_of=as_of)
    assert (current and str(current.day), lapsed and str(lapsed.day)) == (counts, too_old)
    assert found.declared_complete("ketenstap", "toeleiden", as_of=as_of) is None
