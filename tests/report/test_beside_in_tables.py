"""What statushouders say stands in the row it belongs to, and cells on many groups stay short and count nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.report.worlds import AS_OF, dossier, example

from psoh_cli.analysis.finding import FindingKind
from psoh_cli.interview.answers import Informant
from psoh_cli.report import beside, bottlenecks, differences, partners
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Paragraph, Section, Table, to_json
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import plain
from psoh_cli.vocabulary import AnswerKind, Verdict


def drafted() -> Draft:
    return Draft(material=example("voorbeeldstad"))


def rows(part: Section) -> list[list[str]]:
    tables = [block for block in part.blocks if isinstance(block, Table)]
    return [[plain(cell) for cell in row] for table in tables for row in table.rows]


def test_statushouders_stand_in_the_row_of_the_question_that_they_were_asked_too() -> None:
    draft = drafted()
    told = {item.question: item for item in draft.analysis.agreements.differing}
    assert {"uitleg-zorg", "hulp-passend", "vaste-begeleider"} <= told.keys()
    listed = {row[0]: row[1] for row in rows(differences.differences(draft, number="8"))}
    for name in ("uitleg-zorg", "hulp-passend", "vaste-begeleider"):
        assert "Statushouders op ‘" in listed[told[name].text], name


def test_nothing_that_statushouders_contradict_is_agreed() -> None:
    found = drafted().analysis.agreements
    contradicted = {other.question for item in found.beside if item.differs for other in item.professionals}
    assert contradicted
    assert contradicted.isdisjoint(item.question for item in found.agreed)


def test_the_answer_to_the_second_question_of_arq_names_statushouders() -> None:
    answer = next(item for item in drafted().analysis.arq_questions if item.number == 2)
    assert "volgens statushouders" in answer.answer


def test_no_practice_is_met_against_what_statushouders_say() -> None:
    analysis = drafted().analysis
    against = {
        name
        for item in analysis.agreements.beside
        if item.differs
        for name in (other.question for other in item.professionals)
    }
    resting = [
        finding
        for finding in analysis.of_kind(FindingKind.PRACTICE)
        if any(rule.question in against for rule in finding.rules)
    ]
    assert resting
    assert all(finding.verdict is not Verdict.MET for finding in resting)
    assert all("statushouders" in finding.reason for finding in resting)


def test_a_cell_with_many_choices_is_short() -> None:
    (part,) = beside.beside_section(drafted(), number="8.1")
    longest = max((cell for row in rows(part) for cell in row), key=len)
    assert len(longest) < 520, longest
    assert "Ook genoemd: ‘" in " ".join(row[2] for row in rows(part) if len(row) > 2)


def test_what_only_statushouders_are_asked_is_printed_without_who_or_how_many() -> None:
    (part,) = beside.beside_section(drafted(), number="8.1")
    told = {row[0]: row[1] for row in rows(part) if len(row) == 2}
    asked = drafted().catalogue.question
    own = drafted().analysis.agreements.only_statushouders
    assert set(told) == {item.text for item in own if item.asked}
    assert asked["sh-bij-wie"].text in told
    assert not [cell for cell in told.values() if re.search(r"informant|\d+ statushouders", cell)]


def test_each_question_to_statushouders_with_choices_is_printed_somewhere() -> None:
    """A law over the knowledge: beside professionals, or in the list of what only they are asked."""
    found = drafted().analysis.agreements
    printed = {item.question for item in found.beside} | {item.question for item in found.only_statushouders}
    asked = {
        question.id
        for question in drafted().catalogue.questions
        if "statushouders" in question.groups and question.kind is not AnswerKind.TEXT
    }
    assert asked
    assert asked <= printed


def test_bottlenecks_name_groups_and_count_no_informants() -> None:
    told = [row[1] for row in rows(bottlenecks.bottlenecks(drafted(), number="6")) if len(row) == 4]
    assert told
    assert not [cell for cell in told if re.search(r"\b\d+ informanten\b(?! uit)", cell)]
    for cell in told:
        named, _, silent = cell.partition("Noemen dit niet:")
        assert not ("tatushouders" in named and "statushouders" in silent), cell


def test_a_klankbordgroep_that_is_not_there_has_no_column() -> None:
    told = dossier("voorbeeldstad")
    no_board = replace(
        told,
        informants=tuple(
            item.model_copy(
                update={
                    "interview": item.interview.model_copy(
                        update={
                            "answers": {
                                name: answer.model_copy(update={"values": ("nee",)})
                                if name == "klankbordgroep-aanwezig"
                                else answer
                                for name, answer in item.answers.items()
                                if not name.startswith("klankbordgroep-leden")
                            }
                        }
                    )
                }
            )
            for item in told.informants
        ),
        kaart_files=(),
    )
    part = partners.partners(Draft(material=no_board.material(AS_OF)), number="9")
    said = " ".join(plain(block.content) for block in part.blocks if isinstance(block, Paragraph))
    assert "nog geen vaste klankbordgroep" in said
    assert "november 2026" in said
    assert all(len(row) == 2 for row in rows(part))


def test_the_sentence_is_true_of_the_whole_table() -> None:
    """Where both name something and nothing the same, the sentence does not say that all point the same way."""
    told = dossier("voorbeeldstad")
    world = replace(told, informants=tuple(_naming_apart(item) for item in told.informants)).material(AS_OF)
    (part,) = beside.beside_section(Draft(material=world), number="8.1")
    lead = next(plain(block.content) for block in part.blocks if isinstance(block, Paragraph))
    assert "Bij 1 daarvan noemen zij niets hetzelfde: het een kan naast het ander bestaan." in lead
    assert "nergens" not in lead
    assert "Noemen niets hetzelfde." in rows(part)[0][0]


def _naming_apart(item: Informant) -> Informant:
    answers = item.interview.answers
    if "drempels" not in answers or not answers["drempels"].is_known:
        return item
    value = "geen-vertrouwen" if item.group == "statushouders" else "taal"
    named = answers["drempels"].model_copy(update={"values": (value,)})
    return item.model_copy(
        update={"interview": item.interview.model_copy(update={"answers": {**answers, "drempels": named}})}
    )


def test_what_nobody_decided_on_is_called_a_proposal() -> None:
    assert "Wat psoh voorstelt om eerst te doen" in to_json(compose("gap-analyse", example("dordrecht")))
    assert "Wat wij eerst doen" in to_json(compose("gap-analyse", example("voorbeeldstad")))
