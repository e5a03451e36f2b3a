"""What came of a batch, for scripts, CI servers and people."""

from __future__ import annotations

from xml.etree import ElementTree

from slidegen.batching.job import Failure, Job, Outcome
from slidegen.batching.reporting.annotating import lines_for_github, under_github_actions
from slidegen.batching.reporting.junit import junit
from slidegen.batching.reporting.rows import batch_report
from slidegen.batching.reporting.summary import MOST_ROWS, summary
from slidegen.messages import Message
from slidegen.notices import Notice

MISSING = Notice("picture-missing", Message("no a.png", "缺 a.png"), 3, counts=True)


def job(name: str) -> Job:
    return Job(name, name, f"decks/{name}.pptx")


def made(name: str, *counting: Notice) -> Outcome:
    notices = [
        {"kind": one.kind, "message": one.message.en, "line": one.line, "counts": one.counts}
        for one in counting
    ]
    row = {
        "source": {"path": name, "sha256": "00"},
        "output": {"path": f"decks/{name}.pptx", "slides": 9},
        "notices": notices,
    }
    return Outcome(job(name), "made", 0.25, row, counting)


def failed(name: str, kind: str = "empty source", words: str = "no text") -> Outcome:
    failure = Failure(kind, Message(words, "没有文字"), Message("write some", "请先写"))
    return Outcome(job(name), "failed", 0.5, failure=failure)


def left(name: str) -> Outcome:
    return Outcome(job(name), "unchanged", row=made(name).row)


SOME = (made("a.txt"), made("b.md", MISSING), left("c.txt"), failed("d.txt"))


def test_the_report_counts_and_lists_every_document() -> None:
    report = batch_report(SOME, 2.0)

    assert report["schema"] == 1
    assert (report["made"], report["unchanged"], report["failed"]) == (2, 1, 1)
    assert report["seconds"] == 2.0
    assert [row["source"]["path"] for row in report["documents"]] == [
        "a.txt",
        "b.md",
        "c.txt",
        "d.txt",
    ]
    assert [row["state"] for row in report["documents"]] == ["made", "made", "unchanged", "failed"]
    assert report["documents"][3]["error"] == {
        "kind": "empty source",
        "message": "no text",
        "hint": "write some",
    }


def cases(outcomes: tuple[Outcome, ...], *, strict: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(junit(outcomes, 2.0, strict=strict))


def test_junit_has_a_case_a_document() -> None:
    whole = cases(SOME)

    assert [case.get("name") for case in whole.iter("testcase")] == [
        "a.txt",
        "b.md",
        "c.txt",
        "d.txt",
    ]
    counts = {name: whole.get(name) for name in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "4", "failures": "1", "errors": "0", "skipped": "1"}
    failure = whole.find(".//failure")
    assert (failure.get("type"), failure.get("message"), failure.text) == (
        "empty source",
        "no text",
        "write some",
    )


def test_junit_tells_our_faults_from_those_of_documents() -> None:
    whole = cases((failed("a", "timeout"), failed("b", "bug"), failed("c", "malformed source")))

    assert (whole.get("errors"), whole.get("failures")) == ("2", "1")


def test_under_strict_a_notice_that_counts_is_a_failure() -> None:
    assert cases(SOME, strict=True).get("failures") == "2"
    assert cases(SOME).find(".//system-out").text == "no a.png"


def test_junit_holds_names_that_xml_cannot() -> None:
    whole = cases((failed("a\udcff<&\x01.txt", words="bad \x0b sign"),))

    assert whole.find(".//testcase").get("name") == "a\ufffd<&\ufffd.txt"


def test_the_summary_begins_with_what_failed() -> None:
    page = summary(SOME, 2.0)

    assert page.startswith("## slidegen: 2 made, 1 unchanged, 1 failed in 2.0 s\n")
    assert page.index("### Failed (1)") < page.index("### Not on the slides (1)")
    assert "| d.txt | no text | write some |" in page
    assert "| b.md | 3 | no a.png |" in page
    assert "| a.txt | decks/a.txt.pptx | 9 |" in page


def test_the_summary_speaks_chinese() -> None:
    page = summary(SOME, 2.0, tongue="zh")

    assert page.startswith("## slidegen：生成2份，未变1份，失败1份，用时2.0秒\n")
    assert "| b.md | 3 | 缺 a.png |" in page


def test_a_name_is_no_markdown() -> None:
    page = summary((failed("a|b*c*<i>.txt", words="line\nbreak"),), 1.0)

    assert r"| a\|b\*c\*\<i\>.txt | line break | write some |" in page


def test_the_summary_stays_small() -> None:
    page = summary(tuple(failed(f"{number}.txt") for number in range(MOST_ROWS + 7)), 1.0)

    assert f"### Failed ({MOST_ROWS + 7})" in page
    assert "and 7 more" in page
    assert page.count("write some") == MOST_ROWS


def test_github_shows_failures_and_notices_beside_the_document() -> None:
    assert list(lines_for_github(SOME)) == [
        "::warning file=b.md,line=3,title=slidegen::no a.png",
        "::error file=d.txt,title=slidegen::no text%0Awrite some",
    ]


def test_a_name_is_no_command() -> None:
    (line,) = lines_for_github((failed("a,line=9::b%.txt", words="100%\r\n::error::x"),))

    assert line == (
        "::error file=a%2Cline=9%3A%3Ab%25.txt,title=slidegen::100%25%0D%0A::error::x%0Awrite some"
    )


def test_annotations_are_for_github_only() -> None:
    assert under_github_actions({"GITHUB_ACTIONS": "true"})
    assert not under_github_actions({"CI": "true"})
