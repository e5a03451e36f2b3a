"""The nearest wins: what the caller asks for, then the document, then what is built in."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidegen.asking import Asked, options_for
from slidegen.document import Document, Field
from slidegen.errors import OptionError
from slidegen.notices import Notice
from slidegen.options import Options
from slidegen.passage import Passage


def document(**fields: str) -> Document:
    stated = tuple(
        Field(name, Passage.of_line(value, number, len(name) + 2))
        for number, (name, value) in enumerate(fields.items(), 2)
    )
    return Document((), "markdown", stated)


def heard(source: Document, folder: Path | None = None, **asked) -> tuple[Options, list[Notice]]:
    notices: list[Notice] = []
    options = options_for(source, Asked(**asked), folder=folder, report=notices.append)
    return options, notices


def test_without_any_wish_all_is_as_built_in() -> None:
    assert heard(document()) == (Options(), [])


@pytest.mark.parametrize(
    ("name", "value", "field", "meant"),
    [
        ("detail", "full", "detail", "full"),
        ("max-slides", "12", "max_slides", 12),
        ("max_slides", "012", "max_slides", 12),
        ("aspect", "4:3", "aspect", "4:3"),
        ("agenda", "none", "agenda", "none"),
        ("notes", "points", "notes", "points"),
        ("typography", "keep", "typography", "keep"),
        ("footer", "内部资料", "footer", "内部资料"),
        ("classification", "内部", "classification", "内部"),
        ("dividers", "false", "dividers", False),
        ("closing", "否", "closing", False),
        ("theme", "gov-red", "theme", "gov-red"),
        ("lang", "en-GB", "language", "en-GB"),
        ("lang", "zh_Hant", "language", "zh-TW"),
    ],
)
def test_front_matter_may_ask(name: str, value: str, field: str, meant: object) -> None:
    options, notices = heard(document(**{name: value}))

    assert getattr(options, field) == meant
    assert not notices


def test_the_caller_outweighs_front_matter_even_with_what_is_built_in() -> None:
    options, _ = heard(document(detail="full", dividers="no"), detail="standard", dividers=True)

    assert (options.detail, options.dividers) == ("standard", True)


def test_none_means_not_asked_for() -> None:
    options, _ = heard(document(detail="full"), detail=None)

    assert options.detail == "full"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("detail", "enormous"),
        ("max-slides", "0"),
        ("max-slides", "few"),
        ("aspect", "1:1"),
        ("dividers", "perhaps"),
        ("theme", "no-such-theme"),
        ("theme", "../elsewhere"),
        ("lang", "klingon"),
        ("logo", "missing.png"),
    ],
)
def test_what_front_matter_may_not_ask_is_a_notice_with_its_line(
    name: str, value: str, tmp_path: Path
) -> None:
    options, (notice,) = heard(document(**{name: value}), folder=tmp_path)

    assert options == Options()
    assert (notice.kind, notice.line) == ("front-matter-ignored", 2)
    assert value in notice.message.en
    assert value in notice.message.zh


def test_fields_for_other_programs_are_none_of_ours() -> None:
    assert heard(document(layout="post", footer="true", draft="yes"))[0] == Options()


def test_facts_of_the_cover_are_left_to_outlining() -> None:
    assert heard(document(title="报告", speaker="某某", date="2025-01-16"))[0] == Options()


def test_a_document_shows_logos_of_its_own_folder_only(tmp_path: Path) -> None:
    inside, outside = tmp_path / "here" / "logo.png", tmp_path / "logo.png"
    inside.parent.mkdir()
    for file in (inside, outside):
        file.write_bytes(b"")

    found, _ = heard(document(logo="logo.png"), folder=inside.parent)
    refused, notices = heard(document(logo="../logo.png"), folder=inside.parent)
    assert found.logo == inside.resolve()
    assert refused.logo is None
    assert notices


@pytest.mark.parametrize(
    ("name", "value"), [("detail", "big"), ("aspect", "16:10"), ("language", "fr")]
)
def test_a_person_who_asks_for_the_impossible_is_told_what_is_possible(
    name: str, value: str
) -> None:
    with pytest.raises(OptionError) as raised:
        heard(document(), **{name: value})

    assert value in raised.value.message.en
    assert raised.value.hint.en.startswith("choose one of")


@pytest.mark.parametrize("value", [0, -3, 2.5, True, "12"])
def test_a_budget_is_a_number_from_one_on(value: object) -> None:
    with pytest.raises(OptionError, match="max_slides cannot be"):
        heard(document(), max_slides=value)
