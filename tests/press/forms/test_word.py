"""The Word list: the same bytes each time, a control for every place, and read back with all that stands beside it."""

from __future__ import annotations

import contextlib
import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interview.forms import lists as real
from tests.press.forms.lists import CATALOGUE, FULL, MADE, hostile, small
from tests.press.forms.word_hand import W, controls_for, edited, filled_in, packed, parts_of

from psoh_cli.errors import UnreadableError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.interview.forms.understanding import understand
from psoh_cli.press.forms.word import render_docx
from psoh_cli.press.forms.word_reading import read_docx
from psoh_cli.press.office import zip as office_zip

ANSWERS = {name: Answer.model_validate(said) for name, said in FULL.items()}
BLANK = render_docx(small())
FULLY = render_docx(small(FULL))


def read(data: bytes) -> Filled:
    return read_docx(data, file="a.docx")


def meant(filled: Filled) -> dict[str, Answer]:
    found = understand(filled, catalogue=CATALOGUE, as_of=MADE)
    assert (filled.not_understood, found.not_understood) == ((), ())
    return dict(found.answers)


def test_the_same_list_gives_the_same_bytes() -> None:
    assert render_docx(small()) == BLANK
    assert render_docx(small(FULL)) == FULLY != BLANK


def test_it_has_headings_and_every_question_once() -> None:
    word = docx.Document(io.BytesIO(FULLY))
    heads = [
        (one.style.name, one.text)
        for one in word.paragraphs
        if one.style and "Heading" in str(one.style.name)
    ]
    assert [text for name, text in heads if name == "Heading 3"] == [
        f"{item.number}. {item.question.text}" for item in small().questions
    ]
    assert [name for name, _ in heads].count("Heading 1") == 1
    assert [text for name, text in heads if name == "Heading 2"] == ["Samen", "Geld"]
    assert word.core_properties.language == "nl-NL"


def test_every_place_has_a_control_with_its_own_name_that_cannot_be_deleted() -> None:
    root = ET.fromstring(parts_of(BLANK)["word/document.xml"])
    controls = list(root.iter(f"{W}sdtPr"))
    tags = [one.find(f"{W}tag").get(f"{W}val") for one in controls]  # type: ignore[union-attr]
    ids = {one.find(f"{W}id").get(f"{W}val") for one in controls}  # type: ignore[union-attr]
    assert len(tags) == len(set(tags)) == len(ids) > 50
    assert {one.find(f"{W}lock").get(f"{W}val") for one in controls} == {"sdtLocked"}  # type: ignore[union-attr]
    assert {
        "plan/keuze/ja",
        "plan/zekerheid/onzeker",
        "plan-hoe/antwoord",
        "partners/per_keuze/school/keer",
    } <= set(tags)


def test_a_list_that_nobody_touched_says_nothing_new() -> None:
    assert read(BLANK).answers == ()
    filled = read(FULLY)
    assert all(one.as_sent for one in filled.answers)
    assert (
        meant(replace(filled, answers=tuple(replace(one, as_sent=False) for one in filled.answers)))
        == ANSWERS
    )


def test_what_is_filled_in_is_what_is_understood() -> None:
    filled = read(filled_in(BLANK, controls_for(small(), ANSWERS)))
    assert meant(filled) == ANSWERS
    assert not any(one.as_sent for one in filled.answers)
    assert (filled.informant, filled.code, filled.group, filled.made_on) == (
        "beleid",
        "GM9999",
        "gemeente",
        MADE,
    )


def test_what_was_changed_is_no_longer_as_sent() -> None:
    filled = read(filled_in(FULLY, {"budget/antwoord": "5", "plan/opmerking": "nieuw"}))
    assert {one.question for one in filled.answers if not one.as_sent} == {"budget", "plan"}


