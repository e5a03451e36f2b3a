"""Typed numbering: which marker a line opens with, of what kind, and its number.

GB/T 9704-2012 (7.3.3) orders 一、 then （一） then 1. then （1）; ① and the
lead-ins of speeches (一是, 第一，, 首先, ——) are custom. Half-width forms are as
common as full-width ones, so every pattern takes both. Nothing here decides
whether a marker is meant: `1.5亿元` and `一、二、三产业` only come out *doubtful*,
and the run that they stand in has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum

from msgspec import Struct

from slidegen.patterns import compiled


class Kind(IntEnum):
    """Kinds of marker, in the order in which they nest where nothing else decides."""

    PART = 0
    """第一编, 第一篇, 第一部分, Part I."""
    CHAPTER = 1
    """第一章, Chapter 1."""
    DIVISION = 2
    """第一节, Section 1."""
    ARTICLE = 3
    """第一条, Article 1."""
    FORMAL = 4
    """壹、 above 一、 in Taiwan."""
    HAN = 5
    """一、"""
    HAN_BARE = 6
    """`一` alone in its line, or `一 标题`."""
    QUESTION = 7
    """问： in an interview."""
    ROMAN = 8
    """I."""
    HAN_BRACKETED = 9
    """（一）"""
    LETTER = 10
    """A."""
    DIGIT = 11
    """1. 1、 1．"""
    DECIMAL = 12
    """1.1"""
    DECIMAL_DEEPER = 13
    """1.1.1 and below."""
    DIGIT_BRACKETED = 14
    """（1）"""
    DIGIT_HALF_BRACKETED = 15
    """1）"""
    LETTER_BRACKETED = 16
    """(a) or a)"""
    CIRCLED = 17
    """①"""
    NAMED = 18
    """Goal 1: Step 2. Option A –"""
    ORDINAL = 19
    """第一， 第一点："""
    SPOKEN = 20
    """一是 一要"""
    SEQUENCE = 21
    """首先 其次 最后"""
    DASH = 22
    """—— at the head of a paragraph."""

    @property
    def is_legal(self) -> bool:
        """Whether it is the numbering of laws and books, 第X编 to 第X条."""
        return self <= Kind.ARTICLE

    @property
    def is_lead_in(self) -> bool:
        """Whether it leads into a paragraph rather than standing over several."""
        return self >= Kind.ORDINAL


class Marker(Struct, frozen=True):
    kind: Kind
    number: int
    """For 1.2.3 the last, 3. For a dash or a question, which have none, 0."""
    text: str
    """As it stands, without the space after it."""
    end: int
    """Offset at which the words after it begin."""
    doubtful: bool = False
    """Whether it may as well be a figure or an enumeration (1.5亿元, 一、二审)."""
    above: tuple[int, ...] = ()
    """The numbers before the last in 1.2.3: (1, 2)."""
    noun: str = ""
    """What is counted, in lower case, where the marker says so: `goal` in Goal 1."""


ZERO = "零〇○"
"""The last is a circle, which Word's own numbering writes for the ideograph before it."""
HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
HAN = "零〇一二三四五六七八九十百廿卅"
FORMAL_DIGITS = str.maketrans("壹贰貳叁參参肆伍陆陸柒捌玖拾", "一二二三三三四五六六七八九十")
"""As sums are written, which is how Taiwan numbers the parts of a report."""
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ENCLOSED = (
    (Kind.HAN_BRACKETED, ord("㈠"), 10),
    (Kind.DIGIT, ord("⒈"), 20),
    (Kind.DIGIT_BRACKETED, ord("⑴"), 20),
)
"""Signs that are a whole marker, ㈠ to ㈩ and the like: kind, code point of the first, how many."""
CIRCLED_DIGITS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
SEQUENCE_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "第三": 3, "最后": 9, "最後": 9}


