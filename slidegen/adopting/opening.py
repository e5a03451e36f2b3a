"""A stranger's .pptx or .potx, opened within limits: its parts, in the transitional form.

What a document may not do, a template may not either: see `reading/limits.py`. A file with
macros opens without them; one that a password locks does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from slidegen.errors import SourceError, ThemeError
from slidegen.messages import Message
from slidegen.patterns import compiled
from slidegen.reading.archive import damaged, locked, open_archive
from slidegen.reading.compound import CompoundFile
from slidegen.reading.opening import open_source
from slidegen.reading.xml import BrokenXml, parse_xml
from slidegen.writing.markup import Element, qualified, serialised
from slidegen.writing.package import CONTENT_TYPES, OFFICE, Package, Part

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the container of old and of locked Office files begins ([MS-CFB])."""
ZIP = b"PK"
LOCKED_STREAM = "EncryptedPackage"
DECK_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MAIN_TYPE = compiled(r"(?:presentationml|powerpoint)\..*main\+xml$")
MACROS = "vbaProject"

STRICT = b"http://purl.oclc.org/ooxml/"
"""What the namespaces of strict Open XML (ISO/IEC 29500-1) begin with."""
TRANSITIONAL: Mapping[bytes, bytes] = {
    STRICT + strict: b"http://schemas.openxmlformats.org/" + transitional
    for strict, transitional in (
        (b"presentationml/main", b"presentationml/2006/main"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/chartDrawing", b"drawingml/2006/chartDrawing"),
        (b"drawingml/chart", b"drawingml/2006/chart"),
        (b"drawingml/diagram", b"drawingml/2006/diagram"),
        (b"drawingml/table", b"drawingml/2006/table"),
        (b"drawingml/ole", b"drawingml/2006/ole"),
        (b"drawingml/picture", b"drawingml/2006/picture"),
        (b"drawingml/lockedCanvas", b"drawingml/2006/lockedCanvas"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
        (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
        (b"officeDocument/docPropsVTypes", b"officeDocument/2006/docPropsVTypes"),
        (b"officeDocument/customXml", b"officeDocument/2006/customXml"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
    )
}
PERCENTAGE = compiled(r"(-?\d+(?:\.\d+)?)%")
UNIVERSAL = compiled(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)")
EMU = {"mm": 36_000, "cm": 360_000, "in": 914_400, "pt": 12_700, "pc": 152_400, "pi": 152_400}


class Opened(Struct, frozen=True):
    package: Package
    presentation: Part
    has_macros: bool
    is_strict: bool


def open_stranger(path: Path) -> Opened:
    """Raises ThemeError, with the way out, for a file that no deck can be made with."""
    with _as_theme_error(path):
        source = open_source(path)
        if source.data.startswith(COMPOUND):
            if LOCKED_STREAM in CompoundFile(source.data).names:
                raise locked()
            raise _no_template(path)
        if not source.data.startswith(ZIP):
            raise _no_template(path)
        archive = open_archive(source)
        if CONTENT_TYPES not in archive:
            raise _no_template(path)
        members = {
            name: archive.read(name) or b""
            for name in archive.members
            if name and not name.endswith("/")  # `is_dir` stumbles over an empty name
        }
        is_strict = any(STRICT in data for name, data in members.items() if _is_xml(name))
        if is_strict:
            members = {
                name: _transitional(data) if _is_xml(name) else data
                for name, data in members.items()
            }
        try:
            package = Package.of(members)
        except (etree.XMLSyntaxError, KeyError):
            raise damaged() from None
        _mend(package)
        presentation = package.parts.get(package.root.related("officeDocument") or "")
        if presentation is None or not MAIN_TYPE.search(presentation.content_type):
            raise _no_template(path)
        if etree.QName(root_of(presentation)).localname != "presentation":
            raise damaged()
    has_macros = presentation.related(MACROS) is not None or any(
        relation.kind.endswith(f"/{MACROS}") for relation in presentation.relations.values()
    )
    presentation.content_type = DECK_TYPE
    return Opened(package, presentation, has_macros, is_strict)


def root_of(part: Part) -> Element:
    """The root of an XML part, within limits. Raises SourceError."""
    try:
        return parse_xml(part.data)
    except BrokenXml:
        raise damaged() from None


@contextmanager
def _as_theme_error(path: Path) -> Iterator[None]:
    try:
        yield
    except SourceError as error:
        raise unusable(path, error.message, error.hint) from error


def unusable(path: Path, fact: Message, hint: Message) -> ThemeError:
    return ThemeError(
        Message(
            en=f"the template {path} cannot be used: {fact.en}",
            zh=f"模板 {path} 无法使用：{fact.zh}",
        ),
        hint,
    )


def _no_template(path: Path) -> ThemeError:
    return unusable(
        path,
        Message(en="it is no .pptx or .potx file", zh="它不是 .pptx 或 .potx 文件"),
        Message(
            en="open it in PowerPoint, WPS or Keynote and save or export it as .pptx",
            zh="请用 PowerPoint、WPS 或 Keynote 打开，另存（导出）为 .pptx 后再用",
        ),
    )


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _transitional(data: bytes) -> bytes:
    """A strict part under the other names, and with its measures in the other units."""
    if STRICT not in data:
        return data
    for strict, transitional in TRANSITIONAL.items():
        data = data.replace(strict, transitional)
    try:
        root = parse_xml(data)
    except BrokenXml:
        raise damaged() from None
    if "conformance" in root.attrib:
        del root.attrib["conformance"]
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if found := PERCENTAGE.fullmatch(str(value)):
                element.set(str(name), str(round(float(found[1]) * 1000)))
            elif (found := UNIVERSAL.fullmatch(str(value))) and name not in ("name", "descr"):
                element.set(str(name), str(round(float(found[1]) * EMU[found[2]])))
    return serialised(root)


def _mend(package: Package) -> None:
    """Relations lead to parts that are there: found under another spelling, or taken out with
    what points to them. PowerPoint would offer to repair the file else."""
    folded = {name.lower(): name for name in package.parts}
    for part in (package.root, *package.parts.values()):
        lost = []
        for key, relation in tuple(part.relations.items()):
            if relation.external or relation.target in package.parts:
                continue
            name = folded.get(unquote(relation.target).lower())
            if name is None:
                lost.append(key)
            else:
                part.redirect(key, name)
        cut(part, lost)


def cut(part: Part, keys: list[str]) -> None:
    """Take relations out of *part*, and the elements that need them."""
    for key in keys:
        part.unrelate(key)
    if not keys or not part.name or not _is_xml(part.name):
        return
    root = root_of(part)
    for element in tuple(root.iter(etree.Element)):
        named = [
            name
            for name, value in element.attrib.items()
            if str(name).startswith(f"{{{OFFICE.rstrip('/')}}}") and str(value) in keys
        ]
        parent = element.getparent()
        if named and element.tag == qualified("a:blip"):
            for name in named:
                del element.attrib[name]
        elif named and parent is not None:
            parent.remove(element)
    part.data = serialised(root)
