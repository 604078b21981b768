"""Whole kaarten made up by Hypothesis: every field empty or filled, with the text that people and attackers type."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from psoh_cli.characters import has_pile, obeyed_in
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.weekdays import WEEKDAYS
from psoh_cli.model import normal
from psoh_cli.vocabulary import (
    LANGUAGE_NAMES,
    Access,
    ClientCost,
    Interpreter,
    OfferKind,
    ServiceStatus,
    TargetGroup,
    Trained,
    Visibility,
)

KNOWN = KnownIds(
    chain_steps={
        "landen": "Landen, en basis op orde",
        "preventie": "preventie",
        "crisis": "Crisis",
        "dubbel": "Crisis",
    },
    partner_types={"welzijn": "Welzijn", "coa": "COA", "ggz": "welzijn"},
    layers={"laag-1": "Basis; voor iedereen", "laag-2": "Steun \\ gezin"},
    pillars={"toeleiding": "Toeleiding"},
    interventions={"7roses": "7ROSES", "net": "=NET()"},
    cultural_criteria={"eigen-taal": "eigen-taal"},
)
"""Names with commas, signs of formulas, twice the same, and that look like another id."""

NASTY = (
    '=HYPERLINK("http://kwaad.example";"klik")', "=cmd|' /C calc'!A0", "@SUM(1;2)", "+31 6 12345678",
    "-2+3", "\uff1d1+1", "\u200b=1+1", "'=1+1", "''-x", "'s avonds", "\ufeff+1", "0612345678", "01234567",
    "3.4", "8.10", "2e5", "1-2", "12-17", "3-apr", "mei 2026", "2026-03-15", "1/2", "50%", "09:00",
    "123456789012345678", "TRUE", "onwaar", "#N/A", "ja", "nee", "onbekend", "geen grens", "a, b",
    "a\\, b\\", "\\", ",", ";", '"', 'zei "ja"; en "nee"', "a|b | c", "straat: x", "a\nb", "\\n",
    "regel\n\n=regel", "a\tb", "a  b   c", "x: y", "(a) b)", "é ë ï", "e\u0301", "שלום",
    "\u200f\u0645\u0631\u062d\u0628\u0627", "ትግርኛ", "مركز الأمل", "دار السلام", "Центр Мир",
    "Дім Надія", "ማእከል ሰላም", "_x000D_", "a_x0041_b", "<script>alert(1)</script>",
    "&amp;", "{{ 7*7 }}", "${x}", "sep=;", "\u2028", "x\u2028y", "😀👩‍👩‍👧", "\u00a0a", "NULL", "nan",
    "1e309",
)  # fmt: skip


def sound(text: str) -> str:
    return normal(text.replace("\r", "")) if not obeyed_in(text.replace("\r", "")) else ""


texts = (
    st.sampled_from(NASTY)
    | st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\uffff\ufffe"), max_size=12)
    | st.text("=+-@'\",;\\|:() \t\n0123456789eé", max_size=12)
).map(sound).filter(lambda text: bool(text) and not has_pile(text))  # fmt: skip
slugs = st.sampled_from(("a", "1", "2e5", "3-4", "1-2", "true", "een-id", "x" * 60)) | st.from_regex(
    r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True
)
days = st.sampled_from(("2026-03-15", "1999-12-31", "2026-02", "2018", "2200-01-01", "1900"))
languages = st.lists(st.sampled_from((*LANGUAGE_NAMES, "nb", "xx", "qaa")), max_size=3)
visible = st.sampled_from(Visibility).map(str)
yes_no = st.sampled_from(("ja", "nee"))


def _either(known: dict[str, str]) -> st.SearchStrategy[str]:
    return st.sampled_from(tuple(known)) | slugs


def _some(values: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(values, max_size=3)


def _fields(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional)


schedules = st.lists(
    _fields(
        dagen=st.lists(st.sampled_from(WEEKDAYS), max_size=7),
        van=st.sampled_from(("09:00", "0:15", "23.59")),
        tot=st.sampled_from(("17:00", "00:00")),
        toelichting=texts,
    ),
    max_size=3,
)
contacts = _fields(functie=texts, telefoon=texts, email=texts, zichtbaar=visible)
websites = st.sampled_from(
    ("https://huis.example/a;b=c,d", "www.huis.example", "HTTP://x/'\"|"[:8], "https://x.example/=1")
)
locations = st.lists(
    st.builds(
        lambda required, optional: required | optional,
        st.fixed_dictionaries({"id": slugs, "naam": texts}),
        _fields(
            adres=_fields(straat=texts, postcode=texts, plaats=texts),
            wijk=texts,
            bereikbaarheid=texts,
            openingstijden=schedules,
        ),
    ),
    max_size=2,
)
histories = st.lists(
    st.builds(
        lambda required, optional: required | optional,
        st.fixed_dictionaries({"op": days, "veld": texts}),
        _fields(door=texts, was=texts, werd=texts),
    ),
    max_size=2,
)
_verified = {
    "bron_jaar": texts, "gecontroleerd_door": texts, "termijn_maanden": st.integers(1, 600), "toelichting": texts,
    "zichtbaar": visible, "geschiedenis": histories,
}  # fmt: skip
_stated = st.fixed_dictionaries(
    {"naam": texts, "bron": texts, "gecontroleerd_op": days | st.just("onbekend")}
)

_organizations = st.builds(
    lambda stated, partner, optional: stated | {"ketenpartner": partner} | optional,
    _stated,
    _either(dict(KNOWN.partner_types)),
    _fields(
        rol=texts, website=websites, kvk=texts, agb=texts, contact=contacts, locaties=locations,
        in_klankbordgroep=yes_no, **_verified,
    ),
)  # fmt: skip
_ages = st.tuples(st.none() | st.integers(0, 60), st.none() | st.integers(60, 120)).map(
    lambda ages: {key: age for key, age in zip(("van", "tot"), ages, strict=True) if age is not None}
)
_services = st.builds(
    lambda stated, offer, optional: stated | {"aanbod": offer} | optional,
    _stated,
    texts,
    _fields(
        status=st.sampled_from(ServiceStatus).map(str),
        soort_aanbod=_some(st.sampled_from(OfferKind).map(str)),
        doelgroepen=_some(st.sampled_from(TargetGroup).map(str)),
        leeftijd=_ages,
        talen=languages,
        tolkinzet=st.sampled_from(Interpreter).map(str),
        tolktalen=languages,
        cultuursensitief_getraind=st.sampled_from(Trained).map(str),
        cultuursensitief=_some(_either(dict(KNOWN.cultural_criteria))),
        ketenstappen=_some(_either(dict(KNOWN.chain_steps))),
        iasc_laag=_either(dict(KNOWN.layers)),
        pijlers=_some(_either(dict(KNOWN.pillars))),
        interventies=_some(_either(dict(KNOWN.interventions))),
        codes_4w=_some(st.sampled_from(("3.4", "8.10", "11.1"))),
        upl=texts,
        werkgebied=_some(texts | st.just("GM0505")),
        toegang=_some(st.sampled_from(Access).map(str)),
        verwijsroute=texts,
        kosten_client=st.sampled_from(ClientCost).map(str),
        kosten_bedrag=st.integers(0, 99_999),
        wachttijd=st.builds(
            lambda weeks, optional: {"weken": weeks} | optional,
            st.integers(0, 520),
            _fields(gemeten_op=days, aanmeldstop=yes_no),
        ),
        capaciteit=st.fixed_dictionaries(
            {"plaatsen": st.integers(0, 100_000), "per": st.sampled_from(("week", "jaar", "gelijktijdig"))}
        ),
        uitsluitcriteria=texts,
        locaties=_some(slugs),
        openingstijden=schedules,
        contact=contacts,
        website=websites,
        **_verified,
    ),
)


@st.composite
def kaarten(draw: st.DrawFn, *, most: int = 3) -> KaartFile:
    """Any kaart file that psoh takes: ids are there once, and a service may name an organization that is not there."""
    names = draw(st.lists(slugs, max_size=most, unique=True))
    organizations = [draw(_organizations) | {"id": name} for name in names]
    homes = st.sampled_from((*names, "nergens")) if names else st.just("nergens")
    ids = draw(st.lists(slugs, max_size=most, unique=True))
    services = [draw(_services) | {"id": name, "organisatie": draw(homes)} for name in ids]
    return KaartFile(
        format="1",
        knowledge_version="1",
        name=draw(texts),
        organizations=tuple(map(Organization.model_validate, organizations)),
        services=tuple(map(Service.model_validate, services)),
    )
