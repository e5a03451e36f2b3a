"""What makes a point worth a slide, language by language: the tables that condensing goes by.

To teach it something, add a line here; the code knows no words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from slidegen.planning.clauses import is_chinese


@dataclass(frozen=True, slots=True)
class Weight:
    why: str
    """The reason in a word; a chosen point carries that of its heaviest."""
    value: float
    pattern: re.Pattern[str]
    """Looked for anywhere in the candidate."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How points are chosen in one language. Lengths are in characters."""

    shortest: int
    longest: int
    lengths: tuple[tuple[int, float], ...]
    """Weight of a length: that of the first entry that is not shorter."""
    joined: int
    """How long clauses may become by joining."""
    joins: tuple[tuple[bool, float], ...]
    """Weight of joining, by whether the clauses are alike: all measures, or all figures."""
    weights: tuple[Weight, ...]
    never: tuple[re.Pattern[str], ...]
    """What cannot stand alone, whatever its weight."""
    completes: re.Pattern[str]
    """How a clause begins without which the one before it is not whole: 就……, 才……."""
    governs: re.Pattern[str]
    """A clause that says when or on what condition the next one holds: 到2030年底, 如果……."""
    ungoverned: float
    """Weight of being cut off from such a clause."""
    halves: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """Pairs of which neither may stand without the other."""
    follows: float
    """Weight of each clause that stands before it in its part of the sentence."""
    later: float
    """Weight of not being in the first sentence, where the argument is only opened."""
    echo: float
    """Weight of a candidate all of whose words are in the heading; less in proportion."""


