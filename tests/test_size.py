"""Files and functions stay small enough to be read at one sitting."""

import ast
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[1] / "src" / "listingguard").rglob("*.py"))
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 30


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Give the lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_file_and_its_functions_stay_small(path: Path) -> None:
    """No file has more than 300 lines, no function more than 30 besides its docstring."""
    text = path.read_text(encoding="utf8")
    assert len(text.splitlines()) <= LINES_OF_A_FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f.name for f in functions if body_lines(f) > LINES_OF_A_FUNCTION] == []
