"""The hook, the action and the template do what they say: their own lines are run, with the values that a stranger would try."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from ruamel.yaml import YAML

ROOT: Final = Path(__file__).resolve().parents[2]
HOSTILE: Final = (
    *("$(touch owned)", "`touch owned`", "'; touch owned; '", '"; touch owned; "'),
    *("x\ntouch owned", "--output=csv=owned", "%0Aowned"),
)

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these run in the shells of Linux and macOS")


def yaml_of(name: str) -> Any:
    """Read a YAML file of the project as its readers do."""
    return YAML(typ="safe", pure=True).load((ROOT / name).read_text("utf8"))


class Done(NamedTuple):
    """What a script did."""

    code: int
    out: str
    err: str


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Make the program as an installation would, in a folder of its own; it does not start Python, but writes down its words."""
    place = tmp_path / "runner" / "listingguard" / "bin" / "listingguard"
    place.parent.mkdir(parents=True)
    place.write_text('#!/bin/sh\nfor word in "$@"; do printf "%s\\0" "$word"; done > "$WORDS"\nexit "${CODE:-0}"\n', "utf8")
    place.chmod(0o755)
    return place


def run(script: str, folder: Path, variables: Mapping[str, str], *shell: str) -> Done:
    """Run lines in a shell as CI does: it stops at the first that fails."""
    folder.mkdir(exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)} | dict(variables)
    done = subprocess.run([*shell, script], cwd=folder, env=environment, capture_output=True, check=False)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def words_of(path: Path) -> list[str]:
    """Give the words that the program was called with."""
    return path.read_text("utf8").split("\0")[:-1]


def inputs_of(action: Any, **given: str) -> dict[str, str]:
    """Give the variables of the step that scans, from the inputs that were given, as the runner does."""
    inputs = {name: one["default"] for name, one in action["inputs"].items()} | {
        key.replace("_", "-"): value for key, value in given.items()
    }
    found = {}
    for name, value in action["runs"]["steps"][1]["env"].items():
        match = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)
        assert match, value
        found[name] = inputs[match[1]]
    return found


@pytest.fixture
def action(program: Path, tmp_path: Path) -> Callable[..., Done]:
    """Run the step of the action that scans, with these inputs."""
    step = yaml_of("action.yml")["runs"]["steps"][1]
    runner = {"RUNNER_TEMP": str(program.parents[2]), "WORDS": str(tmp_path / "words")}
    runner |= {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}

    def scan(code: int = 0, **given: str) -> Done:
        variables = runner | inputs_of(yaml_of("action.yml"), **given) | {"CODE": str(code)}
        script = tmp_path / "step.sh"
        script.write_text(step["run"], "utf8")
        return run(str(script), tmp_path / "work", variables, "bash", "--noprofile", "--norc", "-eo", "pipefail")

    return scan


def test_no_input_stands_in_a_script_of_the_action() -> None:
    """The runner puts expressions into a script before a shell sees it; here they stand in the environment alone."""
    found = yaml_of("action.yml")
    assert found["runs"]["using"] == "composite"
    for step in found["runs"]["steps"]:
        assert set(step) <= {"name", "id", "shell", "env", "run"}
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_the_action_gives_its_inputs_to_the_scan(action: Callable[..., Done], tmp_path: Path) -> None:
    """Each as one word, the paths behind a mark that ends the options."""
    said = action(
        paths="catalog/\nmore files/a.csv\n", marketplace="taobao", diff_base="origin/main", options="--jobs=2\n--as-of=2026-12-01"
    )
    assert said == Done(0, "", "")
    words = words_of(tmp_path / "words")
    assert words[:3] == ["scan", "--format=github", "--fail-on=block"]
    assert words[-7:] == [
        "--marketplace=taobao",
        "--diff-base=origin/main",
        "--jobs=2",
        "--as-of=2026-12-01",
        "--",
        "catalog/",
        "more files/a.csv",
    ]
    assert (tmp_path / "output").read_text() == "exit-code=0\n"


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", ["paths", "marketplace", "fail_on", "diff_base", "baseline"])
def test_no_input_of_the_action_is_more_than_a_value(action: Callable[..., Done], tmp_path: Path, name: str, value: str) -> None:
    """It runs nothing, and becomes no option."""
    assert action(**{name: value}).code == 0
    words = words_of(tmp_path / "words")
    assert not (tmp_path / "work" / "owned").exists()
    if name == "paths":
        assert words[words.index("--") + 1 :] == value.split("\n")
    else:
        assert f"--{name.replace('_', '-')}={value}" in words[: words.index("--")]


