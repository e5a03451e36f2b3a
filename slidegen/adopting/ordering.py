"""A template put in order before it is read: every shape and placeholder with a number of its own,
every look where it is inherited from.

LibreOffice, and what writes as it does, numbers none of a layout's placeholders and says how text
looks in the prompts alone. A slide can't tell such placeholders apart, and inherits nothing from a
prompt: PowerPoint sets 18 points there and LibreOffice 44. No slide is left in the template that
could point to the old numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from slidegen.adopting.inheriting import LEVELS, USUAL_SIZE
from slidegen.adopting.opening import root_of
from slidegen.writing.markup import Element, element, grown, qualified, serialised
from slidegen.writing.package import Package, Part

TITLES = ("title", "ctrTitle")
FEET = ("ftr", "dt")
PROMPTS = ("Footer", "Date", "页脚", "日期")
"""What LibreOffice and WPS write into a foot that says nothing; others stand between < and >."""
FIRST_NUMBER = 10
"""PowerPoint counts the placeholders that are added to a layout from here."""
STYLES = {"title": "p:titleStyle", "body": "p:bodyStyle"}
"""Of a master, by the placeholder that shows them."""
OWN_LOOK = (*TITLES, "subTitle")
"""On layouts, what says in its prompt how it differs from the master's. A prompt for content is
that of an empty frame, without the bullets that it will have."""
OF_LEVEL = ("marL", "marR", "indent", "algn")
OF_RUN = ("sz", "b", "i", "cap")
IN_RUN = tuple(map(qualified, ("a:solidFill", "a:gradFill", "a:latin")))
NOT_OF_LEVEL = tuple(map(qualified, ("a:defRPr", "a:extLst")))


def put_in_order(package: Package, presentation: Part) -> None:
    defaults = root_of(presentation).find(qualified("p:defaultTextStyle"))
    for part in tuple(package.parts.values()):
        match part.content_type.rpartition(".")[2]:
            case "slideLayout+xml":
                root = root_of(part)
                if _identify(root) | _number(root) | _silence(root):
                    part.data = serialised(root)
            case "slideMaster+xml":
                root = root_of(part)
                if _identify(root):
                    part.data = serialised(root)
                _style(package, part, defaults)
            case _:
                pass


def _identify(root: Element) -> bool:
    """Give a new id to each shape that has another's, which PowerPoint takes for damage (ECMA-376
    19.3.1.12). Whether any."""
    shapes = list(root.iter(qualified("p:cNvPr")))
    own = [str(shape.get("id", "")) for shape in shapes]
    last = max((int(value) for value in own if value.isdecimal()), default=0)
    repeated = [s for at, s in enumerate(shapes) if own[at] in own[:at]]
    for number, shape in enumerate(repeated, start=last + 1):
        shape.set("id", str(number))
    return bool(repeated)


def _number(layout: Element) -> bool:
    """Give a number to each placeholder that has none, or one that another has. Whether any."""
    taken = {0}
    unnumbered = []
    for held in layout.iter(qualified("p:ph")):
        own = str(held.get("idx", "0"))
        if held.get("type") in TITLES:
            continue
        if not own.isdecimal() or int(own) in taken:
            unnumbered.append(held)
        else:
            taken.add(int(own))
    number = FIRST_NUMBER
    for held in unnumbered:
        while number in taken:
            number += 1
        held.set("idx", str(number))
        taken.add(number)
    return bool(unnumbered)


def _silence(layout: Element) -> bool:
    """Empty the feet that only say what they are for: their words would be copied to each slide.
    Whether any."""
    silenced = False
    for kind, body in _bodies(layout):
        words = [text for text in body.iter(qualified("a:t")) if text.text]
        said = "".join(str(text.text) for text in words).strip()
        if kind in FEET and (said in PROMPTS or (said.startswith("<") and said.endswith(">"))):
            for text in words:
                text.text = ""
            silenced = True
    return silenced


def _style(package: Package, master: Part, defaults: Element | None) -> None:
    """Name sizes where neither the master nor the presentation does: the prompts', or the usual."""
    root = root_of(master)
    shown = {kind: body for kind, body in _bodies(root) if kind in STYLES}
    bare = [kind for kind in STYLES if not _is_styled(root, kind, shown.get(kind), defaults)]
    if not bare:
        return
    for kind in bare:
        _fill_in(_styles(root, STYLES[kind]), _prompts(shown.get(kind)))
    master.data = serialised(root)
    for relation in master.relations.values():
        part = package.parts.get(relation.target)
        if part is not None and part.content_type.endswith("slideLayout+xml"):
            _keep_looks(part)


