"""Lists, styles and numbered paragraphs in a notation of one line each, for cases in files.

list 0              a list, and its levels: number, format, text, options
  0 decimal %1. start=3 restart=0 legal hidden nothing style=H1
num 1 list 0        an instance; levels below it override those of the list
  start 0 5         starts level 0 at 5
style H1 num=1 level=0 based=Other
p 1 0 Words         a paragraph of instance 1 at level 0; `-` says nothing of one
p - - H1 Words      ... in the style H1
"""

from __future__ import annotations

from html import escape, unescape

from lxml import etree

from slidegen.reading.word.names import W

NAMESPACES = (
    f'xmlns:w="{W[1:-1]}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def parts(notation: str) -> tuple[str, str, str]:
    """The inner XML of numbering, styles and body that *notation* stands for."""
    lists, styles, body = "", "", ""
    closing = ""
    styled = {line.split()[1] for line in notation.splitlines() if line.startswith("style ")}
    for line in notation.splitlines():
        kind, *words = line.split()
        if line.startswith("  "):
            lists += _start(words) if kind == "start" else _level(line, overrides=closing)
            continue
        lists, closing = lists + closing, ""
        match kind, words:
            case "list", [name, *links]:
                linked = (link.split("=") for link in links)
                lists += f'<w:abstractNum w:abstractNumId="{name}">'
                lists += "".join(f'<w:{tag} w:val="{at}"/>' for tag, at in linked)
                closing = "</w:abstractNum>"
            case "num", [name, "list", of]:
                lists += f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>'
                closing = "</w:num>"
            case "style", [name, *options]:
                styles += _style(name, dict(option.split("=") for option in options))
            case "p", [num, level, *rest]:
                style = rest.pop(0) if rest and rest[0] in styled else None
                body += _paragraph(num, level, style, " ".join(rest))
    return lists + closing, styles, body


def element(tag: str, inner: str) -> etree._Element:
    return etree.fromstring(f"<w:{tag} {NAMESPACES}>{inner}</w:{tag}>")


def _start(words: list[str]) -> str:
    at, start = words
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _level(line: str, *, overrides: str) -> str:
    at, form, *words = line.split()
    text = " ".join(word for word in words if "=" not in word and word not in SWITCHES)
    options = dict(word.split("=") for word in words if "=" in word)
    inner = f'<w:start w:val="{options.get("start", 1)}"/>' if "unsaid" not in words else ""
    if form.startswith("custom:"):
        inner += (
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
            f'w:format="{form[7:].replace("_", " ")}"/></mc:Choice><mc:Fallback>'
            '<w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent>'
        )
    else:
        inner += f'<w:numFmt w:val="{form}"/>'
    if "restart" in options:
        inner += f'<w:lvlRestart w:val="{options["restart"]}"/>'
    if "style" in options:
        inner += f'<w:pStyle w:val="{options["style"]}"/>'
    inner += "".join(SWITCHES[word] for word in words if word in SWITCHES and word != "hidden")
    inner += f'<w:lvlText w:val="{escape(unescape(text).replace("␣", " "))}"/>'
    inner += SWITCHES["hidden"] if "hidden" in words else ""
    level = f'<w:lvl w:ilvl="{at}">{inner}</w:lvl>'
    is_override = overrides == "</w:num>"
    return f'<w:lvlOverride w:ilvl="{at}">{level}</w:lvlOverride>' if is_override else level


SWITCHES = {
    "legal": "<w:isLgl/>",
    "nothing": '<w:suff w:val="nothing"/>',
    "space": '<w:suff w:val="space"/>',
    "picture": "",
    "unsaid": "",
    "hidden": "<w:rPr><w:vanish/></w:rPr>",
}


def _style(name: str, options: dict[str, str]) -> str:
    based = f'<w:basedOn w:val="{options["based"]}"/>' if "based" in options else ""
    kind = options.get("type", "paragraph")
    default = ' w:default="1"' if "default" in options else ""
    numbered = _numbered(options.get("num", "-"), options.get("level", "-"))
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{default}><w:name w:val="{name}"/>'
        f"{based}<w:pPr>{numbered}</w:pPr></w:style>"
    )


def _numbered(num: str, level: str) -> str:
    inner = "" if level == "-" else f'<w:ilvl w:val="{level}"/>'
    inner += "" if num == "-" else f'<w:numId w:val="{num}"/>'
    return f"<w:numPr>{inner}</w:numPr>" if inner else ""


def _paragraph(num: str, level: str, style: str | None, words: str) -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    text = f"<w:r><w:t>{escape(words)}</w:t></w:r>"
    return f"<w:p><w:pPr>{styled}{_numbered(num, level)}</w:pPr>{text}</w:p>"
