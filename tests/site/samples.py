"""A small site in memory: two organizations that everybody may see, and much that nobody may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.kaart.samples import AS_OF, gemeente, organization, service

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import sound_catalogue
from psoh_cli.site.build import Outcome, build
from psoh_cli.site.build_plan import Plan
from psoh_cli.site.public import Chosen
from psoh_cli.site.site_plan import Subject, plan_site
from psoh_cli.site.texts import Counted, TextsFile
from psoh_cli.site.texts_check import Progress, judge
from psoh_cli.site.texts_files import dutch_labels, progress_of

NOWHERE = Path("/nowhere")
SIGN = "ضظ"
"""What stands for each word in made-up text: two letters that say nothing."""

ADDRESS = "https://hulp.gemeente.example/"

ORGANIZATIONS = (
    organization(
        id="gemeente",
        naam="Gemeente Dordrecht",
        ketenpartner="gemeente-beleid",
        contact={"functie": "beheer", "telefoon": "078-1234567", "email": "kaart@gemeente.example"},
    ),
    organization(
        website="www.huis.example",
        contact={"telefoon": "020-1234567", "email": "info@huis.example"},
        locaties=[
            {
                "id": "buurthuis",
                "naam": "Buurthuis Centrum",
                "adres": {"straat": "Marktplein 1", "postcode": "1234 AB", "plaats": "Dordrecht"},
                "bereikbaarheid": "Bus 4, halte Markt",
                "openingstijden": [{"dagen": ["maandag"], "van": "09:00", "tot": "17:00"}],
            }
        ],
    ),
)
SERVICES = (
    service(
        id="groep",
        naam="Groep voor ouders",
        aanbod="Praten over opvoeden",
        soort_aanbod=["groep"],
        doelgroepen=["ouders"],
        leeftijd={"van": "18", "tot": "64"},
        talen=["nl", "ti"],
        tolkinzet="op-aanvraag",
        tolktalen=["ar"],
        toegang=["verwijzing-huisarts"],
        verwijsroute="De huisarts stuurt een brief.",
        kosten_client="eigen-bijdrage",
        kosten_bedrag="12",
        wachttijd={"weken": "6", "gemeten_op": "2026-05-01"},
        uitsluitcriteria="Mensen in crisis",
        locaties=["buurthuis"],
        openingstijden=[{"dagen": ["dinsdag", "donderdag"], "van": "09:30", "tot": "12:00"}],
    ),
    service(id="inloop", naam="Inloop", toegang=["vrij"], kosten_client="gratis", gecontroleerd_op="2024-01"),
    service(id="nieuw", naam="Nieuw", status="tijdelijk-gesloten", gecontroleerd_op="onbekend"),
)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    return sound_catalogue()


def kaart(*, organizations: Iterable[Any] = ORGANIZATIONS, services: Iterable[Any] = SERVICES) -> Kaart:
    return Kaart(organizations=tuple(organizations), services=tuple(services))


def planned(
    found: Kaart | None = None,
    *,
    translations: tuple[Progress, ...] = (),
    address: str = "",
    of: Gemeente | None = None,
    as_of: date = AS_OF,
) -> tuple[Plan, Chosen]:
    shown = found or kaart()
    subject = Subject(
        name="Kaart",
        gemeente=of or gemeente(voorbeeld="illustratief"),
        own=[item.id for item in shown.organizations],
        as_of=as_of,
        address=address,
    )
    return plan_site(shown, subject=subject, translations=translations, catalogue=catalogue())


def pages(found: Kaart | None = None, **options: Any) -> dict[str, str]:
    """Make every file of a site, by its place."""
    plan, _ = planned(found, **options)
    return {
        item.place: made if isinstance(made, str) else made.decode("utf-8")
        for item in plan.all()
        for made in [item.make()]
    }


def built(folder: Path, found: Kaart | None = None, *, anew: bool = False, **options: Any) -> Outcome:
    plan, _ = planned(found, **options)
    return build(plan, folder, anew=anew)


@lru_cache(maxsize=1)
def english() -> Progress:
    return progress_of("en", folder=NOWHERE)


def pseudo(code: str = "ar", *, sign: str = SIGN, without: Iterable[str] = ()) -> Progress:
    """Fill every label with made-up text that means nothing, in the script of a language."""
    labels = {
        key: {"nl": label, "tekst": _pseudo(label, sign=sign)}
        for key, label in dutch_labels().items()
        if key not in set(without)
    }
    file = TextsFile.model_validate({"formaat": "1", "taal": code, "teksten": labels})
    return judge(file, dutch=dutch_labels(), plural_forms=("other",))


def _pseudo(label: str | Counted, *, sign: str) -> Any:
    """Put a sign in place of each word that is not filled in."""
    if isinstance(label, Counted):
        return {"other": _pseudo(label.other, sign=sign)}
    return " ".join(word if "{" in word else sign for word in label.split())


class Reader(HTMLParser):
    """What a test wants to know of a page: its elements with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, Mapping[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[Mapping[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]
