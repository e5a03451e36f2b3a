"""Old Word and WPS files: what LibreOffice is asked, and what is said when it does not answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from struct import pack

import docx
import pytest

from slidegen.document import Document, passages
from slidegen.errors import (
    EncryptedSource,
    MalformedSource,
    ProgramMissing,
    SourceError,
    SourceTooLarge,
)
from slidegen.notices import Notice
from slidegen.reading import libreoffice, read
from slidegen.reading.compound import CompoundFile

SOFFICE = shutil.which("soffice")
SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

unix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a shell script")


def compound(name: str, data: bytes) -> bytes:
    """An OLE file with one stream."""
    sectors = -(-len(data) // SECTOR)
    table = [TABLE, END, *range(3, 2 + sectors), END]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header += bytes(10) + pack("<9I", 1, 1, 0, 4096, END, 0, END, 0, 0)
    root = _entry("Root Entry", 5, END, 0, child=1)
    return b"".join(
        (
            header + pack("<108I", *[FREE] * 108),
            pack("<128I", *table, *[FREE] * (128 - len(table))),
            (root + _entry(name, 2, 2, len(data), child=FREE)).ljust(SECTOR, b"\0"),
            data.ljust(sectors * SECTOR, b"\0"),
        )
    )


def _entry(name: str, kind: int, first: int, size: int, *, child: int) -> bytes:
    spelled = (name + "\0").encode("utf-16-le")
    head = spelled.ljust(64, b"\0") + pack("<HBB", len(spelled), kind, 1)
    return head + pack("<3I", FREE, FREE, child) + bytes(36) + pack("<IQ", first, size)


def old_word(flags: int = 0) -> bytes:
    fib = b"\xec\xa5\xc1\x00" + bytes(6) + flags.to_bytes(2, "little")
    return compound("WordDocument", fib.ljust(5000, b"\0"))


def new_word(text: str = "水库除险加固。") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


StandIn = Callable[[str], None]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Puts a script on the PATH under LibreOffice's name; `$OUT` is where its file should be."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (tmp_path / "made.docx").write_bytes(new_word())

    def put(script: str) -> None:
        program = folder / "soffice"
        program.write_text(
            f'#!/bin/sh\nHERE="{tmp_path}"\n'
            'while [ $# -gt 0 ]; do case "$1" in\n'
            '  -env:*) PROFILE="${1#*file://}";;\n'
            '  --outdir) OUT="$2/document.docx"; IN="$3";;\n'
            f"esac; shift; done\n{script}\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)

    return put


def words(document: Document) -> list[str]:
    return [passage.text for block in document.blocks for passage in passages(block)]


@unix
@pytest.mark.parametrize("format", ["doc", "wps"])
def test_what_libreoffice_makes_is_read_as_the_file_itself(
    format: str, stand_in: StandIn, tmp_path: Path
) -> None:
    stand_in('cp "$HERE/made.docx" "$OUT"')
    path = tmp_path / f"通知.{format}"
    path.write_bytes(old_word())
    notices: list[Notice] = []

    document = read(path, report=notices.append)

    assert words(document) == ["水库除险加固。"]
    assert (document.format, document.path) == (format, str(path))
    assert document.sha256 == read(old_word(), format="doc").sha256
    assert [(n.kind, n.counts) for n in notices] == [("converted-by-program", False)]


def test_without_libreoffice_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_program", lambda: None)

    with pytest.raises(ProgramMissing) as raised:
        read(old_word())

    assert ".docx" in raised.value.hint.en
    assert "另存为 .docx" in raised.value.hint.zh


@unix
@pytest.mark.parametrize(
    "script", ["exit 0", "exit 77", 'echo "$HERE" >&2; kill -9 $$', "head -c 5 /dev/zero"]
)
def test_a_conversion_that_makes_nothing_is_an_error_whatever_the_exit_code(
    script: str, stand_in: StandIn, capfd: pytest.CaptureFixture[str]
) -> None:
    stand_in(script)

    with pytest.raises(ProgramMissing):
        read(old_word())
    assert capfd.readouterr() == ("", "")


@unix
def test_what_is_no_docx_is_damaged(stand_in: StandIn) -> None:
    stand_in('echo "PK" > "$OUT"')

    with pytest.raises(MalformedSource):
        read(old_word())


@unix
def test_a_conversion_without_end_is_ended_with_all_that_it_started(
    stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in('sleep 300 & echo $! > "$HERE/child"; sleep 300')
    monkeypatch.setattr(libreoffice, "LONGEST", 1.0)
    start = time.monotonic()

    with pytest.raises(ProgramMissing):
        read(old_word())

    assert time.monotonic() - start < 20
    assert _has_ended(int((tmp_path / "child").read_text()))


def _has_ended(process: int) -> bool:
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.exists() and state.read_text().split()[2] == "Z":
            return True
        time.sleep(0.05)
    return False


@unix
def test_a_conversion_that_writes_without_end_is_ended(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in('while true; do echo "more and more" >> "$OUT"; done')
    monkeypatch.setattr(libreoffice, "LARGEST_SOURCE", 1000)
    monkeypatch.setattr(libreoffice, "LOOKS_EVERY", 0.1)

    with pytest.raises(SourceTooLarge):
        read(old_word())


@unix
def test_the_program_gets_a_profile_of_its_own_and_no_secrets(
    stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(
        'cp "$PROFILE/user/registrymodifications.xcu" "$HERE/profile"; env > "$HERE/env"\n'
        'pwd > "$HERE/folder"; echo "$IN" > "$HERE/name"; cp "$HERE/made.docx" "$OUT"'
    )
    monkeypatch.setenv("SECRET_TOKEN", "x")

    read(old_word())

    profile = (tmp_path / "profile").read_text()
    for setting in ("DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert f'oor:name="{setting}" oor:op="fuse"><value>true' in profile
    assert "SECRET_TOKEN" not in (tmp_path / "env").read_text()
    assert (tmp_path / "name").read_text().strip().endswith("/document.doc")
    assert not Path((tmp_path / "folder").read_text().strip()).exists()


@unix
def test_a_document_of_microsoft_works_keeps_its_suffix(stand_in: StandIn, tmp_path: Path) -> None:
    stand_in('echo "$IN" > "$HERE/name"; cp "$HERE/made.docx" "$OUT"')
    path = tmp_path / "letter.wps"
    path.write_bytes(compound("CONTENTS", b"CHNKWKS".ljust(5000, b"\0")))

    read(path)

    assert (tmp_path / "name").read_text().strip().endswith("/document.wps")


def test_a_locked_document_is_told_before_any_program_starts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(libreoffice, "find_program", lambda: pytest.fail("a program was sought"))

    with pytest.raises(EncryptedSource):
        read(old_word(flags=0x0100))


@pytest.mark.parametrize("length", [8, 100, 512, 600, 1024, 1100])
def test_a_file_that_breaks_off_is_damaged(length: int) -> None:
    with pytest.raises(SourceError):
        read(old_word()[:length], format="doc")


def test_a_directory_that_goes_in_a_circle_ends() -> None:
    data = bytearray(compound("WordDocument", bytes(5000)))
    data[SECTOR + 4 : SECTOR + 8] = pack("<I", 1)

    assert CompoundFile(bytes(data)).names == ("WordDocument",)


# --- with LibreOffice itself

TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:h text:outline-level="1">一、摸清底数</text:h><text:p>全县共有水库38座。{}</text:p>
<text:h text:outline-level="1">二、除险加固</text:h><text:p>年内完成12座。</text:p>
</office:text></office:body></office:document>"""
REMOTE = (
    '<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:type="simple"'
    ' xlink:href="http://127.0.0.1:{}/picture.png"/></draw:frame>'
)


def made_by_libreoffice(source: str, folder: Path) -> Path:
    """A .doc of *source*; skips where LibreOffice has no Writer."""
    assert SOFFICE
    path = folder / "sample.fodt"
    path.write_text(source, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", "doc", "--outdir", folder, path],
        capture_output=True,
        timeout=120,
        check=False,
    )
    made = folder / "sample.doc"
    if not made.exists():
        pytest.skip("LibreOffice's Writer is not installed")
    return made


@pytest.fixture
def visits() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine: its port, and what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()


@pytest.mark.render
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_a_real_doc_is_read_and_nothing_that_it_names_is_fetched(
    tmp_path: Path, visits: tuple[int, list[str]]
) -> None:
    port, asked = visits
    path = made_by_libreoffice(TEXT.format(REMOTE.format(port)), tmp_path)
    asked.clear()

    document = read(path)

    assert words(document) == [
        *("一、摸清底数", "全县共有水库38座。"),
        *("二、除险加固", "年内完成12座。"),
    ]
    assert document.format == "doc"
    assert asked == []
