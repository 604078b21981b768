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


def test_the_words_of_an_organization_are_no_name() -> None:
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
    "PTSS",
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


@pytest.mark.parametrize("piece", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    traces(text)
    assert (
        time.process_time() - started < 6
    )  # about one second on a slow day; a pattern that blows up takes hours


@pytest.mark.slow
@pytest.mark.parametrize("piece", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_a_megabyte_of_hostile_text_comes_to_an_end(piece: str) -> None:
    started = time.process_time()
    traces(piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 30
