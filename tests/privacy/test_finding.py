"""What looks like the data of a person, what does not, and where it stands in the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.privacy.finding import kinds, traces
from psoh_cli.privacy.numbers import passes_elfproef
from psoh_cli.privacy.telling import warning_about
from psoh_cli.privacy.trace import Kind


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("De aanmelding van 1112.22.333 liep vast.", "1112.22.333", Kind.BSN),
        ("hij, geb. 3 april '88, komt", "3 april '88", Kind.BIRTH_DATE),
        ("bel (06) 12 34 56 78 na vijf uur", "(06) 12 34 56 78", Kind.MOBILE),
        ("mail j.de.vries@stad.example.", "j.de.vries@stad.example", Kind.MAILBOX),
        ("mail sanne.verzonnen[at]gmail.com", "sanne.verzonnen[at]gmail.com", Kind.MAILBOX),
        ("met mw. A. van den Berg, gemeente", "mw. A. van den Berg", Kind.NAME),
        ("bel Mw. drs. Jansen", "Mw. drs. Jansen", Kind.NAME),
        ("bel dhr. mr. P. de Vries.", "dhr. mr. P. de Vries", Kind.NAME),
        ("bel mw. dr. Ali", "mw. dr. Ali", Kind.NAME),
        ("bel mw. drs. F. Jansen", "mw. drs. F. Jansen", Kind.NAME),
        ("bel de heer prof. dr. ir. Bos", "de heer prof. dr. ir. Bos", Kind.NAME),
        ("bel mw. dr. ali", "mw. dr. ali", Kind.NAME),
        ("Dokter Jan de Boer zegt dat het kan", "Dokter Jan de Boer", Kind.NAME),
        ("bel dr. De Boer", "dr. De Boer", Kind.NAME),
        ("zie drs. K. van der Wit, morgen", "drs. K. van der Wit", Kind.NAME),
        ("vraag Jan de Boer (huisarts)", "Jan de Boer", Kind.NAME),
        ("Volgens Fatima van het taalhuis lukt het", "Fatima", Kind.NAME),
        ("dat Ahmed (34, Syriër) wacht", "Ahmed", Kind.NAME),
        ("en Ahmed wacht al 9 maanden", "Ahmed", Kind.NAME),
        ("Zo wacht deze mevrouw al lang.", "deze mevrouw", Kind.CASE),
        ("V-nummer: 281 234 5678 hoort erbij", "281 234 5678", Kind.NUMBER),
    ],
)
def test_a_trace_is_just_the_words(text: str, words: str, kind: Kind) -> None:
    (trace,) = traces(text)
    assert (text[trace.start : trace.end], trace.kind) == (words, kind)


def test_what_lies_over_each_other_is_told_once() -> None:
    assert kinds("Het gaat om mevrouw Bos.") == (Kind.NAME,)
    assert kinds("bel 06 11 12 22 33 3") == (Kind.MOBILE,)
    assert [trace.kind for trace in traces("bel 0612345678 of 0612345678")] == [Kind.MOBILE] * 2


@pytest.mark.parametrize(
    "text",
    [
        "De heer/mevrouw",
        "De heer/mevrouw, met dank",
        "aanhef: de heer / mevrouw",
        "de heer of mevrouw",
        "Mw. dr. komt niet voor",
        "mw. drs.",
    ],
)
def test_a_form_of_address_alone_is_no_name(text: str) -> None:
    assert Kind.NAME not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fatima Huis is open",
        "Stichting Ahmed helpt",
        "de Jan van Galenstraat",
        "Dr. Schaepmanstraat 12",
        "dr. Leo Kannerhuis",
        "Jan 2027",
        "eind Jan is er overleg",
        "Jan Feb Mrt",
        "In Anna Paulowna werkt het",
        "de 'Jan de Boer' zaal",
        "de Willem de Zwijgerschool",
        "jan.de.boer",
        "een dokter wacht",
    ],
)
def test_what_is_called_after_somebody_is_nobody(text: str) -> None:
    assert Kind.NAME not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "wethouder De Boer wil niet", "Burgemeester Van der Berg vroeg erom.", "volgens huisarts Van Vliet",
        "raadslid Ter Haar",
    ],
)  # fmt: skip
def test_a_function_with_a_surname_that_begins_with_a_capital_is_a_name(text: str) -> None:
    assert [trace.kind for trace in traces(text)] == [Kind.NAME]


@pytest.mark.parametrize(
    "text",
    [
        "de wethouder De heeft gelijk", "coördinator De Brug", "coördinator De Meerpaal",
        "burgemeester De Raadt Singel",
        "burgemeester Van Lierstraat", "wethouder van Zorg en Welzijn", "de wethouder Zorg", "huisarts De Linde",
        "minister van Volksgezondheid", "De wethouder. De Wmo blijft.", "directeur Van Goghhuis",
        "het Burgemeester De Monchyplein",
    ],
)  # fmt: skip
def test_a_function_with_a_house_a_street_or_a_task_is_nobody(text: str) -> None:
    assert traces(text) == ()


def test_the_words_of_an_organization_are_no_name() -> None:
    assert kinds("Fatima is op maandag open") == (Kind.NAME,)
    assert traces("Fatima is op maandag open", own=frozenset({"fatima"})) == ()
    assert kinds("villa.rosa@stad.example") == (Kind.MAILBOX,)
    assert traces("villa.rosa@stad.example", own=frozenset({"villa", "rosa"})) == ()


def test_somebody_who_types_is_warned_once_of_each_kind() -> None:
    assert list(warning_about("bel 0612345678", "of 0612345678", "bsn 111222333")) == [
        "Let op: in deze tekst lijkt een burgerservicenummer (BSN) te staan. Schrijf geen gegevens van personen op.",
        "Let op: in deze tekst lijkt een mobiel telefoonnummer te staan. Schrijf geen gegevens van personen op.",
    ]
    assert list(warning_about("ja", "")) == []


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.integers(0, 7), st.integers(1, 9))
def test_the_elfproef_sees_one_wrong_digit(digits: list[int], place: int, shift: int) -> None:
    number = "".join(map(str, digits))
    wrong = [*digits]
    wrong[place] = (wrong[place] + shift) % 10
    if passes_elfproef(number):
        # The weights 9 to 2 have no factor in common with eleven, so one other digit breaks the sum.
        assert not passes_elfproef("".join(map(str, wrong)))


_PIECES = (
    "mw. ", "mevrouw ", "de heer ", "Bos", "geb. ", "1-1-'88", " van ", "een man ", "06", "12345678", "111222333", "@",
    "gmail.com", "zijn vrouw ", "(", "v-nummer ", "casus: ", "İ", "ß", "\u00a0", "'", ".", " ", "\n", "hij heeft ",
    "PTSS", "Ahmed ", "dr. ", "Jan de Boer", " (34, ",
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)))
def test_traces_lie_inside_the_text_one_after_the_other(text: str) -> None:
    last = 0
    for trace in traces(text):
        assert last <= trace.start < trace.end <= len(text)
        last = trace.end


_HOSTILE = {
    "digits": "1",
    "digits apart": "1 ",
    "points": "1.1.1.",
    "at signs": "@",
    "addresses": "a@a.",
    "halves of an address": "a(at)",
    "letters": "a",
    "spaces": " ",
    "titles": "mw. ",
    "first names": "Ahmed de ",
    "offices": "dr. A. De ",
    "initials": "mw. A. A. A. ",
    "prefixes": "mevrouw van der van der ",
    "hyphens": "mevrouw a-",
    "dates": "1-1-88 ",
    "born": "geb. 1-1-88 ",
    "called born": "geboren ",
    "telephones": "06 ",
    "brackets": "(+31)(0)",
    "cases": "een man van zijn vrouw deze hij heeft een ",
    "numbers of clients": "v-nummer ",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    once, twice = (_seconds(piece * (size // len(piece))) for size in (20_000, 40_000))
    assert twice < 8 * once + 1  # in proportion is 2; a pattern that blows up is thousands of times as slow


@pytest.mark.slow
@pytest.mark.parametrize("piece", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_half_a_megabyte_of_hostile_text_takes_time_in_proportion(piece: str) -> None:
    once, twice = (_seconds(piece * (size // len(piece))) for size in (250_000, 500_000))
    assert twice < 8 * once + 1


def _seconds(text: str) -> float:
    """Give the shortest of two goes: what else the machine does can only make it longer."""

    def one() -> float:
        started = time.process_time()
        traces(text)
        return time.process_time() - started

    return min(one(), one())
