"""Make slidegen's table of traditional characters from OpenCC's dictionary.

    python scripts/build_traditional.py TSCharacters.txt [--check]

TSCharacters.txt is in every copy of OpenCC (Apache-2.0): a character, a tab, its simplified
forms, the usual one first. Of these the characters are taken that Big5 has, whose form
GB 2312 has: the rules are written in no others. Variants that OpenCC does not list, but
official documents have, are added from the table below.

With --check nothing is written; the exit code says whether the table is up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

TABLE = Path(__file__).parent.parent / "slidegen" / "traditional.txt"

VARIANTS = {
    "佔": "占", "侷": "局", "卽": "即", "塲": "场", "喫": "吃", "嶽": "岳", "彙": "汇", "慼": "戚",
    "敎": "教", "曏": "向", "欄": "栏", "污": "污", "爲": "为", "産": "产", "硃": "朱", "祕": "秘",
    "籤": "签", "糰": "团", "緖": "绪", "綫": "线", "羣": "群", "脫": "脱", "舘": "馆", "蒐": "搜",
    "衆": "众", "裏": "里", "裡": "里", "説": "说", "讚": "赞", "迴": "回", "週": "周", "遊": "游",
    "鄰": "邻", "録": "录", "鍾": "钟", "閲": "阅", "閻": "阎", "顏": "颜", "髮": "发", "麵": "面",
    "啟": "启", "啓": "启", "著": "着", "畫": "画", "劃": "划", "臺": "台", "檯": "台", "颱": "台",
    "牠": "它", "妳": "你", "噹": "当", "塗": "涂", "墰": "坛", "晝": "昼", "薑": "姜", "蘇": "苏",
    "査": "查", "畵": "画", "眞": "真", "絶": "绝", "顔": "颜", "鈡": "钟", "旂": "旗", "甯": "宁",
}  # fmt: skip
"""Variants, and characters of which OpenCC prefers another form."""


def pairs(lines: list[str]) -> dict[str, str]:
    """Each traditional character with the simplified one that stands for it, in order."""
    found = {}
    for line in lines:
        character, _, forms = line.partition("\t")
        form = forms.split(" ")[0].strip()
        if _is_in(character, "big5") and _is_in(form, "gb2312"):
            found[character] = form
    found |= VARIANTS
    return {c: found[c] for c in sorted(found) if found[c] != c}


def _is_in(character: str, encoding: str) -> bool:
    try:
        return len(character) == 1 and bool(character.encode(encoding))
    except UnicodeEncodeError:
        return False


def main() -> int:
    path, *options = sys.argv[1:]
    table = pairs(Path(path).read_text(encoding="utf-8").splitlines())
    text = "".join(table) + "\n" + "".join(table.values()) + "\n"
    if "--check" in options:
        return 0 if TABLE.read_text(encoding="utf-8") == text else 1
    TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
