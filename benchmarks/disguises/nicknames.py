"""Brands under other names, written by hand: a letter and 家, names cut short, emoji, short names in leet."""

from __future__ import annotations

from disguises.case import words

# The brands that sellers are most often complained about; weak disguises are asked of these alone.
FAMOUS = frozenset(
    words(
        """
        louis-vuitton gucci chanel dior hermes prada burberry balenciaga fendi givenchy celine saint-laurent bottega-veneta loewe
        valentino versace giorgio-armani miu-miu moncler canada-goose coach michael-kors kate-spade tory-burch longchamp goyard
        ferragamo off-white kenzo chloe rimowa montblanc jimmy-choo christian-louboutin golden-goose max-mara maison-margiela
        thom-browne alexander-mcqueen issey-miyake mcm nike adidas puma reebok new-balance converse vans asics under-armour skechers
        lululemon fila li-ning anta jordan yeezy crocs birkenstock ugg timberland dr-martens onitsuka-tiger mizuno yonex salomon hoka
        the-north-face columbia patagonia arcteryx decathlon rolex omega cartier longines tissot casio iwc patek-philippe
        audemars-piguet vacheron-constantin jaeger-lecoultre tudor hublot breitling panerai citizen seiko swatch tag-heuer bvlgari
        tiffany van-cleef-arpels chopard swarovski pandora chow-tai-fook ray-ban oakley gentle-monster lancome estee-lauder la-mer
        sk-ii shiseido clinique clarins guerlain kiehls loreal maybelline olay mac nars ysl-beauty jo-malone byredo creed diptyque
        tom-ford chanel-beauty dyson philips panasonic siemens xiaomi huawei samsung apple oppo vivo honor oneplus sony bose jbl beats
        marshall airpods lego disney pokemon hello-kitty sanrio kuromi cinnamoroll gundam bandai nintendo playstation xbox supreme
        stussy champion levis uniqlo zara hm gap ralph-lauren lacoste tommy-hilfiger calvin-klein hugo-boss victorias-secret bosideng
        fear-of-god stone-island carhartt dickies a-bathing-ape kaws samsonite stanley-pmi yeti starbucks coca-cola moutai wuliangye
        durex okamoto gillette colgate head-shoulders pampers huggies bosch makita dewalt logitech razer lenovo dell hp asus acer intel
        canon nikon gopro dji
        """
    )
)
X_FAMILY = {
    "chanel": "香家 香奈家 小香家 C家 香牌 香记 Chan家",
    "louis-vuitton": "L家 驴家 路家 LV家 路易家 Ｌ家 驴记",
    "gucci": "古家 G家 古驰家 驰家 Guc家 古记 古牌",
    "dior": "迪家 D家 迪奥家 Dio家 迪记 迪牌",
    "hermes": "H家 爱家 爱马家 马仕家 Her家 橙家 爱记",
    "prada": "P家 普家 普拉家 Pra家 普记 普牌",
    "burberry": "博家 巴宝家 B家 Bur家 博记 柏家",
    "balenciaga": "巴家 B家 巴黎家 Balen家 巴记",
    "fendi": "芬家 F家 芬迪家 Fen家 芬记 芬牌",
    "celine": "赛家 Cel家 赛琳家 思家 赛记",
    "saint-laurent": "圣家 Y家 圣罗家 罗兰家 YSL家 圣记",
    "bottega-veneta": "葆家 BV家 葆记 缇家",
    "loewe": "罗家 Loe家 罗意家 L家 罗记",
    "miu-miu": "缪家 M家 Miu家 缪缪家 缪记",
    "moncler": "蒙家 M家 盟家 Mon家 蒙口家 蒙记",
    "givenchy": "纪家 G家 梵希家 Giv家 纪梵家 纪记",
    "valentino": "华家 V家 华伦家 Val家 天奴家 华记",
    "versace": "范家 V家 思哲家 Ver家 范思家 范记",
    "cartier": "卡家 C家 卡地家 卡记 Car家",
    "van-cleef-arpels": "梵家 V家 梵克家 VCA家 梵记 雅宝家",
    "tiffany": "蒂家 T家 蒂芙家 Tif家 蒂记 芙尼家",
    "bvlgari": "宝家 B家 宝格家 格丽家 宝记 Bvl家",
    "lululemon": "露家 L家 露露家 Lulu家 露记",
    "nike": "耐家 N家 耐克家 耐记 耐牌",
    "adidas": "阿迪家 A家 阿家 阿记",
    "canada-goose": "鹅家 加鹅家 CG家 大鹅家 鹅记",
    "coach": "蔻家 C家 蔻驰家 驰家 蔻记",
    "goyard": "戈家 G家 戈雅家 雅家 戈记 Goy家",
    "dyson": "戴家 戴森家 D家 戴记",
    "lego": "乐家 L家 乐高家 乐记",
    "michael-kors": "MK家 M家 迈克家 高仕家 MK记 迈记",
    "estee-lauder": "雅家 E家 雅诗家 兰黛家 雅记 黛家",
    "lancome": "兰家 兰蔻家 L家 蔻家 兰记",
}
TRUNCATED = {
    "louis-vuitton": "威登 路易威 易威登 Vuit",
    "givenchy": "梵希 纪梵 Given",
    "saint-laurent": "圣罗 伊夫圣",
    "chanel": "奈儿 香奈 Chan",
    "hermes": "马仕 爱马 Herm",
    "gucci": "Gucc",
    "balenciaga": "巴黎世 Balen Balenci",
    "bottega-veneta": "葆蝶 宝缇 Botteg Venet",
    "burberry": "巴宝 宝莉 Burb Burber",
    "versace": "范思 思哲 Versac",
    "valentino": "华伦天 伦天奴 Valent",
    "ferragamo": "菲拉格 拉格慕 Ferrag",
    "prada": "普拉 Prad",
    "estee-lauder": "雅诗兰 诗兰黛 Laude",
    "cartier": "卡地 Cartie",
    "van-cleef-arpels": "梵克 克雅宝 Arpel",
    "swarovski": "施华洛 华洛世奇 Swarov",
    "adidas": "阿迪达 Adid",
    "under-armour": "安德 德玛",
    "skechers": "斯凯 凯奇 Skech",
    "lululemon": "露露柠 Lulule",
    "michael-kors": "迈克高 克高仕",
    "lancome": "Lanc",
    "longines": "Longin",
    "patek-philippe": "百达翡 达翡丽 Patek",
    "audemars-piguet": "爱彼表 Audem",
    "vacheron-constantin": "江诗丹 诗丹顿 Vacher",
    "bvlgari": "宝格 格丽 Bvlg",
    "pokemon": "宝可 Pokem",
    "canada-goose": "拿大鹅",
}
SHORT_LEET = {
    "louis-vuitton": "1v 1V l∨ L√ ⅼv Ⅼv L\\/",
    "oppo": "0PP0 0ppo opp0 0PPO OPP0",
    "dior": "di0r d1or Di0R D!or dl0r",
    "chanel": "chane1 Chane| ch4nel chαnel",
    "saint-laurent": "Y5L y$l YS1 Ysᒪ",
    "nike": "n1ke nik3 N!KE n1k3 N|KE",
    "gucci": "gucc1 9ucci Gucc! 6ucci gu((i",
    "vivo": "viv0 v1vo V!VO \\/ivo",
    "prada": "pr4da Prad@ p®ada",
    "fendi": "f3ndi fend1 F€NDI",
    "lego": "1ego leg0 L3GO le9o",
    "zara": "z4ra 2ara ZAR4",
    "fila": "fi1a f1la FIL@",
    "puma": "pum4 PUM@ pυma",
}
EMOJI_HAN = (
    "马🐴🐎 米🌾🍚 龙🐉🐲 鱼🐟🐠 猫🐱🐈 狗🐶🐕 牛🐮🐂 虎🐯🐅 鸟🐦🐤 花🌸🌺 星⭐🌟 月🌙🌛 日☀🌞 山⛰🗻 水💧💦 火🔥🎆 心❤💗 "
    "爱❤😍 王👑🤴 金🥇💰 力💪🏋 手✋🖐 车🚗🚙 飞✈🛫 雷⚡🌩 雪❄☃ 海🌊🏖 宝💎🎁 一1️⃣ 二2️⃣ 三3️⃣ 六6️⃣ 七7️⃣ 八8️⃣ 九9️⃣ 十🔟 "
    "熊🐻🧸 鹅🦢🪿 鹿🦌 象🐘 狼🐺 狐🦊 兔🐰🐇 羊🐑🐏 猴🐵🐒 茶🍵🫖 酒🍺🍷 门🚪 灯💡🏮 球⚽🏀 口👄💋 耳👂 足🦶 牙🦷 风🌬🍃 云☁ "
    "石🪨 木🌲🪵 草🌿 竹🎋 香👃🌹 西🍉 巴🚌👋 奶🍼🥛 奥🏅 路🛣 安🔐 果🍎🍏 叶🍁🍃 天🌤 太☀ 阳☀🌞 美💄 咖☕ 豆🫘 玫🌹 蜜🍯 蜂🐝 "
    "衣👕 鞋👟 包👜 钻💎 钟⏰ 表⌚ 笔✏🖊 剑🗡 枪🔫 家🏠"
)
EMOJI_LATIN = (
    "A🅰 B🅱 O⭕🅾 P🅿 M♏Ⓜ X❌✖ I❕ℹ S💲 V♈✌ U⛎ T✝ E📧 H♓ a🅰 b🅱 o⭕🔘 p🅿 m♏ x❌✖ i❕ℹ s💲 v♈✌ u⛎ t✝ e📧 h♓ C🌜☪ c🌜☪ L🦵 n🎵 r®"
)
EMOJI_BY_HAND = {
    "apple": "🍎 🍏 🍎牌 🍎X 🍎15",
    "hermes": "爱🐴仕 爱🐎仕 ❤马仕 🐴仕 ❤️🐴仕",
    "xiaomi": "小🌾 小🍚",
    "playboy": "🐰标 🐰👔",
    "lacoste": "🐊标 小🐊",
    "nike": "✔️标 ✔鞋 ☑️钩",
    "adidas": "☘️草 🍀叶草 三🍃草",
    "gucci": "🐝家 古🐝 GG🐝",
    "moutai": "🥚茅台 飞天🍶 茅🏯",
    "starbucks": "⭐巴克 🌟巴克 星👨克",
    "burberry": "🐴博 🐎战马",
    "louis-vuitton": "🫏家 🐴驴牌",
    "swarovski": "🦢洛世奇 施🦢",
    "red-bull": "红🐂 🔴牛 红🐮",
    "hello-kitty": "Hello🐱 KT🐱 凯蒂🐱",
    "disney": "🏰尼 迪🏰尼",
}
