"""Every rule about the knowledge, seen to fail on knowledge that breaks it and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel

from psoh_cli.practices import rules
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.links import LISTS, id_of, items_of
from psoh_cli.practices.places import Place
from psoh_cli.practices.practice import (
    After,
    AnswerCriterion,
    CoverageCriterion,
    FreshCriterion,
    Link,
    ServiceCriterion,
)
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import AskWhen, Confirms, Detail, Option, QuestionChange
from psoh_cli.problems.codes_practices import CODES
from psoh_cli.vocabulary import Phase, Provenance

NAMES = ("Utrecht", "Dijk en Waard", "'s-Hertogenbosch", "Buren", "Ede")

Change = Callable[[Catalogue], Catalogue]


def whole() -> Catalogue:
    return read_catalogue()[0]


def edit(catalogue: Catalogue, name: str, item_id: str, **changes: Any) -> Catalogue:
    """Copy the catalogue with one item changed."""
    items = items_of(catalogue, name)
    assert item_id in {id_of(item) for item in items}
    changed = tuple(item.model_copy(update=changes) if id_of(item) == item_id else item for item in items)
    return put(catalogue, name, changed)


def put(catalogue: Catalogue, name: str, items: tuple[BaseModel, ...]) -> Catalogue:
    """Copy the catalogue with another list; what it remembered about the old one is forgotten."""
    values = {field: getattr(catalogue, field) for field in Catalogue.model_fields}
    return Catalogue.model_construct(**{**values, LISTS[name]: items})


def drop(catalogue: Catalogue, name: str, item_id: str) -> Catalogue:
    return put(catalogue, name, tuple(item for item in items_of(catalogue, name) if id_of(item) != item_id))


def double(catalogue: Catalogue) -> Catalogue:
    return put(catalogue, "bronnen", (*catalogue.sources, catalogue.sources[0]))


def in_a_circle(catalogue: Catalogue) -> Catalogue:
    after = (After(id="bp-klankbordgroep", why="x"),)
    return edit(catalogue, "praktijken", "bp-integrale-visie", after=after)


def other_phase(catalogue: Catalogue) -> Catalogue:
    phase = catalogue.practice["bp-regie"].phase.model_copy(update={"value": Phase.SUSTAIN})
    return edit(catalogue, "praktijken", "bp-regie", phase=phase)


def not_our_own(catalogue: Catalogue) -> Catalogue:
    effort = catalogue.practice["bp-tolken"].effort.model_copy(update={"provenance": Provenance.ARQ})
    return edit(catalogue, "praktijken", "bp-tolken", effort=effort)


def per_choice(*rows: dict[str, Any], of: str = "geld-bronnen") -> Change:
    found = tuple(
        Detail.model_validate({"id": "hoe", "tekst": "Hoe?", "soort": "tekst"} | row) for row in rows
    )
    return text("vragen", of, "details", found)


def changes(*rows: dict[str, Any]) -> Change:
    known = {"tekst": "Wie?", "sinds": "2026.1", "waarom": "Een proef."}
    found = tuple(QuestionChange.model_validate(known | row) for row in rows)
    return lambda catalogue: put(catalogue, "vraagwijzigingen", found)


def criteria(practice: str, *found: BaseModel) -> Change:
    def change(catalogue: Catalogue) -> Catalogue:
        kept = catalogue.practice[practice].criteria
        return edit(catalogue, "praktijken", practice, criteria=(*kept, *found))

    return change


def text(name: str, item_id: str, field: str, value: Any) -> Change:
    return lambda catalogue: edit(catalogue, name, item_id, **{field: value})


def stated(**changes: str) -> Change:
    def change(catalogue: Catalogue) -> Catalogue:
        kept = catalogue.practice["bp-tolken"].statements
        assert kept is not None
        return edit(catalogue, "praktijken", "bp-tolken", statements=kept.model_copy(update=changes))

    return change


def link(*ids: str) -> tuple[Link, ...]:
    return tuple(Link(id=name, provenance=Provenance.DERIVED) for name in ids)


BREAKS: dict[str, tuple[str, Change, str]] = {
    "double id": ("KENNIS001", double, "arq-projectpagina"),
    "practice names no pillar": (
        "KENNIS003",
        text("praktijken", "bp-tolken", "pillar", "toeleidng"),
        "toeleidng",
    ),
    "item names no source": (
        "KENNIS003",
        text("knelpunten", "kp-taboe", "sources", ("bestaat-niet",)),
        "bestaat-niet",
    ),
    "practice is gone": ("KENNIS003", lambda whole: drop(whole, "praktijken", "bp-tolken"), "bp-tolken"),
    "condition on a lost question": (
        "KENNIS003",
        lambda whole: drop(whole, "vragen", "cijfers-bijhouden"),
        "cijfers-bijhouden",
    ),
    "bottleneck not answered back": (
        "KENNIS004",
        text("praktijken", "bp-tolken", "bottlenecks", ()),
        "bp-tolken",
    ),
    "intervention does not know": ("KENNIS004", text("interventies", "pm-plus", "practices", ()), "pm-plus"),
    "indicator too many": (
        "KENNIS004",
        text("praktijken", "bp-regie", "indicators", link("klankbord")),
        "klankbord",
    ),
    "instrument one way": (
        "KENNIS004",
        text("signaleringsinstrumenten", "protect", "practices", ()),
        "protect",
    ),
    "question one way": ("KENNIS004", text("vragen", "tolk-afspraken", "practices", ()), "tolk-afspraken"),
    "pillar forgets": ("KENNIS004", text("pijlers", "toeleiding", "practices", ()), "bp-tolken"),
    "chain step forgets": (
        "KENNIS004",
        text("ketenstappen", "landen", "interventions", ()),
        "introductieprogramma",
    ),
    "arq question forgets": (
        "KENNIS004",
        text("arq_vragen", "arq-inbedding", "questions", ()),
        "vast-aanbod",
    ),
    "other provenance at each end": (
        "KENNIS004",
        text("interventies", "pm-plus", "practices", link("bp-pmplus")),
        "andere herkomst",
    ),
    "nothing to judge by": (
        "KENNIS005",
        text("praktijken", "bp-ggz-consultatie", "criteria", ()),
        "bp-ggz-consultatie",
    ),
    "source nobody names": (
        "KENNIS006",
        lambda whole: put(
            whole, "bronnen", (*whole.sources, whole.sources[0].model_copy(update={"id": "los"}))
        ),
        "los",
    ),
    "arq without a source": (
        "KENNIS007",
        text("praktijken", "bp-monitoring", "sources", ()),
        "bp-monitoring",
    ),
    "effort said to be arq's": ("KENNIS008", not_our_own, "inspanning"),
    "waiting in a circle": ("KENNIS009", in_a_circle, "op zichzelf wachten"),
    "waiting for a later phase": ("KENNIS009", other_phase, "latere fase"),
    "one alternative only": (
        "KENNIS010",
        text("behoeften", "deskundig-meedenken", "practices", ("bp-ggd-meekijkt",)),
        "geen keuze",
    ),
    "in two needs": (
        "KENNIS010",
        text("behoeften", "deskundig-meedenken", "practices", ("bp-pmplus", "bp-ggd-meekijkt")),
        "bp-pmplus",
    ),
    "nobody can confirm": ("KENNIS011", text("vragen", "overdracht-opvang", "confirms", ()), "kp-overdracht"),
    "names a gemeente": (
        "KENNIS012",
        text("praktijken", "bp-tolken", "what", "Zoals in Utrecht."),
        "Utrecht",
    ),
    "names a long gemeente": (
        "KENNIS012",
        text("knelpunten", "kp-taboe", "title", "In Dijk en Waard"),
        "Dijk en Waard",
    ),
    "names one with an apostrophe": (
        "KENNIS012",
        text("kerncijfers", "kc-amv", "area", "'s-Hertogenbosch"),
        "'s-Hertogenbosch",
    ),
    "question for nothing": (
        "KENNIS013",
        text("vragen", "besluit-orgaan", "purpose", None),
        "besluit-orgaan",
    ),
    "context without a why": (
        "KENNIS013",
        text("vragen", "besluit-orgaan", "purpose_why", None),
        "besluit-orgaan",
    ),
    "bottleneck it does not confirm": (
        "KENNIS013",
        text("vragen", "regisseur", "bottlenecks", ("kp-taboe",)),
        "regisseur",
    ),
    "waits for a later question": (
        "KENNIS014",
        text("vragen", "visie-vastgesteld", "ask_when", AskWhen(question="na-projectgeld", values=("ja",))),
        "eerdere",
    ),
    "waits for no answer": (
        "KENNIS014",
        text("vragen", "kaart-gebied", "ask_when", AskWhen(question="kaart-aanwezig", values=("soms",))),
        "soms",
    ),
    "waits for another group": (
        "KENNIS014",
        text("vragen", "sh-eigen-taal", "ask_when", AskWhen(question="kaart-aanwezig", values=("ja",))),
        "geen groep",
    ),
    "an option with another name": (
        "KENNIS015",
        text("vragen", "programmas-nu", "options", (Option(value="pm-plus", label="Iets anders"),)),
        "pm-plus",
    ),
    "a list that is not complete": ("KENNIS015", text("vragen", "geld-bronnen", "options", ()), "zvw"),
    "a list that does not exist": (
        "KENNIS015",
        text("vragen", "programmas-nu", "option_list", "interventie"),
        "interventie",
    ),
    "seeks no answer": (
        "KENNIS016",
        criteria("bp-tolken", AnswerCriterion(kind="antwoord", question="tolk-afspraken", met=("soms",))),
        "soms",
    ),
    "seeks a date in words": (
        "KENNIS016",
        criteria("bp-tolken", FreshCriterion(kind="actueel-binnen", months=12, question="tolk-afspraken")),
        "datum",
    ),
    "confirms by no answer": (
        "KENNIS016",
        text("vragen", "regisseur", "confirms", (Confirms(bottleneck="kp-geen-regie", values=("x",)),)),
        "regisseur",
    ),
    "counts words": (
        "KENNIS016",
        text("vragen", "regisseur", "confirms", (Confirms(bottleneck="kp-geen-regie", above=3),)),
        "meer_dan",
    ),
    "looks at no field": (
        "KENNIS017",
        criteria("bp-tolken", ServiceCriterion(kind="dienst-aanwezig", filter={"taal": ("ar",)})),
        "taal",
    ),
    "looks for no value": (
        "KENNIS017",
        criteria("bp-tolken", ServiceCriterion(kind="dienst-aanwezig", filter={"tolkinzet": ("soms",)})),
        "soms",
    ),
    "looks for no intervention": (
        "KENNIS017",
        criteria("bp-tolken", ServiceCriterion(kind="dienst-aanwezig", filter={"interventies": ("pm",)})),
        "pm",
    ),
    "counts no field": (
        "KENNIS017",
        criteria(
            "bp-tolken",
            CoverageCriterion(
                kind="dekking",
                over="velden",
                expected=("prijs",),
                unit="procent",
                met_from=80,
                partly_from=50,
            ),
        ),
        "prijs",
    ),
    "practice without statements": (
        "KENNIS018",
        text("praktijken", "bp-tolken", "statements", None),
        "'bp-tolken' heeft geen uitspraken",
    ),
    "need without statements": (
        "KENNIS018",
        text("behoeften", "deskundig-meedenken", "statements", None),
        "'deskundig-meedenken' heeft geen uitspraken",
    ),
    "a statement as long as a paragraph": (
        "KENNIS018",
        stated(partly="Tolken zijn er " + "soms " * 12),
        "14 woorden",
    ),
    "a statement with a full stop": (
        "KENNIS018",
        stated(met="Er zijn afspraken over tolken."),
        "met een punt",
    ),
    "a statement that does not open": ("KENNIS018", stated(met="er zijn afspraken"), "zonder hoofdletter"),
    "a statement said twice": (
        "KENNIS018",
        stated(met="Er zijn afspraken", unknown="Er zijn afspraken"),
        "twee keer",
    ),
    "an answer without a clause": (
        "KENNIS019",
        text("vragen", "geld-geregeld", "clauses", {"ja": "er is budget", "nee": "er is geen budget"}),
        "'geld-geregeld' heeft geen zin voor: deels",
    ),
    "a clause for no answer": (
        "KENNIS019",
        text("vragen", "geld-bronnen", "clauses", {"loterij": "de loterij"}),
        "loterij",
    ),
    "a number without a prefix": (
        "KENNIS019",
        text("vragen", "wachttijd-weken", "clause_prefix", None),
        "'wachttijd-weken' heeft geen zin_begin",
    ),
    "a question without a topic": (
        "KENNIS019",
        text("vragen", "geld-geregeld", "topic", None),
        "'geld-geregeld' heeft geen zin_onderwerp",
    ),
    "may know it, but no group": ("KENNIS003", text("vragen", "regisseur", "also_from", ("gdd",)), "gdd"),
    "does it, but no group": ("KENNIS003", text("vragen", "regisseur", "done_by", ("gdd",)), "gdd"),
    "beside no question": ("KENNIS003", text("vragen", "sh-uitleg-zorg", "beside", ("uitleg",)), "uitleg"),
    "more about the one choice there is": (
        "KENNIS030",
        per_choice({}, of="besluit-orgaan"),
        "'besluit-orgaan' vraagt iets per keuze, maar is geen meerkeuze",
    ),
    "several choices per choice": ("KENNIS030", per_choice({"soort": "meerkeuze"}), "vraagt een meerkeuze"),
    "a choice per choice without options": (
        "KENNIS030",
        per_choice({"soort": "keuze"}),
        "geeft niets te kiezen bij 'hoe'",
    ),
    "options per choice for a number": (
        "KENNIS030",
        per_choice({"soort": "getal", "opties": ({"waarde": "een", "label": "Een"},)}),
        "vraagt geen keuze",
    ),
    "the same twice per choice": ("KENNIS030", per_choice({}, {}), "twee keer 'hoe'"),
    "too much per choice": (
        "KENNIS030",
        per_choice(*({"id": name} for name in ("een", "twee", "drie", "vier"))),
        "vraagt 4 dingen per keuze",
    ),
    "asked and not asked": (
        "KENNIS031",
        text("vragen", "regisseur", "also_from", ("gemeente",)),
        "'gemeente' staat bij 'ook_van' van 'regisseur', maar staat ook",
    ),
    "does the work and is not asked": (
        "KENNIS031",
        text("vragen", "regisseur", "done_by", ("ggd",)),
        "'ggd' staat bij 'doet_zelf' van 'regisseur', maar krijgt",
    ),
    "beside a question with other answers": (
        "KENNIS032",
        text("vragen", "sh-uitleg-zorg", "beside", ("wachttijd-weken",)),
        "wachttijd-weken vraagt geen ja, deels of nee",
    ),
    "an open question beside another": (
        "KENNIS032",
        text("vragen", "sh-wat-nodig", "beside", ("uitleg-zorg",)),
        "sh-wat-nodig vraagt geen ja, deels of nee",
    ),
    "a question to professionals beside another": (
        "KENNIS032",
        text("vragen", "uitleg-zorg", "beside", ("regisseur",)),
        "'uitleg-zorg' is niet alleen voor statushouders",
    ),
    "beside what statushouders are asked": (
        "KENNIS032",
        text("vragen", "sh-uitleg-zorg", "beside", ("sh-gevraagd",)),
        "'sh-gevraagd' is ook voor statushouders",
    ),
    "a list that is too long": (
        "KENNIS033",
        text("informanten", "gemeente", "most", 12),
        "'gemeente' krijgt 63 vragen, meer dan 12",
    ),
    "a list that is too short": (
        "KENNIS033",
        text("informanten", "statushouders", "fewest", 30),
        "'statushouders' krijgt 11 vragen, minder dan 30",
    ),
    "a long question": (
        "KENNIS034",
        text("vragen", "regisseur", "text", "Is er " + "nog " * 13 + "een?"),
        "heeft 16 woorden, meer dan 15",
    ),
    "an explanation in the words of an office": (
        "KENNIS034",
        text("vragen", "regisseur", "explanation", "De regie wordt middels een traject geborgd."),
        "het moeilijke woord 'middels'",
    ),
    "an option with letters only": (
        "KENNIS034",
        text("vragen", "besluit-orgaan", "options", (Option(value="raad", label="De VNG"),)),
        "de afkorting 'VNG'",
    ),
    "a long word per choice": (
        "KENNIS034",
        per_choice({"tekst": "Hoe gaat de samenwerkingsovereenkomst?"}),
        "'samenwerkingsovereenkomst', een woord van 25 letters",
    ),
    "an introduction without end": (
        "KENNIS034",
        text("themas", "stem", "introduction", "Wat " + "nu " * 15),
        "Een zin bij 'stem'",
    ),
    "a change of a question that is still asked": (
        "KENNIS035",
        changes({"id": "regisseur", "wordt": "kaart-aanwezig"}),
        "'regisseur' is een vraag die nog wordt gesteld",
    ),
    "a change into nothing that is asked": (
        "KENNIS035",
        changes({"id": "oud", "wordt": "regiseur"}),
        "'oud' wordt 'regiseur', maar die vraag is er niet",
    ),
    "changes in a circle": (
        "KENNIS035",
        changes({"id": "a", "wordt": "b"}, {"id": "b", "wordt": "a"}),
        "'a' leidt in een kring",
    ),
    "a change of nothing": (
        "KENNIS035",
        changes({"id": "regisseur", "wordt": "regisseur"}),
        "'regisseur' houdt zijn naam",
    ),
    "a change in a version to come": (
        "KENNIS035",
        changes({"id": "oud", "wordt": "regisseur", "sinds": "2199.1"}),
        "een versie die er nog niet is: 2199.1",
    ),
    "a question since no version": (
        "KENNIS035",
        text("vragen", "regisseur", "since", "vorig jaar"),
        "'sinds' geen versie: vorig jaar",
    ),
    "a value that leads to none": (
        "KENNIS036",
        changes({"id": "oud", "wordt": "regisseur", "waarden": {"jazeker": "zeker"}}),
        "'zeker', geen antwoord op 'regisseur'",
    ),
    "a value of a question that was dropped": (
        "KENNIS036",
        changes({"id": "oud", "waarden": {"jazeker": "ja"}}),
        "'oud' is vervallen",
    ),
    "a value that can still be chosen": (
        "KENNIS036",
        changes({"id": "regisseur", "wordt": "regisseur", "waarden": {"ja": "nee"}}),
        "'ja', maar dat is nog steeds een antwoord",
    ),
    "another name for not knowing": (
        "KENNIS036",
        changes({"id": "oud", "wordt": "regisseur", "waarden": {"weet-niet": "nee"}}),
        "'weet-niet', en dat antwoord heet altijd zo",
    ),
    "a value of a question without choices": (
        "KENNIS036",
        changes({"id": "oud", "wordt": "wachttijd-weken", "waarden": {"lang": "kort"}}),
        "'wachttijd-weken' laat niets kiezen",
    ),
    "a clause that is a sentence": (
        "KENNIS019",
        text("vragen", "regisseur", "clauses", {"ja": "Iemand heeft de regie."}),
        "Iemand heeft de regie.",
    ),
}


@pytest.mark.parametrize(("code", "change", "word"), BREAKS.values(), ids=BREAKS)
def test_a_rule_sees_its_break(code: str, change: Change, word: str) -> None:
    found = rules.check(change(whole()), places={}, municipalities=NAMES)
    assert any(problem.code == code and word in problem.message for problem in found), found
    assert all(problem.hint for problem in found)


def test_the_whole_is_silent() -> None:
    assert rules.check(whole(), places={}, municipalities=NAMES) == ()


def test_every_code_is_seen_to_fail() -> None:
    seen = {code for code, _, _ in BREAKS.values()} | {
        "KENNIS002"
    }  # KENNIS002 needs files: see test_practice_files.py
    assert seen == {code.code for code in CODES}


def test_ordinary_words_and_parts_of_words_are_no_gemeente() -> None:
    innocent = edit(
        whole(),
        "praktijken",
        "bp-tolken",
        what="De buren en De Buren kennen de Edense weg, en Utrechters ook.",
    )
    assert rules.check(innocent, places={}, municipalities=NAMES) == ()


def test_a_source_may_keep_its_own_title() -> None:
    kept = edit(whole(), "bronnen", "arq-projectpagina", title="Project in Utrecht")
    assert rules.check(kept, places={}, municipalities=NAMES) == ()


def test_a_wrong_id_gets_a_suggestion() -> None:
    broken = edit(whole(), "praktijken", "bp-tolken", pillar="toeleidng")
    hints = [problem.hint for problem in rules.check(broken, places={}) if problem.code == "KENNIS003"]
    assert hints == ["Bedoelt u 'toeleiding'?"]


def test_a_problem_stands_at_its_place() -> None:
    broken = edit(whole(), "praktijken", "bp-monitoring", sources=())
    found = rules.check(broken, places={("praktijken", "bp-monitoring"): Place("x/bp-monitoring.yaml", 7, 3)})
    assert [(problem.file, problem.line, problem.column) for problem in found] == [
        ("x/bp-monitoring.yaml", 7, 3)
    ]
