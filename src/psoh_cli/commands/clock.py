"""The one place that asks the date and the time. Only commands ask; everything below is told."""

from __future__ import annotations

import time
from datetime import date


def today() -> date:
    """Give the date on the wall of whoever runs this."""
    return date.today()  # noqa: DTZ011  (a peildatum is a local day: people do not confirm a service in UTC)


def ticks() -> float:
    """Give seconds that only run on, to measure how long something takes."""
    return time.monotonic()
