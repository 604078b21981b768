"""The file of the page, read back: the same answers for any interview, and a place and a reason for all that is odd."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interview.forms import lists as real
from tests.press.forms.lists import CATALOGUE, FULL, as_page_writes, small

from psoh_cli.errors import UnreadableError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.interview.forms.page_reading import read_json
from psoh_cli.interview.forms.reading_file import shape_of
from psoh_cli.interview.forms.understanding import understand
from psoh_cli.press.forms.page import render_html

GROUPS = ("huisarts", "statushouders", "ketenpartner")
WORLDS = st.sampled_from(GROUPS).flatmap(lambda group: st.tuples(st.just(group), real.interviews(group)))


def read(data: bytes | dict[str, Any]) -> Filled:
    return read_json(data if isinstance(data, bytes) else json.dumps(data).encode(), file="a.json")


def whole(**parts: Any) -> dict[str, Any]:
    written = json.loads(as_page_writes(small(), {}))
    return {**written, **parts}


def told(data: bytes | dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.place.column, one.why) for one in read(data).not_understood]


@given(WORLDS)
def test_what_is_filled_in_is_what_is_understood(world: tuple[str, dict[str, Answer]]) -> None:
    group, answers = world
    filled = read(as_page_writes(real.form(group), answers))
    assert filled.not_understood == ()
    found = understand(filled, catalogue=real.catalogue(), as_of=real.TODAY)
    assert (found.not_understood, found.answers) == ((), answers)


def test_it_tells_whose_list_it_is_and_when() -> None:
    form = small()
    filled = read(as_page_writes(form, {}, day="2026-11-24"))
    assert (filled.informant, filled.code, filled.group, filled.knowledge_version, filled.made_on) == (
        form.informant, form.code, form.group, form.knowledge_version, form.made_on,
    )  # fmt: skip
    assert str(filled.answered_on) == "2026-11-24"


def test_what_nobody_touched_is_known() -> None:
    form = small(FULL)
    answers = {item.question.id: item.current for item in form.questions if item.current is not None}
    changed = answers | {"budget": Answer.model_validate({"antwoord": "5"})}
    filled = read(as_page_writes(form, changed))
    assert {one.question: one.as_sent for one in filled.answers} == {
        name: name != "budget" for name in answers
    }


@pytest.mark.parametrize(
    ("parts", "place", "why"),
    [
        ({"extra": 1}, "extra", "kent dit onderdeel niet"),
        ({"antwoorden": []}, "antwoorden", "hier hoort een groep met onderdelen, en er staat een lijst"),
        ({"antwoorden": {"plan": "ja"}}, "antwoorden.plan", "hier hoort een groep"),
        ({"antwoorden": {"plan": {"antwoord": 1}}}, "antwoorden.plan.antwoord", "een lijst met antwoorden"),
        ({"antwoorden": {"plan": {"antwoord": [True]}}}, "antwoorden.plan.antwoord[0]", "en er staat ja of nee"),
        ({"antwoorden": {"plan": {"anders": None}}}, "antwoorden.plan.anders", "er staat niets"),
        ({"antwoorden": {"plan": {"antwoord": ["ja"], "wie": "x"}}}, "antwoorden.plan.wie", "kent dit onderdeel niet"),
        ({"antwoorden": {"plan": {"opmerking": "a\u202eb"}}}, "antwoorden.plan.opmerking", "stuurteken (U+202E)"),
        ({"antwoorden": {"plan": {"opmerking": "\ud800"}}}, "antwoorden.plan.opmerking", "half teken"),
        ({"antwoorden": {"plan": {"opmerking": "e" + "\u0301" * 99}}}, "antwoorden.plan.opmerking", "losse accenten"),
        ({"antwoorden": {"plan": {"per_keuze": {"a": {"b": []}}}}}, "antwoorden.plan.per_keuze.a.b", "hoort tekst"),
        ({"antwoorden": {"../../x": {"antwoord": ["ja"]}}}, "antwoorden.../../x", "geen naam van een vraag"),
        ({"ongewijzigd": {"plan": 1}}, "ongewijzigd", "een lijst met namen"),
    ],
)  # fmt: skip
def test_what_is_odd_is_told_with_its_place(parts: dict[str, Any], place: str, why: str) -> None:
    ((where, reason),) = told(whole(**parts))
    assert where == place
    assert why in reason


def test_of_what_stands_there_twice_nothing_is_taken_over() -> None:
    plain = json.dumps(
        whole(antwoorden={"plan": {"antwoord": ["ja"], "opmerking": "een"}, "budget": {"antwoord": ["5"]}})
    )
    filled = read(plain.replace('"opmerking": "een"', '"opmerking": "een", "opmerking": "twee"').encode())
    assert [(one.place.column, one.why) for one in filled.not_understood] == [
        ("antwoorden.plan.opmerking", "dit staat er twee keer; psoh weet niet welke geldt")
    ]
    assert [(one.question, one.values, one.remark) for one in filled.answers] == [
        ("plan", ("ja",), ""),
        ("budget", ("5",), ""),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"\x00\x01", b"\xff\xfea", b"{" * 100_000, b'{"a":' * 5000, b"[" * 50_000,
        b'{"formaat": NaN}', b'{"formaat": "iets-anders"}', b'{"formaat": "psoh-vragenlijst-9"}',
        b'{"formaat": "psoh-vragenlijst-1"}', b'{"a": ' + b"9" * 100_000 + b"}", b" " * 5_000_001,
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_refused_in_dutch(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(data)
    assert "a.json" in refused.value.message
    assert refused.value.remedy


@pytest.mark.parametrize("name", ["informant", "groep", "gemeente", "kennisversie", "gemaakt_op"])
@pytest.mark.parametrize("said", ["", None, 7, "../../etc", "a\x1b[31m"])
def test_without_knowing_whose_list_it_is_nothing_is_read(name: str, said: Any) -> None:
    if said == "../../etc" and name in ("gemeente", "kennisversie"):
        assert read(whole(**{name: said})).informant == "beleid"  # words that are shown, and never a path
        return
    with pytest.raises(UnreadableError):
        read(whole(**{name: said}))


def test_a_file_that_is_odd_all_over_is_told_in_short() -> None:
    filled = read(whole(antwoorden={f"v{number}": number for number in range(900)}))
    assert len(filled.not_understood) == 101
    assert filled.not_understood[-1].why == "er staat nog 800 keer iets dat psoh niet overneemt"


def test_answers_that_were_pasted_in_a_mail_are_found() -> None:
    answers = {"plan": Answer.model_validate({"antwoord": "ja"})}
    mail = b"Beste mensen,\n\nhierbij {zie onder}:\n" + as_page_writes(small(), answers) + b"\nGroet"
    filled = read(mail)
    assert [one.question for one in filled.answers] == ["plan"]
    assert filled.remarks == ("Om de antwoorden heen stond nog andere tekst; die is niet gelezen.",)
    other = as_page_writes(small(), answers).decode().encode("utf-16")
    assert read(other).remarks == ()
    assert {shape_of(data, file="a.txt") for data in (mail, other, as_page_writes(small(), answers))} == {
        "json"
    }
    with pytest.raises(UnreadableError, match="de webpagina zelf"):
        shape_of(render_html(small()).encode(), file="a.html")


@given(st.data())
def test_no_bytes_make_it_fall_over(data: st.DataObject) -> None:
    good = as_page_writes(small(FULL), {"plan": Answer.model_validate({"antwoord": "ja"})})
    start = data.draw(st.integers(0, len(good)))
    broken = good[:start] + data.draw(st.binary(max_size=30)) + good[start + data.draw(st.integers(0, 40)) :]
    try:
        filled = read(broken)
    except UnreadableError:
        return
    understand(filled, catalogue=CATALOGUE, as_of=real.TODAY)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.integers()
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["plan", "antwoord", "per_keuze", "x", ""]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES, VALUES)
def test_no_values_make_it_fall_over(answers: Any, other: Any) -> None:
    filled = read(whole(antwoorden=answers, ongewijzigd=other, ingevuld_op=other))
    understood = understand(filled, catalogue=CATALOGUE, as_of=real.TODAY)
    assert set(understood.answers) <= {one.question for one in filled.answers}
