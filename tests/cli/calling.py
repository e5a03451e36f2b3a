"""A short speech of our own, and what the command line answers."""

from __future__ import annotations

from dataclasses import dataclass

SPEECH = """\
某范文网 首页

某副县长在全县春季造林动员会上的讲话

同志们:

今天召开春季造林动员会,任务是总结去年工作、部署今年任务。去年全县完成造林3.2万亩,超额完成计划。

一、认清形势,增强造林绿化的责任感

(一)造林绿化是群众的期盼。生态环境好不好,群众感受最直接。要把身边增绿作为民生实事来办。

(二)造林绿化是发展的需要。好生态就是好资源。各乡镇要算长远账、算综合账。

二、突出重点,确保完成全年任务

(一)抓好苗木供应。林业部门要提前落实苗源,严把质量关。4月底前完成验收。

(二)抓好栽后管护。三分造、七分管。要落实护林员责任,做到栽一片、活一片。

同志们,春光不等人。让我们抓住时机、真抓实干,为建设绿色家园作出新的贡献!
"""


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str
