"""Headings without a number, told by their shape and by siblings of the same shape.

Reports use three: a short line of its own (“十四五”时期工作回顾), a short
sentence of its own over a long paragraph (这是经济实力持续提升的五年。), and a short
sentence that opens a long paragraph (大力提振消费。研究制定…). One of them proves
nothing, since any paragraph may open with a short sentence; a row does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise, takewhile

from msgspec import Struct

from slidegen.outlining.candidates import Candidate
from slidegen.outlining.english import is_phrase
from slidegen.outlining.english_lines import is_heading_line, is_known_part, labels, questions
from slidegen.outlining.folding import squeezed
from slidegen.outlining.numbering import Kind
from slidegen.outlining.wording import is_latin, measure
from slidegen.patterns import compiled

SHORT = 28
"""Longest heading without a number; 28 characters fill one line on A4 by the standard."""
SHORT_IN_A_ROW = 36
"""Longest where most of its row are short."""
SHORT_AMONG_LIKES = 60
"""Longest where the siblings begin with the same words (这五年，我们…)."""
LONGER_BY = 2.5
"""How many times its paragraph must be as long."""
ENOUGH = 3
"""A row of so many is believed by itself, a pair only where the document has rows."""


_LONGEST_WORDS = 40
"""Letters among which the first two words of a paragraph are looked for."""


class Shape(Enum):
    LINE = "a line of its own, not ending as a sentence does"
    SENTENCE = "a sentence in a line of its own"
    RUN_IN = "the first sentence of its paragraph"
    BOLD = "words in bold that open their paragraph"
    LABEL = "words in capitals before a colon"

    @property
    def is_line(self) -> bool:
        """Whether it stands over several paragraphs, not only at the head of one."""
        return self in (Shape.LINE, Shape.LABEL)


class Unnumbered(Struct, frozen=True):
    candidate: Candidate
    shape: Shape


STANDS_ALONE = compiled(
    r"(?:前\s*言|引\s*言|导\s*言|序\s*言|导\s*语|结\s*语|结束语|后\s*记"
    r"|Preface|(?:Ministerial )?[Ff]oreword|Introduction|Conclusions?)$"
)
"""Lines that hold no other heading, before the text and after it."""
_ADDRESSES = (
    r"各位|同志|朋友们|女士|先生|尊敬的|亲爱的|特此|附件|附[：:图表]|注[:：]|来源|专栏|[图表]\s*\d"
)
# Turns of speech, pronouns and times open sentences of every kind, headings hardly ever.
_TURNS = (
    r"首先|其次|最后|同时|此外|另外|因此|所以|但|可是|然而|如果|虽然|因为|由于|当然|总之|总的|例如|比如|也|还|又|而|"
    r"这|那|他|她|它|我|你|您|有人|有的|有些|大家|今天|今年|明年|去年|现在|目前|当前|近年|过去|刚刚|回顾|展望|"
    r"[一二两三四五六七八九十几多]年来|长期以来|\d{4}年"
)
_NO_LINE = compiled(f"(?:{_ADDRESSES})")
_NO_SENTENCE = compiled(f"(?:{_ADDRESSES}|{_TURNS})")
_ANNEX = compiled(r"附(?:件|录|表|图)\s*[\d一二三四五六七八九十]*[:：]?$")
_BULLET = compiled(r"[-*•·●◆■▪]\s+\S")
_BY_LINE = compiled(
    r"^[（(【\[].*[）)】\]]$|[:：]|https?://|记者|通讯员|作者|编辑|审核|责编|摄影|[/|｜丨▲>]|^\W+$|"
    r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日$|^[〇零一二三四五六七八九十]{4}年|"
    r"(?:长|书记|主席|主任|总理|委员)[ \u3000]+\S[\S \u3000]{1,4}$"
)
# 去年以来，… and “十四五”时期，… set the scene for what follows.
_SETS_SCENE = compiled(r".{1,10}(?:时期|期间|以来|年来|之年|之际)")


def unnumbered_headings(
    candidates: Sequence[Candidate], numbered: Sequence[int]
) -> tuple[Unnumbered, ...]:
    """Headings among *candidates* that have no marker, given the positions of those that have.

    Where every line is one sentence, as in a translator's file, sentences are
    no evidence and only lines count.
    """
    taken = set(numbered)
    segments = tuple(_segments(candidates, taken))
    found = _bold_leads([s for s in segments if s]) + _lines(candidates, taken)
    found += [Unnumbered(candidate, Shape.LABEL) for candidate in labels(candidates, taken)]
    found += [Unnumbered(candidate, Shape.LINE) for candidate in questions(candidates, taken)]
    lines = {heading.candidate.position for heading in found}
    if not _is_sentence_a_line(candidates):
        found += _sentences([s for s in segments if s], lines)
        found += _run_ins([s for s in segments if s], lines)
    unique = {heading.candidate.position: heading for heading in reversed(found)}  # first wins
    return tuple(unique[position] for position in sorted(unique))


def _segments(candidates: Sequence[Candidate], taken: set[int]) -> Iterator[list[Candidate]]:
    """The candidates between each two headings."""
    segment: list[Candidate] = []
    for candidate in candidates:
        if candidate.position in taken or candidate.file_level is not None:
            yield segment
            segment = []
        else:
            segment.append(candidate)
    yield segment


def _is_sentence_a_line(candidates: Sequence[Candidate]) -> bool:
    texts = [c for c in candidates if c.text and c.file_level is None]
    single = sum(c.bare.next >= len(c.text) for c in texts)
    return len(texts) >= 40 and single >= 0.8 * len(texts)


# --- a short line of its own


def _lines(candidates: Sequence[Candidate], taken: set[int]) -> list[Unnumbered]:
    """Short lines that end in no stop, over something longer, two of a kind at least."""
    found = [
        candidate
        for candidate in candidates
        if candidate.position not in taken and _is_line(candidate, candidates)
    ]
    sent = _sent_round(candidates, taken)
    found += [candidate for candidate in sent if candidate not in found]
    bold = [candidate for candidate in found if candidate.is_bold]
    plain = [candidate for candidate in found if not candidate.is_bold]
    alone = {row[0].position for row in (bold, plain) if len(row) == 1}
    used = _first_uses(candidates)
    return [
        Unnumbered(candidate, Shape.LINE)
        for candidate in found
        if candidate.position not in alone
        or candidate in sent
        or is_known_part(candidate.text)
        or _opens_an_annex(candidate, candidates, used)
    ]


_NAMED = compiled(r"《([^《》]{4,60})》")


def _sent_round(candidates: Sequence[Candidate], taken: set[int]) -> list[Candidate]:
    """Lines that bear the name which the covering letter above gave in 《》.

    现将《…实施方案》印发给你们: the line …实施方案 is the title of what was sent, however short
    the paragraph below it.
    """
    named: set[str] = set()
    found = []
    for candidate in candidates[:-1]:
        is_plain = candidate.file_level is None and candidate.position not in taken
        if named and is_plain and squeezed(candidate.text) in named and not candidate.is_quoted:
            found.append(candidate)
        named.update(squeezed(name) for name in _NAMED.findall(candidate.text))
    return found


def _is_line(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    if is_latin(candidate.text):
        return is_heading_line(candidate, candidates)
    if not candidate.text or candidate.file_level is not None or candidate.readings:
        return False
    if candidate.is_quoted or candidate.length > SHORT or candidate.ends_whole:
        return False
    if _BULLET.match(candidate.text):
        return False
    if candidate.length < 2 or _BY_LINE.search(candidate.text) or "，，" in candidate.text:
        return False
    if candidate.text[-1] in "，,、" or not candidate.text[-1].isprintable():
        return False
    if _NO_LINE.match(candidate.text) and not candidate.is_bold:
        return False
    if not candidate.is_bold and _is_loose_line(candidate.position - 1, candidates):
        return False  # in a row of short lines: names, a poem, a table's cells
    after = _text_below(candidate, candidates)
    if after is None:
        return False
    if _opens_numbering(after) or _BULLET.match(after.text):
        return True
    if after.ends_whole and _leads_over(after, candidates[after.position + 1 :][:1]):
        return True
    return after.ends_whole and after.length >= max(LONGER_BY * candidate.length, 1.0 * SHORT)


def _leads_over(sentence: Candidate, below: Sequence[Candidate]) -> bool:
    """Whether *sentence*, alone in its line, only leads over to what stands *below* it."""
    if not below or sentence.bare.next < len(sentence.text) or sentence.readings:
        return False
    return _opens_numbering(below[0]) or (
        sentence.length <= SHORT_IN_A_ROW
        and below[0].ends_whole
        and below[0].length >= max(LONGER_BY * sentence.length, 2 * SHORT)
    )


def _opens_numbering(candidate: Candidate) -> bool:
    return any(marker.number == 1 for marker in candidate.readings)


def _is_loose_line(position: int, candidates: Sequence[Candidate]) -> bool:
    """Whether a line of text without a stop stands at *position*, and no known use for it."""
    if position < 0:
        return False
    line = candidates[position]
    return (
        line.text != ""
        and not line.ends_whole
        and line.file_level is None
        and not line.readings
        and not _BY_LINE.search(line.text)
        and not _ANNEX.match(line.text)
    )


def _text_below(candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """What a heading at *candidate* would stand over: past its date and the salutation."""
    for after in candidates[candidate.position + 1 : candidate.position + 4]:
        if after.file_level is not None:
            return None
        if after.readings or not (_BY_LINE.search(after.text) and after.length <= SHORT):
            return after
    return None


def _first_uses(candidates: Sequence[Candidate]) -> dict[Kind, int]:
    """Where each kind of marker is first met."""
    uses: dict[Kind, int] = {}
    for candidate in candidates:
        for marker in candidate.readings:
            uses.setdefault(marker.kind, candidate.position)
    return uses


def _opens_an_annex(
    candidate: Candidate, candidates: Sequence[Candidate], used: dict[Kind, int]
) -> bool:
    """Whether numbering that the document has used already starts anew right below."""
    after = _text_below(candidate, candidates)
    if after is None:
        return False
    if candidate.position and _ANNEX.match(candidates[candidate.position - 1].text):
        return True
    first = next((m for m in after.readings if m.number == 1 and m.kind <= Kind.DIGIT), None)
    if first is None:
        return False
    return first.kind <= Kind.HAN or used[first.kind] < candidate.position


# --- words in bold


def _bold_leads(segments: Sequence[list[Candidate]]) -> list[Unnumbered]:
    """Short stretches of bold at the head of two paragraphs of a segment or more."""
    rows = (
        [c for c in segment if c.bold_end and measure(c.text[: c.bold_end]) <= SHORT]
        for segment in segments
    )
    return [Unnumbered(candidate, Shape.BOLD) for row in rows if len(row) >= 2 for candidate in row]


# --- sentences


def _is_sentence(candidate: Candidate, limit: float) -> bool:
    return (
        candidate.text != ""
        and candidate.bare.next >= len(candidate.text)
        and candidate.text[-1] == "。"
        and candidate.length - 1 <= limit
        and not candidate.is_quoted
    )


def _heads_next(candidate: Candidate, after: Candidate) -> bool:
    return after.length >= max(LONGER_BY * candidate.length, 1.5 * SHORT)


def _may_head(candidate: Candidate) -> bool:
    if is_latin(candidate.text):
        return is_phrase(candidate.text[: candidate.bare.end])
    return not (_NO_SENTENCE.match(candidate.text) or _SETS_SCENE.match(candidate.text))


def _sentences(segments: Sequence[list[Candidate]], lines: set[int]) -> list[Unnumbered]:
    rows = []
    for segment in segments:
        pairs = [
            one
            for one, after in pairwise(segment)
            if _is_sentence(one, SHORT_AMONG_LIKES)
            and _heads_next(one, after)
            and one.position not in lines
        ]
        alike = _alike(pairs)
        taken = {candidate.position for candidate in alike}
        rows.append(alike)
        rows.append(
            [c for c in pairs if c.position not in taken and c.length <= SHORT + 1 and _may_head(c)]
        )
    return _believed(rows, Shape.SENTENCE)


def _run_ins(segments: Sequence[list[Candidate]], lines: set[int]) -> list[Unnumbered]:
    rows: list[list[Candidate]] = []
    found = [
        (row, _alike(row))
        for segment in segments
        for row in _rows(segment, lambda c: _runs_in(c, SHORT_AMONG_LIKES))
    ]
    usual = {_beginning(c.text) for _, alike in found for c in alike if is_latin(c.text)}
    for row, alike in found:
        first = alike[0].position - row[0].position if alike else len(row)
        rows.append(alike)
        for others in (row[:first], row[first + len(alike) :]):
            rows.extend(_short_rows(others, usual))
    rows = [[c for c in row if c.position not in lines] for row in rows]
    return _believed(rows, Shape.RUN_IN)


def _short_rows(segment: Sequence[Candidate], usual: set[str]) -> Iterator[list[Candidate]]:
    """Rows of paragraphs that open with a sentence fit for a heading, most of them short.

    An English sentence is that if it is none, or begins as the document's headings do (*usual*).
    """

    def may_head(candidate: Candidate) -> bool:
        return _may_head(candidate) or _beginning(candidate.text) in usual

    for row in _rows(segment, lambda c: _runs_in(c, SHORT_IN_A_ROW) and may_head(c)):
        short = [candidate for candidate in row if _runs_in(candidate, SHORT)]
        if 3 * len(short) >= 2 * len(row):
            yield row
        else:
            yield from _rows(row, lambda c: _runs_in(c, SHORT))


def _rows(
    segment: Sequence[Candidate], suits: Callable[[Candidate], bool]
) -> Iterator[list[Candidate]]:
    row: list[Candidate] = []
    for candidate in segment:
        if suits(candidate):
            row.append(candidate)
        elif row:
            yield row
            row = []
    if row:
        yield row


def _runs_in(candidate: Candidate, limit: float) -> bool:
    lead = candidate.bare
    text = candidate.text
    if not text or candidate.is_quoted or lead.next >= len(text):
        return False
    head = text[: lead.end]
    size = measure(head)
    return (
        4 <= size <= limit
        and measure(text[lead.next :]) >= max(LONGER_BY * size, SHORT)
        and text[lead.end : lead.end + 1] in ("。", ".")
        and not any(c in head for c in "；;：:…")
    )


def _alike(row: Sequence[Candidate]) -> list[Candidate]:
    """The longest stretch of *row* whose members begin with the same words, if long enough."""
    best: list[Candidate] = []
    stretch: list[Candidate] = list(row[:1])
    for one, after in pairwise(row):
        if _beginning(one.text) == _beginning(after.text):
            stretch.append(after)
        else:
            best, stretch = max(best, stretch, key=len), [after]
    best = max(best, stretch, key=len)
    if not best:
        return []
    leads = [c.text[: c.bare.end] for c in best]
    shared = _shared(leads) + _shared([lead[::-1] for lead in leads])
    return best if len(best) >= (ENOUGH if shared >= 3 else ENOUGH + 1) else []


def _beginning(text: str) -> str:
    """Its first two characters, or English words."""
    return " ".join(text[:_LONGEST_WORDS].split()[:2]) if is_latin(text) else text[:2]


def _shared(texts: Sequence[str]) -> int:
    """How many characters all *texts* begin with in common."""
    columns = zip(*texts, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def _believed(rows: Sequence[list[Candidate]], shape: Shape) -> list[Unnumbered]:
    """Members of rows long enough, and of pairs too where such rows are the document's way."""
    long = sum(len(row) >= ENOUGH for row in rows)
    pairs = sum(len(row) == 2 for row in rows)
    shortest = 2 if long >= 2 or (long and pairs >= 2) else ENOUGH
    return [
        Unnumbered(candidate, shape) for row in rows if len(row) >= shortest for candidate in row
    ]