@pytest.mark.parametrize("code", [1, 2, 130])
def test_the_step_ends_with_the_code_of_the_scan(action: Callable[..., Done], tmp_path: Path, code: int) -> None:
    """After the outputs were written."""
    assert action(code=code).code == code
    assert (tmp_path / "output").read_text() == f"exit-code={code}\n"


def real(place: Path) -> None:
    """Put the real program in the place of the other one."""
    place.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m listingguard "$@"\n', "utf8")


def surroundings() -> dict[str, str]:
    """Give what Python needs to find the program and its compiled lexicon."""
    names = ("PYTHONPATH", "LISTINGGUARD_CACHE_DIR")
    return {name: os.environ[name] for name in names if name in os.environ}


def test_the_action_scans_and_reports(program: Path, tmp_path: Path, write: Write) -> None:
    """The real program in the real step: annotations, a summary, and reports under the names that are given out."""
    real(program)
    write("work/shop.csv", "sku,title\nA-1,全网最低价 窗帘\n")
    found = yaml_of("action.yml")
    variables = inputs_of(found, paths="shop.csv", options="--as-of=2026-12-01") | surroundings()
    variables |= {"RUNNER_TEMP": str(program.parents[2]), "GITHUB_OUTPUT": str(tmp_path / "o"), "GITHUB_STEP_SUMMARY": str(tmp_path / "s")}
    said = run(found["runs"]["steps"][1]["run"], tmp_path / "work", variables, "bash", "-eo", "pipefail", "-c")
    assert said.code == 1
    assert said.out.startswith("::error file=shop.csv,line=2,")
    assert "LGC201" in (tmp_path / "s").read_text("utf8")
    outputs = dict(line.split("=", 1) for line in (tmp_path / "o").read_text().splitlines())
    assert set(outputs) == set(found["outputs"])
    assert json.loads(Path(outputs["sarif"]).read_text("utf8"))["version"] == "2.1.0"
    assert outputs["exit-code"] == "1"


def test_a_second_use_of_the_action_has_reports_of_its_own(program: Path, tmp_path: Path, write: Write) -> None:
    """In the same job: one that cannot begin does not hand out those of the first."""
    real(program)
    write("work/shop.csv", "sku,title\nA-1,全网最低价 窗帘\n")
    found, told = yaml_of("action.yml"), []
    for market in ("taobao", "nowhere"):
        out = tmp_path / market
        variables = inputs_of(found, paths="shop.csv", marketplace=market) | surroundings()
        variables |= {"RUNNER_TEMP": str(program.parents[2]), "GITHUB_OUTPUT": str(out), "GITHUB_STEP_SUMMARY": str(tmp_path / "s")}
        said = run(found["runs"]["steps"][1]["run"], tmp_path / "work", variables, "bash", "-eo", "pipefail", "-c")
        told.append((said.code, "sarif=" in out.read_text("utf8"), said.out.startswith("::error ")))
    assert told == [(1, True, True), (2, False, True)]


