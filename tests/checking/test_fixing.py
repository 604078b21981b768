"""`check --fix`: only what was meant changes, and what cannot be done is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.dossier.sample import TODAY, contents, make_dossier

from psoh_cli.checking.diff import diff
from psoh_cli.checking.fixing import propose
from psoh_cli.checking.helped import NO_HELP, OTHERWISE, WORSE
from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.checking.mending_told import told_after, told_of
from psoh_cli.checking.result import Result
from psoh_cli.checking.saving import Fixed, save
from psoh_cli.files import disk
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

KAART = "sociale-kaart.yaml"
Look = Callable[[], Result]


def look_at(*paths: Path) -> Look:
    return lambda: inspect_paths(paths, as_of=TODAY)


def mend(*paths: Path, unsafe: bool = False) -> Fixed:
    look = look_at(*paths)
    return save(propose(look, unsafe=unsafe), look)


def planned(look: Look, path: Path, *fixes: Fix, code: str = "YAML009") -> Look:
    """Let a look find, besides, problems with these fixes as long as the file is as it is now."""
    before = path.read_bytes()

    def looked() -> Result:
        found = look()
        if disk.read_bytes(path) != before:
            return found
        more = [
            problem_of(code, f"proef {number}", file=path.as_posix(), place=fix.edits[0].span[:2], fix=fix)
            for number, fix in enumerate(fixes)
        ]
        return with_problems(found, more)

    return looked


def with_problems(found: Result, more: list[Problem]) -> Result:
    report = replace(found.report, problems=(*found.problems, *more))
    return replace(found, report=report)


def fix_of(path: Path, old: str, new: str, *, is_safe: bool = True, at: int = 0) -> Fix:
    """Make the Fix that writes other text in the place of one that stands in a file."""
    text = path.read_text(encoding="utf-8")
    start = text.index(old)
    for _ in range(at):
        start = text.index(old, start + 1)
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Fix(
        edits=(Edit(Span(line, column, line, column + len(old)), new),),
        does=f"schrijf {new}",
        is_safe=is_safe,
    )


def test_a_key_a_word_and_nothing_else_are_put_right(tmp_path: Path) -> None:
    make_dossier(
        tmp_path,
        {
            KAART: (
                "    aanbod: Koffie en gesprek\n",
                "    'anbod': Koffie en gesprek # zo\n    tolkinzet: Onbekend\n",
            )
        },
    )
    before = contents(tmp_path)
    fixed = mend(tmp_path)
    after = contents(tmp_path)
    assert fixed.result.problems == ()
    assert after.pop(KAART) == before.pop(KAART).replace(b"'anbod'", b"'aanbod'").replace(
        b"Onbekend", b"onbekend"
    )
    assert after == before
    assert fixed.written == ((tmp_path / KAART).as_posix(),)
    assert "psoh heeft 2 dingen verbeterd, in 1 bestand." in told_after(fixed)


def test_nothing_to_do_writes_nothing(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.yaml")}
    fixed = mend(tmp_path)
    assert fixed.written == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.yaml")} == stamps
    assert "psoh zag niets dat het zelf kan verbeteren." in told_after(fixed)


def test_a_mending_and_its_diff_write_nothing(tmp_path: Path) -> None:
    make_dossier(tmp_path, {KAART: ("aanbod: K", "anbod: K")})
    before = contents(tmp_path)
    mending = propose(look_at(tmp_path), unsafe=True)
    name = (tmp_path / KAART).as_posix()
    assert diff(mending).splitlines()[:2] == [f"--- {name} (nu)", f"+++ {name} (verbeterd)"]
    assert "-    anbod: Koffie en gesprek" in diff(mending).splitlines()
    assert "+    aanbod: Koffie en gesprek" in diff(mending).splitlines()
    assert contents(tmp_path) == before
    assert "Er is nu niets veranderd." in told_of(mending)
    assert mending.before.problems != ()
    assert mending.result.problems == ()


def test_an_unsafe_fix_waits_until_somebody_asks(tmp_path: Path) -> None:
    make_dossier(tmp_path, {KAART: ("aanbod: K", "tolkinzet: onbekent\n    aanbod: K")})
    before = contents(tmp_path)
    fixed = mend(tmp_path)
    assert contents(tmp_path) == before
    assert "Nog 1 verbetering is niet zeker" in told_after(fixed)
    assert mend(tmp_path, unsafe=True).result.problems == ()
    assert b"tolkinzet: onbekend\n" in contents(tmp_path)[KAART]


def test_an_id_is_put_in_small_letters_only_when_asked(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path, {KAART: ("id: inloop", "id: In_Loop")})
    assert mend(folder).written == ()
    mend(folder, unsafe=True)
    assert b"- id: in-loop\n" in contents(folder)[KAART]


def test_a_key_that_is_there_already_is_not_written_twice(tmp_path: Path) -> None:
    make_dossier(tmp_path, {KAART: ("aanbod: K", "anbod: thee\n    aanbod: K")})
    before = contents(tmp_path)
    fixed = mend(tmp_path, unsafe=True)
    assert contents(tmp_path) == before
    assert [problem.code for problem in fixed.result.problems] == ["YAML020"]


def test_of_overlapping_fixes_the_first_is_made_and_the_others_with_it(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    path = tmp_path / KAART
    first, second = fix_of(path, "Koffie en", "Thee en"), fix_of(path, "en gesprek", "en praat")
    other = fix_of(path, "Inloop", "Binnenloop")
    mending = propose(planned(look_at(tmp_path), path, other, first, second), unsafe=False)
    assert [item.fix for item in mending.mended] == [other, first]
    assert mending.refused == ()
    assert b"aanbod: Thee en gesprek\n" in mending.files[0].after


def test_a_fix_that_changes_more_than_it_means_is_not_made_and_others_are(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    path = tmp_path / KAART
    bad = fix_of(path, "Koffie", '"Koffie')
    sly = fix_of(path, "naam: Inloop", "naam: &x Inloop")
    good = fix_of(path, "gesprek", "praat")
    mending = propose(planned(look_at(tmp_path), path, bad, sly, good), unsafe=False)
    assert [item.why for item in mending.refused] == [OTHERWISE, OTHERWISE]
    assert [item.fix for item in mending.mended] == [good]
    assert "Niet verbeterd: " in told_of(mending)
    assert OTHERWISE in told_of(mending)


def test_a_fix_that_takes_a_field_away_unmeant_is_not_made(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    path = tmp_path / KAART
    hidden = fix_of(path, "bron", "# bron", at=1)
    swallowed = fix_of(path, "Koffie en gesprek\n    ", "Koffie en gesprek, ")
    swallowed = replace(swallowed, edits=(Edit(Span(15, 13, 16, 5), "Koffie "),))
    mending = propose(planned(look_at(tmp_path), path, swallowed), unsafe=False)
    assert mending.files == ()
    assert [item.why for item in mending.refused] == [OTHERWISE]
    assert propose(planned(look_at(tmp_path), path, hidden), unsafe=False).files == ()


def test_a_fix_that_does_not_help_is_not_made(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    path = tmp_path / KAART
    place = fix_of(path, "Inloop", "Binnenlopen")

    def look() -> Result:
        text = disk.read_text(path)
        fixes = replace(place, edits=(Edit(place.edits[0].span, text.splitlines()[13][10:] + "x"),))
        return with_problems(
            look_at(tmp_path)(),
            [
                problem_of(
                    "KAART001", "nooit goed", file=path.as_posix(), place=place.edits[0].span[:2], fix=fixes
                )
            ],
        )

    mending = propose(look, unsafe=False)
    assert mending.files == ()
    assert [item.why for item in mending.refused] == [NO_HELP]


def test_a_fix_that_breaks_something_elsewhere_is_not_made(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    path = tmp_path / KAART
    mending = propose(
        planned(look_at(tmp_path), path, fix_of(path, "buurthuis", "buurtcentrum")), unsafe=False
    )
    assert mending.files == ()
    assert [item.why for item in mending.refused] == [WORSE]
    before = planned(look_at(tmp_path), path, fix_of(path, "buurthuis", "buurtcentrum"))().problems
    assert any(problem.fix for problem in before)
    # It was tried and did no good, so nobody is sent to it again.
    assert mending.result.problems == tuple(replace(problem, fix=None) for problem in before)


def test_a_fix_that_does_harm_does_not_stop_the_others(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    path = tmp_path / KAART
    words = {"buurthuis": "buurtcentrum", "Koffie": "Thee", "Inloop": "Binnenloop"}
    offered = {old: fix_of(path, old, new) for old, new in words.items()}

    def look() -> Result:
        lines = disk.read_text(path).split("\n")
        standing = {
            old: fix.edits[0].span[:2]
            for old, fix in offered.items()
            if lines[fix.edits[0].span.line - 1].startswith(old, fix.edits[0].span.column - 1)
        }
        more = [
            problem_of("YAML009", f"proef {old}", file=path.as_posix(), place=place, fix=offered[old])
            for old, place in standing.items()
        ]
        return with_problems(look_at(tmp_path)(), more)

    before = path.read_bytes()
    mending = propose(look, unsafe=False)
    assert [(item.problem.fix, item.why) for item in mending.refused] == [(offered["buurthuis"], WORSE)]
    meant = before.replace(b"Koffie", b"Thee").replace(b"naam: Inloop", b"naam: Binnenloop")
    assert mending.files[0].after == meant
    assert not mending.unfinished


def test_a_fix_that_does_not_help_does_not_stop_the_others(tmp_path: Path) -> None:
    make_dossier(tmp_path, {KAART: ("aanbod: K", "anbod: K")})
    path = tmp_path / KAART
    idle = fix_of(path, "Inloop", "Binnenloop")

    def look() -> Result:
        same = problem_of("YAML009", "blijft", file=path.as_posix(), place=idle.edits[0].span[:2], fix=idle)
        return with_problems(look_at(tmp_path)(), [same])

    mending = propose(look, unsafe=False)
    assert [item.why for item in mending.refused] == [NO_HELP]
    assert mending.files[0].after == path.read_bytes().replace(b"anbod", b"aanbod")


def test_a_file_that_was_saved_meanwhile_is_left_alone(tmp_path: Path) -> None:
    make_dossier(tmp_path, {KAART: ("aanbod: K", "anbod: K"), "plan.yaml": ("maatregelen", "maatregellen")})
    look = look_at(tmp_path)
    mending = propose(look, unsafe=False)
    (tmp_path / KAART).write_bytes((tmp_path / KAART).read_bytes() + b"# van een ander\n")
    theirs = (tmp_path / KAART).read_bytes()
    fixed = save(mending, look)
    assert (tmp_path / KAART).read_bytes() == theirs
    assert [item.message for item in fixed.unwritten] == [
        f"{(tmp_path / KAART)} is niet verbeterd: iemand heeft het bestand intussen opgeslagen."
    ]
    assert fixed.written == ((tmp_path / "plan.yaml").as_posix(),)
    assert {problem.file for problem in fixed.result.problems} == {(tmp_path / KAART).as_posix()}
    assert "1 ding verbeterd, in 1 bestand" in told_after(fixed)


def test_a_file_with_two_names_is_not_parted_and_the_others_are_mended(tmp_path: Path) -> None:
    changes = {"gemeente.yaml": ("naam: Dor", "nam: Dor"), "plan.yaml": ("maatregelen", "maatregellen")}
    make_dossier(tmp_path / "d", changes)
    before = contents(tmp_path / "d")
    try:
        (tmp_path / "tweede.yaml").hardlink_to(tmp_path / "d" / "plan.yaml")
    except OSError:
        pytest.skip("no second names here")
    fixed = mend(tmp_path / "d")
    assert contents(tmp_path / "d")["plan.yaml"] == before["plan.yaml"]
    assert (tmp_path / "tweede.yaml").samefile(tmp_path / "d" / "plan.yaml")
    assert [Path(name).name for name in fixed.written] == ["gemeente.yaml"]
    assert "nog een andere naam" in fixed.unwritten[0].message


def test_a_read_only_file_stays_and_the_others_are_mended(tmp_path: Path) -> None:
    changes = {KAART: ("aanbod: K", "anbod: K"), "gemeente.yaml": ("naam: Dor", "nam: Dor")}
    make_dossier(tmp_path, {**changes, "plan.yaml": ("maatregelen", "maatregellen")})
    before = contents(tmp_path)
    (tmp_path / "plan.yaml").chmod(0o444)
    fixed = mend(tmp_path)
    after = contents(tmp_path)
    assert after["plan.yaml"] == before["plan.yaml"]
    assert [Path(name).name for name in fixed.written] == ["gemeente.yaml", KAART]
    assert b"\n    aanbod: K" in after[KAART]
    assert "alleen-lezen" in fixed.unwritten[0].message
    assert [problem.code for problem in fixed.result.problems] == ["YAML020"]


def test_a_dossier_where_somebody_is_at_work_is_left_alone(tmp_path: Path) -> None:
    make_dossier(tmp_path, {KAART: ("aanbod: K", "anbod: K")})
    look = look_at(tmp_path)
    mending = propose(look, unsafe=False)
    with disk.lock(tmp_path):
        fixed = save(mending, look)
    assert fixed.written == ()
    assert "andere opdracht van psoh" in fixed.unwritten[0].message
    assert save(mending, look).written != ()


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    make_dossier(tmp_path / "a" / "d", {KAART: ("aanbod: K", "anbod: K")})
    kaart = tmp_path / "a" / "d" / KAART
    elsewhere = tmp_path / "elders.yaml"
    look = look_at(kaart.parent)
    mending = propose(look, unsafe=False)
    assert [Path(file.name).name for file in mending.files] == [KAART]
    elsewhere.write_bytes(kaart.read_bytes())
    theirs = elsewhere.read_bytes()
    kaart.unlink()
    kaart.symlink_to(elsewhere)
    fixed = save(mending, look)
    assert elsewhere.read_bytes() == theirs
    assert "koppeling naar een plek buiten het dossier" in fixed.unwritten[0].message
    assert mend(kaart.parent).written == ()


def test_a_link_inside_the_dossier_stays_a_link(tmp_path: Path) -> None:
    make_dossier(tmp_path / "d", {KAART: ("aanbod: K", "anbod: K")})
    kaart, real = tmp_path / "d" / KAART, tmp_path / "d" / "kaart.txt"
    kaart.rename(real)
    kaart.symlink_to(real)
    mend(tmp_path / "d")
    assert kaart.is_symlink()
    assert b"    aanbod: K" in real.read_bytes()


def test_only_the_files_that_were_named_are_mended(tmp_path: Path) -> None:
    make_dossier(tmp_path, {KAART: ("aanbod: K", "anbod: K"), "plan.yaml": ("maatregelen", "maatregellen")})
    before = contents(tmp_path)
    fixed = mend(tmp_path / "plan.yaml")
    after = contents(tmp_path)
    assert after["plan.yaml"] == before["plan.yaml"].replace(b"maatregellen", b"maatregelen")
    assert after[KAART] == before[KAART]
    assert fixed.written == ((tmp_path / "plan.yaml").as_posix(),)


def test_a_kaart_of_two_dossiers_is_mended_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        make_dossier(
            tmp_path / name, {"gemeente.yaml": ("horizon:", "kaarten: [../regio/kaart.yaml]\nhorizon:")}
        )
        (tmp_path / name / KAART).unlink()
    make_dossier(tmp_path / "regio", {KAART: ("aanbod: K", "anbod: K")})
    shared = tmp_path / "regio" / "kaart.yaml"
    (tmp_path / "regio" / KAART).rename(shared)
    (tmp_path / "regio" / "gemeente.yaml").unlink()
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    found = look_at(Path("a"), tmp_path / "b")()
    assert len({problem.file for problem in found.problems}) == 2  # one file, and it has two names
    fixed = mend(Path("a"), tmp_path / "b")
    assert fixed.result.problems == ()
    assert fixed.unwritten == ()
    assert b"\n    aanbod: K" in shared.read_bytes()
    assert len(fixed.written) == 1


def test_what_shows_only_afterwards_is_mended_in_a_next_round(tmp_path: Path) -> None:
    make_dossier(
        tmp_path,
        {
            KAART: (
                "organisatie: buurthuis\n    naam: Inloop\n    aanbod",
                "organisatie: buurthuis\n    naam: Inloop\n    anbod",
            )
        },
    )
    text = (tmp_path / KAART).read_text(encoding="utf-8").replace("diensten:", "dienstn:")
    (tmp_path / KAART).write_text(
        text.replace("anbod: K", "tolkinzet: Onbekend\n    anbod: K"), encoding="utf-8"
    )
    mending = propose(look_at(tmp_path), unsafe=False)
    assert mending.result.problems == ()
    assert len(mending.mended) == 3


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_the_line_for_editors_comes_at_the_top_with_the_line_end_of_the_file(
    tmp_path: Path, newline: str, bom: bytes
) -> None:
    make_dossier(tmp_path)
    (tmp_path / "schema").mkdir()
    for kind in ("gemeente", "interview"):
        (tmp_path / "schema" / f"{kind}.schema.json").write_text("{}", encoding="utf-8")
    for path in tmp_path.rglob("*.yaml"):
        path.write_bytes(bom + path.read_bytes().replace(b"\n", newline.encode()))
    before = contents(tmp_path)
    fixed = mend(tmp_path)
    assert [problem.code for problem in fixed.mending.before.problems] == ["YAML040", "YAML040"]
    line = f"# yaml-language-server: $schema=schema/gemeente.schema.json{newline}".encode()
    after = contents(tmp_path)
    assert after["gemeente.yaml"] == bom + line + before["gemeente.yaml"].removeprefix(bom)
    interview = "interviews/beleidsadviseur.yaml"
    assert after[interview].startswith(bom + line.replace(b"schema/gemeente", b"../schema/interview"))
    assert {name: after[name] for name in (KAART, "plan.yaml")} == {
        name: before[name] for name in (KAART, "plan.yaml")
    }
    assert fixed.result.problems == ()
