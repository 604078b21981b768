"""Small kaarten for tests: one line each, everything not named unknown."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import Kaart, KaartFile
from psoh_cli.vocabulary import Interpreter, ServiceStatus, TargetGroup

AS_OF = date(2026, 6, 30)
STEPS = ("overdracht", "preventie", "toeleiden")
LANGUAGES = ("ar", "ti", "so")
AREAS = ("Centrum", "Oost")


def organization(**fields: Any) -> Organization:
    known = {
        "id": "huis",
        "naam": "Huis",
        "ketenpartner": "welzijn",
        "bron": "b",
        "gecontroleerd_op": "2026-06-01",
    }
    return Organization.model_validate(known | fields)


def service(**fields: Any) -> Service:
    known = {
        "id": "dienst", "organisatie": "huis", "naam": "Dienst", "aanbod": "een inloop", "bron": "b",
        "gecontroleerd_op": "2026-06-01", "ketenstappen": ["preventie"], "werkgebied": ["GM0505"],
    }  # fmt: skip
    return Service.model_validate(known | fields)


def kaart(*services: Service, complete: list[dict[str, str]] | None = None) -> Kaart:
    return Kaart.model_validate(
        {"organizations": (organization(),), "services": services, "complete": complete or []}
    )


def kaart_file(*services: Service, name: str = "Eigen kaart", **fields: Any) -> KaartFile:
    known = {
        "formaat": "1",
        "kennisversie": "1",
        "naam": name,
        "organisaties": [organization()],
        "diensten": services,
    }
    return KaartFile.model_validate(known | fields)


def gemeente(*, people: dict[str, int | None] | None = None, **fields: Any) -> Gemeente:
    groups = [{"taal": code, "aantal": count} for code, count in (people or {}).items()]
    known = {
        "formaat": "1",
        "kennisversie": "1",
        "code": "GM0505",
        "naam": "Dordrecht",
        "statushouders": {"talen": groups},
    }
    return Gemeente.model_validate(known | fields)


def declared(subject: str = "ketenstap", value: str | None = "preventie") -> dict[str, str]:
    entry = {"onderwerp": subject, "datum": "2026-05-01", "door": "regisseur"}
    return entry if value is None else entry | {"waarde": value}


_codes = st.lists(st.sampled_from(("nl", "en", *LANGUAGES)), max_size=3, unique=True)
_day = st.sampled_from(("onbekend", "2019", "2025-01", "2026-06-01"))
_areas = st.lists(st.sampled_from(("GM0505", *AREAS, "de hele regio")), max_size=2, unique=True)


@st.composite
def services(draw: st.DrawFn, *, number: int = 0) -> Service:
    """Any service, with any field empty or filled."""
    return service(
        id=f"dienst-{number}",
        naam=f"Dienst {number}",
        talen=draw(_codes),
        tolkinzet=draw(st.sampled_from(Interpreter)).value,
        tolktalen=draw(st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True)),
        status=draw(st.sampled_from(ServiceStatus)).value,
        doelgroepen=[
            item.value for item in draw(st.lists(st.sampled_from(TargetGroup), max_size=2, unique=True))
        ],
        leeftijd=draw(st.sampled_from((None, {"van": "18"}, {"van": "0", "tot": "12"}, {"tot": "17"}))),
        ketenstappen=draw(st.lists(st.sampled_from(STEPS), max_size=2, unique=True)),
        werkgebied=draw(_areas),
        gecontroleerd_op=draw(_day),
    )


@st.composite
def many_services(draw: st.DrawFn, *, most: int = 6) -> tuple[Service, ...]:
    return tuple(draw(services(number=number)) for number in range(draw(st.integers(0, most))))


declarations = st.lists(
    st.sampled_from(
        [declared(value=step) for step in STEPS] + [declared("alles", None), declared("taal", "ar")]
    ),
    max_size=2,
)
gemeenten = st.builds(
    lambda people, areas: gemeente(people=people, wijken=areas),
    st.dictionaries(st.sampled_from((*LANGUAGES, "onbekend")), st.none() | st.integers(0, 400), max_size=3),
    st.sampled_from(((), AREAS)),
)
