"""The wording of evidence: one sentence for each kind of step, in each language."""

from __future__ import annotations

from typing import Final

from listingguard.model import Lang, Step
from listingguard.normalize import to_traditional

__all__ = ["STEPS", "reason"]

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "fold": (
        "“{before}” reads “{after}” once case, width, script and invisible characters are folded",
        "“{before}”折叠大小写、全半角、繁简与不可见字符后为“{after}”",
    ),
    "skeleton": (
        "“{before}” stands for “{after}”: look-alike characters, digits for letters or separators",
        "“{before}”经形近字符、数字代字母或分隔符还原为“{after}”",
    ),
    "typo": ("“{before}” is one or two keystrokes from “{after}”", "“{before}”与“{after}”仅差一两个字母"),
    "sound": ("“{before}” sounds like “{after}”", "“{before}”与“{after}”读音相同或相近"),
    "mixed": ("“{before}” reads as “{after}”, half in letters and half in characters", "“{before}”为中英混写，读作“{after}”"),
    "mask": ("“{before}” is “{after}” with a part of it masked", "“{before}”是遮去一部分的“{after}”"),
    "drawn": ("“{before}” is “{after}” with signs or figures drawn for letters", "“{before}”是用符号或数字代替部分字母的“{after}”"),
    "near": ("“{before}” is “{after}” with one character changed", "“{before}”与“{after}”仅一字之差"),
    "pinyin": ("“{before}” is “{after}” in pinyin", "“{before}”是“{after}”的拼音"),
    "initials": ("“{before}” are the initials of “{after}” in pinyin", "“{before}”是“{after}”的拼音首字母"),
    "shape": ("“{before}” looks like “{after}”", "“{before}”与“{after}”字形相近"),
    "halves": ("“{before}” is “{after}” with a character taken apart", "“{before}”是“{after}”的拆字写法"),
    "sign": ("“{before}” stands for “{after}”: a picture or a figure in place of a word", "“{before}”以图案或数字代替“{after}”中的字"),
    "fragment": ("“{before}” is a piece of “{after}”", "“{before}”是“{after}”的一部分"),
    "house": ("“{before}” is the trade's word for the house of “{after}”", "“{before}”是业内对“{after}”的代称"),
    "anchor": ("“{before}” is a piece of “{after}”", "“{before}”是“{after}”的一部分"),
    "match": ("“{before}” is a term of {record}", "“{before}”是 {record} 的词条"),
    "boundary": ("word segmentation puts word edges on both sides of “{before}”", "分词结果显示“{before}”是独立的词"),
    "signal": ("“{before}” confirms it: {after}", "“{before}”可以佐证：{after}"),
    "goods": ("“{before}” names goods: {after}", "“{before}”说明商品：{after}"),
    "cue": ("“{before}” beside it: {after}", "旁边有“{before}”：{after}"),
    "exemption": ("“{before}” speaks for an exemption: {after}", "“{before}”符合豁免情形：{after}"),
    "proof": ("it may stand only with proof: {after}", "须有证明方可使用：{after}"),
    "seller": ("the seller says so: {after}", "卖家声明：{after}"),
    "field": ("{after}", "{after}"),
}
#: What a step may say in `after`; anything else is a name or a word of the text and stays as it is.
_NOTES: Final[dict[str, tuple[str, str]]] = {
    "another name of the brand": ("another name of the same brand", "同一品牌的另一名称"),
    "goods of the brand": ("goods that the brand is known for", "该品牌的主营商品"),
    "accessory for the brand": ("an accessory or part that fits goods of the brand", "适配该品牌商品的配件"),
    "goods with a picture": (
        "goods of another kind, on which the work or its character is a picture",
        "非该作品自身的商品，仅以其形象为图案",
    ),
    "goods that it goes into": ("goods of others that may have the brand's parts inside", "可能含有该品牌部件或材料的他人商品"),
    "the maker of the goods that it goes into": ("another brand, whose goods have it inside", "商品属另一品牌，该品牌是其部件或材料"),
    "the maker of the goods": ("another brand, whose goods work with the brand's devices", "商品属另一品牌，可与该品牌设备配合使用"),
    "goods for a service": ("goods that are used with the service", "与该服务配套使用的商品"),
    "goods that fit everybody": (
        "goods that fit everybody, for which a word of compatibility excuses no brand",
        "通用商品，适配用语不能免责",
    ),
    "a tie with the owner": ("a claim of a tie with the brand's owner, which only papers bear out", "暗示与品牌方有关联，须有凭证"),
    "genuine goods": ("a claim that the goods are the brand's own", "声称为该品牌原装或正品"),
    "suggests an official part": (
        "may be read as an official part; 适用于 says the same plainly",
        "易被理解为品牌方的专用件，可改写为“适用于”",
    ),
    "denial": ("the goods are said not to be the brand's", "声明商品并非该品牌"),
    "one of several makers": ("one of several makers of such devices", "并列的多个设备品牌之一"),
    "word of the brand": ("a word that goes with the brand", "与该品牌相关的词"),
    "imitation word": ("a word of imitation", "仿款用语"),
    "counterfeit word": ("a word of the fake trade", "仿品用语"),
    "compatibility": ("a word of compatibility", "适配用语"),
    "model number": ("a model number", "型号"),
    "brand field": ("the listing names it as its brand", "品牌栏即为该品牌"),
    "own": ("own brand", "自有品牌"),
    "authorized": ("authorised brand", "已获授权品牌"),
    "expired": ("authorised, but the authorisation has expired", "曾获授权，但授权已过期"),
    "elsewhere": ("authorised, but not for every place that the goods are sold to", "已获授权，但授权地域不含本次销售地"),
    "strict": ("words that nothing in the listing decides are to be shown", "要求提示无法判定的词"),
    "watch": ("word on the watch list", "关注词"),
    "normal goods": ("goods for which the word is ordinary", "对该类商品属正常用语"),
}

#: The kinds of steps.
STEPS: Final = frozenset(_WORDS)


def reason(step: Step, lang: Lang) -> str:
    """Word one step.

    >>> reason(Step("match", 0, 2, "lv", "LV", "brand:louis-vuitton"), "en")
    '“lv” is a term of brand:louis-vuitton'
    >>> reason(Step("seller", 0, 0, "", "own", ""), "zh-Hant")
    '賣家聲明：自有品牌'
    """
    en, zh = _WORDS[step.kind]
    note = _NOTES.get(step.after, (step.after, step.after))
    if lang == "en":
        return en.format(before=step.before, after=note[0], record=step.record)
    if lang == "zh-Hant":
        zh, note = to_traditional(zh), (note[0], to_traditional(note[1]) if step.after in _NOTES else note[1])
    return zh.format(before=step.before, after=note[1], record=step.record)
