"""The wheel, away from the checkout, does all that the checkout does; and slidegen starts fast."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from shutil import copy

import pptx
import pytest

from documents import SPEECH
from slidegen import patterns

CHECKOUT = Path(__file__).resolve().parent.parent
SLOW_TO_IMPORT = ("pptx", "lxml", "mdit_py_plugins", "budoux", "yaml", "PIL", "msgspec")
"""markdown-it is not among them, since rich, which sets the help, brings it."""


def run(*command: str | Path, **how) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=120, **how
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run_here(code: str, **environment: str):
    """A call of this checkout, in a process of its own."""

    def call(*arguments: str | Path) -> str:
        return run(sys.executable, "-c", code, *arguments, env={**os.environ, **environment})

    return call


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    run(sys.executable, *build, CHECKOUT, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """The interpreter of an environment that has the wheel, but cannot see the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    interpreter = scripts / Path(sys.executable).name
    install = ("install", "--quiet", "--no-deps", "--no-index")
    run(sys.executable, "-m", "pip", "--python", interpreter, *install, wheel, cwd=folder)
    # What slidegen depends on is borrowed; a path named so is not searched for further .pth
    # files, among which is the one of the editable checkout.
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    home = Path(run(interpreter, "-c", ask, cwd=folder).strip())
    borrowed = Path(pptx.__file__).parent.parent
    (home / "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    return interpreter


def test_the_installed_package_is_not_the_checkout(python, tmp_path) -> None:
    home = run(python, "-c", "import slidegen; print(slidegen.__file__)", cwd=tmp_path)

    assert not Path(home.strip()).is_relative_to(CHECKOUT)


def test_the_installed_command_makes_the_same_deck(python, tmp_path) -> None:
    copy(SPEECH, tmp_path)
    run(python.with_name("slidegen"), SPEECH.name, "--quiet", cwd=tmp_path)
    here = run_here("import sys, slidegen; slidegen.convert(sys.argv[1]).save(sys.argv[2])")
    here(SPEECH, tmp_path / "here.pptx")

    made = (tmp_path / SPEECH.with_suffix(".pptx").name).read_bytes()
    assert made == (tmp_path / "here.pptx").read_bytes()


def test_neither_process_nor_hash_seed_nor_locale_changes_a_byte(tmp_path) -> None:
    code = "import sys, slidegen; slidegen.convert(sys.argv[1]).save(sys.argv[2])"
    decks = []
    for seed, locale in (("0", "C.UTF-8"), ("4711", "zh_CN.UTF-8")):
        deck = tmp_path / f"{seed}.pptx"
        run_here(code, PYTHONHASHSEED=seed, LC_ALL=locale, TZ=f"UTC+{len(seed)}")(SPEECH, deck)
        decks.append(deck.read_bytes())

    assert decks[0] == decks[1]


@pytest.mark.parametrize("arguments", [("--help",), ("convert", "--help"), ("--version",)])
def test_help_does_not_wait_for_what_makes_decks(arguments) -> None:
    code = f"""
import contextlib, io, sys
from slidegen.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main({list(arguments)!r})
print(*(name for name in {SLOW_TO_IMPORT!r} if name in sys.modules))
"""

    assert run_here(code)().split() == []


def test_importing_slidegen_imports_no_stage() -> None:
    code = "import sys, slidegen; print(*(n for n in sys.modules if n.startswith('slidegen.')))"

    assert run_here(code)().split() == ["slidegen.version"]


def test_the_wheel_holds_what_it_needs_and_no_more(wheel) -> None:
    from zipfile import ZipFile

    names = ZipFile(wheel).namelist()

    assert "slidegen/_themes/gov-red/theme.toml" in names
    assert "slidegen/py.typed" in names
    assert f"slidegen/patterns/{patterns.file_name()}" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"slidegen"}
