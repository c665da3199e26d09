"""The same two listings in every kind of file and in the shape of every marketplace: made here, never copied from anybody."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

import openpyxl

__all__ = ["ITEMS", "KINDS", "RUNNING", "SHAPED", "Item", "in_kind", "rows_in", "table", "workbook"]


class Item(NamedTuple):
    """A listing as its seller has it in mind."""

    sku: str
    title: str
    description: str


#: The first has findings in both fields; the second has everything that a table may stumble over, and none.
ITEMS: Final = (
    Item("A-1", "羊毛围巾 全网最低价", "冬天保暖，LV同款花纹。"),
    Item("B-2", '折叠雨伞 21" 加厚', '防风, 轻便; 带"收纳袋"\n第二行 | 第三格'),
)
Rows = list[list[object]]


def table(rows: Sequence[Sequence[object]], delimiter: str = ",", end: str = "\n") -> str:
    """Write rows as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def workbook(sheets: dict[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    """Write sheets as a workbook."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(out)
    return out.getvalue()


def _plain() -> Rows:
    return [["货号", "商品标题", "商品描述"], *(list(item) for item in ITEMS)]


def _objects() -> list[dict[str, str]]:
    return [{"sku": item.sku, "title": item.title, "description": item.description} for item in ITEMS]


def _yaml() -> str:
    lines = ["# 秋季商品"]
    for item in ITEMS:
        lines += [f"- sku: {item.sku}  # 货号", f"  title: {json.dumps(item.title, ensure_ascii=False)}"]
        lines += ["  description: |-", *(f"    {line}" for line in item.description.split("\n"))]
    return "\n".join(lines) + "\n"


def _parquet() -> bytes:
    import pyarrow as pa  # noqa: PLC0415  an extra
    from pyarrow import parquet  # noqa: PLC0415

    out = io.BytesIO()
    parquet.write_table(pa.table({name: list(column) for name, column in zip(Item._fields, zip(*ITEMS, strict=True), strict=True)}), out)
    return out.getvalue()


def _escaped() -> str:
    rows = [["sku", "title", "description"], *ITEMS]
    return "".join(",".join('"' + cell.replace('"', '\\"') + '"' for cell in row) + "\n" for row in rows)


#: name of the file → its bytes
KINDS: Final[dict[str, Callable[[], bytes]]] = {
    "comma.csv": lambda: table(_plain()).encode(),
    "excel.csv": lambda: ("sep=;\r\n" + table(_plain(), ";", "\r\n")).encode("utf-8-sig"),
    "semicolon.csv": lambda: table(_plain(), ";").encode("gb18030"),
    "pipe.csv": lambda: table(_plain(), "|").encode("utf-16"),
    "tab.tsv": lambda: table(_plain(), "\t").encode(),
    "backslash.csv": lambda: _escaped().encode(),
    "lines.jsonl": lambda: "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in _objects()).encode(),
    "array.json": lambda: json.dumps(_objects(), indent=2).encode(),
    "list.yaml": lambda: _yaml().encode(),
    "book.xlsx": lambda: workbook({"商品": _plain(), "说明": [["请勿修改"]]}),
    "book.xlsm": lambda: workbook({"商品": [[], *([None, *row] for row in _plain())]}),
    "table.parquet": _parquet,
}


def _html() -> str:
    blocks = "".join(f"<h1>{escape(i.title)}</h1>\n<p>{escape(i.description)}</p>\n" for i in ITEMS)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><style>.最佳 {{}}</style></head><body>\n{blocks}</body></html>\n"


#: Running text has no columns: titles and descriptions are records of their own.
RUNNING: Final[dict[str, Callable[[], bytes]]] = {
    "page.html": lambda: _html().encode(),
    "page.md": lambda: "".join(f"# {i.title}\n\n{i.description}\n\n" for i in ITEMS).encode("utf-8-sig"),
    "titles.txt": lambda: "".join(f"{i.title}\r\n" for i in ITEMS).encode("gb18030"),
}


def rows_in(content: bytes) -> Rows:
    """Give the rows of a table or of the visible sheet of a workbook."""
    if content.startswith(b"PK"):
        sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
        sheet = next(sheet for sheet in sheets if sheet.sheet_state == "visible")
        return [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
    codec = "utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig" if _is_utf8(content) else "gbk"
    text = content.decode(codec)
    return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter="\t" if "\t" in text else ",")]


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def in_kind(rows: Rows, kind: str) -> bytes:
    """Write rows as a table of a kind."""
    if kind == "xlsx":
        return workbook({"Template": rows})
    return table(rows, "\t" if kind == "tsv" else ",").encode()


def _taobao() -> bytes:
    keys = ["title", "cid", "stuff_status", "price", "description", "outer_id", "subtitle"]
    names = ["宝贝名称", "宝贝类目", "新旧程度", "宝贝价格", "宝贝描述", "商家编码", "宝贝卖点"]
    rows = [[i.title, "50", "1", "9.9", i.description, i.sku, ""] for i in ITEMS]
    return ("version 1.00\r\n" + table([keys, names, *rows], "\t", "\r\n")).encode("utf-16")


def _taobao_old() -> bytes:
    names = ["宝贝名称", "宝贝类目", "店铺类目", "新旧程度", "宝贝描述", "商家编码"]
    return table([names, *([i.title, "50", "", "1", i.description, i.sku] for i in ITEMS)], "\t").encode("gbk")


def _amazon_flat() -> bytes:
    keys = ["feed_product_type", "item_sku", "brand_name", "item_name", "product_description", "bullet_point1", "bullet_point2"]
    labels = ["Product Type", "Seller SKU", "Brand", "Product Name", "Description", "Bullet 1", "Bullet 2"]
    rows = [["scarf", i.sku, "", i.title, i.description, "", ""] for i in ITEMS]
    top = ["TemplateType=fptcustom", "Version=2021.0625", "The top 3 rows are for Amazon.com use only"]
    return table([top, labels, keys, *rows], "\t").encode()


def _amazon_new() -> Rows:
    tag = "[marketplace_id=ATVPDKIKX0DER][language_tag=en_US]#1.value"
    keys = ["contribution_sku#1.value", "product_type#1.value", f"item_name{tag}", f"product_description{tag}", f"brand{tag}"]
    return [
        ["settings=x&labelRow=4&attributeRow=5&dataRow=7&primaryMarketplaceId=amzn1.mp.o.ATVPDKIKX0DER"],
        ["Please read the instructions"],
        ["Listing identity", None, "Product identity"],
        ["SKU", "Product Type", "Item Name", "Product Description", "Brand"],
        list(keys),
        ["ABC123", "SCARF", "Example: Wool scarf", "Example text", "Example"],
        *([i.sku, "SCARF", i.title, i.description, None] for i in ITEMS),
    ]


def _amazon_feed() -> bytes:
    def value(text: str) -> list[dict[str, str]]:
        return [{"value": text, "language_tag": "zh_CN", "marketplace_id": "ATVPDKIKX0DER"}]

    first, second = ITEMS
    messages = [
        {
            "messageId": 1,
            "sku": first.sku,
            "operationType": "UPDATE",
            "productType": "SCARF",
            "attributes": {"item_name": value(first.title), "product_description": value(first.description)},
        },
        {
            "messageId": 2,
            "sku": second.sku,
            "operationType": "PATCH",
            "productType": "UMBRELLA",
            "patches": [
                {"op": "replace", "path": "/attributes/item_name", "value": value(second.title)},
                {"op": "replace", "path": "/attributes/product_description", "value": value(second.description)},
            ],
        },
    ]
    return json.dumps({"header": {"sellerId": "X", "version": "2.0", "issueLocale": "zh_CN"}, "messages": messages}, indent=1).encode()


def _shopify_old() -> bytes:
    head = ["Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Option1 Name", "Option1 Value", "Variant SKU", "Image Src"]
    rows = []
    for i in ITEMS:
        rows += [[i.sku.lower(), i.title, i.description, "", "", "", "颜色", "红", i.sku, "https://example.com/1.jpg"]]
        rows += [[i.sku.lower(), "", "", "", "", "", "", "蓝", f"{i.sku}-2", "https://example.com/2.jpg"]]
    return table([head, *rows]).encode("utf-8-sig")


def _shopify_new() -> bytes:
    head = ["Title", "URL handle", "Description", "Vendor", "Product category", "Tags", "Status", "SKU", "Option1 value"]
    rows = []
    for i in ITEMS:
        rows += [[i.title, i.sku.lower(), i.description, "", "", "", "Active", i.sku, "红"]]
        rows += [["", i.sku.lower(), "", "", "", "", "", f"{i.sku}-2", "蓝"]]
    return table([head, *rows]).encode()


def _shopee(labels: int = 5) -> Rows:
    keys = [
        "ps_category|0|0",
        "ps_product_name|1|0",
        "ps_product_description|1|0",
        "ps_sku_parent_short|0|0",
        "ps_price|1|1",
        "ps_stock|0|1",
    ]
    said = [
        ["", "v", "", "", "", ""],
        ["類別", "商品名稱", "商品描述", "主商品貨號", "價格", "庫存"],
        ["選填", "必填", "必填", "選填", "必填", "必填"],
        ["", "請輸入 5 至 120 個字", "請輸入 20 至 3000 個字", "", "最低 1", ""],
        ["", "全網最低價不可寫", "", "", "", ""],
    ]
    return [list(keys), *(list(row) for row in said[:labels]), *([100017, i.title, i.description, i.sku, 99, 5] for i in ITEMS)]


def _tiktok() -> Rows:
    keys = ["category", "brand", "product_name", "product_description", "main_image", "parcel_weight", "price", "seller_sku"]
    return [
        list(keys),
        ["V3", "", "", "", "", "", "", ""],
        ["类目", "品牌", "商品名称", "商品描述", "主图", "包裹重量", "价格", "商家编码"],
        ["必填", "选填", "必填", "必填", "必填", "必填", "必填", "选填"],
        ["", "", "全网最低价等词不可写", "", "", "", "", ""],
        *(["围巾", "", i.title, i.description, "https://example.com/1.jpg", 300, 99, i.sku] for i in ITEMS),
    ]


def _woocommerce() -> bytes:
    head = ["ID", "Type", "SKU", "Name", "Published", "Is featured?", "Short description", "Description", "Tags", "Categories", "Meta: _x"]
    rows = [["1", "simple", i.sku, i.title, "1", "0", "", i.description, "", "", ""] for i in ITEMS]
    return table([head, *rows]).encode()


def _ebay() -> bytes:
    head = [
        "*Action(SiteID=US|Country=US|Currency=USD|Version=1193|CC=UTF-8)",
        "CustomLabel",
        "*Category",
        "*Title",
        "*Description",
        "C:Type",
    ]
    info = "Info,Version=1.0.0,Template=fx_category_template_EBAY_US\n"
    return (info + table([head, *(["Add", i.sku, "45238", i.title, i.description, ""] for i in ITEMS)])).encode()


def _merchant_table() -> bytes:
    head = ["id", "title [title]", "description", "link", "image_link", "price"]
    rows = [[i.sku, i.title, i.description, "https://example.com", "https://example.com/1.jpg", "9 USD"] for i in ITEMS]
    return table([head, *rows], "\t").encode()


def _merchant_feed() -> bytes:
    items = "".join(
        f"<item><g:id>{i.sku}</g:id><g:title>{escape(i.title)}</g:title><g:description><![CDATA[{i.description}]]></g:description></item>\n"
        for i in ITEMS
    )
    return (
        '<?xml version="1.0"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>\n'
        f"{items}</channel></rss>\n"
    ).encode()


def _aliexpress() -> bytes:
    offers = "".join(
        f'<offer id="{i.sku}" available="true"><name>{escape(i.title)}</name><vendor/>'
        f"<description>{escape(i.description)}</description></offer>\n"
        for i in ITEMS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE yml_catalog SYSTEM "shops.dtd">\n<yml_catalog date="2026-11-21 10:00"><shop>'
        f"<name>Shop</name><offers>\n{offers}</offers></shop></yml_catalog>\n"
    ).encode()


def _lazada() -> Rows:
    return [
        ["Group No", "*Product Name(English)", "*Product Images1", "*Brand", "SellerSKU", "Description"],
        *([number, i.title, "https://example.com/1.jpg", None, i.sku, i.description] for number, i in enumerate(ITEMS, 1)),
    ]


#: id of the shape and a word for the variant → name of the file (which tells nothing) and its bytes
SHAPED: Final[dict[str, tuple[str, Callable[[], bytes]]]] = {
    "taobao-assistant": ("export.csv", _taobao),
    "taobao-assistant old": ("export.csv", _taobao_old),
    "amazon-flat-file": ("upload.txt", _amazon_flat),
    "amazon-template": ("upload.xlsm", lambda: workbook({"Lists": [["title"], ["x"]], "Modello": _amazon_new()}, hidden=["Lists"])),
    "amazon-json-feed": ("feed.json", _amazon_feed),
    "shopify old": ("products.csv", _shopify_old),
    "shopify new": ("products.csv", _shopify_new),
    "shopee": ("upload.xlsx", lambda: workbook({"Template": _shopee()})),
    "shopee older": ("upload.xlsx", lambda: workbook({"Template": _shopee(4)})),
    "tiktok-shop": ("upload.xlsx", lambda: workbook({"Template": _tiktok(), "Example": [["title"], ["x"]]})),
    "woocommerce": ("products.csv", _woocommerce),
    "ebay": ("listings.csv", _ebay),
    "google-merchant table": ("feed.txt", _merchant_table),
    "google-merchant feed": ("feed.xml", _merchant_feed),
    "aliexpress": ("feed.xml", _aliexpress),
    "lazada": ("products.xlsx", lambda: workbook({"Upload Template": _lazada()})),
}
