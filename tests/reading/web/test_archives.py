"""Web archives (.mhtml), built as browsers write them."""

from __future__ import annotations

from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO

import pytest
from PIL import Image

from slidegen.document import Picture
from slidegen.errors import MalformedSource
from slidegen.reading import read

WORDS = "造林十二万亩，森林覆盖率提高到百分之五十三。"


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (64, 48), "green").save(file, "PNG")
    return file.getvalue()


def archive(page: str, charset: str = "utf-8", **location: str) -> bytes:
    whole = MIMEMultipart("related", type="text/html")
    # A frame of the page comes first, which must not be taken for it.
    whole["Snapshot-Content-Location"] = "https://example.cn/a/index.html"
    root = MIMEText(page, "html", charset)
    root["Content-Location"] = "https://example.cn/a/index.html"
    whole.attach(root)
    frame = MIMEText("<p>框架里的广告</p>", "html", "utf-8")
    frame["Content-Location"] = "https://example.cn/ad.html"
    whole.attach(frame)
    image = MIMEImage(picture(), "png")
    for name, value in location.items():
        image[name.replace("_", "-")] = value
    whole.attach(image)
    return whole.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_page_of_an_archive_is_read(charset: str) -> None:
    document = read(archive(f"<p>{WORDS}</p>", charset))

    assert document.lines == (WORDS,)
    assert document.format == "html"


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("cid:one@page", {"Content_ID": "<one@page>"}),
        ("https://example.cn/a/map.png", {"Content_Location": "https://example.cn/a/map.png"}),
        ("map.png", {"Content_Location": "https://example.cn/a/map.png"}),
        ("/img/map.png", {"Content_Location": "https://example.cn/img/map.png"}),
    ],
)
def test_a_picture_comes_from_the_archive_itself(target: str, location: dict[str, str]) -> None:
    data = archive(f'<p>{WORDS}</p><img src="{target}" alt="造林图">', **location)

    (shown,) = [block for block in read(data).blocks if isinstance(block, Picture)]

    assert (shown.width, shown.height, str(shown.alt)) == (64, 48, "造林图")


def test_an_archive_without_a_page_says_so() -> None:
    whole = MIMEMultipart("related")
    whole.attach(MIMEImage(picture(), "png"))

    with pytest.raises(MalformedSource, match="no page"):
        read(whole.as_bytes(), format="html")
