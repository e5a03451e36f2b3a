"""`slidegen watch`: decks made again at each save."""

from __future__ import annotations

from pathlib import Path

from slidegen.cli.batch_options import (
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
    wishes_in,
)

HELP = say(
    en="Make the decks of these documents, and again of each that is saved, until Ctrl-C.",
    zh="生成这些文档的演示文稿，此后每次保存都重新生成，按 Ctrl-C 结束。",
)


def watch(
    paths: Paths,
    output: DecksFolder,
    include: Include = None,
    exclude: Exclude = None,
    format: FromFormat = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
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
    config: ConfigFile = None,
    quiet: Quiet = None,
    verbose: Verbose = None,
) -> int:
    asked = wishes_in(locals())
    # What it needs takes as long to import as the command line itself.
    from slidegen.cli.batch_settings import Settings, settings_for
    from slidegen.cli.watch_run import run

    def settings() -> Settings:
        return settings_for(
            configuration_for(config),
            include=include,
            exclude=exclude,
            jobs=jobs,
            timeout=timeout,
            quiet=quiet,
            verbose=verbose,
        )

    return run(paths, Path(output), asked=asked, format=format, settings=settings)
