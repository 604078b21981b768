"""plan.yaml ↔ Plan: proposals are renewed in place; decisions, comments and order stay byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from psoh_cli.errors import ProblemsError
from psoh_cli.files import disk, versioned_file, yaml_edit, yaml_file
from psoh_cli.files.modeline import modeline
from psoh_cli.files.versioned_file import FORMAT_VERSION
from psoh_cli.files.yaml_changes import Append, Change, Insert, Set
from psoh_cli.plan.action import Proposal
from psoh_cli.plan.plan import Entry, Plan, PlanFile
from psoh_cli.problems.problem import Problem

_HEADER = """\
# Het plan: wat er kan gebeuren (voorstel) en wat u daarover besluit (besluit).
#
# - 'voorstel' schrijft psoh. Het wordt vernieuwd bij elke 'psoh plan'. Verander daar niets in.
# - 'besluit' schrijft u. psoh verandert het nooit. Zo neemt u een voorstel over:
#
#     besluit:
#       soort: overgenomen        # of: aangepast, uitgesteld, afgewezen
#       door: college van B en W  # een rol, nooit de naam van een persoon
#       datum: 2027-01-19
#       waarom: Dit is de basis voor de rest.
#       eigenaar: projectleider inburgering
#       begin: 2027-K2            # alleen als u andere kwartalen kiest
#       eind: 2027-K4
#       status: niet-begonnen     # later: gestart, loopt, bijna-klaar, afgerond
#       kosten:
#         bedrag: 12500
#         zekerheid: raming       # of: offerte, aanname, onbekend
#         soort: incidenteel      # of: structureel (dan is het bedrag per jaar)
#         financiering: gemeente-wmo
#       besloten_op:              # het voorstel zoals het er toen stond
#         titel: Beleg de regie
#         reden: Niemand is aangewezen.
#         peildatum: 2026-11-21
#
# - 'eigen_inschatting' is ook van u: een andere inspanning, opbrengst of fase, of de kosten, met waarom.
# - Past een voorstel niet in uw middelen, dan staat er 'past_niet' met de reden, en geen begin en eind.
# - Wat niet meer nodig is, blijft staan met 'vervallen' en de reden.
"""

_NOTHING_YET = "\nmaatregelen: []\n"
"""How a plan ends that nobody worked on yet; only there a whole list can be put in one go."""


def read_plan(path: Path) -> tuple[PlanFile | None, tuple[Problem, ...], yaml_file.Parsed]:
    """Read the plan: its value (None when it has errors), its problems, and the text with every place.

    Raises UnreadableError when there is no such file or it is not UTF-8.
    """
    parsed = yaml_file.read(path)
    value, problems = yaml_file.load(parsed, PlanFile)
    return value, problems, parsed


def write_plan(path: Path, plan: Plan, *, knowledge_version: str) -> bool:
    """Put the proposals of a plan in its file and tell whether that changed a byte.

    Only proposals that differ are touched, and new entries come at the end. Raises ProblemsError when
    what stands there cannot be read, BusyError when another run is at work, UnwritableError otherwise.
    """
    with disk.lock(path.parent):
        if not path.exists():
            fresh = fresh_text(plan, knowledge_version=knowledge_version)
            disk.write_text(path, modeline(path, "plan") + fresh)
            return True
        before = versioned_file.text_of(path)
        after = renewed_text(before, plan=plan, knowledge_version=knowledge_version, name=path.as_posix())
        if after == before:
            return False
        yaml_edit.save(path, after)
        return True


def fresh_text(plan: Plan, *, knowledge_version: str) -> str:
    """Write a plan that did not exist yet, with an explanation at the top."""
    head = yaml_edit.dump_block({"formaat": FORMAT_VERSION, "kennisversie": knowledge_version})
    body = f"maatregelen:\n{_blocks(plan)}" if plan.entries else "maatregelen: []\n"
    return f"{_HEADER}\n{head}\n{body}"


def renewed_text(text: str, *, plan: Plan, knowledge_version: str, name: str) -> str:
    """Give the text of a plan file with the proposals of a plan in it and everything else as it was.

    Raises ProblemsError when the text cannot be read as a plan, EditError when an edit would do harm.
    """
    parsed = yaml_file.parse(text, name=name)
    standing, problems = yaml_file.load(parsed, PlanFile)
    if standing is None:
        raise ProblemsError(
            f"{name} is niet bijgewerkt: er staan fouten in.",
            problems=problems,
            remedy="Verbeter ze eerst; wat er staat, blijft staan.",
        )
    changes = _changes(standing, plan=plan, knowledge_version=knowledge_version)
    if plan.entries and text.endswith(_NOTHING_YET):
        text = f"{text.removesuffix(_NOTHING_YET)}\nmaatregelen:\n{_blocks(plan)}"
        changes = [change for change in changes if not isinstance(change, Append)]
    return yaml_edit.apply(text, changes) if changes else text


def _blocks(plan: Plan) -> str:
    """Write the entries of a plan with an empty line between them."""
    return "\n".join(yaml_edit.dump_block([_plain(entry)], indent=2) for entry in plan.entries)


def _changes(standing: PlanFile, *, plan: Plan, knowledge_version: str) -> list[Change]:
    changes: list[Change] = []
    if standing.knowledge_version != knowledge_version:
        changes.append(Set(("kennisversie",), knowledge_version))
    for number, entry in enumerate(standing.entries):
        renewed = plan.entry.get(entry.id)
        if renewed is None or renewed.proposal is None or renewed.proposal == entry.proposal:
            continue
        path = ("maatregelen", number, "voorstel")
        proposal = _plain_proposal(renewed.proposal)
        changes.append(
            Set(path, proposal) if entry.proposal else Insert(path, proposal, _first_of_people(entry))
        )
    known = {entry.id for entry in standing.entries}
    changes.extend(Append(("maatregelen",), _plain(entry)) for entry in plan.entries if entry.id not in known)
    return changes


def _first_of_people(entry: Entry) -> str:
    """Name the key in front of which a proposal comes in an entry that people wrote themselves."""
    return "eigen_inschatting" if entry.override else "besluit"


def _plain(entry: Entry) -> dict[str, Any]:
    """Give an entry as YAML says it, without what is empty."""
    plain: dict[str, Any] = entry.model_dump(mode="json", by_alias=True, exclude_none=True)
    if entry.proposal is not None:
        plain["voorstel"] = _plain_proposal(entry.proposal)
    return plain


def _plain_proposal(proposal: Proposal) -> dict[str, Any]:
    plain: dict[str, Any] = proposal.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {key: value for key, value in plain.items() if value != [] or key in ("praktijken", "sluit")}
