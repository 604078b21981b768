"""The words beside the fields of the lists of the knowledge."""

from __future__ import annotations

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.practices import practice_files, reference

_PRACTICES = "De praktijken waar dit bij hoort. Zij noemen dit ook."
_IN_PROJECT = "Of dit in de proeftuinen van ARQ is gebruikt."
_LOOK_OUT = "Waar een lezer op moet letten."

WORDS: Told = {
    reference.Source: Words(
        "Een bron",
        {
            "titel": "De titel van het stuk.",
            "url": "Het webadres. Begin met https://.",
            "uitgever": "De organisatie die het uitgaf.",
            "jaar": "Het jaar waarin het uitkwam, in vier cijfers.",
            "vindplaats": "Of het adres van de uitgever zelf is, een kopie, of een overzichtspagina.",
        },
    ),
    reference.Sourced: Words(
        "Wat elk onderdeel zegt",
        {"zekerheid": "Hoe zeker dit is.", "bronnen": "De ids van de bronnen."},
    ),
    reference.Pillar: Words(
        "Een pijler",
        {
            "projectpijler": "Of dit een pijler van het project van ARQ is: ja of nee.",
            "toelichting": "Waar de pijler over gaat.",
            "praktijken": "De ids van de praktijken, in de volgorde van het verhaal.",
        },
    ),
    reference.Bottleneck: Words(
        "Een knelpunt",
        {
            "titel": "Het knelpunt in een paar woorden.",
            "omschrijving": "Wat er misgaat, in één of twee zinnen.",
            "aanvulling": "Wat er nog bij hoort, met een eigen herkomst.",
            "praktijken": "De praktijken die hierbij helpen.",
        },
    ),
    reference.PartnerType: Words(
        "Een soort ketenpartner",
        {
            "rol": "Wat deze partner in de keten doet.",
            "spreek_met": "Naar welke functie u vraagt voor een interview. Door ons bedacht.",
            "lijn": "In welke lijn van de zorg de partner werkt.",
            "iasc_lagen": "In welke lagen van de IASC-piramide de partner werkt.",
            "verwacht_in_klankbordgroep": "Of deze partner in een klankbordgroep hoort: ja of nee.",
            "indeling_herkomst": "Wie deze indeling maakte.",
        },
    ),
    reference.AgeRange: Words(
        "De leeftijd",
        {"van": "De laagste leeftijd in jaren.", "tot": "De hoogste leeftijd in jaren."},
    ),
    reference.Intervention: Words(
        "Een interventie",
        {
            "soort": "Wat voor interventie dit is.",
            "wat": "Wat er gebeurt, in een paar zinnen.",
            "doelgroep": "Voor wie het is, in woorden.",
            "doelgroepen": "Voor wie het is, als lijst.",
            "leeftijd": "Voor welke leeftijd het is.",
            "talen": "In welke talen het er is.",
            "vorm": "Alleen of in een groep, op welke plek.",
            "omvang": "Hoe lang het duurt, in woorden.",
            "bijeenkomsten": "Hoeveel bijeenkomsten er zijn.",
            "duur_minuten": "Hoeveel minuten één bijeenkomst duurt.",
            "groepsgrootte": "Hoeveel mensen er in een groep zitten.",
            "aanbieder": "Wie het aanbiedt.",
            "bewijsniveau": "Het id van het bewijsniveau.",
            "bewijs": "Wat er over de werking bekend is.",
            "erkend_op": "De dag (of maand of jaar) van de erkenning.",
            "kosten": "Wat het kost, voor zover openbaar bekend.",
            "iasc_laag": "De laag van de IASC-piramide.",
            "pijler": "De pijler waar het bij hoort.",
            "ketenstap": "De stap van de keten waar het bij hoort.",
            "financiering": "Geldbronnen die passen.",
            "in_project": _IN_PROJECT,
            "praktijken": _PRACTICES,
            "let_op": _LOOK_OUT,
        },
    ),
    reference.Instrument: Words(
        "Een signaleringsinstrument",
        {
            "soort": "Wat voor instrument dit is.",
            "gebruiker": "Wie het gebruikt.",
            "doel": "Waarvoor het dient. Het stelt nooit een diagnose.",
            "doelgroepen": "Voor wie het is, als lijst.",
            "aantal_vragen": "Hoeveel vragen het heeft.",
            "talen": "In welke talen het er is.",
            "onderbouwing": "Wat er over de betrouwbaarheid bekend is.",
            "let_op": _LOOK_OUT,
            "ketenstap": "De stap van de keten waar het bij hoort.",
            "praktijken": _PRACTICES,
            "in_project": _IN_PROJECT,
        },
    ),
    reference.HelpNeed: Words(
        "Een hulpvraag",
        {
            "titel": "De hulpvraag in een paar woorden.",
            "interventies": "De interventies die erbij passen.",
        },
    ),
    reference.ChainStep: Words(
        "Een stap van de keten",
        {
            "nr": "Het nummer van de stap.",
            "lijn": "In welke lijn van de zorg de stap hoort.",
            "iasc_laag": "De laag van de IASC-piramide.",
            "wie": "De soorten ketenpartner die hier werken.",
            "resultaat": "Wat er aan het eind van de stap is.",
            "signaleringsinstrumenten": "De instrumenten die hier passen.",
            "interventies": "De interventies die hier passen.",
            "financiering": "Geldbronnen die hier passen.",
            "eigen_risico": "Of het eigen risico hier geldt: ja of nee.",
        },
    ),
    reference.Layer: Words(
        "Een laag van de IASC-piramide",
        {
            "nr": "Het nummer van de laag.",
            "toelichting": "Wat er in deze laag gebeurt.",
            "voorbeelden": "Voorbeelden van aanbod in deze laag.",
        },
    ),
    reference.Indicator: Words(
        "Een indicator",
        {
            "definitie": "Wat er precies wordt geteld.",
            "eenheid": "In welke eenheid.",
            "pijler": "De pijler waar de indicator bij hoort.",
            "gegevensbron": "Waar de gegevens vandaan komen.",
            "frequentie": "Hoe vaak u meet.",
            "niveau": "Op welk niveau u meet, zoals gemeente of regio.",
            "referentie": "Waarmee u kunt vergelijken.",
            "praktijken": _PRACTICES,
        },
    ),
    reference.FundingSource: Words(
        "Een geldbron",
        {
            "geschikt_voor": "Waarvoor het geld is.",
            "niet_voor": "Waarvoor het geld niet is: een tekst of een lijst.",
            "structureel": "Of het geld elk jaar terugkomt.",
            "loopt_tot": "De laatste dag (of maand of jaar) van het geld.",
            "bedrag": "Hoeveel het is, in woorden.",
            "bedrag_jaar": "Over welk jaar dat bedrag gaat.",
            "pijlers": "De pijlers waar het geld bij past.",
            "wettelijke_kaders": "De ids van de wetten en afspraken erachter.",
            "let_op": _LOOK_OUT,
        },
    ),
    reference.LegalFramework: Words(
        "Een wettelijk kader",
        {
            "soort": "Wet, richtlijn of afspraak.",
            "in_werking": "De dag (of maand of jaar) waarop het inging.",
            "kern": "Wat het zegt, in één of twee zinnen.",
            "haakje": "Wat het plan eraan heeft.",
            "pijlers": "De pijlers waar het bij past.",
            "let_op": _LOOK_OUT,
        },
    ),
    reference.CulturalCriterion: Words(
        "Een criterium voor cultuursensitief werken",
        {
            "criterium": "Het criterium in een paar woorden.",
            "controlevraag": "De vraag waarmee u het nagaat.",
            "veld": "Het veld van de kaart waar het staat.",
        },
    ),
    reference.KeyFigure: Words(
        "Een kerncijfer",
        {
            "omschrijving": "Waar het cijfer over gaat.",
            "waarde_van": "Het cijfer, of de laagste schatting. Een breuk schrijft u met een punt.",
            "waarde_tot": "De hoogste schatting.",
            "eenheid": "In welke eenheid.",
            "groep": "Over welke mensen het gaat.",
            "gebied": "Over welk gebied het gaat.",
            "jaar": "Over welk jaar het gaat.",
            "schatter": "Wie het schatte.",
            "let_op": _LOOK_OUT,
        },
    ),
    reference.EvidenceLevel: Words("Een bewijsniveau"),
    reference.KaartField: Words(
        "Een veld van de kaart",
        {
            "veld": "De naam van het veld.",
            "verplicht": "Of het veld ingevuld moet zijn: ja of nee.",
            "waarden": "De waarden die het veld kan hebben.",
            "uitleg": "Wat erbij hoort te staan.",
        },
    ),
    reference.KindNote: Words(
        "Een soort toetsing",
        {"soort": "De naam van de soort.", "werking": "Hoe psoh dan oordeelt."},
    ),
    reference.AnswerNote: Words(
        "Een soort antwoord",
        {"soort": "De naam van de soort.", "uitleg": "Wat zo'n antwoord is."},
    ),
    reference.Header: Words(
        "De kop van de kennis",
        {
            "versie": "De versie van de hele kennis. Verhoog haar bij elke inhoudelijke wijziging.",
            "datum": "De dag van deze versie.",
            "taal": "De taal van de kennis, als code.",
            "titel": "De titel van de kennis.",
            "rechten": "Wat een ander met de teksten mag.",
            "attributie": "Wie wat maakte.",
            "geraadpleegd": "Wanneer en hoe de bronnen zijn bekeken.",
            "vragenlijst": "Waar de vragen vandaan komen.",
            "herkomst": "Wat elke herkomst betekent.",
            "zekerheid": "Wat elke zekerheid betekent.",
            "vindplaats": "Wat elke vindplaats betekent.",
            "in_project": "Wat elke waarde van in_project betekent.",
            "toetsing": "Hoe elke soort toetsing werkt.",
            "toetsing_uitkomst": "Hoe uit de regels van een toetsing één oordeel komt.",
            "antwoordsoorten": "Wat elke soort antwoord is.",
            "regels": "De regels voor een interview.",
        },
    ),
    practice_files.QuestionFile: Words(
        "Een thema met zijn vragen",
        {"thema": "Het thema.", "vragen": "De vragen, in de volgorde van het interview."},
    ),
    practice_files.KaartFieldFile: Words(
        "De velden van de sociale kaart",
        {
            "toelichting": "Waarom deze velden.",
            "kaartvelden": "De velden waar de toetsing naar kijkt, met hun waarden.",
        },
    ),
}