def _fill_in(style: Element, prompts: Mapping[int, Element]) -> None:
    for number in range(LEVELS):
        made = _level(number, prompts.get(number))
        found = style.find(made.tag)
        if found is None:
            style.append(made)
        elif (run := found.find(qualified("a:defRPr"))) is None:
            found.append(made[-1])
        elif run.get("sz") is None:
            run.set("sz", str(made[-1].get("sz")))
    # ECMA-376 21.1.2.4: the default first, extensions last.
    style[:] = sorted(style, key=lambda e: (e.tag == qualified("a:extLst"), str(e.tag)))


def _keep_looks(part: Part) -> None:
    """What the prompts of a layout show otherwise than the master's."""
    layout = root_of(part)
    for kind, body in _bodies(layout):
        listed = body.find(qualified("a:lstStyle"))
        prompt = _prompts(body).get(0)
        if kind in OWN_LOOK and prompt is not None and (listed is None or not len(listed)):
            run = _run_of(prompt)
            if run is not None and run.get("sz") is not None:
                _list_style(body).append(_level(0, prompt))
    part.data = serialised(layout)


def _bodies(root: Element) -> Iterator[tuple[str, Element]]:
    """The text of each placeholder, with its type."""
    for shape in root.iter(qualified("p:sp")):
        held, body = shape.find(f".//{qualified('p:ph')}"), shape.find(qualified("p:txBody"))
        if held is not None and body is not None:
            yield str(held.get("type", "")), body


def _is_styled(root: Element, kind: str, body: Element | None, defaults: Element | None) -> bool:
    listed = body.find(qualified("a:lstStyle")) if body is not None else None
    named = root.find(f"{qualified('p:txStyles')}/{qualified(STYLES[kind])}")
    return any(
        style is not None and _size(style.find(qualified("a:lvl1pPr"))) is not None
        for style in (listed, named, defaults)
    )


def _size(level: Element | None) -> str | None:
    run = level.find(qualified("a:defRPr")) if level is not None else None
    return None if run is None else run.get("sz")


def _prompts(body: Element | None) -> dict[int, Element]:
    """The first prompt of each level, from 0."""
    found: dict[int, Element] = {}
    for paragraph in body.findall(qualified("a:p")) if body is not None else ():
        properties = paragraph.find(qualified("a:pPr"))
        level = str(properties.get("lvl", "0")) if properties is not None else "0"
        if level.isdecimal():
            found.setdefault(int(level), paragraph)
    return found


def _run_of(prompt: Element) -> Element | None:
    shown = prompt.find(f"{qualified('a:r')}/{qualified('a:rPr')}")
    return shown if shown is not None else prompt.find(qualified("a:endParaRPr"))


def _level(number: int, prompt: Element | None) -> Element:
    """A level of a style that looks as *prompt* does; its size comes last, and is always there."""
    made = grown(element(f"a:lvl{number + 1}pPr"))
    run = grown(element("a:defRPr"))
    properties = prompt.find(qualified("a:pPr")) if prompt is not None else None
    if properties is not None:
        _copy(properties, made, OF_LEVEL)
        made.extend(deepcopy(e) for e in properties if e.tag not in NOT_OF_LEVEL)
    shown = _run_of(prompt) if prompt is not None else None
    if shown is not None:
        _copy(shown, run, OF_RUN)
        run.extend(deepcopy(e) for e in shown if e.tag in IN_RUN)
    if run.get("sz") is None:
        run.set("sz", str(round(USUAL_SIZE.pt * 100)))
    made.append(run)
    return made


def _copy(source: Element, target: Element, names: tuple[str, ...]) -> None:
    for name in names:
        value = source.get(name)
        if value is not None:
            target.set(name, value)


def _styles(master: Element, tag: str) -> Element:
    """The master's list of styles of that kind, made if there is none (ECMA-376 19.3.1.52)."""
    styles = master.find(qualified("p:txStyles"))
    if styles is None:
        styles = grown(element("p:txStyles"))
        extensions = master.find(qualified("p:extLst"))
        master.insert(len(master) if extensions is None else master.index(extensions), styles)
    found = styles.find(qualified(tag))
    if found is None:
        found = grown(element(tag))
        styles.insert(0 if tag == STYLES["title"] else _after_title(styles), found)
    return found


def _after_title(styles: Element) -> int:
    return 0 if styles.find(qualified(STYLES["title"])) is None else 1


def _list_style(body: Element) -> Element:
    found = body.find(qualified("a:lstStyle"))
    if found is None:
        found = grown(element("a:lstStyle"))
        frame = body.find(qualified("a:bodyPr"))
        body.insert(0 if frame is None else body.index(frame) + 1, found)
    return found
