"""What a column is called, and what that says about a listing: English, Simplified and Traditional Chinese."""

from __future__ import annotations

import functools
import re
from typing import Final

from listingguard.normalize import fold

__all__ = ["LISTS", "PARTS", "TEXTS", "number_of", "part_of", "spelled", "unnumbered"]

#: Parts that take several columns; all others take one.
LISTS: Final = ("bullets", "search_terms")
#: Parts that make a file worth scanning: without one of them there is nothing to read.
TEXTS: Final = ("title", "subtitle", "bullets", "description", "search_terms")

#: Known names as they fold (Traditional reads as Simplified), the surest first.
_NAMES: Final[dict[str, str]] = {
    "title": "title, product title, item title, listing title, goods title, product name, item name, goods name,"
    " ps product name, et title product name, 标题, 商品标题, 宝贝标题, 产品标题, 宝贝名称, 商品名称, 产品名称, 货品名称,"
    " 物品名称, 商品名, 产品名, 品名, 名称, name",
    "subtitle": "subtitle, sub title, title differentiation, 副标题, 商品副标题, 宝贝卖点, 短标题",
    "bullets": "bullet, bullets, bullet point, bullet points, key feature, key features, feature bullet, product highlight, 五点, 五点描述,"
    " 卖点, 商品卖点, 产品卖点, 要点, 商品要点, 商品特色, 产品特色, 特点, 产品特点, 商品特点",
    "description": "description, product description, item description, goods description, ps product description, long description,"
    " et title product description, body, body html, details, product details, desc, 描述, 宝贝描述, 商品描述, 产品描述, 详情, 商品详情,"
    " 宝贝详情, 产品详情, 详情描述, 商品说明, 产品说明, 说明, 商品介绍, 产品介绍, 商品简介, 简介, 文案, 商品文案, short description",
    "search_terms": "search terms, search term, generic keywords, generic keyword, keywords, keyword, tags, 关键词, 关键字, 搜索词,"
    " 搜索关键词, 搜寻关键字, 商品关键词, 标签, 商品标签",
    "brand": "brand, brand name, product brand, vendor, 品牌, 品牌名, 品牌名称, 商品品牌, 产品品牌",
    "shop_name": "shop name, store name, shop, store, shop title, seller name, 店铺, 店铺名, 店铺名称, 店名, 商店名称, 卖场名称",
    "category": "category, product category, category name, product type, type, 类目, 商品类目, 宝贝类目, 产品类目, 类目名称,"
    " 分类, 商品分类, 产品分类, 类别, 商品类别",
    "sku": "sku, seller sku, item sku, contribution sku, variant sku, sku id, outer id, ps sku parent short, ps sku short, 商家编码, 货号,"
    " 商品货号, 商品编码, 商品编号, 产品编号, 商品选项货号, product id, item id, goods id, 商品id, 宝贝id, handle, url handle, id, 编号",
    "marketplace": "marketplace, market place, 平台, 销售平台, 电商平台, 上架平台, 贩售平台",
}
#: The parts that a column may feed.
PARTS: Final = tuple(_NAMES)
_KNOWN: Final = {name: (part, rank) for part, names in _NAMES.items() for rank, name in enumerate(re.split(r",\s*", names))}
_LONGEST: Final = 200
_ASIDE: Final = re.compile(r"[(\[{【〔「].*?[)\]}】〕」]")
_INSTANCE: Final = re.compile(r"[|#].*$|\.value$")
_NUMBER: Final = re.compile(r"\d+$")


def part_of(column: str) -> tuple[str, int] | None:
    """Say which part of a listing a column holds, and how sure its name is (0 is surest); None if its name says nothing.

    What marketplaces hang on the names is left out: stars, remarks in brackets, instance numbers.

    >>> part_of("商品標題"), part_of("*Title"), part_of("标题（必填）"), part_of("Price")
    (('title', 11), ('title', 0), ('title', 10), None)
    >>> part_of("bullet_point[language_tag=en_US]#2.value"), part_of("卖点3"), part_of("ps_product_name|1|0")
    (('bullets', 2), ('bullets', 10), ('title', 8))
    """
    name = spelled(column)
    if name in _KNOWN:
        return _KNOWN[name]
    found = _KNOWN.get(unnumbered(name))
    return found if found and found[0] in LISTS else None


@functools.lru_cache(maxsize=4096)
def spelled(column: str) -> str:
    """Give the bare name of a column: folded, without stars, remarks in brackets and instance numbers.

    >>> spelled("*Title"), spelled("Body (HTML)"), spelled("item_name[language_tag=en_US]#1.value"), spelled("ps_product_name|1|0")
    ('title', 'body', 'item name', 'ps product name')
    """
    if len(column) > _LONGEST:  # no name that anybody knows is that long
        return ""
    name = _INSTANCE.sub("", _ASIDE.sub(" ", fold(column)))
    return " ".join(re.split(r"[\s_\-./:*]+", name)).strip()


def number_of(name: str) -> int:
    """Give the number at the end of a name, 0 where it has none.

    >>> number_of("bullet point3"), number_of("卖点")
    (3, 0)
    """
    found = _NUMBER.search(name)
    return int(found[0][:9]) if found else 0


def unnumbered(name: str) -> str:
    """Leave out the number at the end of a name: `bullet point3` is one of the bullet points."""
    return _NUMBER.sub("", name).strip()
