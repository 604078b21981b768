"""Half a line that was deleted: a word that begins the name of a field, and nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import BaseModel, ValidationError

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_events import parse
from psoh_cli.files.yaml_match import keys_at, resolve
from psoh_cli.files.yaml_nodes import Parsed, find
from psoh_cli.files.yaml_trial import Trial
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.typos import Sureness, meant_by

_WORD = re.compile(r"(?P<lead> *(?:- +)*)(?P<word>[A-Za-z_][\w-]{1,40}) *$")
_MOST_LINES = 4
_SOMETHING = "x"


def half_a_field(trial: Trial, numbers: Sequence[int], *, file: str) -> Problem | None:
    """Find a word alone on its line that can only be the name of a field, not written out."""
    alone = [(number, match) for number in numbers if (match := _WORD.match(trial.lines[number - 1]))]
    for number, match in alone[:_MOST_LINES]:
        lines = list(trial.lines)
        lines[number - 1] = f"{match['lead']}{match['word']}: {_SOMETHING}"
        parsed = parse("\n".join(lines), name="")
        meant = meant_keys(
            match["word"], _known_beside(parsed, match["word"], line=number, model=trial.model)
        )
        if meant:
            return problem_of(
                codes.NO_COLON,
                f"'{match['word']}' is geen heel veld: een deel van de regel is weg",
                file=file,
                place=(number, match.start("word") + 1),
                end=(number, match.end("word") + 1),
                hint=ask_for(meant),
            )
    return None


def meant_keys(word: str, free: Sequence[str]) -> list[str]:
    """Give the fields that a word begins, or else the one it is a slip for; none when it is a field itself."""
    if word in free:
        return []
    begun = [key for key in free if key.startswith(word.casefold())]
    near = meant_by(word, free) if not begun else None
    return begun or ([near.word] if near and near.sureness >= Sureness.TYPO else [])


def ask_for(meant: Sequence[str]) -> str:
    """Ask which field was meant, and say how to write it."""
    which = " of ".join(f"'{key}'" for key in meant[:3])
    return f"Bedoelt u het veld {which}? Schrijf dan: {meant[0]}: …, met de waarde erachter."


def _known_beside(parsed: Parsed, word: str, *, line: int, model: type[BaseModel]) -> list[str]:
    """Give the fields that may stand where a word was read as one; none when it may be there itself."""
    if parsed.root is None:
        return []
    try:
        model.model_validate(parsed.plain(), by_alias=True, by_name=False)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            where = tuple(one["loc"])
            if one["type"] != "extra_forbidden" or where[-1] != word:
                continue
            path = resolve(parsed, where, given=one["input"])
            node, parent = find(parsed, path), find(parsed, path[:-1])
            if node is not None and parent is not None and node.key_place.line == line:
                return [key for key in keys_at(model, where[:-1]) if key not in parent.keys]
    return []
