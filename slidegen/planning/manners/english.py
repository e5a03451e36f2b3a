"""How points are chosen in English: what an official would show of a speech, report or memo."""

from __future__ import annotations

from slidegen.patterns import compiled as _
from slidegen.planning.manners.manner import Manner, Weight

ACTIONS = (
    "(?:advance|boost|build|call on|create|cut|deliver|develop|double|encourage|end|ensure|"
    "establish|expand|"
    "extend|foster|fund|implement|improve|increase|introduce|invest|launch|open|promote|protect|"
    "provide|"
    "publish|ratify|recruit|reduce|reform|release|replace|require|restore|set up|strengthen|"
    "support|train)"
)
"""Verbs of what is done, with which an item begins."""
ADVICE = (
    "(?:avoid|adopt|apply|ask|check|choose|keep|limit|maintain|make|review|start|test|use|work|"
    "write)"
)

OPENERS = "where|when|while|if|because|since|although|though|unless|until|as|with|by|once|whether"
"""What opens a clause that waits for the main one."""

NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|"
    "seventy|eighty|ninety|a hundred|a thousand|half|a third|a quarter|two-thirds|three-quarters"
)
OF_THIS = (
    "policy|agreement|report|guide|guidance|document|paper|notice|memorandum|memo|act|section|plan|"
    "programme|program|strategy|council|city|borough|county|town|district|state|country|nation|"
    "region|"
    "government|administration|department|agency|ministry|service|office|house|committee|board|"
    "year|month|week|spring|summer|autumn|fall|winter|morning|evening|budget|bill"
)
"""What `this` may name without pointing back: the document itself, its author, the time."""

COURTESY = _(
    r"(?i)\b(?:keep (?:this|it|my remarks) (?:short|brief)|jokes?|thank(?:s|ed|ing)?|"
    r"(?:heartfelt|deep) (?:thanks|appreciation|gratitude)|on behalf of|grateful|honou?red? to|"
    r"privilege|pleasure to|welcome (?:you|to)|pay tribute|congratulat\w+|"
    r"delighted to (?:be|see)|good (?:morning|afternoon|evening)|happy to (?:be|answer)|we owe)\b"
)
"""Thanks, a welcome, a word about the speech; what follows in the paragraph is seldom more."""
SIGNPOST = _(
    r"(?i)\b(?:let me (?:start|turn|begin)|turn (?:now )?to|begin (?:with|by)|asked to speak|"
    r"(?:want|wish|would like) to (?:talk|speak|turn|make a statement|say a (?:few )?words?)|"
    r"before I (?:close|finish|begin)|in closing|with your permission|"
    r"commend this (?:statement|report|bill|motion))\b"
)
"""What the speaker says about his speech."""