def han_number(text: str) -> int | None:
    """The value of a Chinese numeral up to 999 (二十一, 廿一, 一百零五, 二〇), or None."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not text:
        return None
    if "十" not in text and "百" not in text:
        if len(text) > 1 and not any(c in ZERO for c in text):
            return None  # 二三 is "two or three", not 23
        return int("".join(str(HAN_DIGITS[c]) for c in text)) if _all_digits(text) else None
    hundreds, _, below = text.rpartition("百")
    tens, ten, ones = below.rpartition("十")
    tens, ones = tens.lstrip(ZERO), ones.lstrip(ZERO)
    if not all(_all_digits(part) and len(part) <= 1 for part in (hundreds, tens, ones)):
        return None
    value = HAN_DIGITS.get(hundreds, 0) * 100 if hundreds else (100 if "百" in text else 0)
    if ten:
        value += HAN_DIGITS[tens] * 10 if tens else 10
    return value + (HAN_DIGITS[ones] if ones else 0)


_ROMAN = compiled(r"C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def roman_number(text: str) -> int | None:
    """The value of a Roman numeral in canonical form up to 399, or None."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [ROMAN_VALUES[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _all_digits(text: str) -> bool:
    return all(c in HAN_DIGITS for c in text)


_ENGLISH_NUMBERS = {
    word: number
    for number, word in enumerate(
        re.findall(r"\w+", "one two three four five six seven eight nine ten eleven twelve"), 1
    )
}


_NUMBER_WORDS = "|".join(_ENGLISH_NUMBERS)


def _number(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if text.lower() in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS[text.lower()]
    return han_number(text) or roman_number(text.upper())


# 一、二审 and 一、二、三产业 enumerate, 三、三项任务 does not: so this only casts doubt.
_ENUMERATES = compiled(rf"[{HAN}]{{1,3}}(?:、|[级审等期类批线产次档手类号届])")
# 第五条规定的 and 第三条第二款 refer to an article in mid-sentence.
_REFERS = compiled(r"第|规定|所列|所称|之|的|、|和|至|或|及|款|项|以|中")


class _Form(Struct, frozen=True):
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], str], Marker | None]


def _marker(
    found: re.Match[str], kind: Kind, number: int | None, *, doubtful: bool = False
) -> Marker | None:
    if number is None:
        return None
    return Marker(kind, number, found[0].rstrip(), found.end(), doubtful)


def _legal(found: re.Match[str], text: str) -> Marker | None:
    kinds = {"编": Kind.PART, "篇": Kind.PART, "部分": Kind.PART, "編": Kind.PART}
    kinds |= {"章": Kind.CHAPTER, "节": Kind.DIVISION, "節": Kind.DIVISION}
    kinds |= {"条": Kind.ARTICLE, "條": Kind.ARTICLE}
    touching = found["space"] == "" and text[found.end() : found.end() + 1] not in "：:、【（"
    kind = kinds[found["unit"]]
    is_line = kind is not Kind.ARTICLE and len(text) <= 30 and text[-1] not in "。；;"
    if touching and not is_line and _REFERS.match(text, found.end()):
        return None
    return _marker(found, kind, _number(found["n"]), doubtful=touching)


def _han(found: re.Match[str], text: str) -> Marker | None:
    doubtful = bool(_ENUMERATES.match(text, found.end()))
    return _marker(found, Kind.HAN, han_number(found["n"]), doubtful=doubtful)


def _decimal(found: re.Match[str], text: str) -> Marker | None:
    *above, last = (int(part) for part in re.split(r"[.．]", found["n"]))
    kind = Kind.DECIMAL if len(above) == 1 else Kind.DECIMAL_DEEPER
    return Marker(kind, last, found[0].rstrip(), found.end(), True, tuple(above))


_FIGURE = compiled(r"\d+(?:[%％‰元倍]|[多余]?[百千万亿]|个百分点)")
"""The rest of a figure with its unit; no heading begins with one that touches its number."""


