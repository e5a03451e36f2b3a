"""Draw a deck's slides side by side: `python scripts/contact_sheet.py DECK.pptx OUT.png`.

LibreOffice turns the deck into a PDF, pypdfium2 draws it, Pillow puts the pages
together; so it shows what a free office program shows, not what we hope for.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

GAP = 16
"""Between pages and around them, in pixels."""
GROUND = "#FFFFFF"
EDGE = "#D0D0D0"
"""Round each page, since most pages are as light as the ground."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("deck", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--columns", type=int, default=3)
    parser.add_argument("--width", type=int, default=480, help="of one slide, in pixels")
    parser.add_argument("--slides", type=int, default=None, help="the first so many only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pdf = draw(asked.deck, Path(folder))
        sheet(pages(pdf, asked.width)[: asked.slides], asked.columns, asked.picture)


def draw(deck: Path, folder: Path) -> Path:
    """The deck as a PDF in *folder*."""
    # Two LibreOffices on one profile: the second gives up silently.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, deck]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    except FileNotFoundError:
        sys.exit("LibreOffice (soffice) is not installed; it draws the slides")
    pdf = folder / deck.with_suffix(".pdf").name
    if not pdf.exists():  # LibreOffice may fail with exit code 0
        sys.exit(f"LibreOffice could not draw {deck}")
    return pdf


def pages(pdf: Path, width: int) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    drawn = (page.render(scale=width / page.get_width()).to_pil() for page in document)
    return [ImageOps.expand(page, border=1, fill=EDGE) for page in drawn]


def sheet(slides: list[Image.Image], columns: int, picture: Path) -> None:
    wide = max(slide.width for slide in slides)
    high = max(slide.height for slide in slides)
    rows = -(-len(slides) // columns)
    size = (GAP + columns * (wide + GAP), GAP + rows * (high + GAP))
    whole = Image.new("RGB", size, GROUND)
    for index, slide in enumerate(slides):
        row, column = divmod(index, columns)
        whole.paste(slide, (GAP + column * (wide + GAP), GAP + row * (high + GAP)))
    picture.parent.mkdir(parents=True, exist_ok=True)
    whole.save(picture, optimize=True)


if __name__ == "__main__":
    main()
