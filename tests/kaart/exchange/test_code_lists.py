"""The lists of codes of others that psoh carries, and the rules that hold a kaart against them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.kaart.judging import in_service, told

from psoh_cli.errors import ProblemsError
from psoh_cli.kaart.exchange.code_lists_file import read_code_lists

LISTS = read_code_lists()
assert LISTS.activities is not None
assert LISTS.products is not None
ACTIVITIES, PRODUCTS = LISTS.activities, LISTS.products

CONFIRMED = "1.1 1.2 3.5 4.1 6.1 7.1 7.2 8.1 8.2 8.4 8.6 9.1 9.2 9.3 10.1 10.2 11.1 11.3 11.5"
"""The codes that a second source names; the others still have to be looked up in the manual."""


def test_the_list_has_eleven_themes_with_forty_five_activities() -> None:
    assert [theme.code for theme in ACTIVITIES.themes] == [str(number) for number in range(1, 12)]
    assert [len(theme.activities) for theme in ACTIVITIES.themes] == [3, 3, 8, 2, 3, 2, 3, 6, 4, 4, 7]
    assert all(
        item.code.partition(".")[0] == theme.code for theme in ACTIVITIES.themes for item in theme.activities
    )
    assert len(set(ACTIVITIES.names.values())) == len(ACTIVITIES.names) == 45


def test_only_what_a_second_source_says_is_called_verified() -> None:
    sure = [code for code, item in ACTIVITIES.activity.items() if item.certainty == "geverifieerd"]
    assert sure == CONFIRMED.split()


@pytest.mark.parametrize(
    ("code", "layer"),
    [("6.1", "laag-1"), ("1.1", "laag-2"), ("5.3", "laag-2"), ("7.2", "laag-3"), ("8.3", "laag-3"), ("9.4", "laag-3"),
     ("8.4", "laag-4"), ("10.1", "laag-4"), ("11.1", None), ("12.1", None)],
)  # fmt: skip
def test_the_layer_of_an_activity(code: str, layer: str | None) -> None:
    assert ACTIVITIES.layer_of(code) == layer


@pytest.mark.parametrize(
    "text", ["jeugdhulp", "Jeugdhulp", "http://standaarden.overheid.nl/owms/terms/jeugdhulp"]
)
def test_a_product_is_known_by_its_name_or_address(text: str) -> None:
    assert PRODUCTS.uri_of(text) == "http://standaarden.overheid.nl/owms/terms/jeugdhulp"


def test_a_product_outside_the_choice_has_no_address() -> None:
    assert PRODUCTS.uri_of("hondenbelasting") is None


@pytest.mark.conformance
def test_every_product_stands_in_the_published_list(shared: Path) -> None:
    published = (shared / "standards" / "upl-2023-10.txt").read_text("utf-8").splitlines()
    lines = {f"{item.name} | {PRODUCTS.terms_at}{item.term}" for item in PRODUCTS.products}
    assert lines <= {line.strip() for line in published}


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "4ws-2012.yaml").write_text("versie: 4ws-2012\n", encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"4ws-2012\.yaml is niet te lezen"):
        read_code_lists(tmp_path)


def test_a_code_that_is_not_in_the_list() -> None:
    assert told(in_service(codes_4w=["3.4", "3.9"]), lists=LISTS)[0][::2] == (
        "KAART055", "4Ws-code '3.9' staat niet in de lijst 4ws-2012",
    )  # fmt: skip


@pytest.mark.parametrize(("code", "count"), [("6.2", 0), ("11.1", 0), ("3.4", 1), ("10.2", 1)])
def test_a_code_and_a_layer_that_do_not_go_together(code: str, count: int) -> None:
    found = told(in_service(codes_4w=[code], iasc_laag="laag-1"), lists=LISTS)
    assert [item[0] for item in found] == ["KAART056"] * count


def test_a_product_that_looks_like_another() -> None:
    ((code, _, message),) = told(in_service(upl="jeudghulp"), lists=LISTS)
    assert (code, message) == (
        "KAART057", "UPL-naam 'jeudghulp' staat niet in de keuze upl-2023-10 van psoh",
    )  # fmt: skip
    assert told(in_service(upl="wmo voorziening"), lists=LISTS) == []


def test_without_the_lists_nothing_is_said() -> None:
    assert told(in_service(codes_4w=["99.9"], upl="x")) == []
