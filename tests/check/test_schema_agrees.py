"""What `check` accepts an editor accepts, and what is structurally wrong an editor sees: one law over all files."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.check.editor import kind_of, wrong_with

from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.dossier.schemas import ALL_KINDS, KNOWLEDGE_KINDS
from psoh_cli.files import versioned_file, yaml_file
from psoh_cli.practices import practice_files
from psoh_cli.problems.problem import Severity, has_errors

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "tests" / "rules"
KNOWLEDGE = ROOT / "templates" / "praktijken"
TODAY = date(2026, 11, 21)

SEEN = {
    "YAML020", "YAML021", "YAML022", "YAML023", "YAML024", "YAML025", "YAML026",
    "YAML027", "YAML028", "YAML029", "YAML030",
    "DOSSIER006", "INTERVIEW001", "INTERVIEW002", "INTERVIEW003", "INTERVIEW004", "INTERVIEW005", "INTERVIEW006",
    "KAART005", "KAART006", "KAART007", "KAART008", "KAART009", "KAART010", "KAART011", "PLAN011", "PLAN013",
}  # fmt: skip
"""The codes whose bad example an editor underlines too: a wrong shape, or a word that is not in a list."""

IGNORED = "psoh: negeer"
"""A file that leaves a rule aside, with its reason, is not what the schema is made for."""


NO_DOSSIER = "antwoorden.yaml"
"""What somebody hands to `psoh interview --antwoorden`: it is read once and is no file of a dossier."""


def files_below(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*.yaml") if path.name != NO_DOSSIER)


def is_knowledge(path: Path) -> bool:
    return "kennis" in path.relative_to(ROOT).parts[:-1] or KNOWLEDGE in path.parents


GOOD = [
    *files_below(ROOT / "examples"),
    *files_below(KNOWLEDGE),
    *files_below(RULES / "_basis"),
    *(path for folder in sorted(RULES.glob("*/goed")) for path in files_below(folder)),
]
BAD = [path for code in sorted(SEEN) for path in files_below(RULES / code / "fout")]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", GOOD, ids=named)
def test_a_schema_accepts_every_good_file(path: Path) -> None:
    text = path.read_text("utf-8-sig")
    if IGNORED not in text:
        assert wrong_with(text, kind_of(path, knowledge=is_knowledge(path))) == []


@pytest.mark.parametrize("path", BAD, ids=named)
def test_a_schema_rejects_every_structural_bad_example(path: Path) -> None:
    """One of the files of a bad example is wrong; a folder with several is judged together."""
    folder = RULES / path.relative_to(RULES).parts[0] / "fout"
    found = [
        wrong
        for one in files_below(folder)
        for wrong in wrong_with(one.read_text("utf-8"), kind_of(one, knowledge=is_knowledge(one)))
    ]
    assert found


def test_there_are_bad_examples_of_most_codes_that_an_editor_sees() -> None:
    assert len({path.relative_to(RULES).parts[0] for path in BAD}) > 20


# ------------------------------------------------------------------------------- the law over mutations

WORDS = (
    "onbekend", "ja", "nee", "true", "false", "~", "0", "1", "007", "12", "1.5", "12.500", "1e3", "2026", "2026-09",
    "2026-09-01", "2026-02-29", "2027-K1", "2027k1", "GM0505", "0505", "gm0505", "9:30", "09.30", "12:60", "ti", "xx",
    "Tigrinya", "anders", "weet-niet", "niet-van-toepassing", "deels", "€ 5", "65+", "actief", "preventie",
    "https://voorbeeld.example", "voorbeeld.example", "een gewone zin",
    "vluchtelingenwerk", "landen", "laag-1", "alles",
    "bp-regie", "1234 AB", "020-1234567", ".inf", "-1", "3000", "a-b", "A",
)  # fmt: skip
NAMES = {
    "gemeente": "gemeente.yaml",
    "interview": "interviews/beleidsadviseur.yaml",
    "sociale-kaart": "sociale-kaart.yaml",
    "plan": "plan.yaml",
    "ronde": "ronde.yaml",
}
SHAPES = {
    "moment": ROOT / "examples" / "voorbeeldstad" / "momenten" / "2025-11-15.yaml",
    "kennis": KNOWLEDGE / "kennis.yaml",
    "praktijk": KNOWLEDGE / "praktijken" / "bp-regie.yaml",
    "vragen": KNOWLEDGE / "vragen" / "vroegsignalering.yaml",
    "kaartvelden": KNOWLEDGE / "kaartvelden.yaml",
    "kennislijst": KNOWLEDGE / "financieringsbronnen.yaml",
}
ROUND = """\
formaat: "1"
kennisversie: "2026.1"
informanten:
  - {id: beleidsadviseur, groep: gemeente, rol: Adviseur, stand: klaar, klaar_op: 2026-10-12, vorm: gesprek}
  - {id: welzijn, groep: welzijn, rol: Werker, vermelding: buurthuis, ketenpartner: welzijn, aantal_deelnemers: 5}
besluiten:
  - {id: kaart, over: [kaart-aanwezig], besluit: Wij houden de kaart bij., op: 2026-11-02, door: [buurthuis]}
