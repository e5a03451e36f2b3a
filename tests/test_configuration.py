"""The user's own file of options: where it is found, what it may say, what outweighs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from slidegen.asking import options_for
from slidegen.configuration import Configuration, find_configuration, load_configuration
from slidegen.document import Document, Field
from slidegen.errors import OptionError
from slidegen.options import Options
from slidegen.passage import Passage


def saying(folder: Path, text: str, name: str = "slidegen.toml") -> Configuration:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return load_configuration(folder / name)


def document(**fields: str) -> Document:
    stated = (Field(name, Passage.of_line(value, 2, 2)) for name, value in fields.items())
    return Document((), "markdown", tuple(stated))


# Where it is looked for


def test_without_a_file_nothing_is_asked(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    assert find_configuration(tmp_path) == Configuration()


def test_the_nearest_file_above_is_the_one(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    saying(tmp_path, 'detail = "full"')
    assert find_configuration(deep).wishes == {"detail": "full"}

    saying(tmp_path / "a", 'detail = "outline"')
    assert find_configuration(deep).wishes == {"detail": "outline"}


def test_the_top_of_a_project_is_as_far_as_one_looks(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    saying(tmp_path, 'detail = "full"')

    assert find_configuration(project).file is None


@pytest.mark.skipif(os.name != "posix", reason="only POSIX says who may write to a folder")
def test_no_file_is_taken_from_a_folder_of_everyones_above(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    (shared / "mine").mkdir(parents=True)
    saying(shared, 'detail = "full"')
    shared.chmod(0o777)

    assert find_configuration(shared / "mine").file is None
    assert find_configuration(shared).file


def test_a_table_in_pyproject_serves_as_well(tmp_path: Path) -> None:
    saying(tmp_path, '[tool.slidegen]\ndetail = "full"', "pyproject.toml")
    assert find_configuration(tmp_path).wishes == {"detail": "full"}

    saying(tmp_path, 'detail = "outline"')
    assert find_configuration(tmp_path).wishes == {"detail": "outline"}


@pytest.mark.parametrize("text", ['[project]\nname = "slidegen-theme"', "[project\nbroken"])
def test_another_programs_pyproject_is_passed_over(tmp_path: Path, text: str) -> None:
    saying(tmp_path, 'detail = "full"')
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "pyproject.toml").write_text(text)

    assert find_configuration(tmp_path / "package").wishes == {"detail": "full"}


# What it may say


def test_the_names_are_those_of_the_command_line(tmp_path: Path) -> None:
    found = saying(
        tmp_path,
        """
        theme = "gov-blue"
        max-slides = 12
        lang = "zh-TW"
        date = 2026-01-16
        dividers = false
        from = "markdown"
        strict = true
        jobs = 2
        exclude = ["drafts", "*.tmp.md"]
        report = "out/report.json"
        """,
    )

    assert found.asked_for("a.md") == {
        "theme": "gov-blue",
        "max_slides": 12,
        "language": "zh-TW",
        "date": "2026-01-16",
        "dividers": False,
    }
    assert found.format_of("a.md") == "markdown"
    assert found.run == {
        "strict": True,
        "jobs": "2",
        "exclude": ("drafts", "*.tmp.md"),
        "report": str(tmp_path / "out/report.json"),
    }


def test_a_mark_before_the_text_is_no_part_of_it(tmp_path: Path) -> None:
    assert saying(tmp_path, '\ufefffooter = "内部资料"').wishes == {"footer": "内部资料"}


def test_paths_count_from_the_files_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("logo.png", "ours.pptx", "theme.toml"):
        file = tmp_path / "brand" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"")
    monkeypatch.chdir("/")

    found = saying(
        tmp_path, 'theme = "brand"\nlogo = "brand/logo.png"\ntemplate = "brand/ours.pptx"'
    )
    assert found.wishes == {
        "theme": str(tmp_path / "brand"),
        "logo": tmp_path / "brand/logo.png",
        "template": tmp_path / "brand/ours.pptx",
    }


FAULTS = [
    ('them = "gov-blue"', "them", "theme"),
    ('max_slide = "5"', "max_slide", "max-slides"),
    ("no-dividers = true", "no-dividers", "dividers = false"),
    ("no-clobber = true", "no-clobber", "force = false"),
    ("zzz = 1", "zzz", "theme"),
    ('detail = "enormous"', "detail", "standard"),
    ("max-slides = 0", "max_slides", "1"),
    ('dividers = "no"', "dividers", "'no'"),
    ("footer = 3", "footer", "3"),
    ('theme = "gov-rde"', "gov-rde", "gov-red"),
    ('logo = "gone.png"', "gone.png", "folder"),
    ('jobs = "many"', "jobs", "many"),
    ("timeout = -1", "timeout", "-1"),
    ("exclude = 1", "exclude", "1"),
    ('[folder]\npath = "a/**"', "folder", "[[folder]]"),
    ('[[folder]]\ndetail = "full"', "[[folder]] 1: path", "path"),
    ('[[folder]]\npath = "a"\ndetial = "full"', "detial", "detail"),
    ('[[folder]]\npath = "a"\njobs = 2', "jobs", "above the first"),
    ("theme = gov-blue", "line 1", "quotes"),
]


@pytest.mark.parametrize(("text", "named", "way_out"), FAULTS, ids=[text for text, *_ in FAULTS])
def test_an_error_names_file_and_key_and_the_way_out(
    tmp_path: Path, text: str, named: str, way_out: str
) -> None:
    with pytest.raises(OptionError) as raised:
        saying(tmp_path, text)

    error = raised.value
    for words, hint in ((error.message.en, error.hint.en), (error.message.zh, error.hint.zh)):
        assert str(tmp_path / "slidegen.toml") in words
        assert named in words
        assert hint
    assert way_out in error.hint.en


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "slidegen.toml").write_bytes('footer = "内部"'.encode("gbk"))

    with pytest.raises(OptionError, match="UTF-8"):
        load_configuration(tmp_path / "slidegen.toml")


def test_a_file_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be read"):
        load_configuration(tmp_path / "gone.toml")


# By folder


def test_folders_have_wishes_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = saying(
        tmp_path,
        """
        detail = "standard"
        footer = "市水务局"
        [[folder]]
        path = "speeches/**"
        detail = "full"
        [[folder]]
        path = ["speeches/2026/**", "*.log"]
        detail = "outline"
        from = "text"
        """,
    )

    assert found.asked_for("report.txt")["detail"] == "standard"
    assert found.asked_for("speeches/a.txt") == {"detail": "full", "footer": "市水务局"}
    assert found.asked_for(str(tmp_path / "speeches/2026/a.txt"))["detail"] == "outline"
    assert found.format_of("deep/down/a.log") == "text"
    assert found.format_of("speeches/a.txt") is None
    assert found.asked_for(None)["detail"] == "standard"
    assert found.asked_for("/elsewhere/speeches/a.txt")["detail"] == "standard"


def test_a_url_fits_patterns_of_urls(tmp_path: Path) -> None:
    found = saying(tmp_path, '[[folder]]\npath = "s3://office/speeches/**"\ndetail = "full"')

    assert found.asked_for("s3://office/speeches/a.txt") == {"detail": "full"}
    assert found.asked_for("s3://office/reports/a.txt") == {}


def test_a_folders_theme_is_in_place_of_the_template_of_all(tmp_path: Path) -> None:
    (tmp_path / "ours.pptx").write_bytes(b"")
    found = saying(
        tmp_path, 'template = "ours.pptx"\n[[folder]]\npath = "/a/**"\ntheme = "gov-plain"'
    )

    assert found.asked_for(str(tmp_path / "a/b.md")) == {"theme": "gov-plain"}


# What outweighs it


def test_the_command_line_and_front_matter_outweigh_it() -> None:
    configured = {"detail": "full", "agenda": "none", "notes": "points", "closing": False}

    found = options_for(
        document(detail="outline", agenda="repeat"),
        {"detail": "standard"},
        configured=configured,  # type: ignore[arg-type]
    )
    assert found == Options(detail="standard", agenda="repeat", notes="points", closing=False)


def test_a_cover_shows_what_front_matter_says_rather_than_what_is_configured() -> None:
    found = options_for(
        document(author="李某"), {}, configured={"speaker": "王某", "organisation": "市水务局"}
    )

    assert (found.speaker, found.organisation) == (None, "市水务局")


def test_a_nearer_theme_is_in_place_of_a_configured_template() -> None:
    configured = {"template": Path("ours.pptx")}

    assert options_for(document(theme="gov-blue"), {}, configured=configured).template is None
    assert options_for(document(), {"theme": "gov-blue"}, configured=configured).template is None
    assert options_for(document(), {}, configured=configured).template == Path("ours.pptx")


def test_the_points_of_an_outline_stay_as_given(tmp_path: Path) -> None:
    found = options_for(document(slidegen="outline"), {}, configured={"detail": "full"})

    assert found.detail == "standard"


def test_where_there_is_no_file_nothing_that_reads_one_is_loaded(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    asked = (
        "import sys; from slidegen.configuration import find_configuration; "
        "find_configuration(); sys.exit('tomllib' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", asked], cwd=tmp_path, check=False).returncode == 0
