"""Drawn by LibreOffice, whole decks keep within their places, line for line as measured."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from adopting.templates import AWKWARD
from documents import CARE, PLAN, SAMPLES, SPEECH
from slidegen.pipeline import Conversion, convert
from slidegen.scene import Scene, TextItem
from slidegen.units import Length

SOFFICE = shutil.which("soffice")
CLOSING = "，。、；：！？）》】〉”’…,.;:!?)]"
OPENING = "（《【〈“‘(["
TEMPLATES = (
    *("dark", "gradient", "portrait", "keynote", "small", "tiny-body", "hidden-title"),
    "libreoffice",
)
TOLERANCE = 1.0
"""In points."""

pytestmark = [
    pytest.mark.render,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]


@dataclass(frozen=True)
class Drawn:
    character: str
    x: float
    """Where the pen stood: points from the left and from the top."""
    y: float


@dataclass(frozen=True)
class Page:
    scene: Scene
    conversion: Conversion
    characters: tuple[Drawn, ...]

    def lines(self) -> list[str]:
        """The characters on one baseline, from left to right."""
        rows: dict[int, list[Drawn]] = defaultdict(list)
        for drawn in self.characters:
            rows[round(drawn.y)].append(drawn)
        return [
            "".join(d.character for d in sorted(row, key=lambda d: d.x))
            for _, row in sorted(rows.items())
        ]


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> list[Page]:
    """All samples in both aspects, and in the templates of strangers; drawn in one call, which is
    much quicker than one each."""
    folder = tmp_path_factory.mktemp("drawn")
    decks = {
        f"{source.stem}-{aspect.replace(':', 'x')}": convert(source, aspect=aspect)
        for source in (*SAMPLES, SPEECH, CARE, PLAN)
        for aspect in ("16:9", "4:3")
    }
    for template in TEMPLATES:
        path = folder / f"{template}.potx"
        path.write_bytes(AWKWARD[template]())
        for source in (SPEECH, CARE):
            decks[f"{source.stem}-{template}"] = convert(source, template=path)
    files = [conversion.save(folder / f"{name}.pptx") for name, conversion in decks.items()]
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", folder, *files),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return [page for name, conversion in decks.items() for page in drawn(folder, name, conversion)]


def drawn(folder: Path, name: str, conversion: Conversion) -> Iterator[Page]:
    pdf = pypdfium2.PdfDocument(folder / f"{name}.pdf")
    scenes = conversion.stages.scenes.scenes
    assert len(pdf) == len(scenes)
    for scene, page in zip(scenes, pdf, strict=True):
        yield Page(scene, conversion, tuple(characters(page)))


def characters(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    text, raw = page.get_textpage(), pypdfium2.raw
    for index in range(text.count_chars()):
        # PDFium takes a hyphen at the end of a line for one that is not the text's.
        character = chr(raw.FPDFText_GetUnicode(text.raw, index)).replace("\x02", "-")
        if character.isspace() or not character.isprintable():
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        yield Drawn(character, x.value, page.get_height() - y.value)


def inside(page: Page, item: TextItem) -> list[Drawn]:
    area = item.area
    return [
        d
        for d in page.characters
        if area.left.pt - TOLERANCE <= d.x <= area.right.pt + TOLERANCE
        and area.top.pt <= d.y <= area.bottom.pt + TOLERANCE
    ]


def text_items(page: Page) -> Iterator[TextItem]:
    return (item for item in page.scene.items if isinstance(item, TextItem))


def name(page: Page) -> str:
    theme = page.conversion.stages.theme
    return f"{theme.name} {theme.aspect} {page.scene.title}"


def test_every_character_is_drawn_within_its_place(pages: list[Page]) -> None:
    for page in pages:
        for item in text_items(page):
            wanted = [c for p in item.paragraphs for c in p.text if not c.isspace()]
            found = [d.character for d in inside(page, item)]

            missing = [c for c in set(wanted) if wanted.count(c) > found.count(c)]
            assert not missing, (name(page), item.slot)


def test_a_title_takes_the_lines_that_were_measured(pages: list[Page]) -> None:
    for page in pages:
        title = next(item for item in text_items(page) if item.slot == "title")
        measured = sum(p.text.count("\n") + 1 for p in title.paragraphs)

        assert len({round(d.y) for d in inside(page, title)}) == measured, name(page)


def test_no_line_begins_or_ends_with_a_mark_that_may_not_stand_there(pages: list[Page]) -> None:
    for page in pages:
        for line in page.lines():
            assert line[0] not in CLOSING, (name(page), line)
            assert line[-1] not in OPENING, (name(page), line)


def test_nothing_is_drawn_below_the_foot_of_the_page(pages: list[Page]) -> None:
    for page in pages:
        safe = page.conversion.stages.theme.safe_area
        lowest = max((Length.points(d.y) for d in page.characters), default=safe.top)

        assert lowest <= safe.bottom, name(page)
