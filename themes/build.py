"""Build the PowerPoint templates of a theme from its `theme.toml`, and the form of it read fast.

    python themes/build.py [FOLDER ...]

Without arguments, those of all themes beside this file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

from slidegen.options import Aspect
from slidegen.theme_file import read_theme_file, template_name, theme_of
from slidegen.theme_folders import FILE, PREPARED, prepared_form
from slidegen.writing.templating import build_template


def build(folder: Path) -> dict[str, bytes]:
    """What is made of the theme in *folder*, by the names of the files."""
    file = read_theme_file(folder)
    templates = {
        template_name(aspect): build_template(file, theme_of(file, folder, aspect))
        for aspect in get_args(Aspect)
    }
    return {**templates, PREPARED: prepared_form(folder)}


def main(arguments: list[str]) -> None:
    here = Path(__file__).parent
    folders = [Path(name) for name in arguments] or sorted(
        path.parent for path in here.glob(f"*/{FILE}")
    )
    for folder in folders:
        for name, data in build(folder).items():
            (folder / name).write_bytes(data)
            print(folder / name)


if __name__ == "__main__":
    main(sys.argv[1:])
