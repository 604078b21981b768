"""What stood on disk stays whole, whatever happens while writing; and every failure says what to do."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from psoh_cli.errors import BusyError, PsohError, TooBigError, UnreadableError, UnwritableError
from psoh_cli.files import disk, disk_lock

Break = Callable[[pytest.MonkeyPatch], None]


def raising(error: OSError) -> Callable[..., Any]:
    def fail(*arguments: Any, **named: Any) -> Any:
        raise error

    return fail


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def full_at_write(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(disk.os, "fsync", raising(OSError(errno.ENOSPC, "No space left on device")))


def full_at_open(patch: pytest.MonkeyPatch) -> None:
    real = open

    def fail(path: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if "x" in mode:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, mode, *arguments, **named)

    patch.setattr("builtins.open", fail)


def no_permission(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(disk.os, "replace", raising(PermissionError(errno.EACCES, "Access is denied")))


def read_only(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(disk.os, "replace", raising(OSError(errno.EROFS, "Read-only file system")))


def broken_drive(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(disk.os, "replace", raising(OSError(errno.EIO, "Input/output error")))


@pytest.mark.parametrize(
    ("break_it", "says", "remedy"),
    [
        (full_at_write, "de schijf is vol", "Maak ruimte vrij"),
        (full_at_open, "de schijf is vol", "Maak ruimte vrij"),
        (no_permission, "staat open in een ander programma", "pdf-lezer"),
        (read_only, "alleen-lezen", "Kies een map"),
        (broken_drive, "EIO", "bereikbaar"),
    ],
)
def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, break_it: Break, says: str, remedy: str
) -> None:
    path = tmp_path / "gemeente.yaml"
    path.write_bytes(b"oud")
    with monkeypatch.context() as patch:
        break_it(patch)
        with pytest.raises(UnwritableError) as caught:
            disk.write_text(path, "nieuw")
    assert says in caught.value.message
    assert str(path) in caught.value.message
    assert remedy in caught.value.remedy
    assert path.read_bytes() == b"oud"
    assert names(tmp_path) == ["gemeente.yaml"]


def test_a_new_file_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full_at_write(monkeypatch)
    with pytest.raises(UnwritableError):
        disk.write_bytes(tmp_path / "rapport.pdf", b"%PDF")
    assert names(tmp_path) == []


def test_an_interruption_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"oud")

    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(disk.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        disk.write_text(path, "nieuw")
    assert path.read_bytes() == b"oud"
    assert names(tmp_path) == ["a.yaml"]


def test_a_folder_where_a_file_should_come_says_so(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").mkdir()
    with pytest.raises(UnwritableError, match="al een map"):
        disk.write_text(tmp_path / "plan.yaml", "a: b\n")
    assert names(tmp_path) == ["plan.yaml"]


def test_a_file_where_a_folder_should_be_says_so(tmp_path: Path) -> None:
    (tmp_path / "dossier").write_text("x", encoding="utf-8")
    with pytest.raises(UnwritableError, match="een bestand en geen map"):
        disk.write_text(tmp_path / "dossier" / "gemeente.yaml", "a: b\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write anywhere")
def test_a_folder_without_rights_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UnwritableError, match="u mag niet schrijven"):
        disk.write_text(tmp_path / "a.yaml", "x")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("name", ["a.yaml", "map met spaties/één/gemeente.yaml"])
def test_what_is_written_is_what_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    disk.write_text(path, "a: é\r\nb: 🙂\n")
    assert path.read_bytes() == "a: é\r\nb: 🙂\n".encode()
    assert disk.read_text(path) == "a: é\r\nb: 🙂\n"
    disk.write_text(path, "a\r\nb\n", newline="\r\n")
    assert path.read_bytes() == b"a\r\nb\r\n"
    assert names(path.parent) == [path.name]


def test_a_text_that_utf8_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="teken"):
        disk.write_text(tmp_path / "a.yaml", "a\ud800")
    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_rights_of_a_file_survive(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("oud", encoding="utf-8")
    path.chmod(0o640)
    disk.write_text(path, "nieuw")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_owner_and_group_survive_as_far_as_we_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"oud")
    about, given = path.stat(), []
    monkeypatch.setattr(os, "chown", lambda path, owner, group: given.append((owner, group)), raising=False)
    disk.write_bytes(path, b"nieuw")
    assert given == [(-1, about.st_gid), (about.st_uid, -1)]
    monkeypatch.setattr(os, "chown", raising(PermissionError(errno.EPERM, "not yours")), raising=False)
    disk.write_bytes(path, b"nieuwer")
    assert path.read_bytes() == b"nieuwer"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_of_somebody_else_stays_theirs(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"oud")
    os.chown(path, 1234, 2345)
    path.chmod(0o640)
    disk.write_bytes(path, b"nieuw")
    about = path.stat()
    assert (about.st_uid, about.st_gid, stat.S_IMODE(about.st_mode)) == (1234, 2345, 0o640)


def test_a_link_is_replaced_and_what_it_points_to_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "elders" / "echt.yaml", tmp_path / "link.yaml"
    real.parent.mkdir()
    real.write_text("oud", encoding="utf-8")
    real.chmod(0o600)
    link.symlink_to(real)
    disk.write_text(link, "nieuw")
    assert not link.is_symlink()
    assert link.read_text(encoding="utf-8") == "nieuw"
    assert real.read_text(encoding="utf-8") == "oud"
    assert names(real.parent) == ["echt.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_to_nowhere_is_replaced_too(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "weg" / "a.yaml")
    disk.write_text(link, "nieuw")
    assert not link.is_symlink()
    assert names(tmp_path) == ["link.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_temporary_name_cannot_be_laid_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else in the folder cannot guess the name, and if they did, nothing is written through it."""
    victim, seen = tmp_path / "elders.txt", []
    victim.write_text("oud", encoding="utf-8")
    real = open

    def opened(path: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if Path(path).suffix == ".psoh-tmp":
            seen.append(Path(path).name)
            Path(path).symlink_to(victim)
        return real(path, mode, *arguments, **named)

    for _ in range(2):
        with monkeypatch.context() as patch:
            patch.setattr("builtins.open", opened)
            with pytest.raises(UnwritableError):
                disk.write_text(tmp_path / "a.yaml", "nieuw")
    assert victim.read_text(encoding="utf-8") == "oud"
    assert len(set(seen)) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.timeout(20)
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.yaml")
    for path in (tmp_path / "pijp.yaml", Path(os.devnull)):
        with pytest.raises(UnreadableError, match="geen gewoon bestand") as caught:
            disk.read_text(path)
        assert "gewoon bestand" in caught.value.remedy


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.timeout(20)
def test_a_pipe_for_a_lock_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / disk_lock.LOCK_NAME)
    with pytest.raises(BusyError), disk.lock(tmp_path):
        pass


