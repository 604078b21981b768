"""A fresh dossier: whole or not at all, the same everywhere, and nothing outside its place."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from psoh_cli.dossier import scaffold
from psoh_cli.dossier.dossier_files import read_files
from psoh_cli.dossier.scaffold import check_target, create_dossier, find_gemeente
from psoh_cli.dossier.schemas import KINDS
from psoh_cli.errors import PsohError, UnreadableError, UnwritableError, WrongUseError
from psoh_cli.files import yaml_file
from psoh_cli.files.templates import templates_dir
from psoh_cli.files.versioned_file import FORMAT_VERSION
from psoh_cli.gemeente.gemeente import Gemeente, Registered
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.plan.plan import PlanFile
from psoh_cli.practices.practice_files import read_catalogue

FILES = {
    ".gitignore",
    "LEESMIJ.md",
    "gemeente.yaml",
    "interviews/LEESMIJ.md",
    "plan.yaml",
    "sociale-kaart.yaml",
    *(f"schema/{kind}.schema.json" for kind in KINDS),
}


def _make(target: Path, name: str = "Dordrecht") -> Path:
    create_dossier(target, gemeente=find_gemeente(read_register(), name), knowledge_version="2026.1")
    return target


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_dossier_has_every_file_and_says_what_it_should(tmp_path: Path) -> None:
    folder = _make(tmp_path / "dordrecht")
    assert set(_tree(folder)) == FILES
    files = read_files(folder)
    gemeente = files.gemeente.value
    assert gemeente is not None
    assert (gemeente.code, gemeente.name, gemeente.province) == ("GM0505", "Dordrecht", "Zuid-Holland")
    assert (gemeente.format, gemeente.knowledge_version) == (FORMAT_VERSION, "2026.1")
    assert gemeente.region is not None
    assert gemeente.region.ggd == read_register().by_code["GM0505"].ggd
    (kaart,) = files.kaarten
    assert kaart.value is not None
    assert (kaart.value.organizations, kaart.value.services, kaart.value.complete) == ((), (), ())
    assert files.plan is not None
    assert files.plan.value is not None
    assert files.plan.value.entries == ()
    assert [problem for file in files.all() for problem in file.problems] == []


def test_what_is_not_known_is_left_out_and_nothing_is_made_up(tmp_path: Path) -> None:
    gemeente = read_files(_make(tmp_path / "x")).gemeente.value
    assert gemeente is not None
    filled = set(gemeente.model_dump(exclude_defaults=True))
    assert filled == {"formaat", "kennisversie", "code", "naam", "provincie", "regio"}


@pytest.mark.slow
def test_every_odd_name_of_the_register_makes_a_dossier_that_reads_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    register = read_register()
    odd = {entry.name: entry for entry in register.existing if not re.fullmatch(r"[A-Za-z ]+", entry.name)}
    unknown_ggd = [entry for entry in register.existing if not entry.ggd][:1]
    chosen = [odd[name] for name in ("'s-Hertogenbosch", "Súdwest-Fryslân", "Bergen (NH)")]
    for entry in (*chosen, *unknown_ggd, *list(odd.values())[:4]):
        if not (tmp_path / entry.code).exists():
            create_dossier(tmp_path / entry.code, gemeente=entry, knowledge_version="2026.1")
        text = (tmp_path / entry.code / "gemeente.yaml").read_text(encoding="utf-8")
        value, problems = yaml_file.load(yaml_file.parse(text, name="gemeente.yaml"), Gemeente)
        assert value is not None, problems
        assert (value.code, value.name) == (entry.code, entry.name)
        assert "\\u" not in text


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "{{ 7 * 7 }}",
        "{% raw %}",
        "{{ cookiecutter.__class__.__mro__ }}",
        "naam: x #y",
        '\'s-Gravenhage "Den Haag" \\',
        "- [a, b]",
        "ja",
        "&anker *ster",
    ],
)
def test_a_name_is_never_executed_nor_taken_for_yaml(tmp_path: Path, name: str) -> None:
    entry = Registered(code="GM0001", name=name, province=name, ggd=name)
    create_dossier(tmp_path / "x", gemeente=entry, knowledge_version=name)
    gemeente = read_files(tmp_path / "x").gemeente.value
    assert gemeente is not None
    assert (gemeente.name, gemeente.province, gemeente.knowledge_version) == (name, name, name)
    assert gemeente.region is not None
    assert gemeente.region.ggd == name


def test_the_same_gemeente_gives_the_same_bytes(tmp_path: Path) -> None:
    assert _tree(_make(tmp_path / "a")) == _tree(_make(tmp_path / "b"))


def test_nothing_is_written_in_the_home_and_no_user_settings_leak_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".cookiecutterrc").write_text(
        'default_context:\n  map: "../../gelekt"\n  _naam: gelekt\n', encoding="utf-8"
    )
    before = _tree(home)
    for variable in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.setenv("COOKIECUTTER_CONFIG", str(home / ".cookiecutterrc"))
    folder = _make(tmp_path / "werk")
    assert _tree(home) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "werk"]
    assert b"gelekt" not in b"".join(_tree(folder).values())


def test_hooks_in_the_template_do_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = tmp_path / "sjabloon"
    shutil.copytree(templates_dir("dossier"), template)
    (template / "hooks").mkdir()
    for hook in ("pre_prompt.py", "pre_gen_project.py", "post_gen_project.py"):
        (template / "hooks" / hook).write_text(f"open({str(tmp_path / hook)!r}, 'w')", encoding="utf-8")
    monkeypatch.setattr(scaffold, "templates_dir", lambda kind: template)
    _make(tmp_path / "werk")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sjabloon", "werk"]


def test_a_template_that_somebody_broke_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "sjabloon"
    shutil.copytree(templates_dir("dossier"), template)
    broken = template / "{{ cookiecutter.map }}" / "gemeente.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("naam:", "naam"), encoding="utf-8")
    monkeypatch.setattr(scaffold, "templates_dir", lambda kind: template)
    with pytest.raises(PsohError, match=r"sjabloon .* klopt niet"):
        _make(tmp_path / "werk")
    assert not (tmp_path / "werk").exists()


# --- the place


@pytest.mark.parametrize("what", ["empty folder", "full folder", "file", "dead link"])
def test_what_exists_is_never_touched(tmp_path: Path, what: str) -> None:
    target = tmp_path / "bestaat"
    if what == "file":
        target.write_text("van iemand", encoding="utf-8")
    elif what == "dead link":
        target.symlink_to(tmp_path / "weg")
    else:
        target.mkdir()
    if what == "full folder":
        (target / "gemeente.yaml").write_text("van iemand", encoding="utf-8")
    before = sorted((path.name, path.is_file() and path.read_bytes()) for path in tmp_path.rglob("*"))
    with pytest.raises(WrongUseError, match="bestaat al"):
        _make(target)
    assert sorted((path.name, path.is_file() and path.read_bytes()) for path in tmp_path.rglob("*")) == before


def test_the_folder_around_it_must_exist_and_be_writable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadableError, match="bestaat niet"):
        check_target(tmp_path / "weg" / "dordrecht")

    def refuse(*arguments: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    with pytest.raises(UnwritableError, match="mag er niet schrijven"):
        check_target(tmp_path / "dordrecht")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UnwritableError):
        check_target(tmp_path / "dordrecht")


@pytest.mark.parametrize("failing", ["os.replace", "pathlib.Path.rename"])
def test_when_writing_fails_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def full(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(failing, full)
    with pytest.raises(UnwritableError) as caught:
        _make(tmp_path / "dordrecht")
    assert caught.value.message.startswith(f"{tmp_path / 'dordrecht'} is niet geschreven: de schijf is vol")
    assert "psoh-start" not in caught.value.message, "nobody knows our workshop"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["con", "NUL.txt", "a:b", "wat?", "einde.", " spatie", "x|y", "tab\tin"])
def test_a_name_that_windows_cannot_have_is_refused_with_a_better_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        check_target(tmp_path / name)
    assert "Kies bijvoorbeeld: " in caught.value.remedy


@pytest.mark.parametrize("name", ["mijn dossier", "Súdwest-Fryslân", "dossier 2026.1"])
def test_spaces_and_accents_in_a_name_are_fine(tmp_path: Path, name: str) -> None:
    assert (_make(tmp_path / name) / "gemeente.yaml").is_file()


# --- the gemeente


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dordrecht", "GM0505"),
        ("dordrecht", "GM0505"),
        ("GM0505", "GM0505"),
        ("gm0505", "GM0505"),
        ("0505", "GM0505"),
        ("Den Bosch", "GM0796"),
        ("s-hertogenbosch", "GM0796"),
        ("Sudwest Fryslan", "GM1900"),
        ("Bergen (NH)", "GM0373"),
        ("GM0893", "GM0893"),
    ],
)
def test_a_gemeente_is_found_by_name_or_code(text: str, code: str) -> None:
    assert find_gemeente(read_register(), text).code == code


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("Dordrcht", "staat niet in de landelijke lijst", "'Dordrecht'"),
        ("Xyzzy", "staat niet in de landelijke lijst", "GM en vier cijfers"),
        ("GM9999", "staat niet in de landelijke lijst", ""),
        ("Haarlemmerliede en Spaarnwoude", "tot en met 31 december 2018", "Haarlemmermeer (GM0394)"),
        ("GM0005", "Bedum bestaat niet meer", "Het Hogeland (GM1966)"),
        ("Bergen", "meer dan één gemeente 'Bergen'", "Bergen (NH) in Noord-Holland (GM0373)"),
    ],
)
def test_what_is_no_gemeente_is_told_with_what_was_meant(text: str, message: str, remedy: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        find_gemeente(read_register(), text)
    assert message in caught.value.message
    assert remedy in caught.value.remedy


# --- the examples in the comments

_COMMENTED = re.compile(r"# ( *(?:- )?[a-z_]+:.*| *- .*)")


def _uncommented(text: str) -> str:
    """Take the # and one space off every line of the examples."""
    lines = []
    inside = False
    for line in text.splitlines():
        if line == "#":
            inside = True
        elif not line.startswith("#"):
            inside = False
        match = _COMMENTED.fullmatch(line) if inside else None
        lines.append(match.group(1) if match else line)
    return "\n".join(lines) + "\n"


