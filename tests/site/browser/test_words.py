"""Words as people type them: which forms of a word meet, which never do, and which errors are forgiven."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from psoh_cli.site.site_files import shared_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

MEET = """
groep groepen · taal talen · gesprek gesprekken · gesprek gesprekje · brief brieven · huis huizen · kind kinderen
school scholen · ouder ouders · psycholoog psychologen · probleem problemen · maatje maatjes · kaartje kaart
behandeling behandelen · behandeling behandelingen · begeleiding begeleiden · training trainingen · lening leningen
gezondheid gezond · eenzaamheid eenzame · mogelijkheid mogelijkheden · arabisch arabische · psychische psychisch
foto's foto · trauma’s trauma · baby's baby · relatie relaties · familie families · verlies verliezen · advies adviezen
adres adressen · proces processen · jongen jongens · volwassene volwassenen · volwassen volwassenen · mens mensen
huisarts huisartsen · grens grenzen · les lessen · cursus cursussen · vrouw vrouwen · man mannen · vraag vragen
sociaal sociale · groot grote · Eritrees Eritrese · Nederlands Nederlandse · ziekte ziektes · ziekte ziekten
tolk tolken · gezin gezinnen · slaap slapen · praat praten · werk werken · wandeling wandelen · fiets fietsen
verwijzing verwijzen · opvoeding opvoeden · idee ideeën · reis reizen · zorg zorgen · vriend vrienden · buur buren
Oekraïens Oekraïense · vluchteling vluchtelingen · prijs prijzen · instantie instanties · stad steden · oudere ouderen
"""

APART = """
ouderen ouders · rouw vrouw · kind kin · taal tafel · huis huid · gezin gezond · inloop inkoop · school schuld
tolk tol · gratis graten · werk wereld · open op · advies advocaat · jong jongeren · vlucht vluchteling · sport spoor
bank baan · maan maanden · les lasten · trein train · dari farsi · arts kunst · bus buis · thee tent · zee zeep
"""

FORGIVEN = (
    ("tigrinja", "tigrinya"), ("pscholoog", "psycholoog"), ("spycholoog", "psycholoog"), ("arabsich", "arabisch"),
    ("huisrts", "huisarts"), ("tolc", "tolk"), ("vrijwiliger", "vrijwilliger"), ("inburgernig", "inburgering"),
    ("begelijding", "begeleiding"), ("ትግርና", "ትግርኛ"),
)  # fmt: skip
NOT_FORGIVEN = (
    ("rouw", "vrouw"), ("man", "maan"), ("tuin", "tolk"), ("school", "schuld"), ("gezin", "gezond"), ("werk", "wereld")
)  # fmt: skip


def pairs(table: str) -> list[list[str]]:
    return [pair.split() for line in table.strip().splitlines() for pair in line.split(" · ")]


@pytest.fixture(scope="module")
def words(chromium: Browser) -> Iterator[Page]:
    """Give an empty page that holds the script and nothing to search in."""
    page = chromium.new_page()
    page.evaluate(f"{shared_files()['zoek.js'].decode()}\nwindow.psoh = psoh; null")
    yield page
    page.close()


def stems(page: Page, words: list[Any]) -> list[Any]:
    found = page.evaluate("words => words.map(([one, other]) => [one, other].map("
                          "word => psoh.words.stemOf(psoh.words.wordsOf(word)[0])))", words)  # fmt: skip
    return list(found)


def test_forms_of_a_word_meet(words: Page) -> None:
    table = pairs(MEET)
    wrong = [
        (pair, found) for pair, found in zip(table, stems(words, table), strict=True) if len(set(found)) > 1
    ]
    assert len(table) > 60
    assert wrong == []


def test_other_words_stay_apart(words: Page) -> None:
    table = pairs(APART)
    wrong = [
        (pair, found) for pair, found in zip(table, stems(words, table), strict=True) if len(set(found)) == 1
    ]
    assert wrong == []


def test_typing_errors_are_forgiven_and_other_words_are_not(words: Page) -> None:
    ask = "pairs => pairs.map(([typed, word]) => psoh.words.misspelt(typed, word) > 0)"
    assert words.evaluate(ask, FORGIVEN) == [True] * len(FORGIVEN)
    assert words.evaluate(ask, NOT_FORGIVEN) == [False] * len(NOT_FORGIVEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café — Één vóór Oekraïne", ["cafe", "een", "voor", "oekraine"]),
        ("ትግርኛ / العَرَبِيَّة", ["ትግርኛ", "العربیه"]),
        ("Türkçe Diyarbak\u0131r", ["turkce", "diyarbakir"]),
        ("za\u200bchte \u202esoort", ["zachte", "soort"]),
        ("foto’s, 06-12345678", ["foto's", "06", "12345678"]),
        ("", []),
    ],
)
def test_a_text_falls_apart_in_folded_words(words: Page, text: str, expected: list[str]) -> None:
    assert words.evaluate("text => psoh.words.wordsOf(text)", text) == expected


def test_a_better_meeting_is_worth_more(words: Page) -> None:
    """The same word, then the same stem, then a beginning, then a part; an error only where there is nothing else."""
    told = words.evaluate(
        """() => {
          const index = new psoh.Index();
          const texts = ["groep", "groepen", "groepsles", "praatgroep", "goep", "niets"];
          texts.forEach((text, at) => index.add(at, 1, text));
          const found = index.ask("groep");
          const wrong = index.ask("grpepsles");
          return { scores: [...found.scores], met: [...found.met], meant: wrong.meant, wrong: [...wrong.met] };
        }"""
    )
    same, stem, beginning, part, error, nothing = told["scores"]
    assert same > stem > beginning > part > 0
    assert error == nothing == 0
    assert told["meant"] == [["grpepsles", "groepsles"]]
    assert told["wrong"] == [0, 0, 1, 0, 0, 0]
