from __future__ import annotations

from itertools import pairwise

import pytest

from slidegen.document import Paragraph
from slidegen.passage import Passage
from slidegen.planning.condensing import candidates, chosen, key_points, repeats
from slidegen.planning.headlines import headline, lead_sentence, owed_headline
from slidegen.planning.manners import manner_of
from slidegen.planning.parts import best_points, counted_points


def texts(text: str, most: int, heading: str = "") -> list[str]:
    return [choice.span.of(text) for choice in chosen(text, most, heading=heading)]


WINS = [
    (
        "figures win over rhetoric",
        "这项工作具有十分重要的意义。全年新增就业岗位3.2万个，失业率降至4.1%。",
        "全年新增就业岗位3.2万个，失业率降至4.1%",
    ),
    (
        "what is done wins over what it is for",
        "为了营造良好的市场环境，推行“一业一证”改革，让群众更加满意。",
        "推行“一业一证”改革，让群众更加满意",
    ),
    (
        "a demand wins over an example",
        "某企业因管理混乱停产三个月。各单位必须建立隐患台账，逐项销号。",
        "各单位必须建立隐患台账，逐项销号",
    ),
    (
        "figures and duties win in English, too",
        "It is important to remember our history. Every school must publish its plan by 1 May.",
        "Every school must publish its plan by 1 May",
    ),
]


@pytest.mark.parametrize(("text", "best"), [w[1:] for w in WINS], ids=[w[0] for w in WINS])
def test_the_weightiest_clause(text: str, best: str) -> None:
    assert texts(text, 1) == [best]


NEVER = [
    ("half a pair", "不仅挽回了经济损失，还巩固了市场地位。", "不仅挽回了经济损失"),
    ("a start that points back", "其覆盖面达到九成以上。", "其覆盖面达到九成以上"),
    ("an adverbial", "在各级各部门的大力支持下，顺利完工。", "在各级各部门的大力支持下"),
    ("an end that leans on more", "全面建成覆盖城乡的，便捷高效的服务网络。", "全面建成覆盖城乡的"),
    ("half a quotation", "开展“查隐患” 保平安“行动，效果明显。", "保平安“行动"),
    ("a condition", "一个城市拥有这些资源，将极大地增强竞争力。", "一个城市拥有这些资源"),
    ("an announcement", "今年要办好三件实事：新建学校两所。", "今年要办好三件实事"),
    ("a question", "我们能不能做得更好？", "能不能做得更好"),
    (
        "a relative clause",
        "The scheme ended, which surprised many people there.",
        "which surprised many people there",
    ),
]


@pytest.mark.parametrize(("text", "bad"), [n[1:] for n in NEVER], ids=[n[0] for n in NEVER])
def test_no_point_is(text: str, bad: str) -> None:
    assert bad not in {c.span.of(text) for c in candidates(text)}


def test_clauses_are_never_joined_across_a_semicolon() -> None:
    text = "压实企业主体责任；加强日常巡查；严肃追责问责。"

    assert not any("；" in c.span.of(text) for c in candidates(text))


def test_no_point_repeats_the_heading() -> None:
    text = "加强队伍建设。新招录专业人员120名，开展轮训三期。"

    assert texts(text, 2, heading="加强队伍建设") == ["新招录专业人员120名，开展轮训三期"]


def test_fewer_points_are_among_more() -> None:
    text = (
        "新建改建道路26条。完成绿化造林3.1万亩，推广节水灌溉技术。"
        "建立河湖巡查制度。举办文化活动580场，覆盖群众20万人次。"
    )
    chosen_by_number = [set(texts(text, number)) for number in range(5)]

    assert all(less <= more for less, more in pairwise(chosen_by_number))


def test_points_say_where_they_stand_and_why() -> None:
    passage = Passage.of_line("同时，全年培训农民1.2万人次。", line=7, start=10)
    (point,) = key_points(passage, 1)

    assert isinstance(point.passage, Passage)
    assert (point.passage.place.line, point.passage.place.start) == (7, 13)
    assert point.why == "figure"


