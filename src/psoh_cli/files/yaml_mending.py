"""What psoh can put right itself of a value or a key that a model refuses: a Fix, in the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection

from psoh_cli.dutch import slug
from psoh_cli.files.yaml_nodes import Parsed, Path, find, key_written_at, written_at
from psoh_cli.model import SLUG_PATTERN
from psoh_cli.problems.fix import Fix, Written
from psoh_cli.problems.pieces import loses
from psoh_cli.problems.refused import RefusedError
from psoh_cli.problems.rewriting import rewritten
from psoh_cli.problems.typos import Sureness, meant_by


def mend_of(raised: object, *, path: Path, parsed: Parsed) -> Fix | None:
    """Write what the validator that refused a value gives in its place."""
    if not isinstance(raised, RefusedError):
        return None
    text = raised.mend() if callable(raised.mend) else raised.mend
    return _written(written_at(parsed, path), text, is_safe=raised.is_safe) if text else None


_MOST_FIELDS = 100
"""Among more fields than anybody writes in one place, no typo is looked for."""


def known_key(parsed: Parsed, path: Path, *, known: Collection[str]) -> Fix | None:
    """Give an unknown key the name of the one known key that was meant.

    It is safe when no other is near. Nothing is done when the right key is there already, or two could become it.
    """
    meant = meant_by(str(path[-1]), known) if path else None
    parent = find(parsed, path[:-1])
    if meant is None or parent is None or parent.child(meant.word) is not None:
        return None
    if not isinstance(parent.value, dict) or len(parent.value) > _MOST_FIELDS:
        return None
    others = [key for key in parent.value if key != path[-1] and key not in known]
    if any(other.word == meant.word for key in others if (other := meant_by(key, known))):
        return None
    return _written(key_written_at(parsed, path), meant.word, is_safe=meant.sureness >= Sureness.TYPO)


def known_word(parsed: Parsed, path: Path, *, known: Collection[str]) -> Fix | None:
    """Write the one word of a list that was meant; it is safe when the letters are the same, and a typo is not."""
    stands = written_at(parsed, path)
    node = find(parsed, path)
    if stands is None or node is None or not isinstance(node.value, str):
        return None
    meant = meant_by(node.value, known)
    if meant is not None and loses(node.value, (meant.word,), lambda piece: _one_of(piece, known)):
        return None
    return _written(stands, meant.word, is_safe=meant.sureness == Sureness.SPELLING) if meant else None


def _one_of(piece: str, known: Collection[str]) -> str:
    """Give the word of a list that a piece of text is, capitals and accents aside; empty when it is none."""
    meant = meant_by(piece, known)
    return meant.word if meant is not None and meant.sureness == Sureness.SPELLING else ""


def as_id(parsed: Parsed, path: Path, *, given: object) -> Fix | None:
    """Write an id in small letters and hyphens. Never safe: what refers to it has to change as well."""
    text = slug(given) if isinstance(given, str) else ""
    if not re.fullmatch(SLUG_PATTERN, text):
        return None
    return _written(written_at(parsed, path), text, is_safe=False)


def _written(stands: Written | None, text: str, *, is_safe: bool) -> Fix | None:
    edit = rewritten(stands, text) if stands else None
    return Fix(edits=(edit,), does=f"schrijf {text}", is_safe=is_safe) if edit else None
