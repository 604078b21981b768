"""What a file says about each choice is judged where it stands, whatever other questions say."""

from __future__ import annotations

import pytest
from tests.interview.talk import TODAY
from tests.interview.test_details import KNOWLEDGE

from psoh_cli.interview.answers import InterviewFile
from psoh_cli.interview.details_rules import details_fit
from psoh_cli.interview.subject import Subject

_FITS = {"antwoord": ["ggd"], "per_keuze": {"ggd": {"contact": "4", "hoe": "goed"}}}
_NOT_ASKED = {"antwoord": "ja", "per_keuze": {"ja": {"hoe": "goed"}}}


def _found(**answers: object) -> list[tuple[str, str]]:
    interview = InterviewFile.model_validate(
        {"formaat": "1", "kennisversie": "2026.1", "groep": "proef", "rol": "F", "antwoorden": answers}
    )
    subject = Subject(
        interview=interview, name="x", catalogue=KNOWLEDGE, as_of=TODAY, file="x.yaml",
        place=lambda path: (1, 1), address=lambda path: "/".join(map(str, path)),
    )  # fmt: skip
    return [(problem.code, problem.address) for problem in details_fit(subject)]


def test_what_fits_is_fine() -> None:
    assert _found(partners=_FITS) == []
    assert _found(partners={"antwoord": ["ggd"], "per_keuze": {"ggd": {"contact": "weet-niet"}}}) == []


@pytest.mark.parametrize(
    ("said", "code", "where"),
    [
        ({"gdg": {"hoe": "goed"}}, "INTERVIEW030", "gdg"),
        ({"ggd": {"wanneer": "nu"}}, "INTERVIEW031", "ggd/wanneer"),
        ({"ggd": {"contact": "vaak"}}, "INTERVIEW032", "ggd/contact"),
        ({"school": {"hoe": "goed"}}, "INTERVIEW033", "school"),
        ({"school": {"contact": "vaak"}}, "INTERVIEW032", "school/contact"),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(said: object, code: str, where: str) -> None:
    found = _found(partners={"antwoord": ["ggd"], "per_keuze": said})
    assert (code, f"antwoorden/partners/per_keuze/{where}") in found


def test_one_question_that_asks_nothing_per_choice_hides_no_other() -> None:
    codes = [code for code, _ in _found(beleid=_NOT_ASKED, partners={**_FITS, "antwoord": ["school"]})]
    assert codes == ["INTERVIEW031", "INTERVIEW033"]
