"""The discussion sheet: nothing is dropped in silence, nobody can be recognised, and two pages are two pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from tests.dossier.sample import VERSION, make_dossier
from tests.report.worlds import AS_OF, example
from tests.rounds.decided_dossier import POINT, REMARK, ROLES, differing

from psoh_cli.commands.rapport import Kind, kinds_asked
from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.press import html
from psoh_cli.report import discussion_sheet_room as room
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.discussion_gathering import topics
from psoh_cli.report.discussion_points import agreed_line, cut, shortened
from psoh_cli.report.discussion_topics import Topic, TopicKind
from psoh_cli.report.document import Bullets, Discussion, DiscussionPoint, Document, Paragraph, to_json, walk
from psoh_cli.report.material import Material
from psoh_cli.report.spans import plain
from psoh_cli.report.version import Version
from psoh_cli.rounds.round import NO_ROUND, Resolution
from psoh_cli.vocabulary import AnswerKind

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


def lines(document: Document, *names: str) -> list[str]:
    """Give the lists in some sections, line by line."""
    return [
        plain(item)
        for section in walk(document.sections)
        if section.id in names
        for block in section.blocks
        if isinstance(block, Bullets)
        for item in block.items
    ]


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


def with_many() -> Material:
    """Give an example in which informants differ on every question."""
    material = example("voorbeeldstad")
    found = material.analysis.agreements
    every = tuple(
        found.differing[0].model_copy(update={"question": item.id, "text": item.text})
        for item in material.catalogue.questions
    )
    agreements = found.model_copy(update={"differing": every})
    return replace(material, analysis=material.analysis.model_copy(update={"agreements": agreements}))


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
    assert "gemeente" in told["Ja"]
    assert "ggz en jeugdhulp" in told["Nee"]
    assert not [words for words in (*ROLES, REMARK, "Alleen voor onszelf") if words in text]


def test_a_decision_is_told_in_brief_after_what_is_open_and_not_who_took_it(small: Material) -> None:
    early, late = decided(POINT), decided("tolk-afspraken", text="Ook de ggz doet mee.", day="2026-11-09")
    document = sheet(with_decisions(small, early, late))
    assert not [item for item in points(document) if item.id == f"punt-{POINT}"]
    [told] = [told for told in lines(document, "verschillen") if "Besluit van" in told]
    words = told.replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith("1 Zijn er afspraken")
    assert words.endswith("tolk-afspraken Besluit van 9 november 2026: Ook de ggz doet mee.")
    assert "Regisseur" not in as_text(document)
    [waiting] = [item for item in points(sheet(small)) if item.id == f"punt-{POINT}"]
    assert (waiting.decided, waiting.state) == ((), "Besluit: nog niet genomen.")
    assert (waiting.code, waiting.prompts) == ("tolk-afspraken", ("Besluit", "Wie en wanneer"))


def test_what_was_decided_later_is_not_known_yet(small: Material) -> None:
    document = sheet(with_decisions(small, decided(POINT, day="2027-01-01")))
    assert "Besluit van" not in as_text(document)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["voorbeeldstad", "overvol"])
def test_every_difference_is_named_and_the_open_ones_come_first(name: str) -> None:
    material = overfull() if name == "overvol" else example(name)
    document = sheet(material)
    found = topics(
        material.analysis, catalogue=material.catalogue, whole=material.round, gemeente=material.gemeente
    )
    told = [point.number for point in points(document) if point.number and "Besluit" in point.prompts]
    named = [
        line.split("\N{NO-BREAK SPACE}")[0] for line in lines(document, "verschillen", "verschillen-vervolg")
    ]
    assert sorted((*told, *named), key=int) == [topic.number for topic in found.differing]
    settled = {topic.number for topic in found.differing if topic.decided}
    assert settled.isdisjoint(told)
    assert named[len(named) - len(settled) :] == [number for number in named if number in settled]
    if name == "voorbeeldstad":
        assert len(told) >= 6


def test_not_asked_is_not_the_same_as_nobody_knows(small: Material) -> None:
    document = sheet(small)
    titles = {section.id: section.title for section in walk(document.sections)}
    assert titles["niet-gevraagd"].startswith("Nog niet gevraagd (")
    assert "onbekend" not in titles
    unasked = [point for point in points(document) if point.prompts == ("Wie zoekt dit uit, en wanneer?",)]
    assert unasked
    assert {part.label for point in unasked for part in point.parts} == {"Kan het weten"}


def test_who_was_asked_reads_as_a_sentence(small: Material) -> None:
    assert sheet(small).subtitle.endswith("antwoorden van 4 professionals")


def arq(number: int, *, material: Material) -> str:
    [told] = [
        plain(block.content).replace("\N{NO-BREAK SPACE}", " ")
        for section in walk(sheet(material).sections)
        for block in section.blocks
        if isinstance(block, Paragraph) and plain(block.content).startswith(f"ARQ {number}")
    ]
    return told


def test_the_five_questions_are_all_there_and_what_is_open_or_differs_is_never_cut(small: Material) -> None:
    told = [arq(number, material=small) for number in range(1, 6)]
    assert "Nog niet bekend" in told[0]
    long = tuple(
        item.model_copy(
            update={
                "answer": f"{'Dit is bekend. ' * 60}Over tolken is nog niets bekend.",
                "open": item.open[:1],
            }
        )
        for item in small.analysis.arq_questions
    )
    crowded = replace(small, analysis=small.analysis.model_copy(update={"arq_questions": long}))
    for number, item in enumerate(long, start=1):
        topic = small.catalogue.question[item.open[0].question].topic
        said = arq(number, material=crowded)
        assert "Meer staat in de gap-analyse." in said
        assert said.endswith(f"Nog niet bekend: {topic}.")
    assert "afspraken over tolken (punt 1)" in told[1]


def test_groups_are_named_and_votes_are_not_counted() -> None:
    assert " keer " not in "".join(arq(number, material=example("voorbeeldstad")) for number in range(1, 6))


def test_words_of_ones_own_never_count_as_agreed(small: Material) -> None:
    texts = {item.id for item in small.catalogue.questions if item.kind is AnswerKind.TEXT}
    [standing] = [item for item in small.analysis.agreements.agreed if item.question == "regisseur"]
    own = standing.model_copy(update={"question": min(texts), "text": "Eigen woorden?"})
    agreed = small.analysis.agreements.model_copy(update={"agreed": (standing, own)})
    document = sheet(replace(small, analysis=small.analysis.model_copy(update={"agreements": agreed})))
    assert len(lines(document, "eens")) == 1
    assert "Eigen woorden?" not in as_text(document)


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
    for kind in (*KINDS, "gesprekskaart"):
        assert "Regisseur en GGD" not in as_text(compose(kind, material))
    for kind in KINDS:
        assert said not in as_text(compose(kind, material, version=Version.PUBLIC))


def test_the_page_says_in_words_that_nothing_was_decided(small: Material) -> None:
    page = html.render(sheet(small))
    assert '<p class="nog-niet">Besluit: nog niet genomen.</p>' in page
    assert '<p class="schrijfregel">Wie en wanneer</p>' in page


def test_the_room_is_reckoned_with_care() -> None:
    assert room.lines_of("kort", width=100, size=10) == 1
    assert room.lines_of("w" * 400, width=100, size=10) > 8
    assert room.lines_of("GGD " * 90, width=100, size=10) > room.lines_of("ggd " * 90, width=100, size=10)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["voorbeeldstad", "dordrecht", "overvol", "klein", "veel"])
def test_two_pages_are_two_pages(name: str, small: Material) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    material = {"overvol": overfull(), "klein": small, "veel": with_many()}.get(name) or example(name)
    assert len(weasyprint.HTML(string=html.render(sheet(material))).render().pages) == 2


def test_the_only_list_of_what_is_agreed_says_who_does_not_know() -> None:
    topic = Topic(
        id="v", kind=TopicKind.AGREED, title="Is er v?", said=(("Ja", "3 groepen"),), doubt="deels onzeker"
    )
    assert plain(agreed_line(topic)) == "Ja. Is er v? (3 groepen; deels onzeker)"


def with_statushouders(folder: Path, *, said: str, others: str = "ja") -> Material:
    """Give a dossier in which two groups answer a question, and statushouders what is asked beside it."""
    make_dossier(folder)
    head = 'formaat: "1"\nkennisversie: "{}"\ngroep: {}\nrol: {}\nafgenomen_op: 2026-10-12\nantwoorden:\n'
    answers = {
        "gemeente": f"vaste-begeleider:\n    antwoord: {others}", "ggz": f"vaste-begeleider:\n    antwoord: {others}",
        "statushouders": f"sh-vaste-persoon:\n    antwoord: {said}",
    }  # fmt: skip
    for group, answer in answers.items():
        text = f"{head.format(VERSION, group, f'Rol bij {group}')}  {answer}\n"
        (folder / "interviews" / f"{group}.yaml").write_text(text, encoding="utf-8")
    held = (
        "vorm: gesprek, stand: klaar, uitgenodigd_op: 2026-10-01, klaar_op: 2026-10-12, aantal_deelnemers: 8"
    )
    talk = f"- {{id: statushouders, groep: statushouders, rol: Rol bij statushouders, {held}}}"
    text = f'formaat: "1"\nkennisversie: "{VERSION}"\ninformanten:\n  {talk}\n'
    (folder / "ronde.yaml").write_text(text, encoding="utf-8")
    return open_dossier(folder).material(AS_OF)


def test_what_statushouders_say_stands_beside_a_point_that_was_decided_too(tmp_path: Path) -> None:
    material = with_statushouders(tmp_path / "dossier", said="nee")
    told = [part for point in points(sheet(material)) for part in point.parts]
    [beside] = [plain(part.items[0]) for part in told if part.label == "Statushouders zeggen"]
    assert beside.startswith("Nee. (Gevraagd: ")
    assert beside.endswith("?)")
    decided_on = sheet(with_decisions(material, decided("vaste-begeleider")))
    [brief] = [line for line in lines(decided_on, "verschillen") if "Besluit van" in line]
    assert " Statushouders zeggen: nee. Besluit van" in brief


def test_a_divided_talk_beside_professionals_who_agree_reaches_the_sheet(tmp_path: Path) -> None:
    material = with_statushouders(tmp_path / "dossier", said="[ja, nee]")
    [point] = [item for item in points(sheet(material)) if item.id == "punt-vaste-begeleider"]
    told = {part.label: plain(part.items[0]) for part in point.parts}
    assert "gemeente" in told["Ja"]
    assert told["Statushouders zeggen"].startswith("Ja en nee (de groep was verdeeld). (Gevraagd: ")
    decided_on = sheet(with_decisions(material, decided("vaste-begeleider")))
    [brief] = [line for line in lines(decided_on, "verschillen") if "Besluit van" in line]
    assert "Statushouders zeggen: ja en nee (de groep was verdeeld). Besluit van" in brief
    agreed = with_statushouders(tmp_path / "eens", said="ja")
    assert not [item for item in points(sheet(agreed)) if item.id == "punt-vaste-begeleider"]
