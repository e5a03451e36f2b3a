"""The command line: arguments in, one call, words and an exit code out.

One module a command. Exit codes: 0 done; 1 no deck; 2 wrong usage; 3 deck made, but
`--strict` and a notice that counts; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from slidegen.cli.failing import print_bug, print_error, print_usage_error
from slidegen.errors import SlidegenError, reason_of
from slidegen.garbage import search_no_more, search_seldom
from slidegen.messages import Message

DONE, FAILED, INTERRUPTED = 0, 1, 130


def process() -> int:
    """`slidegen` as a process of its own; gives the exit code."""
    search_seldom()
    try:
        return main()
    finally:
        search_no_more()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `slidegen` with *arguments* (None: those of the process); gives the exit code."""
    if sys.stderr is None:  # closed by the caller; `print` would take standard output instead
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - as long as the process lives
    # What a console cannot show may not stop the work (GBK consoles, LC_ALL=C).
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _give_up_standard_output()  # the reader has gone: `| head`
        return FAILED
    except SlidegenError as error:
        print_error(error.message, error.hint)
        return FAILED
    except OSError as error:
        if error.filename is not None:
            print_bug(error)
            return FAILED
        # What has no name was open before us: the disk that standard output goes to is full.
        _give_up_standard_output()
        reason = reason_of(error)
        print_error(
            Message(
                en=f"standard output cannot be written: {reason.en}",
                zh=f"无法写入标准输出：{reason.zh}",
            ),
            Message(en="look for room on the disk", zh="请检查磁盘空间"),
        )
        return FAILED
    except Exception as error:  # a bug: its traceback stays, with a sentence below it
        print_bug(error)
        return FAILED


def _give_up_standard_output() -> None:
    """Python's own flush at exit would complain again of what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    from slidegen.cli.app import WRONG_USAGE, Abort, command, with_command

    try:
        words = with_command(arguments)
        done = command(words).main(words, "slidegen", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return done if isinstance(done, int) else DONE
    except Abort:
        return INTERRUPTED
    except WRONG_USAGE as error:
        return print_usage_error(error)