def test_a_file_that_is_too_big_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(disk.MAX_BYTES + 1)
    with pytest.raises(TooBigError, match=r"20\.000\.001 bytes"):
        disk.read_bytes(path)
    assert len(disk.read_bytes(path, limit=disk.MAX_BYTES + 1)) == disk.MAX_BYTES + 1
    path.write_bytes(b"123")
    with pytest.raises(TooBigError):
        disk.read_text(path, limit=2)
    assert disk.read_text(path, limit=3) == "123"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("naam: café\n".encode("cp1252"), "op regel 1"),
        ("a: b\nnaam: café\n".encode("latin-1"), "op regel 2"),
        ("naam: a\n".encode("utf-16"), "UTF-16"),
        ("naam: a\n".encode("utf-16-le"), "UTF-16"),
        ("naam: a\n".encode("utf-16-be"), "UTF-16"),
    ],
)
def test_a_wrong_encoding_says_how_to_save_it(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "gemeente.yaml"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        disk.read_text(path)
    assert says in caught.value.message
    assert "UTF-8" in caught.value.remedy
    assert caught.value.exit_code == 2


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n")
    assert disk.read_text(path) == "a: b\r\n"


def test_what_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("x", encoding="utf-8")

    def told(path: Path) -> str:
        with pytest.raises(UnreadableError) as caught:
            disk.read_text(path)
        assert caught.value.remedy
        return caught.value.message

    assert "bestaat niet" in told(tmp_path / "weg.yaml")
    assert "bestaat niet" in told(tmp_path / "a.yaml" / "b.yaml")
    assert "is een map" in told(tmp_path)
    assert "kan niet worden gelezen" in told(tmp_path / "a\0b")
    monkeypatch.setattr("builtins.open", raising(PermissionError(errno.EACCES, "Permission denied")))
    assert "mag" in told(tmp_path / "a.yaml")


# -------------------------------------------------------------------------------------------- lock


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    with disk.lock(tmp_path), pytest.raises(BusyError) as caught, disk.lock(tmp_path):
        pass
    assert disk_lock.LOCK_NAME in caught.value.remedy
    assert names(tmp_path) == []


def test_a_folder_is_free_again_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), disk.lock(tmp_path):
        raise RuntimeError
    with disk.lock(tmp_path):
        assert names(tmp_path) == [disk_lock.LOCK_NAME]
    assert names(tmp_path) == []


