"""What a Chinese text measures: each quantity with the words that say what it is of.

The words before a quantity name it (新增绿道 of 新增绿道1000公里); words behind it go on where
it stands in their midst (启动改造项目 of 启动26个改造项目). A figure that only adds to the one
before takes over its subject: of `总额4.5万亿元、增长5.6%` the second is of 总额 and 增长. Where
it cannot be told what a number is of, it is no figure: a wrong label is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from slidegen.patterns import compiled
from slidegen.planning.clauses import Span, clauses, is_balanced, protected
from slidegen.planning.connectives import shed
from slidegen.planning.figures import chinese_wording as wording
from slidegen.planning.figures.found import Found, melted
from slidegen.planning.figures.pairing import things
from slidegen.planning.figures.quantities import Quantity, quantities
from slidegen.planning.figures.settings import Setting, settings

Stretches: TypeAlias = tuple[Span, ...]

SHORTEST, LONGEST = 2, 24
"""Characters of a label, without the date of a goal."""
LEAST_SAID = 3
"""The same where neither 达 nor 增长 says that the words are measured."""
MARKS = compiled("[，,；;。！!？?：:]")


class Sense(Struct, frozen=True):
    """What the words before a quantity come to."""

    subject: Span
    """What it is a quantity of, without what has become of it."""
    said: Span
    """The subject and what has become of it: 产量 and 增长."""
    is_linked: bool
    """Whether 达, 为 or the like led to the quantity."""
    is_change: bool
    deed: Span | None
    """`新增` of 新增绿道: a verb with all before it, where the words tell of something done."""


class Told(Struct):
    """What a sentence has told so far, to be taken over by what follows in it."""

    owner: Stretches = ()
    """What the last figure was of."""
    is_deed: bool = False
    """Whether that was something done, not something that there is."""
    deed: Span | None = None
    goal: Stretches = ()
    """The date that goals are set for: `到2030年，`."""


def chinese_figures(text: str) -> Iterator[Found]:
    """The figures of *text*, which is `plain`, in order."""
    held = protected(text)
    known = quantities(text)
    starts, ends = [q.start for q in known], [q.end for q in known]
    told, sentence = Told(), 0
    for clause in clauses(text):
        if clause.sentence != sentence:
            told, sentence = Told(), clause.sentence
        span = _without_full_stop(text, clause.span)
        words = span.of(text)
        if wording.GOAL_DATE.fullmatch(words):
            if wording.SET_FOR.match(words):
                told.goal = (Span(span.start, span.end + len(clause.mark)),)
            continue
        within = known[bisect_left(starts, span.start) : bisect_right(ends, span.end)]
        inside = [q for q in within if _counts(text, q, span)]
        earlier = told.deed
        if not words.startswith("其中"):
            told.deed = None
        if not inside:
            told.owner = ()
        for number, setting in enumerate(settings(text, span, inside, held)):
            if setting.others:
                labels = _paired(text, setting)
                told.owner = ()
            else:
                # 新增企业3家，院所2个: whether these are new, too, is not said
                is_doubtful = earlier is not None and told.deed is None and not number
                labels = [(setting.quantity, _label(text, setting, told, is_doubtful=is_doubtful))]
            for quantity, label in labels:
                if _is_label("".join(part.of(text) for part in label)):
                    yield Found(quantity, melted((*told.goal, *label)), span)


def _without_full_stop(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip("。！？!?…")))


def _counts(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether a duration is a figure: after 连续, or where nothing but another one follows."""
    if quantity.kind != "duration" or quantity.end == clause.end or text[quantity.end] == "、":
        return True
    before = text[clause.start : quantity.start]
    return before.endswith(("从", "由")) or wording.LASTS.search(before) is not None


def _label(text: str, setting: Setting, told: Told, *, is_doubtful: bool) -> Stretches:
    """The stretches that name the quantity, empty if that cannot be said; *told* is kept up."""
    sense = _sense(text, setting)
    said = sense.said.of(text)
    inherited = told.deed
    if sense.deed:
        told.deed = sense.deed
    # 新增县区26个，累计达到46个: how many there are in all is not told of a deed
    owner = () if told.is_deed and sense.is_linked else told.owner
    label = _named(text, setting, sense, owner)
    if label and _is_bare(sense) and not sense.deed:
        if inherited and not wording.STATES.search(said):
            label = () if len(setting.after) and len(sense.said) else (inherited, *label)
        elif is_doubtful and len(sense.said) and not wording.STATES.search(said):
            label = ()
        if sum(map(len, label)) < LEAST_SAID:
            label = ()
    if not label:
        told.owner = ()
    elif wording.SHARE_OF.match(said):
        told.owner, told.is_deed = label, False
    elif len(sense.subject):
        told.owner = (_without_carrying_out(text, sense.subject), setting.after)
        told.is_deed = sense.deed is not None or wording.DEED.search(said) is not None
    return label