def test_what_was_taken_away_is_known() -> None:
    def empty(root: ET.Element) -> None:
        for control in root.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            name = tag.get(f"{W}val") if tag is not None else ""
            for text in control.iter(f"{W}t"):
                if name in ("plan-hoe/opmerking", "partners/per_keuze/school/keer", "budget/antwoord"):
                    text.text = ""
                elif name == "plan/zekerheid/zeker":
                    text.text = "\u2610"

    filled = read(edited(FULLY, empty))
    assert {one.question: set(one.cleared) for one in filled.answers if one.cleared} == {
        "plan": {"zekerheid"},
        "plan-hoe": {"opmerking"},
        "partners": {"school/keer"},
        "budget": {"antwoord"},
    }


def test_the_list_of_a_talk_asks_how_many_and_never_how_sure() -> None:
    form = replace(small(), group="statushouders", opening="Welkom allemaal.", closing="Dank u wel.")
    data = render_docx(form)
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)
    for words in ("Zeg eerst: Welkom allemaal.", "Zeg aan het eind: Dank u wel.", "Wat mensen zeggen:"):
        assert words in text
    assert "Hoe zeker bent u?" not in text
    tags = ("deelnemers", "plan/keuze/ja", "plan/keuze/nee", "plan/opmerking")
    filled = read(filled_in(data, dict(zip(tags, ("7", "x", "x", "De een wel"), strict=True))))
    assert (filled.participants, filled.not_understood) == (7, ())
    assert [(one.question, one.values, one.remark) for one in filled.answers] == [
        ("plan", ("ja", "nee"), "De een wel")
    ]
    assert [one.text for one in read(filled_in(data, {"deelnemers": "veel"})).not_understood] == ["veel"]
    assert read(render_docx(replace(form, participants=5))).participants == 5


def test_what_is_written_outside_a_place_is_told_with_its_question() -> None:
    def add(root: ET.Element) -> None:
        heads = [one for one in root.iter(f"{W}p") if "5. Is er budget?" in "".join(one.itertext())]
        text = ET.SubElement(ET.SubElement(heads[0], f"{W}r"), f"{W}t")
        text.text = " ongeveer 5 ton"

    (odd,) = read(edited(BLANK, add)).not_understood
    assert (odd.place.in_words(), odd.text) == ("a.docx, plek vraag 5", "5. Is er budget? ongeveer 5 ton")
    assert odd.why == "dit staat naast de plek voor het antwoord"
    assert odd.remedy


def test_what_cannot_go_together_is_told() -> None:
    data = filled_in(BLANK, {"plan/zekerheid/zeker": "x", "plan/zekerheid/onzeker": "x", "plan/keuze/ja": "x",
                             "budget/antwoord": "5", "budget/keuze/weet-niet": "x"})  # fmt: skip
    filled = read(data)
    assert [(one.place.column, one.why) for one in filled.not_understood] == [
        ("vraag 1", "hier staan meer kruisjes bij: hoe zeker bent u?"),
        ("vraag 5", "bij deze vraag staat een antwoord, en ook een kruisje"),
    ]
    assert [(one.question, one.values, one.certainty) for one in filled.answers] == [("plan", ("ja",), "")]


@pytest.mark.parametrize(
    ("typed", "values"), [("x", ("ja",)), ("X", ("ja",)), ("✓", ("ja",)), ("☐", ()), ("", ())]
)
def test_a_cross_that_was_typed_over_a_box_counts(typed: str, values: tuple[str, ...]) -> None:
    filled = read(edited(BLANK, lambda root: _over_box(root, typed)))
    assert [one.values for one in filled.answers] == ([values] if values else [])
    assert filled.not_understood == ()


def test_words_in_the_place_of_a_box_are_told() -> None:
    (odd,) = read(edited(BLANK, lambda root: _over_box(root, "soms"))).not_understood
    assert (odd.place.column, odd.text) == ("vraag 1", "soms")


def test_places_that_were_taken_away_and_remarks_in_the_margin_are_told() -> None:
    parts = parts_of(edited(BLANK, lambda root: root.find(f"{W}body").clear()))  # type: ignore[union-attr]
    filled = read(packed(parts | {"word/comments.xml": b'<w:comments><w:comment w:id="1"/></w:comments>'}))
    assert filled.answers == ()
    assert "opmerkingen" in filled.remarks[0]
    assert "weggehaald" in filled.remarks[1]


