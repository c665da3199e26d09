"""The product files of the marketplaces, one record each. To teach listingguard another one, add a record here and a sample to its test."""

from __future__ import annotations

from typing import Final

from listingguard.sources.shape import Shape

__all__ = ["SHAPES", "recognise", "recognise_feed", "shape_named"]

SHAPES: Final[tuple[Shape, ...]] = (
    Shape(
        id="taobao-assistant",
        name="Taobao Assistant (淘宝助理)",
        kinds=("csv", "tsv"),
        signatures=(("title", "cid", "stuff status"), ("宝贝名称", "宝贝类目", "新旧程度")),
        columns={
            "title": ("title", "宝贝名称"),
            "subtitle": ("subtitle", "宝贝卖点"),
            "description": ("description", "宝贝描述"),
            "bullets": (
                "wireless desc", "无线详情", "inputvalues", "用户输入名 值对", "propalias", "销售属性别名", "cpv memo", "属性值备注",
                "input custom cpv", "自定义属性值",
            ),
            "sku": ("outer id", "商家编码", "num id", "数字id"),
            "category": ("cid", "宝贝类目"),
        },
        labels=1,
        note="tab-separated, mostly UTF-16; a version row, a row of English keys and a row of Chinese names stand above the listings",
    ),
    Shape(
        id="amazon-template",
        name="Amazon listing template (since 2023)",
        kinds=("xlsx", "tsv"),
        signatures=(("contribution sku", "item name"), ("contribution sku", "product type")),
        columns={
            "title": ("item name",),
            "subtitle": ("title differentiation",),
            "bullets": ("bullet point",),
            "description": ("product description", "rtip product description"),
            "search_terms": ("generic keyword", "generic keywords"),
            "brand": ("brand",),
            "sku": ("contribution sku",),
            "category": ("product type",),
        },
        deletes=("record action",),
        note="the first cell begins with settings= and names the rows of the attributes and of the first listing",
    ),
    Shape(
        id="amazon-flat-file",
        name="Amazon flat file (before 2023)",
        kinds=("xlsx", "tsv", "csv"),
        signatures=(("item sku", "item name"),),
        columns={
            "title": ("item name",),
            "bullets": ("bullet point",),
            "description": ("product description",),
            "search_terms": ("generic keywords", "generic keyword", "search terms"),
            "brand": ("brand name", "manufacturer"),
            "sku": ("item sku",),
            "category": ("feed product type", "item type", "item type keyword"),
        },
        deletes=("update delete",),
        note="the third row has the names of the attributes; versions and labels stand above it",
    ),
    Shape(
        id="amazon-json-feed",
        name="Amazon JSON_LISTINGS_FEED",
        kinds=("json",),
        columns={
            "title": ("item name",),
            "subtitle": ("title differentiation",),
            "bullets": ("bullet point",),
            "description": ("product description",),
            "search_terms": ("generic keyword",),
            "brand": ("brand",),
            "sku": ("sku",),
            "category": ("producttype",),
        },
        note='an object with an array "messages"; the values of attributes and of patches are read',
    ),
    Shape(
        id="shopify",
        name="Shopify products",
        kinds=("csv",),
        signatures=(("handle", "title", "body"), ("title", "url handle", "vendor"), ("handle", "title", "option1 value")),
        columns={
            "title": ("title",),
            "subtitle": ("seo title",),
            "bullets": ("seo description", "image alt text"),
            "description": ("body", "description"),
            "search_terms": ("tags",),
            "brand": ("vendor",),
            "sku": ("variant sku", "sku", "handle", "url handle"),
            "category": ("product category", "type"),
        },
        also=r"(?i)\(product\.metafields\.(?!shopify\.)|^Metafield: (?!.*\[(?:number|boolean|json|url|file|.*reference))",
        together=("handle", "url handle"),
        note="rows of one handle are one listing: variants and images stand on rows without a title",
    ),
    Shape(
        id="shopee",
        name="Shopee mass upload and mass update",
        kinds=("xlsx", "csv"),
        signatures=(("ps product name", "ps product description"), ("et title product id", "et title product name")),
        columns={
            "title": ("ps product name", "et title product name"),
            "description": ("ps product description", "et title product description"),
            "sku": ("ps sku parent short", "et title parent sku", "ps sku short", "et title variation sku", "et title product id"),
            "category": ("ps category",),
            "brand": ("ps brand", "et title brand"),
        },
        also=r"^(?:ps|et_title)_(?:variation_\d|option_for_variation|option_\d|variation_name|option_name)",
        labels=5,
        numbers=("ps price", "ps stock", "ps weight", "ps category", "et title product id"),
        note="the first row has machine keys; rows 2 to 6 say what the columns are",
    ),
    Shape(
        id="tiktok-shop",
        name="TikTok Shop batch upload and batch edit",
        kinds=("xlsx", "csv"),
        signatures=(
            ("product name", "product description", "parcel weight"),
            ("product name", "product description", "main image"),
            ("product id", "product name", "seller sku"),
        ),
        columns={
            "title": ("product name",),
            "description": ("product description",),
            "brand": ("brand",),
            "sku": ("seller sku", "product id"),
            "category": ("category",),
        },
        also=r"^(?:property_value_\d|variation_value|product_property/)",
        labels=6,
        numbers=("product id", "price", "parcel weight", "quantity"),
        note="the first row has machine keys; rows below it say what the columns are",
    ),
    Shape(
        id="woocommerce",
        name="WooCommerce products",
        kinds=("csv",),
        signatures=(("type", "sku", "name", "published", "short description"),),
        columns={
            "title": ("name",),
            "bullets": ("short description", "purchase note"),
            "description": ("description",),
            "search_terms": ("tags",),
            "brand": ("brands", "brand"),
            "sku": ("sku", "id"),
            "category": ("categories",),
        },
        also=r"(?i)^Attribute \d+ value",
    ),
    Shape(
        id="ebay",
        name="eBay File Exchange and Seller Hub",
        kinds=("csv", "tsv"),
        signatures=(("action", "title"),),
        mark=r"(?i)^\*?Action\s*\(",
        columns={
            "title": ("title",),
            "subtitle": ("subtitle",),
            "bullets": ("condition description", "conditiondescription"),
            "description": ("description",),
            "brand": ("c brand", "brand", "product brand"),
            "sku": ("customlabel", "custom label"),
            "category": ("category", "category name", "category id"),
        },
        also=r"^\*?C:(?!Brand$)",
        note="the first cell of the header is Action( … ); its CC= names the encoding",
    ),
    Shape(
        id="google-merchant",
        name="Google Merchant Center",
        kinds=("tsv", "csv", "xml"),
        signatures=(("id", "title", "description", "link", "image link"),),
        columns={
            "title": ("title", "structured title"),
            "bullets": ("product highlight", "short title"),
            "description": ("description", "structured description", "summary", "content"),
            "brand": ("brand",),
            "sku": ("id", "guid"),
            "category": ("google product category", "product type"),
        },
        either=("title", "description"),
        namespace="http://base.google.com/ns/1.0",
        elements=("item", "entry"),
        note="a table with attribute names, or RSS and Atom with the namespace g",
    ),
    Shape(
        id="aliexpress",
        name="AliExpress YML feed",
        kinds=("xml",),
        columns={
            "title": ("name", "model"),
            "bullets": ("param", "sales notes"),
            "description": ("description",),
            "brand": ("vendor",),
            "sku": ("id", "vendorcode"),
            "category": ("typeprefix", "categoryid"),
        },
        root="yml_catalog",
        elements=("offer",),
        note="yml_catalog, shop, offers, offer; the Excel templates differ by category and are read by the names of their columns",
    ),
    Shape(
        id="lazada",
        name="Lazada and Daraz listing sheet",
        kinds=("xlsx", "csv"),
        signatures=(("group no", "product name"), ("group no", "product images1")),
        columns={
            "title": ("product name",),
            "bullets": ("highlights", "short description", "main description"),
            "description": ("description", "product description", "long description"),
            "brand": ("brand",),
            "sku": ("sellersku", "seller sku", "group no"),
            "category": ("catid", "category", "primary category"),
        },
    ),
)  # fmt: skip


def shape_named(name: str) -> Shape | None:
    """Give the shape with this id."""
    return next((shape for shape in SHAPES if shape.id == name), None)


def recognise(columns: tuple[str, ...]) -> Shape | None:
    """Give the shape that a header has.

    >>> found = recognise(("Handle", "Title", "Body (HTML)", "Vendor"))
    >>> found.id if found else None, recognise(("标题", "价格"))
    ('shopify', None)
    """
    return next((shape for shape in SHAPES if shape.fits(columns)), None)


def recognise_feed(root: str, namespaces: tuple[str, ...]) -> Shape | None:
    """Give the shape that an XML document has."""
    return next((shape for shape in SHAPES if shape.fits_feed(root, namespaces)), None)
