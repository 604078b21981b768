"""The conversation: forward, back, past a theme, stop, and the review; and the laws that nothing is ever lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interview.talk import TODAY, Typist, answered, questionnaire, talk

from psoh_cli.errors import UnwritableError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.asking import Conversation, Ending
from psoh_cli.interview.exchange import Exchange

ALL = ("ja", "3", "1", "1,2", "rust", "2026")
"""One answer for each question that applies after a yes."""


def test_asks_in_order_and_records_each_answer_before_the_next_question() -> None:
    done = talk(*ALL, "")
    assert done.ending is Ending.DONE
    assert done.asked == ["beleid", "vervolg", "soort", "partners", "wens", "datum"]
    assert [name for name, _ in done.recorded] == done.asked
    first_saved = done.screen.index("Bewaard: Ja")
    assert first_saved < done.screen.index("Vraag over vervolg?")


def test_a_follow_up_is_asked_only_when_called_for() -> None:
    assert talk("nee", "1", "geen", "rust", "2026", "").asked == [
        "beleid",
        "soort",
        "partners",
        "wens",
        "datum",
    ]


def test_only_open_questions_are_asked() -> None:
    done = talk("rust", "2026", "", answers=answered(beleid="nee", soort="lokaal", partners="ggd"))
    assert done.asked == ["wens", "datum"]
    assert [name for name, _ in done.recorded] == ["wens", "datum"]


def test_says_which_question_of_how_many() -> None:
    done = talk("nee", "stop")
    assert [line for line in done.screen if line.startswith("Vraag ") and " van " in line] == [
        "Vraag 1 van 5",
        "Vraag 2 van 5",
    ]


def test_back_shows_what_was_answered_and_enter_leaves_it() -> None:
    done = talk("nee", "1", "<", "<", "", "", "ggd", "stop")
    assert done.asked == ["beleid", "soort", "partners", "soort", "beleid", "soort", "partners", "wens"]
    assert "Nu staat er: Nee (Enter = laten staan)" in done.screen
    assert done.recorded == [
        ("beleid", Answer(values="nee")),
        ("soort", Answer(values="lokaal")),
        ("partners", Answer(values="ggd")),
    ]


def test_back_at_the_first_question_stays_there() -> None:
    done = talk("<", "stop")
    assert done.asked == ["beleid", "beleid"]
    assert "Dit is de eerste vraag; verder terug kan niet." in done.screen


def test_a_hidden_follow_up_keeps_its_answer_and_comes_back_with_it() -> None:
    done = talk("ja", "12", "2026", "<", "<", "<", "nee", "1", "stop")
    assert done.answers["vervolg"].values == ("12",)
    assert done.answers["dieper"].values == ("2026",)
    assert done.asked[-1] == "partners"
    again = talk("<", "<", "ja", "", "", "", "stop", answers=done.answers)
    assert again.asked == ["partners", "soort", "beleid", "vervolg", "dieper", "soort", "partners"]
    assert [name for name, _ in again.recorded] == ["beleid"]


def test_a_theme_can_be_skipped_and_stays_open() -> None:
    done = talk(">", "ggd", "rust", "2026", "")
    assert done.asked == ["beleid", "partners", "wens", "datum"]
    assert "Thema overgeslagen. Hierin staan nog 2 vragen open; dat kan later." in done.screen
    assert "Nog open: 2 vragen. Typ 'verder' om die nu te beantwoorden." in done.screen
    assert talk("stop", answers=done.answers).asked == ["beleid"]


def test_verder_in_the_review_asks_what_was_skipped() -> None:
    done = talk(">", "ggd", "rust", "2026", "verder", "nee", "1", "")
    assert done.asked[4:] == ["beleid", "soort"]
    assert len(done.answers) == 5


def test_going_back_into_a_skipped_theme_opens_it_again() -> None:
    done = talk(">", "<", "1", "ggd", "stop")
    assert done.asked == ["beleid", "partners", "soort", "partners", "wens"]
    assert done.answers["soort"].values == ("lokaal",)


def test_verder_goes_to_the_first_open_question_at_once() -> None:
    done = talk("nee", "1", "ggd", "<", "<", "<", "verder", "stop")
    assert done.asked[-2:] == ["beleid", "wens"]


def test_the_review_lists_everything_and_changes_any() -> None:
    done = talk(*ALL, "5", "meer rust", "1", "nee", "")
    assert "  5. Vraag over wens?" in done.screen
    assert done.answers["wens"].values == ("meer rust",)
    assert done.answers["beleid"].values == ("nee",)
    assert done.answers["vervolg"].values == ("3",)
    assert done.ending is Ending.DONE


def test_after_a_change_only_that_question_is_shown_and_the_list_when_asked_for() -> None:
    done = talk(*ALL, "5", "meer rust", "?", "lijst", "klaar")
    shown = [number for number, line in enumerate(done.screen) if line == "  1. Vraag over beleid?"]
    changed = done.screen.index("      meer rust")
    assert len(shown) == 2
    assert shown[0] < changed < shown[1]
    assert done.screen[changed - 1] == "  5. Vraag over wens?"
    assert "lijst = alle antwoorden nog eens laten zien" in done.screen
    assert done.ending is Ending.DONE


def test_verder_when_nothing_is_open_is_told() -> None:
    assert "Er staat niets meer open." in talk(*ALL, "verder", "").screen


def test_the_plain_review_goes_theme_by_theme() -> None:
    done = talk(*ALL, "", "", plain=True)
    asked = [line for line in done.screen if line.startswith("Nummer van een vraag (Enter")]
    assert len(asked) == 1
    before, after = (
        done.screen.index(line) for line in ("Vraag 1: Vraag over beleid?", "Vraag 5: Vraag over wens?")
    )
    assert before < done.screen.index(asked[0]) < after
    assert "Antwoord: Ja" in done.screen[before + 1 :]
    assert done.ending is Ending.DONE


def test_in_the_plain_review_a_number_between_two_themes_changes_an_answer() -> None:
    done = talk(*ALL, "5", "meer rust", "", plain=True)
    assert done.answers["wens"].values == ("meer rust",)
    assert "Antwoord: meer rust" in done.screen
    assert talk(*ALL, "klaar", plain=True).ending is Ending.DONE


def test_a_change_in_the_review_asks_the_follow_up_that_it_opens() -> None:
    done = talk("nee", "1", "ggd", "rust", "2026", "1", "ja", "12", "2025", "")
    assert done.asked[5:] == ["beleid", "vervolg"]
    assert done.answers["vervolg"].values == ("12",)
    # What the follow-up opens in its turn is told as open, not asked behind anybody's back.
    assert any(line.startswith("Nog open: 1 vraag") for line in done.screen)


def test_a_wrong_number_in_the_review_is_told() -> None:
    assert (
        "'99' staat niet in de lijst. Typ het nummer van een vraag (1 tot en met 6), een thema (thema 5), of Enter."
        in talk(*ALL, "99", "").screen
    )


def test_when_all_is_answered_the_review_comes_at_once() -> None:
    everything = talk(*ALL, "").answers
    again = talk("", answers=everything)
    assert (again.asked, again.recorded, again.ending) == ([], [], Ending.DONE)


def test_wrong_input_asks_again_without_recording() -> None:
    done = talk("misschien", "8", "", "nee", "stop")
    assert done.asked == ["beleid", "soort"]
    assert [name for name, _ in done.recorded] == ["beleid"]
    assert "Er is nog geen antwoord. Weet u het niet? Typ w. Uitleg: typ ?" in done.screen


def test_explains_the_question_and_everything_one_can_type() -> None:
    screen = talk("?", "stop").screen
    assert "Waarom wij dit vragen: Reden van beleid." in screen
    assert "Deze vraag hebben wij zelf bedacht; hij komt niet van ARQ." in screen
    assert not any(line.strip().startswith("stop = stoppen") for line in screen)
    at = screen.index("Alles wat u kunt typen: ??")
    assert screen[at + 1 :] == ["", "Vraag 1: Vraag over beleid?", *screen[-2:]]
    assert "1 Ja" in screen[-2]
    everything = talk("??", "stop").screen
    assert any(line.strip().startswith("stop = stoppen") for line in everything)
    assert everything[-3:-1] == screen[-3:-1]


def test_anders_asks_what_and_can_be_taken_back() -> None:
    done = talk("nee", "3", "", "via de GGD", "anders", "<", "ggd", "stop")
    assert done.answers["soort"] == Answer(values="anders", other="via de GGD")
    assert done.answers["partners"] == Answer(values="ggd")


def test_the_words_of_anders_can_be_changed_on_their_own() -> None:
    before = {**answered(beleid="nee"), "soort": Answer(values="anders", other="via de GGD")}
    done = talk("<", "3", "via het wijkteam", "stop", answers=before)
    assert "Nu staat er: via de GGD (Enter = laten staan)" in done.screen
    assert done.answers["soort"] == Answer(values="anders", other="via het wijkteam")
    assert talk("<", "3", "", "stop", answers=before).answers["soort"] == before["soort"]
    assert talk("<", "3", "w", "stop", answers=before).answers["soort"] == Answer(values="anders")


def test_at_anders_every_key_still_works() -> None:
    done = talk("nee", "3", "?", ">", "w", "stop")
    assert "De vraag is: Vraag over soort?" in done.screen
    assert any(line.startswith("w = dat weet ik niet") for line in done.screen)
    assert done.answers["soort"] == Answer(values="anders")
    assert talk("nee", "3", "<", "1", "stop").answers["soort"] == Answer(values="lokaal")


def test_at_a_remark_every_key_still_works() -> None:
    done = talk("!", "?", "<", "nee", "!", "stop", answers={})
    assert done.ending is Ending.STOPPED
    assert done.answers == answered(beleid="nee")
    assert done.remarks == {}
    kept = {"beleid": Answer(values="nee", remark="let op")}
    assert talk("<", "!", "", "stop", answers=kept).answers == kept


def test_stop_at_what_anders_means_records_nothing() -> None:
    done = talk("nee", "3", "stop")
    assert done.ending is Ending.STOPPED
    assert "soort" not in done.answers


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ((), "bij de kerk; soms"), (("",), "bij de kerk; soms"), (("<",), "bij de kerk; soms"), (("-",), None),
        (("vaak",), "vaak"),
    ],
)  # fmt: skip
def test_what_stood_beside_another_choice_is_shown_and_asked_about(
    said: tuple[str, ...], remark: str | None
) -> None:
    old = Answer(values="anders", other="soms", remark="bij de kerk")
    done = talk("naar 2", "1", *said, answers={**answered(beleid="nee"), "soort": old})
    assert done.answers["soort"] == Answer(values="lokaal", remark=remark)
    assert "Bij uw vorige antwoord stond: ‘bij de kerk; soms’" in done.screen


def test_the_same_choice_again_keeps_its_remark_without_a_word() -> None:
    done = talk("naar 1", "nee", "1", "stop", answers={"beleid": Answer(values="nee", remark="soms")})
    assert done.answers["beleid"] == Answer(values="nee", remark="soms")
    assert "Bij uw vorige antwoord" not in done.text


@pytest.mark.parametrize(("said", "remark"), [("", "nieuw"), ("+", "oud; nieuw"), ("<", "nieuw")])
@pytest.mark.parametrize("line", ["! nieuw", "ja ! nieuw", "deels ! nieuw"])
def test_a_new_remark_shows_the_old_one_and_keeps_both_when_asked(line: str, said: str, remark: str) -> None:
    done = talk("naar 1", line, said, "stop", answers={"beleid": Answer(values="ja", remark="oud")})
    assert done.answers["beleid"].remark == remark
    assert "Hier stond al: ‘oud’" in done.screen
    assert "De opmerking weghalen: typ ! -" in done.screen


def test_a_remark_before_the_answer_goes_with_it() -> None:
    done = talk("! alleen in het centrum", "ja", "stop")
    assert done.answers["beleid"] == Answer(values="ja", remark="alleen in het centrum")
    assert done.remarks == {}


def test_a_remark_without_answer_is_not_forgotten_when_leaving() -> None:
    assert talk("! nog navragen", "stop").remarks == {"beleid": "nog navragen"}
    assert talk("! nog navragen", "! -", "stop").remarks == {}


def test_a_remark_at_an_answered_question_is_recorded_at_once() -> None:
    done = talk("<", "!", "toch niet", "stop", answers=answered(beleid="nee"))
    assert done.recorded == [("beleid", Answer(values="nee", remark="toch niet"))]
    gone = talk("<", "! -", "stop", answers=done.answers)
    assert gone.answers["beleid"] == Answer(values="nee")


def test_a_changed_answer_keeps_its_remark_and_neither_certainty_nor_sources() -> None:
    before = Answer.model_validate(
        {"antwoord": "nee", "opmerking": "let op", "zekerheid": "onzeker", "bronnen": ["bron-a"]}
    )
    done = talk("<", "deels", "stop", answers={"beleid": before})
    assert done.answers["beleid"] == Answer(values="deels", remark="let op")
    assert "Hoe zeker u van het vorige antwoord was, vervalt." in done.text
    again = talk("<", "nee", "stop", answers={"beleid": before})
    assert again.answers["beleid"] == before


def test_personal_data_is_warned_about() -> None:
    assert "mobiel telefoonnummer" in talk("1 ! bel 06-12345678", "stop").text
    assert "Let op" not in talk("1 ! bel de receptie", "stop").text


@pytest.mark.parametrize("lines", [(), ("nee",), ("nee", "1", "ggd", "rust", "2026")])
def test_no_more_input_ends_with_everything_recorded(lines: tuple[str, ...]) -> None:
    done = talk(*lines)
    assert done.ending is Ending.NO_MORE_INPUT
    assert len(done.recorded) == len(lines)


def test_plain_mode_has_no_rulers_and_no_indents() -> None:
    plain = talk(*ALL, "", plain=True).screen
    assert not [line for line in plain if set(line) == {"-"} or line.startswith(" ")]
    assert "1: Ja" in plain
    assert "Vraag 1 van 5. Thema: Eerste thema." in plain


def test_nothing_on_screen_draws_or_colours() -> None:
    for plain in (False, True):
        text = talk("?", *ALL, "", plain=plain).text
        assert "\x1b" not in text
        assert not [char for char in text if "\u2500" <= char <= "\u259f"]


class _Broken:
    """A disk that is full for a while."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.saved: list[str] = []

    def record(self, name: str, answer: Answer) -> None:
        if self.failures:
            self.failures -= 1
            raise UnwritableError("De schijf is vol.", remedy="Maak ruimte vrij.")
        self.saved.append(name)


