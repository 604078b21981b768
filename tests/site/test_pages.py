"""What stands on the pages, in plain words; and that nothing on them fetches, runs or leads elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
import re
from functools import lru_cache
from urllib.parse import urlsplit

import pytest
from tests.kaart.samples import gemeente, organization, service
from tests.site.samples import ADDRESS, NOWHERE, Reader, english, kaart, pages

SCRIPT = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.DOTALL)
VERSIONS = ("", "en/")


@lru_cache(maxsize=1)
def both() -> dict[str, str]:
    return pages(translations=(english(),), address=ADDRESS)


@lru_cache(maxsize=1)
def plain() -> dict[str, str]:
    return pages(translations=(english(),))


def html(made: dict[str, str]) -> dict[str, str]:
    return {place: text for place, text in made.items() if place.endswith(".html")}


def said(page: str) -> str:
    return " ".join(Reader(page).text.split())


def test_which_pages_there_are() -> None:
    own = {"index.html", "lijst.html", "over.html"}
    entries = {
        f"{kind}/{name}.html"
        for name, kinds in (
            ("groep", ("dienst", "poster/dienst-")), ("inloop", ("dienst",)), ("nieuw", ("dienst",)),
            ("huis", ("organisatie",)), ("gemeente", ("organisatie",)),
        )
        for kind in kinds
        if not kind.endswith("-")
    }  # fmt: skip
    posters = {f"poster/dienst-{name}.html" for name in ("groep", "inloop", "nieuw")}
    posters |= {f"poster/organisatie-{name}.html" for name in ("huis", "gemeente")}
    wanted = {f"{folder}{place}" for folder in VERSIONS for place in own | entries | posters} | {"404.html"}
    assert set(html(plain())) == wanted
    assert "sitemap.xml" not in plain()
    assert "sitemap.xml" in both()


@pytest.mark.parametrize(
    "words",
    [
        "Groep voor ouders", "Praten over opvoeden", "Ouders", "van 18 tot en met 64 jaar", "Mensen in crisis",
        "ትግርኛ (Tigrinya)", "العربية (Arabisch)", "U kunt vooraf om een tolk vragen.",
        "U hebt een verwijzing van uw huisarts nodig.", "De huisarts stuurt een brief.",
        "Ongeveer 6 weken (gemeten op 1 mei 2026)", "U betaalt zelf een deel. Het kost € 12.", "Buurthuis Centrum",
        "Marktplein 1", "1234 AB", "Zo komt u er: Bus 4, halte Markt", "dinsdag en donderdag van 09:30 tot 12:00",
        "maandag van 09:00 tot 17:00", "020-1234567", "info@huis.example", "huis.example", "Voor mensen in: Dordrecht",
        "Laatst gecontroleerd: 1 juni 2026.", "Dit is een voorbeeld.",
    ],
)  # fmt: skip
def test_a_service_says_what_a_reader_needs(words: str) -> None:
    assert words in said(plain()["dienst/groep.html"])


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("dienst/inloop.html", "Laatst gecontroleerd: januari 2024. Dat is lang geleden. Vraag eerst of dit nog"),
        ("dienst/nieuw.html", "Niet gecontroleerd. Vraag eerst of dit klopt."),
        ("dienst/nieuw.html", "Dit is nu tijdelijk gesloten."),
        ("dienst/nieuw.html", "Wij weten niet wat het kost. Vraag het vooraf."),
        ("dienst/nieuw.html", "Wij weten niet of er een tolk is."),
        ("dienst/nieuw.html", "Wij weten niet waar dit is."),
        ("dienst/inloop.html", "U hebt geen verwijzing nodig."),
        ("organisatie/huis.html", "Wat Huis doet"),
        ("organisatie/gemeente.html", "Er staat nog geen hulp of activiteit van deze organisatie op deze website."),
        ("over.html", "Meld het bij Gemeente Dordrecht:"),
        ("over.html", "kaart@gemeente.example"),
        ("over.html", "De website is gemaakt op 30 juni 2026."),
        ("lijst.html", "Op deze lijst staan 3 diensten."),
        ("lijst.html", "Leren omgaan met stress"),
        ("poster/dienst-groep.html", "Er staat geen code op deze poster."),
        ("poster/dienst-groep.html", "Bel 020-1234567"),
        ("en/dienst/groep.html", "from 18 up to and including 64 years"),
        ("en/dienst/groep.html", "Last checked: 1 June 2026."),
        ("en/dienst/groep.html", "Tuesday and Thursday from 09:30 to 12:00"),
        ("en/lijst.html", "There are 3 services on this list."),
    ],
)  # fmt: skip
def test_what_a_page_says(place: str, words: str) -> None:
    assert words in said(plain()[place])


def test_without_a_contact_of_the_gemeente_a_mistake_goes_to_the_organisation() -> None:
    made = pages(kaart(organizations=[organization()], services=[service()]))
    assert "Meld het bij de organisatie zelf." in said(made["over.html"])


def test_a_dossier_that_is_no_example_has_no_banner() -> None:
    assert "voorbeeld" not in pages(of=gemeente())["dienst/groep.html"]
    assert "gemaakt met openbare bronnen" in pages(of=gemeente(voorbeeld="openbare-bronnen"))["over.html"]


def test_phone_and_mail_can_be_tapped() -> None:
    links = {link.get("href") for link in Reader(plain()["dienst/groep.html"]).all("a")}
    assert {"tel:0201234567", "mailto:info@huis.example", "https://www.huis.example"} <= links


def test_every_way_leads_to_a_page_of_the_site() -> None:
    lost = [
        (place, target)
        for place, page in html(plain()).items()
        for tag, attributes in Reader(page).elements
        for target in [attributes.get("href") or attributes.get("src")]
        if tag in {"a", "link", "script", "img"} and target and not urlsplit(target).scheme
        and not target.startswith("#")
        and posixpath.normpath(posixpath.join(posixpath.dirname(place), target)) not in plain()
    ]  # fmt: skip
    assert lost == []


def test_nothing_comes_from_elsewhere_and_nothing_stands_in_the_page_that_runs() -> None:
    for place, page in html(both()).items():
        for tag, attributes in Reader(page).elements:
            assert "style" not in attributes, (place, tag)
            assert not any(name.startswith("on") for name in attributes), (place, tag)
            assert tag not in {"style", "iframe", "object", "embed", "img", "base"}, place
            if tag in {"script", "link"} and attributes.get("rel") not in {"alternate", "canonical"}:
                target = (attributes.get("src") or attributes.get("href") or "").removeprefix(ADDRESS)
                assert not urlsplit(target).scheme, (place, target)


def test_the_policy_names_what_stands_in_the_page() -> None:
    for page in html(both()).values():
        policy = next(
            item["content"] or ""
            for item in Reader(page).all("meta")
            if item.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.startswith("default-src 'none'; script-src 'self'")
        assert "unsafe" not in policy
        hashes = re.findall(r"'(sha256-[^']+)'", policy)
        texts = SCRIPT.findall(page)
        found = [
            "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts
        ]
        assert hashes == found


def test_search_engines_are_told_what_a_service_is() -> None:
    found = json.loads(SCRIPT.findall(both()["en/dienst/groep.html"])[0])
    assert found["@type"] == "Service"
    assert found["@id"] == f"{ADDRESS}en/dienst/groep.html"
    assert found["areaServed"]["name"] == "gemeente Dordrecht"


def test_with_an_address_a_poster_has_a_code_and_pages_name_each_other_whole() -> None:
    poster = both()["poster/dienst-groep.html"]
    assert (
        '<svg class="qr" role="img" aria-label="Code die naar https://hulp.gemeente.example/dienst/groep.html'
        in poster
    )
    assert "Er staat geen code" not in poster
    links = {
        link.get("hreflang"): link.get("href") for link in Reader(both()["dienst/groep.html"]).all("link")
    }
    assert links["en"] == f"{ADDRESS}en/dienst/groep.html"
    assert f"<loc>{ADDRESS}dienst/groep.html</loc>" in both()["sitemap.xml"]
    assert f'href="{ADDRESS}bestanden/site.css"' in both()["404.html"]


def test_dutch_content_in_another_language_says_that_it_is_dutch() -> None:
    page = both()["en/dienst/groep.html"]
    assert '<span lang="nl" dir="auto">Praten over opvoeden</span>' in page
    assert '<h1><bdi lang="nl">Groep voor ouders</bdi></h1>' in page
    assert '<html lang="en" dir="ltr">' in page


def test_the_switch_names_each_language_by_itself() -> None:
    page = both()["en/dienst/groep.html"]
    assert 'lang="nl" hreflang="nl" dir="ltr">Nederlands</a>' in page
    assert 'lang="en" hreflang="en" dir="ltr" aria-current="true">English</a>' in page
    assert NOWHERE.name not in page