def test_text_that_was_struck_with_changes_tracked_is_gone() -> None:
    def strike(root: ET.Element) -> None:
        for content in root.iter(f"{W}sdtContent"):
            run = content.find(f"{W}r")
            if run is not None and run.findtext(f"{W}t") == "1200":
                content.remove(run)
                ET.SubElement(content, f"{W}del").append(run)

    filled = read(edited(FULLY, strike))
    assert next(one for one in filled.answers if one.question == "budget").values == ()


def test_texts_of_others_stay_texts() -> None:
    filled = read(render_docx(hostile()))
    assert [one.values[0] for one in filled.answers] == [hostile().questions[1].current.values[0]]  # type: ignore[union-attr]


def _no_key(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in parts.items() if b"urn:psoh" not in content}


def _key_with(parts: dict[str, bytes], old: bytes, new: bytes) -> dict[str, bytes]:
    return {
        name: content.replace(old, new) if b"urn:psoh" in content else content
        for name, content in parts.items()
    }


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK\x03\x04", b"PK" + b"\0" * 90, BLANK[:500], BLANK[: len(BLANK) // 2],
        packed({"a.txt": b"a"}),
        packed(_no_key(parts_of(BLANK))),
        packed(_key_with(parts_of(BLANK), b"beleid", b"../../etc")),
        packed(_key_with(parts_of(BLANK), b"vragenlijst-1", b"vragenlijst-9")),
        packed(_key_with(parts_of(BLANK), b"2026-11-22", b"2026-13-99")),
        packed(parts_of(BLANK) | {"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        packed(parts_of(BLANK) | {"word/document.xml": b'<!DOCTYPE a SYSTEM "b"><a/>'}),
        packed(parts_of(BLANK) | {"word/document.xml": '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16-le")}),
        packed(parts_of(BLANK) | {"word/document.xml": b"<a>"}),
        packed(parts_of(BLANK) | {"word/document.xml": "<a/>".encode("utf-16")}),
    ],
)  # fmt: skip
def test_what_is_no_list_of_ours_is_refused_in_dutch(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(data)
    assert "a.docx" in refused.value.message
    assert refused.value.remedy


@pytest.mark.slow
def test_a_file_that_grows_while_it_is_unpacked_is_refused() -> None:
    bomb = packed(parts_of(BLANK) | {"word/media/a.bin": b"\0" * (office_zip.MOST_UNPACKED + 1)})
    with pytest.raises(UnreadableError, match="te groot"):
        read(bomb)


@given(st.data())
def test_no_bytes_make_it_fall_over(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(BLANK)))
    broken = (
        BLANK[:start] + data.draw(st.binary(max_size=40)) + BLANK[start + data.draw(st.integers(0, 900)) :]
    )
    with contextlib.suppress(UnreadableError):
        assert read(broken).informant


@pytest.mark.slow
@settings(max_examples=6)
@given(st.data())
def test_any_interview_comes_back_as_it_went(data: st.DataObject) -> None:
    group = data.draw(st.sampled_from(("huisarts", "statushouders", "ggz")))
    answers = data.draw(real.interviews(group))
    filled = read(render_docx(real.form(group, answers)))
    assert filled.not_understood == ()
    assert all(one.as_sent for one in filled.answers)
    touched = replace(filled, answers=tuple(replace(one, as_sent=False) for one in filled.answers))
    found = understand(touched, catalogue=real.catalogue(), as_of=real.TODAY)
    assert (found.not_understood, found.answers) == ((), answers)


def _over_box(root: ET.Element, text: str) -> None:
    for content in root.iter(f"{W}sdtContent"):
        said = content.find(f"{W}r/{W}t")
        if said is not None and said.text == "\u2610":
            said.text = text
            return
