"""How Chinese documents lead up to a number, and what they say behind it: tables for `chinese`.

Each pattern is looked for in the words before a quantity, unless it says otherwise.
"""

from __future__ import annotations

import re

BECOMES = (
    "提高|提升|增加|增长|扩大|上升|拓展|扩展|攀升|跃升|跃迁|上调|扩容|延长|延伸|下降|降低|减少|压缩|缩短|缩减|压减|压降|精简|"
    "下调|回升|回落|增|升|降|减|缩|扩|收窄"
)
CHANGE = re.compile(
    r"(?:(?:同比|环比|[比较](?:上年|去年|前年|年初|\d{4}年|[^，、]{2,6}年)(?:同期|末|底)?|年均|平均|月均|累计|实际|名义|预计|合计|"
    r"净|可比口径|分别|共|每年|五年|三年|[两一二三四五六七八九十]年)*)"
    rf"(?:{BECOMES}|翻了?|下滑|上涨|涨|跌|下跌|负?增|超额|多增|少增|增收|减亏|下挫)了?$"
)
"""What has become of the subject; the figure says by how much."""
LINK = re.compile(
    r"(?:已经?|将|累计|总共|共计|合计|总计|首次|再次|一举|成功|接连|历史性|基本|稳定|预计|力争|继续)*"
    rf"(?:(?:{BECOMES})(?:到了?|至|为)|(?:控制|保持|稳定|维持|锁定|稳)在|达到了?|突?破了|达成|达|约为|为|是|"
    "等于|共?有|到|至|近|：|:)$"
)
"""What leads to how much there is of it."""
EXISTS = re.compile(r"(?:已|现|累计|总共|共|还|另|仍)*有$")
BOTH = re.compile(r"[均都各皆](?:已|将|达到?|为|是|有|超过|实现|[位稳]?[居列])*$")
"""Said of several things at once, of which the label would name the last."""
TRAILING = re.compile(
    r"(?:了|累计|合计|共计|总计|总共|共|已|将|近|实现|首次|再次|接连|一次性|(?:在[^，、在]{2,4})?率先|拟安排|分别|"
    r"仅|仍|约|大约|,|，|(?<=占[^，]{2})的|(?<=占[^，]{3})的|(?<=占[^，]{4})的)+$"
)
LEADING = re.compile(
    r"(?:提出|总共|共计|合计|一共|共(?![同享产富建青有性])|已经|已(?!知)|也(?!门)|还(?![原款])|又|再(?![生造次])|仅(?!次)|约(?!占|束|定)|"
    r"其中(?!间)|实现(?=[^，、]{2,}(?:增|降|达))|达到?(?=$))+[，,：:]?"
)

DEEDS = (
    r"(?:新(?:增|建|改建|设|登记|认定|培育|开工|入选|签约|引进|组建|添|开通|投产|落户|开|入库|打造|创建|转化|获|评|"
    r"成立|招|注册|改造|推出)|改扩?建|建成|完成|启动|开工|投产|竣工|改造|举办|开展|培育|引进|组建|成立|设立|发放|签约|签订|签署|实施|推出|开通|认定|招引|落地|争取|筹集|筹措|整治|治理|拆除|修复|"
    r"种植|减少|淘汰|关停|查处|办理|受理|化解|破获|解决|培训|派出|制定|修订|出台|发布|安排|投入|救助|资助|"
    r"惠及|吸引|带动|帮助|销售|出口(?!额|规模|总)|进口(?!额|规模|总)|生产(?!总值|安全|线|力|总)|供应|"
    r"收储|盘活|腾退|疏解|创建|获得|获评|入选|输出|接待|服务(?!业)|走访|检查|抽查|排查|整改|立案|审结|提起|打造|布局|建设|创办|兑现|减免|清理|归集|授权|转化|"
    r"扶持|开挖|疏浚|植树|造林|绿化|栽[植种]|增加|补充|消除|调解|调处|招[募收聘]|培养|选派|遴选|推荐|评选|表彰|征集|收集|回收|"
    r"追[回缴]|挽回|偿还|处[置理]|督办|交办|转移|撤离|增[设开派]|开设|配备|安装|铺设|更[新换]|加固|收购|储备|发行|募集|"
    r"[缴兑支拨]付|下达|安置|录用|吸纳|孵化|申请|申报|授予|审批|审查|组织|召开|参加|推动|推进|推广|促成|达成|捐[赠款]|帮扶|"
    r"慰问|保护|监测|巡[查河]|清运|运[送输]|投放|消化|认领|调[整配]|修[建缮]|维修|扩[建容]|腾出)了?"
)
DEED_FIRST = re.compile(DEEDS)
VERB = re.compile(rf"[^，、]{{0,10}}?{DEEDS}")
"""How an account of things done begins; what follows 、 is done likewise."""
DEED = re.compile("(?:退出|关停|关闭|开工|投产|投运|落地|复工|开通|竣工|入选|上榜|在建|启用)$")
"""How it ends where the verb comes last."""
STATES = re.compile(
    r"总|率|额$|量$|比$|比例|比重|占|收入|增加值|产值|规模|数$|强度|密度|水平|面积$|里程$|均|价格"
)
"""A noun that is measured as it stands, whatever was done before."""