def _(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


MEASURES = (
    "实施|开展|打造|培育|制定|出台|启动|成立|设立|实现|完成|新增|新建|新培育|新改建|建成|建设|改造|淘汰|盘活|举办|引进|"
    "吸引|扩大|推行|推广|严守|严禁|不得|禁止|申请|提交|报送|公开|配备|组织|整治|化解|支持|鼓励|引导|推动|推进|推出|"
    "高标准|高质量|高水平|集中(?=.{0,3}[整开力处办治建化])|改革(?!开放|发展)|争取|遏制|坚决|守牢|兜牢|筑牢|牢牢"
)
"""Verbs of what is done, with which a point begins."""
CARES = (
    "加快|加强|加大|强化|深化|优化|完善|健全|建立|构建|提升|提高|落实|严格|保障|确保|发展|促进|规范|整合|治理|防范|"
    "做好|做强|做优|抓好|抓实|办好|用好|管好|稳定|巩固|拓展|统筹|把|将"
)
"""Verbs of care, which promise less."""
MANNERS = (
    "全面|大力|积极|持续|扎实|有序|稳步|深入|全力|着力|努力|力争|"
    "一体|分类|分批|加力|高效|进一步|有力|稳妥"
)
"""How it is done, set before the verb."""

UNITS = (
    "个|项|家|公里|公顷|平方|米|张|套|吨|亩|元|人|户|件|部|台|座|条|所|处|次|名|万|亿|辆|起|只|株|"
    "场|支|例|宗|级|千瓦|标箱|℃|小时|分钟|天|"
    r"(?<!\d{4})年(?!前|来|度|代|底|初|末|\d)"
)
COUNTED = "个|项|家|公里|亩|户|件|座|条|所|万|亿|批次"
NUMERALS = "(?<![“第二三四五六七八九十百千])(?:[二三四五六七八九十百千两]+|一[百千万亿十])"
"""`一个` and `一项` count nothing, and `第三条` or `“三个体系”` are names."""

CHINESE = Manner(
    shortest=7,
    longest=45,
    lengths=((8, -0.4), (11, 0.4), (24, 0.9), (32, 1.1), (38, -0.3), (45, -1.5)),
    joined=40,
    joins=((True, 0.8), (False, 0.3)),
    weights=(
        Weight(
            "figure",
            1.35,
            _(
                rf"\d[\d,.]*(?:[%％‰]|[万亿千百]|{UNITS})|{NUMERALS}(?:{COUNTED}|倍|成)(?!区|街道)|数[十百千万]"
            ),
        ),
        Weight(
            "result",
            0.9,
            _(
                r"增长(?=$|[，,、；;\d了超近约至到较]|[一二三四五六七八九数两])|下降|达到?\d|超过?\d|突破\d|首次|首个|(?<!放在)首位|率先|"
                r"(?:第一|前列)(?=$|[，,、；;])|翻番|全覆盖|清零|(?:成立|出台|建立|启动)了|印发了?《|获批|获评|"
                r"获得(?:了|.{0,12}(?:奖|称号|认[证定]|表彰|荣誉|批准))|填补|通过.{0,8}验收|创.{0,6}新高|"
                r"建成(?!区|以?后|之后|的|.{1,4}年)|投运"
            ),
        ),
        Weight("action", 0.75, _(rf"^(?:{MEASURES})")),
        Weight("care", 0.35, _(rf"^(?:{CARES})")),
        Weight("manner", 0.75, _(rf"^(?:{MANNERS})")),
        Weight(
            "demand", 0.4, _(r"^.{0,14}(?:要|必须|应当|务必|不得)(?!求|素|点|务|闻|员|害|件|来)")
        ),
        Weight(
            "name",
            0.15,
            _(r"《[^》]+》|“[^”]{2,14}”|(?:工程|计划|行动|条例|方案|办法|机制)(?=$|[，,])"),
        ),
        Weight("goal", 0.35, _(r"打造.{4,}(?:高地|枢纽|中心|支点|窗口|标杆)")),
        Weight(
            "subject", 0.45, _(r"^(?:各级|全[市省国县区]|我[市省县区国]|[市省]委|企业|各部门|各地)")
        ),
        Weight("lack", 0.35, _(r"差距|短板|不足|问题(?!整治)|不平衡|困难")),
        Weight(
            "rhetoric",
            -1.4,
            _(
                r"具有.{0,8}意义|至关重要|充分(?:说明|证明|体现|表明)|领导下|为指导|精神|倍受|鼓舞|不平凡|极不|赋予|指引|"
                r"众所周知|的(?:源泉|基石|灵魂|生命线|必然选择|具体行动|内在要求|应有之义)|离不开|来之不易|迎难而上|"
                r"砥砺|牢记|感恩|继续努力|^一定|系统工程|专业性强|好不好|"
                r"意义重大|开局之年|收官之年|征程|前景可期|催人奋进|波澜壮阔|埋头苦干|想一想|问一问|看一看|算一算|扪心自问"
            ),
        ),
        Weight("pair", -1.5, _(r"^(?:不仅|不但|既|一方面)")),
        Weight(
            "setting",
            -0.9,
            _(
                r"^(?:围绕|聚焦|按照|根据|针对|面对|依托|通过|立足|随着|经过|为了|坚持|突出|强化.{1,6}意识|"
                r"为(?!民|农|企|基层)|以(?!.{1,16}(?:为|推动|促进|带动|提升|引领))|"
                r"在(?!.{1,20}(?:实现|建成|建立|推广)))"
            ),
        ),
        Weight(
            "effect",
            -0.4,
            _(
                r"^(?:营造|形成|激发|增强|提升.{2,8}(?:水平|能力|力)$|提高.{2,10}(?:水平|能力|效率|力)$|促进了|推动了|"
                r"有效|更好|切实|不断|不用|为.{2,20}(?:提供|作出|奠定|注入)|让|使|充分发挥|用于|用以|以便|确保各项)"
            ),
        ),
        Weight(
            "points back",
            -0.8,
            _(
                r"这(?:一(?!年)|些|种|项|类|样)|^[^，,]*(?:上述|以上(?=[^，,]*[的工问])|却(?!步|不)|等.{0,3}方面)"
            ),
        ),
        Weight(
            "proceedings",
            -1.4,
            _(
                r"(?:通报|汇报|介绍|宣读|传达|学习)了|作了.{0,8}(?:发言|交流|报告|部署|汇报)|"
                r"^(?:今天)?[^，,]{0,8}(?:召开|举行)[^，,]*(?:会|会议|仪式)$"
            ),
        ),
        Weight("done", -0.4, _(r"^[\u4e00-\u9fff]{2,4}了")),
        Weight("example", -0.6, _(r"^(?:以.{1,8}为例|某)|某.{0,6}(?:企业|公司|单位)")),
        Weight(
            "routine",
            -0.7,
            _(
                r"^(?:统筹抓好|认真|自觉|继续做好|做好|落实|配合|保障.{2,10}权益$|深入开展|加强.{2,8}管理$)"
            ),
        ),
        Weight(
            "empty tail",
            -0.8,
            _(
                r"[，,](?:为[^，,]{2,24}(?:提供|作出|奠定|注入|贡献)|营造|激发|促进了|有效|有力|切实|不断|"
                r"确保[^，,]{2,16}(?:落实|到位|实处)|取得了?[^，,]{0,6}成效)[^，,]*$"
            ),
        ),
        Weight(
            "tail of care",
            -0.5,
            _(r"[，,](?:加强|完善|提升|提高|促进|强化|优化|健全)[^，,\d]*$"),
        ),
        Weight(
            "noun phrase",
            -1.2,
            _(
                rf"^(?!{MEASURES}|{CARES}|{MANNERS})(?![^，,]*(?:是|有|要|将|已|能|了|达|成为|实现))"
                r"[^，,]*的[^，,的]{1,8}(?:《[^》]+》)*$|等[^，,]{2,8}问题$"
            ),
        ),
        Weight("hearsay", -0.5, _(r"^[^，,]{2,14}(?:说|表示|介绍|认为|指出)[，,：:]")),
        Weight(
            "ceremony",
            -3,
            _(
                r"向大会(?:报告|作)|请.{0,6}审议|一并审议|提出(?:宝贵)?意见$|(?:报告|通知|汇报|意见|规定|决定)如下|"
                r"受.{2,16}委托|印发给你们|贯彻执行$|遵照执行$|我(?:谨)?代表|(?:衷心|诚挚)(?:的)?感谢|致以"
            ),
        ),
        Weight(
            "telling",
            -0.95,
            _(r"(?:看到|认识到|指出|强调|要求|提出)(?=$|[，,])|^(?:齐聚|欢聚|感谢)"),
        ),
    ),
    never=(
        # begins with a word that points back, or that only joins
        _(
            r"^(?:其(?!他|余)|该|是(?!否)|此|它|他|她|这|那|上述|前者|后者|[将把使对为让给由与]其|从而|因而|以此|由此|如此|使之|"
            r"之|的|地(?!区|方|级|下|铁|质|理|铁)|得(?!到|益)|等等|即(?!时|将)|及(?!时)|和(?!美|谐|平)|与(?!会|时)|或|"
            r"至|还|也|又|更(?!好|加|新)|则|就(?!业|近|地)|并且|甚至|尤其|特别是|其中|包括|如果|若|一旦|只要|哪怕|"
            r"即使|尽管|虽|由于|因为|鉴于|可以|能够|才|需要我们|不是|而不|无论|不管|不论|不但|不光|与其|宁可|否则|明确提出|"
            r"当(?!好|前|选|地|年|天|日|场))"
        ),
        # ends where more must come
        _(
            r"(?:的|和|与|(?<!普)(?<!涉)及|或|或者|(?<!合)(?<!兼)并|是|(?<!行)(?<!作)(?<!认)为|(?<!存)在|"
            r"(?<!应)对|把|将|从|(?<!方)(?<!导)(?<!面)向|(?<![及小实适按准同临])时|(?<!落)(?<!最)(?<!善)后|前提下|"
            r"基础上|过程中|领导下|支持下|努力下|关心下|帮助下|方面|来看|期间|以来|(?<!共)同时|角度|"
            r"(?<!集)(?<!高)(?<!初)中|：|:)$"
        ),
        _(r"(?:相比|等方式|的方式|为目标|为抓手|为重点|为牵引|为突破口|为契机|为例|等等)$|[？?]$"),
        # says only when, or to whom
        _(
            r"^(?:[\d〇零一二三四五六七八九十xX]+年.{0,8}|今年以来|近年来|一年来|过去[一五]年|.{0,10}(?:时期|之际|年来))$"
        ),
        _(r"(?:介绍|表示|说|认为|指出|强调|要求|透露|坦言|谈到|谈道|提到|看来)$"),
        _(r"^(?:各位代表|同志们|朋友们|女士们|谢谢|.{0,4}\d{4}-\d\d-\d\d)"),
        # an adverbial without its verb
        _(
            r"^(?:当|随着|围绕|按照|根据|针对|面对|依托|通过(?!了)|立足|经过|为了|对于|关于|作为|与|同|除|自(?!主|觉|贸|然)|"
            r"从(?!严|快|重|优)|由)[^，,]*$"
        ),
        _(r"^在(?![^，,]*[中上下内]..{0,4}(?:实现|取得|获|推广|建|形成|率先|下功夫|开展))[^，,]*$"),
        _(
            r"(?:围绕|聚焦|按照|根据|针对|对照|结合|依据)[^，,]{2,24}"
            r"(?:安排|要求|部署|目标|任务|实际|情况|主题|主线|精神|原则|思路|规定|意见)$"
        ),
        # a phrase about something, without what is said of it
        _(
            r"^(?:对|对于|关于)[^，,]*的[^，,]{1,6}$|^[^，,]{2,12}(?:以外|以内|以上|以下)的[^，,]{1,6}$"
        ),
        _(r"(?:带领|引领|组织|动员|团结)[^，,]{2,14}(?:群众|人民|干部|同志|职工)$"),
        _(r"因(?!此|为|地|素|城|时|人|势|而)[^，,]{3,}$"),
        # ends with an adverbial whose verb is to come, or with a date, or with who does it
        _(
            r"[，,](?:依托|围绕|聚焦|针对|按照|根据|依据|依照|随着|为了|作为|通过(?!了)|立足|对照|结合|对于)"
            rf"(?![^，,]{{3,}}(?:{MEASURES}|{CARES}))[^，,]*$"
        ),
        _(r"[，,](?:除(?!险|患|恶|害|冰|雪|旧)|对于|为(?:了|进一步|更好|切实|加快|全面))[^，,]*$"),
        _(r"起到了?(?![^，,]*(?:作用|效果|效应))[^，,]*$"),
        _(r"[，,]即?(?:到|至|截至|自)?(?:\d{4}|20[xX]{2})年[^，,]{0,4}$"),
        _(r"(?:根据|按照|依照|依据)[^，,]*的?(?:要求|规定)$"),
        # names things, and says nothing of them
        _(r"^对[^，,]*、[^，,、]{1,6}$"),
        _(
            rf"^(?!{MEASURES}|{CARES}|{MANNERS})(?![^，,]*[是有要已能了达为用对])[^，,]*、[^，,]*"
            r"等[^，,、]{0,8}(?:场所|单位|行业|领域|部门|地区|人员|群体|企业|产品|方面|问题)$"
        ),
        _(r"(?:由|被)[^，,的]{2,14}(?:大学|学院|局|委|厅|部|公司|单位|部门|政府)$"),
        # without its subject, or in the markup of a page
        _(r"^(?:都(?!市)|均(?!衡|等)|皆)|\]\(|\{\{"),
    ),
    completes=_(
        r"就(?!业|近|地|医|学)|才(?=能|会|是)|则|便(?!利|民|捷|于)|将(?:会|极大|大大|进一步|更)|而是|"
        r"这(?:是|就|样|说明|意味)|从而使|也就"
    ),
    governs=_(
        r"(?:到|至)(?:\d{4}年|20[xX]{2}年|今年|明年|本世纪)[^，,]{0,4}$|^(?:如果|若|一旦|只要|只有|凡是|除非|当(?!前|年|天))|"
        r"^对[^，,]*的$|(?:情况下|条件下|前提下)$"
    ),
    ungoverned=-0.8,
    halves=(
        (_(r"不仅|不但|不只|不单"), _(r"[还更也]|而且")),
        (_(r"既(?![定有得然成往])"), _(r"[又也]|更(?!好|加|新)")),
        (_(r"只有"), _(r"才")),
        (_(r"只要|如果|一旦"), _(r"就(?!业)|便(?!利|民|捷)|(?<![原规准守细])则|都|必|应|可以")),
        (_(r"^才能"), _(r"只有")),
        (_(r"(?:不能|不要|不应|不可)(?:只|仅|单)"), _(r"[更还也]|而要")),
        (_(r"宁可|宁愿|与其"), _(r"也[要不]|不如|决不|绝不")),
        (_(r"虽然|尽管"), _(r"但|却|仍|还")),
        (_(r"不是"), _(r"而是|就是")),
        (_(r"^而是"), _(r"不是")),
        (_(r"一方面"), _(r"另一方面")),
        (_(r"^从[^，,]{1,16}[，,]?$"), _(r"到")),
        (_(r"无论|不论|不管"), _(r"都|也|总")),
        (_(r"因为|由于"), _(r"所以|因此|使|导致")),
        (_(r"首先|其一"), _(r"其次|其二")),
    ),
    follows=-0.2,
    later=-0.05,
    echo=-1.5,
)

ENGLISH_ACTIONS = (
    "(?:advance|build|boost|create|cut|deliver|develop|encourage|ensure|establish|expand|foster|fund|improve|"
    "increase|introduce|invest|launch|maintain|make|open|promote|protect|provide|publish|raise|reduce|reform|"
    "require|strengthen|support|train|use|work|avoid|write|keep|adopt|implement|set|start|test|review)"
)

ENGLISH_OPENERS = "where|when|while|if|because|since|although|though|unless|until|as|with|by"
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
        Weight("action", 0.8, _(rf"^(?i:{ENGLISH_ACTIONS})\b")),
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
        Weight("setting", -0.5, _(rf"^(?i:{ENGLISH_OPENERS})\b")),
        Weight("first person", -0.3, _(r"^(?:I|We(?:’re|'re| are| have been))\b")),
    ),
    never=(
        _(
            r"^(?i:(?:all )?(?:this|these|that|those)|it|its|they|their|them|he|she|his|her|such|"
            r"which|who|whom|whose|whereas|so that|including|and|or|but|nor|then|here|there)\b"
        ),
        # without its main clause
        _(rf"^(?i:{ENGLISH_OPENERS})\b[^,]*$"),
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

ENGLISH_SUBORDINATE = _(
    r"(?i)^(?:in|on|at|by|for|with|when|while|if|as|after|before|since|because|although|though|to|from|under|"
    r"through|during|over|despite|unlike|according|given|once|until|unless|whether|where|having|being|\w+ing)\b"
)
"""What an English sentence may open with before its main clause: never cut right behind it."""
ENGLISH_RELATIVE = _(r"^(?:who|whom|whose|which|where|when|while)\b")
"""What may stand in the middle of a clause, so that the sentence goes on behind it."""
ENGLISH_TAIL = _(
    r"^(?:and (?:I|we|it|they|the|this|that|he|she)|but|so|which|who|where|while|whereas|although|"
    r"though|because|as well as|including|such as|\w+ing|especially|particularly|rather than|not)\b"
)
"""What may follow the comma at which an English sentence is cut short."""


def manner_of(text: str) -> Manner:
    """The manner of the language that *text* is in, whatever its document's is."""
    return CHINESE if is_chinese(text) else ENGLISH
