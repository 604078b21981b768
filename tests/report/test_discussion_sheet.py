"""The discussion sheet: nothing is dropped in silence, nobody can be recognised, and two pages are two pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest
from tests.report.worlds import AS_OF, example
from tests.rounds.decided_dossier import POINT, REMARK, ROLES, differing

from psoh_cli.commands.rapport import Kind, kinds_asked
from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.press import html
from psoh_cli.report import discussion_sheet_room as room
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.discussion_points import cut, shortened
from psoh_cli.report.document import Discussion, DiscussionPoint, Document, to_json, walk
from psoh_cli.report.material import Material
from psoh_cli.report.spans import plain
from psoh_cli.report.version import Version
from psoh_cli.rounds.round import NO_ROUND, Resolution

LONG = (
    "Een overdreven lange omschrijving die maar doorgaat over alles wat er in de keten van de WMO gebeurt. "
)


def decided(*about: str, text: str = "De GGD zet het op één blad.", day: str = "2026-11-02") -> Resolution:
    return Resolution.model_validate(
        {
            "id": f"besluit-{day}-{about[0]}", "over": about, "besluit": text, "op": day,
            "door": ["Regisseur", "GGD"], "opmerking": "Alleen voor onszelf.",
        }
    )  # fmt: skip


def with_decisions(material: Material, *resolutions: Resolution) -> Material:
    return replace(material, round=NO_ROUND.model_copy(update={"resolutions": resolutions}))


def sheet(material: Material, *, version: Version = Version.COUNCIL) -> Document:
    return compose("gesprekskaart", material, version=version)


def as_text(document: Document) -> str:
    """Give all that a document says, with ordinary spaces."""
    return to_json(document).replace("\N{NO-BREAK SPACE}", " ")


def points(document: Document) -> Iterator[DiscussionPoint]:
    for section in walk(document.sections):
        for block in section.blocks:
            if isinstance(block, Discussion):
                yield from block.items


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return open_dossier(differing(tmp_path_factory.mktemp("kaart") / "dossier")).material(AS_OF)


@lru_cache(maxsize=1)
def overfull() -> Material:
    """Give the fullest example with far too much to say about everything."""
    material = example("voorbeeldstad")
    found = material.analysis.agreements
    long = {
        name: tuple(
            item.model_copy(
                update={
                    "text": item.text + LONG,
                    "unknown": LONG * 3,
                    "sides": tuple(side.model_copy(update={"who": LONG * 2}) for side in item.sides) * 3,
                }
            )
            for item in (getattr(found, name) or found.differing)
        )
        for name in ("agreed", "differing", "nobody_knows")
    }
    arq = tuple(
        item.model_copy(update={"answer": LONG * 9, "subject": item.subject + LONG})
        for item in material.analysis.arq_questions
    )
    analysis = material.analysis.model_copy(
        update={"agreements": found.model_copy(update=long), "arq_questions": arq}
    )
    about = [f"gap-verschil-{item.question}" for item in found.differing] + [item.id for item in arq]
    return with_decisions(
        replace(
            material,
            analysis=analysis,
            gemeente=material.gemeente.model_copy(update={"name": "Nieuwegein aan den Langen Lijst " * 3}),
        ),
        *(decided(name, text=LONG * 5, day=day) for name in about for day in ("2026-11-02", "2026-11-03")),
    )


def test_it_is_made_only_when_asked() -> None:
    assert "gesprekskaart" not in KINDS
    assert kinds_asked(None) == tuple(kind for kind in Kind if kind is not Kind.DISCUSSION_SHEET)
    assert kinds_asked([Kind.DISCUSSION_SHEET]) == (Kind.DISCUSSION_SHEET,)


def test_there_is_none_for_the_public(small: Material) -> None:
    with pytest.raises(ValueError, match="no public version"):
        sheet(small, version=Version.PUBLIC)


def test_who_sees_what_stands_by_group_and_nobody_can_be_recognised(small: Material) -> None:
    text = as_text(sheet(with_decisions(small, decided(POINT))))
    [point] = [item for item in points(sheet(small)) if item.id == f"punt-{POINT}"]
    told = {part.label: plain(part.items[0]) for part in point.parts}
    assert told["Ja"].replace("\N{NO-BREAK SPACE}", " ") == "1 van de 2 informanten uit de gemeente."
    assert "ggz en jeugdhulp" in told["Nee"]
    assert not [words for words in (*ROLES, REMARK, "Alleen voor onszelf") if words in text]


def test_a_decision_is_printed_in_its_place_with_room_for_another(small: Material) -> None:
    early, late = decided(POINT), decided("tolk-afspraken", text="Ook de ggz doet mee.", day="2026-11-09")
    [point] = [
        item for item in points(sheet(with_decisions(small, early, late))) if item.id == f"punt-{POINT}"
    ]
    assert [f"{term.term} {plain(term.content)}" for term in point.decided] == [
        "Besluit van 9 november 2026: Ook de ggz doet mee. Door: Regisseur en GGD.",
        "Ook: 1 eerder besluit staat in de gap-analyse.",
    ]
    assert point.prompts == ("Nieuw besluit",)
    [waiting] = [item for item in points(sheet(small)) if item.id == f"punt-{POINT}"]
    assert (waiting.decided, waiting.state) == ((), "Besluit: nog niet genomen.")
    assert waiting.prompts == ("Besluit", "Wie en wanneer")


def test_what_was_decided_later_is_not_known_yet(small: Material) -> None:
    document = sheet(with_decisions(small, decided(POINT, day="2027-01-01")))
    assert not [point for point in points(document) if point.decided]


@pytest.mark.slow
def test_what_does_not_fit_is_counted_and_referred_to() -> None:
    material = example("voorbeeldstad")
    document = sheet(material)
    sections = {section.id: section for section in walk(document.sections)}
    shown = sum(len(block.items) for block in sections["verschillen"].blocks if isinstance(block, Discussion))
    words = as_text(document)
    whole = int(sections["verschillen"].title.rpartition("(")[2].rstrip(")"))
    assert 1 <= shown < whole
    assert f"Hier staan {shown} van de {whole} verschillen" in words
    assert "Alles staat in de gap-analyse" in words


def test_what_nobody_was_asked_is_known_to_nobody_either(small: Material) -> None:
    unasked = [point for point in points(sheet(small)) if point.prompts[:1] == ("Wie zoekt dit uit?",)]
    assert unasked
    assert {part.label for point in unasked for part in point.parts} == {"Nog niet gevraagd aan"}


def test_the_five_questions_are_all_there_with_room_to_write(small: Material) -> None:
    asked = [point for point in points(sheet(small)) if point.number.startswith("ARQ")]
    assert [point.number for point in asked] == [f"ARQ {number}" for number in range(1, 6)]
    assert all(point.prompts and point.lead for point in asked)


def test_what_is_cut_says_so() -> None:
    assert shortened("Kort.", most=20) == "Kort."
    assert shortened(f"Een. Twee. {'Drie ' * 9}.", most=42) == "Een. Twee. Meer staat in de gap-analyse."
    assert cut("een twee drie", most=10) == "een twee…"


def test_a_decision_stands_beside_its_difference_in_the_analysis_and_not_for_the_public(
    small: Material,
) -> None:
    material = with_decisions(small, decided(POINT), decided("arq-financiering"))
    said = "Besproken in de klankbordgroep op 2 november 2026"
    assert as_text(compose("gap-analyse", material)).count(said) == 2
    assert "De GGD zet het op één blad." in as_text(compose("implementatieplan", material))
    for kind in (*KINDS, "gesprekskaart"):
        assert "Alleen voor onszelf" not in as_text(compose(kind, material))
    for kind in KINDS:
        assert said not in as_text(compose(kind, material, version=Version.PUBLIC))


def test_the_page_says_in_words_that_nothing_was_decided(small: Material) -> None:
    page = html.render(sheet(small))
    assert '<p class="nog-niet">Besluit: nog niet genomen.</p>' in page
    assert '<p class="schrijfregel">Wie en wanneer</p>' in page


def test_the_room_is_reckoned_with_care() -> None:
    assert room.lines_of("kort", width=100, size=10) == 1
    assert room.lines_of("w" * 400, width=100, size=10) > 8
    assert room.lines_of("GGD " * 40, width=100, size=10) > room.lines_of("ggd " * 40, width=100, size=10)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["voorbeeldstad", "dordrecht", "overvol", "klein"])
def test_two_pages_are_two_pages(name: str, small: Material) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    material = {"overvol": overfull(), "klein": small}.get(name) or example(name)
    assert len(weasyprint.HTML(string=html.render(sheet(material))).render().pages) == 2
