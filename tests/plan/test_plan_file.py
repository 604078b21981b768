"""plan.yaml: what the tool proposes changes, what people wrote never does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.world import analysis, catalogue, decision, entry, finding, plan_of, practice, proposal

from psoh_cli.errors import BusyError, ProblemsError
from psoh_cli.files import disk, yaml_file
from psoh_cli.files.yaml_dump import dump_block
from psoh_cli.plan.plan import Entry, Plan, PlanFile
from psoh_cli.plan.plan_file import fresh_text, read_plan, renewed_text, write_plan
from psoh_cli.vocabulary import Verdict

KNOWN = catalogue(practice("bp-regie"), practice("bp-visie"))

WRITTEN = """\
# Mijn eigen plan, met opmerkingen.
formaat: "1"
kennisversie: t1

maatregelen:
  # Dit bespreken we in maart.
  - id: m-regie   # de belangrijkste
    voorstel:
      titel: "Beleg de regie"   # oud
      reden: Niemand is aangewezen.
      pijler: fundament
      praktijken: [bp-regie]
      # hier stond nog iets
      sluit: [gap-praktijk-bp-regie]
      trekker: beleid
      fase: verkennen
      begin: 2027-K1
      eind: 2027-K2
      herkomst: arq
      peildatum: 2026-11-21
      kennisversie: t1
    # boven het besluit
    besluit:
      soort: overgenomen
      door:   'het college'
      datum: 2026-11-01   # in de vergadering
      eigenaar: projectleider inburgering

  # nog een eigen regel
  - id: m-eigen
    besluit: {soort: aangepast, door: raad, datum: 2026-11, titel: Iets van onszelf}
