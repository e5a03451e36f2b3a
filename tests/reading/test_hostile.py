"""A stranger's file makes a deck or an error: never a crash, a hang, a flood, or a leak.

Each file is converted in a process of its own kind, in which every opened file and every
connection is heard of, and which is measured.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hostile import MEGABYTE, SECRET, Hostile
from hostile.groups import GROUPS
from hostile.other import truncated, with_flipped_bits
from hostile.pdf import drawing_again
from hostile.sound import MAIN_PARTS, of_every_format, parts_of, zipped
from measuring import Measured, measured
from slidegen.errors import SourceError
from slidegen.reading import read

LONGEST = 10.0
"""Seconds for one file; the slowest takes half of it on an old laptop."""
MOST_MEMORY = 500 * MEGABYTE
"""The interpreter and all libraries included, which take 50 MB of it."""
FORMATS = sorted(of_every_format())


@pytest.fixture(scope="module")
def trap() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


@pytest.fixture(scope="module", params=GROUPS)
def group(
    request: pytest.FixtureRequest, trap: socket.socket, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Hostile, Measured]]:
    """All files of a group, with what became of each."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "secret.txt").write_text(SECRET)
    inside = folder / "documents"
    inside.mkdir()
    cases, paths = [], []
    for number, case in enumerate(GROUPS[request.param](f"127.0.0.1:{trap.getsockname()[1]}")):
        path = inside / f"{number}.{case.suffix}".rstrip(".")
        path.write_bytes(case.data)
        # The bytes are not kept: there are many.
        cases.append(case._replace(data=b""))
        paths.append(path)
    found = measured(paths, longest=2 * LONGEST, together=len(paths))
    return list(zip(cases, found, strict=True))


def named(case: Hostile) -> str:
    return f"{case.suffix}: {case.name}"


def test_no_file_is_a_fault_of_ours(group: list[tuple[Hostile, Measured]]) -> None:
    faults = {named(case): one.error for case, one in group if one.outcome == "fault"}

    assert not faults, "\n\n".join(f"{name}\n{error}" for name, error in faults.items())


def test_an_error_fits_and_says_the_way_out(group: list[tuple[Hostile, Measured]]) -> None:
    for case, one in group:
        if case.errors:
            assert one.error in case.errors, (named(case), one.outcome, one.error, one.message)
        if one.outcome == "error":
            for words in (one.message, one.hint):
                english, _, chinese = words.partition("|")
                assert english and any(char > "\u3000" for char in chinese), named(case)


def test_nothing_takes_long(group: list[tuple[Hostile, Measured]]) -> None:
    slow = {named(case): round(one.seconds, 1) for case, one in group if one.seconds > LONGEST}

    assert not slow


def test_nothing_takes_much_memory(group: list[tuple[Hostile, Measured]]) -> None:
    large = {
        named(case): f"{one.peak // MEGABYTE} MB" for case, one in group if one.peak > MOST_MEMORY
    }

    assert not large


def test_nothing_is_opened_but_the_document(group: list[tuple[Hostile, Measured]]) -> None:
    opened = {named(case): one.opened for case, one in group if one.opened}

    assert not opened


def test_nothing_is_told_that_stands_elsewhere(group: list[tuple[Hostile, Measured]]) -> None:
    for case, one in group:
        said = "\n".join((one.text, *one.said))
        assert SECRET not in said, named(case)
        assert "root:" not in said, named(case)


def test_nobody_is_called(group: list[tuple[Hostile, Measured]], trap: socket.socket) -> None:
    called = {named(case): one.connected for case, one in group if one.connected}
    trap.setblocking(False)

    assert not called
    with pytest.raises(BlockingIOError):
        trap.accept()


@pytest.mark.parametrize("case", tuple(drawing_again()), ids=lambda case: case.name)
def test_a_pdf_that_draws_the_same_again_takes_no_more(case: Hostile, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(case.data)

    (one,) = measured([path], longest=2 * LONGEST)

    assert one.outcome != "fault"
    assert one.peak < MOST_MEMORY


def is_document_or_error(data: bytes) -> bool:
    """Whether *data* is read, or refused as it should be; anything else is raised."""
    try:
        return bool(read(data).blocks)
    except SourceError as error:
        return bool(error.hint.en and any(char > "\u3000" for char in error.hint.zh))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_document_may_break_off_anywhere(suffix: str) -> None:
    for data in truncated(of_every_format()[suffix]):
        assert is_document_or_error(data)


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
@example(seed=113)  # an archive whose parts lie before its beginning
def test_any_bits_may_be_wrong(suffix: str, seed: int) -> None:
    assert is_document_or_error(with_flipped_bits(of_every_format()[suffix], seed))


@pytest.mark.parametrize("suffix", MAIN_PARTS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_part_may_say_anything(suffix: str, data: st.DataObject) -> None:
    parts = parts_of(of_every_format()[suffix])
    name = data.draw(st.sampled_from(sorted(parts)))
    text = parts[name]
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 200))
    put = data.draw(
        st.one_of(
            st.binary(max_size=20),
            st.sampled_from((b"", b"-1", b"99999999999", b"nan", b"\xff", b"<x>", b"&", b'"')),
            st.just(text[start : start + length] * 3),
        )
    )

    changed = zipped({**parts, name: text[:start] + put + text[start + length :]})

    assert is_document_or_error(changed)


@pytest.mark.parametrize("suffix", ["pdf", "rtf", "html", "md"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_stretch_may_say_anything(suffix: str, data: st.DataObject) -> None:
    sound = of_every_format()[suffix]
    start = data.draw(st.integers(0, len(sound)))
    length = data.draw(st.integers(0, 200))
    put = data.draw(st.one_of(st.binary(max_size=20), st.just(sound[start : start + length] * 3)))

    assert is_document_or_error(sound[:start] + put + sound[start + length :])
