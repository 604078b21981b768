"""A version of the site that runs from right to left, with made-up text, and one that falls back to Dutch."""

from __future__ import annotations

from functools import lru_cache

import pytest
from tests.site.samples import SIGN, Reader, pages, pseudo


@lru_cache(maxsize=1)
def arabic() -> dict[str, str]:
    found = pages(translations=(pseudo("ar", without=["kop_kosten"]),))
    return {place.removeprefix("ar/"): page for place, page in found.items() if place.startswith("ar/")}


def test_the_page_says_how_it_runs() -> None:
    assert '<html lang="ar" dir="rtl">' in arabic()["dienst/groep.html"]


def test_labels_are_in_the_language_of_the_page() -> None:
    page = arabic()["dienst/groep.html"]
    assert f"<h2>{SIGN} {SIGN} {SIGN}</h2>" in page
    assert "Voor wie" not in Reader(page).text


def test_a_label_that_is_missing_is_dutch_and_runs_as_dutch() -> None:
    assert '<h2><span lang="nl" dir="ltr">Wat kost het</span></h2>' in arabic()["dienst/groep.html"]


@pytest.mark.parametrize(
    "piece",
    [
        '<h1><bdi lang="nl">Groep voor ouders</bdi></h1>',
        '<span lang="nl" dir="auto">Praten over opvoeden</span>',
        '<bdi dir="ltr">020-1234567</bdi>',
        '<bdi dir="ltr">info@huis.example</bdi>',
        '<bdi lang="ti" dir="ltr">ትግርኛ</bdi>',
        'lang="nl" hreflang="nl" dir="ltr">Nederlands</a>',
        'hreflang="ar" dir="rtl" aria-current="true">العربية</a>',
        '<bdi lang="nl">Dordrecht</bdi>',
        '<bdi lang="nl">1234 AB Dordrecht</bdi>',
        "الثلاثاء والخميس",
    ],
)
def test_what_runs_the_other_way_keeps_to_itself(piece: str) -> None:
    assert piece in arabic()["dienst/groep.html"]


def test_days_and_dates_are_in_the_language_of_the_page() -> None:
    text = Reader(arabic()["dienst/groep.html"]).text
    assert "الثلاثاء" in text
    assert "يونيو" in text


def test_a_version_without_any_label_is_dutch_in_pieces() -> None:
    made = pages(translations=(pseudo("ar", sign=""),))
    page = made["ar/over.html"]
    assert '<html lang="ar" dir="rtl">' in page
    assert '<h1><span lang="nl" dir="ltr">Over deze website</span></h1>' in page


def test_the_style_turns_with_the_page() -> None:
    style = pages()["bestanden/site.css"]
    for word in (
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align: left",
        "float: left",
    ):
        assert word not in style