# aan het eind
"""


def changed_plan() -> Plan:
    _, entries = typed(WRITTEN)
    return plan_of(
        analysis(finding("bp-regie", Verdict.MISSING), finding("bp-visie", Verdict.PARTLY)), KNOWN, *entries
    )


def typed(text: str) -> tuple[PlanFile, tuple[Entry, ...]]:
    value, problems = yaml_file.load(yaml_file.parse(text, name="plan.yaml"), PlanFile)
    assert value is not None, problems
    return value, value.entries


def renewed(text: str, plan: Plan, *, version: str = "t1") -> str:
    return renewed_text(text, plan=plan, knowledge_version=version, name="plan.yaml")


def test_a_new_file_explains_itself_and_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    plan = plan_of(analysis(finding("bp-regie", Verdict.MISSING)), KNOWN)
    assert write_plan(path, plan, knowledge_version="t1")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Het plan:")
    assert "# - 'besluit' schrijft u." in text
    value, problems, parsed = read_plan(path)
    assert problems == ()
    assert value is not None
    assert value.entries == plan.entries
    assert yaml_file.place_of(parsed, ("maatregelen", 0, "id")).line > 10


def test_the_example_of_a_decision_in_the_head_is_itself_good() -> None:
    head = fresh_text(Plan(), knowledge_version="t1").split("Zo neemt u een voorstel over:\n#\n")[1]
    lines = [line.removeprefix("#   ") for line in head.split("\n# -")[0].splitlines()]
    text = "formaat: '1'\nkennisversie: t1\nmaatregelen:\n- id: m-a\n" + "\n".join(lines)
    _, entries = typed(text)
    assert entries[0].decision is not None
    assert entries[0].decision.cost is not None
    assert entries[0].decision.decided_on is not None


def test_an_empty_plan_is_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    write_plan(path, Plan(), knowledge_version="t1")
    value, problems, _ = read_plan(path)
    assert problems == ()
    assert value is not None
    assert value.entries == ()
    plan = plan_of(analysis(finding("bp-regie", Verdict.MISSING)), KNOWN)
    assert write_plan(path, plan, knowledge_version="t1")
    assert typed(path.read_text(encoding="utf-8"))[1] == plan.entries


def test_only_lines_of_proposals_change() -> None:
    after = renewed(WRITTEN, changed_plan())
    before_lines, after_lines = WRITTEN.splitlines(), after.splitlines()
    inside = range(before_lines.index("    voorstel:"), before_lines.index("    # boven het besluit"))
    kept = [line for number, line in enumerate(before_lines) if number not in inside]
    assert [line for line in after_lines if line in kept][: len(kept)] == kept
    assert "      # hier stond nog iets" in after_lines
    assert typed(after)[1][:2] == tuple(changed_plan().entry[name] for name in ("m-regie", "m-eigen"))
    assert [item.id for item in typed(after)[1]] == ["m-regie", "m-eigen", "m-visie"]


def test_a_second_run_is_no_change(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    assert write_plan(path, changed_plan(), knowledge_version="t1")
    once = path.read_bytes()
    assert not write_plan(path, changed_plan(), knowledge_version="t1")
    assert path.read_bytes() == once


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(WRITTEN.replace("\n", "\r\n").encode("utf-8"))
    write_plan(path, changed_plan(), knowledge_version="t1")
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert data.replace(b"\r\n", b"\n").decode("utf-8") == renewed(WRITTEN, changed_plan())


def test_the_version_of_the_knowledge_follows() -> None:
    plan = Plan(entries=typed(WRITTEN)[1])
    assert renewed(WRITTEN, plan, version="t2") == WRITTEN.replace(
        "kennisversie: t1\n\n", "kennisversie: t2\n\n"
    )


def test_a_proposal_comes_in_front_of_the_decision_of_people() -> None:
    text = "formaat: '1'\nkennisversie: t1\nmaatregelen:\n  - id: m-regie\n    besluit: # van ons\n"
    text += "      soort: uitgesteld\n      door: raad\n      datum: 2026-11\n"
    plan = plan_of(analysis(finding("bp-regie", Verdict.MISSING)), KNOWN, *typed(text)[1])
    after = renewed(text, plan)
    assert after.index("voorstel:") < after.index("besluit: # van ons")
    assert typed(after)[1] == plan.entries


def test_a_file_with_errors_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(WRITTEN.replace("soort: overgenomen", "soort: overgenome"), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(ProblemsError) as caught:
        write_plan(path, changed_plan(), knowledge_version="t1")
    assert caught.value.problems[0].line == 24
    assert path.read_bytes() == before


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    with disk.lock(tmp_path), pytest.raises(BusyError):
        write_plan(tmp_path / "plan.yaml", Plan(), knowledge_version="t1")
    assert not (tmp_path / "plan.yaml").exists()


# ------------------------------------------------------------------------------------------------ the law

COMMENTS = st.sampled_from(["", "", "# een opmerking\n", "# één: 'rare' \"opmerking\" # [x]\n\n", "\n"])
WORDS = st.sampled_from(
    ["Beleg de regie", "Nul: 13", "'s-Hertogenbosch", "ja", "0505", "é ü – “zo”", "x # y"]
)
NAMES = [f"bp-p{number}" for number in range(5)]
LAW = catalogue(*(practice(name) for name in NAMES))


@st.composite
def pieces(draw: st.DrawFn, name: str) -> tuple[str, str, str]:
    """Give an entry as three texts: before the proposal, the proposal, and what people wrote after it."""
    head = f"{_indented(draw(COMMENTS), 2)}  - id: {name}{draw(st.sampled_from(['', '  # hier']))}\n"
    held = proposal(titel=draw(WORDS), reden=draw(WORDS), praktijken=[draw(st.sampled_from(NAMES))])
    plain = held.model_dump(mode="json", by_alias=True, exclude_none=True)
    block = f"    voorstel:\n{dump_block(plain, indent=6)}"
    people: dict[str, Any] = {"besluit": decision(waarom=draw(WORDS), eigenaar=draw(WORDS))}
    if draw(st.booleans()):
        people = {"eigen_inschatting": {"waarom": draw(WORDS), "inspanning": 2}, **people}
    tail = _indented(draw(COMMENTS), 4) + dump_block(people, indent=4) if draw(st.booleans()) else ""
    return head, block, tail


def _indented(comment: str, indent: int) -> str:
    return f"{' ' * indent}{comment}" if comment.strip() else comment


@st.composite
def documents(draw: st.DrawFn) -> list[str]:
    """Give a plan file as texts of which every second one, from the second, is a proposal."""
    names = draw(
        st.lists(
            st.sampled_from([f"m-p{number}" for number in range(7)]), min_size=1, max_size=4, unique=True
        )
    )
    texts = [f"# Ons plan\nformaat: '1'\nkennisversie: t1\n{draw(COMMENTS)}maatregelen:\n"]
    for name in names:
        head, block, tail = draw(pieces(name))
        texts[-1] += head
        texts += [block, tail]
    return texts


@given(documents(), st.sets(st.sampled_from(NAMES)), st.sampled_from(["", "# slot\n"]))
def test_no_byte_outside_the_proposals_changes(texts: list[str], gaps: set[str], last: str) -> None:
    text = "".join(texts) + last
    entries = typed(text)[1]
    plan = plan_of(analysis(*(finding(name, Verdict.MISSING) for name in sorted(gaps))), LAW, *entries)
    after = renewed(text, plan)
    position = 0
    for written in texts[::2]:
        position = after.find(written.rstrip("\n"), position)
        assert position >= 0, written
        position += len(written.rstrip("\n"))
    assert {item.id: item for item in typed(after)[1]} == plan.entry
    assert [item.id for item in typed(after)[1]][: len(entries)] == [item.id for item in entries]
    assert (
        renewed(
            after,
            plan_of(
                analysis(*(finding(name, Verdict.MISSING) for name in sorted(gaps))), LAW, *typed(after)[1]
            ),
        )
        == after
    )
    if last:
        assert last in after


def test_the_law_is_about_something() -> None:
    """The generated files do get renewed, lapsed and new proposals."""
    text = fresh_text(Plan(entries=(entry("m-p1"),)), knowledge_version="t1")
    plan = plan_of(analysis(finding("bp-p0", Verdict.MISSING)), LAW, *typed(text)[1])
    after = renewed(text, plan)
    assert "vervallen:" in after
    assert "id: m-p0" in after
