"""What psoh says of the examples of a code, with or without a verwacht.txt: `python -m tests.rules.place KAART012`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.rules.examples import RULES, all_examples, found_in, objections, shown


def told(code: str, *, rules: Path = RULES) -> tuple[list[str], bool]:
    """Say what psoh finds in each example of a code, and whether that is what the examples promise."""
    lines, is_right = [], True
    for example in [example for example in all_examples(rules) if example.code == code]:
        with tempfile.TemporaryDirectory() as workshop:
            problems = found_in(example, workshop=Path(workshop))
        lines.append(f"{code}/{example.folder.name}:")
        lines += [f"  {shown(problem)}" for problem in problems] or ["  psoh meldt niets"]
        wrong = objections(example, problems)
        lines += [f"  NIET GOED: {objection}" for objection in wrong]
        is_right = is_right and not wrong
    return lines or [f"geen map {rules.name}/{code}/fout of {code}/goed"], is_right and bool(lines)


def main(codes: list[str]) -> int:
    """Tell of every code asked for; 0 when all is as promised."""
    outcomes = [told(code.upper()) for code in codes]
    for lines, _ in outcomes:
        sys.stdout.write("\n".join(lines) + "\n")
    return 0 if outcomes and all(is_right for _, is_right in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
