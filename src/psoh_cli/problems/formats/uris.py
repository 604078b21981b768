"""A path as a URI: percent-encoded, with the drive letter of Windows in its place."""

from __future__ import annotations

import re

_DRIVE = re.compile(r"[A-Za-z]:/")
_KEPT = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@")
_HALF = re.compile("[\ud800-\udfff]")


def uri_of(path: str) -> str:
    """Give the URI of a path with forward slashes; one that is not complete stays relative."""
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{_encoded(path[2:])}"
    if path.startswith("//"):  # a server of Windows
        return f"file:{_encoded(path)}"
    if path.startswith("/"):
        return f"file://{_encoded(path)}"
    return _encoded(path)


def is_below(path: str) -> bool:
    """Tell whether a path stays below the folder it is seen from."""
    outside = path == ".." or path.startswith(("/", "../")) or _DRIVE.match(path)
    return not outside and "/../" not in f"{path}/"


def _encoded(path: str) -> str:
    return "".join(chr(byte) if byte in _KEPT else f"%{byte:02X}" for byte in _bytes(path))


def _bytes(path: str) -> bytes:
    """Give the bytes of a name; one that is not UTF-8 came in with surrogates for the bytes it has."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", path).encode("utf-8")