LONG = (
    "各单位要成立工作专班，主要负责同志亲自抓，分管负责同志具体抓，"
    "形成一级抓一级、层层抓落实的格局。"
)
HEADLINES = [
    ("短标题。", "短标题"),
    (f"组织保障：{LONG}", "组织保障"),
    (LONG, "各单位要成立工作专班，主要负责同志亲自抓，分管负责同志具体抓"),
    (
        "Privacy—Think about what the agency needs from each customer, and why, before any of it "
        "is asked for in a form or by a member of staff on the telephone.",
        "Privacy",
    ),
]


@pytest.mark.parametrize(("text", "line"), HEADLINES)
def test_a_headline_is_the_whole_the_label_or_the_first_clauses(text: str, line: str) -> None:
    assert headline(Passage.of_line(text, 1)).text == line


def test_what_is_owed_a_line_gets_one_even_where_nothing_can_be_cut() -> None:
    text = "对" + "甲乙丙丁" * 12 + "的"

    assert not headline(Passage.of_line(text, 1))
    assert owed_headline(Passage.of_line(text, 1)).text == text


def test_a_short_sentence_before_a_long_text_leads_it() -> None:
    passage = Passage.of_line(
        "大力发展养老服务。新建社区食堂46家，改造适老化家庭1200户，培训护理员800名。", 1
    )
    lead, rest = lead_sentence(passage)

    assert lead.text == "大力发展养老服务"
    assert rest.text.startswith("新建社区食堂")


@pytest.mark.parametrize(
    "text", ["统一是基础，统二是虚构。", "修订《规定（二）》和《规定（三）》。", "一是抓早。"]
)
def test_no_run_of_numbers_no_enumeration(text: str) -> None:
    assert counted_points(Passage.of_line(text, 1), level=1) == ()


def test_what_is_counted_off_stands_side_by_side_without_its_numbers() -> None:
    passage = Passage.of_line("（1）压实责任；（2）排查隐患；（3）严格执法。", 1)
    points = counted_points(passage, level=2)

    assert [str(p.passage) for p in points] == ["压实责任", "排查隐患", "严格执法"]
    assert {p.level for p in points} == {2}


@pytest.mark.parametrize("text", ["没有标点的长文" * 3000, "no stop at all " * 2000, "“" * 9000])
def test_a_text_without_an_end_is_cut_all_the_same(text: str) -> None:
    assert len(owed_headline(Passage.of_line(text, 1))) <= 2 * manner_of(text).longest


VARIED = (
    "新建养老服务中心38家，新增床位4600张。改造提升敬老院12所。"
    "推行长期护理保险制度，支持社区开办老年食堂。"
)


def test_under_a_heading_a_measure_stands_beside_a_figure() -> None:
    block = Paragraph(Passage.of_line(VARIED, 1))
    shown = [str(point.passage) for point in best_points([block], 2)]

    assert shown == [
        "新建养老服务中心38家，新增床位4600张",
        "推行长期护理保险制度，支持社区开办老年食堂",
    ]


def test_what_a_fuller_slide_shows_keeps_to_the_weightiest() -> None:
    assert texts(VARIED, 2) == VARIED.split("。")[:2]


HANGING = [
    ("an adverbial at its end", "推行网上办理，依托全市统一的政务平台", "压减材料三成"),
    ("a date at its end", "部署了两年压减目标，即到2027年底", "周期压到四个月"),
    ("a purpose at its end", "变更与登记关联很高，为进一步便利申请人", "推行同步受理"),
    ("what it is for, without the effect", "实现行业对外开放，对于推动服务业发展", "具有意义"),
    ("a time from which", "企业应当自领取标牌之日起", "每月自查一次"),
    ("what is left out", "用户除要求退还票款外", "还可以要求赔偿"),
    ("a term", "登记机关应当自收到材料之日起十日内", "作出决定"),
    ("a place", "第一批游客乘船上岛，在讲解员的引导下", "参观灯塔"),
    ("a way from somewhere", "村民沿着水渠察看，从上游的闸口", "走到下游的泵站"),
    ("by what", "这门课通过馆校协同育人模式", "吸引学生三千人"),
    ("with what", "老周守库三十年，他以始终如一的热忱", "护住一方安宁"),
    ("a breach without what it costs", "船舶超载违反本条例第九条规定", "处二千元罚款"),
    ("a purpose", "为健全航道养护机制", "成立养护中队"),
    ("an etcetera", "展出渔网、木船等", "三百余件老物件"),
    ("whose circumstances", "乡镇政府应当结合本地实际", "划定巡护路段"),
    ("a lone half of 宁可", "摸清群众的实际需要，宁可少上几个项目", "也要建好公园"),
]


