"""The words beside the fields of the knowledge that say how things are judged: practices, questions, needs."""

from __future__ import annotations

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.practices import practice, question

_PRACTICES = "De ids van praktijken."
_SENTENCE = "Eén zin zonder punt, van hoogstens veertien woorden."
_GRADE = "1 (klein), 2 of 3 (groot)."
_FROM = "Vanaf dit aantal of percentage is het oordeel"

WORDS: Told = {
    practice.Claim: Words(
        "Een uitspraak met herkomst",
        {"tekst": "De uitspraak, in één of twee zinnen.", "bronnen": "De ids van de bronnen die dit zeggen."},
    ),
    practice.Link: Words("Een verwijzing", {"id": "Het id van waar dit naar verwijst."}),
    practice.Cost: Words(
        "De kosten",
        {
            "bedrag": "Wat het kost, in woorden. Is er geen openbare prijs, laat het veld dan weg.",
            "zekerheid": "Hoe zeker het bedrag is.",
        },
    ),
    practice.AnswerCriterion: Words(
        "Toets het antwoord op een vraag",
        {
            "soort": "Schrijf antwoord: psoh kijkt naar het antwoord op één vraag.",
            "vraag": "Het id van de vraag.",
            "voldaan": "De antwoorden waarbij is voldaan.",
            "deels": "De antwoorden waarbij deels is voldaan.",
            "minimaal": "Hoeveel goede keuzes nodig zijn. Zonder dit veld: 1.",
            "deels_minimaal": "Hoeveel goede keuzes nodig zijn voor deels.",
        },
    ),
    practice.ServiceCriterion: Words(
        "Zoek een dienst op de kaart",
        {
            "soort": "Schrijf dienst-aanwezig: psoh zoekt een dienst die past.",
            "filter": "Per veld van de kaart de waarden waarvan de dienst er een heeft.",
            "minimaal": "Hoeveel diensten nodig zijn. Zonder dit veld: 1.",
        },
    ),
    practice.CoverageCriterion: Words(
        "Tel welk deel er is",
        {
            "soort": "Schrijf dekking: psoh telt welk deel van de verwachte waarden voorkomt.",
            "over": "Wat er wordt geteld.",
            "vraag": "Het id van de vraag waar de verwachte waarden uit komen.",
            "verwacht": "De waarden die u verwacht.",
            "eenheid": "Of de grenzen een aantal zijn of een percentage.",
            "voldaan_vanaf": f"{_FROM} voldaan.",
            "deels_vanaf": f"{_FROM} deels.",
        },
    ),
    practice.FreshCriterion: Words(
        "Kijk hoe oud iets is",
        {
            "soort": "Schrijf actueel-binnen: psoh kijkt of een datum recent genoeg is.",
            "maanden": "Binnen hoeveel maanden de datum moet liggen.",
            "vraag": "Het id van de vraag waarvan het antwoord een datum is.",
            "veld": "Het veld van de kaart met de datum.",
            "eenheid": "Of de grenzen een aantal zijn of een percentage.",
            "voldaan_vanaf": f"{_FROM} voldaan.",
            "deels_vanaf": f"{_FROM} deels.",
        },
    ),
    practice.Grade: Words(
        "Een weging",
        {"waarde": f"De weging: {_GRADE}", "waarom": "Waarom deze weging, in één zin."},
    ),
    practice.PhaseAdvice: Words(
        "De fase",
        {"waarde": "De fase waarin de praktijk hoort.", "waarom": "Waarom deze fase, in één zin."},
    ),
    practice.After: Words(
        "Wat eerst moet",
        {"id": "Het id van de praktijk die eerst moet.", "waarom": "Waarom die eerst moet, in één zin."},
    ),
    practice.Statements: Words(
        "Wat een oordeel zegt",
        {
            "voldaan": f"Wat er dan klopt als is voldaan. {_SENTENCE}",
            "deels": f"Wat er dan klopt als deels is voldaan. {_SENTENCE}",
            "ontbreekt": f"Wat er dan klopt als het ontbreekt. {_SENTENCE}",
            "onbekend": f"Wat er dan klopt als niemand het weet. {_SENTENCE}",
        },
    ),
    practice.Practice: Words(
        "Een praktijk",
        {
            "id": "Het id van de praktijk. Zo heet ook het bestand.",
            "pijler": "De pijler waar de praktijk bij hoort.",
            "titel": "De titel, als opdracht: wat u doet.",
            "wat": "Wat de praktijk is, in een paar zinnen.",
            "waarom": "Waarom dit helpt: elke uitspraak met haar herkomst.",
            "eerste_stappen": "Waar een gemeente mee begint.",
            "trekker": "De soort ketenpartner die het leidt.",
            "kosten": "Wat het kost, voor zover openbaar bekend.",
            "inspanning": "Hoeveel werk het is.",
            "opbrengst": "Hoeveel het oplevert.",
            "fase": "In welke fase van het plan dit hoort.",
            "na": "Welke praktijken eerst moeten.",
            "knelpunten": "De knelpunten waar dit bij helpt.",
            "interventies": "De interventies die erbij horen.",
            "instrumenten": "De signaleringsinstrumenten die erbij horen.",
            "indicatoren": "Waaraan u merkt of het werkt.",
            "uitspraken": "Wat het rapport bij elk oordeel zegt.",
            "toetsing_combinatie": "Of alle regels van de toetsing moeten kloppen, of één ervan.",
            "toetsing": "Waaraan psoh ziet of deze praktijk er is.",
            "let_op": "Waar een lezer op moet letten.",
            "zekerheid": "Hoe zeker dit is.",
            "bronnen": "De ids van de bronnen.",
        },
    ),
    practice.Need: Words(
        "Een behoefte",
        {
            "praktijken": f"{_PRACTICES} Is er één geregeld, dan is aan de behoefte voldaan.",
            "waarom": "Waarom dit nodig is, in één of twee zinnen.",
            "uitspraken": "Wat het rapport bij elk oordeel zegt.",
        },
    ),
    question.Option: Words(
        "Een antwoord om te kiezen",
        {
            "waarde": "Wat er in het bestand komt te staan.",
            "label": "Wat de informant te zien krijgt.",
            "sluit_uit": "Zet ja bij een antwoord als ‘geen’ of ‘niemand’: een ander antwoord past daar niet naast.",
        },
    ),
    question.AskWhen: Words(
        "Wanneer de vraag wordt gesteld",
        {
            "vraag": "Het id van een eerdere vraag.",
            "is": "Het antwoord waarbij deze vraag volgt, of een lijst met antwoorden.",
        },
    ),
    question.Confirms: Words(
        "Wanneer een antwoord een knelpunt bevestigt",
        {
            "knelpunt": "Het id van het knelpunt.",
            "bij": "De antwoorden die het bevestigen.",
            "meer_dan": "Of: elk aantal hoger dan dit.",
        },
    ),
    question.Detail: Words(
        "Wat bij elke keuze wordt gevraagd",
        {
            "tekst": "De vraag zelf, in gewone taal.",
            "soort": "Wat voor antwoord erbij past. Meerkeuze kan hier niet.",
            "opties": "De antwoorden waaruit de informant kiest.",
            "eenheid": "Wat er wordt geteld, zoals personen of weken.",
            "minimum": "Het laagste aantal dat kan.",
        },
    ),
    question.Question: Words(
        "Een vraag",
        {
            "thema": "Het id van het thema van dit bestand.",
            "tekst": "De vraag zelf, in gewone taal.",
            "toelichting": "Waarom u dit vraagt.",
            "soort": "Wat voor antwoord erbij past.",
            "opties": "De antwoorden waaruit de informant kiest.",
            "opties_lijst": "De lijst van de kennis waar de opties uit komen.",
            "eenheid": "Wat er wordt geteld, zoals personen of weken.",
            "minimum": "Het laagste aantal dat kan.",
            "informanten": "De groepen die deze vraag krijgen.",
            "ook_van": "Groepen die het kunnen weten, maar de vraag niet krijgen. Hun antwoord telt wel mee.",
            "gaat_over": "Of de vraag over de gemeente gaat, of over het eigen werk van wie antwoordt.",
            "doet_zelf": "De groepen die dit werk zelf doen.",
            "naast": "Bij een vraag aan statushouders: welke vragen aan anderen hetzelfde vragen.",
            "per_keuze": "Wat u bij elke gekozen optie nog vraagt.",
            "pijler": "De pijler waar de vraag bij hoort.",
            "doel": "Waarvoor het antwoord dient.",
            "doel_waarom": "Waarom de vraag er is als zij geen praktijk toetst.",
            "praktijken": f"{_PRACTICES} Hun toetsing gebruikt deze vraag.",
            "knelpunten": "De ids van knelpunten waar de vraag over gaat.",
            "bevestigt": "Welke antwoorden een knelpunt bevestigen.",
            "stel_als": "Stel deze vraag alleen na een bepaald antwoord.",
            "zin_onderwerp": "Waar de vraag over gaat, in een paar woorden. Het staat achter het woord over.",
            "zin_begin": "Het begin van een zin. Wat is geantwoord, volgt erachter.",
            "zinnen": "Per antwoord wat het zegt, als deel van een zin.",
            "arq_vraag": "Het nummer van de vraag van ARQ waar dit bij hoort.",
            "let_op": "Waar de interviewer op moet letten.",
            "sinds": "De versie van de kennis waarin deze vraag erbij kwam.",
            "bronnen": "De ids van de bronnen.",
        },
    ),
    question.QuestionChange: Words(
        "Wat er van een vraag werd",
        {
            "id": "Het id waaronder de vraag werd gesteld.",
            "tekst": "De vraag, zoals zij werd gesteld.",
            "wordt": "Het id van de vraag die nu hetzelfde vraagt. Laat dit weg als de vraag is vervallen.",
            "waarden": "Antwoorden die nu anders heten: links de oude waarde, rechts de nieuwe.",
            "sinds": "De versie van de kennis waarin dit veranderde.",
            "waarom": "De reden, in één of twee zinnen.",
        },
    ),
    question.Theme: Words(
        "Een thema",
        {
            "nr": "Het nummer van het thema in het interview.",
            "inleiding": "Wat de interviewer eerst vertelt.",
            "naam_gesprek": "Een eenvoudiger naam voor het gesprek met statushouders.",
            "inleiding_gesprek": "Wat de leider van dat gesprek eerst vertelt.",
        },
    ),
    question.Group: Words(
        "Een groep informanten",
        {
            "kort": "De naam in een zin van een document: een soort organisatie of een team, nooit een functie.",
            "ketenpartners": "De soorten ketenpartner die bij deze groep horen.",
            "minstens": "Hoeveel vragen de lijst van deze groep minstens heeft.",
            "hoogstens": "Hoeveel vragen de lijst van deze groep hoogstens heeft.",
            "opening": "Wat de leider van een groepsgesprek vooraf zegt.",
            "slot": "Wat de leider van een groepsgesprek na afloop zegt.",
        },
    ),
    question.ArqQuestion: Words(
        "Een vraag van ARQ",
        {
            "nr": "Het nummer van de vraag.",
            "onderwerp": "Waar de vraag over gaat.",
            "vragen": "De ids van de vragen die er antwoord op geven.",
            "bronnen": "De ids van de bronnen.",
        },
    ),
    question.Word: Words(
        "Een woord met uitleg",
        {
            "woord": "Het woord, zoals het in de vragen staat.",
            "uitleg": "Wat het betekent, in één of twee zinnen.",
        },
    ),
    question.HardWord: Words(
        "Een moeilijk woord",
        {
            "woord": "Het woord dat weinig mensen zelf gebruiken.",
            "ook": "De andere vormen van het woord.",
            "liever": "Wat u in plaats daarvan schrijft.",
        },
    ),
}
