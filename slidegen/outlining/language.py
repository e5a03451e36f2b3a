"""The language of a document, from its own letters and spelling.

It decides the fonts' script and the `lang` that PowerPoint spells by, so the
regions are told apart: 国 from 國, colour from color.
"""

from __future__ import annotations

import re
from collections import Counter

from slidegen.document import Document
from slidegen.outline import Language
from slidegen.outlining.folding import words_of
from slidegen.patterns import compiled

_SIMPLIFIED = frozenset(
    "这个们为国来时说对会发经过进开关现实还应问没从业东两严义习书亲众优传伟体"
    "决况农动务区协华单卖卫厂厅历压县变员响团园场坚报处备复够头学宁宝审导层岁岛"
    "师带帮广庆库废张强当录总态战执扩护拟择据损换数断无旧显术机权条构标样树检欢欧"
    "气汉汇济测浓润热爱牵独环电画监盘码确离种积称稳竞笔纪级纪约组细终结给统继续维"
    "综绿网罗职联胜脑节苏药营虑规观觉计订认讨让训议记讲许论设证评识诉试话该详语误请"
    "诸课调谈谢财责败货质贯费资赛车转轮软较辅边达迁运远违连选适递邮邻采里针钟钢银铁"
    "链销锋错镇长门间闻阅队阳阶际陆陈险随难难须领频题颜风飞馆马驱验鱼鲜黄齐龙"
)
_TRADITIONAL = frozenset(
    "這個們為國來時說對會發經過進開關現實還應問沒從業東兩嚴義習書親眾優傳偉體"
    "決況農動務區協華單賣衛廠廳歷壓縣變員響團園場堅報處備複夠頭學寧寶審導層歲島"
    "師帶幫廣慶庫廢張強當錄總態戰執擴護擬擇據損換數斷無舊顯術機權條構標樣樹檢歡歐"
    "氣漢匯濟測濃潤熱愛牽獨環電畫監盤碼確離種積稱穩競筆紀級約組細終結給統繼續維"
    "綜綠網羅職聯勝腦節蘇藥營慮規觀覺計訂認討讓訓議記講許論設證評識訴試話該詳語誤請"
    "諸課調談謝財責敗貨質貫費資賽車轉輪軟較輔邊達遷運遠違連選適遞郵鄰採裡針鐘鋼銀鐵"
    "鏈銷鋒錯鎮長門間聞閱隊陽階際陸陳險隨難須領頻題顏風飛館馬驅驗魚鮮黃齊龍"
)
_ONLY_SIMPLIFIED = _SIMPLIFIED - _TRADITIONAL
_ONLY_TRADITIONAL = _TRADITIONAL - _SIMPLIFIED

_BRITISH = compiled(
    r"\b(?:\w+(?:is|ys)(?:e|ed|es|ing|ation|ations)(?<!wise)(?<!exercise)|\w*[lb]our(?:s|ed|ing)?"
    r"|behaviour\w*|favour\w*|honour\w*|labour\w*|harbour\w*|programmes?|centres?|metres?|theatres?"
    r"|kilometres?|litres?|defence|offence|licence|travell\w+|modell\w+|cancell(?:ed|ing)|fulfil"
    r"|enrol|enrolment|catalogue|whilst|cheque|grey|tyres?|judgement|per cent)\b",
    re.IGNORECASE,
)
_AMERICAN = compiled(
    r"\b(?:\w+(?:iz|yz)(?:e|ed|es|ing|ation|ations)(?<!size)(?<!seize)(?<!prize)"
    r"|behavior\w*|favor\w*|honor\w*|labor\w*|harbor\w*|neighbor\w*|colors?"
    r"|programs?|centers?|meters?|theaters?|kilometers?|liters?|defense|offense|license"
    r"|travel(?:ed|ing)|model(?:ed|ing)|canceled|fulfill|enroll|enrollment|gray|judgment"
    r"|percent)\b",
    re.IGNORECASE,
)
_COMMON_SE = compiled(
    r"(?:advis|advertis|analyses|appris|aris|compris|compromis|concis|devis|disguis|enterpris|excis"
    r"|exercis|franchis|improvis|incis|merchandis|otherwis|precis|premis|promis|rais|revis|ris"
    r"|surpris"
    r"|supervis|televis|vis|nois|prais|cris|bas|clos|purchas|expertis|diseas|phas|likewis|paradis"
    r"|wis"
    r"|treatis|demis|crosswis|paraphras|disclos|synthes|hypothes|emphases|diagnos|paralyses|oases)",
    re.IGNORECASE,
)
"""Words in -ise on both sides of the Atlantic."""

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IN_BRITAIN = compiled(
    rf"£ ?\d|\b{_DAY}(?:st|nd|rd|th)? (?:{_MONTHS})\b"
    r"|\b(?:Parliament|MPs?|Hon(?:ourable)? Members?|Rt Hon|Councillors?|Cllr|Borough|Whitehall|NHS"
    r"|United Kingdom|UK|Britain|England|Scotland|Wales|Northern Ireland|His Majesty's"
    r"|Her Majesty's"
    r"|HM|gov\.uk|Bill Committee|local authorit(?:y|ies)|car park|high street|postcode|[ap]m on)\b"
    r"|\b\d{1,2}\.\d\d ?[ap]m\b|\.uk\b"
)
_IN_AMERICA = compiled(
    rf"\$ ?\d|\b(?:{_MONTHS}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) {_DAY}, \d{{4}}"
    r"|\b(?:Congress(?:ional|man|woman)?|Senators?|Governor|United States|U\.S\.|Federal|federal"
    r"|fiscal year|FY ?\d+|zip code|nonprofits?|statewide|citywide|D\.C\.|White House|USDA"
    r"|state and local)"
    r"|\b[ap]\.m\.|\.gov\b(?!\.uk)"
)
"""Dates, money and institutions, which tell where a text without a telling word was written."""

_IDEOGRAPHS = compiled("[\u4e00-\u9fff]+")
_LATIN_WORD = compiled("[A-Za-z]{2,}")

SPELLING = 2
"""How much more the spelling of a word says than an institution, of which neighbours speak too."""


def language_of(document: Document) -> Language:
    """Chinese if Chinese letters outweigh Latin words, then the region by the letters or spelling.

    A document without a telling word is zh-CN or en-US.
    """
    text = "\n".join(passage.text for passage in words_of(document.blocks))
    if _is_chinese(text):
        letters = Counter(text)
        traditional = sum(letters[letter] for letter in sorted(_ONLY_TRADITIONAL))
        simplified = sum(letters[letter] for letter in sorted(_ONLY_SIMPLIFIED))
        return "zh-TW" if traditional > simplified else "zh-CN"
    british = sum(1 for word in _BRITISH.findall(text) if not _COMMON_SE.match(word))
    for_britain = SPELLING * british + len(_IN_BRITAIN.findall(text))
    for_america = SPELLING * len(_AMERICAN.findall(text)) + len(_IN_AMERICA.findall(text))
    return "en-GB" if for_britain > for_america else "en-US"


def _is_chinese(text: str) -> bool:
    ideographs = sum(map(len, _IDEOGRAPHS.findall(text)))
    # A Chinese word has two letters on average, and Chinese text holds many Latin names.
    return ideographs / 2 >= len(_LATIN_WORD.findall(text)) / 3
