"""The words by which a line of an official document shows what it is.

Regular expressions for folded text (see `folding`), put together here so that
a rule elsewhere reads as a sentence. All are words of the trade, from
GB/T 9704-2012 and the customs of speeches; none is from one document.
"""

from __future__ import annotations

import re

from slidegen.patterns import compiled

KINDS = (
    # 党政机关公文处理工作条例, 第八条
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
    "|条例|规定|办法|细则|章程|规则|制度|规程|准则|守则|标准|规范|指南|指引|解释|法"
    "|方案|规划|计划|要点|总结|汇报|安排|预案|提纲|大纲|纲要|清单|预算|决算"
    "|讲话|讲话稿|发言|发言稿|致辞|致词|贺词|贺信|演讲|演讲稿|主持词|开幕词|闭幕词|述职报告|述廉报告"
    "|倡议书|建议书|责任书|承诺书|公开信|一封信|慰问信|感谢信|白皮书|蓝皮书|材料|体会|简报|说明|答记者问|解读"
)
"""What documents are called, at the end of their titles."""

TITLE_END = compiled(
    rf"(?:{KINDS})(?:摘要|全文|节选|模板|样例)?\d*(?:\([^()]{{1,16}}\)|〔[^〕]*〕)*$"
)

_OFFICES = (
    "总书记|书记|主席|总理|委员长|部长|省长|市长|州长|盟长|县长|区长|旗长|乡长|镇长|村长|局长|厅长|司长"
    "|处长|科长|股长|署长|所长|站长|院长|校长|园长|馆长|台长|社长|行长|会长|理事长|监事长|董事长|总经理|经理|总裁"
    "|总监|主任|主任委员|秘书长|检察长|审计长|关长|专员|巡视员|调研员|司令员|政委|政治委员|参谋长"
    "|总干事|总编辑|团长|队长|组长|组织委员|代表|院士|教授|研究员|总工程师|特首|行政长官|大使|参赞|领事|主委|干事"
)
"""Offices that stand before a name."""

OFFICE = rf"(?:{_OFFICES})(?:\([^()]{{1,8}}\))?"

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"
    "昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚"
    "邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆"
    "高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠"
    "甄曲家封芮储靳松井段富巫乌焦巴弓牧隗山谷车侯全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿"
    "白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂牛寿通边扈燕冀浦尚农温别"
    "庄晏柴瞿阎慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩聂晁勾敖融冷"
    "辛阚那简饶空曾毋沙养鞠须丰巢关蒯相查荆红游竺权盖益桓公付肖闫岳帅涂代覃佟佘仝晋楚冼逯某"
    "趙錢孫鄭馮陳衛蔣瀋韓楊許呂張嚴華謝鄒蘇魯韋馬鳳費賀倪湯羅畢鄔樂時傅齊顧黃蕭計談龐紀項閔賈婁顏鍾駱萬"
    "盧經應鄧單龔陸榮儲靳焦車寧厲劉葉賴喬聞黨勞農溫莊閻連習魚饒關蓋肖"
)
NAME = (
    rf"(?:[{_SURNAMES}] ?[\u4e00-\u9fff](?: ?[\u4e00-\u9fff])?"
    r"|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+"
    r"|(?:欧阳|司马|诸葛|上官|司徒|东方|皇甫|尉迟|公孙)[\u4e00-\u9fff]{1,2}"
    rf"|[{_SURNAMES}][×xX*]{{2}}|某某某?|×××|[xX]{{2,3}})"
)
"""A Chinese name, also with a blank inside (`龚 正`), of a minority, or blotted out."""

_FREQUENT = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
    "姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武贺赖龚殷张陳劉楊黃趙吳孫馬羅鄭謝韓馮許鄧"
)
COMMON_NAME = (
    rf"[{_FREQUENT}] ?[\u4e00-\u9fff](?: ?[\u4e00-\u9fff])?"
    r"|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+"
    rf"|欧阳[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}]?某某?|×××"
)
"""A name by its surname alone, where no office stands before it to vouch for it."""

