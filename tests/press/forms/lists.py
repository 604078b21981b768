"""Lists with every kind of question, small enough to see at a glance, and the file that the page makes of answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tests.builders import catalogue, informant, options, question

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.form import FORMAT, Form, make_form
from psoh_cli.practices.question import Theme

MADE = date(2026, 11, 22)
HOSTILE = "</script><img src=x onerror=alert(1)> \"'&amp; </style> {{ 7 }}"

_THEMES = tuple(
    Theme.model_validate({"id": name, "nr": number, "naam": name.capitalize(), "inleiding": f"Over {name}."})
    for number, name in enumerate(("samen", "geld"), start=1)
)
_ASKED = (
    question("plan", thema="samen"),
    question("plan-hoe", thema="samen", soort="tekst", stel_als={"vraag": "plan", "is": ["ja", "deels"]}),
    question(
        "partners", thema="samen", soort="meerkeuze", opties=options("ggd", "school", "geen", "anders"),
        per_keuze=[
            {"id": "gaat", "tekst": "Hoe gaat het?", "soort": "keuze", "opties": options("goed", "slecht")},
            {"id": "keer", "tekst": "Hoe vaak?", "soort": "getal", "eenheid": "keer"},
        ],
    ),
    question("trekker", thema="samen", soort="keuze", opties=options("gemeente", "ggd", "anders")),
    question("budget", thema="geld", soort="getal", eenheid="euro", minimum=1),
    question("sinds", thema="geld", soort="datum"),
)  # fmt: skip
CATALOGUE = catalogue(questions=_ASKED, themes=_THEMES)

FULL: dict[str, Any] = {
    "plan": {"antwoord": "ja", "zekerheid": "zeker"},
    "plan-hoe": {"antwoord": "In <b>stappen</b>\nen rustig", "opmerking": "Zie ook het plan & meer"},
    "partners": {
        "antwoord": ["school", "anders"], "anders": "De bibliotheek",
        "per_keuze": {"school": {"gaat": "goed", "keer": "12"}, "anders": {"gaat": "weet-niet"}},
    },
    "trekker": {"antwoord": "ggd"},
    "budget": {"antwoord": "1200", "zekerheid": "redelijk-zeker"},
    "sinds": {"antwoord": "2026-03"},
}  # fmt: skip


def small(answers: Mapping[str, Any] | None = None, **fields: Any) -> Form:
    """Make a list of six questions: every kind, a follow-up, and more about each choice."""
    return make_form(
        informant("beleid", answers, **fields),
        catalogue=CATALOGUE,
        gemeente="Ons Dorp",
        code="GM9999",
        made_on=MADE,
    )


def hostile() -> Form:
    """Make a list in which every text tries to be something else."""
    form = small({"plan-hoe": HOSTILE}, rol=HOSTILE, organisatie=HOSTILE)
    asked = tuple(
        replace(
            item,
            theme=item.theme.model_copy(update={"name": HOSTILE, "introduction": HOSTILE}),
            question=item.question.model_copy(
                update={"text": HOSTILE, "explanation": HOSTILE, "unit": HOSTILE}
            ),
        )
        for item in form.questions
    )
    return replace(form, questions=asked, gemeente=HOSTILE)


def as_page_writes(form: Form, answers: Mapping[str, Answer], *, day: str = "2026-11-23") -> bytes:
    """Write the file as the page does; a test in the browser holds the two against each other."""
    written = {
        item.question.id: _answer(answers[item.question.id])
        for item in form.questions
        if item.question.id in answers
    }
    sent = [
        name
        for name in written
        if (now := _current(form, name)) is not None and _answer(now) == written[name]
    ]
    whole = {
        "formaat": FORMAT, "gemeente": form.code, "informant": form.informant, "groep": form.group,
        "kennisversie": form.knowledge_version, "gemaakt_op": form.made_on.isoformat(), "ingevuld_op": day,
        "antwoorden": written, "ongewijzigd": sent,
    }  # fmt: skip
    emptied = {
        name: parts
        for name in written
        if (now := _current(form, name)) is not None and (parts := _emptied(_answer(now), written[name]))
    }
    if emptied:
        whole["leeggemaakt"] = emptied
    return f"{json.dumps(whole, indent=1, ensure_ascii=False)}\n".encode()


def _emptied(stood: dict[str, Any], now: dict[str, Any]) -> list[str]:
    parts = [
        part for part in ("antwoord", "anders", "zekerheid", "opmerking")
        if stood.get(part) and not now.get(part) and (part != "anders" or "anders" in now.get("antwoord", ()))
    ]  # fmt: skip
    for choice, about in stood.get("per_keuze", {}).items():
        if choice in now.get("antwoord", ()):
            gone = about.keys() - now.get("per_keuze", {}).get(choice, {}).keys()
            parts += [f"{choice}/{name}" for name in about if name in gone]
    return parts


def _current(form: Form, name: str) -> Answer | None:
    return next(item.current for item in form.questions if item.question.id == name)


def _answer(answer: Answer) -> dict[str, Any]:
    said = {
        "antwoord": list(answer.values), "anders": answer.other,
        "zekerheid": answer.certainty.value if answer.certainty else None, "opmerking": answer.remark,
        "per_keuze": answer.details,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}
