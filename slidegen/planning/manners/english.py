"""How points are chosen in English, whose clauses lean on one another."""

from __future__ import annotations

from re import compile as _

from slidegen.planning.manners.manner import Manner, Weight

ACTIONS = (
    "(?:advance|build|boost|create|cut|deliver|develop|encourage|ensure|establish|expand|foster|fund|improve|"
    "increase|introduce|invest|launch|maintain|make|open|promote|protect|provide|publish|raise|reduce|reform|"
    "require|strengthen|support|train|use|work|avoid|write|keep|adopt|implement|set|start|test|review)"
)

OPENERS = "where|when|while|if|because|since|although|though|unless|until|as|with|by"
"""What opens a clause that waits for the main one."""

ENGLISH = Manner(
    shortest=18,
    longest=135,
    lengths=((28, -0.3), (40, 0.5), (90, 1.3), (105, 0.9), (120, 0.6), (135, 0.3)),
    joined=110,
    joins=(),
    weights=(
        Weight(
            "figure",
            1.1,
            _(
                r"[$£€]\s?\d|\d[\d,.]*\s?(?:%|percent|per cent|million|billion|trillion|thousand)|"
                r"\d[\d,.]*\s(?:people|years|days|hours)|\b(?!(?:19|20)\d\d\b)\d{2,}\b"
            ),
        ),
        Weight(
            "result",
            0.5,
            _(
                r"(?i)\b(?:increased|grew|fell|reduced|rose|reached|exceeded|completed|launched|achieved|first)\b"
            ),
        ),
        Weight("action", 0.8, _(rf"^(?i:{ACTIONS})\b")),
        Weight(
            "demand",
            0.6,
            _(r"(?i)\b(?:must|should|shall|will|need to|needs to|required to|do not|don't)\b"),
        ),
        Weight(
            "name",
            0.3,
            _(
                r"(?<=[a-z] )(?:[A-Z][\w-]+ ){1,4}"
                r"(?:Act|Plan|Program|Programme|Initiative|Policy|Office|Agency|Board|Strategy)\b|"
                r"“[^”]+”|\"[^\"]+\""
            ),
        ),
        Weight(
            "rhetoric",
            -1.2,
            _(
                r"(?i)\b(?:it is (?:important|worth|clear)|as we all know|"
                r"of great (?:significance|importance)|needless to say|we are proud|"
                r"extraordinary|remarkable|did not come easily)\b"
            ),
        ),
        Weight("example", -0.6, _(r"(?i)^(?:for example|for instance|e\.g\.|imagine|consider)\b")),
        Weight("cut off", -0.9, _(r"^[a-z]")),
        Weight(
            "points back",
            -0.6,
            _(
                r"(?i)^(?:to do (?:this|so)|in doing so|in th(?:is|ese|at|ose))\b|"
                r"^[^,]+, (?:they|it|this|these|those|he|she)\b|\b(?:these|those) [a-z]+"
            ),
        ),
        Weight("setting", -0.5, _(rf"^(?i:{OPENERS})\b")),
        Weight("first person", -0.3, _(r"^(?:I|We(?:’re|'re| are| have been))\b")),
    ),
    never=(
        _(
            r"^(?i:(?:all )?(?:this|these|that|those)|it|its|they|their|them|he|she|his|her|such|"
            r"which|who|whom|whose|whereas|so that|including|and|or|but|nor|then|here|there)\b"
        ),
        # without its main clause
        _(rf"^(?i:{OPENERS})\b[^,]*$"),
        _(
            r"(?i)\b(?:and|or|of|to|the|a|an|in|on|for|with|by|at|from|that|which|is|are|was|were|be|as|following|follows|below)$"
        ),
        _(r"[?:]$|<[a-z/]|\]\(|\{\{"),
        # a clause with `that` and without its verb
        _(r"(?i)\bthat (?:(?!is|are|ha[sv]e?|will|can|must|should|does|was|were)[\w-]+ ?){1,4}$"),
    ),
    completes=_(r"(?i)(?:then|so that)\b"),
    governs=_(r"(?i)^(?:if|unless|until|by (?:\w+ )?\d{4})\b"),
    ungoverned=-0.8,
    halves=(
        (_(r"(?i)\bnot (?:only|just|merely)\b"), _(r"(?i)\bbut\b")),
        (_(r"(?i)\beither\b"), _(r"(?i)\bor\b")),
        (_(r"(?i)\bneither\b"), _(r"(?i)\bnor\b")),
        (_(r"(?i)\bboth\b"), _(r"(?i)\band\b")),
    ),
    follows=-0.3,
    later=0.0,
    echo=-1.2,
)

SUBORDINATE = _(
    r"(?i)^(?:in|on|at|by|for|with|when|while|if|as|after|before|since|because|although|though|to|from|under|"
    r"through|during|over|despite|unlike|according|given|once|until|unless|whether|where|having|being|\w+ing)\b"
)
"""What an English sentence may open with before its main clause: never cut right behind it."""
RELATIVE = _(r"^(?:who|whom|whose|which|where|when|while)\b")
"""What may stand in the middle of a clause, so that the sentence goes on behind it."""
TAIL = _(
    r"^(?:and (?:I|we|it|they|the|this|that|he|she)|but|so|which|who|where|while|whereas|although|"
    r"though|because|as well as|including|such as|\w+ing|especially|particularly|rather than|not)\b"
)
"""What may follow the comma at which an English sentence is cut short."""
