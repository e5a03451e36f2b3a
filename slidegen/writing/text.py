"""Any stage as text that a person can read: for golden tests, `inspect`, and bug reports.

Each source passage is preceded by its place, `line:start-end`, as the report counts
them, so that a dump can be followed back to the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

from slidegen.deck import (
    Agenda,
    Bullets,
    Cards,
    Chart,
    ChartSlide,
    Closing,
    CodeSlide,
    Cover,
    Deck,
    Divider,
    KeyFigure,
    KeyFigures,
    Page,
    PictureSlide,
    Point,
    Pointed,
    QuoteSlide,
    Slide,
    TableSlide,
    Timeline,
    TwoColumns,
)
from slidegen.document import (
    Block,
    Code,
    Document,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Table,
)
from slidegen.outline import COVER_FACTS, Outline, Section
from slidegen.passage import Label, Passage, Words
from slidegen.point import Part
from slidegen.scene import (
    ChartItem,
    Item,
    PictureItem,
    Scene,
    Scenes,
    ShapeItem,
    TableItem,
    TextItem,
)
from slidegen.units import Rect
from slidegen.writing.tracing import Sentences, is_whole, shortened

Stage: TypeAlias = Document | Outline | Deck | Scenes


def as_text(stage: Stage) -> str:
    """The dump, with a newline at its end."""
    return "\n".join(_stage(stage)) + "\n"


def headings_as_text(outline: Outline) -> str:
    """What an outline comes to at a glance: the cover's facts, the headings, what was dropped."""
    facts = [f"{name}: {value}" for name in COVER_FACTS if (value := getattr(outline, name))]
    headings = ["  " * (section.level - 1) + section.text.text for section in outline.walk()]
    dropped = [f"dropped ({one.reason}): {one.passage}" for one in outline.dropped]
    parts = ("\n".join(part) for part in (facts, headings, dropped) if part)
    return "\n\n".join(parts) + "\n"


def _stage(stage: Stage) -> Iterator[str]:
    match stage:
        case Document():
            yield from _document(stage)
        case Outline():
            yield from _outline(stage)
        case Deck():
            yield from _deck(stage)
        case Scenes():
            yield from _scenes(stage)
        case _:
            assert_never(stage)


def _indented(lines: Iterable[str], by: str = "  ") -> Iterator[str]:
    return (by + line if line else line for line in lines)


def _placed(words: Words) -> str:
    """Words with their places, or as a label, in angle brackets."""
    match words:
        case Label(text):
            return f"<{text}>"
        case Passage():
            return f"[{_places(words)}] {words.text}" if words else "-"
        case _:
            assert_never(words)


def _places(passage: Passage) -> str:
    """`12:3-20`, a place for each stretch of one line."""
    places = (stretch.place for stretch in passage.stretches())
    return " ".join(f"{place.line}:{place.start}-{place.end}" for place in places)


def _document(document: Document) -> Iterator[str]:
    yield f"document: {document.format}, {document.encoding or 'no encoding'}"
    for entry in document.fields:
        yield f"field {entry.name}: {_placed(entry.value)}"
    for block in document.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(passage):
            yield f"paragraph {_placed(passage)}"
        case Heading(passage, level, reason):
            yield f"heading {level} ({reason}) {_placed(passage)}"
        case ListBlock(items):
            yield "list"
            for item in items:
                box = {None: "", True: " [x]", False: " [ ]"}[item.checked]
                yield f"  {item.marker or '-'}{box}"
                for inner in item.blocks:
                    yield from _indented(_block(inner), "    ")
        case Table(rows, header_rows, caption):
            yield f"table, {header_rows} header rows" + (
                f", caption {_placed(caption)}" if caption else ""
            )
            for row in rows:
                yield "  row"
                for cell in row:
                    span = f" ({cell.columns}x{cell.rows})" if cell.columns * cell.rows > 1 else ""
                    yield f"    {_placed(cell.passage)}{span}"
        case Picture():
            yield from _picture(block)
        case Code(lines, language):
            yield f"code {language or ''}".rstrip()
            yield from (f"  {_placed(line)}" for line in lines)
        case Quote(blocks):
            yield "quote"
            for inner in blocks:
                yield from _indented(_block(inner))
        case Footnote(label, blocks):
            yield f"footnote {label}".rstrip()
            for inner in blocks:
                yield from _indented(_block(inner))
        case Rule():
            yield "rule"
        case Part(points, told):
            yield "part"
            for point in points:
                yield from _indented(_point(point))
            yield from _indented(_notes(told))
        case _:
            assert_never(block)


