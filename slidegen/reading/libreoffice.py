"""Old Word and WPS files (.doc, .wps), through LibreOffice where it is installed.

Their binary formats take a program to read, and LibreOffice is the one that is free and
runs everywhere. It makes a .docx of the file, which is read like any other. It runs with
a profile of its own, in which no macro starts and nothing is fetched, and is given so
much time and no more.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from msgspec.structs import replace

from slidegen.document import Document
from slidegen.errors import ProgramMissing
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.archive import damaged, locked
from slidegen.reading.compound import CompoundFile
from slidegen.reading.limits import LARGEST_SOURCE, check_size
from slidegen.reading.opening import Source
from slidegen.temporary import temporary_folder

LONGEST = 90.0
"""Seconds that a conversion may take. The first on a slow machine takes 20."""
LOOKS_EVERY = 0.5
"""Seconds, to see whether it writes without end."""

NAMES = ("soffice", "libreoffice")
USUAL_PLACES: Sequence[str] = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    # .com waits for the program to end; .exe does not.
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
)
"""Where it is if it is not on the PATH."""
OWN_FOLDERS = ("/opt", "libreoffice*/program/soffice")
"""Where the packages of libreoffice.org put it, a folder for each version."""

SETTINGS: Sequence[tuple[str, str, str]] = (
    # Nothing that a document brings with it runs.
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    # Pictures and files that it names elsewhere stay there; 0 is never, by
    # com.sun.star.document.LinkUpdateModes.
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    # LibreOffice 7.4 fetches the pictures of a .doc in spite of both. So it is sent to a proxy
    # that is not there: nobody listens on port 9 of this machine.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    # Nobody is there to be greeted or asked.
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "CrashReport", "false"),
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled",
     "false"),
)  # fmt: skip
"""Paths, names and values in LibreOffice's configuration. Versions that lack one ignore it."""

OPTIONS = (
    # No --safe-mode: it sets the profile aside, and with it the settings above.
    *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
    *("--convert-to", "docx:MS Word 2007 XML"),
)

WORD_STREAM = "WordDocument"
"""What a .doc and a .wps of Kingsoft keep their text in ([MS-DOC] 2.1)."""
FLAGS_AT = 0x0A
"""Of the FIB, with which that stream begins ([MS-DOC] 2.5.1)."""
ENCRYPTED = 0x0100


def read_doc(source: Source, report: Report) -> Document:
    """Raises `ProgramMissing`, `EncryptedSource` or `MalformedSource`, and what the reader
    of .docx raises."""
    return _read(source, report, "doc")


def read_wps(source: Source, report: Report) -> Document:
    """The same for a document of WPS."""
    return _read(source, report, "wps")


def _read(source: Source, report: Report, format: str) -> Document:
    suffix = _checked_suffix(source)
    program = find_program()
    if program is None:
        raise ProgramMissing(
            Message(
                en=f"reading .{format} needs LibreOffice, which is not installed",
                zh=f"读取 .{format} 需要 LibreOffice，本机没有安装",
            ),
            SAVE_AS_DOCX,
        )
    # It mentions this module, so it is imported late.
    from slidegen.reading import our_reader

    data = convert(source.data, suffix, program)
    report(
        Notice(
            "converted-by-program",
            Message(
                en="LibreOffice made a .docx of the file, and that was read",
                zh="已由 LibreOffice 转为 .docx 后读取",
            ),
        )
    )
    document = our_reader("docx")(Source(data, source.path, source.folder), report)
    return replace(document, format=format, sha256=source.sha256)


SAVE_AS_DOCX = Message(
    en="open it in Word or WPS and save it as .docx; or install LibreOffice (libreoffice.org)",
    zh="请用 Word 或 WPS 另存为 .docx 后再转换；或安装 LibreOffice（libreoffice.org）",
)


def _checked_suffix(source: Source) -> str:
    """The suffix under which LibreOffice knows what the file is."""
    file = CompoundFile(source.data)
    head = file.start_of(WORD_STREAM)
    if head is None:
        # Microsoft Works called its documents .wps long before Kingsoft did.
        if source.suffix == "wps" and file.names:
            return "wps"
        raise damaged()
    if int.from_bytes(head[FLAGS_AT : FLAGS_AT + 2], "little") & ENCRYPTED:
        raise locked()
    return "doc"


def find_program() -> str | None:
    """LibreOffice's program, on the PATH or where it usually is."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    places = [Path(place).expanduser() for place in USUAL_PLACES]
    places.extend(sorted(Path(OWN_FOLDERS[0]).glob(OWN_FOLDERS[1]), reverse=True))
    return next((str(place) for place in places if place.is_file()), None)


def convert(data: bytes, suffix: str, program: str) -> bytes:
    """The .docx that *program* makes of a document. Raises `ProgramMissing` if it makes none."""
    with temporary_folder() as folder:
        made = folder / "made"
        made.mkdir()
        document = folder / f"document.{suffix}"
        document.write_bytes(data)
        _write_profile(folder / "profile")
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *OPTIONS,
            *("--outdir", str(made), str(document)),
        ]
        _run(command, folder, made)
        result = made / "document.docx"
        # LibreOffice ends with 0 also where it could not open the file.
        if not result.is_file():
            raise ProgramMissing(
                Message(
                    en="LibreOffice could not open the document",
                    zh="LibreOffice 打不开该文档",
                ),
                Message(
                    en="open it in Word or WPS and save it as .docx; if LibreOffice opens no "
                    "such file at all, its Writer is not installed",
                    zh="请用 Word 或 WPS 另存为 .docx 后再转换；若 LibreOffice 打不开任何此类文件，"
                    "说明没有安装其中的 Writer 组件",
                ),
            )
        check_size(result.stat().st_size, LARGEST_SOURCE)
        return result.read_bytes()


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )


def _run(command: Sequence[str], folder: Path, made: Path) -> None:
    """Raises `ProgramMissing` where it does not start or not end, `SourceTooLarge` where it
    writes without end. Whatever it started is gone afterwards."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            cwd=folder,
            env=dict(_environment(folder)),
            start_new_session=True,
        )
    except OSError:
        raise ProgramMissing(
            Message(en="LibreOffice does not start", zh="LibreOffice 无法启动"), SAVE_AS_DOCX
        ) from None
    deadline = monotonic() + LONGEST
    try:
        while monotonic() < deadline:
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOKS_EVERY)
                return
            check_size(sum(file.stat().st_size for file in made.iterdir()), LARGEST_SOURCE)
        raise ProgramMissing(
            Message(
                en=f"LibreOffice was not done with the document after {LONGEST:.0f} s",
                zh=f"LibreOffice 用了 {LONGEST:.0f} 秒仍未完成转换",
            ),
            Message(
                en="open it in Word or WPS, save it as .docx, and convert that",
                zh="请用 Word 或 WPS 另存为 .docx 后再转换",
            ),
        )
    finally:
        _end(process)


def _environment(folder: Path) -> Iterator[tuple[str, str]]:
    """What a program needs to run, and nothing that this machine keeps to itself."""
    for name in ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PROGRAMFILES"):
        if value := os.environ.get(name):
            yield name, value
    for name in ("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "APPDATA"):
        yield name, str(folder)
    yield "LC_ALL", "C.UTF-8"


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends *process* and all that it started: `soffice` is a script that starts others."""
    if sys.platform == "win32":
        if process.poll() is None:
            quiet = subprocess.DEVNULL
            command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, stdout=quiet, stderr=quiet, check=False)
    else:
        # The group outlives its leader as long as a child does.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