def _digit(found: re.Match[str], text: str) -> Marker | None:
    glued = text[found.end() : found.end() + 1].isdecimal() and not found["space"]
    if glued and _FIGURE.match(text, found.end()):
        return None  # 3.6亿元, even right behind item 2
    # 21.5+2就业之家 is item 21 of a glossary; 2.5G网络 may be a figure. Their neighbours know.
    return _marker(found, Kind.DIGIT, int(found["n"]), doubtful=glued)


def _letter(found: re.Match[str], text: str) -> Marker | None:
    return _marker(found, Kind.LETTER, ord(found["n"]) - ord("A") + 1)


def _english(found: re.Match[str], text: str) -> Marker | None:
    kinds = {"part": Kind.PART, "chapter": Kind.CHAPTER, "title": Kind.PART}
    kinds |= {"section": Kind.DIVISION, "sec.": Kind.DIVISION, "article": Kind.ARTICLE}
    if text[found.end() : found.end() + 1].islower():
        return None  # Section 508 of the act
    kind = kinds[found["unit"].lower()]
    parted = found.end() == len(text) or not found[0].rstrip()[-1].isalnum()
    return _marker(found, kind, _number(found["n"]), doubtful=not parted)


def _named(found: re.Match[str], text: str) -> Marker | None:
    *above, last = found["n"].split(".")
    number = _number(last)
    if number is None and len(last) == 1:
        number = ord(last) - ord("A") + 1
    if number is None:
        return None
    noun = " ".join(found["noun"].lower().split())
    numbers = tuple(int(part) for part in above if part.isdecimal())
    return Marker(Kind.NAMED, number, found[0].rstrip(), found.end(), above=numbers, noun=noun)


_NOUNS = (
    "Action|Activity|Aim|Ambition|Area|Challenge|Commitment|Criterion|Day|Finding|Focus Area"
    "|Goal|Initiative|Issue|Item|Key Finding|Lesson|Lot|Measure|Milestone|Mission|Module"
    "|Objective|Option|Outcome|Phase|Pillar|Play|Principle|Priority|Priority Area|Proposal"
    "|Question|Recommendation|Requirement|Schedule|Scenario|Session|Stage|Standard|Step"
    "|Strategic (?:Aim|Goal|Objective|Priority)|Strategy|Target|Task|Theme|Tier|Topic|Unit"
    "|Volume|Workstream"
)


def _of(
    kind: Kind, value: Callable[[str], int | None]
) -> Callable[[re.Match[str], str], Marker | None]:
    return lambda found, text: _marker(found, kind, value(found["n"]))


_SPACE = r"(?P<space>[ \t\u00a0\u3000]*)"


def _enclosed(kind: Kind, first: int, count: int) -> _Form:
    signs = f"{chr(first)}-{chr(first + count - 1)}"
    pattern = compiled(rf"(?P<n>[{signs}])[、.．]?{_SPACE}")
    return _Form(pattern, _of(kind, lambda sign: ord(sign) - first + 1))


