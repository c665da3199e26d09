"""Vocabulary of honest titles: nothing here is anybody's name, much of it looks like a trick at first sight."""

from __future__ import annotations

from disguises.case import words

HANS = {
    "opening": words(
        """
        夏季新款 2026春季 厂家直发 【包邮】 ★热卖★ ◆现货◆ 新·款 ✨上新✨ 新_款 （现货） 🔥夏日🔥 包·邮 ❤送礼❤ 跨境 小众 ins风 学生党
        N款可选
        """
    ),
    "quality": words(
        """
        加厚 耐磨 耐热 耐高温 透气 轻便 简约 复古 纯棉 磨砂 防滑 大容量 可折叠 北欧风 手工 素色 条纹 双层 静音 便携 速干 高弹 哑光 竹制
        304不锈钢 奇异果绿 香槟色 古铜色 驰骋红
        """
    ),
    "trap": [
        "S M L XL",
        "A B C 三款",
        "KM-007",
        "黑/白/红",
        "黑·白·灰",
        "1.5L",
        "10*20cm",
        "第1页有说明",
        "第①步撕膜",
        "第一次使用请清洗",
        "N95级滤纸",
        "1:1比例",
        "36-37-38-39",
        "（颜色备注）",
        "24h发货",
        "XL/2XL/3XL",
        "5-8岁",
        "2/4/6只装",
        "V领A字",
        "T型Y型",
        "O-U-C扣",
        "３件套",
        "２０２６款",
        "①黑②白③灰",
        "新 款 上 市",
        "限 时 秒 杀",
        "热 卖 中",
        "包 邮",
        "♥情侣♥",
        "🐱图案",
        "🍎红",
        "长*宽*高",
        "买2送1",
        "IPX4",
        "RGB灯",
        "TPU+PC",
        "zhusha红",
        "piaoliang款",
        "nice风",
        "OK扣",
        "DIY",
        "No.12色",
        "№3",
        "X-08",
        "QX-3301B",
        "HY 2209",
        "JS_66",
        "M6×30",
        "1/2接口",
        "±1cm误差",
        "建议最好手洗",
        "最大承重20kg",
        "一家三口",
        "亲子·全家",
        "送-运费险",
        "男~女",
        "加.厚.款",
    ],
    "closing": words(
        """
        黑色 白色 两只装 三色可选 均码 现货 当天发 家用 宿舍 户外 通勤 儿童 男女 男 女 大号 小号 送收纳袋 可定制刻字
        """
    ),
}
HANT = {
    "opening": words(
        """
        夏季新款 【現貨】 ★熱賣★ 台灣出貨 2026春季 ◆免運◆ 全新 ✨新品✨ 學生 日系 （預購） 生日禮物
        """
    ),
    "quality": words(
        """
        加厚 耐磨 耐熱 透氣 輕便 簡約 復古 純棉 霧面 防滑 大容量 可摺疊 手工 素色 條紋 雙層 靜音 速乾 竹製 香檳色 奇異果綠
        """
    ),
    "trap": [
        "S M L XL",
        "A B C 三款",
        "黑/白/紅",
        "黑·白·灰",
        "1.5L",
        "10*20cm",
        "第1頁有說明",
        "第①步撕膜",
        "第一次使用請清洗",
        "24H出貨",
        "XL/2XL",
        "2入/4入",
        "３件組",
        "新 款 上 市",
        "免 運",
        "♥情侶♥",
        "🐱圖案",
        "買2送1",
        "X-08",
        "QX-3301B",
        "JS_66",
        "建議最好手洗",
        "最大承重20kg",
        "男~女",
        "亲子親子同樂",
        "1:1比例",
        "NO.12色",
        "DIY",
    ],
    "closing": words(
        """
        黑色 白色 兩入 三色可選 均碼 現貨 家用 宿舍 戶外 通勤 兒童 男女 大號 小號 可刻字
        """
    ),
}
EN = {
    "opening": [
        "New",
        "2026",
        "Vintage",
        "Handmade",
        "Set of 2",
        "Men's",
        "Women's",
        "Kids",
        "Large",
        "Mini",
        "Nice",
        "Unbranded",
        "Spare",
        "Lot of 10",
    ],
    "quality": [
        "lightweight",
        "matte black",
        "cotton",
        "foldable",
        "non-slip",
        "stainless steel",
        "wooden",
        "striped",
        "quiet",
        "waterproof",
        "apple green",
    ],
    "trap": [
        "S/M/L/XL",
        "A-B-C set",
        "KM-007",
        "1:1 scale",
        "X-08",
        "10 x 20 cm",
        "1.5L",
        "N I C E print",
        "L-O-V-E letters",
        "5-in-1",
        "No. 12",
        "2-pack",
        "size 36-40",
        "USB-C",
        "3D",
        "T-shaped",
        "U.S. plug",
        "P.S. card",
        "O-ring",
        "24/7",
        "apply evenly",
        "with channel clip",
        "niche style letters",
        "D.I.Y. kit",
        "QX-3301B",
        "JS_66",
        "★ ★ ★",
        "(see chart)",
        "M6*30",
        "café brown",
        "crème white",
        "w/ lid",
        "~50 pcs",
        "Type A",
        "Step 1 / Step 2",
        "B&W photo print",
        "no knife needed",
        "bike friendly",
    ],
    "closing": [
        "ships today",
        "with box",
        "for home",
        "for office",
        "free shipping",
        "blue",
        "gift",
        "in stock",
        "two colors",
        "one size",
        "adjustable",
    ],
}
TITLES = {
    "hans": [
        "{opening}{goods}{quality}{trap}{closing}",
        "{goods} {trap} {quality} {closing}",
        "{opening} {quality}{goods} {closing} {trap}",
        "{goods}{quality}，{trap}，{closing}",
    ],
    "hant": ["{opening} {goods} {quality} {trap} {closing}", "{goods} {trap} {quality}", "{opening}{quality}{goods} {closing} {trap}"],
    "en": ["{opening} {quality} {goods}, {trap}, {closing}", "{goods} {trap} {quality} {closing}", "{opening} {goods} {closing} {trap}"],
}
PAGES = [
    "<h2>{goods}</h2><p>{quality}，{closing}</p><table><tr><td>规格</td><td>{trap}</td></tr></table>",
    '<img src="1.jpg" alt="{goods}正面图"><p>{quality} {trap}</p>',
    "<ul><li>{goods}</li><li>{quality}</li><li>{trap}</li></ul><!-- 详情 -->",
    '<p style="color:#333;font-size:14px">{goods}&nbsp;{quality}</p><br><b>{closing}</b>',
    '<div style="display:none">page-id-20931</div><p>{goods}：{trap}</p>',
    "<p>{goods} <i>{quality}</i> &times; 2</p><a href='#'>{closing}</a>",
]
