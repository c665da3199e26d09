"""Names in a description that its readers do not see."""

from __future__ import annotations

from disguises.case import Dice

WRAPS = [
    '<span style="display:none">{x}</span>',
    '<div style="font-size:0">{x}</div>',
    '<font color="#ffffff">{x}</font>',
    '<img src="a1.jpg" alt="{x}">',
    "<!-- {x} -->",
    '<span style="color:#fff;background:#fff">{x}</span>',
    '<p style="visibility:hidden">{x}</p>',
    "<div hidden>{x}</div>",
    '<span style="opacity:0">{x}</span>',
    '<div style="position:absolute;left:-9999px">{x}</div>',
    '<span style="font-size:1px;color:white">{x}</span>',
    '<div style="height:0;overflow:hidden">{x}</div>',
    '<img src="p.png" title="{x}">',
    '<span style="text-indent:-9999px">{x}</span>',
    '<meta name="keywords" content="{x}">',
    "<select><option>S</option><option>{x}</option></select>",
    '<input type="hidden" value="{x}">',
    '<a href="#" title="{x}">详情</a>',
    "<b>{first}</b><i>{rest}</i>",
    "{first}<!-- -->{rest}",
    "{first}<span></span>{rest}",
    "{first}&#8203;{rest}",
    '{first}<span style="display:none">z</span>{rest}',
    "{first}&shy;{rest}",
    "{entities}",
    "{first}<wbr>{rest}",
]
PAGES = [
    ("<p>{g}，尺码齐全，支持七天退换。</p>", "<p>材质说明见图。</p>"),
    ("<h2>{g}</h2><ul><li>现货</li><li>黑色</li></ul>", "<p>顺丰可选</p>"),
    ("<div><p>本店{g}均为实拍。</p>", "</div>"),
    ("<table><tr><td>商品</td><td>{g}</td></tr></table>", "<p>如有色差以实物为准。</p>"),
    ("<p>New {g} with free returns.</p>", "<p>Ships in two days.</p>"),
    ("<p>{g}，下单送收纳袋。", "</p><p>售后联系客服。</p>"),
]


def hide(word: str, dice: Dice) -> str | None:
    """Hide a name from readers of the page, or break it by tags and entities: 耐克 → <span style="display:none">耐克</span>."""
    cut = dice.random.randrange(1, len(word))
    entities = "".join(f"&#{ord(c)};" for c in word)
    return dice.must(WRAPS).format(x=word, first=word[:cut], rest=word[cut:], entities=entities)
