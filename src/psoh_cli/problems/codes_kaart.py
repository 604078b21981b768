"""The codes of the sociale kaart: here those about ids and dates, and all of them together."""

from __future__ import annotations

from psoh_cli.problems import (
    codes_kaart_counting,
    codes_kaart_lists,
    codes_kaart_names,
    codes_kaart_terms,
    codes_kaart_values,
    codes_kaart_whole,
)
from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_FROM_LIST = "Gebruik een id uit de lijst, die u ziet met: psoh praktijken --lijst"
_NOT_COUNTED = "Wat psoh niet herkent telt nergens mee, en dat ziet er in het rapport uit als een gat."

CODES = (
    Code(
        code="KAART001",
        severity=Severity.ERROR,
        title="De organisatie van een dienst staat niet op de kaart",
        what="Het veld organisatie van een dienst noemt een id dat bij organisaties niet voorkomt.",
        why="Zonder organisatie weet niemand wie de dienst biedt en welke ketenpartner het is.",
        remedy="Verbeter het id, of voeg de organisatie toe onder organisaties.",
        wrong="- id: wandelen\n  organisatie: buurthuys",
        right="- id: wandelen\n  organisatie: buurthuis",
        fix="onveilig",
    ),
    Code(
        code="KAART002",
        severity=Severity.ERROR,
        title="Een id is twee keer gebruikt",
        what="Twee organisaties, twee diensten, twee bronnen of twee locaties van één organisatie hebben hetzelfde id.",
        why="Een verwijzing naar dat id kan dan twee dingen betekenen; psoh kiest daar niet stil tussen.",
        remedy="Geef een van beide een ander id, en pas de verwijzingen ernaar aan.",
        wrong="- id: inloop\n- id: inloop\n  naam: Wandelgroep",
        right="- id: inloop\n- id: wandelgroep\n  naam: Wandelgroep",
    ),
    Code(
        code="KAART003",
        severity=Severity.ERROR,
        title="Een datum in de toekomst",
        what="Een controle, een meting of een verklaring heeft een datum na de peildatum.",
        why="Zo'n datum maakt gegevens ten onrechte actueel.",
        remedy="Verbeter de datum, of kies met --peildatum een latere dag.",
        wrong="gecontroleerd_op: 2027-09-01",
        right="gecontroleerd_op: 2026-11-21",
    ),
    Code(
        code="KAART004",
        severity=Severity.WARNING,
        title="Niet meer bevestigd",
        what="De laatste controle van een vermelding is langer geleden dan de termijn, of er is nooit gecontroleerd.",
        why="Het aanbod voor statushouders verandert snel. Wat niet bevestigd is, telt in de dekking als "
        "'niet meer bevestigd'. De gewone termijn is 12 maanden; dat is een keuze van psoh (afgeleid).",
        remedy="Vraag na of het nog klopt en leg dat vast met: psoh kaart bevestig ID --map MAP",
        wrong="gecontroleerd_op: 2025-09-01",
        right="gecontroleerd_op: 2025-12-01",
    ),
    Code(
        code="KAART005",
        severity=Severity.ERROR,
        title="Onbekende ketenstap",
        what="Een dienst noemt een ketenstap die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} ketenstappen",
        wrong="ketenstappen: [preventief]",
        right="ketenstappen: [preventie, versterken]",
        fix="onveilig",
    ),
    Code(
        code="KAART006",
        severity=Severity.ERROR,
        title="Onbekende ketenpartner",
        what="Een organisatie noemt een soort ketenpartner die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} ketenpartners",
        wrong="ketenpartner: welzijnswerk",
        right="ketenpartner: wijkteam",
        fix="onveilig",
    ),
    Code(
        code="KAART007",
        severity=Severity.ERROR,
        title="Onbekende laag",
        what="Een dienst noemt een laag van de IASC-piramide die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy="Kies laag-1, laag-2, laag-3 of laag-4.",
        wrong="iasc_laag: laag-5",
        right="iasc_laag: laag-2",
        fix="onveilig",
    ),
    Code(
        code="KAART008",
        severity=Severity.ERROR,
        title="Onbekende pijler",
        what="Een dienst noemt een pijler die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} pijlers",
        wrong="pijlers: [kennisbevorderen]",
        right="pijlers: [kennisbevordering]",
        fix="onveilig",
    ),
    Code(
        code="KAART009",
        severity=Severity.ERROR,
        title="Onbekende interventie",
        what="Een dienst noemt een interventie die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} interventies",
        wrong="interventies: [mindspring]",
        right="interventies: [mind-spring]",
        fix="onveilig",
    ),
    Code(
        code="KAART010",
        severity=Severity.ERROR,
        title="Onbekend criterium voor cultuursensitief werken",
        what="Een dienst noemt een criterium dat niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} criteria",
        wrong="cultuursensitief: [laagdrempelig-aanbod]",
        right="cultuursensitief: [laagdrempelig]",
        fix="onveilig",
    ),
    Code(
        code="KAART011",
        severity=Severity.ERROR,
        title="De kaart is volledig verklaard voor iets dat niet bestaat",
        what="Een regel bij volledig_voor noemt een waarde die niet bestaat.",
        why="Alleen waar de kaart volledig is verklaard, mag psoh zeggen dat iets ontbreekt. "
        "Dan moet wel vaststaan waarover de verklaring gaat.",
        remedy="Noem bij waarde een bestaand id. Voor de hele kaart: onderwerp: alles, zonder waarde.",
        wrong=(
            "volledig_voor:\n"
            "  - {onderwerp: ketenstap, waarde: preventief, datum: 2026-10-01, door: beleidsadviseur gezondheid}"
        ),
        right=(
            "volledig_voor:\n"
            "  - {onderwerp: ketenstap, waarde: preventie, datum: 2026-10-01, door: beleidsadviseur gezondheid}"
        ),
        fix="onveilig",
    ),
    Code(
        code="KAART012",
        severity=Severity.WARNING,
        title="Een taalcode die niet kan kloppen",
        what="Een taal of tolktaal heeft een code die psoh niet kent. Of een code die wel bestaat en vaak een "
        "vergissing is: die van een land (af), van een kleine taal met bijna dezelfde naam (tig) of van een "
        "onderdeel van een taal (apc).",
        why="De dekking koppelt talen op hun code. Een tikfout maakt een dienst onvindbaar voor wie die taal spreekt.",
        remedy="Gebruik een code uit ISO 639, bijvoorbeeld ar voor Arabisch of ti voor Tigrinya. Klopt de code toch, "
        "schrijf dan erboven: # psoh: negeer KAART012 omdat …",
        wrong="talen: [nl, tir]",
        right="talen: [nl, ti]",
        fix="veilig",
    ),
    Code(
        code="KAART013",
        severity=Severity.ERROR,
        title="Onbekende locatie",
        what="Een dienst noemt een locatie die niet bij zijn organisatie staat.",
        why="Wie de dienst zoekt, vindt dan geen adres.",
        remedy="Verbeter het id, of voeg de locatie toe bij de organisatie onder locaties.",
        wrong="locaties:\n  - id: dijkhuis\nlocaties: [dijk-huis]",
        right="locaties:\n  - id: dijkhuis\nlocaties: [dijkhuis]",
        fix="onveilig",
    ),
    *codes_kaart_counting.CODES,
    *codes_kaart_values.CODES,
    *codes_kaart_whole.CODES,
    *codes_kaart_names.CODES,
    *codes_kaart_lists.CODES,
    *codes_kaart_terms.CODES,
)
