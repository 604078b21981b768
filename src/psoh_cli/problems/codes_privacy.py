"""The codes of the privacy guard: free text in which somebody could be recognised."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_SPREADS = "Stond het er al langer, haal het dan ook weg uit kopieën en uit de geschiedenis."


ABOVE = "op de regel erboven"
"""Where a remark goes; in a text of several lines that is above the first one."""


def _mistaken(code: str, reason: str) -> str:
    return f"Klopt de melding niet? Zet dan {ABOVE}, met uw reden: # psoh: negeer {code} omdat {reason}"


CODES = (
    Code(
        code="PRIVACY001",
        severity=Severity.ERROR,
        title="Een burgerservicenummer in een vrije tekst",
        what="In de tekst staan negen cijfers die aan de elfproef voldoen en niet iets anders zijn, zoals een bedrag, "
        "of een nummer dat een BSN heet.",
        why="Een BSN wijst precies één persoon aan. Wie een dossier deelt, mag het wettelijk niet zomaar meegeven.",
        remedy=f"Haal het nummer weg. {_SPREADS} " + _mistaken("PRIVACY001", "dit een ordernummer is"),
        wrong="toelichting: De aanmelding van 111222333 liep vast.",
        right="toelichting: Een aanmelding liep vast.",
    ),
    Code(
        code="PRIVACY002",
        severity=Severity.ERROR,
        title="Een geboortedatum in een vrije tekst",
        what="Naast een woord als geboren, of direct achter een woord voor een persoon, staat een datum of een "
        "geboortejaar. Een grens voor een groep, zoals 'geboren na 1 januari 2005', telt niet.",
        why="In een kleine groep is één bijzonderheid genoeg om iemand te herkennen, en dit is er zo een.",
        remedy="Haal de datum weg, of schrijf een leeftijdsgroep: 18-26. "
        + _mistaken("PRIVACY002", "dit de datum van een gesprek is"),
        wrong="opmerking: De tolk ontbrak bij iemand, geb. 03-04-1988.",
        right="opmerking: De tolk ontbrak bij iemand van 27-45.",
    ),
    Code(
        code="PRIVACY003",
        severity=Severity.ERROR,
        title="Een mobiel nummer",
        what="In een telefoonveld of een vrije tekst staat een nummer dat met 06 begint.",
        why="Een mobiel nummer is meestal van één persoon, en het dossier wordt gedeeld en gepubliceerd. "
        "Mensen wisselen ook van baan; dan klopt de kaart niet meer.",
        remedy="Gebruik het algemene nummer van de organisatie. "
        + _mistaken("PRIVACY003", "dit het openbare nummer van een team is"),
        wrong="telefoon: 06-12345678",
        right="telefoon: 078-1234567",
    ),
    Code(
        code="PRIVACY004",
        severity=Severity.ERROR,
        title="Het e-mailadres van een persoon",
        what="Een e-mailadres heeft de vorm voornaam.achternaam, of hoort bij een aanbieder die mensen thuis gebruiken "
        "en heet niet naar een functie.",
        why="Zo'n adres noemt iemand bij naam. De kaart noemt functies en gedeelde postbussen, geen mensen.",
        remedy="Gebruik een gedeelde postbus, zoals info of aanmelden. "
        + _mistaken("PRIVACY004", "dit een gedeelde postbus is"),
        wrong="email: voornaam.achternaam@buurthuis.example",
        right="email: info@buurthuis.example",
    ),
    Code(
        code="PRIVACY005",
        severity=Severity.ERROR,
        title="Een naam van een persoon",
        what="Achter dhr., mw., mevrouw, meneer, de heer of fam. staat een naam of een voorletter; of achter dokter, "
        "dr., drs., ing. of prof. Of er staat een voornaam die veel mensen hebben, met een achternaam, een leeftijd of "
        "wat iemand doet.",
        why="In een dossier staan functies en organisaties, geen mensen. Een naam blijft staan als iemand dat niet "
        "meer wil, ook in oude versies.",
        remedy="Schrijf de functie: de coördinator van het taalhuis. "
        + _mistaken("PRIVACY005", "dit de naam van de organisatie is"),
        wrong="gecontroleerd_door: mw. Jansen",
        right="gecontroleerd_door: beleidsadviseur gezondheid",
    ),
    Code(
        code="PRIVACY006",
        severity=Severity.ERROR,
        title="Een tekst die over één persoon lijkt te gaan",
        what="De tekst beschrijft iemand: 'deze mevrouw', 'een man van 34 uit …', 'haar dochter is', 'cliënt X', "
        "'casus:', of een ziekte van één persoon.",
        why="In een kleine groep is één bijzonderheid genoeg om iemand te herkennen, ook zonder naam.",
        remedy="Schrijf wat voor een groep geldt: statushouders wachten vaak lang op een tolk. "
        + _mistaken("PRIVACY006", "dit een verzonnen voorbeeld is"),
        wrong="opmerking: Deze mevrouw wacht al een jaar op een tolk.",
        right="opmerking: Vrouwen wachten soms een jaar op een tolk.",
    ),
    Code(
        code="PRIVACY007",
        severity=Severity.ERROR,
        title="Een nummer waaronder één persoon bekend is",
        what="In de tekst staat een V-nummer, cliëntnummer of patiëntnummer.",
        why="Met zo'n nummer is bij een instantie precies één persoon op te zoeken.",
        remedy=f"Haal het nummer weg. {_SPREADS} " + _mistaken("PRIVACY007", "dit een voorbeeldnummer is"),
        wrong="toelichting: Nog niet ingeschreven, v-nummer 2812345678.",
        right="toelichting: Nog niet ingeschreven.",
    ),
)
