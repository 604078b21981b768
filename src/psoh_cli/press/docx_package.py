"""A .docx as the parts it is made of: read with every bound in place, written byte for byte the same."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import quoteattr

from psoh_cli.errors import PsohError, UnreadableError

MAIN = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

MOST_PARTS = 1000
MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first day a zip can hold: the same on every computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What one part says it needs: another part, or an address outside the file."""

    id: str
    kind: str
    """The last word of its type: `styles`, `image`, `hyperlink` ..."""
    target: str
    """The name of the part, or the address."""
    external: bool = False
    type: str = ""

    @property
    def whole_type(self) -> str:
        """The type as it stands in the file."""
        return self.type or f"{R}/{self.kind}"


@dataclass(slots=True)
class Package:
    """Parts by name, the content type of each, and what each needs; the package itself is the part ''."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[Relation]] = field(default_factory=dict)

    def add(self, name: str, content: bytes, *, type: str) -> None:  # noqa: A002  (its name in the format)
        """Put a part in, in place of one of that name."""
        self.parts[name] = content
        self.types[name] = type

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """Let a part need something, and give the id it is known by; what is needed already keeps its id."""
        known = self.relations.setdefault(source, [])
        for relation in known:
            if (relation.kind, relation.target, relation.external) == (kind, target, external):
                return relation.id
        taken = {relation.id for relation in known}
        count = len(known) + 1
        while f"rId{count}" in taken:
            count += 1
        known.append(
            Relation(id=f"rId{count}", kind=kind, target=target, external=external, type=_TYPES.get(kind, ""))
        )
        return f"rId{count}"


_TYPES = {"core-properties": f"{PACKAGE}/relationships/metadata/core-properties"}


def parse(data: bytes) -> Any:
    """Read XML of somebody else: nothing is fetched, nothing expands, and a document type is refused."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type")
    return root


def serialise(root: Any) -> bytes:
    """Write XML as it stands in a part."""
    from lxml import etree

    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def w(name: str) -> str:
    """Give the full name of an element or attribute of the format."""
    return f"{{{W}}}{name}"


def read(data: bytes) -> Package:
    """Read a package; raise UnreadableError when it is none, or bigger than anything we would use."""
    if len(data) > MOST_BYTES:
        raise _too_big()
    try:
        return _read(data)
    except PsohError:
        raise
    except Exception as error:  # a file of somebody else can break a reader in any way
        raise UnreadableError(
            "Het Word-bestand met de huisstijl kan niet worden gelezen: het is beschadigd of geen Word-bestand.",
            remedy="Open het in Word, kies 'Opslaan als' en bestandstype 'Word-document (.docx)', "
            "en gebruik dat bestand.",
        ) from error


def write(package: Package) -> bytes:
    """Write a package: parts in a fixed order, without a clock."""
    names = sorted(package.parts, key=lambda name: (name != MAIN, name))
    files = {"[Content_Types].xml": _content_types(package)}
    for source in ["", *names]:
        if package.relations.get(source):
            files[_relations_of(source)] = _relations(package.relations[source], source=source)
        if source:
            files[source] = package.parts[source]
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return into.getvalue()


def _read(data: bytes) -> Package:
    package = Package()
    left = MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise _too_big()
        for entry in entries:
            if entry.is_dir():
                continue
            with archive.open(entry) as stream:  # what an entry says of its own size may be a lie
                content = stream.read(left + 1)
            left -= len(content)
            if left < 0:
                raise _too_big()
            package.parts[entry.filename.lstrip("/")] = content
    types = parse(package.parts.pop("[Content_Types].xml"))
    by_ending = {
        node.get("Extension", "").lower(): node.get("ContentType", "")
        for node in types
        if node.tag.endswith("Default")
    }
    by_name = {
        node.get("PartName", "").lstrip("/"): node.get("ContentType", "")
        for node in types
        if node.tag.endswith("Override")
    }
    for name in [name for name in package.parts if name.endswith(".rels")]:
        folder, file = posixpath.split(name)
        source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        package.relations[source] = _read_relations(package.parts.pop(name), source=source)
    package.types = {
        name: by_name.get(name) or by_ending.get(name.rpartition(".")[2].lower(), "")
        for name in package.parts
    }
    return package


def _read_relations(data: bytes, *, source: str) -> list[Relation]:
    found = []
    for node in parse(data):
        external = node.get("TargetMode") == "External"
        target = node.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
        whole = node.get("Type", "")
        found.append(
            Relation(
                id=node.get("Id", ""),
                kind=whole.rpartition("/")[2],
                target=target,
                external=external,
                type=whole,
            )
        )
    return found


def _relations_of(source: str) -> str:
    folder, file = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relations(relations: list[Relation], *, source: str) -> bytes:
    lines = [
        f"<Relationship Id={quoteattr(relation.id)} Type={quoteattr(relation.whole_type)} "
        + (
            f'Target={quoteattr(relation.target)} TargetMode="External"/>'
            if relation.external
            else f"Target={quoteattr(_seen_from(source, target=relation.target))}/>"
        )
        for relation in relations
    ]
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'.encode()


def _seen_from(source: str, *, target: str) -> str:
    return posixpath.relpath(f"/{target}", f"/{posixpath.dirname(source)}")


def _content_types(package: Package) -> bytes:
    endings = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = []
    for name in sorted(package.parts):
        ending = name.rpartition(".")[2].lower()
        if (
            package.types[name].startswith("image/")
            and endings.setdefault(ending, package.types[name]) == package.types[name]
        ):
            continue
        overrides.append(
            f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(package.types[name])}/>"
        )
    defaults = [
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in sorted(endings.items())
    ]
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{"".join(defaults + overrides)}</Types>'.encode()


def _too_big() -> PsohError:
    return UnreadableError(
        "Het Word-bestand met de huisstijl is te groot: uitgepakt zit er meer in dan psoh leest.",
        remedy="Haal grote plaatjes en alle tekst uit het bestand; alleen stijlen, kop- en voettekst zijn nodig.",
    )
