"""Other ways to choose points from a paragraph: its beginning, and three ways to rank its parts.

TextRank, LexRank and LSA are those of sumy, over words as jieba cuts them. They are told how
many points the editor chose, which slidegen has to find out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from measure import Chosen, Gold

Chooser: TypeAlias = Callable[[Gold], list[Chosen]]
Parts: TypeAlias = Callable[[str], list[Chosen]]

STOP_WORDS = frozenset("的了和与在是为等对将要中上以及把") | {"我们", "我市", "我省", "一批"}


def sentences(text: str) -> list[Chosen]:
    return [
        m.span() for m in re.finditer(r"[^。！？!?]+[。！？!?]*", text) if _has_words(m.group())
    ]


def clauses(text: str) -> list[Chosen]:
    return [m.span() for m in re.finditer(r"[^，。；！？：,;!?:]+", text) if _has_words(m.group())]


def _has_words(text: str) -> bool:
    return re.search(r"\w", text) is not None


def lead(most: int) -> Chooser:
    """The first sentence, cut to *most* characters."""

    def choose(gold: Gold) -> list[Chosen]:
        start, end = sentences(gold.paragraph)[0]
        return [(start, min(end, start + most))]

    return choose


def first(parts: Parts, number: int | None = None) -> Chooser:
    """The first parts; as many as the editor chose points, if *number* is None."""

    def choose(gold: Gold) -> list[Chosen]:
        return parts(gold.paragraph)[: number or len(gold.points)]

    return choose


def ranked(method: str, parts: Parts) -> Chooser:
    """The parts that a summarizer of sumy puts first, as many as the editor chose points."""
    import jieba
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    jieba.setLogLevel("ERROR")
    kinds = {"TextRank": TextRankSummarizer, "LexRank": LexRankSummarizer, "LSA": LsaSummarizer}

    class Words:
        """A tokenizer, since sumy's own for Chinese wants data of NLTK."""

        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(word for word in jieba.lcut(text) if _has_words(word))

    def choose(gold: Gold) -> list[Chosen]:
        spans = parts(gold.paragraph)
        number = len(gold.points)
        if len(spans) <= number:
            return spans
        units = [Sentence(gold.paragraph[start:end], Words()) for start, end in spans]
        summarizer = kinds[method]()
        summarizer.stop_words = STOP_WORDS
        best = summarizer(ObjectDocumentModel([Paragraph(units)]), number)
        return [
            span for span, unit in zip(spans, units, strict=True) if any(unit is b for b in best)
        ]

    return choose


def baselines() -> Mapping[str, Chooser]:
    return {
        "first sentence, cut to 45 characters": lead(45),
        "first three clauses": first(clauses, 3),
        "first k clauses": first(clauses),
        "TextRank, k sentences": ranked("TextRank", sentences),
        "LexRank, k sentences": ranked("LexRank", sentences),
        "LSA, k sentences": ranked("LSA", sentences),
        "TextRank, k clauses": ranked("TextRank", clauses),
        "LexRank, k clauses": ranked("LexRank", clauses),
        "LSA, k clauses": ranked("LSA", clauses),
    }
