"""Bytes to text, by rules that can be read before any statistics are asked.

The order is that of certainty: a byte order mark, strict UTF-8, UTF-16 by what it
would say, then the legacy encodings by which of them says the most familiar words.
What is no text in any of them is refused, and never shown as mojibake.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from slidegen.errors import MalformedSource
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.patterns import compiled
from slidegen.reading.lines import LINE_END

MARKS: Sequence[tuple[bytes, str]] = (
    # UTF-32's little-endian mark begins with UTF-16's.
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)

UNMARKED_UTF16 = ("utf-16-le", "utf-16-be")

CHINESE: Sequence[tuple[str, ...]] = (
    # GB18030 holds GBK and GB 2312. Windows and Hong Kong each have their own Big5.
    ("gb18030",),
    ("big5", "cp950", "big5hkscs"),
)

FAMILIAR = frozenset(
    "的一是不了在有人和这中大来上个国说们为以地到时要就出会可也你对生能而子得于着下自之年过发后作里用道行所"
    "然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无"
    "力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什"
    "二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走"
    "义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命"
    "山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住"
    "告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运省县村党委府议革创"
    # and as they are written in Traditional Chinese, where that differs
    "這來個國說們為時會對於著過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰向頭體見產"
    "話給門員論處義幾認條係氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬覺術領"
    "確傳師觀識帶導爭運縣黨議創"
    "。，、；：？！“”‘’（）《》「」—…·　"
)
"""The commonest characters: half of any Chinese text, and next to nothing of a wrong decoding."""

LEAST_FAMILIAR = 0.1
"""Of what is not ASCII, in a text whose encoding can be told."""
MOST_UNREADABLE = 0.05
"""Of all characters, in something that can still be called text."""
SOME_UNREADABLE = 8
"""Characters that even a short text may have."""
SAMPLE = 65536
"""Characters that are looked at to tell what a text is."""

REPLACEMENT = "\ufffd"
WINDOWS_UNUSED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
WESTERN_SHARE = 0.15
"""The most bytes above ASCII that a western text has; French has about 4 in 100."""
UNPRINTABLE = compiled("[\x00-\x08\x0e-\x19\x1c-\x1f]")

# UTF-8 read as Latin-1 or Windows-1252: a lead byte as an accented letter, then continuation bytes.
GARBLED = compiled("[\u00e4-\u00e9][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}|锟斤拷")
LEAST_GARBLED = 3


class Decoded(Struct, frozen=True):
    text: str
    """Without a byte order mark."""
    encoding: str
    """By Python's name, so that opening the file with it gives the same text."""


def decode(data: bytes, report: Report) -> Decoded:
    """The text that *data* holds. Raises `MalformedSource` if it holds none."""
    decoded = _marked(data) or _unicode(data) or _legacy(data, report)
    _check_readable(decoded.text)
    _report_replaced(decoded, report)
    _report_garbled(decoded.text, report)
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    return None


def _unicode(data: bytes) -> Decoded | None:
    # ASCII in UTF-16 is valid UTF-8 with a NUL beside each letter.
    if b"\0" in data and (decoded := _utf16(data)):
        return decoded
    text = _strict(data, "utf-8")
    if text and not _is_gb18030_by_chance_utf8(data, text):
        return Decoded(text, "utf-8")
    return _utf16(data)


def _is_gb18030_by_chance_utf8(data: bytes, text: str) -> bool:
    """Whether *data*, which reads as *text* in UTF-8, is rather a Chinese word or two: 通知 in
    GB18030 is two well-formed sequences of two bytes. Longer texts never are."""
    if text.isascii() or max(text) > "\u07ff":
        return False
    chinese = _strict(data, "gb18030")
    return chinese is not None and _familiarity(chinese[:SAMPLE]) >= 2 * LEAST_FAMILIAR


def _utf16(data: bytes) -> Decoded | None:
    """*data* as UTF-16 without a mark, if that makes words in one byte order."""
    if len(data) % 2:
        return None
    for encoding in UNMARKED_UTF16:
        text = _strict(data, encoding)
        if text and _is_plausible(text[:SAMPLE]):
            return Decoded(text, encoding)
    return None


def _is_plausible(text: str) -> bool:
    """Whether *text* is made of ASCII and familiar characters: any two ASCII letters, read
    as UTF-16, are a Chinese character, but hardly ever a familiar one."""
    latin = sum(" " <= char <= "~" or char in "\t\r\n" for char in text)
    if 2 * latin > len(text):
        return not UNPRINTABLE.search(text)
    return _familiarity(text) >= 2 * LEAST_FAMILIAR


