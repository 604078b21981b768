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
        ("dienst/inloop.html", "Laatst gecontroleerd: januari 2024. Dit is lang niet gecontroleerd. Vraag eerst of"),
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


@pytest.mark.parametrize(
    ("fields", "expected", "never"),
    [
        (
            {"tolkinzet": "informeel", "tolktalen": ["ti"]},
            "anders met vertalen, in deze talen: ትግርኛ",
            "Met een tolk",
        ),
        (
            {"tolkinzet": "geen", "tolktalen": ["ti"]},
            "Misschien is er een tolk voor deze talen",
            "Er is geen tolk",
        ),
        (
            {"tolktalen": ["ti"]},
            "Misschien is er een tolk voor deze talen",
            "Wij weten niet of er een tolk is",
        ),
        ({"kosten_bedrag": "10"}, "Het kost €", "Wij weten niet wat het kost"),
        (
            {"kosten_client": "gratis", "kosten_bedrag": "25"},
            "ook dat het €\N{NO-BREAK SPACE}25 kost",
            "Gratis",
        ),
    ],
)
def test_a_page_does_not_contradict_itself(fields: dict[str, object], expected: str, never: str) -> None:
    made = pages(kaart(organizations=[organization()], services=[service(**fields)]))
    told = " ".join(said(made["dienst/dienst.html"]).split())
    assert " ".join(expected.split()) in told
    assert never not in told
    assert f"<li>{never}</li>" not in made["index.html"]
    assert never not in said(made["lijst.html"])


def test_what_search_engines_read_follows_the_organization_too() -> None:
    found = {
        day: pages(
            kaart(
                organizations=[
                    organization(
                        gecontroleerd_op=day,
                        locaties=[
                            {
                                "id": "hoek",
                                "naam": "Hoek",
                                "openingstijden": [{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}],
                            }
                        ],
                    )
                ],
                services=[service(locaties=["hoek"])],
            )
        )["dienst/dienst.html"]
        for day in ("2026-06-01", "2020-01-01")
    }
    assert "openingHoursSpecification" in found["2026-06-01"]
    assert "openingHoursSpecification" not in found["2020-01-01"]


def test_without_a_contact_of_the_gemeente_a_mistake_goes_to_the_organisation() -> None:
    made = pages(kaart(organizations=[organization()], services=[service()]))
    assert "Meld het bij uw gemeente." in said(made["over.html"])


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


CRISIS = service(
    id="acuut", naam="Crisisdienst", ketenstappen=["crisis"], toegang=["verwijzing-huisarts"], locaties=[]
)


@pytest.mark.parametrize("place", ["dienst/acuut.html", "poster/dienst-acuut.html", "lijst.html"])
def test_in_a_crisis_a_reader_is_told_whom_to_call_and_of_no_appointment(place: str) -> None:
    text = said(pages(kaart(services=[CRISIS]))[place]).partition("Ga naar de inhoud")[2]
    content = text.rpartition("Is er direct gevaar? Bel 112.")[0] if place != "lijst.html" else text
    assert (
        "Is er direct gevaar? Bel 112. Is er geen direct gevaar, maar kan het niet wachten? Bel uw huis"
        in text
    )
    assert "U komt hier alleen via een verwijzer." in content
    assert "afspraak" not in text
    assert "hoelang u moet wachten" not in text


def test_only_a_crisis_has_the_box_and_an_open_one_names_no_referrer() -> None:
    found = service(id="acuut", naam="Crisisdienst", ketenstappen=["crisis"], toegang=["vrij"])
    page = pages(kaart(services=[found]))["dienst/acuut.html"]
    assert "spoedhulp" in page
    assert "verwijzer" not in said(page)
    assert "spoedhulp" not in plain()["dienst/groep.html"]


def test_who_cannot_be_reached_leads_to_the_gemeente_and_has_no_poster() -> None:
    gemeente_, *_ = kaart().organizations
    lone = organization(id="stil", naam="Stil", contact=None, website=None)
    made = pages(kaart(organizations=[gemeente_, lone], services=[service(id="los", organisatie="stil")]))
    for place in ("dienst/los.html", "organisatie/stil.html"):
        assert "Vraag het bij Gemeente Dordrecht: Telefoon078-1234567" in said(made[place])
        assert "poster" not in made[place]
    assert "Vraag het bij Gemeente Dordrecht: 078-1234567" in said(made["lijst.html"])
    assert not [place for place in made if place.startswith("poster/dienst")]
    alone = pages(kaart(organizations=[lone], services=[service(id="los", organisatie="stil")]))
    assert "Vraag het bij uw gemeente, uw begeleider of uw huisarts." in said(alone["dienst/los.html"])


@pytest.mark.parametrize("place", ["poster/dienst-groep.html", "lijst.html"])
def test_paper_tells_the_way_in(place: str) -> None:
    assert "U hebt een verwijzing van uw huisarts nodig." in said(plain()[place])
    assert "Wachttijd: Ongeveer 6 weken" in said(plain()[place])


def test_an_address_on_a_poster_goes_on_behind_a_slash_only() -> None:
    poster = both()["poster/dienst-groep.html"]
    assert '<bdi dir="ltr">hulp.gemeente.example/<wbr>dienst/<wbr>groep.html</bdi>' in poster


def test_a_card_tells_never_checked_from_long_ago() -> None:
    marks = plain()["organisatie/huis.html"]
    assert '<li class="oud">Niet gecontroleerd</li>' in marks
    assert '<li class="oud">Lang niet gecontroleerd</li>' in marks
    assert "<li>Tolk mogelijk</li>" in marks
