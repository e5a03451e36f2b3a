"""Scenes to a PowerPoint file, native and editable throughout.

Everything was decided before: a scene says what stands in which placeholder
of which layout, and the theme's template holds what those look like. So this
writes little, and what PowerPoint inherits it leaves out.
"""

from __future__ import annotations

from slidegen.outline import Language
from slidegen.scene import Scene, Scenes
from slidegen.theme import Theme
from slidegen.writing.drawing_text import ParagraphWriter
from slidegen.writing.markup import Element, element, grown, parsed, qualified, serialised
from slidegen.writing.media import Media
from slidegen.writing.notes import NOTES_TYPE, notes_slide
from slidegen.writing.package import Part
from slidegen.writing.properties import set_properties
from slidegen.writing.sections import folds, section_list
from slidegen.writing.slides import SlideWriter
from slidegen.writing.template import Template, open_template

SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
FIRST_SLIDE_ID = 256
"""The least that the schema allows (ST_SlideId)."""


def write_pptx(scenes: Scenes, theme: Theme) -> bytes:
    """The bytes of the .pptx, the same for the same scenes and theme."""
    template = open_template(theme)
    package = template.package
    media = Media(package)
    parts = [
        package.add(_slide_name(index), SLIDE_TYPE, b"") for index in range(len(scenes.scenes))
    ]
    for index, (scene, part) in enumerate(zip(scenes.scenes, parts, strict=True)):
        layout = theme.layout(scene.layout)
        part.relate("slideLayout", layout.part or template.layouts[layout.title])
        writer = SlideWriter(
            theme,
            ParagraphWriter(theme, scenes.language, part, _slide_name),
            media,
            table_style=template.table_style,
            footer=scenes.footer,
            number=index + 1,
            layout_part=package.parts[layout.part] if layout.part else None,
        )
        part.data = writer.slide(scene)
        if scene.notes or scene.told:
            _add_notes(template, scene, part, index, scenes.language)
    _list_slides(template.presentation, parts, scenes)
    set_properties(
        package,
        title=scenes.title or next((scene.title for scene in scenes.scenes), ""),
        author=scenes.author,
        language=scenes.language,
        slides=len(scenes.scenes),
        notes=sum(bool(scene.notes or scene.told) for scene in scenes.scenes),
    )
    return package.to_bytes()


def _slide_name(index: int) -> str:
    return f"ppt/slides/slide{index + 1}.xml"


def _add_notes(
    template: Template, scene: Scene, slide: Part, index: int, language: Language
) -> None:
    notes = template.package.add(
        f"ppt/notesSlides/notesSlide{index + 1}.xml",
        NOTES_TYPE,
        notes_slide(scene.notes, language, told=scene.told),
    )
    notes.relate("notesMaster", template.notes_master)
    notes.relate("slide", slide.name)
    slide.relate("notesSlide", notes.name)


def _list_slides(presentation: Part, slides: list[Part], scenes: Scenes) -> None:
    root = parsed(presentation.data)
    ids = [FIRST_SLIDE_ID + index for index in range(len(slides))]
    relations = [presentation.relate("slide", part.name) for part in slides]
    listed = element(
        "p:sldIdLst",
        (
            element("p:sldId", id=identity, r_id=relation)
            for identity, relation in zip(ids, relations, strict=True)
        ),
    )
    _child(root, "p:sldSz").addprevious(grown(listed))
    if sections := folds(scenes):
        extensions = root.find(qualified("p:extLst"))
        if extensions is None:
            extensions = grown(element("p:extLst"))
            root.append(extensions)
        extensions.insert(0, grown(section_list(sections, ids)))
    presentation.data = serialised(root)


def _child(parent: Element, tag: str) -> Element:
    found = parent.find(qualified(tag))
    if found is None:
        raise ValueError(f"the template's presentation has no {tag}")
    return found
