"""Words that tie a clause to the one before it, and fall away when it stands alone."""

from __future__ import annotations

import re
from functools import lru_cache

from slidegen.patterns import compiled
from slidegen.planning.clauses import Span, is_chinese, trimmed
from slidegen.traditional import simplified

LINKS = (
    "同时|此外|另外|例如|比如|譬如|因此|所以|因而|为此|据此|对此|于是|然而|但是|不过|可是|但|而且|并且|"
    "首先|其次|再次|然后|最后|最终|总之|总的来看|总的来说|总体来看|总体上看|具体来说|具体而言|也就是说|换句话说|"
    "与此同时|在此基础上|除此之外|不仅如此|更为重要的是|更重要的是|特别是|尤其是|值得注意的是|"
    "据统计|据初步统计|据了解|据介绍|事实证明|实践证明|实践表明|众所周知|毫无疑问|"
    "一方面|另一方面|当前|目前|现在|近期|近日|日前|去年|今年|今年以来|去年以来|同年|期间|今天|今后|下一步|接下来|近年来|一年来|五年来|这一年|"
    "过去一年|过去的一年|过去五年|这一年来|反过来看|反过来说|反之|相反|由此可见|由此看来|总体看|总的看|可以说|应该说|应当说|客观地说|坦率地说|"
    "事实上|实际上|当然|诚然|显然|刚才|前不久|不久前|"
    "一年来我们|五年来我们|各位代表|同志们|朋友们|大家知道|我们相信|我们认为|我们看到|我们知道|大家都知道|要知道"
)
"""Shed with the mark behind them: 同时， 因此， 五年来，"""

ORDINALS = (
    r"[一二三四五六七八九十]{1,3}(?:是|要|则|来)|第[一二三四五六七八九十]{1,3}(?:是|，|,|、)|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]"
)
"""一是 二要 第三， （四） 5. ⑥: the number of an item; shed with or without a mark."""

FILLERS = "还|也|亦|又|则|便|并|更|就"
"""Between the speaker and the duty: 我们还要."""
DUTIES = "必须|务必|应当|应该|一定要|还要|也要|更要|仍要|就要|都要|要|应"
PROMISES = "需要|将继续|将要|将|会"
"""Shed behind a speaker only: `将` may mean 把, and `需要资金` loses its verb."""
JOINERS = "并且|并|而且|而|且|从而|进而|以及"
UNMARKED = "因此|同时|此外|例如|比如|其中|但是|但|然而|所以|故而"
"""Shed even where no mark follows."""

HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
CHINESE = compiled(
    rf"(?:{LINKS})[，,：:、]\s*"
    rf"|(?:{ORDINALS})[，,：:]?\s*"
    rf"|我们(?:{FILLERS})?(?:(?:{DUTIES})(?!求)|{PROMISES})?(?!的|党|国|市|省|县|区|都|俩)(?={HAN}{{3}})"
    rf"|(?:我|大家)(?:{FILLERS})?(?:{DUTIES})(?!求)(?={HAN}{{3}})"
    rf"|(?:{FILLERS})?(?:{DUTIES})(?={HAN}{{2}})"
    rf"|(?:{UNMARKED})(?={HAN}{{4}})"
    rf"|(?:{JOINERS})(?={HAN}{{3}})"
)
YEAR = compiled(
    r"(?:在)?(?:\d{2,4}|20[xX×]{2}|[xX×]{2,4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|来|"
    r"底|末)?[，,]\s*"
    r"|[今去前]年(?:上半年|下半年|[春夏秋冬]季?|年?[初底]|\d{1,2}月(?:份|初|底|\d{1,2}日)?)?(?:以来)?[，,]\s*"
)
"""`20xx年，` before the clause that it dates: the slide's heading or the notes tell the year."""

NOT_SHED = compiled(
    "要[素点求务害件闻员道强]|要是|应[急用对届收变聘邀试]|并[购轨网存举重行发联入]|且末|而[立今]|"
    "以及时|就[业近地医学读诊餐任职]|更[新加多好高强优]|又好|也[是有]|同时[期代具]"
)
"""Words that begin like a connective and are none."""

