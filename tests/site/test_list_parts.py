"""The list in parts: nothing is lost, no page is too long, and every heading can be found."""

from __future__ import annotations

import pytest
from tests.kaart.samples import organization, service
from tests.site.samples import kaart, pages, planned

from psoh_cli.site.list_parts import Heading, ListPart, list_parts
from psoh_cli.site.pages import Group


def groups(**counts: int) -> tuple[Group, ...]:
    found = kaart(
        organizations=[organization()],
        services=[
            service(id=f"{step}-{number:03}", naam="D", ketenstappen=[step])
            for step, count in counts.items()
            for number in range(count)
        ],
    )
    return planned(found)[0].site.groups


def named(part: ListPart) -> list[tuple[str, int]]:
    return [(group.step, len(group.services)) for group in part.groups]


def test_a_short_list_is_one_page() -> None:
    assert [named(part) for part in list_parts(groups(preventie=3), most=3)] == [[("preventie", 3)]]
    (empty,) = list_parts(())
    assert (empty.place, empty.groups, empty.services) == ("lijst.html", (), 0)


def test_a_long_heading_goes_on_and_is_found_where_it_begins() -> None:
    parts = list_parts(groups(overdracht=2, preventie=5), most=3)
    assert [named(part) for part in parts] == [
        [("overdracht", 2), ("preventie", 1)],
        [("preventie", 3)],
        [("preventie", 1)],
    ]
    assert {part.headings for part in parts} == {
        (
            Heading(step="overdracht", place="lijst.html#voor-overdracht"),
            Heading(step="preventie", place="lijst.html#voor-preventie"),
        )
    }
    assert [(part.before, part.place, part.after) for part in parts] == [
        ("", "lijst.html", "lijst-2.html"),
        ("lijst.html", "lijst-2.html", "lijst-3.html"),
        ("lijst-2.html", "lijst-3.html", ""),
    ]
    assert {part.services for part in parts} == {7}


@pytest.mark.parametrize("most", [1, 2, 4, 7, 50])
def test_every_service_stands_on_the_list_once(most: int) -> None:
    whole = groups(overdracht=4, preventie=3, toeleiden=6)
    shown = [
        page for part in list_parts(whole, most=most) for group in part.groups for page in group.services
    ]
    assert shown == [page for group in whole for page in group.services]
    assert max(sum(size for _, size in named(part)) for part in list_parts(whole, most=most)) <= most


def test_the_first_page_of_a_large_kaart_stays_small_and_leads_to_the_whole_list() -> None:
    services = [service(id=f"d-{number:03}", naam=f"Dienst {number}") for number in range(201)]
    made = pages(kaart(organizations=[organization()], services=services))
    assert made["index.html"].count('class="kaartje"') == 60 + 1  # one is the template of the script
    assert 'href="lijst.html">Bekijk de hele lijst: 201 diensten' in made["index.html"]
    assert made["lijst.html"].count('class="regel"') == 200
    assert made["lijst-2.html"].count('class="regel"') == 1
    assert 'rel="next" href="lijst-2.html"' in made["lijst.html"]
    assert 'href="lijst.html#voor-preventie"' in made["lijst-2.html"]