ENGLISH = Manner(
    shortest=18,
    longest=135,
    lengths=(
        (24, -0.7),
        (34, 0.0),
        (44, 0.6),
        (84, 1.2),
        (100, 1.0),
        (112, 0.6),
        (125, 0.1),
        (135, -0.4),
    ),
    weights=(
        Weight(
            "figure",
            1.1,
            _(
                r"[$£€¥]\s?\d|\d[\d,.]*\s?(?:%|percent|per cent|million|billion|trillion|thousand)|"
                r"\d[\d,.]*\s(?:people|years|days|hours|weeks|months|jobs|homes|miles|schools)|"
                r"(?<![\d-])(?!(?:1[89]|20)\d\d(?:\b|s))\d{2}[\d,.]*\b(?! (?:January|February|"
                r"March|April|May|"
                r"June|July|August|September|October|November|December)\b)|\b(?:1[89]|20)\d\d,\d"
            ),
        ),
        Weight(
            "figure",
            0.5,
            _(
                rf"(?i)\b(?:(?:{NUMBERS})(?= (?:percent|per|people|times|years? (?:ago|later)|"
                rf"weeks|months|new|more|"
                r"additional|hundred|thousand|of (?:the|all|our|every)|in))|twice|one in \w+|"
                r"doubled|tripled|halved|record (?:high|low|number|"
                rf"year)|"
                r"lowest|highest|largest|for the first time|first-ever)\b"
            ),
        ),
        Weight(
            "result",
            0.5,
            _(
                r"(?i)\b(?:increased|grew|fell|fallen|reduced|rose|risen|reached|exceeded|"
                r"surpassed|dropped|"
                r"completed|launched|achieved|opened|recruited|delivered|won|awarded|improved|cut|"
                r"built|"
                r"passed|created|secured|restored|lifted|commissioned)\b"
            ),
        ),
        Weight("action", 0.8, _(rf"^(?i:{ACTIONS})\b")),
        Weight("action", 0.45, _(rf"^(?i:{ADVICE})\b")),
        Weight(
            "promise",
            0.7,
            _(
                r"(?i)\b(?:(?<!you )will|shall|going to|plan to|intend to|commit(?:ted)? to|"
                r"propose(?:s)? (?:to|that)|"
                r"we (?:are|have) (?:launch|creat|build|invest|fund|expand)\w*)\b"
            ),
        ),
        Weight(
            "demand",
            0.75,
            _(
                r"(?i)\b(?:must|should|shall|need to|needs to|required to|requires?|"
                r"calls? (?:up)?on|urges?|recommend(?:s|ed)?|agreed to|approved?|resolved|let us|"
                r"let[’']s)\b|^(?i:do not|don[’']t)\b"
            ),
        ),
        Weight(
            "goal",
            0.35,
            _(
                r"(?i)\b(?:by|before) (?:the end of |\w+ )?(?:20\d\d|next year|\d+ \w+)|\b(?:goal|"
                r"aim|target) (?:is|of)\b"
            ),
        ),
        Weight(
            "name",
            0.3,
            _(
                r"(?<=[a-z] )(?:[A-Z][\w-]+ ){1,4}"
                r"(?:Act|Plan|Program|Programme|Initiative|Policy|Office|Agency|Board|Strategy|"
                r"Fund|Scheme|"
                r"Agenda|Treaty|Convention|Bill|Charter|Register|Commission|Authority|Goals)\b|"
                r"“[^”]+”|\"[^\"]+\""
            ),
        ),
        Weight(
            "lack",
            0.3,
            _(
                r"(?i)\b(?:shortages?|shortfall|gap|remains? (?:short|below)|lack(?:s|"
                r"ed)?|behind|too (?:long|many|few|slow))\b"
            ),
        ),
        Weight(
            "rhetoric",
            -1.2,
            _(
                r"(?i)\b(?:it is (?:important|worth|clear)|as we all know|"
                r"of great (?:significance|importance)|"
                r"needless to say|we are proud|extraordinary|remarkable|did not come easily|"
                r"proude?r? to|"
                r"nobody (?:in this|needs)|who could forget|god bless|bless you|history will|"
                r"spirit|"
                r"hearts?|dreams?|destiny|journey|hard work of|stood here|standing here|"
                r"in this room|"
                r"we are at a|moment in|pretend|applause)\b"
            ),
        ),
        Weight("courtesy", -1.5, COURTESY),
        Weight("signpost", -1.5, SIGNPOST),
        Weight(
            "example",
            -0.6,
            _(r"(?i)^(?:for example|for instance|e\.g\.|imagine|consider|suppose|take)\b"),
        ),
        Weight(
            "anecdote",
            -0.7,
            _(
                r"(?i)\b(?:my (?:father|mother|grand\w+|wife|husband|son|daughter|friend)|"
                r"I (?:met|remember|recall|grew up|was born|visited|saw|heard|spoke)|told me|"
                r"a (?:woman|man|girl|boy|family) (?:called|named|who))\b"
            ),
        ),
        Weight("cut off", -0.3, _(r"^[a-z]")),
        Weight(
            "points back",
            -0.6,
            _(
                r"(?i)^(?:to do (?:this|so)|in doing so|in th(?:is|ese|at|ose))\b|"
                r"^[^,]+, (?:they|it|this|these|those|he|she)\b|\b(?:these|those|"
                r"such) [a-z]+(?! who| that)|"
                r"\b(?:this|that) (?:is|was|has|will|matter|challenge|problem|approach|end|"
                r"means)\b|"
                r"\b(?:do|does|did|doing|done) (?:so|it|that|this)\b|^the (?:former|latter|same|"
                r"other)\b|"
                r"\bthe above\b|\bof (?:them|these|those)\b"
            ),
        ),
        Weight("pronoun", -0.3, _(r"(?i)\b(?:it|they|them|he|him|she)\b")),
        Weight(
            "loose quantity",
            -0.6,
            _(
                r"^(?:Some|Many|Others?|Both|Most|Each|Neither|All|Few|One|"
                r"Several) (?:also )?(?:is|are|was|were|have|has|had|will|of (?:these|them|"
                r"those))\b"
            ),
        ),
        Weight("question", -0.7, _(r"(?i)^(?:what|how|why|who|whatever)\b")),
        Weight("setting", -0.4, _(rf"^(?i:{OPENERS})\b")),
        Weight(
            "first person",
            -0.35,
            _(
                r"^(?:I|We(?:’re|'re| are| have been| know| all))\b|^[Ww]e (?:were|had|live|face|"
                r"meet|gather)\b"
            ),
        ),
        Weight(
            "opinion",
            -0.4,
            _(
                r"(?i)\bI (?:think|feel|suppose|hope|wish|wonder|love|like)\b|\b(?:perhaps|maybe|"
                r"somehow)\b"
            ),
        ),
    ),
    never=(
        _(
            rf"^(?i:(?:all )?(?:this(?! (?:{OF_THIS})\b)|these|that|those(?! (?:who|that|with|in|"
            rf"of|which)\b))|"
            r"it(?! (?:was|is) (?:agreed|resolved|decided|recommended|proposed|confirmed) that\b)|"
            r"its|they|their|them|he|she|his|her|such|which|who|whom|whose|whereas|so that|"
            r"including|"
            r"and|or|but|nor|then|here|there(?! (?:is|are|was|were|will|must|should|shall|can|has|"
            r"have)\b)|"
            r"neither|both(?! [A-Za-z]+ and))\b"
        ),
        _(r"^(?i:it[’']s|they[’'](?:re|ve)|that[’']s|there[’']s|he[’']s|she[’']s|here[’']s)"),
        # without its main clause
        _(rf"^(?i:{OPENERS})\b[^,]*$"),
        _(
            r"(?i)\b(?:and|or|of|to|the|a|an|in|on|for|with|by|at|from|that|which|is|are|was|were|"
            r"be|as|"
            r"following|follows|below|for example|for instance|such|like|we|our|their|not|also|if|"
            r"when|than|into|has|have|had|will|"
            r"can|must|"
            r"should|being|having|but)$"
        ),
        _(r"[?:]$|\blike so$|<[a-z/]|\]\(|\{\{"),
        # greets, thanks or announces, and says nothing
        _(
            r"(?i)^(?:thank you|thanks|good (?:morning|afternoon|evening)|ladies and gentlemen|"
            r"god bless)\b"
        ),
        # half of what came before: `so is`, `the more`
        _(r"^(?i:the (?:more|less|sooner)) (?!than)[^,]*$"),
    ),
    halves=(
        (_(r"(?i)\bnot (?:only|just|merely|simply)\b"), _(r"(?i)\bbut\b")),
        (_(r"(?i)^but also\b|^but (?:the|a|an) "), _(r"(?i)\bnot\b")),
        (_(r"(?i)\beither\b"), _(r"(?i)\bor\b")),
        (_(r"(?i)\bneither\b"), _(r"(?i)\bnor\b")),
        (_(r"(?i)\bboth\b(?! of| sides| parties)"), _(r"(?i)\band\b")),
        (_(r"(?i)\bbetween\b(?! us| them| \w+s\b)"), _(r"(?i)\band\b")),
        (_(r"(?i)\bwhether\b"), _(r"(?i)\bor\b|\bwhether [^,]{12,}")),
        (_(r"(?i)\bfrom \d[\w,.%]*$"), _(r"(?i)\bto\b")),
    ),
    later=-0.1,
    echo=-0.7,
    least=0.0,
)
