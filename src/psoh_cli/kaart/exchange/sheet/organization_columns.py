"""The columns about an organization."""

from __future__ import annotations

from functools import partial

from psoh_cli.kaart.exchange.sheet.column import VISIBLE_TO, Column

_column = partial(Column, who="organisatie")

ORGANIZATION_COLUMNS: tuple[Column, ...] = (
    _column(
        key="naam", heading="Organisatie", required=True, width=30, example="Welzijn Oost",
        meaning="De naam van de organisatie. Op het blad Diensten kiest u haar uit de lijst.",
    ),
    _column(
        key="ketenpartner", heading="Soort organisatie", kind="keuze", known="partner_types", required=True,
        width=32, example="Welzijnsorganisatie en sociale basis",
        meaning="Welke rol zij in de keten heeft. Kies wat er het dichtst bij komt.",
    ),
    _column(
        key="rol", heading="Rol van de organisatie", width=32, example="Ontmoeting en taal in de wijk",
        meaning="Wat zij voor statushouders doet, in één zin.",
    ),
    _column(
        key="website", heading="Website van de organisatie", width=28, example="https://welzijn-oost.example",
        meaning="Het adres van haar website, met https:// ervoor.",
    ),
    _column(
        key="kvk", heading="KvK-nummer", width=13, example="01234567",
        meaning="Het nummer in het handelsregister: acht cijfers, ook de nullen vooraan.",
    ),
    _column(
        key="agb", heading="AGB-code", width=13, example="01234567",
        meaning="De code waaronder zorgverzekeraars haar kennen: acht cijfers, ook de nullen vooraan.",
    ),
    _column(
        key="contact.functie", heading="Organisatie, contact: functie", width=20, example="receptie",
        meaning="Bij wie men moet zijn: een functie, nooit de naam van een persoon.",
    ),
    _column(
        key="contact.telefoon", heading="Organisatie, contact: telefoon", width=17, example="078-1234567",
        meaning="Het algemene nummer, niet dat van een persoon.",
    ),
    _column(
        key="contact.email", heading="Organisatie, contact: e-mail", width=26, example="info@welzijn-oost.example",
        meaning="Een gedeeld postvak, niet het adres van een persoon.",
    ),
    _column(
        key="contact.zichtbaar", heading="Organisatie, contact: zichtbaar voor", kind="keuze", choices=VISIBLE_TO,
        example="iedereen", meaning="Wie dit contact mag zien. Leeg is iedereen.",
    ),
    _column(
        key="locaties", heading="Locaties", kind="locaties", width=48,
        example="buurthuis-oost: Buurthuis Oost | straat: Lindelaan 1 | postcode: 3311 AB | plaats: Dordrecht",
        meaning="Elke locatie op een eigen regel (Alt+Enter): id, naam, en wat u weet van straat, postcode, plaats, "
        "wijk, bereikbaarheid en open (openingstijden).",
    ),
    _column(
        key="in_klankbordgroep", heading="In de klankbordgroep", kind="ja-nee", width=14, example="ja",
        meaning="Of de organisatie meedoet in de klankbordgroep.",
    ),
    _column(
        key="zichtbaar", heading="Organisatie zichtbaar voor", kind="keuze", choices=VISIBLE_TO, example="iedereen",
        meaning="Wie deze organisatie mag zien. Leeg is iedereen.",
    ),
    _column(
        key="bron", heading="Bron over de organisatie", required=True, width=26, example="Website van de organisatie",
        meaning="Waar de informatie vandaan komt: een pagina, document of organisatie, geen persoon.",
    ),
    _column(
        key="bron_jaar", heading="Jaar van de bron over de organisatie", width=20, example="2026",
        meaning="Het jaar van de bron.",
    ),
    _column(
        key="gecontroleerd_op", heading="Organisatie nagevraagd op", kind="datum", required=True, unset="onbekend",
        width=19, example="15-3-2026",
        meaning="Wanneer dit bij de organisatie is nagevraagd. Zonder dag: in maart 2026, of 2026. Niet: onbekend.",
    ),
    _column(
        key="gecontroleerd_door", heading="Organisatie nagevraagd door", width=20, example="beleidsadviseur",
        meaning="De functie van wie het navroeg, geen naam.",
    ),
    _column(
        key="termijn_maanden", heading="Organisatie geldt hoeveel maanden", kind="getal", most=600, width=20,
        example="12", meaning="Hoe lang het navragen geldt. Leeg is de gewone termijn.",
    ),
    _column(
        key="toelichting", heading="Toelichting over de organisatie", width=34, example="Gefuseerd in 2025",
        meaning="Wat verder van belang is. Noem geen personen.",
    ),
    _column(
        key="geschiedenis", heading="Geschiedenis van de organisatie", kind="geschiedenis", hidden=True, width=20,
        example="2026-03-15 | veld: website | was: https://oud.example",
        meaning="Wat eerder is veranderd. psoh houdt dit zelf bij.",
    ),
    _column(
        key="id", heading="Id organisatie", hidden=True, width=20, example="welzijn-oost",
        meaning="Hieraan herkent psoh de organisatie. Laat leeg bij een nieuwe; verander het nooit.",
    ),
)  # fmt: skip
