"""What our own checks are worth: the norm they lean on, what they cannot see, and what people must look at."""

from __future__ import annotations

NORM = (
    (
        "De wet vraagt EN 301 549 V3.2.1, met daarin WCAG 2.1 niveau A en AA. Daaraan is getoetst, voor zover een "
        "programma dat kan."
    ),
    "De documenten zijn gebouwd naar WCAG 2.2 niveau AA, dat meer vraagt. De pdf is gebouwd naar PDF/UA-1 en PDF/A-3a.",
)
NOT_A_VALIDATOR = (
    "Dit zijn de controles van psoh zelf. Zij vervangen geen validator zoals veraPDF, en geen onderzoek volgens "
    "WCAG-EM. Van een eigen huisstijl is hier alleen getoetst wat in het bestand te zien is."
)

KNOWN_LIMITS = (
    (
        "Taal van een deel",
        ("De pdf zegt dat zij Nederlands is, en niet welke woorden een andere taal hebben. De naam van een taal in "
        "eigen schrift wordt met een Nederlandse stem voorgelezen (WCAG 3.1.2). Lees zulke woorden in de HTML."),
    ),
    (
        "Tabellen over meer bladzijden",
        ("In de pdf is een tabel die doorloopt op elke bladzijde een eigen tabel, met dezelfde koppen. De HTML heeft "
        "één tabel."),
    ),
    (
        "Nadruk",
        "De pdf bewaart niet dat een woord vet of cursief is om de nadruk. Die betekenis staat ook in de woorden zelf.",
    ),
    (
        "Lijsten",
        ("In de pdf zijn begrip en omschrijving allebei een punt van een lijst. Een lijst of paragraaf die doorloopt, "
        "begint op een nieuwe bladzijde opnieuw."),
    ),
    (
        "Word en OpenDocument",
        ("Wie zo'n bestand bewerkt, kan de toegankelijkheid veranderen. Laat het programma het daarna opnieuw nagaan. "
        "De kleuren van een OpenDocument-bestand zijn hier niet gemeten."),
    ),
    (
        "Werkmap en agenda",
        "De werkmap (xlsx) en de agenda (ics) zijn hier niet gecontroleerd.",
    ),
)  # fmt: skip

BY_HAND = (
    "De leesvolgorde klopt: laat NVDA (Windows) of een andere schermlezer de pdf van begin tot eind voorlezen.",
    "De alternatieve teksten zeggen wat de figuur laat zien, en de tabel ernaast zegt hetzelfde.",
    "De koppen zeggen wat eronder staat.",
    "De tekst is begrijpelijk (taalniveau B1), ook wat u zelf in het dossier schreef.",
    "PAC 2026 (Windows) meldt geen fouten in de pdf.",
    "De HTML werkt met alleen het toetsenbord, en bij 400 procent vergroting.",
    "De toegankelijkheidsverklaring van de gemeente noemt deze documenten, als u ze op internet zet.",
)
