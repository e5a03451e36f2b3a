"""A picture under a title, with its caption."""

from __future__ import annotations

from slidegen.arranging.cover import fitted
from slidegen.arranging.page import Setting, display, kicker, left_out, single_line
from slidegen.deck import PictureSlide
from slidegen.scene import Fit, Item, PictureItem, Scene


def arrange_picture(slide: PictureSlide, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("picture")
    slot, place = layout.slot("title"), layout.slot("picture")
    title = display(slide.title, slot, setting, tail=setting.continued(0, 1))
    picture, *_ = slide.pictures
    caption = single_line(picture.caption, layout.slot("caption")) if picture.caption else ()
    unshown = (picture.caption,) if picture.caption and not caption else ()
    items: tuple[Item, ...] = (
        title.item(slot),
        *kicker(slide.kicker, layout, setting),
        PictureItem(
            "picture",
            fitted(picture, place.area),
            picture.data,
            picture.media_type,
            picture.alt.text or picture.caption.text or str(slide.title),
        ),
        *caption,
    )
    size = layout.slot("caption").steps[0].sizes[0]
    return (
        Scene(
            kind="picture",
            layout="picture",
            title=title.text,
            items=items,
            notes=(*left_out(slide.title, title), *unshown, *slide.notes),
            section=slide.section,
            fit=Fit(size=size, fill=1.0),
        ),
    )
