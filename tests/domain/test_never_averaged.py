"""R4: nowhere is a mean, total, percentage, pass mark or ranking made of levels, or even named."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reports.paper_sample import growth_sheet, on_paper, student_view, trialogue_sheet
from tests.reports.reading import Written, written
from tests.reports.sample import midterm_report, settled_report
from wpl_desktop.domain.evaluations import Perspective, level_mark
from wpl_desktop.reports.evaluation_text import whole_text
from wpl_desktop.reports.growth_sheet import write_growth_sheet
from wpl_desktop.reports.student_view import write_student_view
from wpl_desktop.reports.trialogue import write_trialogue
from wpl_desktop.texts import mark_sign, untranslated

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "wpl_desktop"
PLACES = ("domain", "storage", "services", "reports", "exchange", "ui", "texts.py", "cli.py", "app.py")
#: What no page may hold: a figure with a decimal, a share of a hundred, a mark out of twenty.
FORBIDDEN_FIGURES = re.compile(r"%|(?<![\d.])[0-5][.,]\d(?!\d)|\b\d+ ?/ ?(?:5|10|20|100)\b(?!/)")

#: Words that have no business in a name, whatever they are about.
FORBIDDEN_NAMES = {
    "average",
    "averages",
    "avg",
    "fmean",
    "grade",
    "leaderboard",
    "mean",
    "median",
    "percentile",
    "quantile",
    "radar",
    "ranking",
    "stdev",
}
#: Words that are wrong as soon as they are about levels.
ABOUT_ALL = {"pass", "percent", "percentage", "rank", "sum", "total", "totals"}
ABOUT_LEVELS = {"level", "levels", "mark", "marks", "score", "scores"}
SUMMING = {"avg", "fmean", "fsum", "mean", "median", "sum", "total"}
FORBIDDEN_WORDS = re.compile(
    r"\b(averag\w+|mean score|median|pass mark|percentages?|ranking|ranked|total score|overall score|radar"
    r"|sum of (?:the )?(?:levels|marks|scores)|som van|league table|gemiddeld\w*|eindcijfer|mediaan"
    r"|percenta\w+|totaalscore|eindscore|rangschikking|klassement|rapportcijfer)\b",
    re.IGNORECASE,
)


def words_of(name: str) -> set[str]:
    """The words of a name in either style: `levelSum`, `level_sum`."""
    return set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))


def names_in(node: ast.AST) -> Iterator[str]:
    """Every name that the code makes or uses."""
    for child in ast.walk(node):
        if isinstance(child, ast.Name):
            yield child.id
        elif isinstance(child, ast.Attribute):
            yield child.attr
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield child.name
        elif isinstance(child, ast.arg):
            yield child.arg
        elif isinstance(child, ast.keyword):
            yield child.arg or ""
        elif isinstance(child, ast.Import | ast.ImportFrom):
            yield from (alias.name for alias in child.names)
            yield from [child.module or ""] if isinstance(child, ast.ImportFrom) else []


def about_levels(node: ast.AST) -> bool:
    return any(words_of(name) & ABOUT_LEVELS for name in names_in(node))


def called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def documentation(tree: ast.AST) -> set[int]:
    """The documentation strings, which may say what is not done; by identity of their node."""
    bodies = (
        node.body
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return {
        id(statement.value)
        for body in bodies
        for statement in body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }


def sums_levels(node: ast.AST) -> bool:
    """Whether a call or an operation makes one figure of several levels."""
    if isinstance(node, ast.Call):
        return called(node) in SUMMING and about_levels(node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Div):
        parts = (node.left, node.right)
        return all(isinstance(part, ast.Attribute | ast.Name) and about_levels(part) for part in parts)
    return False


def offences(code: str) -> list[str]:
    """What in a piece of Python makes or names one figure out of several levels."""
    tree = ast.parse(code)
    found: list[str] = []
    for name in set(names_in(tree)):
        words = words_of(name)
        if words & FORBIDDEN_NAMES or name == "statistics" or (words & ABOUT_ALL and words & ABOUT_LEVELS):
            found.append(name)
    documented = documentation(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            found += FORBIDDEN_WORDS.findall(node.value)
        elif sums_levels(node):
            found.append(ast.unparse(node))
    return found


def sources() -> list[Path]:
    return sorted(
        file
        for place in PLACES
        for file in ([PACKAGE / place] if place.endswith(".py") else (PACKAGE / place).rglob("*.py"))
        if file.exists()
    )


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("file", sources(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_r4_no_source_makes_one_figure_of_levels(file: Path) -> None:
    assert offences(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "file", sorted((ROOT / "resources" / "content").glob("*.json")), ids=lambda file: file.stem
)
def test_r4_no_content_speaks_of_it(file: Path) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    assert [text for text in texts(content) if FORBIDDEN_WORDS.search(text)] == []


def test_r4_no_translation_speaks_of_it() -> None:
    for file in sorted((ROOT / "resources").rglob("*.ts")):
        assert FORBIDDEN_WORDS.findall(file.read_text(encoding="utf-8")) == [], file.name


@pytest.mark.parametrize(
    "code",
    [
        "import statistics",
        "from statistics import fmean",
        "average = 3",
        "def mean_level(levels): ...",
        "total_of_levels = 0",
        "value = sum(levels)",
        "value = sum(mark.level for mark in marks) / len(marks)",
        "value = sum(scores.values())",
        "query = select(func.avg(Score.level))",
        "query = select(func.sum(Score.level))",
        "value = mine.level + yours.level",
        "ranking = sorted(students)",
        "label = 'gemiddelde van de drie'",
        "label = translate('Page', 'Average level')",
        "def paint(self): self.radarChart = 1",
        "pass_mark = 3",
        "class ScoreTotal: ...",
        "levelSum = 0",
        "level_percent = 75",
    ],
)
def test_r4_the_search_notices(code: str) -> None:
    assert offences(code) != []


@pytest.mark.parametrize(
    "code",
    [
        '"""Levels are never averaged: no mean, no percentage."""',
        "def f():\n    '''No average of levels.'''",
        "# an average",
        "value = max(levels) - min(levels)",
        "minutes = sum(item.minutes for item in agenda)",
        "count = sum(1 for student in students)",
        "message = 'The levels are 1 to 4.'",
        "pages_total = 4",
        "zoom_percent = 100",
        "number = level + 1",
    ],
)
def test_r4_the_search_leaves_alone(code: str) -> None:
    assert offences(code) == []


def test_r4_a_level_is_shown_as_itself() -> None:
    """A figure with a decimal, a percentage or a total has no sign on any page."""
    assert [mark_sign(level_mark(level)) for level in range(1, 6)] == ["1", "2", "3", "4", "5"]
    assert len(Perspective) == 3


def printed() -> list[tuple[str, str]]:
    """The texts of every kind of paper on which levels stand, and of the report that is copied as text."""
    papers: list[tuple[str, Written]] = []
    texts_copied: list[tuple[str, str]] = []
    for language in ("nl", "en"):
        growth, trialogue, view = growth_sheet(language), trialogue_sheet(language), student_view(language)
        papers += [
            (
                f"growth-{language}",
                on_paper(lambda to, of=growth: write_growth_sheet(of, to, translate=untranslated)),
            ),
            (
                f"trialogue-{language}",
                on_paper(lambda to, of=trialogue: write_trialogue(of, to, translate=untranslated)),
            ),
            (f"view-{language}", on_paper(lambda to, of=view: write_student_view(of, to, untranslated))),
        ]
        for name, report in (("final", settled_report(language)), ("midterm", midterm_report(language))):
            papers.append((f"{name}-{language}", written(report)))
            texts_copied.append((f"{name}-{language}-text", whole_text(report, untranslated)))
    return [*((name, paper.text()) for name, paper in papers), *texts_copied]


def test_r4_no_paper_and_no_copied_text_says_it() -> None:
    for name, text in printed():
        assert FORBIDDEN_WORDS.findall(text) == [], name
        # Versions of the criteria (1.0), of a draft (0.2) and hours (15.45) are no figures about levels.
        without = re.sub(r"(?:version|rubric|versie|rubriek) \d+\.\d+|\d\d[.:]\d\d", "", text)
        assert FORBIDDEN_FIGURES.findall(without) == [], name


@pytest.mark.parametrize(
    "text", ["75 %", "gemiddeld 2,7", "2.7 of 4", "14/20", "7 / 10", "Average level", "mediaan 3"]
)
def test_r4_the_search_of_papers_notices(text: str) -> None:
    assert FORBIDDEN_FIGURES.findall(text) or FORBIDDEN_WORDS.findall(text)


def test_r4_every_place_is_scanned() -> None:
    """A package made tomorrow is read too."""
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert packages <= set(PLACES)
    for place in PLACES:
        assert any(file.relative_to(PACKAGE).parts[0] == place for file in sources()), place