FORMS: tuple[_Form, ...] = (
    _Form(
        compiled(
            rf"第(?P<n>[{HAN}○两]{{1,6}}|\d{{1,3}})(?P<unit>编|編|篇|部分|章|节|節|条|條){_SPACE}"
        ),
        _legal,
    ),
    _Form(compiled(rf"(?P<n>[{HAN}]{{1,5}})[、．.]{_SPACE}"), _han),
    _Form(
        compiled(rf"(?P<n>[{''.join(map(chr, FORMAL_DIGITS))}]{{1,3}})[、．.]{_SPACE}"),
        _of(Kind.FORMAL, lambda number: han_number(number.translate(FORMAL_DIGITS))),
    ),
    _Form(
        compiled(rf"[（(〔]\s*(?P<n>[{HAN}]{{1,5}})\s*[）)〕][、.．]?{_SPACE}"),
        _of(Kind.HAN_BRACKETED, han_number),
    ),
    _Form(
        compiled(rf"第(?P<n>[{HAN}]{{1,3}})(?:点|點)?(?:[，,、：:]|点[是])\s*"),
        _of(Kind.ORDINAL, han_number),
    ),
    _Form(
        compiled(rf"(?P<n>[{HAN}]{{1,3}})(?:是|要|则|來|来[，,])(?![{HAN}])"),
        _of(Kind.SPOKEN, han_number),
    ),
    _Form(
        compiled(rf"(?P<n>{'|'.join(SEQUENCE_WORDS)})[，,、：:]\s*"),
        _of(Kind.SEQUENCE, SEQUENCE_WORDS.get),
    ),
    _Form(
        compiled(rf"(?P<n>[{HAN}]{{1,3}})(?:[ \u00a0\u3000]+(?=\S)|$)"),
        _of(Kind.HAN_BARE, han_number),
    ),
    _Form(
        compiled(r"(?P<n>\d{1,3}(?:[.．]\d{1,3}){1,4})[.．]?(?![\d.．%％])(?P<space>\s*)"),
        _decimal,
    ),
    _Form(compiled(rf"(?P<n>\d{{1,3}})[.．、]{_SPACE}"), _digit),
    _Form(
        compiled(rf"[（(]\s*(?P<n>\d{{1,3}})\s*[）)]{_SPACE}"), _of(Kind.DIGIT_BRACKETED, _number)
    ),
    _Form(compiled(rf"(?P<n>\d{{1,3}})[）)]{_SPACE}"), _of(Kind.DIGIT_HALF_BRACKETED, _number)),
    _Form(
        compiled(rf"(?P<n>[{CIRCLED_DIGITS}]){_SPACE}"),
        _of(Kind.CIRCLED, lambda c: CIRCLED_DIGITS.index(c) + 1),
    ),
    *(_enclosed(*row) for row in ENCLOSED),
    _Form(
        compiled(r"(?P<n>[IVXLC]{1,7})(?:[.．、]\s*|\s+(?=[A-Z]))(?![A-Z][.．])"),
        _of(Kind.ROMAN, roman_number),
    ),
    _Form(compiled(r"(?P<n>[A-Z])[.．、](?:\s+|(?=[^\x00-\x7f]))"), _letter),
    _Form(
        compiled(r"[（(]?(?P<n>[a-z])[）)]\s*"),
        _of(Kind.LETTER_BRACKETED, lambda c: ord(c) - ord("a") + 1),
    ),
    _Form(
        compiled(
            r"(?P<unit>Part|Title|Chapter|Section|Sec\.|Article)\s+"
            rf"(?P<n>\d{{1,3}}|[IVXLC]{{1,6}}|{_NUMBER_WORDS})\b[.:]?\s*(?:[—–-]\s*)?",
            re.IGNORECASE,
        ),
        _english,
    ),
    _Form(
        compiled(
            rf"(?i:(?P<noun>{_NOUNS}))\s+"
            rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[IVX]{{1,5}}|[A-Z]|(?i:{_NUMBER_WORDS}))"
            r"(?:\s?[.:]\s+|\s?[—–]\s?|\s-\s|\s*$)"
        ),
        _named,
    ),
    _Form(
        compiled(
            r"(?P<n>问|問|记者问?|記者問?|Q(?:uestion)?(?: ?\d{1,3})?)[：:]\s*|Q\d{1,3}[.)]\s+"
        ),
        lambda found, text: _marker(found, Kind.QUESTION, 0),
    ),
    _Form(
        compiled(r"(?P<n>[—―─–]{1,2}|--)\s*(?=\S)"),
        lambda found, text: _marker(found, Kind.DASH, 0),
    ),
)


def markers_at(text: str, start: int = 0) -> Iterator[Marker]:
    """Every reading of the marker that stands at *start*, the likeliest first.

    There may be two: `I.` is a Roman numeral or the ninth letter.
    """
    for form in FORMS:
        found = form.pattern.match(text, start)
        if found and (marker := form.read(found, text)):
            yield marker


def marker_at(text: str, start: int = 0) -> Marker | None:
    """The marker that stands at *start* of *text*, or None."""
    return next(markers_at(text, start), None)
