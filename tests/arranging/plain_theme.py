"""A theme as plain as can be, so that what is arranged can be worked out by hand.

A page of 13 1/3 by 7 1/2 inches; the body is 720 points wide, and 300 high: ten lines of
30 points. Text of the first size is 20 points high, so a line holds 35 Chinese characters.
"""

from __future__ import annotations

from pathlib import Path

from slidegen.messages import Message
from slidegen.theme import (
    ChartStyle,
    Fonts,
    Layout,
    LevelStyle,
    Slot,
    SlotKind,
    TableStyle,
    Theme,
    TypeStep,
)
from slidegen.units import ZERO, Length, Rect


def points(left: float, top: float, width: float, height: float) -> Rect:
    return Rect(*map(Length.points, (left, top, width, height)))


def step(*sizes: float, pitch: float = 1.5, gap: float = 0) -> TypeStep:
    """Sizes in points, a value for each level; pitch in em, gap in points."""
    return TypeStep(
        sizes=tuple(Length.points(size) for size in sizes),
        pitches=tuple(Length.points(size * pitch) for size in sizes),
        gaps=tuple(Length.points(gap) for _ in sizes),
    )


PLAIN = LevelStyle(indent=ZERO, bold=False, colour="ink")
BOLD = LevelStyle(indent=ZERO, bold=True, colour="ink")
LEVELS = (
    LevelStyle(indent=Length.points(20), bold=False, colour="ink", bullet="▪"),
    LevelStyle(indent=Length.points(40), bold=False, colour="ink", bullet="–"),
)


def slot(
    name: str,
    area: Rect,
    *steps: TypeStep,
    levels: tuple[LevelStyle, ...] = (PLAIN,),
    kind: SlotKind = "body",
    max_lines: int | None = None,
) -> Slot:
    return Slot(name, 0, kind, area, steps, levels, max_lines=max_lines)


TITLE = slot(
    "title", points(60, 40, 720, 90), step(30), step(28), levels=(BOLD,), kind="title", max_lines=2
)
KICKER = slot("kicker", points(460, 15, 320, 20), step(12), max_lines=1)
FOOTER = slot("footer", points(60, 505, 400, 16), step(10), kind="footer", max_lines=1)
BODY = slot(
    "body",
    points(60, 150, 720, 300),
    step(20, 18, gap=10),
    step(18, 18, gap=6),
    levels=LEVELS,
)
NUMBERED = (LevelStyle(indent=Length.points(50), bold=False, colour="ink"),)


def plain_theme() -> Theme:
    return Theme(
        name="plain",
        title=Message(en="Plain", zh="素"),
        aspect="16:9",
        width=Length.inches(40 / 3),
        height=Length.inches(7.5),
        safe_area=points(40, 10, 880, 520),
        palette=(("ink", "000000"), ("accent", "AA0000"), ("muted", "555555"), ("rule", "CCCCCC")),
        fonts=Fonts("Arial", "微软雅黑", "Arial", "微软雅黑"),
        layouts=(
            Layout(
                "cover",
                "Cover",
                (
                    slot(
                        "title",
                        points(60, 100, 720, 180),
                        step(40),
                        step(36),
                        levels=(BOLD,),
                        kind="title",
                        max_lines=3,
                    ),
                    slot("subtitle", points(60, 300, 720, 40), step(24), max_lines=1),
                    slot("occasion", points(60, 345, 720, 60), step(20), max_lines=2),
                    slot("speaker", points(60, 420, 400, 60), step(20), max_lines=2),
                    slot("date", points(500, 420, 280, 30), step(20), max_lines=1),
                    slot("classification", points(60, 30, 300, 30), step(18), max_lines=1),
                    slot("logo", points(700, 20, 80, 60), kind="picture"),
                ),
            ),
            Layout(
                "agenda",
                "Agenda",
                (
                    slot("title", points(60, 40, 200, 400), step(40), max_lines=2, kind="title"),
                    slot(
                        "body",
                        points(300, 60, 560, 400),
                        step(24, gap=24),
                        step(20, gap=12),
                        levels=NUMBERED,
                    ),
                    slot("left", points(300, 60, 270, 400), step(18, gap=12), levels=NUMBERED),
                    slot("right", points(590, 60, 270, 400), step(18, gap=12), levels=NUMBERED),
                ),
            ),
            Layout(
                "divider",
                "Divider",
                (
                    slot("title", points(300, 150, 500, 200), step(36), kind="title", max_lines=4),
                    slot("number", points(60, 150, 140, 140), step(80), step(40), max_lines=1),
                ),
            ),
            Layout("content", "Content", (TITLE, KICKER, BODY, FOOTER)),
            Layout(
                "statement",
                "Statement",
                (
                    TITLE,
                    KICKER,
                    slot("statement", points(60, 150, 720, 300), step(32), step(28)),
                    FOOTER,
                ),
            ),
            Layout(
                "table",
                "Table",
                (TITLE, KICKER, slot("table", points(60, 150, 720, 300), kind="table"), FOOTER),
            ),
            Layout(
                "chart",
                "Chart",
                (TITLE, KICKER, slot("chart", points(60, 150, 720, 300), kind="chart"), FOOTER),
            ),
            Layout(
                "picture",
                "Picture",
                (
                    TITLE,
                    KICKER,
                    slot("picture", points(60, 150, 720, 260), kind="picture"),
                    slot("caption", points(60, 420, 720, 30), step(18), max_lines=1),
                    FOOTER,
                ),
            ),
            Layout(
                "closing",
                "Closing",
                (slot("title", points(100, 150, 700, 240), step(36), step(28), kind="title"),),
            ),
        ),
        table=TableStyle(
            steps=(step(20), step(18), step(16), step(14)),
            head_fill="accent",
            head_text="ink",
            band_fill="rule",
            text="ink",
            rule="rule",
            margin_x=Length.points(8),
            margin_y=Length.points(5),
        ),
        chart=ChartStyle(
            sizes=(Length.points(16), Length.points(14)),
            series=("accent", "muted", "ink", "rule", "accent", "muted"),
            lines=("accent", "muted", "ink", "accent"),
            text="ink",
            grid="rule",
        ),
        template=Path("plain.pptx"),
    )


ALL_SLOTS = tuple(slot for layout in plain_theme().layouts for slot in layout.slots)
