"""Languages by name, by another spelling and by a longer code become the code we use; a guess stays a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.language_codes import OF_TWO_LETTERS, OTHER_LANGUAGES
from psoh_cli.languages import (
    code_of,
    doubt_about,
    is_known,
    languages_meant,
    languages_named,
    question_about,
)
from psoh_cli.vocabulary import LANGUAGE_NAMES, language_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tigrinya", "ti"), ("tigrinja", "ti"), ("Arabisch", "ar"), ("arabisch", "ar"), ("AR", "ar"), ("ara", "ar"),
        ("Dari", "prs"), ("Farsi", "fa"), ("Perzisch", "fa"), ("Oekraiens", "uk"), ("Oekraïens", "uk"),
        ("Koerdisch", "ku"), ("Koerdisch Kurmanji", "kmr"), ("Koerdisch (Kurmanji)", "kmr"), ("Kurmancî", "kmr"),
        ("Somali", "so"), ("Somalisch", "so"), ("Pashto", "ps"), ("TIR", "ti"), ("nederlandse", "nl"),
        ("Pools", "pl"), ("Italiaans", "it"), ("Albanees", "sq"), ("Bosnisch", "bs"), ("Vietnamees", "vi"),
        ("Bulgaars", "bg"), ("Roemeens", "ro"), ("Hongaars", "hu"), ("Papiaments", "pap"), ("Papiamentu", "pap"),
        ("Berbers", "ber"), ("Suryoyo", "tru"), ("Turoyo", "tru"), ("Assyrisch", "aii"), ("fa-AF", "prs"),
        ("fa_AF", "prs"), ("POL", "pl"), ("yi", "yi"), ("Yi", "yi"),
        ("Syrisch", ""), ("Afghaans", ""), ("Aramees", ""), ("Tamazight", ""), ("Tigre", ""), ("Surinaams", ""),
        ("tgi", ""), ("", ""), ("a" * 10_000, ""),
    ],
)  # fmt: skip
def test_what_can_mean_one_language_only(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "codes", "question"),
    [
        ("Arabsich", ("ar",), "Bedoelt u ar (Arabisch)?"),
        ("ar-SY", ("ar",), "Bedoelt u ar (Arabisch)?"),
        ("Afghaans", ("prs", "ps"), "Bedoelt u prs (Dari) of ps (Pasjtoe)?"),
        ("Dari/Farsi", ("prs", "fa"), "Zet elke taal apart in de lijst: prs, fa."),
        ("Arabisch en Tigrinya", ("ar", "ti"), "Zet elke taal apart in de lijst: ar, ti."),
        ("Aramees", ("tru", "aii", "cld"), "Bedoelt u tru (Turoyo), aii (Assyrisch) of cld (Chaldeeuws)?"),
        ("fa-AF", ("prs",), "Bedoelt u prs (Dari)?"),
        ("Klingon", (), ""),
        ("x" * 10_000, (), ""),
    ],
)
def test_what_may_be_meant(text: str, codes: tuple[str, ...], question: str) -> None:
    assert languages_meant(text) == codes
    assert question_about(text) == question


@given(st.text(max_size=80))
def test_only_codes_that_exist_are_offered(text: str) -> None:
    assert {*languages_meant(text), code_of(text)} <= {*LANGUAGE_NAMES, *OTHER_LANGUAGES, ""}


@pytest.mark.parametrize("code", LANGUAGE_NAMES)
def test_our_own_codes_and_names_mean_themselves(code: str) -> None:
    assert code_of(code) == code_of(LANGUAGE_NAMES[code]) == code


def test_all_of_iso_639_1_is_known_and_named() -> None:
    two = {code for code in LANGUAGE_NAMES if len(code) == 2} | set(OF_TWO_LETTERS)
    assert len(two) == 183
    assert set(OTHER_LANGUAGES).isdisjoint(LANGUAGE_NAMES)
    assert [code for code in OTHER_LANGUAGES if code_of(code) != code] == []
    named = {
        code_of(name) or languages_named(name)
        for code, name in OTHER_LANGUAGES.items()
        if code_of(name) != code
    }
    assert named == {
        ("ti", "tig"),
        "yi",
    }  # Tigre is often Tigrinya; the name Yi is the code of another language
    assert language_name("pl") == "Pools"


@pytest.mark.parametrize("code", ["pl", "vi", "bs", "sq", "ber", "arc", "pap", "ti", "prs"])
def test_a_language_of_iso_639_is_no_reason_to_ask(code: str) -> None:
    assert is_known(code)
    assert doubt_about(code) == ""


@pytest.mark.parametrize(
    ("code", "asks"),
    [
        ("sy", "sy is de code van een land. Bedoelt u ar (Arabisch) of ku (Koerdisch)?"),
        ("af", "af is de code van een land en van het Afrikaans. Bedoelt u prs (Dari) of ps (Pasjtoe)?"),
        ("tig", "tig is Tigre. Bedoelt u ti (Tigrinya)?"),
        ("apc", "apc is een vorm van het Arabisch; psoh telt die mee als ar. Bedoelt u ar?"),
    ],
)
def test_a_code_that_is_often_a_mistake_is_asked_about(code: str, asks: str) -> None:
    assert doubt_about(code) == asks


def test_likeness_is_good_for_a_question_only() -> None:
    assert languages_named("Arabsich") == ()
    assert languages_named("x" * 10_000) == ()
    assert languages_named("ar-SY") == ("ar",)
    assert languages_named("Dari/Klingon") == ()
