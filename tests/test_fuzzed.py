"""A stranger's bytes make a document or an error with a way out, whatever was done to them.

`make fuzz` looks for more, for as long as one likes; what it found stands here by name.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile.sound import of_every_format, parts_of, zipped
from slidegen.adopting import adopt
from slidegen.errors import SlidegenError

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzzing.targets import TARGETS

SLOW = ("docx", "pipeline", "stages", "template", "pdf")
"""Targets that take a tenth of a second each; `make fuzz` has the time."""


@pytest.mark.parametrize("name", TARGETS)
def test_each_target_takes_its_sound_documents(name: str) -> None:
    target = TARGETS[name]

    assert target.run(target.seeds()[0]) is not None


@pytest.mark.parametrize("name", [name for name in TARGETS if name not in SLOW])
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_harm_gives_a_result_or_a_way_out(name: str, seed: int) -> None:
    from fuzzing.mutating import mutated

    target = TARGETS[name]
    seeds = target.seeds()
    head, line, body = seeds[seed % len(seeds)].partition(b"\n")
    if not target.keeps_first_line:
        head, line, body = b"", b"", head + line + body
    try:
        target.run(head + line + mutated(body, seed, 65_536))
    except SlidegenError as error:
        assert error.hint.en and error.hint.zh


def test_a_template_with_a_part_without_a_name_is_adopted(tmp_path) -> None:
    template = tmp_path / "theirs.pptx"
    template.write_bytes(zipped({**parts_of(of_every_format()["pptx"]), "": b""}))

    assert adopt(template).layouts
