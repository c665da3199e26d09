"""Descriptions with honest tags, English titles and signs of other scripts, written by hand."""

from __future__ import annotations

PAGES_AND_ENGLISH = """
<p>规格：10*20cm</p><table><tr><td>颜色</td><td>黑/白</td></tr></table>
<img src="1.jpg" alt="木质相框正面图"><p>松木</p>
<img src="2.jpg" alt="尺码表"><img src="3.jpg" alt="细节图">
<ul><li>S</li><li>M</li><li>L</li></ul>
<b>注</b><b>意</b>：轻拿轻放
<p style="color:#333">纯棉 面料 柔软</p>
<div style="font-size:14px">洗涤说明：手洗</div>
<span style="display:none">tracking</span><p>竹制砧板</p>
<!-- 图片区 --><p>陶瓷碗 4.5寸</p>
<p>step&nbsp;1：打开&nbsp;盒盖</p>
<p>宽&times;高：30&times;40</p>
<font color="red">收藏加购</font><p>棉麻桌布</p>
<h1>收&nbsp;纳&nbsp;箱</h1><p>加厚</p>
<p>soft&shy;ware manual for kitchen scale</p>
<a href="#size">尺码</a><p>见表</p>
<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td>10</td><td>20</td><td>30</td></tr></table>
<p>防水等级 IPX4</p><br><p>容量 500ml</p>
<p>材质：304 不锈钢 <i>（内胆）</i></p>
<div align="center">— 产 品 参 数 —</div>
<p>第1步 → 第2步 → 第3步</p>
<p>What is in the box: 1 x lamp, 1 x cable</p>
<img alt="" src="blank.gif"><p>Linen curtain</p>
<p>Care: wash at 30&deg;C</p>
<p>T&amp;C apply, see shop page</p>
Nice and easy potato peeler
Apply evenly and let dry, wood glue
Channel 5 remote control holder
Chanelling energy crystal book
Gucchi is my dog, custom name tag
Door mat I N D O O R
L-O-V-E letter banner
S M I L E sticker pack
A-B-C alphabet blocks wooden
D.I.Y. candle kit
U.S.B. style plug cover
X-L size rain coat
1-2-3 counting toy
Size 5.5 / 6 / 6.5 baby socks
B0X of 12 pencils
LEVEL 0 to 10 dial for stove
M8 x 1.25 bolt
WD 45 wood door stop
R2-7 spare screw
CK-201 sewing pattern
AJ-9 paper punch
LV-220 low voltage switch
CD case blank for 12 discs
TB-3 terminal block
GG-5 glass gauge
NB-IoT sim tray
MK-II bracket
BV certificate frame A4
D&G initials custom mug for Dan and Grace
M&M initials wedding napkins
H & S custom stamp
Adi's handmade soap
Ad hoc label printer paper
Adder snake plush
Reed box for clarinet
Rebook your appointment planner
Convert units chart
Asic miner shelf
Colombia coffee beans
Patio and garden lamp
Northern face of the mountain photo print
Rolled steel hook
Omegas of biology, textbook
Cartoon cat sticker
Car tire valve cap
Card tier organiser
Long lines fishing reel
Tiff any image converter manual
Tiff file printing service
Blueberry candle
Prayed over rosary
Parade flag
Fender bender joke mug
Vent filter for dryer
Given name necklace
Give and take card game
Balance board for kids
Balancing stone set
New balanced diet cook book
Convex mirror for garage
Kitty litter scoop
Legs of table, set of 4
Sunny side egg pan
Some sung hymns book
Sam sang at the wedding photo book
Apples and pears fruit net
Micro soft towel
Deli slicer guard
Hop vines seed
Cannon toy for kids
Boss babe mug
Bows and ribbons
Dice on a tray
Dyes on cotton, tie dye kit
Philip's name plaque
Gaming chair cushion
Swatches of fabric
Swat team costume kids
Tag her photo booth sign
Citizens band antenna mount
Garment bag for suits
Visa photo paper 2x2
Coca leaf free tea
Pop corn bucket
Kid cat toy
Dura ex libris stamp
Pampered pet shampoo bowl
Hug geese print
手工皂 · 薰衣草 · 100g
棉 | 麻 | 丝 布料 小样
1、打开 2、放入 3、合上
（一）（二）（三） 教学卡
①②③④⑤ 数字贴纸
㎡ ㎝ ㎏ 单位 换算表
℃ 温度计 室内
№ 编号 标签 空白
→ 左 右 ← 指示牌
½ 量勺 ¼ 量杯
Ⅰ Ⅱ Ⅲ 级 罗马数字 钟
α β γ 希腊字母 贴
Привет 俄语 字母 冰箱贴
café 咖啡 馆 木牌
naïve 艺术 海报
crème brûlée 烤碗
jalapeño 辣椒 种子
über 德语 书
El Niño 气象 挂图
résumé 文件夹
""".strip().split("\n")
