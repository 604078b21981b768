"""Bring the label files that come with psoh in line with the Dutch: `python -m tests.site.labels_anew`.

The English keeps its translations; the other languages stay empty, since nobody here can check them.
"""

from __future__ import annotations

from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.site.texts import Counted
from psoh_cli.site.texts_files import ENGLISH, dutch_labels, empty_file, read_texts, shipped

FOLDER = templates_dir("site") / "teksten"


def in_order(language: str) -> str:
    """Give a file of ours as it should be."""
    if language != ENGLISH:
        return empty_file(language)
    known = read_texts(FOLDER / f"{ENGLISH}.yaml").labels
    filled = {
        key: entry.text.forms() if isinstance(entry.text, Counted) else entry.text
        for key in dutch_labels()
        if (entry := known.get(key)) and entry.text
    }
    return empty_file(ENGLISH, filled=filled)


if __name__ == "__main__":
    for code in shipped()[1:]:
        disk.write_text(FOLDER / f"{code}.yaml", in_order(code))
