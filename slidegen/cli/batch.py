"""`slidegen batch`: many documents, a deck each."""

from __future__ import annotations

from typing import Annotated

from slidegen.cli.batch_options import (
    RUN,
    DecksFolder,
    Exclude,
    Include,
    Jobs,
    Paths,
    Quiet,
    Timeout,
    Verbose,
)
from slidegen.cli.configuring import ConfigFile, configuration_for
from slidegen.cli.source import FromFormat, MaxSlides
from slidegen.cli.tongue import say
from slidegen.cli.wishes import (
    OUTPUT,
    AgendaWish,
    AspectWish,
    Classification,
    ClosingPage,
    Date,
    DetailWish,
    Dividers,
    Footer,
    Lang,
    Logo,
    NotesWish,
    Organisation,
    Speaker,
    Subtitle,
    TemplateFile,
    ThemeName,
    Title,
    TypographyWish,
    option,
    wishes_in,
)

HELP = say(
    en="Turn many documents into a deck each: files, folders, globs; the tree is mirrored.",
    zh="批量转换：文件、文件夹、通配符均可，按原有目录结构逐一生成演示文稿。",
)
REPORTS = say(en="Reports", zh="报告")


def batch(
    paths: Paths,
    output: DecksFolder,
    include: Include = None,
    exclude: Exclude = None,
    format: FromFormat = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    scheduler: Annotated[
        str | None,
        option(
            RUN,
            say(
                en="A Dask cluster's, to share the work (tcp://host:8786); see the README.",
                zh="Dask 集群调度器的地址（tcp://主机:8786），由集群分担；见 README。",
            ),
            "--scheduler",
            metavar="ADDRESS",
        ),
    ] = None,
    changed_only: Annotated[
        bool | None,
        option(
            RUN,
            say(
                en="Leave the decks of what has not changed since they were made.",
                zh="内容和选项都未变化的文档不再重新生成。",
            ),
            "--changed-only/--all",
        ),
    ] = None,
    fail_fast: Annotated[
        bool | None,
        option(
            RUN,
            say(en="Begin nothing after the first failure.", zh="一旦有文档失败，不再继续。"),
            "--fail-fast/--no-fail-fast",
        ),
    ] = None,
    theme: ThemeName = None,
    template: TemplateFile = None,
    aspect: AspectWish = None,
    typography: TypographyWish = None,
    lang: Lang = None,
    detail: DetailWish = None,
    max_slides: MaxSlides = None,
    agenda: AgendaWish = None,
    dividers: Dividers = None,
    closing: ClosingPage = None,
    notes: NotesWish = None,
    title: Title = None,
    subtitle: Subtitle = None,
    speaker: Speaker = None,
    organisation: Organisation = None,
    date: Date = None,
    classification: Classification = None,
    logo: Logo = None,
    footer: Footer = None,
    report: Annotated[
        str | None,
        option(
            REPORTS,
            say(en="What came of each document, in JSON.", zh="各文档的结果，写成 JSON。"),
            "--report",
            metavar="FILE.json",
        ),
    ] = None,
    junit: Annotated[
        str | None,
        option(
            REPORTS,
            say(en="The same for CI servers.", zh="同样的结果，供持续集成系统读取。"),
            "--junit",
            metavar="FILE.xml",
        ),
    ] = None,
    summary: Annotated[
        str | None,
        option(
            REPORTS,
            say(en="The same as a page of Markdown.", zh="同样的结果，写成一页 Markdown。"),
            "--summary",
            metavar="FILE.md",
        ),
    ] = None,
    strict: Annotated[
        bool | None,
        option(
            OUTPUT,
            say(
                en="Exit with 3 if something the reader should see is not there.",
                zh="若有应当出现的内容未能呈现，退出码为 3。",
            ),
            "--strict/--no-strict",
        ),
    ] = None,
    force: Annotated[
        bool | None,
        option(
            OUTPUT,
            say(
                en="Replace earlier decks (the default), or refuse to.",
                zh="是否替换同名的旧演示文稿；默认替换。",
            ),
            "--force/--no-clobber",
        ),
    ] = None,
    config: ConfigFile = None,
    quiet: Quiet = None,
    verbose: Verbose = None,
) -> int:
    asked = wishes_in(locals())
    # What a batch needs takes as long to import as the command line itself.
    from slidegen.batching.storage import place_of
    from slidegen.cli.batch_run import run
    from slidegen.cli.batch_settings import settings_for

    settings = settings_for(
        configuration_for(config),
        include=include,
        exclude=exclude,
        jobs=jobs,
        timeout=timeout,
        scheduler=scheduler,
        changed_only=changed_only,
        fail_fast=fail_fast,
        report=report,
        junit=junit,
        summary=summary,
        strict=strict,
        force=force,
        quiet=quiet,
        verbose=verbose,
    )
    return run(paths, place_of(output), asked=asked, format=format, settings=settings)