def test_the_action_installs_what_it_says(tmp_path: Path) -> None:
    """The action's own version, or what is asked for, and nothing that pip takes for an option."""
    step = yaml_of("action.yml")["runs"]["steps"][0]
    fake = tmp_path / "bin" / "python3"
    fake.parent.mkdir()
    inner = '#!/bin/sh\\nprintf "%%s\\\\n" "$@" > "$WORDS"\\n'
    fake.write_text(f'#!/bin/sh\nmkdir -p "$3/bin"\nprintf \'{inner}\' > "$3/bin/python"\nchmod +x "$3/bin/python"\n', "utf8")
    fake.chmod(0o755)
    runner = {"PATH": f"{fake.parent}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path / "r"), "WORDS": str(tmp_path / "words")}
    for given, wanted in (("", "/action"), ("--index-url=http://x", "--index-url=http://x"), ("$(touch owned)", "$(touch owned)")):
        variables = runner | {"GITHUB_ACTION_PATH": "/action", "INSTALL": given}
        assert run(step["run"], tmp_path / "work", variables, "bash", "-eo", "pipefail", "-c").code == 0
        assert (tmp_path / "words").read_text().split("\n")[-3:-1] == ["--", wanted]
    assert not (tmp_path / "work" / "owned").exists()


@pytest.mark.parametrize("value", ["catalog", *HOSTILE])
@pytest.mark.parametrize("name", ["PATH", "MARKETPLACE", "FAIL_ON", "BASELINE", "DIFF_BASE"])
def test_the_template_for_gitlab_gives_its_variables_to_the_scan(program: Path, tmp_path: Path, name: str, value: str) -> None:
    """In a plain shell, each as one word."""
    job = yaml_of("templates/listingguard.gitlab-ci.yml")["listingguard"]
    (script,) = job["script"]
    variables = job["variables"] | {f"LISTINGGUARD_{name}": value, "WORDS": str(tmp_path / "words")}
    said = run(script, tmp_path / "work", variables | {"PATH": f"{program.parent}:{os.environ['PATH']}"}, "sh", "-ec")
    assert said == Done(0, "", "")
    words = words_of(tmp_path / "words")
    assert not (tmp_path / "work" / "owned").exists()
    wanted = value if name == "PATH" else f"--{name.lower().replace('_', '-')}={value}"
    assert (words[words.index("--") + 1 :] == [wanted]) if name == "PATH" else (wanted in words[: words.index("--")])


def test_the_template_for_gitlab_scans_and_reports(program: Path, tmp_path: Path, write: Write) -> None:
    """The real program; the reports lie where the job says."""
    real(program)
    write("work/shop.csv", "sku,title\nA-1,全网最低价 窗帘\n")
    job = yaml_of("templates/listingguard.gitlab-ci.yml")["listingguard"]
    variables = job["variables"] | surroundings() | {"PATH": f"{program.parent}:{os.environ['PATH']}"}
    said = run(job["script"][0], tmp_path / "work", variables, "sh", "-ec")
    assert said.code == 1
    reports = job["artifacts"]["reports"]
    assert json.loads((tmp_path / "work" / reports["codequality"]).read_text("utf8"))[0]["location"]["path"] == "shop.csv"
    assert (tmp_path / "work" / reports["junit"]).read_text("utf8").startswith("<?xml")


HOOKS: Final = {hook["id"]: hook for hook in yaml_of(".pre-commit-hooks.yaml")}


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("shop.csv", True),
        ("catalog/新 品.XLSX", True),
        ("catalog/-x.csv", True),
        ("--output=csv=x.csv", False),
        ("README.md", False),
        ("package.json", False),
    ],
)
def test_a_hook_takes_product_files_and_nothing_that_is_an_option(name: str, taken: bool) -> None:  # noqa: FBT001
    """As pre-commit searches the expression in the path of each file."""
    for hook in HOOKS.values():
        assert bool(re.search(hook["files"], name)) is taken


def test_the_hooks_run_with_names_of_files_behind_them(cli: Cli, write: Write) -> None:
    """Entry, then names, as pre-commit calls them; the second one tells changed rows alone."""
    write("a.csv", "sku,title\nA-1,全网最低价 窗帘\n")
    write("目录/b c.csv", "sku,title\nB-1,羊毛围巾\n")
    bare = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    for words in (("init", "-q"), ("add", "."), ("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--no-gpg-sign", "-m", "x")):
        subprocess.run(["git", *words], check=True, env=bare)  # noqa: S607  git, wherever it is
    codes = {}
    write("目录/b c.csv", "sku,title\nB-1,羊毛围巾\nB-2,雨伞\n")
    for name, hook in HOOKS.items():
        program, *words = shlex.split(hook["entry"])
        assert program == "listingguard"
        said = cli(*words, "a.csv", "目录/b c.csv")
        codes[name] = said.code, said.out.count("LGC201"), said.err
    assert codes == {"listingguard": (1, 1, ""), "listingguard-changed": (0, 0, "")}
