"""The headings that partners put above their columns, by the field they are about (our own list: afgeleid)."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "organisatie": (
        "organisatie; organisaties; naam organisatie; organisatienaam; naam van de organisatie; aanbieder; "
        "naam aanbieder; aanbieders; instelling; naam instelling; instantie; partner; ketenpartij; partij; "
        "uitvoerder; uitvoerende organisatie; uitvoerende partij; zorgaanbieder; stichting; vereniging; "
        "bedrijf; bedrijfsnaam; door wie; organisatie/aanbieder; organisatie/instelling; wie biedt het aan; "
        "aangeboden door; naam; wie; organisation; organization; provider"
    ),
    "dienst": (
        "dienst; diensten; naam dienst; naam van de dienst; activiteit; activiteiten; naam activiteit; naam "
        "van de activiteit; naam aanbod; naam van het aanbod; titel; titel activiteit; project; projectnaam; "
        "naam project; programma; cursus; naam cursus; training; workshop; voorziening; product; productnaam; "
        "hulpaanbod; zorgaanbod; aanbod/activiteit; activiteit/aanbod; naam; soort hulp; hulp; aanbod; wat; "
        "service; activity"
    ),
    "aanbod": (
        "aanbod; omschrijving; omschrijving aanbod; omschrijving activiteit; omschrijving van de activiteit; "
        "korte omschrijving; beschrijving; beschrijving aanbod; korte beschrijving; inhoud; inhoud aanbod; "
        "wat bieden wij; wat doen we; wat houdt het in; wat; toelichting aanbod; informatie; waarvoor; doel; "
        "uitleg; wat wordt geboden; wat is het; info; beschrijving van het aanbod; samenvatting; description"
    ),
    "doelgroepen": (
        "doelgroep; doelgroepen; voor wie; bestemd voor; bedoeld voor; deelnemers; wie kan meedoen; geslacht; "
        "man/vrouw; m/v; doelgroep(en); voor wie is het; wie; target group"
    ),
    "leeftijd": (
        "leeftijd; leeftijden; leeftijdsgroep; leeftijdscategorie; leeftijdsgroepen; leeftijd in jaren; "
        "leeftijd (jaar); lft; lft.; leeftijd doelgroep; age"
    ),
    "leeftijd.van": (
        "leeftijd vanaf; leeftijd van; minimumleeftijd; minimale leeftijd; min leeftijd; min. leeftijd; vanaf "
        "leeftijd"
    ),
    "leeftijd.tot": (
        "leeftijd tot; leeftijd t/m; maximumleeftijd; maximale leeftijd; max leeftijd; max. leeftijd; tot "
        "leeftijd"
    ),
    "talen": (
        "taal; talen; taal/talen; taal (talen); voertaal; voertalen; gesproken taal; gesproken talen; talen "
        "medewerkers; in welke taal; in welke talen; welke talen; welke taal; beschikbare talen; taal aanbod; "
        "talen die we spreken; taal/taalen; language; languages"
    ),
    "tolkinzet": (
        "tolk; tolken; inzet tolk; tolk inzet; inzet tolken; tolk mogelijk; tolk ja/nee; tolk j/n; werkt met "
        "tolk; met tolk; tolkgebruik; gebruik tolk; tolkdienst; tolk beschikbaar; tolk?"
    ),
    "tolktalen": "talen tolk; tolktalen; talen via tolk; tolk talen; taal tolk",
    "cultuursensitief_getraind": (
        "cultuursensitief; cultuursensitief getraind; training cultuursensitief werken; getraind in "
        "cultuursensitief werken; cultuursensitief werken"
    ),
    "soort_aanbod": (
        "soort aanbod; vorm; werkvorm; type aanbod; soort activiteit; type activiteit; individueel/groep; "
        "groep/individueel; groep of individueel; individueel of groep; vorm aanbod; soort; categorie aanbod; "
        "vorm van hulp"
    ),
    "ketenpartner": (
        "soort organisatie; type organisatie; ketenpartner; type partner; sector; domein; categorie "
        "organisatie; soort partner; branche"
    ),
    "toegang": (
        "toegang; toegankelijkheid; verwijzing; verwijzing via; verwijzer; verwijzers; verwijzing/indicatie; "
        "indicatie"
    ),
    "aanmelden": (
        "aanmelden; aanmelding; aanmelden via; aanmelding via; hoe aanmelden; wijze van aanmelden; "
        "aanmeldprocedure; aanmeldroute; aanmelden bij; opgeven; opgave; opgeven via; inschrijven; hoe kom je "
        "er; aanmelden/verwijzen; verwijzen; aanmelden/verwijzing; toeleiding"
    ),
    "verwijsroute": "verwijsroute; hoe verwijzen; verwijsprocedure; route",
    "kosten": (
        "kosten; kosten deelnemer; kosten deelname; kosten voor deelnemer; kosten client; prijs; tarief; "
        "bijdrage; eigen bijdrage; wat kost het; deelnamekosten; kosten (euro); kosten p.p.; kosten per "
        "persoon; vergoeding; costs; price"
    ),
    "gratis": "gratis; gratis?; gratis ja/nee; kosteloos",
    "kosten_bedrag": "bedrag; bedrag in euro; bedrag in euro's",
    "wachttijd": (
        "wachttijd; wachttijden; wachtlijst; wachttijd (weken); wachttijd in weken; wachttijd weken; hoe lang "
        "wachten; huidige wachttijd; gemiddelde wachttijd"
    ),
    "wachttijd.gemeten_op": "wachttijd gemeten op; peildatum wachttijd; datum wachttijd",
    "wachttijd.aanmeldstop": "aanmeldstop; clientenstop; stop; aanmeldingsstop",
    "capaciteit": "capaciteit; aantal plekken; aantal plaatsen; plekken; plaatsen",
    "groepsgrootte": (
        "groepsgrootte; aantal deelnemers; max deelnemers; max. deelnemers; maximaal aantal deelnemers; max "
        "aantal deelnemers; aantal personen; deelnemers per groep; max. aantal"
    ),
    "werkgebied": (
        "werkgebied; gemeente; gemeenten; regio; gebied; waar actief; stadsdeel; stadsdelen; wijken; "
        "werkgebieden; gemeente(n); actief in; verzorgingsgebied; wijk/gebied"
    ),
    "openingstijden": (
        "openingstijden; openingstijd; wanneer; dag en tijd; dagen en tijden; dag/tijd; dagen/tijden; tijden; "
        "tijd; tijdstip; dag; dagen; dag(en); tijd(en); spreekuur; inloopuren; inlooptijden; openingsuren; "
        "geopend; dag & tijd; dag + tijd; wanneer open; frequentie; planning; dag en tijdstip; begintijd; "
        "eindtijd; starttijd; aanvangstijd; opening hours"
    ),
    "website": (
        "website; url; link; webadres; site; weblink; internet; internetadres; meer informatie; meer info; "
        "www; web; homepage"
    ),
    "telefoon": (
        "telefoon; tel; tel.; telefoonnummer; telefoonnr; telefoonnr.; tel.nr; tel.nr.; telnr; telnr.; tel "
        "nr; telno; telefoon nr; telefoon nummer; tel. nummer; tel.nummer; mobiel; mobiele nummer; mobiel "
        "nummer; gsm; 06; 06-nummer; 06 nummer; phone; bellen; telefonisch; tel contactpersoon; telefoon "
        "contactpersoon; mob; mob.; vast nummer; telephone"
    ),
    "email": (
        "e-mail; email; mail; e-mailadres; emailadres; mailadres; e-mail adres; email adres; mail adres; e "
        "mail; mailcontact; mailen; e-mail contactpersoon; email contactpersoon; mail contactpersoon"
    ),
    "contact": (
        "contactpersoon; contact; naam contactpersoon; contactpersonen; aanspreekpunt; functie; functie "
        "contactpersoon; contactgegevens; contact via; contactpersoon/functie; naam contact; bij wie; contact "
        "person"
    ),
    "organisatie.contact.telefoon": (
        "telefoon organisatie; telefoonnummer organisatie; tel organisatie; algemeen nummer; algemeen "
        "telefoonnummer"
    ),
    "organisatie.contact.email": (
        "e-mail organisatie; email organisatie; mail organisatie; algemeen e-mailadres"
    ),
    "organisatie.website": "website organisatie; site organisatie",
    "organisatie.kvk": "kvk; kvk-nummer; kvk nummer; kvknr; kvk nr; kamer van koophandel",
    "organisatie.agb": "agb; agb-code; agb code; agbcode",
    "organisatie.rol": "rol; rol in de keten; taak",
    "adres": (
        "adres; straat; bezoekadres; straat en huisnummer; straat + nr; straat en nr; straatnaam; "
        "adresgegevens; locatieadres; adres locatie; vestigingsadres; straat/nr; straat + huisnummer; adres + "
        "postcode; adres en postcode; adres en plaats; naw; address"
    ),
    "huisnummer": "huisnummer; huisnr; huisnr.; nr; nr.; hnr",
    "postcode": (
        "postcode; postcode/plaats; postcode en plaats; postcode + plaats; postcode plaats; pc; pc/plaats; "
        "postcode/woonplaats; postcode en woonplaats; pc + plaats; pc plaats; postcode+plaats"
    ),
    "plaats": "plaats; woonplaats; stad; vestigingsplaats; plaatsnaam; dorp; stad/dorp; city",
    "locatie": (
        "locatie; locaties; waar; naam locatie; gebouw; vestiging; plek; ruimte; uitvoeringslocatie; waar is "
        "het"
    ),
    "wijk": "wijk; buurt; wijk/buurt; wijknaam",
    "bereikbaarheid": "bereikbaarheid; openbaar vervoer; ov; route ov; parkeren",
    "status": "status; actief; actief?; loopt; loopt nog; lopend; nog actief",
    "ketenstappen": "ketenstap; ketenstappen; stap; stap in de keten; fase",
    "iasc_laag": "laag; iasc-laag; iasc laag; laag van steun; niveau; echelon",
    "pijlers": "pijler; pijlers",
    "interventies": "interventie; interventies; methode; methodiek; interventie/methode",
    "uitsluitcriteria": (
        "uitsluitcriteria; contra-indicaties; contra indicaties; contra-indicatie; exclusie; "
        "exclusiecriteria; uitsluiting; voor wie niet; niet voor; niet geschikt voor; uitsluitingscriteria"
    ),
    "bron": "bron; bronnen; bron informatie; herkomst",
    "bron_jaar": "jaar; bronjaar; jaar bron",
    "gecontroleerd_op": (
        "gecontroleerd op; laatst gecontroleerd; laatst bijgewerkt; bijgewerkt op; bijgewerkt; laatste "
        "update; laatste controle; datum controle; controledatum; datum bijgewerkt; nagevraagd op; "
        "mutatiedatum; laatst gewijzigd; gewijzigd op; datum update; update; actualisatie; laatste wijziging; "
        "datum laatste wijziging; check; geverifieerd op; laatst geverifieerd; datum laatste controle; "
        "peildatum; nagekeken; nagekeken op; datum nagekeken; nagegaan op; gecheckt; gecheckt op; bevestigd op"
    ),
    "gecontroleerd_door": (
        "gecontroleerd door; bijgewerkt door; ingevuld door; nagevraagd door; geverifieerd door"
    ),
    "toelichting": (
        "opmerkingen; opmerking; bijzonderheden; toelichting; overig; overige; overige informatie; notitie; "
        "notities; memo; extra informatie; aanvullende informatie; aantekeningen; let op; nb; n.b.; extra; "
        "overige info; opm; opm.; bijz; bijz.; bijzonderheid; bijz/opm; opmerking/bijzonderheden; notes; remarks"
    ),
    "upl": "upl; upl-naam",
    "codes_4w": "4w; 4w-code; 4w-codes; 4ws; activity code",
}
"""A heading under more than one field goes to the first of them that no other column is surer of."""