def _exchange(disk: _Broken, *lines: str) -> Exchange:
    return Exchange(
        questionnaire=questionnaire(), asker=Typist(lines), record=disk.record, as_of=TODAY, answers={}
    )


def test_when_saving_fails_the_answer_is_kept_until_it_works() -> None:
    disk = _Broken(2)
    exchange = _exchange(disk, "nee", "", "", "1", "stop")
    assert Conversation(exchange).run() is Ending.STOPPED
    assert disk.saved == ["beleid", "soort"]


@pytest.mark.parametrize("last", [("stop",), ()])
def test_when_saving_keeps_failing_the_error_comes_out(last: tuple[str, ...]) -> None:
    with pytest.raises(UnwritableError):
        Conversation(_exchange(_Broken(9), "nee", "", *last)).run()


# --- laws

_ANSWERS = {
    "beleid": ["1", "2", "3", "w", "nvt", "1 ! met opmerking"],
    "vervolg": ["3", "12", "w"],
    "dieper": ["2025", "nvt"],
    "soort": ["1", "2", "w"],
    "partners": ["1,2", "4", "w", "3 ! soms"],
    "wens": ["rust", "w"],
    "datum": ["2026", "3-2026"],
}


class _Scripted:
    """Answers each question from a script, and does something else first at chosen moments."""

    plain = False

    def __init__(self, script: dict[str, str], *, before: dict[str, list[str]] | None = None) -> None:
        self.script = script
        self.before = {name: list(lines) for name, lines in (before or {}).items()}
        self.now = ""
        self.answered = 0

    def say(self, text: str) -> None:
        if text.startswith("Vraag over "):
            self.now = text.removeprefix("Vraag over ").removesuffix("?")

    def read(self, prompt: str) -> str:
        if prompt.startswith("Nummer"):
            return ""
        if self.before.get(self.now):
            return self.before[self.now].pop(0)
        self.answered += 1
        return self.script[self.now]