GOAL_DATE = re.compile(
    r"(?:力争|确保|争取|计划|预计|规划)?(?:到|至)?"
    r"(?:\d{4}|[xX×]{2,4}|\d\d[xX×]{2}|[二〇零一三四五六七八九]{4}|本世纪中叶|“[^”]{2,4}五”|今|明)年?"
    r"(?:底|末|前|中期|年底|年末|末期|期末)?(?:前|时)?"
)
"""A clause that is only a date: 到2030年, 2024年, “十四五”末."""
SET_FOR = re.compile(r"^(?:力争|确保|争取|计划|规划)?[到至].*|.*[前底末]$")
"""Of these, one that a goal is set for; what was reached in 2024 can do without its year."""

PER_HEAD = re.compile(r"^(?:按|每)|[按每][^，、]{0,6}$")
"""A rule for each one (每人每月100元), which measures nothing."""
RATHER = re.compile(r"^(?:[高低快好优多少大慢]于|[比较](?!上年|去年|年初))")
"""A comparison with another, which the label would have to name."""
SHARE_OF = re.compile(r"^(?:约|近)?占(?!地)|^(?:增速|增幅|涨幅|降幅|占比|比重)$")
"""Of what was spoken of before."""
VAGUE = re.compile(
    r"(?!总投资)(?:总量|规模|总数|数量|比重|占比|比例|增速|增幅|涨幅|降幅|其中|总额|面积|人数|产值|收入|全部|分别|累计|合计|总|金额|价格|"
    r"全年|全国|全省|全市|全县|全区|我[国省市县区]|今年|去年|每年|年|最高|最低|平均|人均|同比|环比|成交额|总值|投资|用|近|的|"
    r"(?:参保|覆盖|完成|合格|达标|使用|利用|普及|到位|就业|满意|贡献|入住|出租|开工|参与|知晓|达产|登记|投产)率|"
    r"总面积|新增|建成|完成|里程|涉及|覆盖|用时|历时|直径|长度|高度|时间|期限|距离|包括|包含|来自|其他|另外|提高|下降|增长|减少|增加)+"
)
"""What by itself does not say what is measured."""
UNSAID_START = re.compile(
    r"^(?:[从由]|其(?!他)|该|这|那|它|他|她|此|的|和|与|及|以及|并|或|等|之|地(?!方|区|级|铁|下|表|市|理|质))"
)
UNSAID_END = re.compile(
    r"(?:[的和与及在对把被于以由从较按每仅只约向跟给让使至到或等且并之因如若即]|(?<!认|行)为|不|没有|以及|通过|围绕|其中|不到|不足|"
    r"(?<![占入出同环])比|低于|高于|第)$"
)
ATTRIBUTE = re.compile(
    r"^(?:台阶|大关|关口|门槛|水平|大台阶|新台阶|[内级以时间期段外强层号型制片线左右]|范围|之|和|与|至|到|及|—|-)"
)
"""How the words begin behind a number that only marks something off."""
LASTS = re.compile(r"(?:连续|持续|历时)$")
LINKED_ON = re.compile(
    r"(?:^成为.*|[和与及、]|达到?|到|至|超过|不足|不到|近|由|从|用|以|在|按|比|占地)$"
)
"""Before a number in the midst of its words these need the number."""
