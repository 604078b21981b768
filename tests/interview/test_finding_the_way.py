"""Through the list in any order: to a question or theme, by search, and what is open; nothing is lost by it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interview.talk import (
    GROUP,
    TODAY,
    Talk,
    Typist,
    answered,
    catalogue,
    question,
    questionnaire,
    talk,
)

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.asking import Ending
from psoh_cli.interview.directions import Goto, NoDirection, Search, Show
from psoh_cli.interview.exchange import Exchange
from psoh_cli.interview.finding import destination, matching
from psoh_cli.interview.looking_over import LookingOver
from psoh_cli.interview.overview import ranges
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.replies import Given, read_reply
from psoh_cli.interview.typed_values import Mistake

KINDS = ["beleid", "soort", "partners", "vervolg", "datum"]


def _reply(name: str, line: str) -> object:
    return read_reply(question(name), line, as_of=TODAY)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("naar 3", Goto("3")),
        ("Naar Tweede", Goto("tweede")),
        ("ga naar tweede thema", Goto("tweede thema")),
        ("naar", Goto("")),
        ("zoek tolk", Search("tolk")),
        ("zoek", Search("")),
        ("open", Show.OPEN),
        ("Overzicht", Show.OVERVIEW),
        ("nakijken", Show.REVIEW),
        ("/nar 3", NoDirection("/nar 3")),
    ],
)
@pytest.mark.parametrize("name", KINDS)
def test_directions_at_every_question_that_is_not_answered_in_words(
    name: str, line: str, meant: object
) -> None:
    assert _reply(name, line) == meant
    assert line.startswith("/") or _reply(name, f"/{line}") == meant


@pytest.mark.parametrize(
    "line", ["open", "naar tweede", "naar de huisarts", "zoek hulp", "overzicht", "nakijken"]
)
def test_at_a_question_in_words_the_same_words_are_the_answer_and_a_slash_makes_the_command(
    line: str,
) -> None:
    reply = _reply("wens", line)
    assert isinstance(reply, Given)
    assert (reply.values, reply.command) == ((line,), line)
    assert not isinstance(_reply("wens", f"/{line}"), Given)


def test_a_number_to_go_to_is_a_command_everywhere() -> None:
    assert _reply("wens", "naar 3") == Goto("3")


def test_an_answer_that_looks_like_a_command_is_kept_and_the_command_is_told() -> None:
    done = talk("open", "/open", "stop", answers=answered(beleid="nee", soort="lokaal", partners="ggd"))
    assert done.answers["wens"].values == ("open",)
    assert any("en dan /open" in line for line in done.screen)
    assert "  5. Vraag over datum?" in done.screen


def test_the_very_words_of_an_option_go_before_a_command() -> None:
    asked = question("soort").model_copy(
        update={
            "options": (question("soort").options[0].model_copy(update={"value": "open", "label": "Open"}),)
        }
    )
    assert read_reply(asked, "open", as_of=TODAY) == Given(values=("open",))
    assert read_reply(asked, "/open", as_of=TODAY) is Show.OPEN


@pytest.mark.parametrize("line", ["help.", "open.", "stop.", "terug!"])
def test_any_word_can_be_an_answer_in_words(line: str) -> None:
    assert _reply("wens", line) == Given(values=(line,))


def test_a_jump_forward_goes_on_from_there_and_comes_back_to_what_is_open() -> None:
    done = talk("naar 4", "rust", "2026", "nee", "1", "ggd", "")
    assert done.asked == ["beleid", "wens", "datum", "beleid", "soort", "partners"]
    assert "Vraag 1 blijft open; die komt later terug. Meteen terug kan met: verder" in done.screen
    assert (len(done.answers), done.ending) == (5, Ending.DONE)


def test_a_jump_to_what_was_answered_changes_it_and_goes_on_where_it_was() -> None:
    done = talk("nee", "1", "ggd", "naar 1", "deels", "stop")
    assert done.asked[-2:] == ["beleid", "wens"]
    assert done.answers["beleid"].values == ("deels",)


@pytest.mark.parametrize("where", ["tweede", "Tweede thema", "tweed", "thema 2", "3", "vraag 3", "partners"])
def test_a_theme_or_question_is_found_by_number_name_or_beginning(where: str) -> None:
    found = destination(questionnaire(), answered(beleid="nee"), where.casefold())
    assert not isinstance(found, str), found
    assert found.id == "partners"


def test_to_a_theme_is_to_its_first_open_question() -> None:
    found = destination(questionnaire(), answered(partners="ggd"), "tweede")
    assert not isinstance(found, str)
    assert found.id == "wens"


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("99", "van 1 tot en met 5"),
        ("0", "van 1 tot en met 5"),
        ("", "bijvoorbeeld: naar 12"),
        ("thema", "kan 'Eerste thema' of 'Tweede thema' zijn"),
        ("onderwijs", "geen nummer en geen thema"),
        ("eerse", "Bedoelt u 'Eerste thema'?"),
    ],
)
def test_where_nobody_can_go_is_told_and_the_question_waits(where: str, says: str) -> None:
    done = talk(f"naar {where}", "nee", "stop")
    assert any(says in line for line in done.screen), done.text
    assert done.asked[:2] == ["beleid", "soort"]


def test_a_search_lists_questions_with_their_numbers() -> None:
    done = talk("zoek huisarts", "naar 3", "stop", answers=answered(beleid="nee"))
    assert "  3. Vraag over partners? (nog open)" in done.screen
    assert "Naar een vraag: typ naar met het nummer, bijvoorbeeld: naar 3" in done.screen
    assert done.asked == ["soort", "partners"]
    assert [item.id for item in matching(questionnaire(), {}, "reden WENS")] == ["wens"]
    assert "'tandarts' staat in geen vraag van deze lijst." in talk("zoek tandarts", "stop").text
    assert "Waarnaar zoekt u?" in talk("zoek", "stop").text


def test_what_is_open_is_listed() -> None:
    done = talk("open", "stop", answers=answered(beleid="nee", wens="rust"))
    assert done.screen.count("  2. Vraag over soort?") == 1
    assert any(line.startswith("Nog open: 3 vragen.") for line in done.screen)
    assert "Er staat niets meer open." in talk("open", "klaar", answers=_all()).screen


def test_the_overview_counts_per_theme_and_draws_only_where_that_helps() -> None:
    drawn = talk("overzicht", "stop", answers=answered(beleid="nee"))
    assert "  thema 1   ##########..........   1 van 2  Eerste thema" in drawn.screen
    spoken = talk("overzicht", "stop", answers=answered(beleid="nee"), plain=True)
    assert "Thema 1, Eerste thema: 1 van 2 vragen beantwoord." in spoken.screen
    assert not [line for line in spoken.screen if "##" in line or line.startswith(" ")]


@pytest.mark.parametrize("line", ["overzicht", "open", "zoek huisarts"])
def test_after_a_list_of_numbers_the_question_that_waits_is_shown_again(line: str) -> None:
    screen = talk(line, "1", "stop").screen
    at = screen.index("Antwoord: 1")
    assert screen[at - 2] == "Vraag 1: Vraag over beleid?"
    assert screen[at - 1].startswith("  1 Ja  2 Deels  3 Nee")


def test_a_theme_is_never_chosen_by_a_bare_number() -> None:
    done = talk("overzicht", "thema 2", "", answers=_all())
    assert not [line for line in done.screen if line.strip()[:1].isdigit() and "Eerste thema" in line]
    assert any("rust" in line for line in done.screen[done.screen.index("Tweede thema") :])
    assert "typ bijvoorbeeld thema 5" in " ".join(_review_of_many())


def _review_of_many() -> list[str]:
    many = tuple(question("beleid").model_copy(update={"id": f"vraag-{number}"}) for number in range(21))
    typist = Typist(["", ""])
    exchange = Exchange(
        questionnaire=Questionnaire(catalogue().model_copy(update={"questions": many}), GROUP),
        asker=typist,
        record=lambda name, answer: None,
        as_of=TODAY,
        answers={},
    )
    LookingOver(exchange).run()
    return typist.screen


@pytest.mark.parametrize(
    ("said", "answered_so_far", "asked"),
    [("", {"wens"}, ["wens", "datum"]), ("ja", set(), ["wens", "partners"]), ("<", set(), ["wens", "wens"])],
)
def test_a_command_without_slash_at_a_text_is_asked_about(
    said: str, answered_so_far: set[str], asked: list[str]
) -> None:
    given = answered(beleid="nee", soort="lokaal")
    done = talk("naar wens", "naar tweede", said, "stop", answers=given)
    assert set(done.answers) - set(given) == answered_so_far
    assert done.asked[1:] == asked
    assert any(line.startswith("Bedoelt u de opdracht /naar tweede?") for line in done.screen)
    assert "Bedoelt u" not in talk("naar wens", "naar buiten gaan", "stop", answers=given).text


def test_a_long_list_of_open_numbers_is_short() -> None:
    assert ranges([1, 2, 3, 5, 7, 8]) == "1 tot en met 3, 5, 7, 8"


def test_looking_all_over_on_the_way_goes_back_to_the_question_that_waits() -> None:
    done = talk("nee", "nakijken", "1", "deels", "", "1", "stop")
    assert done.asked == ["beleid", "soort", "beleid", "soort", "partners"]
    assert done.answers["beleid"].values == ("deels",)
    assert done.answers["soort"].values == ("lokaal",)


def test_in_the_review_an_answer_is_found_by_theme_and_by_search() -> None:
    by_theme = talk("tweede", "3", "school", "", answers=_all())
    assert by_theme.answers["partners"].values == ("school",)
    assert by_theme.screen.count("  3. Vraag over partners?") == 3
    by_answer = talk("zoek rust", "naar 4", "stilte", "klaar", answers=_all())
    assert by_answer.screen.count("  4. Vraag over wens?") == 3
    assert by_answer.answers["wens"].values == ("stilte",)
    assert "'niets' staat in geen vraag of antwoord." in talk("zoek niets", "", answers=_all()).text
    assert "'zomaar' staat niet in de lijst." in talk("zomaar", "", answers=_all()).text


def test_going_on_from_a_change_in_the_review_asks_what_is_open() -> None:
    done = talk("nee", "nakijken", "1", "verder", "1", "stop")
    assert done.asked == ["beleid", "soort", "beleid", "soort", "partners"]


def test_a_slash_at_free_text_is_never_the_text() -> None:
    done = talk("nee", "3", "/open", "via de GGD", "stop")
    assert done.answers["soort"].other == "via de GGD"
    assert "Dat kan pas na deze regel." in done.text


def test_a_command_that_does_not_exist_is_told() -> None:
    reply = talk("/opne", "stop").text
    assert "'/opne' is geen opdracht." in reply
    assert not isinstance(_reply("beleid", "zomaar"), NoDirection)
    assert isinstance(_reply("beleid", "zomaar"), Mistake)


@settings(max_examples=40)
@given(
    lines=st.lists(
        st.sampled_from(
            ["1", "2", "<", ">", "", "naar 1", "naar 3", "naar tweede", "naar 99", "zoek vraag", "open", "overzicht",
             "/naar 2", "/open", "nakijken", "verder", "w", "1,2", "2026", "~", "1 ~", "! op", "aanvullen"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_wherever_somebody_goes_no_answer_ever_disappears(lines: list[str]) -> None:
    kept = answered(soort="lokaal", partners="ggd")
    done = talk(*lines, answers=kept)
    seen = dict(done.recorded)
    assert set(done.answers) == set(kept) | set(seen)
    assert all(done.answers[name] == answer for name, answer in seen.items())


@settings(max_examples=40)
@given(jumps=st.lists(st.integers(1, 5), max_size=8))
def test_after_any_jumps_going_forward_leaves_nothing_open(jumps: list[int]) -> None:
    done: Talk = talk(*(f"naar {number}" for number in jumps), *("w",) * 12, "klaar", plain=True)
    assert set(done.answers) == {"beleid", "soort", "partners", "wens", "datum"}


def _all() -> dict[str, Answer]:
    return answered(beleid="nee", soort="lokaal", partners="ggd", wens="rust", datum="2026")
