"""One document, saved in every format, has one outline and makes one deck.

Compared is all that a person sees. What has to differ does: the line, since a format
without lines counts blocks; the reason for which a line was taken for a heading, since
only some formats mark them; and where the document came from, of which no dump tells.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from documents.docx_writer import docx_of
from documents.original import BRIDGES, TREES, Original
from documents.saving import SAVED
from slidegen.pipeline import Conversion, convert
from slidegen.writing.outline_json import outline_as_json
from slidegen.writing.read_back import ReadSlide, read_back
from slidegen.writing.text import as_text

REFERENCE = "text in UTF-8"
SOFFICE = shutil.which("soffice")
PLACE = re.compile(r"\[\d+:\d+-\d+(?: \d+:\d+-\d+)*\] ")
DIFFERING = ("line", "reason")

each_original = pytest.mark.parametrize("original", [TREES, BRIDGES], ids=lambda o: o.name)
each_format = pytest.mark.parametrize("form", [form for form in SAVED if form != REFERENCE])


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("saved")


@cache
def converted(original: Original, form: str, folder: Path) -> Conversion:
    suffix, write = SAVED[form]
    inside = folder / form
    inside.mkdir(exist_ok=True)
    path = inside / f"{original.name}.{suffix}"
    path.write_bytes(write(original))
    return convert(path)


def outline(conversion: Conversion) -> Any:
    return _without_differing(outline_as_json(conversion.stages.outline))


def _without_differing(value: Any) -> Any:
    match value:
        case dict():
            kept = {key: inner for key, inner in value.items() if key not in DIFFERING}
            return {key: _without_differing(inner) for key, inner in kept.items()}
        case list():
            return [_without_differing(inner) for inner in value]
        case _:
            return value


def deck(conversion: Conversion) -> list[str]:
    return PLACE.sub("", as_text(conversion.stages.deck)).splitlines()


def slides(conversion: Conversion) -> tuple[ReadSlide, ...]:
    """What the file shows, read from it by another library than wrote it."""
    return tuple(read_back(conversion.pptx, conversion.stages.theme))


def headings(sections: list[Mapping[str, Any]]) -> Iterator[tuple[int, str]]:
    for section in sections:
        yield section["level"], section["text"]
        yield from headings(section["children"])


def test_the_speech_is_understood(folder: Path) -> None:
    understood = outline(converted(TREES, REFERENCE, folder))

    assert understood["title"] == "关于全市古树名木保护工作情况的报告"
    assert understood["occasion"].startswith("2025年4月22日在青溪市")
    assert (understood["speaker"], understood["date"]) == ("青溪市副市长 陈立新", "2025-04-22")
    assert understood["salutation"] == "主任、各位副主任，各位委员："
    assert list(headings(understood["sections"])) == [
        (1, "一、总体情况"),
        (2, "（一）家底基本查清"),
        (2, "（二）管护责任逐步落实"),
        (2, "（三）社会参与日益广泛"),
        (1, "二、主要做法"),
        (2, "（一）坚持立法先行"),
        (2, "（二）坚持科学施救"),
        (2, "（三）坚持数字赋能"),
        (1, "三、存在的问题和下一步打算"),
        (2, "1.健全责任体系"),
        (2, "2.加大投入力度"),
        (2, "3.充实专业队伍"),
        (2, "4.推动保护利用"),
    ]


def test_the_report_is_understood(folder: Path) -> None:
    understood = outline(converted(BRIDGES, REFERENCE, folder))

    assert understood["title"] == "Repairing the County's Small Bridges"
    assert understood["speaker"] == "By Margaret Hale, County Engineer"
    assert understood["date"] == "2025-03-14"
    assert list(headings(understood["sections"])) == [
        (1, "1. What the inspections found"),
        (2, "1.1 Condition"),
        (2, "1.2 Causes"),
        (1, "2. What was done"),
        (2, "2.1 Repairs"),
        (2, "2.2 A faster way to build"),
        (1, "3. What the Board is asked to decide"),
    ]


@each_original
@each_format
def test_every_format_gives_the_same_outline(form: str, original: Original, folder: Path) -> None:
    reference = converted(original, REFERENCE, folder)

    assert outline(converted(original, form, folder)) == outline(reference)


@each_original
@each_format
def test_every_format_gives_the_same_deck(form: str, original: Original, folder: Path) -> None:
    reference = converted(original, REFERENCE, folder)

    assert deck(converted(original, form, folder)) == deck(reference)


@each_original
@each_format
def test_every_format_gives_the_same_slides(form: str, original: Original, folder: Path) -> None:
    reference = converted(original, REFERENCE, folder)

    assert slides(converted(original, form, folder)) == slides(reference)


@pytest.mark.render
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@each_original
def test_an_old_word_file_gives_the_same_deck(original: Original, tmp_path: Path) -> None:
    reference = convert(SAVED[REFERENCE][1](original))
    modern = tmp_path / f"{original.name}.docx"
    modern.write_bytes(docx_of(original, numbering="automatic", styles=True))
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "doc", "--outdir", tmp_path, modern),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    old = convert(modern.with_suffix(".doc"))

    assert old.stages.document.format == "doc"
    assert outline(old) == outline(reference)
    assert deck(old) == deck(reference)