def test_the_examples_in_gemeente_yaml_hold_when_somebody_uses_them(tmp_path: Path) -> None:
    folder = _make(tmp_path / "x")
    text = _uncommented((folder / "gemeente.yaml").read_text(encoding="utf-8"))
    value, problems = yaml_file.load(yaml_file.parse(text, name="gemeente.yaml"), Gemeente)
    assert value is not None, problems
    unused = {name for name in Gemeente.model_fields if not getattr(value, name)}
    assert unused == {"example", "remark"}
    (folder / "gemeente.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("file", "model"), [("sociale-kaart.yaml", KaartFile), ("plan.yaml", PlanFile)])
def test_the_examples_in_the_other_files_hold_too(
    tmp_path: Path, file: str, model: type[KaartFile | PlanFile]
) -> None:
    text = _uncommented((_make(tmp_path / "x") / file).read_text(encoding="utf-8"))
    if file == "plan.yaml":
        text = text.replace("maatregelen: []\n", "")
        decision = re.search(r"((?:^ {4}.*\n)+)", text, re.MULTILINE)
        assert decision is not None
        text = text.replace(decision[0], "") + f"maatregelen:\n  - id: proef\n{decision[0]}"
    else:
        for key in ("organisaties", "diensten"):
            example = re.search(rf"((?:^  .*\n)+){key}: \[\]\n", text, re.MULTILINE)
            assert example is not None
            text = text.replace(example[0], f"{key}:\n{example[1]}")
    value, problems = yaml_file.load(yaml_file.parse(text, name=file), model)
    assert value is not None, problems
    if isinstance(value, KaartFile):
        assert (len(value.organizations), len(value.services), len(value.complete)) == (1, 1, 1)
        known, _ = read_catalogue()
        service = value.services[0]
        assert set(service.chain_steps) <= set(known.chain_step)
        assert value.organizations[0].partner_type in known.partner_type
        assert service.layer in {layer.id for layer in known.layers}
    else:
        assert value.entries[0].decision is not None


def test_the_template_holds_no_fact_about_one_gemeente() -> None:
    names = [entry.name for entry in read_register().existing if len(entry.name) > 4]
    for path in (path for path in templates_dir("dossier").rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)], path
