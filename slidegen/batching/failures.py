"""Why there is no deck, in words: one `Failure` for each thing that stops a document."""

from __future__ import annotations

import re
import traceback

from slidegen.batching.job import Failure
from slidegen.errors import SlidegenError
from slidegen.messages import Message

OUT_OF_MEMORY = Failure(
    "out of memory",
    Message(en="the document needs more memory than there is", zh="内存不足，无法转换这个文档"),
    Message(
        en="split it, or run fewer at a time with --jobs",
        zh="请把它拆成几份，或用 --jobs 减少同时转换的份数",
    ),
)
TOO_SLOW = Failure(
    "timeout",
    Message(
        en="the document took longer than --timeout allows",
        zh="转换这个文档的时间超过了 --timeout 的限制",
    ),
    Message(en="allow more, or split the document", zh="请放宽时限，或把文档拆成几份"),
)


def failure_of(error: BaseException) -> Failure:
    """What *error* says of the document that it stopped; what we do not raise is a bug."""
    match error:
        case SlidegenError():
            return Failure(_kind_of(error), error.message, error.hint)
        case MemoryError():
            return OUT_OF_MEMORY
        case _:
            return _bug(error)


def died(how: str) -> Failure:
    """Of the process, *how* in the system's words."""
    return Failure(
        "worker died",
        Message(
            en=f"the process that worked on the document died ({how})",
            zh=f"负责转换这个文档的进程意外终止（{how}）",
        ),
        Message(
            en="often the system was short of memory: run fewer at a time with --jobs",
            zh="多因系统内存不足：请用 --jobs 减少同时转换的份数",
        ),
    )


def _kind_of(error: SlidegenError) -> str:
    """The name of its class in words: `malformed source`, `output error`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()


def _bug(error: BaseException) -> Failure:
    """With where it happened, for the report to be worth sending."""
    told = "".join(traceback.format_exception(error)).rstrip()
    return Failure(
        "bug",
        Message(
            en=f"slidegen itself is at fault ({error!r})\n{told}",
            zh=f"slidegen 内部出错（{error!r}）\n{told}",
        ),
        Message(
            en="please report it with the lines above",
            zh="请把以上内容反馈给开发者",
        ),
    )
