"""Which language is spoken, and that it is spoken everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from slidegen.cli.tongue import tongue

from .calling import Answer


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en"}, "en"),
        ({"LC_ALL": "C", "LANGUAGE": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
    ],
)
def test_the_tongue_follows_the_locale(
    monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str], expected: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert tongue() == expected


def test_errors_are_chinese_under_a_chinese_locale(
    call: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")

    assert call("没有.txt").err == "错误：找不到文件 没有.txt\n提示：请检查路径是否写错\n"


def test_every_option_is_explained_in_chinese_and_nothing_is_cut_off() -> None:
    shown = _slidegen("convert", "--help", LANG="zh_CN.UTF-8", COLUMNS="80")

    assert "封面（不指定则取自原文）" in shown
    assert "若有应当出现的内容未能呈现" in shown
    assert "…" not in shown


def test_summaries_are_chinese_under_a_chinese_locale(speech: Path) -> None:
    shown = _slidegen(str(speech), "-v", LANG="zh_CN.UTF-8")

    assert "略去第1行（网站页眉）：某范文网 首页" in shown
    assert "略去与正文无关的文字1行" in shown


def test_a_console_of_another_encoding_stops_nothing(speech: Path) -> None:
    assert "speech.pptx" in _slidegen(str(speech), "-v", PYTHONIOENCODING="ascii")


def _slidegen(*arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "slidegen", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )
    return done.stdout
