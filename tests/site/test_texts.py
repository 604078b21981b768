"""Labels: filled, fallen back, counted, and those that cannot be used."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup

from psoh_cli.dutch import PartialDate
from psoh_cli.site.render_cldr import own_name, plural_forms
from psoh_cli.site.render_words import Words
from psoh_cli.site.texts import Counted, Texts, TextsFile, forms_of
from psoh_cli.site.texts_check import Judged, State, judge

DUTCH: dict[str, Any] = {
    "kop": "Hulp in {gemeente}",
    "kaal": "Talen",
    "aantal": Counted(one="{aantal} dienst", other="{aantal} diensten"),
}
ARABIC = ("zero", "one", "two", "few", "many", "other")


def judged(language: str = "ar", needed: tuple[str, ...] = ARABIC, **labels: Any) -> dict[str, Judged]:
    file = TextsFile.model_validate({"formaat": "1", "taal": language, "teksten": labels})
    progress = judge(file, dutch=DUTCH, plural_forms=needed)
    return {item.key: item for item in progress.labels}


def words(language: str = "nl", **own: Any) -> Words:
    dutch = {key: forms_of(label) for key, label in DUTCH.items()}
    return Words(Texts(language=language, own=dutch if language == "nl" else own, dutch=dutch))


@pytest.mark.parametrize(
    ("label", "state"),
    [
        ({"nl": "Hulp in {gemeente}", "tekst": "Help in {gemeente}"}, State.FILLED),
        ({"nl": "Hulp in {gemeente}", "tekst": ""}, State.MISSING),
        ({"nl": "Hulp in {gemeente}", "tekst": None}, State.MISSING),
        ({"nl": "Hulp bij {gemeente}", "tekst": "Help in {gemeente}"}, State.OUTDATED),
        (
            {"nl": "Hulp in {gemeente}", "nl_was": "Hulp bij {gemeente}", "tekst": "Help in {gemeente}"},
            State.OUTDATED,
        ),
        ({"nl": "Hulp in {gemeente}", "tekst": "Help in {stad}"}, State.BROKEN),
        ({"nl": "Hulp in {gemeente}", "tekst": "Help"}, State.BROKEN),
        ({"nl": "Hulp in {gemeente}", "tekst": "Help in {gemeente} {0.__class__}"}, State.BROKEN),
        ({"nl": "Hulp in {gemeente}", "tekst": "Help in {gemeente} {{x"}, State.BROKEN),
        (
            {"nl": "Hulp in {gemeente}", "tekst": {"one": "a {gemeente}", "other": "b {gemeente}"}},
            State.BROKEN,
        ),
    ],
)
def test_how_a_label_stands(label: dict[str, Any], state: State) -> None:
    assert judged(kop=label)["kop"].state is state


@pytest.mark.parametrize(
    ("text", "needed", "state"),
    [
        ({"one": "one", "other": "{aantal}"}, ("one", "other"), State.FILLED),
        ({"one": "one", "other": "{aantal}"}, ARABIC, State.PARTLY),
        ({"one": "one {aantal}"}, ("one", "other"), State.BROKEN),
        ({"other": "some"}, ("other",), State.BROKEN),
        ("{aantal} hoe dan ook", ("other",), State.FILLED),
        (dict.fromkeys(ARABIC, ""), ARABIC, State.MISSING),
    ],
)
def test_how_a_label_with_a_number_stands(text: Any, needed: tuple[str, ...], state: State) -> None:
    label = {"nl": {"one": "{aantal} dienst", "other": "{aantal} diensten"}, "tekst": text}
    assert judged(aantal=label, needed=needed)["aantal"].state is state


def test_what_is_wrong_is_said_with_what_is_right() -> None:
    label = {"nl": "Hulp in {gemeente}", "tekst": "Help in {stad}"}
    assert judged(kop=label)["kop"].why == "{stad} kan psoh hier niet invullen; wel: {gemeente}."


def test_a_label_that_the_site_does_not_know() -> None:
    found = judged(kopp={"nl": "x", "tekst": "y"}, leeg={"nl": "x", "tekst": ""})
    assert found["kopp"].state is State.UNKNOWN
    assert "kop" in found["kopp"].why
    assert "leeg" not in found


def test_a_label_without_translation_says_that_it_is_dutch() -> None:
    assert words("ar").t("kaal") == Markup('<span lang="nl" dir="ltr">Talen</span>')
    assert words("ar", kaal={"other": "ضظ"}).t("kaal") == "ضظ"
    assert words().t("kaal") == "Talen"
    assert not words("ar").in_own_language("kaal")


def test_what_is_filled_in_is_text_and_keeps_to_itself() -> None:
    assert words().t("kop", gemeente="<b>{kop}") == "Hulp in <bdi>&lt;b&gt;{kop}</bdi>"
    assert (
        words("en", kop={"other": "<i>{gemeente}"}).t("kop", gemeente="X")
        == '&lt;i&gt;<bdi lang="nl">X</bdi>'
    )
    assert words().plain("kop", gemeente="<b>") == "Hulp in <b>"


@pytest.mark.parametrize(("number", "said"), [(0, "0 diensten"), (1, "1 dienst"), (1200, "1.200 diensten")])
def test_dutch_counts(number: int, said: str) -> None:
    assert words().t("aantal", aantal=number) == said


@pytest.mark.parametrize(("number", "said"), [(1, "a"), (2, "b 2"), (5, "c 5"), (21, "a"), (100, "c 100")])
def test_a_language_counts_by_its_own_forms(number: int, said: str) -> None:
    own = {"one": "a", "few": "b {aantal}", "many": "c {aantal}", "other": "d {aantal}"}
    assert words("uk", aantal=own).t("aantal", aantal=number) == said


def test_a_form_that_is_not_filled_takes_the_last() -> None:
    assert words("ar", aantal={"other": "d {aantal}"}).plain("aantal", aantal=2) == "d 2"


def test_a_number_in_a_fallen_back_label_is_dutch_too() -> None:
    assert ">1 dienst<" in words("ar").t("aantal", aantal=1)


def test_dates_and_days_are_as_cldr_writes_them() -> None:
    assert words().date(PartialDate(2026, 9, 5)) == "5 september 2026"
    assert words("en").date(PartialDate(2026, 9, 5)) == "5 September 2026"
    assert words("en").date(PartialDate(2026, 9)) == "September 2026"
    assert words("ar").date(PartialDate(2026)) == "2026"
    assert words("tr").day("zondag") == "Pazar"
    assert words("en").time("9:30") == "09:30"
    assert words().euros(1250) == "€\u00a01.250"


@pytest.mark.parametrize(
    ("code", "name"),
    [("ti", "ትግርኛ"), ("prs", "دری"), ("nl", "Nederlands"), ("ckb", "کوردیی ناوەندی"), ("tru", None)],
)
def test_a_language_goes_by_its_own_name(code: str, name: str | None) -> None:
    assert own_name(code) == name


def test_a_language_is_named_by_itself_and_in_the_language_of_the_page() -> None:
    assert words().language_of("ti") == (
        '<bdi lang="ti" dir="ltr">ትግርኛ</bdi> <span class="taalnaam">(Tigrinya)</span>'
    )
    assert words("en").language_of("ar") == (
        '<bdi lang="ar" dir="rtl">العربية</bdi> <span class="taalnaam">(Arabic)</span>'
    )
    assert words("en").language_of("en") == '<bdi lang="en" dir="ltr">English</bdi>'
    assert words("en").language_of("tru") == "Turoyo"
    assert words("so").language_of("tru") == '<span lang="nl" dir="auto">Turoyo</span>'


def test_the_forms_of_a_language() -> None:
    assert plural_forms("ar") == ARABIC
    assert plural_forms("nl") == ("one", "other")
    assert plural_forms("prs") == ("one", "other")


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("nl", (), ""),
        ("nl", ("maandag",), "maandag"),
        ("nl", ("maandag", "dinsdag"), "maandag en dinsdag"),
        ("nl", ("maandag", "dinsdag", "woensdag", "zondag"), "maandag, dinsdag, woensdag en zondag"),
        ("tr", ("maandag", "woensdag"), "Pazartesi ve Çarşamba"),
    ],
)
def test_things_behind_each_other(language: str, names: tuple[str, ...], said: str) -> None:
    assert words(language).days(names) == said
