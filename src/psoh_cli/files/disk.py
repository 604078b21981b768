"""The only place that reads and writes files: whole, as UTF-8, and atomically."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from psoh_cli.errors import PsohError, TooBigError, UnreadableError, UnwritableError
from psoh_cli.files import decoding, disk_about, disk_held, disk_lock
from psoh_cli.one_line import on_one_line

MAX_BYTES = 20_000_000
"""How big a file may be that a person writes; nothing of ours comes near it."""

_TEMPORARY = "psoh-tmp"
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def read_bytes(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Read a whole file of at most `limit` bytes; raise UnreadableError with the remedy when that cannot be done.

    Only a plain file is read: a pipe or a device may never end. Raises TooBigError without reading.
    Where a view is held (`disk_held`), it gives what that view shows.
    """
    held = disk_held.current()
    if held is None:
        return _read_now(path, limit=limit)
    data = held.seen(path)
    if data is None:
        data = _read_now(path, limit=limit)
        held.keep(path, data)
    if len(data) > limit:
        raise _too_big(path, found=len(data), limit=limit)
    return data


def _read_now(path: Path, *, limit: int) -> bytes:
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise _special(path)
            if about.st_size > limit:
                raise _too_big(path, found=about.st_size, limit=limit)
            data = file.read(about.st_size + 1)
            if len(data) > about.st_size:  # it grew since
                data += file.read(limit + 1 - len(data))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error=error) from error
    if len(data) > limit:
        raise _too_big(path, found=len(data), limit=limit)
    return data


def read_text(path: Path, *, limit: int = MAX_BYTES) -> str:
    """Read a UTF-8 file, with or without byte order mark; newlines stay as they are."""
    return decoding.text_of(read_bytes(path, limit=limit), path=path)


def is_file(path: Path) -> bool:
    """Tell whether a file can be seen there; no rights to look counts as no."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Tell whether a folder can be seen there; no rights to look counts as no."""
    return os.path.isdir(path)


def real(path: Path) -> Path:
    """Give where a path leads to, through every link; of what cannot be followed, as far as it goes."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):  # a name that no file can have
        return path


def paths_in(folder: Path) -> tuple[Path, ...]:
    """List what a folder holds, by name; raise UnreadableError when that cannot be done."""
    try:
        return tuple(sorted(folder.iterdir(), key=lambda path: path.name))
    except NotADirectoryError as error:
        if disk_about.is_special(folder):
            raise _special(folder) from error
        raise UnreadableError(
            f"{folder} is een bestand en geen map.",
            remedy="Geef het bestand een andere naam, of haal het weg.",
        ) from error
    except PermissionError as error:
        raise UnreadableError(
            f"U mag niet in de map {folder} kijken.", remedy="Vraag de beheerder om leesrechten."
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(folder, error=error) from error


def write_text(path: Path, text: str, *, newline: str = "\n") -> None:
    """Write text as UTF-8, atomically.

    With the default `newline` line ends stay as they are; with another every line ends that way.
    """
    if newline != "\n":
        text = text.replace("\r\n", "\n").replace("\n", newline)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnwritableError(
            f"{path} is niet geschreven: de tekst bevat een teken dat niet als UTF-8 kan worden opgeslagen.",
            remedy="Haal het vreemde teken uit de tekst en probeer het opnieuw.",
        ) from error
    write_bytes(path, data)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file so that either the old or the new content stands there, never half of it.

    A link that stands there is replaced by the file; what it points to stays as it is.
    """
    try:
        folder = path.parent.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / path.name
        temporary = folder / f".{path.name}.{os.getpid()}.{secrets.token_hex(8)}.{_TEMPORARY}"
        try:
            _write_through(temporary, data=data)
            if target.exists() and not target.is_symlink():
                disk_about.keep_owner(temporary, of=target)
                shutil.copymode(target, temporary)
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except (OSError, ValueError, RuntimeError) as error:
        raise unwritable(path, error=error) from error
    _sync_folder(folder)


def is_read_only(path: Path) -> bool:
    """Tell whether somebody marked a file as not to be written; what cannot be looked at is not."""
    try:
        return not path.stat().st_mode & stat.S_IWUSR
    except (OSError, ValueError):
        return False


