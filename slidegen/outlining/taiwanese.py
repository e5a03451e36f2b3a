"""The parts of an official letter from Taiwan: 主旨, 說明, 辦法; of a public notice: 公告事項.

文書處理手冊 of the Executive Yuan has a letter in three parts, each with its name and a colon
before its first words. They stand over the 一、（一） below them, so they are headings, though
they run into their text.
"""

from __future__ import annotations

from collections.abc import Sequence

from slidegen.outlining.candidates import Candidate
from slidegen.outlining.folding import folded
from slidegen.outlining.wording import Lead
from slidegen.patterns import compiled

SUBJECT = "主旨"
"""Every such letter has it; without it these words are like any others before a colon."""
_PART = compiled(
    rf"\s*(?P<name>{SUBJECT}|说明|依据|办法|拟办|建议|请求|理由|事实|公告事项|公示事项|备注)\s*:\s*"
)


def parts_of_letter(lines: Sequence[Candidate]) -> dict[int, Lead]:
    """For the position of each line that opens a part, where its name ends and its text begins."""
    if not any(SUBJECT in line.text for line in lines):
        return {}
    found = {
        line.position: match
        for line in lines
        if not line.is_quoted and (match := _PART.match(folded(line.text)))
    }
    names = [match["name"] for match in found.values()]
    if SUBJECT not in names or len(names) < 2:
        return {}
    return {position: Lead(match.end("name"), match.end()) for position, match in found.items()}