"""
STYLE = """\
formaat: "1"
naam: Gemeente
logo: {bestand: logo.svg, omschrijving: Het logo}
kleuren: {accent: "#0B4A5F", donker: {tint: "#123456"}}
letters: {familie: Noto Sans, bestanden: {gewoon: a.ttf}}
colofon: Een regel
"""


@cache
def tree_of(kind: str) -> Any:
    if kind == "ronde":
        text = ROUND
    elif kind in NAMES:
        text = (RULES / "_basis" / NAMES[kind]).read_text("utf-8")
    else:
        text = SHAPES[kind].read_text("utf-8") if kind in SHAPES else STYLE
    whole = yaml_file.parse(text, name=kind).plain()
    return whole if kind in NAMES else {key: _few(item) for key, item in whole.items()}


def _few(item: Any) -> Any:
    """Leave the first three of many, so that each case is quick."""
    if isinstance(item, dict) and len(item) > 20:
        return dict(list(item.items())[:3])
    return item[:3] if isinstance(item, list) else item


def places_in(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, item in inside:
        yield from places_in(item, (*path, key))


def mutated(tree: Any, place: tuple[str | int, ...], how: str, word: str) -> Any:
    """Change one place of a tree as a hurried adviser would."""
    changed = copy.deepcopy(tree)
    around = changed
    for step in place[:-1]:
        around = around[step]
    last = place[-1]
    if how == "weg":
        del around[last]
    elif how == "woord":
        around[last] = word
    elif how == "leeg":
        around[last] = None
    elif how == "lijst":
        around[last] = [around[last]]
    elif how == "uit de lijst":
        around[last] = around[last][0] if isinstance(around[last], list) and around[last] else word
    elif isinstance(around, dict):
        around[word] = around[last]
    else:
        around.append(around[last])
    return changed


MORE = 3 * settings().max_examples
"""Each takes a few milliseconds, and half of them are refused by `check` and say nothing here."""

HOWS = ("weg", "woord", "woord", "woord", "leeg", "lijst", "uit de lijst", "erbij")


def as_typed(tree: Any, *, quoted: bool) -> str:
    """Write a tree as somebody types it: without quotes wherever YAML allows that, or with quotes around all."""
    style = '"' if quoted else None

    class Typing(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        plain = not quoted and yaml_file.parse(f"a: {value}\n", name="a").plain() == {"a": value}
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if plain else style or "'")

    Typing.add_representer(str, text)
    Typing.yaml_implicit_resolvers = {}
    return yaml.dump(tree, Dumper=Typing, allow_unicode=True, sort_keys=False, width=10_000)


def errors_of(folder: Path, name: str) -> list[str]:
    """Give the errors of `check` in one file of a dossier."""
    report = inspect_paths((folder,), as_of=TODAY).report
    return [
        problem.code
        for problem in report.problems
        if problem.severity is Severity.ERROR and problem.file.endswith(name)
    ]


@st.composite
def changed_files(draw: st.DrawFn, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Draw a file with one or two places changed."""
    kind = draw(st.sampled_from(kinds))
    tree = tree_of(kind)
    for _ in range(draw(st.sampled_from((1, 1, 1, 2)))):
        places = list(places_in(tree))
        place = draw(st.sampled_from(places))
        tree = mutated(tree, place, draw(st.sampled_from(HOWS)), draw(st.sampled_from(WORDS)))
    return kind, as_typed(tree, quoted=draw(st.booleans()))


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wet") / "dossier"
    shutil.copytree(RULES / "_basis", folder)
    (folder / "ronde.yaml").write_text(ROUND, encoding="utf-8")
    return folder


@pytest.mark.slow
@given(changed=changed_files(tuple(NAMES)))
@settings(max_examples=MORE, suppress_health_check=list(HealthCheck))
def test_what_check_accepts_of_a_dossier_an_editor_accepts(dossier: Path, changed: tuple[str, str]) -> None:
    kind, text = changed
    path = dossier / NAMES[kind]
    before = path.read_text("utf-8")
    path.write_text(text, encoding="utf-8")
    try:
        errors = errors_of(dossier, NAMES[kind])
    finally:
        path.write_text(before, encoding="utf-8")
    event("accepted" if not errors else "refused")
    if not errors:
        assert wrong_with(text, kind) == [], text


@pytest.mark.slow
@given(changed=changed_files((*SHAPES, "huisstijl")))
@settings(max_examples=MORE, suppress_health_check=list(HealthCheck))
def test_what_check_accepts_of_another_file_an_editor_accepts(changed: tuple[str, str]) -> None:
    kind, text = changed
    model = practice_files._list_file("financieringsbronnen") if kind == "kennislijst" else ALL_KINDS[kind][1]
    parsed = yaml_file.parse(text, name=kind)
    value, problems = yaml_file.load(parsed, model)
    is_known = kind in KNOWLEDGE_KINDS or versioned_file.unknown_version(parsed) is None
    if value is not None and is_known and not has_errors(problems):
        assert wrong_with(text, kind) == [], text


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("kind", [*NAMES, *SHAPES, "huisstijl"])
def test_the_law_starts_from_files_that_are_right(dossier: Path, kind: str, quoted: bool) -> None:
    text = as_typed(tree_of(kind), quoted=quoted)
    assert yaml_file.parse(text, name=kind).plain() == tree_of(kind)
    assert wrong_with(text, kind) == []
    if kind in NAMES:
        assert errors_of(dossier, NAMES[kind]) == []