def is_inside(path: Path, *, folder: Path) -> bool:
    """Tell whether what a path leads to, through every link, lies in a folder; what cannot be followed does not."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a link that leads to itself
        return False


@contextmanager
def lock(folder: Path, *, file: Path | None = None) -> Iterator[None]:
    """Keep a second run out of a folder; raise BusyError when another one is at work there.

    A lock that a killed run left behind on this computer is taken over, with its temporary files.
    `file` is what is going to be written: where not even a lock can be, it names what was not written.
    """
    try:
        held = disk_lock.take(folder)
    except OSError as error:
        if isinstance(error, PermissionError):
            raise _closed_to_us(file or folder) from error
        raise unwritable(file or folder, error=error) from error
    if held.left_by is not None:
        _remove_leftovers(folder, process=held.left_by)
    try:
        yield
    finally:
        disk_lock.release(held)


def unwritable(path: Path, *, error: BaseException | None) -> PsohError:
    """Say in Dutch why something could not be written, with the remedy; `error` is what the system said."""
    number = getattr(error, "errno", None)
    if number in _FULL:
        return UnwritableError(
            f"{path} is niet geschreven: de schijf is vol. Wat er al stond, staat er nog.",
            remedy="Maak ruimte vrij en geef de opdracht opnieuw.",
        )
    if number == errno.EROFS:
        return UnwritableError(
            f"{path} is niet geschreven: deze schijf of map is alleen-lezen.",
            remedy="Kies een map waarin u mag schrijven, of kopieer het dossier daarheen.",
        )
    if isinstance(error, IsADirectoryError) or (is_folder(path) and not isinstance(error, PermissionError)):
        return UnwritableError(
            f"{path} is niet geschreven: er is al een map met deze naam.", remedy="Kies een andere naam."
        )
    if isinstance(error, PermissionError):
        return _not_allowed(path)
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return UnwritableError(
            f"{path} is niet geschreven: een deel van dit pad is een bestand en geen map.",
            remedy="Kies een andere map.",
        )
    if number == errno.ENAMETOOLONG:
        return UnwritableError(
            f"{_short(path)} is niet geschreven: de naam is te lang.", remedy="Kies een kortere naam."
        )
    return UnwritableError(
        f"{path} is niet geschreven ({_reason(error)}). Wat er al stond, staat er nog.",
        remedy="Controleer of de schijf of netwerkmap bereikbaar is.",
    )


def _open_without_waiting(path: str, flags: int) -> int:
    # Opening a pipe would wait for somebody who writes in it; a plain file takes no notice of the flag.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _write_through(path: Path, *, data: bytes) -> None:
    with open(path, "xb") as file:  # never into something that stands there, nor through a link
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder; some network drives refuse to sync one. The file itself is safe by then.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove_leftovers(folder: Path, *, process: int) -> None:
    for path in folder.rglob(f".*.{process}.*{_TEMPORARY}"):
        with suppress(OSError):
            path.unlink()


def _unreadable(path: Path, *, error: Exception) -> PsohError:
    if isinstance(error, FileNotFoundError):
        return UnreadableError(
            f"{path} bestaat niet.", remedy=on_one_line(f"Controleer de naam en de map ({path.parent}).")
        )
    if isinstance(error, IsADirectoryError) or is_folder(path):
        return UnreadableError(
            f"{path} is een map en geen bestand.", remedy="Geef de naam van een bestand in die map."
        )
    if isinstance(error, NotADirectoryError):
        return UnreadableError(
            f"{path} bestaat niet.", remedy=on_one_line(f"{path.parent} is een bestand en geen map.")
        )
    if isinstance(error, PermissionError):
        return UnreadableError(
            f"U mag {path} niet lezen.",
            remedy="Sluit het bestand als het in een ander programma open staat, of vraag de beheerder om leesrechten.",
        )
    number = getattr(error, "errno", None)
    if number == errno.ENAMETOOLONG:
        return UnreadableError(
            f"{_short(path)} kan niet worden gelezen: de naam is te lang.",
            remedy="Controleer de naam; een computer kent geen namen van meer dan 255 tekens.",
        )
    if number == errno.ELOOP:
        return circle(path)
    return UnreadableError(
        f"{path} kan niet worden gelezen ({_reason(error)}).",
        remedy="Controleer of de schijf of netwerkmap bereikbaar is.",
    )


def circle(path: Path) -> UnreadableError:
    """Say that a link leads to itself."""
    return UnreadableError(
        f"{path} kan niet worden gelezen: het is een koppeling die naar zichzelf leidt.",
        remedy="Haal de koppeling weg en zet daar het bestand of de map zelf.",
    )


def _special(path: Path) -> UnreadableError:
    return UnreadableError(
        f"{path} is geen gewoon bestand maar een apparaat of een doorgeefluik.",
        remedy="Zet de inhoud in een gewoon bestand en noem dat.",
    )


def _too_big(path: Path, *, found: int, limit: int) -> TooBigError:
    size = f"{found:,}".replace(",", ".")
    most = f"{limit:,}".replace(",", ".")
    return TooBigError(
        f"{path} is te groot ({size} bytes).",
        found=found,
        allowed=limit,
        remedy=f"psoh leest hoogstens {most} bytes. Is dit het bestand dat u bedoelt?",
    )


def _not_allowed(path: Path) -> PsohError:
    if is_file(path):
        return UnwritableError(
            f"{path} is niet geschreven: het bestand staat open in een ander programma, of u mag hier niet schrijven.",
            remedy="Sluit het bestand in het andere programma (bijvoorbeeld de pdf-lezer) en geef de opdracht opnieuw.",
        )
    return _closed_to_us(path)


def _closed_to_us(path: Path) -> PsohError:
    return UnwritableError(
        f"{path} is niet geschreven: u mag niet schrijven in deze map.",
        remedy="Kies een map waarin u mag schrijven, of vraag de beheerder om schrijfrechten.",
    )


def _short(path: Path) -> str:
    text = str(path)
    return text if len(text) <= 100 else f"{text[:97]}..."


def _reason(error: BaseException | None) -> str:
    number = getattr(error, "errno", None)
    return f"fout {errno.errorcode.get(number, number)}" if number else type(error).__name__