def _run(asker: _Scripted, answers: dict[str, Answer]) -> tuple[Ending, list[tuple[str, Answer]]]:
    recorded: list[tuple[str, Answer]] = []
    exchange = Exchange(
        questionnaire=questionnaire(),
        asker=asker,
        record=lambda name, answer: recorded.append((name, answer)),
        as_of=TODAY,
        answers=answers,
    )
    return Conversation(exchange).run(), recorded


_scripts = st.fixed_dictionaries({name: st.sampled_from(lines) for name, lines in _ANSWERS.items()})


@given(script=_scripts, stops=st.sets(st.sampled_from(sorted(_ANSWERS))))
def test_stopping_anywhere_and_resuming_records_the_same(script: dict[str, str], stops: set[str]) -> None:
    _, at_once = _run(_Scripted(script), {})
    in_parts: list[tuple[str, Answer]] = []
    stopping = _Scripted(script, before={name: ["stop"] for name in stops})
    for _ in range(len(stops) + 1):
        ending, recorded = _run(stopping, dict(in_parts))
        in_parts.extend(recorded)
    assert ending is Ending.DONE
    assert in_parts == at_once


@given(
    script=_scripts, turns=st.dictionaries(st.sampled_from(sorted(_ANSWERS)), st.integers(1, 3), min_size=1)
)
def test_going_back_from_any_question_loses_nothing(script: dict[str, str], turns: dict[str, int]) -> None:
    _, straight = _run(_Scripted(script), {})
    asker = _Scripted(script, before={name: ["<"] * times for name, times in turns.items()})
    ending, wandering = _run(asker, {})
    assert ending is Ending.DONE
    assert not [name for name in dict(straight) if asker.before.get(name)]
    assert dict(wandering) == dict(straight)


@given(
    lines=st.lists(
        st.sampled_from(
            ["1", "2", "3", "<", "<", ">", "", "?", "verder", "w", "1,2", "2026", "! op", "zomaar"]
        ),
        max_size=40,
    )
)
def test_whatever_is_typed_no_answer_ever_disappears(lines: list[str]) -> None:
    kept = answered(soort="lokaal", partners="ggd")
    done = talk(*lines, answers=kept)
    seen = dict(done.recorded)
    assert set(done.answers) == set(kept) | set(seen)
    assert all(done.answers[name] == answer for name, answer in seen.items())
