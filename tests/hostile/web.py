"""Web pages that never end, or that ask for files and addresses."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from hostile import MEGABYTE, Hostile
from hostile.picture import picture_bomb


def cases(trap: str) -> Iterator[Hostile]:
    def case(name: str, body: str, *errors: str, head: str = "") -> Hostile:
        start = "<h1>会议通知</h1><p>请各单位按时参加会议，会议时间另行通知，地点在三楼。</p>"
        return Hostile(
            name,
            "html",
            f"<!DOCTYPE html><html><head>{head}</head><body>{start}{body}</body></html>".encode(),
            errors,
        )

    yield case(
        "divisions in divisions", "<div>" * 100_000 + "<p>底部的一句话。</p>" + "</div>" * 100_000
    )
    yield case("divisions that never end", "<div><p>字" * 50_000)
    yield case("formatting that never ends", "<b><i><a href=x>字" * 30_000)
    yield case("lists in lists", "<ul><li>字" * 20_000)
    yield case("quotations in quotations", "<blockquote>字" * 20_000)
    yield case("tables in tables", "<table><tr><td>字" * 5_000)
    yield case("a million tags", "<br>" * 1_000_000)
    yield case("three megabytes of less-than", "<" * (3 * MEGABYTE))
    yield case("three megabytes of entities", "&amp;" * (3 * MEGABYTE // 5))
    yield case("an attribute of three megabytes", f'<p title="{"x" * 3 * MEGABYTE}">字</p>')
    yield case("a comment that never ends", "<!--" + "x" * MEGABYTE)
    yield case("a script that never ends", "<script>" + "x<" * MEGABYTE)
    yield case(
        "cell over a billion columns",
        '<table><tr><td colspan="1000000000" rowspan="1000000000">甲</td></tr>'
        "<tr><td>乙</td></tr></table>",
    )
    cells = "".join(
        f"<tr>{''.join(f'<td>{r * 60 + n}</td>' for n in range(60))}</tr>" for r in range(1000)
    )
    yield case("table of 60,000 cells", f"<table>{cells}</table>")
    yield case(
        "numbers from two billion",
        '<ol type="I" start="2000000000"><li>甲<li>乙</ol>'
        '<ol type="a" start="2147483647"><li>丙</ol>',
    )
    elsewhere = "".join(
        f'<p>这是一段关于会议安排的正文，请大家认真阅读并遵照执行。<img src="{target}"></p>'
        f'<iframe src="{target}"></iframe><object data="{target}"></object>'
        f'<embed src="{target}"><link rel="stylesheet" href="{target}">'
        for target in (
            "file:///etc/passwd",
            "../secret.txt",
            "..%2fsecret.txt",
            f"http://{trap}/picture.png",
            f"//{trap}/picture.png",
        )
    )
    yield case(
        "pictures and frames from elsewhere",
        elsewhere,
        head=f'<base href="http://{trap}/"><meta http-equiv="refresh" content="0;url=http://{trap}/">',
    )
    yield case(
        "picture of 60,000 by 60,000",
        f'<img src="data:image/png;base64,{b64encode(picture_bomb()).decode()}">' * 5,
    )
    doctype = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    yield Hostile(
        "entity from a file",
        "xhtml",
        (
            doctype + "<html><body><h1>会议通知</h1><p>请各单位按时参加。&a;</p></body></html>"
        ).encode(),
    )
    for name, mark in (("line ends", "\n"), ("paragraphs", "<p>字"), ("words", "字 ")):
        many = mark * (30 * MEGABYTE // len(mark.encode()))
        yield case(f"thirty megabytes of {name}", many)
        head = "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html>"
        yield Hostile(f"thirty megabytes of {name}", "mhtml", (head + many).encode())
    parts = "".join(
        f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3000)
    )
    yield Hostile("messages in messages", "mhtml", f"MIME-Version: 1.0\r\n{parts}".encode())
    page = b64encode("<html><body><p>请各单位按时参加会议。</p></body></html>".encode()).decode()
    elsewhere = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/html; charset=x-unknown\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: file:///etc/passwd\r\n\r\n{page}\r\n--b--\r\n"
    )
    yield Hostile("unknown encoding", "mhtml", elsewhere.encode())
