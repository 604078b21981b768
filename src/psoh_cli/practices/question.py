"""A Question: its text, the kind of answer, for whom, and when it applies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from psoh_cli.dutch import Count, YesNo, listing
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.vocabulary import DONT_KNOW, AnswerKind, Provenance, Scope

STATUSHOUDERS = "statushouders"
"""The group that is asked together, in a talk."""

PEOPLE = "personen"
"""The unit of a question whose answer counts people: a small number is never written."""


class Option(Frozen):
    """One choice: the value that is stored and the label that is shown."""

    value: Slug = Field(alias="waarde")
    label: Text
    excludes: YesNo = Field(default=False, alias="sluit_uit")
    """Whether it says that there is nothing to name, so that no other choice fits beside it."""


YES_NO_PARTLY_OPTIONS = (
    Option(value="ja", label="Ja"),
    Option(value="deels", label="Deels"),
    Option(value="nee", label="Nee"),
)


def _as_values(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


class AskWhen(Frozen):
    """Ask only when the same informant gave one of these values to an earlier question."""

    question: Slug = Field(alias="vraag")
    values: Annotated[tuple[Text, ...], BeforeValidator(_as_values)] = Field(alias="is", min_length=1)
    """One value, or several: a map that is there for a part is asked about as much as one that is finished."""

    def is_met(self, given: Iterable[str]) -> bool:
        """Tell whether one of the values asked for is among those given."""
        return not set(self.values).isdisjoint(given)


class Confirms(Frozen):
    """The answers that point at a bottleneck: one of the values, or a number above the bound."""

    bottleneck: Slug = Field(alias="knelpunt")
    values: tuple[Text, ...] = Field(default=(), alias="bij")
    above: Count | None = Field(default=None, alias="meer_dan")


class Detail(Frozen):
    """What is asked once more for each choice somebody made: how it goes with this partner, with that transfer."""

    id: Slug
    text: Text = Field(alias="tekst")
    kind: AnswerKind = Field(alias="soort")
    """One answer fits: ja-nee-deels, keuze, getal, datum or tekst; never meerkeuze."""
    options: tuple[Option, ...] = Field(default=(), alias="opties")
    unit: Text | None = Field(default=None, alias="eenheid")
    minimum: Count | None = Field(default=None, alias="minimum")


class QuestionChange(Frozen):
    """What became of a question that is asked no more: another name, or none. Old answers stay in their files."""

    id: Slug
    """The id under which it was asked."""
    text: Text = Field(alias="tekst")
    """The question as it was asked."""
    new: Slug | None = Field(default=None, alias="wordt")
    """The question that now asks the same; none when it was dropped."""
    values: dict[Slug, Slug] = Field(default_factory=dict, alias="waarden")
    """Values that got another name with it, old to new."""
    since: Text = Field(alias="sinds")
    """The version of the knowledge in which this happened."""
    why: Text = Field(alias="waarom")

    @property
    def is_dropped(self) -> bool:
        """Tell whether nobody is asked this any more, under whatever name."""
        return self.new is None


class Question(Frozen):
    """A question with the reason for asking it."""

    id: Slug
    theme: Slug = Field(alias="thema")
    text: Text = Field(alias="tekst")
    explanation: Text = Field(alias="toelichting")
    kind: AnswerKind = Field(alias="soort")
    options: tuple[Option, ...] = Field(default=(), alias="opties")
    option_list: Slug | None = Field(default=None, alias="opties_lijst")
    unit: Text | None = Field(default=None, alias="eenheid")
    minimum: Count | None = Field(default=None, alias="minimum")
    groups: tuple[Slug, ...] = Field(alias="informanten")
    also_from: tuple[Slug, ...] = Field(default=(), alias="ook_van")
    """Groups that may know it but are not asked, to keep their list short: an answer of theirs counts as any."""
    scope: Scope = Field(default=Scope.GEMEENTE, alias="gaat_over")
    """Answers on one's own work differ between organizations without anybody contradicting anybody."""
    done_by: tuple[Slug, ...] = Field(default=(), alias="doet_zelf")
    """The groups that do this work themselves: where roles differ, the report says who sees it from within."""
    beside: tuple[Slug, ...] = Field(default=(), alias="naast")
    """On a question to statushouders: what professionals are asked about the same, with *ja* meaning the same."""
    details: tuple[Detail, ...] = Field(default=(), alias="per_keuze")
    """On a question with several choices: what is asked about each choice that is made."""
    pillar: Slug = Field(alias="pijler")
    purpose: Literal["praktijk", "knelpunt", "context"] | None = Field(default=None, alias="doel")
    purpose_why: Text | None = Field(default=None, alias="doel_waarom")
    practices: tuple[Slug, ...] = Field(default=(), alias="praktijken")
    bottlenecks: tuple[Slug, ...] = Field(default=(), alias="knelpunten")
    confirms: tuple[Confirms, ...] = Field(default=(), alias="bevestigt")
    ask_when: AskWhen | None = Field(default=None, alias="stel_als")
    topic: Text | None = Field(default=None, alias="zin_onderwerp")
    """What the question is about in a few words, to stand after *over*."""
    clause_prefix: Text | None = Field(default=None, alias="zin_begin")
    """The beginning of a clause; what was answered follows, in the words of `clauses` or else as its label."""
    clauses: dict[Slug, Text] = Field(default_factory=dict, alias="zinnen")
    """What a value says, as a clause that can be joined into a sentence; after a prefix only its last words."""
    arq_question: Count | None = Field(default=None, alias="arq_vraag")
    caution: Text | None = Field(default=None, alias="let_op")
    since: Text | None = Field(default=None, alias="sinds")
    """The version of the knowledge that brought this question; none when it was there from the start."""
    provenance: Provenance = Field(alias="herkomst")
    sources: tuple[Slug, ...] = Field(default=(), alias="bronnen")

    def choices(self) -> tuple[Option, ...]:
        """Give the options without *weet ik niet*, which is an answer to every question."""
        if self.kind is AnswerKind.YES_NO_PARTLY:
            return YES_NO_PARTLY_OPTIONS
        return tuple(option for option in self.options if option.value != DONT_KNOW)

    @property
    def nothing(self) -> frozenset[str]:
        """The choices that say that there is nothing to name: beside a named choice they contradict it."""
        return frozenset(option.value for option in self.options if option.excludes)

    def label(self, value: str) -> str:
        """Give the label of a stored value; a value that is no option stands for itself."""
        return next((option.label for option in self.choices() if option.value == value), value)

    def in_quotes(self, values: Iterable[str], *, marks: str = "‘’") -> str:
        """Give the labels of some values, each between quotation marks and joined by *of*: ‘Ja’ of ‘Deels’."""
        quoted = [f"{marks[0]}{self.label(value)}{marks[1]}" for value in values]
        return listing(quoted, last="of")


class Theme(Frozen):
    """A chapter of the interview."""

    id: Slug
    number: Count = Field(alias="nr")
    name: Text = Field(alias="naam")
    introduction: Text = Field(alias="inleiding")
    talk_name: Text | None = Field(default=None, alias="naam_gesprek")
    """A plainer name for the list of a talk with statushouders; none when the name will do."""
    talk_introduction: Text | None = Field(default=None, alias="inleiding_gesprek")
    """What is said at the start of the chapter in that talk."""

    def for_group(self, group: str) -> Theme:
        """Give the theme as a group gets to see it."""
        if group != STATUSHOUDERS:
            return self
        name, introduction = self.talk_name or self.name, self.talk_introduction or self.introduction
        return self.model_copy(update={"name": name, "introduction": introduction})


class Group(Frozen):
    """A group of informants: who is asked the same questions."""

    id: Slug
    name: Text = Field(alias="naam")
    short: Text | None = Field(default=None, alias="kort")
    """How a sentence in a document names it: a kind of organization or a team, never a function."""
    partners: tuple[Slug, ...] = Field(default=(), alias="ketenpartners")
    fewest: Count | None = Field(default=None, alias="minstens")
    most: Count | None = Field(default=None, alias="hoogstens")
    """How many questions its list may have, follow-ups included; our own bounds."""
    opening: Text | None = Field(default=None, alias="opening")
    """What whoever leads a talk says first; the lists print it at the top."""
    closing: Text | None = Field(default=None, alias="slot")
    """What is said at the end of the talk."""


class ArqQuestion(Frozen):
    """One of the five questions that municipalities struggle with, according to ARQ."""

    number: Count = Field(alias="nr")
    id: Slug
    subject: Text = Field(alias="onderwerp")
    questions: tuple[Slug, ...] = Field(alias="vragen")
    provenance: Provenance = Field(alias="herkomst")
    sources: tuple[Slug, ...] = Field(alias="bronnen")


class Word(Frozen):
    """An entry of the glossary for informants."""

    word: Text = Field(alias="woord")
    explanation: Text = Field(alias="uitleg")


class HardWord(Frozen):
    """A word that many people do not use themselves, with what to write in its place."""

    word: Text = Field(alias="woord")
    also: tuple[Text, ...] = Field(default=(), alias="ook")
    """Its other forms."""
    instead: Text = Field(alias="liever")