ORGANISATION_END = (
    "政府|部门|单位|办公厅|办公室|委员会|常委会|委|部|局|厅|院|署|总署|行|银行|公司|集团|协会|学会|商会|中心|大学|学院|学校"
    "|中学|小学|幼儿园|医院|工会|团委|党组|党委|党支部|党总支|支部|联合会|联盟|处|科|办|社|所|站|队|支队|总队|工商联"
    "|文联|科协|妇联|政协|人大|法院|检察院|馆|厂|林场|农场|牧场|剧院|报社|出版社|基地|领导小组|工作组|指挥部|司令部|街道|联席会议|组委会|筹委会|秘书处|研究会|促进会"
)
ORGANISATION = compiled(
    rf"^(?:(?![,;:。!?]).){{0,40}}(?:{ORGANISATION_END})(?:\([^()]{{1,12}}\))?$"
)
"""A line that names a body: `某某市人民政府办公室`."""

_ADDRESSED = (
    "同志|代表|委员|领导|来宾|嘉宾|朋友|女士|先生|同学|老师|教授|专家|家长|同事|同仁|战友|乡亲|职工|党员|干部"
    "|企业家|议员|乡亲|市民|青年|学员|校友|评委|记者|听众|观众|居民|村民|师傅|同胞|兄弟|姐妹|主席|主任|书记|理事|董事|股东|会员|媒体"
    "|員工"
)
SALUTATION = compiled(
    r"^(?:尊敬的|亲爱的|敬爱的|各位|全体|广大|同志们|同學們|同学们|朋友们|老师们|女士们|先生们|父老乡亲们?|乡亲们"
    rf"|[^,。!?;:]{{0,24}}(?:各位|同志们))[^。;]{{0,60}}?(?:们|們|{_ADDRESSED}|各位)?\s?[:!]$"
    r"|^(?:尊敬的|亲爱的|敬爱的)[^,。;:!?]{2,40},$"
)
"""The listeners, addressed on a line of their own: `各位代表:`, `尊敬的各位领导、同志们:`."""

RUN_IN_SALUTATION = compiled(
    r"^(?:(?:尊敬的|亲爱的|敬爱的)[^。;:!]{1,40}|各位[^。;:!?,]{1,20}|(?:同志|同学|朋友|老师|女士|先生)们"
    r"(?:、[^。;:!?,]{1,8}们){0,3})[:!]"
)
"""The same before the first words of the speech, on one line with them."""

_SAYS = (
    "如下|以下|下列|现将|为了|根据|通知|通报|报告|要求|强调|指出|认为|表示|包括|分别|主要"
    "|一是|要点|内容|方面|问题|情况|措施"
)
RECIPIENTS = compiled(
    rf"^(?![^:]*(?:{_SAYS}))(?:各(?!位)[^。!?;:]{{1,300}}|[^。!?;:]{{1,300}}?"
    rf"(?:{ORGANISATION_END}|机构|领导|企业|院校|高校|机关|乡镇|家庭|人员|组织|同志|主任|局长|书记|老师)"
    r"(?:\([^()]{1,8}\))?):$"
)
"""主送机关: bodies addressed, ending in a colon (GB/T 9704-2012, 7.3.2)."""

ENGLISH_SALUTATION = compiled(
    r"^(?!members present)(?:dear|chair(?:man|woman|person)? [\w' -]{2,30}(?=,)|ranking member"
    r"|(?:my )?fellow|my (?:dear )?(?:friends|colleagues)|excellencies|delegates|ladies"
    r"|distinguished|honou?rable|mr\.?|madam|members|colleagues|friends|comrades"
    r"|your excellenc\w*|to all)\b[^.;?]{0,80}[,:!]$"
    r"|^good (?:morning|afternoon|evening)\b[^.;?]{0,40}[,:!.]$",
    re.IGNORECASE,
)

ADDRESS = compiled(
    r"^(?:各位|同志们|同学们|朋友们|女士们|老师们|代表们|先生们|全体)[^,。!:;]{0,16}[,!。:]"
    r"|^(?i:my friends|(?:my )?fellow|ladies|dear)\b[^.]{0,40}[,!:]"
)
"""The listeners, called upon in mid-speech: `同志们,…`, `各位代表!…`."""

DOCUMENT_NUMBER = compiled(
    r"[\u4e00-\u9fffA-Za-z×*]{1,12} ?[〔\[(【](?:[12]\d{3}|20[xX×*]{2}|[xX×*]{4})[〕\])】]"
    r"\s?第?\s?[\dxX×*]{1,5}\s?号"
)
"""发文字号: `国办发〔2020〕50号` (GB/T 9704-2012, 7.2.5)."""

SENTENCE_END = compiled(r"[。!?;,:、…]$")
"""How a line ends that is a sentence or goes on; a title does not."""

IDEOGRAPH = compiled(r"[\u4e00-\u9fff]")
