"""The forms in which `check` can tell what it found; imports nothing, so that a command may ask for it at its top."""

from __future__ import annotations

TEXT = "text"

NAMES = {
    TEXT: "tekst",
    "json": "json",
    "github": "annotations",
    "gitlab": "codequality",
    "sarif": "code scanning",
    "junit": "xml",
    "rdjson": "reviewdog",
    "markdown": "md",
}
"""Every form, with the other word by which people look for it."""

HELP = (
    "Hoe de uitkomst wordt geschreven: text, json, github, gitlab, sarif, junit, rdjson of markdown. "
    "Met =BESTAND erachter komt die vorm in een bestand in plaats van op het scherm. Mag vaker."
)
