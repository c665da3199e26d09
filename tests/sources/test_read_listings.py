"""Files become listings: every format, every encoding, and a plain word for everything that is wrong."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from listingguard.errors import ConfigError, InputError, Problem
from listingguard.sources import Row, find_files, read_listings

Write = Callable[[str, bytes | str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Give a way to make a file."""

    def make(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


def sheets(path: Path, **content: list[list[object]]) -> Path:
    """Make a workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in content.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def titles(path: Path, **options: object) -> list[tuple[int, int, str]]:
    """Give row, line and title of everything in a file."""
    return [(r.row, r.line, r.listing.title) for r in read_listings(path, **options)]  # type: ignore[arg-type]


def complaint(path: Path | io.BytesIO, **options: object) -> Problem:
    """Give what is wrong with a file."""
    with pytest.raises(InputError) as caught:
        list(read_listings(path, **options))  # type: ignore[arg-type]
    return caught.value.problem


SAME = [("羊毛圍巾 加厚", "保暖"), ("折疊雨傘", "防風, 輕便")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", '商品名稱,商品描述\n羊毛圍巾 加厚,保暖\n折疊雨傘,"防風, 輕便"\n'),
        ("semicolons.csv", "商品名稱;商品描述\n羊毛圍巾 加厚;保暖\n折疊雨傘;防風, 輕便\n"),
        ("tabs.csv", "商品名稱\t商品描述\n羊毛圍巾 加厚\t保暖\n折疊雨傘\t防風, 輕便\n"),
        ("old-mac.csv", '商品名稱,商品描述\r羊毛圍巾 加厚,保暖\r折疊雨傘,"防風, 輕便"\r'),
        ("a.tsv", "title\tdescription\r\n羊毛圍巾 加厚\t保暖\r\n折疊雨傘\t防風, 輕便\r\n"),
        ("a.jsonl", '{"title": "羊毛圍巾 加厚", "description": "保暖"}\n\n{"name": "折疊雨傘", "描述": "防風, 輕便"}\n'),
        ("a.json", '[\n {"title": "羊毛圍巾 加厚", "description": "保暖"},\n {"title": "折疊雨傘", "description": "防風, 輕便"}\n]'),
        ("lines.json", '{"title": "羊毛圍巾 加厚", "description": "保暖"}\n{"title": "折疊雨傘", "description": "防風, 輕便"}\n'),
    ],
)
def test_every_format_gives_the_same_listings(write: Write, name: str, content: str) -> None:
    """The form of a file makes no difference to what is read from it."""
    for encoded in (content.encode(), content.encode("utf-8-sig"), content.encode("utf-16")):
        rows = list(read_listings(write(name, encoded)))
        assert [(r.listing.title, r.listing.description) for r in rows] == SAME
        assert [r.row for r in rows] == [1, 2]


def test_text_is_one_title_a_line(write: Write) -> None:
    """Blank lines are no titles, and blanks inside of a line belong to it."""
    assert titles(write("a.txt", " 羊毛围巾 \r\n\r\n雨伞")) == [(1, 1, " 羊毛围巾 "), (2, 3, "雨伞")]


def test_a_row_knows_the_line_on_which_its_record_starts(write: Write) -> None:
    """A cell with line breaks moves the lines, not the rows."""
    path = write("a.csv", 'title,description\n\n围巾,"一\n二\n三"\n雨伞,四\n')
    assert titles(path) == [(1, 3, "围巾"), (2, 6, "雨伞")]
    path = write("a.json", '[{"title": "围巾"}, {"title":\n "雨伞"\n},\n\n {"title": "帽子"}]')
    assert titles(path) == [(1, 1, "围巾"), (2, 1, "雨伞"), (3, 5, "帽子")]


def test_every_part_of_a_listing_is_found_by_the_name_of_its_column(write: Write) -> None:
    """Known names in English and both scripts feed all parts; a number after bullets keeps their order."""
    header = "貨號,宝贝标题,副标题,卖点1,卖点2,Product Description,Generic_Keywords,品牌,店鋪名稱,類目,平台,价格"
    (row,) = read_listings(write("a.csv", f"{header}\nA-1,名称,副,一,,保暖,词,牌,店,类,淘宝,9\n"))
    assert isinstance(row, Row)
    assert (row.id, row.marketplace) == ("A-1", "淘宝")
    listing = row.listing
    assert (listing.title, listing.subtitle, listing.bullets, listing.description) == ("名称", "副", ("一", ""), "保暖")
    assert (listing.search_terms, listing.brand, listing.shop_name, listing.category, listing.sku) == ("词", "牌", "店", "类", "A-1")


def test_json_lists_are_bullets_and_numbers_are_texts(write: Write) -> None:
    """JSON says more than a table: lists of bullets, and keys that are numbers."""
    record = {"name": "雨伞", "bullets": ["防风", None, "轻便"], "keywords": ["伞", "雨具"], "sku": 7, "brand": None}
    (row,) = read_listings(write("a.jsonl", json.dumps(record)))
    assert (row.listing.bullets, row.listing.search_terms, row.id) == (("防风", "", "轻便"), "伞 雨具", "7")


def test_the_callers_columns_win(write: Write) -> None:
    """What the caller names is read, whatever other columns are called; the first of several names that a file has; none if empty."""
    path = write("a.csv", "title,款名,说明一,说明二,平台\n甲,乙,丙,丁,PS5\n")
    fields = {"title": ["没有", "款名"], "bullets": ["说明二", "说明一"], "marketplace": []}
    (row,) = read_listings(path, fields=fields)
    assert (row.listing.title, row.listing.bullets, row.marketplace) == ("乙", ("丁", "丙"), None)
    assert complaint(path, fields={"title": ["款號"]}).problem == "no column '款號'"
    with pytest.raises(ConfigError, match="did you mean 'title'"):
        read_listings(path, fields={"titel": ["款名"]})


def test_a_second_column_of_text_is_never_passed_over_in_silence(write: Write) -> None:
    """Two columns for one part: one is read, and the other is named with the way to read it."""
    notes: list[str] = []
    (row,) = read_listings(write("a.csv", "name,title\n甲,乙\n"), on_note=notes.append)
    assert row.listing.title == "乙"
    assert len(notes) == 1
    assert '--field "title=name"' in notes[0]


def test_rows_above_and_below_a_header_are_no_listings(write: Write) -> None:
    """Marketplace files say their version above the header and repeat it in the seller's language below; both are told."""
    notes: list[str] = []
    content = "version 1.00\ntitle\tcid\tdescription\n宝贝名称\t宝贝类目\t宝贝描述\n围巾\t5\t保暖\n"
    path = write("taobao.csv", content.encode("utf-16"))
    rows = list(read_listings(path, on_note=notes.append))
    assert [(r.row, r.line, r.listing.title, r.listing.description) for r in rows] == [(1, 4, "围巾", "保暖")]
    assert [note.split(": ", 1)[0].removeprefix(str(path)) for note in notes] == [":2", ":3"]


def test_gbk_is_read_and_said(write: Write) -> None:
    """A file that is not UTF-8 may be GBK, as spreadsheet programs in China write it; nobody is left to guess that it was guessed."""
    notes: list[str] = []
    path = write("a.csv", "宝贝标题,描述\n纯棉四件套,亲肤柔软\n".encode("gbk"))
    (row,) = read_listings(path, on_note=notes.append)
    assert row.listing.title == "纯棉四件套"
    assert len(notes) == 1
    assert "GB18030" in notes[0]


@pytest.mark.parametrize(
    ("content", "encoding", "said"),
    [
        ("商品標題,描述\n羊毛圍巾 加厚,保暖舒適\n", "big5", "Big5"),
        ("title\nCrème brûlée façon grand-mère\n", "cp1252", "Windows-1252"),
        ("商品标题\n纯棉四件套\n", "utf-16-le", "UTF-16-LE"),
        ("商品标题\n纯棉四件套\n", "utf-16-be", "UTF-16-BE"),
    ],
)
def test_an_encoding_that_was_told_from_the_bytes_is_said(write: Write, content: str, encoding: str, said: str) -> None:
    """Big5, UTF-16 without its mark and Windows-1252 are read, and nobody is left to guess that they were guessed."""
    notes: list[str] = []
    rows = list(read_listings(write("a.csv", content.encode(encoding)), on_note=notes.append))
    assert [row.listing.title for row in rows] == [content.split("\n")[1].split(",", maxsplit=1)[0]]
    assert len(notes) == 1
    assert f"read as {said};" in notes[0]


@pytest.mark.parametrize(("content", "encoding"), [("品名\n靚衫\n鍾錶\n", "gb18030"), ("品名\nひらがな の タイトル\n", "cp932")])
def test_other_encodings_are_never_guessed(write: Write, content: str, encoding: str) -> None:
    """What cannot be told safely is an error that names file, line and remedy; with the remedy the file is read."""
    path = write("a.csv", content.encode(encoding))
    problem = complaint(path)
    assert (problem.path, problem.line) == (str(path), 1)
    assert "--encoding" in problem.hint
    assert [r.listing.title for r in read_listings(path, encoding=encoding)] == content.split("\n")[1:-1]


def test_a_bad_byte_late_in_the_file_names_its_line(write: Write) -> None:
    """No file is held in memory to look for it: what stands above is given, then the file is an error, never a clean one."""
    path = write("a.csv", b"title,text\n" + ("围巾," + "加厚保暖" * 20 + "\n").encode() * 9000 + b"\xff\xff\n")
    for options in ({}, {"encoding": "utf-8"}):
        rows = read_listings(path, **options)  # type: ignore[arg-type]
        assert next(rows).listing.title == "围巾"
        with pytest.raises(InputError) as caught:
            list(rows)
        assert (caught.value.problem.line, caught.value.problem.problem) == (9002, "these bytes are not UTF-8")
    with pytest.raises(ConfigError, match="unknown encoding 'utf-9'"):
        read_listings(path, encoding="utf-9")


def test_what_a_file_says_of_itself_is_believed_unless_its_bytes_are_utf8(write: Write) -> None:
    """The first cell of eBay's files names the encoding; where it names a wrong one, Chinese text is not turned into noise."""
    head = "*Action(SiteID=US|Country=US|Currency=USD|Version=1193|CC=ISO-8859-1),*Title\n"
    assert titles(write("a.csv", f"{head}Add,Café cups\n".encode("latin-1"))) == [(1, 2, "Café cups")]
    notes: list[str] = []
    assert titles(write("b.csv", f"{head}Add,羊毛围巾\n"), on_note=notes.append) == [(1, 2, "羊毛围巾")]
    assert "its bytes are UTF-8" in notes[0]


@pytest.mark.parametrize(
    ("name", "content", "line", "problem", "hint"),
    [
        ("empty.csv", b"", None, "no listings in it", "mistake"),
        ("empty.jsonl", b" \n\n", None, "no listings in it", "mistake"),
        ("empty.json", b"[ ]", None, "no listings in it", "mistake"),
        ("blank.json", b" ", 1, "not valid JSON: expecting value at column 2", ""),
        ("header.csv", "标题,价格\n".encode(), None, "no listings in it", "mistake"),
        ("none.csv", "编码,价格\n1,2\n".encode(), 1, "no column for a title", '--field "title=COLUMN"'),
        ("other.csv", "sku,款式,价格\nA1,羊毛围巾,2\n".encode(), 1, "no column for a title", '--field "title=款式"'),
        ("headless.csv", "A0,国家级不粘锅,9.9\nA1,雨伞,5\n".encode(), 1, "the row that names the columns seems to be missing", "above it"),
        ("one.csv", "羊毛围巾\n雨伞\n".encode(), 1, "no column for a title", "--input-format text"),
        ("ragged.csv", "title,price\n围巾,1\n雨伞,伸缩,2\n".encode(), 3, "2 columns in the header, 3 cells in this row", "'2'"),
        ("quote.csv", 'title,price\n围巾,1\n"雨伞,2\n帽子,3\n'.encode(), 3, 'a quote (") opens in this row and never closes', '5""'),
        ("inside.csv", 'title,price\n"5"寸屏",2\n'.encode(), 2, "a cell goes on after its closing quote", "double"),
        ("nul.txt", b"abc\n\0\1\2", 2, "NUL bytes", "--encoding utf-16-le"),
        ("image.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "an image", "leave it out"),
        ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "an old .xls workbook", "save it as .xlsx"),
        ("text.xlsx", b"title\nscarf\n", None, "this is no workbook", "--input-format csv"),
        ("broken.xlsx", b"PK\x03\x04 and then nothing", None, "this workbook cannot be opened", "save it again"),
        ("lfs.csv", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", None, "a pointer of Git LFS", "git lfs pull"),
        ("broken.jsonl", '{"title": "围巾"}\n{"title": \n'.encode(), 2, "not valid JSON: expecting value", "one object a line"),
        ("list.jsonl", b'["title"]\n', 1, "a listing is an object, not an array", '{"title"'),
        ("keys.jsonl", b'{"label": "x", "price": 1}\n', 1, "no key for a title", '--field "title=label"'),
        ("object.jsonl", b'{"title": {"zh": "x"}}\n', 1, "the title is an object, not a text", "list of texts"),
        ("hidden.json", b'{"shelf": [{"title": "x"}]}', 1, "the listings are hidden inside of 'shelf'", "call that list 'products'"),
        (
            "cut.json",
            b'[{"title": "x"},\n {"title": "y"}',
            2,
            "not valid JSON: the array goes on without a comma, or never ends",
            "cut off",
        ),
        ("after.json", b'[{"title": "x"}]\n[]', 2, "not valid JSON: text after the end of the array", "jsonl"),
        ("long.jsonl", b'{"price": ' + b"9" * 6000 + b"}", 1, "not valid JSON: a number is too long", ""),
        ("deep.jsonl", b"[" * 100_000, 1, "not valid JSON: nested too deeply", ""),
        ("deep.json", b"[" * 100_000, 1, "not valid JSON: nested too deeply", ""),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_place_and_remedy(
    write: Write, name: str, content: bytes, line: int | None, problem: str, hint: str
) -> None:
    """A bad file is an `InputError` that names file and line, never another exception and never an empty answer."""
    found = complaint(write(name, content))
    assert found.path.endswith(name)
    assert found.line == line
    assert found.problem.startswith(problem)
    assert hint in found.hint


def test_a_bad_record_does_not_take_the_others_with_it(write: Write) -> None:
    """Whoever takes problems gets every good record, under its own number."""
    problems: list[Problem] = []
    content = '{"title": "甲"}\nnonsense\n{"title": {}}\n{"title": "丁"}\n'
    assert titles(write("a.jsonl", content), on_problem=problems.append) == [(1, 1, "甲"), (4, 4, "丁")]
    assert [p.line for p in problems] == [2, 3]


def test_rows_shorter_than_the_header_and_empty_cells_after_it_are_fine(write: Write) -> None:
    """Spreadsheet programs write both; neither loses a text."""
    assert titles(write("a.csv", "title,price,stock\n围巾\n雨伞,1,2,,\n")) == [(1, 2, "围巾"), (2, 3, "雨伞")]


def test_rows_without_text_are_counted_aloud(write: Write) -> None:
    """A row with cells but no text is a row; the reader hears how many there are."""
    notes: list[str] = []
    path = write("a.csv", "title,price\n围巾,1\n,2\n")
    assert titles(path, on_note=notes.append) == [(1, 2, "围巾"), (2, 3, "")]
    assert notes == [f"{path}: 1 of 2 rows hold no text to scan"]


def test_ten_megabytes_in_one_cell_are_read(write: Write) -> None:
    """A description may be longer than the limit that csv has by default."""
    long = "保暖" * 2_000_000
    (row,) = read_listings(write("a.csv", f'title,description\n围巾,"{long}"\n'))
    assert len(row.listing.description) == 4_000_000


def test_a_workbook_gives_its_rows_with_sheet_and_number(tmp_path: Path) -> None:
    """The header is the first row that is not empty; numbers read as a person sees them; rows count through all sheets."""
    notes: list[str] = []
    one: list[list[object]] = [[], ["商品标题", "货号", "上架"], ["围巾", 107.0, True], [], ["雨伞", "B-2", None]]
    path = sheets(tmp_path / "a.xlsx", 商品=one, 说明=[["请勿修改"], ["x"]], More=[["title"], ["帽子"]])
    rows = list(read_listings(path, on_note=notes.append))
    assert [(r.row, r.sheet, r.line, r.listing.title, r.id) for r in rows] == [
        (1, "商品", 3, "围巾", "107"),
        (2, "商品", 5, "雨伞", "B-2"),
        (3, "More", 2, "帽子", ""),
    ]
    assert rows[0].place == f"{path}[商品]:3"
    assert notes == [f"{path}: sheet '说明' has no column of text that is known; not read"]


def test_a_workbook_is_told_by_its_bytes(tmp_path: Path) -> None:
    """The name of a file may lie; without any column of text a workbook is an error, and without rows, too."""
    path = sheets(tmp_path / "a.csv", S=[["title"], ["围巾"]])
    assert titles(path) == [(1, 2, "围巾")]
    assert titles(io.BytesIO(path.read_bytes()), name="<stdin>") == [(1, 2, "围巾")]  # type: ignore[arg-type]
    assert complaint(sheets(tmp_path / "b.xlsx", S=[["编码", "价格"], [1, 2]])).problem.startswith("no column for a title")
    assert complaint(sheets(tmp_path / "c.xlsx", S=[])).problem == "no listings in it"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("羊毛围巾, 加厚\n", ["羊毛围巾, 加厚"]),
        ('{"title": "围巾"}\n{"title": "雨伞"}\n', ["围巾", "雨伞"]),
        ('{\n"title": "围巾"\n}\n', ["围巾"]),
        ('[{"title": "围巾"}]', ["围巾"]),
        ("[现货] 围巾\n", ["[现货] 围巾"]),
        ("sku,商品标题\n1,围巾\n", ["围巾"]),
        ("title\tprice\n围巾\t1\n", ["围巾"]),
    ],
)
def test_a_stream_without_a_name_is_told_by_how_it_begins(content: str, expected: list[str]) -> None:
    """Standard input has no name: JSON and a header give themselves away, all else is one title a line."""
    rows = read_listings(io.BytesIO(content.encode()), name="<stdin>")
    assert [r.listing.title for r in rows] == expected


def test_a_stream_stays_open_and_gives_bytes() -> None:
    """What the caller opened the caller closes; a stream of text is refused with a reason."""
    stream = io.BytesIO("围巾\n".encode())
    list(read_listings(stream, input_format="text"))
    assert not stream.closed
    with pytest.raises(ConfigError, match="bytes, not text"):
        list(read_listings(io.StringIO("围巾"), input_format="text"))  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="unknown input format"):
        read_listings(stream, input_format="xls")  # type: ignore[arg-type]


def test_what_is_not_there_or_no_file_is_an_input_error(tmp_path: Path) -> None:
    """The system's own errors come as ours."""
    assert complaint(tmp_path / "no.csv").problem == "no such file"
    assert complaint(tmp_path).problem.startswith("cannot be read")


def test_a_folder_gives_its_files_once_and_in_order(write: Write, tmp_path: Path) -> None:
    """Known endings in the order of names, no file twice, no circles; what is left out is named with its reason; none left is a problem."""
    for name in ("b/2.JSONL", "b/1.csv", "a.txt", "c.md", "README.md", "d.pdf", ".git/x.csv", ".x.csv", "~$a.xlsx", "z.xlsx"):
        write(name, "x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    problems: list[Problem] = []
    left: list[tuple[str, str]] = []
    paths = [str(tmp_path), str(tmp_path / "a.txt"), "-", "no.csv", str(tmp_path / "empty")]
    files = find_files(paths, problems.append, lambda path, reason: left.append((Path(path).name, reason)))
    found = [file.removeprefix(str(tmp_path)) for file in files]
    assert found == ["/a.txt", "/b/1.csv", "/b/2.JSONL", "/c.md", "/z.xlsx", "-", "no.csv"]
    assert [(p.path, p.problem) for p in problems] == [(str(tmp_path / "empty"), "no file to read in this folder")]
    assert left == [(".x.csv", "hidden"), ("README.md", "not-listings"), ("d.pdf", "not-listings"), ("~$a.xlsx", "hidden")]


def test_a_folder_is_read_as_git_sees_it(write: Write, tmp_path: Path) -> None:
    """Every .gitignore from the top of the repository down holds; the nearest that speaks of a file decides; one option reads all."""
    write(".git/HEAD", "")
    write(".gitignore", "old/\n*.tmp.csv\n/shop/secret.csv\n")
    write("shop/.gitignore", "!keep.tmp.csv\n")
    for name in ("a.csv", "secret.csv", "x.tmp.csv", "keep.tmp.csv", "old/b.csv", "new/c.csv"):
        write(f"shop/{name}", "x")
    left: list[str] = []
    files = find_files([str(tmp_path / "shop")], lambda _: None, lambda path, reason: left.append(f"{Path(path).name} {reason}"))
    assert [Path(file).name for file in files] == ["a.csv", "keep.tmp.csv", "c.csv"]
    assert left == [".gitignore hidden", "old gitignored", "secret.csv gitignored", "x.tmp.csv gitignored"]
    assert len(list(find_files([str(tmp_path / "shop")], lambda _: None, gitignore=False))) == 6
