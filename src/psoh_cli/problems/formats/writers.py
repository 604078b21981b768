"""Every format a machine reads, with the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from psoh_cli.problems.formats.as_github import as_github
from psoh_cli.problems.formats.as_gitlab import as_gitlab
from psoh_cli.problems.formats.as_json import as_json
from psoh_cli.problems.formats.as_junit import as_junit
from psoh_cli.problems.formats.as_markdown import as_markdown
from psoh_cli.problems.formats.as_rdjson import as_rdjson
from psoh_cli.problems.formats.as_sarif import as_sarif
from psoh_cli.problems.report import Report

Writer: TypeAlias = Callable[[Report], str]
"""Gives the whole text: sorted, ending with one newline, or empty when there is nothing to say."""

WRITERS: dict[str, Writer] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
    "rdjson": as_rdjson,
    "markdown": as_markdown,
}
