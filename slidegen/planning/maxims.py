"""Words that stand by themselves in a text: a slogan or a maxim, quoted in a paragraph of its own.

That a paragraph is quoted does not make a maxim of it: guides quote examples, laws quote the
clauses that they amend, and notes stand in quotes for their looks alone. So it has to be short, say
no more than two sentences, and be marked as somebody's words.
"""

from __future__ import annotations

from slidegen.document import Block, Paragraph, Quote
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled
from slidegen.planning.clauses import is_chinese, sentences

SHORTEST = 6
LONGEST_CHINESE = 60
LONGEST_ENGLISH = 180
LONGEST_UNMARKED = 40
"""Characters of a Chinese maxim in a block of its own, without quotation marks."""
MOST_SENTENCES = 2

WHOLLY_QUOTED = compiled(r"“[^“”]+”|「[^「」]+」|\"[^\"]+\"")
BY = compiled(r"(?<!\s)\s*(?:——|—|–|―|--|\s-\s?)\s*(?P<by>[^\s—–―-][^。！？!?]{1,40})$")
"""Whose words they are, behind a dash."""
NAMED = compiled(
    r"(?:[A-Z][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*|of|the|de|del|van|von|and)){1,5}(?:,\s.{2,30})?"
    r"|[\u4e00-\u9fff·]{2,10}|《[^《》]{2,20}》"
)
"""A person, or a book: enough, behind a whole sentence and a dash, to make it a quotation."""
WHOLE_SENTENCE = compiled(r"[.!?。！？]$")
NO_MAXIM = compiled(
    r"[：:？?\d]|https?|[<>{}]|第[一二三四五六七八九十百]+[条款]"
    r"|^[一二三四五六七八九十]+、|^[（(]|^(?:注|说明|提示|备注|来源|摘要|本|以下|请|如需|参见|详见|更新|这|该|我们?认为)"
)
"""What a note is known by, or a question, or what is only quoted for its wording."""
QUOTES = '“”「」"。．.！!'


def maxim_of(block: Block) -> Passage:
    """The words that *block* sets by themselves; empty if it does nothing of the kind."""
    match block:
        case Paragraph(passage):
            words, by = parted(passage)
            is_marked = bool(WHOLLY_QUOTED.fullmatch(words.text.rstrip("。.！!")))
            return passage if is_marked and _is_maxim(words) and (by or _is_short(words)) else EMPTY
        case Quote((Paragraph(passage),)):
            words, by = parted(passage)
            is_marked = bool(by or WHOLLY_QUOTED.fullmatch(words.text.rstrip("。.！!")))
            return passage if _is_maxim(words) and (is_marked or _is_plain(words)) else EMPTY
        case Quote((Paragraph(passage), Paragraph(source))) if BY.match(source.text):
            return passage if _is_maxim(passage) else EMPTY
        case _:
            return EMPTY


def parted(passage: Passage) -> tuple[Passage, Passage]:
    """The words, and whose they are if the same paragraph says so."""
    found = BY.search(passage.text)
    if found is None or not found.start():
        return passage, EMPTY
    words = passage[: found.start()].rstrip()
    is_quoted = WHOLLY_QUOTED.fullmatch(words.text.rstrip("。.！!")) or (
        WHOLE_SENTENCE.search(words.text) and NAMED.fullmatch(found["by"].strip())
    )
    return (words, passage[found.start("by") :]) if is_quoted else (passage, EMPTY)


def source_in(passage: Passage) -> Passage:
    """Whose words they are, of a paragraph that says only that; empty of any other."""
    found = BY.match(passage.text)
    return passage[found.start("by") :] if found else EMPTY


def _is_maxim(words: Passage) -> bool:
    text = words.text.strip()
    longest = LONGEST_CHINESE if is_chinese(text) else LONGEST_ENGLISH
    return (
        SHORTEST <= len(text) <= longest
        and len(sentences(text)) <= MOST_SENTENCES
        and not NO_MAXIM.search(text.strip(QUOTES))
        and not any(run.style.link or run.style.code for run in words.runs)
    )


def _is_short(words: Passage) -> bool:
    return len(words) <= (LONGEST_UNMARKED if is_chinese(words.text) else LONGEST_ENGLISH // 2)


def _is_plain(words: Passage) -> bool:
    """Whether the words may stand by themselves without quotation marks: in Chinese, where a
    block of quotation is a slogan's usual place; English guides set their examples so."""
    text = words.text.strip()
    return is_chinese(text) and len(text) <= LONGEST_UNMARKED and len(sentences(text)) == 1
