"""Where psoh.toml is looked for, and what happens when it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from psoh_cli.policy.policy_file import MAX_BYTES, find_policy

TEXT = '[ernst]\nKAART004 = "tip"\n'


def put(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_one_holds(tmp_path: Path) -> None:
    folder = tmp_path / "regio" / "d"
    folder.mkdir(parents=True)
    assert find_policy(folder).policy.file == ""
    above = put(tmp_path / "regio" / "psoh.toml")
    assert find_policy(folder).policy.file == above.as_posix()
    own = put(folder / "psoh.toml")
    assert find_policy(folder).policy.file == own.as_posix()


def test_without_git_it_is_not_looked_for_above_the_folder_around_the_dossier(tmp_path: Path) -> None:
    put(tmp_path / "psoh.toml")
    folder = tmp_path / "a" / "b" / "d"
    folder.mkdir(parents=True)
    assert find_policy(folder).policy.file == ""
    assert find_policy(folder, within=tmp_path / "a").policy.file == ""
    assert find_policy(folder, within=tmp_path).policy.severities


def test_with_git_it_is_looked_for_up_to_the_root_and_no_further(tmp_path: Path) -> None:
    put(tmp_path / "psoh.toml")
    folder = tmp_path / "git" / "a" / "b" / "d"
    folder.mkdir(parents=True)
    (tmp_path / "git" / ".git").mkdir()
    assert find_policy(folder).policy.file == ""
    root = put(tmp_path / "git" / "psoh.toml")
    assert find_policy(folder).policy.file == root.as_posix()


def test_it_is_called_as_somebody_would_type_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "psoh.toml")
    (tmp_path / "d").mkdir()
    monkeypatch.chdir(tmp_path / "d")
    found = find_policy(Path())
    assert found.policy.file == "../psoh.toml"
    assert found.called("sociale-kaart.yaml") == "d/sociale-kaart.yaml"
    monkeypatch.chdir(tmp_path)
    assert find_policy(Path("d")).policy.file == "psoh.toml"
    assert find_policy(Path("d")).called("d/sociale-kaart.yaml") == "d/sociale-kaart.yaml"


def test_one_that_is_too_big_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    put(tmp_path / "psoh.toml", "#" * (MAX_BYTES + 1))
    (problem,) = find_policy(tmp_path).problems
    assert problem.code == "CONTROLE001"
    assert "te groot" in problem.message


@pytest.mark.parametrize("data", [b'[ernst]\nx = "co\xf6"\n', b"\xff\xfe[\0", b"\0\0\0\0"])
def test_one_in_another_encoding_cannot_be_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "psoh.toml").write_bytes(data)
    found = find_policy(tmp_path)
    assert len(found.unreadable) == 1
    assert found.unreadable[0].remedy
    assert (found.policy.exemptions, found.policy.severities) == ((), ())


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "psoh.toml").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert find_policy(tmp_path).problems == ()


def test_a_link_that_leads_out_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "git" / ".git").mkdir(parents=True)
    secret = put(tmp_path / "elders" / "geheim.toml", "wachtwoord = 1\n")
    try:
        (tmp_path / "git" / "psoh.toml").symlink_to(secret)
    except OSError:
        pytest.skip("no links here")
    found = find_policy(tmp_path / "git")
    assert found.problems == ()
    assert "koppeling" in found.unreadable[0].message


def test_a_folder_of_that_name_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "psoh.toml").mkdir()
    (error,) = find_policy(tmp_path).unreadable
    assert "is een map en geen bestand" in error.message


def test_without_git_it_is_looked_for_up_to_where_somebody_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "psoh.toml")
    folder = tmp_path / "a" / "b" / "d"
    folder.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    for path in (Path("a/b/d"), folder):
        assert find_policy(path).policy.severities
    assert find_policy(Path("a/b/d")).policy.file == "psoh.toml"
    monkeypatch.chdir(tmp_path / "a")
    assert find_policy(folder).policy.file == ""
    monkeypatch.chdir(folder)
    assert find_policy(Path()).policy.file == ""
    (tmp_path / "elders").mkdir()
    monkeypatch.chdir(tmp_path / "elders")
    assert find_policy(folder).policy.file == ""


def test_with_git_where_somebody_is_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "psoh.toml")
    folder = tmp_path / "git" / "a" / "d"
    folder.mkdir(parents=True)
    (tmp_path / "git" / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_policy(folder).policy.file == ""
