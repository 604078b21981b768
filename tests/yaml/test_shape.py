"""What a model refuses becomes a Problem at the right place, in Dutch, with what was probably meant."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from psoh_cli.dutch import Count, YesNo
from psoh_cli.files import yaml_codes as codes
from psoh_cli.files import yaml_file
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.problems.problem import Problem, Severity


class Channel(StrEnum):
    PHONE = "telefoon"
    MAIL = "e-mail"


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(Shape):
    channel: Channel = Field(alias="soort")
    number: Annotated[str, StringConstraints(pattern=r"^\d{10}$")] = Field(alias="nummer")


class ByAnswer(Shape):
    kind: Literal["antwoord"] = Field(alias="type")
    question: str = Field(alias="vraag")
    antwoord: str = ""


class ByCoverage(Shape):
    kind: Literal["dekking"] = Field(alias="type")
    minimum: int


Criterion = Annotated[ByAnswer | ByCoverage, Field(discriminator="kind")]


class Service(Shape):
    id: str
    languages: tuple[str, ...] = Field(alias="talen", min_length=1)
    contacts: tuple[Contact, ...] = Field(alias="contact", default=())
    criteria: tuple[Criterion, ...] = ()
    free: YesNo | None = Field(alias="gratis", default=None)
    places: Count | None = Field(alias="plaatsen", default=None)
    checked: date | None = Field(alias="gecontroleerd_op", default=None)
    remark: str | tuple[str, ...] | None = Field(alias="opmerking", default=None)
    hours: dict[Literal["ma", "di"], str] = Field(alias="open", default_factory=dict)

    @field_validator("id")
    @classmethod
    def _not_x(cls, value: str) -> str:
        if value == "x":
            raise ValueError("deze id is al vergeven", "kies een andere id")
        return value

    @model_validator(mode="after")
    def _free_has_places(self) -> Service:
        if self.free and self.places == 0:
            raise ValueError("gratis zonder plaatsen kan niet")
        return self


class Register(Shape):
    name: str = Field(alias="naam")
    services: tuple[Service, ...] = Field(alias="diensten", default=())


def problems(text: str) -> tuple[Problem, ...]:
    value, found = yaml_file.load(yaml_file.parse(text, name="kaart.yaml"), Register)
    assert (value is None) == any(problem.severity is Severity.ERROR for problem in found)
    return found


def service(*lines: str, ident: str = "a", languages: str = "[ar]") -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return f"naam: Dordrecht\ndiensten:\n  - id: {ident}\n    talen: {languages}\n{body}"


def test_what_is_right_gives_a_value_and_no_problem() -> None:
    text = service("gratis: ja", "plaatsen: 12", "contact:", "  - {soort: telefoon, nummer: 0612345670}")
    value, found = yaml_file.load(yaml_file.parse(text, name="kaart.yaml"), Register)
    assert found == ()
    assert value is not None
    assert value.services[0].contacts[0].number == "0612345670"
    assert value.services[0].free is True


@pytest.mark.parametrize(
    ("text", "code", "place", "says", "hint"),
    [
        ("naam: D\nnamen: x\n", codes.UNKNOWN_KEY, (2, 1), "'namen'", ""),
        ("nam: D\n", codes.UNKNOWN_KEY, (1, 1), "'nam'", "Bedoelt u 'naam'?"),
        ("# c\n\ndiensten: []\n", codes.MISSING_KEY, (3, 1), "'naam' ontbreekt", "naam: …"),
        (service("tallen: x"), codes.UNKNOWN_KEY, (5, 5), "'tallen'", ""),
        (service("plaatse: 3"), codes.UNKNOWN_KEY, (5, 5), "'plaatse'", "Bedoelt u 'plaatsen'?"),
        (service("languages: 3"), codes.UNKNOWN_KEY, (5, 5), "'languages'", ""),
        (service("contact:", "  - soort: telefon", "    nummer: 0612345670"), codes.NOT_IN_LIST, (6, 16),
         "'telefon'", "Bedoelt u 'telefoon'? Kies uit: telefoon, e-mail."),
        (service("contact:", "  - soort: e-mail"), codes.MISSING_KEY, (6, 9), "in onderdeel 1 van 'contact'", ""),
        (service("contact:", "  - {soort: , nummer: 0612345670}"), codes.NOT_IN_LIST, (6, 17), "is leeg", "Kies uit"),
        (service("contact: geen"), codes.WRONG_KIND, (5, 14), "hoort een lijst", "[{soort: …, nummer: …}]"),
        (service("contact:", "  - geen"), codes.WRONG_KIND, (6, 9), "groep velden", ""),
        (service("criteria:", "  - type: dekkin"), codes.NO_CHOICE, (6, 15), "'dekkin'", "Bedoelt u 'dekking'?"),
        (service("criteria:", "  - minimum: 3"), codes.NO_CHOICE, (6, 9), "'type' ontbreekt", ""),
        (service("criteria:", "  - type: antwoord", "    antwoord: x"), codes.MISSING_KEY, (6, 9), "'vraag'", ""),
        (service("criteria:", "  - type: antwoord", "    vraag: x", "    antwoord: [x]"), codes.WRONG_KIND, (8, 19),
         "hoort tekst", ""),
        (service("criteria:", "  - type: dekking", "    minimun: 1", "    minimum: 1"), codes.UNKNOWN_KEY, (7, 9),
         "'minimun'", ""),
        (service("criteria:", "  - type: dekking", "    minimum: 1.5"), codes.WRONG_VALUE, (7, 18),
         "'1.5'", "heel getal"),
        (service("gratis: on"), codes.YES_NO_IN_OTHER_WORDS, (5, 13), "'on' is geen ja of nee", ""),
        (service("plaatsen: 1.000"), codes.WRONG_VALUE, (5, 15), "niet duidelijk", "Bedoelt u 1000?"),
        (service("gecontroleerd_op: 2026-02-30"), codes.WRONG_VALUE, (5, 23), "'2026-02-30'", "jjjj-mm-dd"),
        (service("opmerking: {a: b}"), codes.WRONG_KIND, (5, 16), "hoort tekst of een lijst", ""),
        (service("open: {ma: 9, zo: 10}"), codes.NOT_IN_LIST, (5, 19), "'zo'", "Kies uit: ma, di"),
        (service(ident="x"), codes.WRONG_VALUE, (3, 9), "al vergeven", "kies een andere id"),
        (service(ident=""), codes.WRONG_KIND, (3, 8), "'id' is leeg; hier hoort tekst", "Vul een waarde in"),
        (service(ident="Let: op"), codes.COLON_IN_VALUE, (3, 12), "dubbele punt", ""),
        (service(languages="[]"), codes.OUT_OF_BOUNDS, (4, 12), "is leeg", ""),
        (service(languages="ar"), codes.WRONG_KIND, (4, 12), "hoort een lijst", "Schrijf [ar]"),
        (service("gratis: ja", "plaatsen: 0"), codes.WRONG_VALUE, (3, 5), "gratis zonder plaatsen kan niet", ""),
        ("- naam\n", codes.WRONG_KIND, (1, 1), "het bestand", ""),
        ("naam: {a: b}\n", codes.WRONG_KIND, (1, 7), "groep velden", "dubbele punt"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place_and_its_words(
    text: str, code: str, place: tuple[int, int], says: str, hint: str
) -> None:
    found = [problem for problem in problems(text) if problem.code == code]
    assert [(problem.line, problem.column) for problem in found] == [place]
    assert says in found[0].message
    assert hint in found[0].hint


def test_all_mistakes_come_at_once_and_in_order() -> None:
    found = problems(
        "nam: D\nextra: 1\n" + service(ident="x", languages="[]").replace("naam: Dordrecht\n", "")
    )
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    assert {problem.code for problem in found} == {
        codes.UNKNOWN_KEY, codes.MISSING_KEY, codes.WRONG_VALUE, codes.OUT_OF_BOUNDS,
    }  # fmt: skip


def test_no_word_of_english_slips_through() -> None:
    text = service(
        "gratis: on", "plaatsen: x", "gecontroleerd_op: x", "opmerking: {}", "zomaar: 1", languages="[[a]]"
    )
    for problem in problems(text):
        for word in ("should", "Input", "valid ", "field", "expected", "Value error", "must"):
            assert word not in problem.message + problem.hint


def test_a_double_key_is_enough_to_give_no_value() -> None:
    value, found = yaml_file.load(yaml_file.parse("naam: a\nnaam: b\n", name="x"), Register)
    assert value is None
    assert [problem.code for problem in found] == [codes.DOUBLE_KEY]


def test_a_warning_alone_does_not_stand_in_the_way() -> None:
    value, found = yaml_file.load(yaml_file.parse("naam: Plein #4\n", name="x"), Register)
    assert value == Register(naam="Plein")
    assert [problem.severity for problem in found] == [Severity.WARNING]


def test_a_value_lost_to_a_hash_is_still_an_error() -> None:
    found = problems("naam: #4\n")
    assert {problem.code for problem in found} == {codes.HASH_IN_VALUE, codes.WRONG_KIND}


def test_what_cannot_be_read_is_passed_on() -> None:
    assert [problem.code for problem in problems("")] == [codes.EMPTY]
    assert [problem.code for problem in problems("naam: [\n")] == [codes.BRACKET]


def test_a_field_has_its_dutch_name_only() -> None:
    """An English field name is no key of ours: it is reported and never read in silence."""
    text = 'formaat: "1"\nkennisversie: "2026.1"\ncode: GM0505\nname: Dordrecht\n'
    value, problems = yaml_file.load(yaml_file.parse(text, name="gemeente.yaml"), Gemeente)
    assert value is None
    assert {(problem.code, problem.line) for problem in problems} >= {("YAML020", 4)}
