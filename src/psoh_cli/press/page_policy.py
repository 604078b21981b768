"""What a page that is one file may do: run and dress itself with what is in it, and nothing else."""

from __future__ import annotations

import base64
import hashlib


def policy(*, style: str, script: str = "") -> str:
    """Write the content security policy that names one style, and one script where there is one, by its hash."""
    parts = ["default-src 'none'", f"style-src {_named(style)}"]
    if script:
        parts.append(f"script-src {_named(script)}")
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def as_hashed(text: str) -> str:
    """Write a style or script with the line ends that a browser takes its hash of."""
    return "\n".join(text.splitlines())


def _named(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
