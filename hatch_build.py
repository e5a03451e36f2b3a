"""What a wheel holds besides the tree: the rules of wording, compiled (see `slidegen/patterns`).

They are for the Python that builds the wheel, which is the one that runs it where people
`pip install` a checkout. Any other compiles them at each start, and is slower by 0.2 s.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparedPatterns(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """A checkout that is worked on (*version* "editable") goes without."""
        if version == "editable":
            return
        self.folder = mkdtemp()
        script = Path(self.root) / "scripts" / "build_patterns.py"
        subprocess.run([sys.executable, "-P", script, self.folder], check=True)
        for file in Path(self.folder).iterdir():
            build_data["force_include"][str(file)] = f"slidegen/patterns/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            rmtree(self.folder)