def _is_bare(sense: Sense) -> bool:
    """Whether nothing but their place says that the words are measured."""
    return not sense.is_linked and not sense.is_change


def _sense(text: str, setting: Setting) -> Sense:
    span = shed(text, setting.before)
    if done := wording.DONE.match(text, span.start, span.end):
        span = Span(done.end(), span.end)
    lead = wording.LEADING.match(text, span.start, span.end)
    if lead and lead.end() < span.end:
        span = Span(lead.end(), span.end)
    words = span.of(text)
    link = (wording.EXISTS if len(setting.after) else wording.LINK).search(words)
    is_linked = link is not None or setting.has_arrived or setting.quantity.kind == "rank"
    if link:
        words = words[: link.start()]
    change = None if is_linked else wording.CHANGE.search(words)
    if change and not change.start() and len(setting.after):
        change = None  # 减少12个环节
    if change:
        words = words.removesuffix("了")
    elif trailing := wording.TRAILING.search(words):
        words = words[: trailing.start()]
    said = Span(span.start, span.start + len(words))
    subject = Span(span.start, span.start + change.start()) if change else said
    deed = None
    if not is_linked and not change and (match := wording.VERB.match(words)):
        deed = Span(span.start, span.start + match.end())
    return Sense(subject, said, is_linked, change is not None, deed)


def _named(text: str, setting: Setting, sense: Sense, owner: Stretches) -> Stretches:
    """The words around the quantity that name it, with its *owner* where they have no subject."""
    kind, said, before = setting.quantity.kind, sense.said.of(text), setting.before.of(text)
    led = before + text[setting.quantity.verb : setting.quantity.start]
    if wording.PER_HEAD.search(before) or wording.BOTH.search(led) or wording.RATHER.match(said):
        return ()
    if kind == "bare" and not setting.has_arrived:
        return ()
    lasts = wording.LASTS.search(before) is not None
    if kind == "duration" and not lasts and (len(setting.after) or _is_bare(sense)):
        return ()
    if len(setting.after):
        return _named_around(text, setting, sense, owner)
    if wording.SHARE_OF.match(said) or not len(sense.subject):
        is_rate = any(map(wording.RATE.search, (part.of(text) for part in owner)))
        if is_rate and sense.is_change and kind != "share":
            return ()  # 优良天数比例77%、增加13天
        return (*owner, sense.said) if owner else ()
    if before.lstrip().startswith("其中") and len(sense.subject) < LEAST_SAID:
        return ()  # 其中企业162万户: of what 其中 speaks is not in the label
    return (sense.said,)


def _named_around(text: str, setting: Setting, sense: Sense, owner: Stretches) -> Stretches:
    """The same for a quantity in the midst of its words: they join where it is left out."""
    after, words, said = setting.after, setting.after.of(text), sense.said.of(text)
    if setting.quantity.kind == "rank" or sense.is_change or wording.ATTRIBUTE.match(words):
        return ()
    if wording.LINKED_ON.search(said):
        return ()
    if setting.quantity.kind == "share" and wording.TAKES_PART.search(said):
        return ()
    if words.startswith("的"):
        if len(words) == 1 or wording.STATES.search(said):
            return ()  # 违法所得五万元以上的, 年运量150万吨以上的企业: a condition
        after = Span(after.start + 1, after.end)
    if setting.quantity.unit.of(text).endswith("元") and wording.DEED_FIRST.match(words):
        return (after,)  # 筹措7亿元实施惠民工程
    if wording.LASTS.fullmatch(said):
        return (*owner, sense.said, after) if owner else ()
    return (sense.said, after)


def _without_carrying_out(text: str, subject: Span) -> Span:
    """产值 of 完成产值 and 实现产值: `完成产值增长` is no Chinese."""
    carried_out = subject.of(text).startswith(("完成", "实现"))
    return Span(subject.start + 2, subject.end) if carried_out else subject


def _paired(text: str, setting: Setting) -> list[tuple[Quantity, Stretches]]:
    """分别: the first thing with the first value, and so on."""
    before, values = setting.before, (setting.quantity, *setting.others)
    at = text.find("分别", before.start, before.end)
    if at < 0 or len(setting.after):
        return []
    rest = Span(at + len("分别"), before.end)
    if link := wording.LINK.search(rest.of(text)):
        rest = Span(rest.start, rest.start + link.start())
    named = things(text, Span(before.start, at), len(values))
    return [(value, (*name, rest)) for value, name in zip(values, named or (), strict=False)]


def _is_label(words: str) -> bool:
    """Whether *words* say by themselves what is measured."""
    return (
        SHORTEST <= len(words) <= LONGEST
        and not wording.VAGUE.fullmatch(words)
        and not wording.DEED_FIRST.fullmatch(words)
        and not wording.UNSAID_START.match(words)
        and not wording.UNSAID_END.search(words)
        and not MARKS.search(words)
        and is_balanced(words)
    )
