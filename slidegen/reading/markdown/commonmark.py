"""markdown-it, set up for documents such as ours, and made to say where each word stands.

markdown-it gives the lines of a block but not the columns of its text. The
inline parser here notes under `PLACE`, for each token, the offset in the
block's content at which it was found, so that nothing has to be searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, blockquote, list_block, reference
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

from slidegen.patterns import compiled
from slidegen.reading.lines import is_wide

PLACE: Final = "place"
"""Key in `Token.meta`: offset of the token in the content of its block."""

DEEPEST = 24
"""Levels of quotes and lists, one in another (a list is two), beyond which their marks are text."""
NEVER_REACHED = 100
"""markdown-it leaves out what is nested deeper than this."""

PROSE_DEFINITION = compiled(r"\[[^\]]*\]:.*[\u3400-\u9fff]")
"""`[1]: 国务院办公厅`, which CommonMark takes for a link's address and would leave out."""

BlockRule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]

CONTAINERS: Sequence[tuple[str, BlockRule, Sequence[str]]] = (
    ("blockquote", blockquote, ("paragraph", "reference", "blockquote", "list")),
    ("list", list_block, ("paragraph", "reference", "blockquote")),
)
"""The blocks that hold blocks, and what each of them interrupts, as in CommonMark."""

PAGE_NUMBER = compiled(r"- ?\d+ ?-\s*")
"""`- 2 -`, which is no list in text that was taken from pages."""


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough and footnotes; HTML is told from text, not run."""
    markdown = MarkdownIt("commonmark")
    markdown.inline = PlacingInline()
    markdown.configure("commonmark", {"maxNesting": NEVER_REACHED})
    markdown.enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, inline=False, move_to_end=False)
    markdown.block.ruler.at("reference", _reference)
    for name, rule, interrupts in CONTAINERS:
        markdown.block.ruler.at(name, _within_reason(rule), {"alt": list(interrupts)})
    # Blocks are parsed here; their inline text only when they are read.
    markdown.core.ruler.disable("inline")
    # Joining would melt escapes and entities into the text around them, and lose their places.
    markdown.disable(["text_join", "fragments_join"])
    # Every target is parsed, so that one we don't want leaves its words and not its brackets.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    markdown.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return markdown


class PlacingInline(ParserInline):
    """The inline parser, noting places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        rules = self.ruler.getRules("")
        end = state.posMax
        pending_from = state.pos
        while state.pos < end:
            start, known, had_pending = state.pos, len(state.tokens), bool(state.pending)
            if not had_pending:
                pending_from = start
            if not (state.level < NEVER_REACHED and any(rule(state, False) for rule in rules)):
                state.pos = _end_of_unmarked(state.src, start, end)
                state.push("text", "", 0).content = state.src[start : state.pos]
            _note_places(state.tokens[known:], start, pending_from if had_pending else None)
        if state.pending:
            known = len(state.tokens)
            state.pushPending()
            _note_places(state.tokens[known:], end, pending_from)


def _end_of_unmarked(text: str, start: int, end: int) -> int:
    """Up to where the sign at *start*, which begins no markup, is repeated; the last of a row
    may begin some (`!!![`), and so may each bracket."""
    stop = start + 1
    while stop + 1 < end and text[start] != "[" and text[stop] == text[stop + 1] == text[start]:
        stop += 1
    return stop


def _note_places(tokens: list[Token], start: int, pending_from: int | None) -> None:
    """Note where *tokens* stand, which a rule made at *start*; those that a rule inside
    that rule made have their places already. The first may be text that was pending."""
    if pending_from is not None and tokens and tokens[0].type == "text":
        tokens[0].meta.setdefault(PLACE, pending_from)
    for token in tokens:
        if PLACE not in token.meta:
            token.meta[PLACE] = start
            if token.type == "text":
                start += len(token.content)


class _State(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """As CommonMark, except that a Chinese neighbour counts like white space does.

        By the letter of the rule, the second `**` in `**“两个维护”**是` closes nothing,
        because a letter (是) follows and punctuation (”) precedes it.
        """
        scanned = super().scanDelims(start, canSplitWord)
        before = self.src[start - 1] if start else " "
        after = self.src[start + scanned.length : start + scanned.length + 1] or " "
        wide_before, wide_after = is_wide(before), is_wide(after)
        if self.src[start] == "_" or not (wide_before or wide_after):
            return scanned
        return Scanned(
            scanned.can_open or (wide_before and not after.isspace()),
            scanned.can_close or (wide_after and not before.isspace()),
            scanned.length,
        )


def _within_reason(rule: BlockRule) -> BlockRule:
    def container(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        return (
            state.level < DEEPEST
            and not PAGE_NUMBER.fullmatch(_words(state, start_line))
            and rule(state, start_line, end_line, silent)
        )

    return container


def _reference(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if PROSE_DEFINITION.match(_words(state, start_line)):
        return False
    return reference(state, start_line, end_line, silent)


def _words(state: StateBlock, line: int) -> str:
    """What *line* says behind its indent and the marks of the blocks that it stands in."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