def _picture(picture: Picture) -> Iterator[str]:
    yield f"picture {picture.media_type} {picture.width}x{picture.height}"
    if picture.alt:
        yield f"  alt {_placed(picture.alt)}"
    if picture.caption:
        yield f"  caption {_placed(picture.caption)}"


def _outline(outline: Outline) -> Iterator[str]:
    yield f"outline: {outline.language}"
    for name in COVER_FACTS:
        if passage := getattr(outline, name):
            yield f"{name}: {_placed(passage)}"
    if outline.iso_date:
        yield f"iso date: {outline.iso_date}"
    yield from _part("opening", outline.opening)
    for section in outline.sections:
        yield from _section(section)
    yield from _part("closing", outline.closing)
    yield from _part("after-matter", outline.after_matter)
    for dropped in outline.dropped:
        yield f"dropped ({dropped.reason}): {_placed(dropped.passage)}"


def _part(name: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    if blocks:
        yield f"{name}:"
        for block in blocks:
            yield from _indented(_block(block))


def _section(section: Section) -> Iterator[str]:
    marker = f" {section.marker}" if section.marker else ""
    heading = _placed(section.heading) if section.heading else "-"
    yield f"section {section.level} ({section.reason}){marker} {heading}"
    for block in section.body:
        yield from _indented(_block(block))
    for child in section.children:
        yield from _indented(_section(child))


def _deck(deck: Deck) -> Iterator[str]:
    yield f"deck: {deck.language}, {len(deck.slides)} slides"
    yield f"properties: title {deck.title or '-'}, author {deck.author or '-'}"
    if deck.footer is not None:
        yield f"footer: {_placed(deck.footer)}"
    for number, name in enumerate(deck.sections):
        yield f"section {number}: {_placed(name)}"
    sentences = Sentences(deck)
    for number, slide in enumerate(deck.slides, 1):
        section = "" if slide.section is None else f" (section {slide.section})"
        yield ""
        yield f"{number}. {type(slide).__name__.lower()}{section}"
        yield from _indented(_slide(slide, sentences))


def _slide(slide: Slide, sentences: Sentences) -> Iterator[str]:
    match slide:
        case Cover():
            for name in (
                "title",
                "subtitle",
                "occasion",
                "speaker",
                "organisation",
                "date",
                "classification",
            ):
                if (words := getattr(slide, name)) is not None:
                    yield f"{name}: {_placed(words)}"
            if slide.logo:
                yield from _picture(slide.logo)
        case Agenda():
            yield f"title: {_placed(slide.title)}"
            for entry in slide.entries:
                lit = " (current)" if entry.section == slide.current else ""
                yield f"{entry.marker or '-'} {_placed(entry.words)} -> {entry.section}{lit}"
        case Divider():
            yield f"title: {slide.marker or '-'} {_placed(slide.title)}"
        case _ if isinstance(slide, Page):
            yield from _page(slide, sentences)
        case Closing():
            yield f"call: {_placed(slide.call)}"
        case _:
            assert_never(slide)
    yield from _notes(slide.notes)


def _page(slide: Page, sentences: Sentences) -> Iterator[str]:
    yield f"title: {_placed(slide.title)}"
    if slide.kicker is not None:
        yield f"kicker: {_placed(slide.kicker)}"
    match slide:
        case Bullets() | Cards():
            pass
        case KeyFigures():
            for figure in slide.figures:
                yield f"large {_quantity(figure)}: {_placed(figure.label)}"
        case TwoColumns():
            yield f"right column: from point {slide.right + 1}"
        case Timeline():
            for time, texts, opening in zip(slide.times, slide.texts, slide.opening, strict=True):
                yield f"time of point {opening + 1}: {_placed(time)}"
                yield from (f"  {_placed(text)}" for text in texts)
        case QuoteSlide():
            yield f"words: {_placed(slide.words)}"
            if slide.source is not None:
                yield f"source: {_placed(slide.source)}"
        case CodeSlide():
            yield from (f"code: {_placed(line)}" for line in slide.lines)
        case ChartSlide():
            yield from _chart(slide.chart)
            yield from _told(slide.told)
        case TableSlide():
            yield from _block(slide.table)
        case PictureSlide():
            for picture in slide.pictures:
                yield from _picture(picture)
        case _:
            assert_never(slide)
    if isinstance(slide, Pointed):
        for point in slide.points:
            yield from _point(point, sentences)


def _chart(chart: Chart) -> Iterator[str]:
    over = f" over {chart.category_title}" if chart.category_title else ""
    unit = f" in {chart.unit}" if chart.unit else ""
    yield f"{chart.form} chart{over}{unit}: " + " | ".join(map(str, chart.categories))
    for series in chart.series:
        yield f"  {series.name}: " + " | ".join(str(datum.number) for datum in series.data)


def _told(rows: tuple[tuple[Passage, ...], ...]) -> Iterator[str]:
    for row in rows:
        yield "row of the notes " + " | ".join(map(str, row))


def _point(point: Point, sentences: Sentences | None = None) -> Iterator[str]:
    """The point and why it won, the sentence that it was cut from, and what is said to it."""
    mark = {"head": "#", "point": "-", "quote": '"'}[point.role]
    marker = f" {point.marker}" if point.marker else ""
    why = f" ({point.why})" if point.why else ""
    indent = "  " * (point.level - 1)
    yield f"{indent}{mark}{marker} {_placed(point.passage)}{why}"
    if sentences and isinstance(point.passage, Passage):
        yield from _indented(_sentence(point.passage, sentences), indent + "  ")
    for figure in point.figures:
        yield f"{indent}  figure {_quantity(figure)}: {_placed(figure.label)}"
    yield from _indented(_notes(point.notes), indent + "  ")


def _sentence(words: Passage, sentences: Sentences) -> Iterator[str]:
    if sentence := sentences.around(words):
        is_all = is_whole(words, sentence)
        text = "(the whole sentence)" if is_all else shortened(sentence.text)
        yield f"from [{_places(sentence)}] {text}"


def _quantity(figure: KeyFigure) -> str:
    unit = f" | {figure.unit.text}" if figure.unit else ""
    return f"[{_places(figure.value)}] {figure.value.text}{unit}"


def _notes(notes: tuple[Passage, ...]) -> Iterator[str]:
    for passage in notes:
        yield f"notes {_placed(passage)}"


def _scenes(scenes: Scenes) -> Iterator[str]:
    yield f"scenes: {scenes.language}, {len(scenes.scenes)} pages"
    yield f"properties: title {scenes.title or '-'}, author {scenes.author or '-'}"
    if scenes.footer:
        yield f"footer: {scenes.footer}"
    for number, name in enumerate(scenes.sections):
        yield f"section {number}: {name}"
    for number, scene in enumerate(scenes.scenes, 1):
        yield ""
        yield from _scene(number, scene)


def _scene(number: int, scene: Scene) -> Iterator[str]:
    section = "" if scene.section is None else f", section {scene.section}"
    continued = ", continued" if scene.continued else ""
    yield f"{number}. {scene.kind} on layout {scene.layout}{section}{continued}: {scene.title}"
    if fit := scene.fit:
        over = ", OVERFLOW" if fit.overflow else ""
        yield f"  fit: {fit.size}, {fit.fill:.0%} full{over}"
    for item in scene.items:
        yield from _indented(_item(item))
    yield from _indented(_notes(scene.notes))
    yield from _indented(_told(scene.told))


def _item(item: Item) -> Iterator[str]:
    match item:
        case TextItem():
            sizes = (
                " at " + "/".join(f"{size.pt:g}" for size in item.step.sizes) if item.step else ""
            )
            yield f"text {item.slot} {_area(item.area)}{sizes}"
            for paragraph in item.paragraphs:
                link = "" if paragraph.scene is None else f" -> {paragraph.scene + 1}"
                mark = "- " if paragraph.bullet else ""
                yield "  " * paragraph.level + mark + paragraph.text.replace("\n", "⏎") + link
        case TableItem():
            yield f"table {item.slot} {_area(item.area)} at {item.step.sizes[0]}"
            for row in item.rows:
                cells = (cell.paragraph.text.replace("\n", "⏎") for cell in row.cells)
                yield "  | " + " | ".join(cells) + f" | {row.height}"
        case PictureItem():
            yield f"picture {item.slot or 'free'} {_area(item.area)} {item.media_type} {item.alt}"
        case ChartItem():
            yield f"chart {item.slot} {_area(item.area)} at {item.size} {item.alt}"
            yield from _indented(_chart(item.chart))
        case ShapeItem():
            yield f"shape {_area(item.area)} {item.fill}"
        case _:
            assert_never(item)


def _area(area: Rect) -> str:
    """Left, top, width and height, in points."""
    return " ".join(f"{length.pt:.0f}" for length in (area.left, area.top, area.width, area.height))
