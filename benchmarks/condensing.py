"""How far slidegen and others choose the points that an editor chose: GOLD.jsonl FOLDER

    PYTHONHASHSEED=0 python benchmarks/condensing.py GOLD.jsonl FOLDER

FOLDER holds the documents of the gold, at any depth. Each is converted with `--detail full`,
and what its report says is on the slides is measured against the gold, paragraph by
paragraph; then the baselines. Prints the table of README.md. Needs `pip install -e .[bench]`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from baselines import baselines
from measure import TWO_LINES, Chosen, Gold, agreement, lengths, mean, read_gold

import slidegen

LINE = 32
"""Characters of a point that fits a line of a slide, or little more."""
COLUMNS = "| | F1 | P | R | RL | hit | hit45 | n | length | >32 | >45 |"


def main(gold_file: str, folder: str) -> None:
    gold = read_gold(Path(gold_file))
    print(COLUMNS)
    print("|---" + "|--:" * (COLUMNS.count("|") - 2) + "|")
    print(row("**slidegen**", gold, shown_by_slidegen(gold, Path(folder))))
    for name, choose in baselines().items():
        print(row(name, gold, [choose(one) for one in gold]))


def shown_by_slidegen(gold: Sequence[Gold], folder: Path) -> list[list[Chosen]]:
    """For each paragraph of *gold*, the spans of it that stand on slides, heads among them."""
    decks = {
        doc: slidegen.convert(document_in(folder, doc), detail="full")
        for doc in sorted({one.doc for one in gold})
    }
    return [spans_of(one, decks[one.doc]) for one in gold]


def document_in(folder: Path, name: str) -> Path:
    found = sorted(path for path in folder.rglob("*") if path.name == name)
    if not found:
        sys.exit(f"no {name} in {folder}")
    return found[0]


def spans_of(gold: Gold, deck: slidegen.Conversion) -> list[Chosen]:
    """What the report on the *deck* says is shown of a paragraph, in its order."""
    first = deck.stages.document.lines[gold.line - 1].index(gold.paragraph)
    last = first + len(gold.paragraph)
    shown = {
        (point["start"] - first, point["end"] - first)
        for slide in deck.report["slides"]
        for point in slide["points"]
        if point["line"] == gold.line and first <= point["start"] <= point["end"] <= last
    }
    return sorted(shown)


def row(name: str, gold: Sequence[Gold], chosen: Sequence[Sequence[Chosen]]) -> str:
    average = mean([agreement(one, spans) for one, spans in zip(gold, chosen, strict=True)])
    long = lengths(gold, chosen)
    shares = (
        average.f1,
        average.precision,
        average.recall,
        average.rouge_l,
        average.hit,
        average.hit45,
    )
    cells = [
        name,
        *(f"{share:.3f}" for share in shares),
        f"{average.number:.1f}",
        f"{sum(long) / len(long):.1f}",
        *(f"{sum(n > most for n in long) / len(long):.1%}" for most in (LINE, TWO_LINES)),
    ]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    if os.environ.get("PYTHONHASHSEED") != "0":
        sys.exit("set PYTHONHASHSEED=0: LSA comes out otherwise with every run")
    main(sys.argv[1], sys.argv[2])
