"""The pictures of a page: beside it, in its archive or in the page itself; never fetched."""

from __future__ import annotations

from msgspec import Struct, field

from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.limits import MOST_PICTURES
from slidegen.reading.opening import Source
from slidegen.reading.pictures import (
    PictureFile,
    PictureTrouble,
    PictureUnusable,
    checked_picture,
    load_picture,
)
from slidegen.reading.web.boxes import PictureMark
from slidegen.reading.web.mhtml import WebArchive
from slidegen.reading.web.parsing import Parsed

SMALLEST = 32
"""In pixels, of either side; smaller ones are icons, rulers and counters."""


class Pictures(Struct):
    source: Source
    parsed: Parsed
    archive: WebArchive | None
    found: dict[str, PictureFile | PictureTrouble] = field(default_factory=dict)
    """What each address led to, so that a picture shown a thousand times is unpacked once."""
    missing: int = 0
    unusable: list[PictureTrouble] = field(default_factory=list)

    def get(self, mark: PictureMark) -> PictureFile | None:
        """The picture that *mark* shows; None for decoration and for one that is not there."""
        if any(side is not None and side < SMALLEST for side in (mark.width, mark.height)):
            return None
        troubles: list[PictureTrouble] = []
        for target in mark.targets:
            picture = self._at(self.parsed.target(target))
            if isinstance(picture, PictureFile):
                is_icon = min(picture.width, picture.height) < SMALLEST
                # A placeholder of one pixel stands where a picture is loaded late.
                if not is_icon:
                    return picture
                if target == mark.targets[-1] and not troubles:
                    return None
            else:
                troubles.append(picture)
        unusable = [trouble for trouble in troubles if isinstance(trouble, PictureUnusable)]
        self.unusable += unusable[:1]
        self.missing += 1 if troubles and not unusable else 0
        return None

    def report(self, report: Report) -> None:
        if self.missing:
            report(
                Notice(
                    "picture-missing",
                    Message(
                        en=f"{self.missing} picture(s) of the page were not saved with it; "
                        "nothing is fetched",
                        zh=f"有 {self.missing} 张图片没有随网页一起保存；本工具不联网获取",
                    ),
                    counts=True,
                )
            )
        for message in dict.fromkeys(trouble.message for trouble in self.unusable):
            report(Notice("picture-unusable", message, counts=True))

    def _at(self, target: str) -> PictureFile | PictureTrouble:
        if target not in self.found:
            self.source.check_time()
            try:
                self.found[target] = self._loaded(target)
            except PictureTrouble as trouble:
                self.found[target] = trouble
        return self.found[target]

    def _loaded(self, target: str) -> PictureFile:
        if len(self.found) >= MOST_PICTURES:
            raise PictureTrouble(Message(en="too many pictures", zh="图片过多"))
        data = self.archive.picture(target) if self.archive else None
        return checked_picture(data) if data else load_picture(target, self.source)
