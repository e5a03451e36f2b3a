"""The wheel, installed away from the checkout, makes decks; and the public names are what they are.

What a `pip install` brings is not what lies in the checkout: themes and width tables
have to be in the wheel, and nothing may be found by accident in the source tree.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

import slidegen

CHECKOUT = Path(__file__).parent.parent
SPEECH = """\
某镇长在全镇防汛工作会上的讲话

同志们：

一、提高认识

（一）汛情就是命令。要时刻绷紧防汛这根弦。

（二）责任重于泰山。要把责任落实到每一个岗位。

二、落实措施

（一）抓好隐患排查。6月底前完成排查。

（二）抓好物资储备。做到有备无患。
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with what is installed here, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, CHECKOUT],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel, and our dependencies but not the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    paths = {
        name: Path(sysconfig.get_path(name, "venv", {"base": str(folder)}))
        for name in ("purelib", "scripts")
    }
    with ZipFile(wheel) as archive:
        archive.extractall(paths["purelib"])
    # Of a .pth file's lines only folders are read, not the .pth files in those folders:
    # so the editable install of the checkout is out of reach.
    (paths["purelib"] / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return paths["scripts"] / ("python.exe" if os.name == "nt" else "python")


def test_the_wheel_holds_the_themes_and_no_tests(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()

    assert "slidegen/_themes/gov-red/theme.toml" in names
    assert "slidegen/_themes/gov-red/template-16x9.pptx" in names
    assert "slidegen/arranging/advances.json" in names
    assert "slidegen/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "samples/", "scripts/"))]


def test_the_installed_package_makes_a_deck_away_from_the_checkout(
    python: Path, tmp_path: Path
) -> None:
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    code = (
        "import slidegen; print(slidegen.__file__);"
        "from slidegen.theme_file import find_theme; print(find_theme('gov-red'))"
    )
    found = _run(python, "-c", code, folder=tmp_path)
    said = _run(python, "-m", "slidegen", "speech.txt", folder=tmp_path)

    assert str(CHECKOUT) not in found
    assert "_themes" in found
    assert said.startswith("speech.pptx: ")
    assert (tmp_path / "speech.pptx").read_bytes() == slidegen.convert(SPEECH.encode()).pptx


def _run(python: Path, *arguments: str, folder: Path) -> str:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES")
    }
    done = subprocess.run(
        [python, *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_public_name_is_there() -> None:
    for name in slidegen.__all__:
        assert getattr(slidegen, name) is not None
        assert name in dir(slidegen)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        slidegen.nonsense  # noqa: B018


def test_importing_the_package_imports_no_stage() -> None:
    code = "import sys, slidegen; print(*(m for m in sys.modules if m.startswith('slidegen.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["slidegen.version"]
