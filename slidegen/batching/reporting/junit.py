"""A batch as JUnit XML, which every CI server shows: a test case a document.

There is no standard; this is the form that Ant began and that GitLab, Jenkins and
GitHub's actions read: `failure` where a document is at fault, `error` where the run
is (a worker that died, a time limit, a bug), `skipped` where nothing had changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from slidegen.batching.job import Failure, Outcome
from slidegen.messages import Message, Tongue
from slidegen.patterns import compiled

NOT_THE_DOCUMENTS_FAULT = ("bug", "timeout", "worker died", "out of memory")

NOT_IN_XML = compiled("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped: control characters, halves of pairs."""


def junit(
    outcomes: Sequence[Outcome], seconds: float, *, strict: bool, tongue: Tongue = "en"
) -> bytes:
    """The file's bytes. With *strict*, a notice that counts is a failure too."""
    suite = Element("testsuite", name="slidegen batch", time=f"{seconds:.3f}")
    for outcome in outcomes:
        suite.append(_case(outcome, strict=strict, tongue=tongue))
    counts = {
        "tests": len(outcomes),
        "failures": len(suite.findall("testcase/failure")),
        "errors": len(suite.findall("testcase/error")),
        "skipped": len(suite.findall("testcase/skipped")),
    }
    for name, count in counts.items():
        suite.set(name, str(count))
    whole = Element("testsuites", suite.attrib | {"name": "slidegen"})
    whole.append(suite)
    ElementTree.indent(whole)
    written: bytes = ElementTree.tostring(whole, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _case(outcome: Outcome, *, strict: bool, tongue: Tongue) -> Element:
    name = _held(outcome.job.name)
    folder = str(PurePosixPath(name.replace("\\", "/")).parent)
    case = Element("testcase", classname=folder, name=name, file=name)
    case.set("time", f"{outcome.seconds:.3f}")
    counting = [_held(notice.message.in_tongue(tongue)) for notice in outcome.counting]
    if outcome.failure:
        _fail(case, outcome.failure, tongue)
    elif strict and counting:
        failure = SubElement(case, "failure", type="notice", message=counting[0])
        failure.text = "\n".join(counting)
    elif outcome.state == "unchanged":
        SubElement(case, "skipped", message=Message("unchanged", "未变").in_tongue(tongue))
    if counting:
        SubElement(case, "system-out").text = "\n".join(counting)
    return case


def _fail(case: Element, failure: Failure, tongue: Tongue) -> None:
    kind = "error" if failure.kind in NOT_THE_DOCUMENTS_FAULT else "failure"
    message = _held(failure.message.in_tongue(tongue))
    fault = SubElement(case, kind, type=failure.kind, message=message)
    fault.text = _held(failure.hint.in_tongue(tongue)) if failure.hint else message


def _held(words: str) -> str:
    return NOT_IN_XML.sub("\ufffd", words)