LINKS_ENGLISH = (
    "however|therefore|thus|hence|moreover|furthermore|in addition|additionally|for example|"
    "for instance|in particular|as a result|consequently|accordingly|meanwhile|at the same time|"
    "in short|in brief|in conclusion|in summary|in sum|to conclude|to sum up|finally|first|firstly|"
    "first of all|second|secondly|third|thirdly|lastly|last but not least|also|indeed|of course|"
    "in fact|in truth|nevertheless|nonetheless|still|besides|that said|then|next|instead|similarly|"
    "likewise|by contrast|in contrast|on the other hand|on the one hand|on top of that|"
    "what is more|"
    "above all|more importantly|most importantly|importantly|overall|in general|generally|clearly|"
    "simply put|put simply|in other words|to that end|to this end|for this reason|for that reason|"
    "for these reasons|with this in mind|with that in mind|in this regard|in that spirit|"
    "in this context|as such|as you know|as we all know|as we know|as i said(?: earlier)?|"
    "as i mentioned(?: earlier)?|again|well|yes|no|now|so|today|tonight|as always|"
    "not surprisingly|unfortunately|fortunately|happily|sadly|frankly|make no mistake|"
    "let me be (?:very |quite |absolutely )?(?:clear|honest|frank)|"
    "(?:my )?(?:dear )?(?:fellow \\w+|friends|colleagues|comrades|delegates)|ladies and gentlemen|"
    "(?:your )?excellencies|honou?rable members|(?:mr|madam|mister)\\.? (?:speaker|president|"
    "chair\\w*)"
)
"""Shed with the comma or colon behind them: However, In addition, Let me be clear:"""

SAYING = (
    r"(?:say|report|announce|tell you|confirm|inform you|stress|emphasi[sz]e|add|note|repeat|"
    r"remind you)"
)
FRAMES = (
    r"(?:that|this) is (?:exactly |precisely )?why|which is why|"
    rf"(?:and )?I am (?:\w+ )?(?:pleased|proud|delighted|happy|"
    rf"glad) to (?:be able to )?{SAYING}(?: today)? that|"
    rf"I (?:can|must|should|want to|would like to|also want to|will) (?:\w+ )?{SAYING}(?: today|"
    rf" tonight)? that|"
    rf"let me (?:\w+ )?{SAYING} that|I (?:firmly |truly )?(?:believe|think|know) that|"
    r"it is (?:important|worth|vital|essential|necessary) "
    r"(?:to (?:remember|note|recall|understand|recogni[sz]e)|remembering|noting|recalling) that|"
    r"it is (?:clear|true|a fact|also true|no secret|well known|worth saying) that|"
    r"(?:the )?(?:truth|fact|result|reality) is that|there is no doubt that|we all know that|"
    r"(?:(?:few|many|some|most|all) of you|(?:honou?rable )?(?:members|colleagues)) (?:will )?"
    r"(?:know|recall|remember|be aware) that|this (?:ultimately |also |in turn )?means that"
)
"""Shed with the statement left that they lead to: I am pleased to report that"""

NUMBERS_ENGLISH = r"\d{1,2}(?:\.\d{1,2}){1,3}\.?|\((?:[a-z]|[ivx]{2,4}|\d{1,2})\)"
"""3.1 (a) (iv): the number of a paragraph, before its first sentence."""

ENGLISH = compiled(
    rf"(?:{NUMBERS_ENGLISH})\s+(?=(?-i:[A-Z]))|(?:{LINKS_ENGLISH})\s?[,:]\s+|(?:{FRAMES}),?\s+"
    r"|(?:however|therefore|and|but|so|yet)\s+(?!far\b|that\b|long\b|much\b|many\b|as\b|to\b|"
    r"for\b|again\b)",
    re.IGNORECASE,
)


def shed(text: str, span: Span) -> Span:
    """*span* without the connectives, ordinals and 我们要 that it begins with."""
    return trimmed(text, Span(span.start + _shed(span.of(text)), span.end))


@lru_cache(maxsize=1024)
def _shed(words: str) -> int:
    """How many characters *words* lose; kept for the other points that begin with them."""
    is_han = is_chinese(words)
    pattern = CHINESE if is_han else ENGLISH
    words = simplified(words) if is_han else words
    start = 0
    while after := _connective(pattern, words, start):
        start = after
    return start


def _connective(pattern: re.Pattern[str], words: str, start: int) -> int | None:
    """Where the words after the connective at *start* begin; None if there is none."""
    if NOT_SHED.match(words, start):
        return None
    match = pattern.match(words, start) or (
        YEAR.match(words, start) if pattern is CHINESE else None
    )
    return match.end() if match and match.end() < len(words) else None
