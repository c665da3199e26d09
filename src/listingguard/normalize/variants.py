"""Characters that are another one in all but code, of which NFKC knows few: Japanese and popular forms, radicals, letters in rings."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["BEYOND", "DRAWN", "SPACING", "VARIANTS", "is_odd"]

#: Pairs of a form and the Simplified character it is: Japanese new forms, then popular and old ones.
_PAIRS: Final = (
    "楽乐髙高冣最㝡最寳宝徳德歩步黒黑戸户広广沢泽竜龙県县単单図图対对応应変变売卖実实歳岁気气処处総总権权検检験验駅驿鉄铁経经継继続续緑绿縦纵聴听蔵藏"
    "訳译読读辺边関关険险雑杂霊灵顔颜顕显駆驱騒骚鶏鸡歯齿齢龄亜亚仏佛仮假伝传価价倹俭児儿円圆剣剑剤剂労劳効效勧劝厳严収收団团囲围圏圈塩盐壊坏壱壹"
    "奨奖嬢娘寛宽専专巣巢帯带帰归庁厅廃废弾弹彙汇従从徴征恵惠悪恶悩恼戦战戯戏払拂抜拔択择拝拜拠据拡扩挙举捜搜掲揭揺摇摂摄撃击斉齐斎斋暁晓栄荣桜樱"
    "様样歓欢歴历残残毎每浄净浅浅渉涉渋涩済济渇渴湾湾満满滝泷瀬濑焼烧犠牺猟猎獣兽畳叠痩瘦発发髪发盗盗砕碎穂穗穏稳窃窃粋粹糸丝絵绘縄绳繊纤聡聪脳脑"
    "臓脏舗铺荘庄薬药蛍萤衛卫覇霸覚觉観观触触謡谣譲让豊丰賛赞転转軽轻辞辞逓递酔醉醸酿釈释鉱矿銭钱錬炼鋳铸鎮镇陥陷隠隐頼赖鴎鸥麹曲黙默懐怀"
    "蕞最嶵最朂最𠮷吉羙美恏好苐第囯国圀国囻国啚图尅克剋克喫吃傢家姫姬呉吴歩步郷乡勲勋亊事凢凡刄刃刧劫厠厕弎三弌一弍二乗乘餅饼麺面巌岩峯峰"
    "丨|燄焰裏里粧妆牀床祿禄禮礼綫线線线羣群羨羡脣唇葯药蘂蕊衆众蹟迹逈迥鎌镰鉤钩鈎钩陞升隷隶雞鸡靭韧韮韭飜翻駡骂鬪斗鬭斗魎魉鯗鲞黴霉"
)
#: Forms that the table of 1955 (第一批异体字整理表) gave up for another, old ones, and more of the Japanese ones. None is a character of
#: GB 2312, which plain text is written with.
_GIVEN_UP: Final = (
    "両两亀龟剰剩唖哑営营圧压塁垒増增尭尧巻卷挿插掻搔晩晚暦历曽曾桟栈涙泪渓溪稲稻穣穰縁缘繍绣艶艳薫薰蝋蜡覧览遅迟醤酱闘斗頴颖髄髓鹸碱弐贰敍叙糭粽衞卫"
    "讬托侭尽缐线氷冰菓果厰厂囘回僊仙劵券坵丘堃坤堦阶姪侄婬淫寃冤峩峨嵒岩帋纸庻庶彊强徧遍恠怪悮误惪德戞戛拕拖捄救搾榨敺驱暱昵朶朵邨村栢柏桺柳棃梨椀碗"
    "楳梅槑梅欵款氊毡湻淳潄漱澁涩灋法煖暖牋笺瑠琉甆瓷畧略痺痹皷鼓盌碗砲炮硏研磗砖穽阱窓窗牕窗窻窗筯箸紥扎紬绸緜绵罇樽羴膻翄翅耡锄脇胁艸草葠参蔴麻蕋蕊"
    "藷薯螡蚊裌夹裠裙襃褒覩睹觔斤諠喧譌讹賸剩躶裸躱躲輭软鈆铅銲焊鐡铁阬坑隄堤靣面鞌鞍鞵鞋頫俯顋腮颷飙飱餐餧喂餽馈馿驴騐验髩鬓鬀剃鵞鹅鼃蛙鼈鳖鼇鳌犇奔"
    "猋飙骉马鱻鲜麤粗灥泉厵源飝飞雥集譶沓燿耀煇辉曅晔叡睿嚞哲濬浚澂澄澔浩皜皓皞皓皡皓昰是晳晰晢晰乹干亁乾凴凭叅参吿告呌叫喦岩喩喻嘅慨囓啮圅函坿附垜垛"
    "埈峻塡填塲场墖塔墪墩壠垄壻婿夘卯夀寿姉姊姸妍娿婀婣姻媮偷嬝袅寑寝寕宁寗宁尙尚屛屏岅坂岺岭峝峒嶃崭巵卮幇帮幚帮庽寓廐厩廼乃弶犟彛彝徃往悤匆愼慎"
    "愽博慙惭憇憩懽欢抝拗捥腕揑捏搨拓搯掏摀捂撡操撦扯擕携攷考敭扬斈学旾春昬昏晣晰暎映暠皓曁暨朞期朢望朩木柹柿栁柳栞刊梹槟楕椭榖谷槀槁槖橐槩概槪概槼规"
    "樐橹檥舣櫂棹欎郁欝郁欬咳歬前毘毗毜毛沍冱渃若湌餐潠噀澑溜濇涩炤照烱炯煑煮煕熙熈熙熖焰爕燮牓榜猨猿獋嗥珎珍珤宝琹琴瓈璃甎砖畊耕畮亩畺疆疎疏疿痱瘉愈"
    "皃貌盋钵眎视睠眷瞇眯硶碜碪砧礆硷礮炮祘算禩祀秊年秌秋秔粳稉粳穉稚穨颓竆穷竒奇竢俟竸竞筞策箎篪箒帚篛箬簒篡簮簪簷檐粃秕粬曲糓谷糚妆紏纠絜洁緖绪縂总"
    "繈襁繖伞繙翻缾瓶羗羌羢绒羮羹翺翱聦聪聨联肎肯胷胸脃脆脗吻膁肷膓肠臕膘臯皋舩船艢樯艣橹芲花苢苡荅答荳豆莕荇菢抱萠萌葢盖蔕蒂蕚萼蘓苏蘤花蘰蔓虗虚"
    "虵蛇蛕蛔蜋螂蜖蛔蜨蝶衂衄衇脉衒炫衹只袴裤裵裴褁裹襍杂覔觅覊羁覰觑觧解訢欣詧察誖悖謌歌譔撰讃赞讌宴貎貌貟员賖赊賷赍趂趁趦趑踁胫蹔暂躭耽軃亸軆体輙辄"
    "輧軿辠罪辢辣遯遁鄕乡醕醇醼宴銕铁鎻锁鏁锁鑚钻鑛矿鑤刨閧哄闗关闚窥阯址陗峭陜陕陻堙隂阴隣邻雝雍霛灵靁雷靑青韈袜韤袜頋顾頟额頥颐頬颊顦憔飃飘飡餐餁饪"
    "餠饼駞驼駮驳騌鬃騣鬃驘骡骽腿鬂鬓鬦斗鱓鳝鳯凤鴈雁鷰燕鸎莺鹻碱麁粗鼔鼓龎庞龝秋龡吹龢和釬焊倣仿枏楠"
    "寚宝尓尔尒尔佀似㕥以逹达亱夜囸日氺水灮光炛光萅春旹时峕时㫺昔卋世甞尝亝齐淸清賔宾濵滨呑吞甁瓶㝷寻曺曹囬回廻回凾函灔滟厡原洤泉㵎涧磵涧歰涩濶阔辳农莀农挵弄㐂喜憙喜憘喜歖喜囍喜㤅爱炁气滊汽烖灾頚颈琞圣咊和悳德塼砖䥫铁鏠锋媺美嬍美㺯美媄美㑺俊陖峻槗桥㤭骄憍骄臈腊鼡鼠竃灶"
    "穐秋阦阳阥阴氜阳噐器㒺罔圎圆㘣圆贠员㐫凶碯瑙匘脑貮贰桼漆㯃漆釆采崋华夲本躰体骵体泍奔逩奔礭确冩写㝍写㠯以擧举撹搅縍帮蒭刍鶵雏趍趋魦鲨㫖旨恉旨㝎定椗碇矴碇琁璇嵓岩㟁岸堓岸葻岚凨风凬风凮风飌风昦昊䖏处譍应巗岩磎溪嵠溪豀溪䳗鹅䳘鹅冭太夳太檪栎彂发溌泼癈废㳒法佱法疺乏凣凡"
    "㠶帆颿帆㓗洁昻昂搤扼阨厄戹厄飬养羪养瀁漾壌壤歺餐氿酒伩信㐰信圡土㐧第㑹会㕑厨㕔厅㪚散㬎显㱕归㸔看䑓台枱台䖝虫䟽疏䠶射䰟魂䕃荫兊兑廸迪蔲蔻蹹踏曐星䨮雪劒剑劔剑畍界仚仙埊地坔地嶋岛嶌岛㠀岛㟋岛餙饰餝饰蘜菊薗园蘐萱萲萱蕿萱藼萱鍳鉴鑬鉴灠滥鬰郁爩郁馫馨磘窑窰窑匋陶醎咸竝并"
    "冾洽凅涸凟渎凔沧冸泮凖准㓈冰㓜幼㔟势㕘参㕧尧㚙叠疉叠曡叠厽垒厸邻麐麟麄粗觕粗旪协恊协"
)
_RADICALS: Final = (
    "⺁厂⺇几⺉刂⺌小⺍小⺒巳⺓幺⺘扌⺙攵⺝月⺟母⺠民⺡氵⺣灬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺲罒⺶羊⺹耂⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻄西"
    "⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻐钅⻑长⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟"
)
_LETTERS: Final = (0x249C, 0x1F110, 0x1F150, 0x1F170, 0x1F1E6)  # (a), in brackets, in black rings and squares, of flags
_FIGURES: Final = (0x2474, 0x2488, 0x2776, 0x2780, 0x278A, 0x24F5)  # ⑴, ⒈, ❶, ➀, ➊, ⓵


def _paired(pairs: str) -> dict[int, str]:
    return {ord(form): char for form, char in zip(pairs[::2], pairs[1::2], strict=True) if form != char}


#: Chinese characters in other forms, by code point.
VARIANTS: Final[dict[int, str]] = _paired(_PAIRS + _GIVEN_UP)
#: Radicals, letters and figures that are drawn in a frame, by code point; all are outside of what everyday text is written in.
DRAWN: Final[dict[int, str]] = (
    _paired(_RADICALS)
    | {first + i: chr(ord("a") + i) for first in _LETTERS for i in range(26)}
    | {first + i: str(i + 1) for first in _FIGURES for i in range(9)}
    | {0x3220 + i: char for i, char in enumerate("一二三四五六七八九十")}
    | {0x20E3: "", 0x32A3: "※"}  # the frame of 1️⃣; ㊣, an ornament
)
#: Accents that stand by themselves: signs like any other, which NFKC would put on a blank.
SPACING: Final = {0xB4: "'", 0xA8: '"', 0x2DD: '"', 0x2DA: "°", 0x2D9: "·", 0xB8: ",", 0x2DB: ",", 0xAF: "~", 0x2D8: "~", 0xFFE3: "~"}
_ODD_RANGES: Final = ((0x2460, 0x2473), (0x24B6, 0x24E9), (0x2F00, 0x2FDF), (0x1D400, 0x1D7FF), (0x1F100, 0x1F1FF))
#: Whatever is outside of the basic plane. Many of these in one class of a pattern would be looked through one by one.
BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_ODD: Final = frozenset("蕞冣㝡嶵朂恏苐羙囯圀囻髙尅㐧氿伩㐰尓尒逹卋噐圡夲囸㕑歺凨").union(
    map(chr, DRAWN),
    *(map(chr, range(first, last + 1)) for first, last in _ODD_RANGES),
)
_ODD_PLAIN: Final = re.compile("[{}]".format("".join(sorted(char for char in _ODD if not BEYOND.match(char)))))


def is_odd(text: str) -> bool:
    """Tell whether a text holds characters in a guise that nobody types by chance: letters in frames, radicals, forgotten forms.

    >>> is_odd("🅝🅘🅚🅔"), is_odd("ＮＩＫＥ"), is_odd("加厚👍")
    (True, False, False)
    """
    return _ODD_PLAIN.search(text) is not None or (BEYOND.search(text) is not None and not _ODD.isdisjoint(text))
