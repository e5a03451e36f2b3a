"""Letters that were drawn twice, to make them bold or give them a shadow, read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidegen.reading.paged.letters import Letter

SHADOW = 0.12
"""Of the size: a letter so near to the same letter is the same one drawn again."""
CELL = 4.0
"""Points: letters are looked for among their neighbours."""


def without_doubles(letters: Iterable[tuple[Letter, int]]) -> Iterator[Letter]:
    """Each letter once. With each letter comes the number of what drew it: in one go,
    letters are drawn once, and the two f of a ligature stand at one place."""
    near: dict[tuple[str, int, int], list[tuple[Letter, int]]] = {}
    for letter, number in letters:
        if not letter.text.strip():
            yield letter
            continue
        reach = SHADOW * letter.size
        column, row = round(letter.left / CELL), round(letter.baseline / CELL)
        around = (
            other
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in near.get((letter.text, column + dx, row + dy), ())
        )
        if any(
            by != number
            and abs(other.left - letter.left) <= reach
            and abs(other.baseline - letter.baseline) <= reach
            for other, by in around
        ):
            continue
        near.setdefault((letter.text, column, row), []).append((letter, number))
        yield letter
