"""The styles of an OpenDocument text that only one place needs: made when first asked for, and then shared."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from odfdo import Document as Text
from odfdo import Element, Style

_DRAWN = {"fo:border": "none", "fo:padding": "0mm"}
_BEHIND = {
    "style:wrap": "run-through", "style:run-through": "background", "style:horizontal-pos": "from-left",
    "style:horizontal-rel": "page", "style:vertical-pos": "from-top", "style:vertical-rel": "page",
}  # fmt: skip


@dataclass(slots=True)
class Automatic:
    """Gives styles their names, and adds each once, in the order in which they were needed."""

    text: Text
    known: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Add the styles that every text of ours has."""
        self.named("row", "table-row", {"fo:keep-together": "always"})
        self.named("contents", "section", {})
        self.named(
            "figure", "graphic", {**_DRAWN, "style:vertical-pos": "top", "style:vertical-rel": "baseline"}
        )
        self.named("band", "graphic", {**_DRAWN, **_BEHIND})
        ethiopic = {"fo:language": "zxx", "fo:country": "none", "style:font-name": "Noto Sans Ethiopic"}
        self.named("ethiopic", "text", ethiopic)
        self.named("rtl", "text", {"style:language-complex": "zxx", "style:country-complex": "none"})

    def named(
        self, name: str, family: str, properties: Mapping[str, str], *, parent: str = "", page: str = ""
    ) -> str:
        """Give the name of a style, which is added when there is none of that name."""
        if name not in self.known:
            style = Style(family, name=name, parent_style=parent or None, master_page=page or None)
            style.set_properties(properties)
            self.add(name, style)
        return name

    def like(
        self, letter: str, family: str, properties: Mapping[str, str], *, parent: str = "", page: str = ""
    ) -> str:
        """Give the name of a style with these properties, whoever asked for it first."""
        said = repr((family, sorted(properties.items()), parent, page))
        name = f"{letter}{hashlib.sha256(said.encode()).hexdigest()[:10]}"
        return self.named(name, family, properties, parent=parent, page=page)

    def add(self, name: str, style: Element) -> None:
        """Add a style made elsewhere, unless it is there already."""
        if name not in self.known:
            self.known.add(name)
            holder = self.text.content.get_element("//office:automatic-styles")
            if holder is not None:
                holder.append(style)
