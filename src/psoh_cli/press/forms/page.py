"""A question list as one HTML file: it opens without a network, keeps answers, and writes them into a file to send."""

from __future__ import annotations

from typing import Any

from psoh_cli.dutch import date_in_words
from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.form import FORMAT, Form, FormQuestion
from psoh_cli.interview.forms.page_values import LONGEST_TEXT
from psoh_cli.interview.values import OTHER, has_choices, stands_alone
from psoh_cli.practices.question import Detail, Option, Question
from psoh_cli.press.forms import words
from psoh_cli.press.page_policy import as_hashed, policy

SCRIPT_PARTS = ("velden.js", "vragen.js", "opslag.js", "beeld.js", "pagina.js")


def render_html(form: Form) -> str:
    """Write the list as one page; the same form gives the same text."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = templates_dir("formulieren")
    style = as_hashed(disk.read_text(folder / "stijl.css"))
    script = as_hashed("\n".join(disk.read_text(folder / "invullen" / name) for name in SCRIPT_PARTS))
    room = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = room.from_string(disk.read_text(folder / "pagina.html"))
    # Style and script are our own files, and the policy names their hashes: nothing else is used or run.
    return template.render(
        stijl=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        beveiliging=policy(style=style, script=script),
        **_content(form),
    )


def file_name(form: Form) -> str:
    """Name the file with answers that the page writes."""
    return f"antwoorden-{form.informant}.json"


def _content(form: Form) -> dict[str, Any]:
    about_persons, request = words.no_person(form)
    return {
        "titel": words.title(form),
        "gemeente": form.gemeente,
        "code": form.code,
        "informant": form.informant,
        "groep": form.group,
        "wie": words.addressed_to(form),
        "formaat": FORMAT,
        "kennisversie": form.knowledge_version,
        "gemaakt_op": form.made_on.isoformat(),
        "dag": date_in_words(form.made_on),
        "bestand": file_name(form),
        "langste": LONGEST_TEXT,
        "aantal": words.how_long(form),
        "over_personen": about_persons,
        "geen_personen": request,
        "is_gesprek": form.is_talk,
        "deelnemers": form.participants or "",
        "opening": form.opening,
        "slot": form.closing,
        "zekerheden": words.CERTAINTIES,
        "themas": [
            {
                "id": theme.id,
                "naam": theme.name,
                "inleiding": theme.introduction,
                "vragen": [_question(item, form) for item in form.questions if item.theme.id == theme.id],
            }
            for theme in form.themes
        ],
    }


def _question(item: FormQuestion, form: Form) -> dict[str, Any]:
    question, name = item.question, f"v{item.number}"
    hint = " ".join(filter(None, (words.hint(question), words.tip(item, is_talk=form.is_talk))))
    wait = question.ask_when
    gone = words.not_on_the_list(item)
    return {
        "naam": name,
        "nummer": item.number,
        "id": question.id,
        "soort": question.kind.value,
        "tekst": question.text,
        "toelichting": question.explanation,
        "voorwaarde": item.condition,
        "als": wait.question if wait and item.condition else "",
        "als_is": " ".join(wait.values) if wait else "",
        "minimum": question.minimum,
        "eenheid": question.unit or "",
        "is_open": not has_choices(question),
        "hint": hint,
        "beschreven": f"{name}-waarom" + (f" {name}-hint" if hint and has_choices(question) else ""),
        "keuzesoort": "radio" if has_choices(question) and not words.takes_several(question) else "checkbox",
        "vraagt_zekerheid": words.asks_certainty(item, is_talk=form.is_talk),
        "opties": [
            _option(item, option, name=f"{name}-k{place}")
            for place, option in enumerate(words.options_of(item), start=1)
        ],
        "tekst_nu": words.written(item),
        "anders_nu": _part(item.current, "other"),
        "zekerheid_nu": _part(item.current, "certainty"),
        "opmerking_nu": _part(item.current, "remark"),
        "eerder": [f"Eerder was het antwoord ook: {one}. Dat staat niet meer in de lijst." for one in gone],
    }


def _option(item: FormQuestion, option: Option, *, name: str) -> dict[str, Any]:
    alone = option.value in stands_alone(item.question)
    said = item.current.details.get(option.value, {}) if item.current else {}
    return {
        "id": name,
        "waarde": option.value,
        "label": option.label,
        "gekozen": option.value in words.chosen(item),
        "alleen": alone,
        "anders": option.value == OTHER and has_choices(item.question),
        "velden": [
            _detail(detail, item.question, name=f"{name}-d{place}", said=said.get(detail.id, ""))
            for place, detail in enumerate(() if alone else item.question.details, start=1)
        ],
    }


def _detail(detail: Detail, question: Question, *, name: str, said: str) -> dict[str, Any]:
    return {
        "naam": name,
        "id": detail.id,
        "tekst": detail.text,
        "soort": detail.kind.value,
        "opties": words.detail_options(detail, question),
        "eenheid": detail.unit or "",
        "minimum": detail.minimum,
        "hint": words.hint(detail),
        "nu": words.as_typed(said, kind=detail.kind),
    }


def _part(answer: Answer | None, name: str) -> str:
    return str(getattr(answer, name) or "") if answer else ""