def _legacy(data: bytes, report: Report) -> Decoded:
    """*data* in the encoding that makes the most familiar text of it."""
    candidates = [decoded for names in CHINESE if (decoded := _first_strict(data, names))]
    best = max(candidates, key=_score, default=None)
    if best and _score(best) >= 2 * LEAST_FAMILIAR:
        return _guessed(best, report)
    if _is_western(data):
        return _guessed(Decoded(data.decode("cp1252"), "cp1252"), report)
    # No encoding fits to the last byte, or the text is too short or too rare to tell.
    damaged = [Decoded(data.decode(name, "replace"), name) for name in ("utf-8", "gb18030", "big5")]
    best = max([*candidates, *damaged], key=_score)
    if _score(best) >= LEAST_FAMILIAR:
        return _guessed(best, report)
    return _guessed(_by_statistics(data) or best, report)


def _by_statistics(data: bytes) -> Decoded | None:
    """As charset-normalizer thinks: Japanese, Korean, Cyrillic and what else there is."""
    from charset_normalizer import from_bytes

    match = from_bytes(data[:SAMPLE]).best()
    text = _strict(data, match.encoding) if match else None
    return Decoded(text, match.encoding) if match and text else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _first_strict(data: bytes, encodings: Sequence[str]) -> Decoded | None:
    for encoding in encodings:
        if text := _strict(data, encoding):
            return Decoded(text, encoding)
    return None


def _is_western(data: bytes) -> bool:
    """Whether *data* is Windows-1252: single accented letters and quotation marks in ASCII."""
    runs = [len(run) for run in HIGH_BYTES.findall(data[:SAMPLE])]
    return (
        not WINDOWS_UNUSED.search(data)
        and sum(runs) < WESTERN_SHARE * min(len(data), SAMPLE)
        and 2 * sum(length for length in runs if length == 1) >= sum(runs)
    )


def _score(decoded: Decoded) -> float:
    return _familiarity(decoded.text[:SAMPLE])


def _familiarity(text: str) -> float:
    """The share of familiar characters among those that are not ASCII, less twice the share
    of those that no one writes."""
    foreign = [char for char in text if char > "\x7f"]
    if not foreign:
        return 0.0
    familiar = sum(char in FAMILIAR for char in foreign)
    return (familiar - 2 * sum(map(_is_unwritten, foreign))) / len(foreign)


def _is_unwritten(character: str) -> bool:
    return character == REPLACEMENT or unicodedata.category(character) in ("Co", "Cn", "Cc")


def _check_readable(text: str) -> None:
    sample = text[:SAMPLE]
    unreadable = len(UNPRINTABLE.findall(sample)) + sample.count(REPLACEMENT)
    if unreadable > max(SOME_UNREADABLE, MOST_UNREADABLE * len(sample)):
        raise MalformedSource(
            Message(
                en="the document is not text in any known encoding",
                zh="文档不是任何已知编码的文本",
            ),
            Message(
                en="open it in the program that wrote it, and save it as UTF-8 text",
                zh="请用原来的软件打开，另存为 UTF-8 编码的纯文本",
            ),
        )


def _guessed(decoded: Decoded, report: Report) -> Decoded:
    if decoded.encoding not in ("utf-8", "gb18030") or _score(decoded) < LEAST_FAMILIAR:
        report(
            Notice(
                "encoding-guessed",
                Message(
                    en=f"the encoding was taken to be {decoded.encoding}",
                    zh=f"文档编码推断为 {decoded.encoding}",
                ),
            )
        )
    return decoded


def _report_replaced(decoded: Decoded, report: Report) -> None:
    count = decoded.text.count(REPLACEMENT)
    if count:
        report(
            Notice(
                "undecodable-bytes",
                Message(
                    en=f"{count} character(s) could not be read as {decoded.encoding}, "
                    f"and are shown as {REPLACEMENT}",
                    zh=f"有 {count} 个字符无法按 {decoded.encoding} 读取，显示为 {REPLACEMENT}",
                ),
                line=_line_at(decoded.text, decoded.text.index(REPLACEMENT)),
                counts=True,
            )
        )


def _report_garbled(text: str, report: Report) -> None:
    found = list(islice(GARBLED.finditer(text), LEAST_GARBLED))
    if len(found) == LEAST_GARBLED:
        report(
            Notice(
                "garbled-text",
                Message(
                    en="the text was saved in a wrong encoding before it came here",
                    zh="文本含有乱码，此前曾以错误的编码保存",
                ),
                line=_line_at(text, found[0].start()),
                counts=True,
            )
        )


def _line_at(text: str, offset: int) -> int:
    return len(LINE_END.findall(text, 0, offset)) + 1
