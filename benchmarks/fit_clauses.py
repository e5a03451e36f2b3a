"""Learn from gold points what each sign of a clause is worth: GOLD.jsonl...

    python benchmarks/fit_clauses.py dev.jsonl other.jsonl

Prints `CLAUSE` and `EACH` for `slidegen/planning/manners/chinese.py`, and how the choice
of points agrees with the gold without them and with them: with values learned from all
paragraphs, and, which is the figure to believe, with values learned from the other
documents only. Signs, candidates and choice are slidegen's own.

The model is logistic regression of `an editor's point covers this clause` on the signs of
the clause, held near nothing by a strong ridge. It was taken because a search for the
values that maximise the agreement itself, whether of these or of the table by hand, gains
more on the paragraphs it has seen and loses on those it has not.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import MOST_OF_A_POINT, Agreement, Gold, agreement, mean, read_gold
from msgspec.structs import replace

from slidegen.passage import Passage
from slidegen.planning.clauses import clauses
from slidegen.planning.condensing import signs, words_of
from slidegen.planning.headlines import lead_sentence
from slidegen.planning.manners import CHINESE, Manner
from slidegen.planning.parts import paragraph_points

RIDGE = 33.0
"""Weight of the squared values, beside the log-likelihood of all clauses."""
SHARE = 0.5
"""How much of the learned log-odds is added to the table by hand."""
FOLDS = 10
GRID = 0.05
"""Values are rounded to this, so that nobody takes them for more exact than they are."""
STEPS = 60


@dataclass(frozen=True)
class Example:
    doc: str
    signs: tuple[str, ...]
    is_chosen: bool
    weight: float
    """So that each file of gold counts as much as another."""


def main(paths: Sequence[str]) -> None:
    files = [read_gold(Path(path)) for path in paths]
    examples = [example for gold in files for example in examples_of(gold)]
    by_hand = replace(CHINESE, clause=0.0, each={})
    fitted = fit(examples)
    print(f"CLAUSE = {fitted.clause}\nEACH = {{")
    for why, value in sorted(fitted.each.items(), key=lambda item: -item[1]):
        print(f'    "{why}": {value},')
    print("}\n")
    held_out = by_fold(examples)
    print(f"{'F1 / hit45':34s}{'by hand':>14s}{'learned':>14s}{'held out':>14s}")
    for path, gold in zip(paths, files, strict=True):
        columns = (
            [agreement_with(g, by_hand) for g in gold],
            [agreement_with(g, fitted) for g in gold],
            [agreement_with(g, held_out[g.doc]) for g in gold],
        )
        print(f"{Path(path).name:34s}" + "".join(f"{shown(column):>14s}" for column in columns))


def shown(agreements: Sequence[Agreement]) -> str:
    average = mean(agreements)
    return f"{average.f1:.3f} / {average.hit45:.3f}"


def agreement_with(gold: Gold, manner: Manner) -> Agreement:
    """Of the points that slidegen chooses by *manner*."""
    paragraph = Passage.of_line(gold.paragraph, 1)
    points = paragraph_points(paragraph, most=None, heading=gold.heading, manner=manner)
    places = (point.passage.place for point in points)
    return agreement(gold, sorted((place.start, place.end) for place in places))


def examples_of(gold: Sequence[Gold]) -> list[Example]:
    """The clauses of the paragraphs of one file, their leads left out: these are heads."""
    found: list[tuple[str, tuple[str, ...], bool]] = []
    for one in gold:
        lead, rest = lead_sentence(Passage.of_line(one.paragraph, 1))
        wanted = {at for start, end in one.points for at in range(start, end)}
        for unit in clauses(rest.text):
            words = words_of(rest.text, unit)
            if len(words) < 3:
                continue
            start = unit.span.start + (rest.place.start if lead else 0)
            covered = len(wanted & set(range(start, start + len(unit.span))))
            whys = tuple(dict.fromkeys(rule.why for rule in signs(words, CHINESE)))
            found.append((one.doc, whys, covered >= MOST_OF_A_POINT * len(unit.span)))
    return [Example(*row, weight=1 / len(found)) for row in found]


def by_fold(examples: Sequence[Example]) -> Mapping[str, Manner]:
    """For each document, the manner learned without it and the others of its fold."""
    docs = sorted({example.doc for example in examples})
    manners: dict[str, Manner] = {}
    for fold in (docs[first::FOLDS] for first in range(FOLDS)):
        learned = fit([example for example in examples if example.doc not in fold])
        manners.update(dict.fromkeys(fold, learned))
    return manners


def fit(examples: Sequence[Example]) -> Manner:
    """The table by hand with what the *examples* teach; the mean clause weighs nothing by it."""
    whys = tuple(dict.fromkeys(rule.why for rule in CHINESE.weights))
    values = logistic(examples, whys)
    total = sum(example.weight for example in examples)
    average = sum(e.weight * sum(values[why] for why in e.signs) for e in examples) / total
    return replace(
        CHINESE,
        clause=rounded(-SHARE * average),
        each={why: value for why in whys if (value := rounded(SHARE * values[why]))},
    )


def rounded(value: float) -> float:
    return round(round(value / GRID) * GRID, 2)


def logistic(examples: Sequence[Example], whys: Sequence[str]) -> dict[str, float]:
    """Coefficients of ridge logistic regression with a free intercept, by Newton's coordinates."""
    scale = len(examples) / sum(example.weight for example in examples)
    values = dict.fromkeys(whys, 0.0)
    having = {why: [i for i, e in enumerate(examples) if why in e.signs] for why in whys}
    odds = [0.0] * len(examples)
    for _ in range(STEPS):
        for why in (None, *whys):
            rows = range(len(examples)) if why is None else having[why]
            ridge = 0.0 if why is None else RIDGE
            slope = -ridge * (0.0 if why is None else values[why])
            curve = ridge
            for row in rows:
                weight = examples[row].weight * scale
                chance = 1 / (1 + math.exp(-odds[row]))
                slope += weight * (examples[row].is_chosen - chance)
                curve += weight * chance * (1 - chance)
            step = slope / curve if curve else 0.0
            if why is not None:
                values[why] += step
            for row in rows:
                odds[row] += step
    return values


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
