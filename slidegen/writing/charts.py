"""Native charts, whose numbers are edited in PowerPoint as any other's.

The part is written by hand (ECMA-376 part 1, 21.2): so axes have ids that the schema
allows, text takes the theme's East Asian font, and colours are the theme's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from slidegen.deck import FORMAT, Series
from slidegen.outline import Language
from slidegen.passage import Passage
from slidegen.scene import ChartItem
from slidegen.theme import Theme
from slidegen.units import Length, Rect
from slidegen.writing.drawing_text import hundredths, language_attributes
from slidegen.writing.markup import Markup, element, serialised, solid_fill
from slidegen.writing.package import Package
from slidegen.writing.workbook import SHEET, column, plain, workbook

CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

CATEGORIES, VALUES = 1, 2
"""The ids of the two axes."""
MARKERS = ("circle", "square", "triangle", "diamond")
DASHES = ("solid", "sysDash", "dash", "sysDot")
"""What tells lines apart where colours do not."""
LINE = Length.points(2.5)
HAIRLINE = Length.points(0.75)
GAP_WIDTH = {1: 90, 2: 70, 3: 60, 4: 50}
"""Between groups of so many columns, in percent of a column."""


def add_chart(item: ChartItem, theme: Theme, language: Language, package: Package) -> str:
    """The name of the part that holds the chart, with its workbook beside it."""
    names = (f"ppt/charts/chart{number}.xml" for number in count(1))
    name = next(name for name in names if name not in package.parts)
    book = name.replace("ppt/charts/chart", "ppt/embeddings/Microsoft_Excel_Sheet")
    book = book.replace(".xml", ".xlsx")
    package.add(book, WORKBOOK_TYPE, workbook(item.chart))
    part = package.add(name, CHART_TYPE, b"")
    relation = part.relate("package", book)
    part.data = serialised(ChartWriter(item, theme, language).chart_space(relation))
    return name


class ChartWriter:
    def __init__(self, item: ChartItem, theme: Theme, language: Language) -> None:
        self.item = item
        self.chart = item.chart
        self.theme = theme
        self.style = theme.chart
        self.language = language

    def chart_space(self, workbook: str) -> Markup:
        """*workbook*: id of the relation to it."""
        is_pie = self.chart.form == "pie"
        title = self._title(self.chart.value_title, self.item.value_title)
        return element(
            "c:chartSpace",
            element("c:date1904", val=False),
            element("c:lang", val=self.language),
            element("c:roundedCorners", val=False),
            element(
                "c:chart",
                title,
                element("c:autoTitleDeleted", val=title is None),
                element(
                    "c:plotArea",
                    self._layout(self.item.plot, target="inner" if is_pie else "outer"),
                    self._drawn(),
                    () if is_pie else (self._category_axis(), self._value_axis()),
                    element("c:spPr", element("a:noFill")),
                ),
                self._legend() if self.item.has_legend else None,
                element("c:plotVisOnly", val=True),
                element("c:dispBlanksAs", val="gap"),
            ),
            element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill"))),
            self._text(),
            element("c:externalData", element("c:autoUpdate", val=False), r_id=workbook),
        )

    def _drawn(self) -> Markup:
        series = [self._series(at, one) for at, one in enumerate(self.chart.series)]
        axes = (element("c:axId", val=CATEGORIES), element("c:axId", val=VALUES))
        match self.chart.form:
            case "column":
                return element(
                    "c:barChart",
                    element("c:barDir", val="bar" if self.item.is_horizontal else "col"),
                    element("c:grouping", val="clustered"),
                    element("c:varyColors", val=False),
                    series,
                    element("c:gapWidth", val=GAP_WIDTH[len(series)]),
                    element("c:overlap", val=0),
                    axes,
                )
            case "line":
                return element(
                    "c:lineChart",
                    element("c:grouping", val="standard"),
                    element("c:varyColors", val=False),
                    series,
                    element("c:marker", val=True),
                    axes,
                )
            case "pie":
                return element(
                    "c:pieChart",
                    element("c:varyColors", val=True),
                    series,
                    element("c:firstSliceAng", val=0),
                )

    def _series(self, at: int, series: Series) -> Markup:
        is_line, is_pie = self.chart.form == "line", self.chart.form == "pie"
        letter, last = column(at + 1), len(series.data) + 1
        return element(
            "c:ser",
            element("c:idx", val=at),
            element("c:order", val=at),
            element("c:tx", _strings(f"{SHEET}!${letter}$1", [series.name])),
            self._looks(at),
            self._marker(at) if is_line else None,
            None if is_line or is_pie else element("c:invertIfNegative", val=False),
            (self._slice(index) for index in range(len(series.data)) if is_pie),
            self._labels(),
            element("c:cat", _strings(f"{SHEET}!$A$2:$A${last}", self.chart.categories)),
            element("c:val", self._numbers(f"{SHEET}!${letter}$2:${letter}${last}", series)),
            element("c:smooth", val=False) if is_line else None,
        )

    def _numbers(self, place: str, series: Series) -> Markup:
        return element(
            "c:numRef",
            element("c:f", place),
            element(
                "c:numCache",
                element("c:formatCode", self.chart.number_format),
                element("c:ptCount", val=len(series.data)),
                (
                    element("c:pt", element("c:v", plain(datum.number)), idx=index)
                    for index, datum in enumerate(series.data)
                ),
            ),
        )

    def _looks(self, at: int) -> Markup | None:
        match self.chart.form:
            case "column":
                return element("c:spPr", solid_fill(self.theme, self.style.series[at]))
            case "line":
                return element(
                    "c:spPr",
                    element(
                        "a:ln",
                        solid_fill(self.theme, self.style.lines[at]),
                        element("a:prstDash", val=DASHES[at]),
                        element("a:round"),
                        w=LINE,
                        cap="rnd",
                    ),
                )
            case "pie":
                return None

    def _marker(self, at: int) -> Markup:
        fill = solid_fill(self.theme, self.style.lines[at])
        return element(
            "c:marker",
            element("c:symbol", val=MARKERS[at]),
            element("c:size", val=8),
            element("c:spPr", fill, element("a:ln", element("a:noFill"))),
        )

    def _slice(self, index: int) -> Markup:
        edge = element("a:ln", solid_fill(self.theme, "paper"), w=HAIRLINE * 2)
        fill = solid_fill(self.theme, self.style.series[index])
        return element(
            "c:dPt",
            element("c:idx", val=index),
            element("c:bubble3D", val=False),
            element("c:spPr", fill, edge),
        )

    def _labels(self) -> Markup:
        if not self.item.has_labels:
            return element("c:dLbls", element("c:delete", val=True))
        is_pie = self.chart.form == "pie"
        place = "t" if self.chart.form == "line" else "outEnd"
        return element(
            "c:dLbls",
            element("c:numFmt", formatCode=self.chart.number_format, sourceLinked=False),
            element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill"))),
            self._text(colour="ink"),
            element("c:dLblPos", val=place),
            element("c:showLegendKey", val=False),
            element("c:showVal", val=True),
            element("c:showCatName", val=is_pie),
            element("c:showSerName", val=False),
            # never: a share that PowerPoint works out is no number of the document's
            element("c:showPercent", val=False),
            element("c:showBubbleSize", val=False),
            element("c:separator", "\n") if is_pie else None,
            element("c:showLeaderLines", val=True) if is_pie else None,
        )

    def _category_axis(self) -> Markup:
        lies = self.item.is_horizontal
        return element(
            "c:catAx",
            element("c:axId", val=CATEGORIES),
            # bars are counted from below, tables are read from above
            element("c:scaling", element("c:orientation", val="maxMin" if lies else "minMax")),
            element("c:delete", val=False),
            element("c:axPos", val="l" if lies else "b"),
            self._title((self.chart.category_title,), self.item.category_title),
            element("c:numFmt", formatCode="General", sourceLinked=False),
            element("c:majorTickMark", val="none"),
            element("c:minorTickMark", val="none"),
            element("c:tickLblPos", val="low"),
            self._line(self.style.text),
            self._text(colour="ink", upright=True),
            element("c:crossAx", val=VALUES),
            element("c:crosses", val="autoZero"),
            element("c:auto", val=False),
            element("c:lblAlgn", val="ctr"),
            element("c:lblOffset", val=100),
            element("c:tickLblSkip", val=1),
            element("c:noMultiLvlLbl", val=True),
        )

    def _value_axis(self) -> Markup:
        numbers = [datum.number for series in self.chart.series for datum in series.data]
        is_line = self.chart.form == "line"
        # Columns are compared by their length, so they begin at nought.
        least = element("c:min", val=0) if not is_line and min(numbers) >= 0 else None
        is_shown = is_line or not self.item.has_labels
        return element(
            "c:valAx",
            element("c:axId", val=VALUES),
            element("c:scaling", element("c:orientation", val="minMax"), least),
            element("c:delete", val=False),
            element("c:axPos", val="b" if self.item.is_horizontal else "l"),
            element("c:majorGridlines", self._line(self.style.grid, HAIRLINE / 1.5))
            if is_shown
            else None,
            element("c:numFmt", formatCode=self._axis_format(), sourceLinked=False),
            element("c:majorTickMark", val="none"),
            element("c:minorTickMark", val="none"),
            element("c:tickLblPos", val="low" if is_shown else "none"),
            element("c:spPr", element("a:ln", element("a:noFill"))),
            self._text(),
            element("c:crossAx", val=CATEGORIES),
            element("c:crosses", val="max" if self.item.is_horizontal else "autoZero"),
            element("c:crossBetween", val="between"),
            element("c:majorUnit", val=plain(step)) if (step := self.item.step) else None,
        )

    def _axis_format(self) -> str:
        """As the numbers', but for the decimals: the axis has its own steps."""
        form = self.chart.number_format
        steps = "#,##0" if "," in form else "General"
        return FORMAT.sub(lambda match: match[0].replace(match[2], steps), form)

    def _title(self, words: Sequence[Passage], area: Rect | None) -> Markup | None:
        """*words* with a space between each two; None if there is no place for them."""
        said = [passage.text for passage in words if passage]
        if area is None or not said:
            return None
        runs = (
            element(
                "a:r",
                self._run_properties(
                    "a:rPr", self.style.text, **language_attributes(text, self.language)
                ),
                element("a:t", text),
            )
            for text in [part for text in said for part in ("\u2002", text)][1:]
        )
        return element(
            "c:title",
            element(
                "c:tx",
                element(
                    "c:rich",
                    element("a:bodyPr", rot=0, vert="horz"),
                    element("a:lstStyle"),
                    element(
                        "a:p",
                        element("a:pPr", self._run_properties("a:defRPr", self.style.text)),
                        runs,
                    ),
                ),
            ),
            self._layout(area, sized=False),
            element("c:overlay", val=True),
        )

    def _legend(self) -> Markup:
        return element(
            "c:legend",
            element("c:legendPos", val="b"),
            element("c:overlay", val=False),
            self._text(colour="ink"),
        )

    def _layout(self, area: Rect, *, target: str | None = None, sized: bool = True) -> Markup:
        """*area* as shares of the chart's own."""
        whole = self.item.area
        shares = {
            "x": (area.left - whole.left).ratio(whole.width),
            "y": (area.top - whole.top).ratio(whole.height),
            "w": area.width.ratio(whole.width),
            "h": area.height.ratio(whole.height),
        }
        wanted = ("x", "y", "w", "h") if sized else ("x", "y")
        return element(
            "c:layout",
            element(
                "c:manualLayout",
                element("c:layoutTarget", val=target) if target else None,
                element("c:xMode", val="edge"),
                element("c:yMode", val="edge"),
                (element(f"c:{side}", val=f"{shares[side]:.4f}") for side in wanted),
            ),
        )

    def _line(self, name: str, width: Length = HAIRLINE) -> Markup:
        return element("c:spPr", element("a:ln", solid_fill(self.theme, name), w=width))

    def _text(self, *, colour: str | None = None, upright: bool = False) -> Markup:
        properties = self._run_properties("a:defRPr", colour or self.style.text)
        return element(
            "c:txPr",
            element("a:bodyPr", rot=0, vert="horz") if upright else element("a:bodyPr"),
            element("a:lstStyle"),
            element(
                "a:p", element("a:pPr", properties), element("a:endParaRPr", lang=self.language)
            ),
        )

    def _run_properties(self, tag: str, colour: str, **attributes: str) -> Markup:
        return element(
            tag,
            solid_fill(self.theme, colour),
            element("a:latin", typeface="+mn-lt"),
            element("a:ea", typeface="+mn-ea"),
            element("a:cs", typeface="+mn-cs"),
            **attributes,
            sz=hundredths(self.item.size),
            b=False,
        )


def _strings(place: str, words: Sequence[Passage]) -> Markup:
    return element(
        "c:strRef",
        element("c:f", place),
        element("c:strCache", element("c:ptCount", val=len(words)), _points(words)),
    )


def _points(words: Sequence[Passage]) -> Iterator[Markup]:
    for index, passage in enumerate(words):
        yield element("c:pt", element("c:v", passage.text), idx=index)
