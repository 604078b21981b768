"""What everybody may see, and that nothing else gets as far as the site."""

from __future__ import annotations

from typing import Any

import pytest
from tests.kaart.samples import AS_OF, organization, service
from tests.site.samples import kaart, pages

from psoh_cli.kaart.public_fields import Reason
from psoh_cli.site.public import MOST_CHARACTERS, LeftOut, choose_public, clean

MARK = "zekergeheim"


def test_what_is_not_for_everybody_is_left_out_and_told() -> None:
    found = kaart(
        organizations=[
            organization(),
            organization(id="dicht", zichtbaar="professional"),
            organization(id="elders"),
        ],
        services=[
            service(id="open"),
            service(id="geheim", zichtbaar="professional"),
            service(id="van-dicht", organisatie="dicht"),
            service(id="scholing", doelgroepen=["professionals"]),
            service(id="weg", status="gestopt"),
            service(id="dicht-voor-nu", status="tijdelijk-gesloten"),
        ],
    )
    chosen = choose_public(found, own=["huis"], as_of=AS_OF)
    assert [item.id for item in chosen.public.services] == ["dicht-voor-nu", "open"]
    assert [item.id for item in chosen.public.organizations] == ["huis"]
    assert set(chosen.left_out) == {
        LeftOut("dicht", Reason.PROFESSIONAL),
        LeftOut("geheim", Reason.PROFESSIONAL),
        LeftOut("van-dicht", Reason.ORGANIZATION),
        LeftOut("scholing", Reason.FOR_PROFESSIONALS),
        LeftOut("weg", Reason.STOPPED),
        LeftOut("elders", Reason.NOT_HERE),
    }


def test_a_place_where_only_something_hidden_is_does_not_show() -> None:
    places = [{"id": name, "naam": name} for name in ("samen", "schuil", "leeg")]
    found = kaart(
        organizations=[organization(locaties=places)],
        services=[
            service(id="open", locaties=["samen"]),
            service(id="geheim", zichtbaar="professional", locaties=["samen", "schuil"]),
        ],
    )
    shown = choose_public(found, own=[], as_of=AS_OF).public.organizations[0]
    assert [place.id for place in shown.locations] == ["samen", "leeg"]


def test_a_contact_for_professionals_is_not_there() -> None:
    contact = {"telefoon": "020-1234567", "zichtbaar": "professional"}
    found = kaart(organizations=[organization(contact=contact)], services=[service(contact=contact)])
    shown = choose_public(found, own=[], as_of=AS_OF).public
    assert shown.organizations[0].contact is None
    assert shown.services[0].contact is None


def test_nothing_internal_or_hidden_is_in_any_file() -> None:
    """Plant a mark in every text that is not for the public, and look for it in all bytes of the site."""
    internal: dict[str, Any] = {
        "bron": f"{MARK} bron",
        "bron_jaar": f"{MARK} jaar",
        "gecontroleerd_door": f"{MARK} rol",
        "toelichting": f"{MARK} toelichting",
        "geschiedenis": [{"op": "2026-01-01", "door": f"{MARK} door", "veld": "naam", "was": f"{MARK} was"}],
        "termijn_maanden": "7",
    }
    hidden = {"zichtbaar": "professional"}
    found = kaart(
        organizations=[
            organization(
                **internal,
                kvk="31415926",
                agb="27182818",
                in_klankbordgroep="ja",
                contact={"functie": f"{MARK} functie", "telefoon": "020-7654321", **hidden},
                locaties=[{"id": f"{MARK}-plek", "naam": f"{MARK} plek", "bereikbaarheid": f"{MARK} bus"}],
            ),
            organization(
                id=f"{MARK}-org", naam=f"{MARK} organisatie", website=f"https://{MARK}.example", **hidden
            ),
        ],
        services=[
            service(
                **internal,
                id="open",
                cultuursensitief=[f"{MARK}-criterium"],
                iasc_laag=f"{MARK}-laag",
                pijlers=[f"{MARK}-pijler"],
                codes_4w=["9.7"],
                upl=f"{MARK} upl",
                capaciteit={"plaatsen": "31415", "per": "jaar"},
                contact={"functie": f"{MARK} functie", "email": f"{MARK}@huis.example", **hidden},
            ),
            service(
                id=f"{MARK}-dienst", naam=f"{MARK} dienst", locaties=[f"{MARK}-plek"], talen=["rom"], **hidden
            ),
            service(id=f"{MARK}-van", organisatie=f"{MARK}-org", naam=f"{MARK} van"),
            service(id=f"{MARK}-prof", naam=f"{MARK} scholing", doelgroepen=["professionals"]),
            service(id=f"{MARK}-weg", naam=f"{MARK} gestopt", status="gestopt", werkgebied=[f"{MARK} wijk"]),
        ],
    )
    made = pages(found, address="https://hulp.gemeente.example/")
    leaked = [
        (place, secret)
        for place, text in made.items()
        for secret in (MARK, "31415", "27182818", "020-7654321", "9.7", "Romani")
        if secret in text or secret in place
    ]
    assert leaked == []
    assert "dienst/open.html" in made


def test_that_a_mark_in_a_public_text_would_be_found() -> None:
    made = pages(kaart(organizations=[organization()], services=[service(aanbod=f"{MARK} aanbod")]))
    places = {place for place, text in made.items() if MARK in text}
    assert {"dienst/dienst.html", "index.html", "lijst.html", "bestanden/gegevens-nl.js"} <= places


def test_counts_do_not_tell_of_what_is_hidden() -> None:
    hidden = [service(id=f"h{number}", zichtbaar="professional") for number in range(3)]
    with_hidden = pages(kaart(organizations=[organization()], services=[service(), *hidden]))
    without = pages(kaart(organizations=[organization()], services=[service()]))
    assert with_hidden == without


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gewoon", "gewoon"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u202egevaar\u202c", "gevaar"),
        ("zacht\u00adafbreken", "zachtafbreken"),
        ("می\u200cروم", "می\u200cروم"),
        ("twee\nregels", "twee\nregels"),
        ("bel\x07", "bel"),
        ("vlag\U000e0067", "vlag"),
    ],
)
def test_what_nobody_sees_is_taken_out(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_text_of_ten_million_characters_is_shortened_and_told() -> None:
    found = kaart(organizations=[organization()], services=[service(aanbod="lang " * 2_000_000)])
    chosen = choose_public(found, own=[], as_of=AS_OF)
    assert len(chosen.public.services[0].description) <= MOST_CHARACTERS
    assert chosen.mended == ("dienst",)


def test_what_was_clean_is_not_told_of() -> None:
    chosen = choose_public(kaart(), own=[], as_of=AS_OF)
    assert chosen.mended == ()
