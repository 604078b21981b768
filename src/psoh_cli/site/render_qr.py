"""The QR code of a poster, as a drawing inside the page."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

_MODULE, _QUIET_ZONE = 1, 4


@lru_cache(maxsize=10_000)
def qr_code(address: str, *, label: str) -> Markup:
    """Draw the code that leads to an address; `label` says so to who cannot see it."""
    import segno

    code = segno.make(address, error="m", micro=False)
    width, height = code.symbol_size(scale=_MODULE, border=_QUIET_ZONE)
    drawing = code.svg_inline(omitsize=True, border=_QUIET_ZONE, svgclass=None, lineclass=None)
    path = drawing[drawing.index("<path") :]
    head = Markup('<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {} {}">').format(
        label, width, height
    )
    white = Markup('<path fill="#fff" d="M0 0h{0}v{1}H0z"/>').format(width, height)
    return head + white + Markup(path)  # noqa: S704  (made by segno from numbers alone)
