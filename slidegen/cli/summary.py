"""What came of it, in a line; with `--verbose`, every notice and every line left out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from slidegen.cli.reasons import REASONS
from slidegen.cli.tongue import say, tongue
from slidegen.notices import Notice

if TYPE_CHECKING:
    from slidegen.outline import Dropped
    from slidegen.pipeline import Conversion


def summarise(
    conversion: Conversion, target: Path | None, *, verbose: bool, stream: TextIO | None = None
) -> None:
    """To *stream*, by default standard output. Notices that count are never left unsaid."""
    out = stream or sys.stdout
    for notice in conversion.notices:
        if verbose or notice.counts:
            print(_notice(notice), file=out)
    if verbose:
        for dropped in _left_out(conversion):
            line, words = dropped.passage.line, dropped.passage.text
            reason = dropped.reason
            reason_zh = REASONS.get(reason, reason)
            print(
                say(
                    en=f"left out, line {line} ({reason}): {words}",
                    zh=f"略去第{line}行（{reason_zh}）：{words}",
                ),
                file=out,
            )
    print(_line(conversion, target, verbose=verbose), file=out)


def _left_out(conversion: Conversion) -> tuple[Dropped, ...]:
    """The dropped lines, but for those that nobody misses on a slide."""
    from slidegen.outline_form import LEFT_OUT

    dropped = conversion.stages.outline.dropped
    return tuple(one for one in dropped if one.reason not in ("front matter", LEFT_OUT))


def _notice(notice: Notice) -> str:
    where = ""
    if notice.line:
        where = say(en=f", line {notice.line}", zh=f"（第{notice.line}行）")
    words = notice.message.in_tongue(tongue())
    return say(en=f"notice{where}: {words}", zh=f"提醒{where}：{words}")


def _line(conversion: Conversion, target: Path | None, *, verbose: bool) -> str:
    scenes = conversion.stages.scenes.scenes
    slides, noted = len(scenes), sum(bool(scene.notes or scene.told) for scene in scenes)
    dropped = len(_left_out(conversion))
    quiet = sum(not notice.counts for notice in conversion.notices)
    en = [_count(slides, "slide"), f"{noted} with notes"]
    zh = [f"共{slides}页", f"{noted}页有备注"]
    if dropped:
        en.append(f"{_count(dropped, 'line')} of boilerplate left out")
        zh.append(f"略去与正文无关的文字{dropped}行")
    if quiet:
        en.append(_count(quiet, "notice"))
        zh.append(f"提醒{quiet}条")
    more_en = " (--verbose lists them)" if (dropped or quiet) and not verbose else ""
    more_zh = "（详见 --verbose）" if more_en else ""
    name = target or say(en="deck", zh="演示文稿")
    return say(en=f"{name}: {', '.join(en)}{more_en}", zh=f"{name}：{'，'.join(zh)}{more_zh}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
