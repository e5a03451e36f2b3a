"""What a user's CI server runs: our action, the worked example that uses it, the hook."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pptx
import pytest
import yaml

CHECKOUT = Path(__file__).resolve().parent.parent
EXAMPLE = CHECKOUT / "examples" / "speeches"
GITHUBS_OWN = (
    "actions/checkout",
    "actions/cache",
    "actions/setup-python",
    "actions/upload-artifact",
)
"""Steps that are not ours to try."""

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the steps are bash's")


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


ACTION = loaded(CHECKOUT / "action.yml")


@dataclass
class Runner:
    """As much of GitHub's runner as these steps need."""

    home: Path
    workspace: Path
    environment: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: list[int] = field(default_factory=list)
    said: str = ""

    @property
    def page(self) -> str:
        return (self.home / "summary.md").read_text(encoding="utf-8")

    def job(self, steps: list[dict[str, Any]], values: dict[str, str]) -> None:
        for step in steps:
            if "if" in step and not self.holds(step["if"], values):
                continue
            if "run" in step:
                self.shell(step, values)
            elif step["uses"].startswith("your-organisation/slidegen@"):
                self.action(step.get("with", {}))
            else:
                assert step["uses"].split("@")[0] in GITHUBS_OWN

    def action(self, given: dict[str, Any]) -> None:
        unknown = set(given) - set(ACTION["inputs"])
        assert not unknown
        inputs = {
            f"inputs.{name}": str(given.get(name, entry.get("default", "")))
            for name, entry in ACTION["inputs"].items()
        }
        # YAML's own true is spelt so by GitHub too.
        inputs = {name: {"True": "true"}.get(value, value) for name, value in inputs.items()}
        self.environment["GITHUB_ACTION_PATH"] = str(CHECKOUT)
        self.job(ACTION["runs"]["steps"], inputs)

    def holds(self, condition: str, values: dict[str, str]) -> bool:
        left, right = (part.strip().strip("'") for part in condition.split("=="))
        return values[left] == right

    def shell(self, step: dict[str, Any], values: dict[str, str]) -> None:
        assert "${{" not in step["run"], "an input in a script is run as a command"
        output = self.home / "output"
        output.write_text("")
        stated = {
            name: re.sub(r"\${{\s*(.+?)\s*}}", lambda found: values[found[1]], value)
            for name, value in step.get("env", {}).items()
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            env={**self.environment, **stated, "GITHUB_OUTPUT": str(output)},
        )
        self.codes.append(done.returncode)
        self.said += done.stdout + done.stderr
        if "id" in step:
            lines = output.read_text(encoding="utf-8").splitlines()
            self.outputs[step["id"]] = dict(line.split("=", 1) for line in lines)


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that borrows what slidegen needs, but not slidegen."""
    folder = tmp_path_factory.mktemp("python")
    venv.create(folder, symlinks=os.name != "nt", with_pip=True)
    found = folder / ("Scripts" if os.name == "nt" else "bin")
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    home = subprocess.check_output([found / "python", "-c", ask], text=True).strip()
    (Path(home) / "borrowed.pth").write_text(f"{Path(pptx.__file__).parent.parent}\n")
    return found


@pytest.fixture
def runner(scripts: Path, tmp_path: Path) -> Runner:
    home, workspace = tmp_path / "runner", tmp_path / "repository"
    home.mkdir()
    shutil.copytree(EXAMPLE, workspace)
    (home / "summary.md").write_text("")
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "GITHUB_", "PYTHON", "PIP_"))
    }
    environment |= {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_SHA": "0" * 40,
        "GITHUB_STEP_SUMMARY": str(home / "summary.md"),
        "RUNNER_TEMP": str(home),
        # Nothing is fetched: all that slidegen needs is there already.
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # Spelt so, it means: not isolated.
    }
    return Runner(home, workspace, environment)


def decks(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pptx"))


EXPECTED = ["reports/flood-defence-q1.pptx", "speeches/2026/03-library-opening.pptx"]


def test_the_example_makes_and_publishes_its_decks(runner: Runner, tmp_path: Path) -> None:
    git = ["git", "-C", str(runner.workspace), "-c", "user.name=x", "-c", "user.email=x@x"]
    origin = tmp_path / "origin.git"
    subprocess.run(["git", "init", "-q", "--bare", origin], check=True)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    subprocess.run([*git, "remote", "add", "origin", origin], check=True)
    workflow = loaded(runner.workspace / ".github" / "workflows" / "decks.yml")
    runner.job(workflow["jobs"]["decks"]["steps"], {"github.ref": "refs/heads/main"})

    assert runner.codes == [0, 0, 0], runner.said
    assert decks(runner.workspace / "decks") == EXPECTED
    listed = ["git", "-C", str(origin), "ls-tree", "-r", "--name-only", "decks"]
    assert subprocess.check_output(listed, text=True).split() == EXPECTED
    assert runner.page.startswith("## slidegen: 2 made")

    themes = {
        row["source"]["path"]: row["theme"]
        for row in json.loads(Path(runner.outputs["batch"]["report"]).read_text())["documents"]
    }
    assert themes == {
        "speeches/2026/03-library-opening.txt": "gov-red",
        "reports/flood-defence-q1.md": "uk-gov",
    }


def test_a_document_that_fails_is_marked_and_fails_the_step(runner: Runner) -> None:
    (runner.workspace / "speeches" / "empty.txt").write_text("")
    runner.action({"documents": "speeches\nreports\n", "output": "out folder"})

    assert runner.codes == [0, 1]
    assert decks(runner.workspace / "out folder") == EXPECTED
    assert "::error file=speeches/empty.txt,title=slidegen::" in runner.said
    assert "| speeches/empty.txt |" in runner.page
    assert 'failures="1"' in Path(runner.outputs["batch"]["junit"]).read_text()


def test_the_actions_inputs_are_options_and_no_commands(runner: Runner) -> None:
    documents = 'speeches\n$(touch ran)\n"; touch ran; "'
    runner.action({"documents": documents, "options": "--theme gov-blue --quiet $(touch ran)"})

    assert runner.codes[0] == 0
    assert runner.codes[1] in (1, 2)
    assert not list(runner.workspace.rglob("ran*"))


def test_the_actions_options_are_those_of_a_command_line(runner: Runner) -> None:
    options = "--theme gov-blue\n--title 'Opening \"words\"'\n--date=2026\\ spring\n--subtitle ''"
    runner.action({"documents": "speeches", "options": options})

    report = json.loads(Path(runner.outputs["batch"]["report"]).read_text())["documents"][0]
    assert report["theme"] == "gov-blue"
    assert report["options"]["title"] == 'Opening "words"'
    assert report["options"]["date"] == "2026 spring"


def test_options_that_cannot_be_read_fail_the_step(runner: Runner) -> None:
    runner.action({"documents": "speeches", "options": "--title 'open"})

    assert runner.codes[-1] != 0
    assert decks(runner.workspace) == []


def test_the_actions_outputs_are_those_of_its_step(runner: Runner) -> None:
    runner.action({"documents": "speeches", "options": "--theme gov-blue"})

    stated = {
        name: re.fullmatch(r"\${{ steps\.(\w+)\.outputs\.(\w+) }}", entry["value"])
        for name, entry in ACTION["outputs"].items()
    }
    for name, found in stated.items():
        assert found, name
        assert Path(runner.outputs[found[1]][found[2]]).is_file()
    report = json.loads(Path(runner.outputs["batch"]["report"]).read_text())
    assert report["documents"][0]["theme"] == "gov-blue"


def test_the_hook_makes_the_decks_of_what_is_committed(runner: Runner) -> None:
    (hook,) = loaded(CHECKOUT / ".pre-commit-hooks.yaml")
    (repository,) = loaded(EXAMPLE / ".pre-commit-config.yaml")["repos"]
    (wanted,) = repository["hooks"]
    tracked = ["speeches/2026/03-library-opening.txt", "slidegen.toml", "README.md", "a.png"]
    files = [
        name
        for name in tracked
        if re.search(hook["files"], name) and not re.search(hook["exclude"], name)
    ]
    command = [*shlex.split(hook["entry"]), *wanted.get("args", hook["args"]), *files]

    assert wanted["id"] == hook["id"]
    assert files == ["speeches/2026/03-library-opening.txt"]

    subprocess.run(
        [sys.executable, "-m", *command],
        cwd=runner.workspace,
        check=True,
        timeout=60,
        capture_output=True,
    )
    assert decks(runner.workspace / "decks") == EXPECTED[1:]