HOLD = """
import sys, time
from pathlib import Path
from psoh_cli.files import disk
with disk.lock(Path(sys.argv[1])):
    Path(sys.argv[1], f".gemeente.yaml.{__import__('os').getpid()}.0a1b.psoh-tmp").write_bytes(b"half")
    print("held", flush=True)
    time.sleep(60)
"""


def test_another_living_run_is_respected_and_a_killed_one_taken_over(tmp_path: Path) -> None:
    source = Path(disk.__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(source)},
    ) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline().strip() == b"held"
            with pytest.raises(BusyError), disk.lock(tmp_path):
                pass
        finally:
            other.kill()
            other.wait()
    assert len(names(tmp_path)) == 2
    with disk.lock(tmp_path):
        assert names(tmp_path) == [disk_lock.LOCK_NAME]
    assert names(tmp_path) == []


def test_a_lock_of_an_earlier_run_with_our_own_number_is_taken_over(tmp_path: Path) -> None:
    with disk.lock(tmp_path):
        content = (tmp_path / disk_lock.LOCK_NAME).read_bytes()
    (tmp_path / disk_lock.LOCK_NAME).write_bytes(content)
    with disk.lock(tmp_path):
        pass
    assert names(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"geen nummer", b"1 een-andere-computer\n", b"\xff\xfe"])
def test_a_lock_whose_owner_cannot_be_known_is_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / disk_lock.LOCK_NAME).write_bytes(content)
    with pytest.raises(BusyError, match="bezig"), disk.lock(tmp_path):
        pass
    assert (tmp_path / disk_lock.LOCK_NAME).read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"geen nummer", b"\xff\xfe", b"12"])
def test_an_old_lock_without_an_owner_is_taken_over(tmp_path: Path, content: bytes) -> None:
    lock = tmp_path / disk_lock.LOCK_NAME
    lock.write_bytes(content)
    before = time.time() - disk_lock.UNCLEAR_FOR - 10
    os.utime(lock, (before, before))
    with disk.lock(tmp_path):
        assert str(os.getpid()) in lock.read_text("utf-8")
    assert names(tmp_path) == []


def test_an_old_lock_of_another_computer_is_left_alone(tmp_path: Path) -> None:
    lock = tmp_path / disk_lock.LOCK_NAME
    lock.write_bytes(b"1 een-andere-computer\n")
    os.utime(lock, (0, 0))
    with pytest.raises(BusyError), disk.lock(tmp_path):
        pass


def test_a_new_lock_in_the_place_of_an_old_one_is_not_put_away(tmp_path: Path) -> None:
    lock = tmp_path / disk_lock.LOCK_NAME
    lock.write_bytes(b"")
    os.utime(lock, (0, 0))
    old = disk_lock._seen(lock)
    assert old is not None
    lock.unlink()
    lock.write_bytes(b"")  # another run was first, and is about to write its name
    assert not disk_lock._put_away(lock, seen=old)
    assert names(tmp_path) == [disk_lock.LOCK_NAME]


def half_a_lock(handle: int, data: bytes) -> int:
    return 0


@pytest.mark.parametrize("write", [raising(OSError(errno.ENOSPC, "No space left on device")), half_a_lock])
def test_a_full_disk_leaves_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[..., Any]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(disk_lock.os, "write", write)
        with pytest.raises(UnwritableError, match="schijf is vol"), disk.lock(tmp_path):
            pass
    assert names(tmp_path) == []
    with disk.lock(tmp_path):
        pass


def test_a_folder_that_cannot_be_locked_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PsohError, match="weg"), disk.lock(tmp_path / "weg"):
        pass
    monkeypatch.setattr(disk_lock.os, "open", raising(OSError(errno.EROFS, "Read-only file system")))
    with pytest.raises(UnwritableError, match="alleen-lezen"), disk.lock(tmp_path):
        pass
