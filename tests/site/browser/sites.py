"""Sites on disk for a browser: only the pages that a test opens, of a kaart that fits what is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from tests.kaart.samples import AS_OF, gemeente, organization, service
from tests.site.samples import english, planned, pseudo

from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.site.build_plan import Plan

WIJKEN = ("Centrum", "Noord")

ORGANIZATIONS = (
    organization(
        id="gemeente",
        naam="Gemeente Dordrecht",
        ketenpartner="gemeente-beleid",
        contact={"functie": "beheer", "telefoon": "078-1234567", "email": "kaart@gemeente.example"},
    ),
    organization(
        id="huis",
        naam="Huis van de Wijk",
        contact={"telefoon": "020-1234567", "email": "info@huis.example"},
        locaties=[
            {
                "id": "buurthuis",
                "naam": "Buurthuis Centrum",
                "adres": {"straat": "Marktplein 1", "postcode": "1234 AB", "plaats": "Dordrecht"},
            }
        ],
    ),
    organization(id="ggz", naam="GGZ Drechtsteden", ketenpartner="ggz"),
)


def known(name: str, **fields: Any) -> Service:
    """Make a service of which everything is known that a filter asks."""
    return service(
        **{
            "id": name,
            "naam": name.capitalize(),
            "soort_aanbod": ["groep"],
            "ketenstappen": ["versterken"],
            "doelgroepen": ["volwassenen"],
            "leeftijd": {"van": "18"},
            "talen": ["nl"],
            "tolkinzet": "geen",
            "toegang": ["vrij"],
            "kosten_client": "gratis",
            "werkgebied": ["GM0505"],
            "gecontroleerd_op": "2026-05-01",
            **fields,
        }
    )


SERVICES = (
    known("praatgroep", aanbod="Samen praten over slapen, stress en heimwee", talen=["nl", "ti"]),
    known(
        "taalmaatje",
        aanbod="Een vrijwilliger oefent met u Nederlands",
        soort_aanbod=["maatje"],
        talen=["nl", "ar"],
    ),
    known(
        "traumabehandeling",
        organisatie="ggz",
        naam="Behandeling bij trauma",
        aanbod="Gesprekken met een psycholoog",
        soort_aanbod=["behandeling"],
        ketenstappen=["gespecialiseerd"],
        tolkinzet="op-aanvraag",
        toegang=["verwijzing-huisarts"],
        kosten_client="eigen-risico",
        interventies=["emdr"],
    ),
    known(
        "jeugdclub",
        doelgroepen=["jongeren"],
        leeftijd={"van": "12", "tot": "17"},
        werkgebied=["GM0505", "Noord"],
    ),
    known(
        "vrouwengroep", doelgroepen=["vrouwen"], locaties=["buurthuis"], aanbod="Koken en café voor vrouwen"
    ),
    known(
        "oud",
        naam="Spreekuur ouderen",
        doelgroepen=["ouderen"],
        leeftijd={"van": "65"},
        gecontroleerd_op="2024-01",
    ),
    service(
        id="vaag",
        naam="Inloop zonder gegevens",
        aanbod="Kom binnen voor koffie",
        gecontroleerd_op="2026-05-01",
    ),
    known("dicht", naam="Dicht loket", status="tijdelijk-gesloten", tolkinzet="onbekend"),
)


@cache
def small_plan() -> Plan:
    """Plan the small site: in Dutch, English, and Arabic with made-up labels."""
    kaart = Kaart(organizations=ORGANIZATIONS, services=SERVICES)
    of = gemeente(voorbeeld="illustratief", wijken=WIJKEN)
    return planned(kaart, of=of, translations=(english(), pseudo("ar", without=["zoek_vorm"])), as_of=AS_OF)[
        0
    ]


def write(plan: Plan, folder: Path, *, only: Callable[[str], bool] = lambda _: True) -> Path:
    """Write the files of a plan, or only those whose place fits."""
    for item in plan.all():
        if not only(item.place):
            continue
        made = item.make()
        path = folder / item.place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8"))
    return folder


def of_first_page(place: str) -> bool:
    """Tell whether a file is asked for by the Dutch first page."""
    return place in {"index.html", "bestanden/gegevens-nl.js"} or place.endswith((".css", ".svg", "zoek.js"))
