"""Characters of symbol fonts as the characters that they show.

A symbol font is an old one whose letters are pictures: in Wingdings, þ is a ticked box.
Word writes them as letters or, with `w:sym`, at U+F000 and above.
"""

from __future__ import annotations

from collections.abc import Mapping

PRIVATE = 0xF000
"""Where the first character of a symbol font stands in Word's files."""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def _run(first: int, characters: str) -> Mapping[int, str]:
    """*characters* from code *first* on; a blank stands for none."""
    return {first + i: c for i, c in enumerate(characters) if c != " "}


SYMBOL: Mapping[int, str] = {
    0x20: " ",
    **_run(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    **_run(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_run(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_run(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    **_run(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    **_run(0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
}
"""Adobe's Symbol encoding, as Unicode maps it."""

WINGDINGS: Mapping[int, str] = {
    0x20: " ",
    **_run(0x21, "✏✂✁👓🕭🕮🕯☎✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⏳🖮🖰🖲🖳🖴🖫🖬✇✍"),
    **_run(0x40, "🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈✠✡☪☯ॐ☸♈♉"),
    **_run(0x60, "♊♋♌♍♎♏♐♑♒♓🙰🙵●🔾■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷"),
    **_run(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"),
    **_run(0xA0, "▪⚪🞆🞈◉◎🔿▪◻🟂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘"),
    **_run(0xC0, "🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘⮚⮙⮛⮈⮊⮉⮋🡨"),
    **_run(0xE0, "🡪🡩🡫🡬🡭🡯🡮🡸🡺🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭🗶✓🗷🗹"),
    # What every font has, for the arrows and marks that documents really use.
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
"""As the proposals to Unicode 7 map it (L2/11-196)."""

WINGDINGS_2: Mapping[int, str] = {
    0x20: " ",
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: "●",
    0x98: "•",
    0x99: "○",
    0xA2: "■",
    0xA3: "□",
    0xAE: "◆",
    0xDF: "★",
}
"""The boxes, ticks and bullets of it, which are what forms and lists use."""

WINGDINGS_3: Mapping[int, str] = {
    0x20: " ",
    0x66: "←",
    0x67: "→",
    0x68: "↑",
    0x69: "↓",
    0x70: "▲",
    0x71: "▼",
    0x7D: "►",
    0x84: "◄",
}

FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": WINGDINGS_3,
}


def is_symbol_font(font: str | None) -> bool:
    return font is not None and font.strip().lower() in FONTS


def shown(text: str, font: str | None) -> str:
    """What *text* set in *font* shows, `UNKNOWN` for what no one can tell.

    Only what stands at U+F000 and above is sure to be a symbol: programs name Symbol as the
    font of ordinary words too, and Word then shows them in another.
    """
    return "".join(_shown(c, font) if PRIVATE < ord(c) <= PRIVATE + 0xFF else c for c in text)


def symbol(code: str, font: str | None) -> str:
    """The character of a `w:sym`, whose *code* is hexadecimal; empty if it is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number <= 0xFF and is_symbol_font(font):
        number += PRIVATE
    if not 0x20 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return ""
    return shown(chr(number), font)


def _shown(character: str, font: str | None) -> str:
    if not is_symbol_font(font):
        return character
    assert font is not None
    return FONTS[font.strip().lower()].get(ord(character) - PRIVATE, UNKNOWN)