DANGLING = [
    ("a figure without its subject", "客运量继续回升", "2023年超过480万人次，日均增长9%"),
    ("half a comparison", "事故起数继续减少", "较2021年下降12起"),
    ("a rank without its subject", "湿地面积不断扩大", "居全省第二位"),
    ("what comes of something", "一条河若无人巡护", "将极大地增加汛期的风险"),
    ("shares without what they are of", "棉花和油菜继续增产", "分别增长3.9%、4.6%"),
    ("what is marked by something", "新码头开港", "标志着海岛交通进入新阶段"),
    ("a kind that a rule is for", "登记机关收回旧证", "属于船舶转为客运经营"),
    ("what takes its direction from", "合作社改种药材", "以订单为导向"),
    ("an indirect question", "各站每季自查", "阀门是否能够正常启闭"),
]


@pytest.mark.parametrize(
    ("before", "point"), [d[1:] for d in DANGLING], ids=[d[0] for d in DANGLING]
)
def test_no_point_begins_dangling(before: str, point: str) -> None:
    assert point not in {c.words for c in candidates(f"{before}，{point}。")}


def test_a_duty_keeps_its_subject() -> None:
    text = "渡口经营者运送旅客过河，应当配备合格的救生设备。"

    assert texts(text, 1) == [text.rstrip("。")]


@pytest.mark.parametrize(("point", "more"), [h[1:] for h in HANGING], ids=[h[0] for h in HANGING])
def test_no_point_ends_hanging(point: str, more: str) -> None:
    assert point not in {c.words for c in candidates(f"{point}，{more}。")}


def test_a_goal_is_shown_with_the_year_that_it_is_set_for() -> None:
    text = "到2030年底，人均公园面积达到15平方米。"

    assert texts(text, 1) == ["到2030年底，人均公园面积达到15平方米"]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("反过来看，有的小区消防通道长期被占用。", "有的小区消防通道长期被占用"),
        ("去年下半年，市里排查出租房屋3.2万间。", "市里排查出租房屋3.2万间"),
        ("五年级以上学生全部参加了研学旅行。", "五年级以上学生全部参加了研学旅行"),
    ],
)
def test_a_turn_of_speech_and_a_date_fall_away(text: str, point: str) -> None:
    assert texts(text, 1) == [point]


def test_no_point_repeats_a_clause_of_another() -> None:
    assert repeats("把场馆串珠成链，推出红色研学路线", "推出红色研学路线49条")
    assert not repeats("把场馆串珠成链，建成展览馆12座", "推出红色研学路线49条")


def test_an_english_clause_is_not_cut_where_the_sentence_goes_on() -> None:
    text = "The law requires that residents, who pay the fee, have free access to the records."

    assert texts(text, 1) == [text.rstrip(".")]


def test_a_year_is_no_figure() -> None:
    text = "The council met in 2024 to talk about the plan. Rents rose by 14 percent in one year."

    assert texts(text, 1) == ["Rents rose by 14 percent in one year"]


def test_every_clause_of_a_point_has_to_be_worth_its_room() -> None:
    text = "发挥各自的作用和优势，新增社区托育点36个。"

    assert texts(text, 1) == ["新增社区托育点36个"]


def test_a_paragraph_that_is_shown_fully_gives_lighter_points_too() -> None:
    text = "完成清淤86处。有效减轻沿岸积水之苦。"
    light = [str(point.passage) for point in key_points(Passage.of_line(text, 1), 2)]

    assert texts(text, 2) == ["完成清淤86处"]
    assert light == ["完成清淤86处", "有效减轻沿岸积水之苦"]
