"""Groups whose text is not the text around them: fields, notes, running heads, pictures, shapes."""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.messages import Message
from slidegen.reading.flowing.links import web_address
from slidegen.reading.limits import MOST_PICTURES, check_count
from slidegen.reading.rtf.drawings import PictureData, Shape
from slidegen.reading.rtf.fields import Field
from slidegen.reading.rtf.flow import Raw, RawNote
from slidegen.reading.rtf.state import Destination
from slidegen.reading.rtf.walking import Walker


def open_field(walker: Walker) -> None:
    walker.fields.append(Field(walker.state.destination))

    def closer() -> None:
        closed = walker.fields.pop()
        walker.left_out.add("field", closed.shows_nothing)

    walker.at_close(closer)


def open_result(walker: Walker) -> None:
    if not walker.fields:
        return
    known = walker.fields[-1]
    walker.go(Destination.NOWHERE if known.is_left_out else known.destination)
    if known.link:
        walker.state = replace(walker.state, link=web_address(known.link, walker.left_out))
    if known.is_left_out:
        walker.left_out.add("contents")


def open_note(walker: Walker) -> None:
    walker.count_paragraph()
    walker.has_endnote = False

    def keep(raws: list[Raw]) -> None:
        walker.notes.append(RawNote(tuple(raws), walker.has_endnote))

    walker.divert(keep)


def mark_endnote(walker: Walker) -> None:
    walker.has_endnote = True


def open_head(walker: Walker) -> None:
    walker.divert(lambda raws: walker.heads.append(tuple(raws)))


def open_comment(walker: Walker) -> None:
    walker.left_out.add("comment")
    walker.go(Destination.NOWHERE)


def open_formula(walker: Walker) -> None:
    walker.left_out.add("formula")
    walker.go(Destination.TEXT)


def open_picture(walker: Walker) -> None:
    walker.picture_count += 1
    check_count(walker.picture_count, MOST_PICTURES, Message(en="pictures", zh="图片"))
    picture = PictureData()
    walker.pictures.append(picture)
    walker.go(Destination.PICTURE)

    def closer() -> None:
        walker.pictures.pop()
        if walker.shapes:
            walker.shapes[-1].pictures.append(picture)
        else:
            walker.flow.hang([picture.raw()])

    walker.at_close(closer)


def set_picture_kind(walker: Walker, word: str) -> None:
    if walker.pictures:
        walker.pictures[-1].kind = word


def open_shape(walker: Walker) -> None:
    shape = Shape()
    walker.shapes.append(shape)
    walker.go(Destination.STRUCTURE)

    def closer() -> None:
        walker.shapes.remove(shape)
        for picture in shape.pictures:
            picture.alt = picture.alt or shape.alt
            walker.flow.hang([picture.raw()])

    walker.at_close(closer)


def open_shape_text(walker: Walker) -> None:
    # What is in the box is not the shape's own picture.
    outer, walker.shapes = walker.shapes, []

    def restore() -> None:
        walker.shapes = outer

    walker.at_close(restore)
    walker.divert(lambda raws: walker.flow.hang(raws))


def open_property(walker: Walker) -> None:
    walker.property_name = walker.property_value = ""

    def closer() -> None:
        if walker.property_name.strip() == "wzDescription":
            owner = walker.pictures[-1] if walker.pictures else walker.shapes[-1:]
            for described in owner if isinstance(owner, list) else [owner]:
                described.alt = walker.property_value.strip()

    walker.at_close(closer)


def open_object(walker: Walker) -> None:
    before = walker.flow.extent
    walker.go(Destination.STRUCTURE)

    def closer() -> None:
        walker.left_out.add("object", walker.flow.extent == before)

    walker.at_close(closer)
