"""The one place that asks the date. Only commands ask; everything below is told."""

from __future__ import annotations

from datetime import date


def today() -> date:
    """Give the date on the wall of whoever runs this."""
    return date.today()  # noqa: DTZ011  (a peildatum is a local day: people do not confirm a service in UTC)
