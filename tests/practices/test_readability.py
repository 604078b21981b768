"""Plain language: what makes a sentence hard, and that no informant gets to read one."""

from __future__ import annotations

import pytest

from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import HardWord, Word
from psoh_cli.practices.readability import Hard, PlainLanguage, hard_sentences, sentences, terms_in
from psoh_cli.practices.readability_rules import hard_texts, texts

LANGUAGE = PlainLanguage(
    hard=(
        HardWord(word="implementeren", also=("implementatie",), instead="invoeren"),
        HardWord(word="regie", instead="leiding"),
    ),
    words=tuple(
        Word(word=word, explanation="Uitleg.")
        for word in ("GGD", "regie", "maatschappelijke begeleiding", "ervaringsdeskundige")
    ),
)


def said(text: str, *, most_words: int = 15) -> list[str]:
    """Give what is hard in a text: the word, or the number of words of a long sentence."""
    return [hard.said or hard.why for hard in hard_sentences(text, LANGUAGE, most_words=most_words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "Is er een plan?": [],
        "Wanneer gaat u dit implementeren?": ["implementeren"],
        "De IMPLEMENTATIE is klaar.": ["IMPLEMENTATIE"],
        "Dit is onimplementeerbaar.": ["onimplementeerbaar"],
        "Wie heeft de regie?": [],
        "Wie belt de GGD of de VNG?": ["VNG"],
        "Wie belt de vereniging van gemeenten (VNG)?": [],
        "Hoe gaat het met ervaringsdeskundigen in de maatschappelijke opvang?": [],
        "Is er een verantwoordingsverslag?": ["verantwoordingsverslag"],
        "Is er ggz-begeleiding en zijn er niet-begeleide-minderjarige-vreemdelingen?": [],
        "ZonMw en de NZa schrijven mee.": [],
    }.items(),
)
def test_a_word_is_hard_when_it_is_long_short_or_known_as_hard(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_each_sentence_is_counted_on_its_own() -> None:
    text = "Een twee drie vier. Een twee drie vier vijf: een twee; drie vier vijf zes zeven!"
    assert said(text, most_words=4) == ["heeft 5 woorden, meer dan 4", "heeft 5 woorden, meer dan 4"]
    assert sentences(text)[1:3] == ("Een twee drie vier vijf:", "een twee;")


def test_it_says_what_to_write_instead() -> None:
    text = "Wij gaan dit implementeren. Goed."
    assert list(hard_sentences(text, LANGUAGE)) == [
        Hard(
            sentence="Wij gaan dit implementeren.",
            said="implementeren",
            why="gebruikt het moeilijke woord 'implementeren'",
            instead="Schrijf liever: invoeren.",
        )
    ]


def test_a_term_is_found_as_a_word_and_not_inside_one() -> None:
    words = tuple(Word(word=word, explanation="x") for word in ("COA", "statushouder", "brede intake"))
    assert terms_in("Een taalcoach helpt statushouders bij de Brede intake.", words) == words[1:]
    assert terms_in("Het COA.", words) == words[:1]


def test_no_informant_reads_a_hard_sentence() -> None:
    found = hard_texts(read_catalogue()[0])
    assert [f"{told.key[1]}: {hard.sentence} ({hard.why}) {hard.instead}" for told, hard in found] == []


def test_every_text_of_the_interview_is_judged() -> None:
    catalogue = read_catalogue()[0]
    judged = {told.text for told in texts(catalogue)}
    shown = [theme.introduction for theme in catalogue.themes]
    for theme in catalogue.themes:
        shown += filter(None, (theme.talk_name, theme.talk_introduction))
    for group in catalogue.groups:
        shown += filter(None, (group.opening, group.closing))
    for question in catalogue.questions:
        shown += [question.text, question.explanation, *(option.label for option in question.options)]
        shown += [part.text for part in question.details]
        shown += [option.label for part in question.details for option in part.options]
        shown += filter(None, (question.purpose_why, question.caution))
    assert judged == {*shown, *(word.explanation for word in catalogue.words)}


def test_no_hard_word_is_explained_as_well_and_none_is_listed_twice() -> None:
    catalogue = read_catalogue()[0]
    forms = [form for item in catalogue.hard_words for form in (item.word, *item.also)]
    language = PlainLanguage(hard=catalogue.hard_words, words=catalogue.words)
    assert len(forms) == len(set(forms))
    assert [form for form in forms if language.explains(form)] == []
