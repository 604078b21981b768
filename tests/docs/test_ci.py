"""The examples for CI and hooks: shown as they are, known to psoh, and nothing found in them by the linters here."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # it ships no types
from tests.conftest import missing
from tests.docs.reading import broken_links, command_lines, misunderstood
from tests.rules.examples import contents, lay

from psoh_cli import app
from psoh_cli.checking.output_names import NAMES
from psoh_cli.commands import clock

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / "docs" / "ci"
PAGE = ROOT / "docs" / "ci.md"
EXAMPLES = sorted(CI.iterdir())
WORKFLOWS = sorted(CI.glob("github-*.yml"))
BASIS = ROOT / "tests" / "rules" / "_basis"
HOOKS = ROOT / ".pre-commit-hooks.yaml"


def scripts_of(path: Path) -> str:
    """Give what an example runs, as the text of a block."""
    found = re.findall(r"^\s*(?:- |run: |entry: |- run: )?(psoh .*)$", path.read_text("utf-8"), re.MULTILINE)
    return "```\n" + "\n".join(found) + "\n```"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_page_shows_each_example_as_it_is(path: Path) -> None:
    page = PAGE.read_text("utf-8")
    assert f"```yaml\n{path.read_text('utf-8')}```\n" in page
    assert f"(ci/{path.name})" in page
    assert broken_links(PAGE) == []


@pytest.mark.parametrize("path", [PAGE, HOOKS, *EXAMPLES], ids=lambda path: path.name)
def test_psoh_knows_every_command_line(path: Path) -> None:
    text = path.read_text("utf-8") if path == PAGE else scripts_of(path)
    lines = command_lines(text)
    assert lines or path.name == "pre-commit-config.yaml"
    assert {line: reason for line in lines if (reason := misunderstood(line))} == {}
    formats = [word for line in lines for word in re.findall(r"--format (\w+)", line)]
    assert set(formats) <= set(NAMES)


def every_line() -> list[str]:
    """Give each line of psoh on the page, in the examples and in the hooks, once."""
    texts = [PAGE.read_text("utf-8"), *(scripts_of(path) for path in (HOOKS, *EXAMPLES))]
    lines = [
        line
        for text in texts
        for line in command_lines(text)
        if line.startswith(("psoh check", "psoh schema"))
    ]
    return [line for line in dict.fromkeys(lines) if line != "psoh check"]


@pytest.mark.parametrize("place", ["here", "github"])
@pytest.mark.parametrize(("wrong", "code"), [(False, 0), (True, 1)], ids=["right", "wrong"])
@pytest.mark.parametrize("line", every_line())
def test_every_command_line_runs_as_it_stands(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: str,
    wrong: bool,
    code: int,
    place: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    if place == "github":
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "stap.md"))
        monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    lay(contents(BASIS), tmp_path / "dossiers" / "dordrecht")
    kaart = tmp_path / "dossiers" / "dordrecht" / "sociale-kaart.yaml"
    if wrong:
        kaart.write_text(
            kaart.read_text("utf-8").replace("ketenstappen: [", "ketenstappen: [iets, ", 1), "utf-8"
        )
    words = shlex.split(line)[1:]
    checks = words[0] == "check"
    assert app.run(words) == (code if checks else 0), capsys.readouterr().err
    shown = capsys.readouterr()
    named = {word.partition("=")[2] for word in words if "=" in word}
    made = {path.name for path in tmp_path.iterdir() if path.is_file()} - {"stap.md"}
    assert made == named
    assert all((tmp_path / name).stat().st_size for name in named)
    asked = [word for word in words if word in NAMES]
    on_github = place == "github" and set(asked) <= {"text"}
    if checks and wrong:
        assert ("\n::error " in f"\n{shown.out}") == (on_github or "github" in asked)
        assert (" fout KAART005 " in shown.out) == (not asked or "text" in asked)
    assert (tmp_path / "stap.md").exists() == (checks and place == "github")


def test_there_are_lines_to_run() -> None:
    assert len(every_line()) >= 6


def test_a_command_line_that_psoh_does_not_know_is_seen() -> None:
    assert "--formaat" in misunderstood(command_lines("```\npsoh check dossiers --formaat github\n```")[0])


def test_everything_is_pinned_and_may_do_no_more_than_it_needs() -> None:
    for path in WORKFLOWS:
        text = path.read_text("utf-8")
        used = re.findall(r"uses: (\S+)(.*)", text)
        assert [
            name for name, rest in used if not re.search(r"@[0-9a-f]{40}$", name) or " # v" not in rest
        ] == []
        workflow = yaml.safe_load(text)
        assert workflow["permissions"] == {}
        granted = [job["permissions"] for job in workflow["jobs"].values()]
        assert {right for rights in granted for right, level in rights.items() if level == "write"} <= {
            "security-events"
        }
        assert all("timeout-minutes" in job for job in workflow["jobs"].values())
    assert '--branch "$PSOH_VERSION"' in (CI / "gitlab-ci.yml").read_text("utf-8")


def test_the_hooks_fit_the_published_schema(shared: Path) -> None:
    schema = json.loads((shared / "standards" / "schemastore" / "pre-commit-hooks.json").read_text("utf-8"))
    hooks = yaml.safe_load(HOOKS.read_text("utf-8"))
    assert list(Draft7Validator(schema).iter_errors(hooks)) == []
    assert list(Draft7Validator(schema).iter_errors([{**hooks[0], "language": 3}]))


def test_the_hooks_look_at_the_files_of_a_dossier_only() -> None:
    for hook in yaml.safe_load(HOOKS.read_text("utf-8")):
        wanted = re.compile(hook["files"])
        assert hook["types"] == ["text"]  # YAML and TOML both are
        theirs = (
            "gemeente.yaml",
            "a/b/plan.yaml",
            "d/interviews/ggz-oost.yaml",
            "d/momenten/2026-11-21.yaml",
            "psoh.toml",
            "d/psoh.toml",
        )
        others = (
            "d/schema/plan.schema.json",
            "docker-compose.yaml",
            "mijnplan.yaml",
            "pyproject.toml",
            "templates/praktijken/kennis.yaml",
        )
        assert [name for name in theirs if not wanted.search(name)] == []
        assert [name for name in others if wanted.search(name)] == []


def run_module(module: str, *words: str) -> subprocess.CompletedProcess[str]:
    if importlib.util.find_spec(module) is None:
        missing(f"{module} is not installed: pip install {module.replace('_', '-')}")
    return subprocess.run([sys.executable, "-m", module, *words], capture_output=True, text=True, check=False)


@pytest.mark.conformance
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("github-actions.yml", ("--builtin-schema", "vendor.github-workflows")),
        ("github-actions.yml", ("--builtin-schema", "custom.github-workflows-require-timeout")),
        ("github-actions-windows.yml", ("--builtin-schema", "vendor.github-workflows")),
        ("gitlab-ci.yml", ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")),
    ],
)
def test_check_jsonschema_finds_nothing(name: str, words: tuple[str, ...]) -> None:
    said = run_module("check_jsonschema", *words, str(CI / name))
    assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.conformance
def test_check_jsonschema_sees_a_workflow_that_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(
        (CI / "github-actions.yml").read_text("utf-8").replace("runs-on:", "runs_on:"), encoding="utf-8"
    )
    assert (
        run_module("check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(wrong)).returncode
        == 1
    )


@pytest.mark.conformance
def test_pre_commit_takes_the_hooks_and_the_example() -> None:
    for words in (("validate-manifest", str(HOOKS)), ("validate-config", str(CI / "pre-commit-config.yaml"))):
        said = run_module("pre_commit", *words)
        assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.conformance
def test_yamllint_finds_nothing() -> None:
    rules = (
        "{extends: default, rules: {line-length: {max: 140}, truthy: {check-keys: false}, document-start: disable, "
        "comments: {min-spaces-from-content: 1}}}"
    )
    said = run_module("yamllint", "--strict", "-d", rules, str(CI), str(HOOKS))
    assert said.returncode == 0, said.stdout


@pytest.mark.conformance
def test_zizmor_finds_nothing_in_the_workflows(tmp_path: Path) -> None:
    beside = Path(sys.executable).parent / "zizmor"
    program = str(beside) if beside.exists() else shutil.which("zizmor")
    if program is None:
        missing("zizmor is not installed: pip install zizmor")
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for path in WORKFLOWS:
        shutil.copy(path, folder)
    said = subprocess.run(
        [program, "--offline", "--persona=pedantic", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr
