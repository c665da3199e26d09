"""Syllables of Mandarin and common characters that are read so (tones apart), written by hand: characters with one usual reading only."""

from __future__ import annotations

TABLE = """
a 啊锕 ai 爱艾埃哎矮碍唉 an 安岸案暗鞍按 ang 昂肮 ao 奥傲澳袄熬鳌 ba 巴芭霸爸吧笆拔 bai 百佰拜白摆柏败 ban 班斑板半搬版 bang 邦帮榜棒
bao 宝保包饱报抱豹堡 bei 贝倍蓓北备背悲 ben 本奔笨 bi 比碧笔币必毕壁彼 bian 变编边便 biao 标彪飙镖 bin 宾斌彬滨缤 bing 冰兵丙饼
bo 波博播玻勃帛菠铂 bu 布步部不补捕 cai 彩采菜才财 can 灿餐惨残 cang 苍仓舱 cao 草曹操糙 ce 策侧测册 chang 昌畅常场厂 chao 超潮巢朝抄
che 车彻撤 chen 晨臣陈辰尘 cheng 诚程成城呈 chi 驰池弛持尺赤齿 chong 充冲虫崇 chu 楚初础出储 chuan 川船穿串 chun 春纯醇唇 ci 慈词瓷磁
cong 聪匆葱 da 达答打搭大 dai 黛戴带代岱 dan 丹单担淡蛋 dang 当档荡 dao 岛道倒导 de 德得锝 deng 登灯邓等 di 迪帝笛蒂地弟底第滴
dian 电店点典 die 蝶碟谍叠 ding 丁鼎顶定钉 dong 东冬栋动懂 dou 豆斗抖 du 杜渡度毒独肚 duan 段端短 dui 队对兑 dun 敦墩盾顿 duo 多朵夺躲
e 鹅娥额俄 en 恩 er 儿耳尔二而 fa 发法罚乏 fan 凡帆范梵饭烦 fang 方芳房仿 fei 菲飞非妃绯肥斐 fen 芬分粉纷奋 feng 风枫峰丰凤蜂 fo 佛
fu 福夫富芙弗伏服浮 gai 盖改丐 gan 甘干肝感 gang 钢港刚 gao 高糕膏搞 ge 哥歌格戈阁鸽 gen 根跟 gong 公工宫弓功 gou 狗沟购钩
gu 古谷鼓骨故顾 gua 瓜刮挂 guan 冠官关观馆 guang 光广逛 gui 桂贵归龟 guo 国果过锅 ha 哈蛤 hai 海孩害亥 han 汉翰寒韩含 hang 航杭
hao 豪好浩皓毫 he 和河禾贺荷赫盒 hei 黑嘿 hen 恒很痕 heng 恒衡横亨 hong 红宏虹鸿洪 hou 侯猴厚后 hu 虎湖狐胡护壶 hua 花华化画滑
huan 欢环幻焕 huang 皇黄凰煌 hui 惠慧辉汇灰回 huo 火伙货霍获 ji 吉鸡基机极集级寄 jia 佳嘉家加甲夹 jian 健剑建简坚间 jiang 江姜讲奖酱
jiao 娇骄交胶焦教 jie 洁杰捷结节姐 jin 金今锦津劲近 jing 晶精京静镜景 jiu 九久酒舅救 ju 巨菊居聚橘 juan 娟卷捐 jue 爵决绝觉
jun 君军俊骏 ka 卡咖咔 kai 凯开恺慨楷 kan 坎看刊 kang 康抗慷糠 kao 考烤靠 ke 克科柯可客珂渴课壳 ken 肯垦恳啃 kong 孔空控恐 kou 口扣寇蔻
ku 酷库苦哭裤 kua 跨夸垮 kuai 快块筷 kuan 宽款 kuang 狂矿框 kui 魁葵奎亏 kun 昆坤困 la 拉啦辣腊蜡 lai 莱来赖籁 lan 兰蓝岚澜懒览
lang 浪郎朗狼 lao 老劳佬牢 le 勒乐仂 lei 雷蕾垒泪类 leng 冷愣棱 li 力利丽莉李立里理厘黎梨栗 lian 莲联恋连脸 liang 良亮凉粮
liao 料辽疗聊 lie 列烈猎裂 lin 林琳霖邻淋 ling 灵玲零铃岭令 liu 流六留柳刘 long 龙隆珑笼聋 lou 楼漏娄 lu 路鲁露鹿卢陆录 luan 乱卵峦
lun 伦轮仑论 luo 罗洛萝骡落锣 lv 绿旅律铝 ma 马玛码麻妈 mai 迈麦买卖脉 man 曼蔓漫满慢 mang 芒忙盲 mao 猫茂貌毛帽 mei 美梅玫媚魅妹
men 门们 meng 梦盟蒙孟萌 mi 米蜜密秘迷 mian 棉绵免面 miao 妙苗秒庙 min 敏民闽 ming 明名铭鸣 mo 摩魔莫沫墨膜 mu 木牧沐慕穆母
na 娜纳那拿哪 nai 奈耐奶乃 nan 南男楠难 nao 脑闹恼 nei 内馁 neng 能 ni 妮尼泥你霓腻 nian 年念黏 niao 鸟袅 nie 聂捏镍 ning 宁柠凝
niu 牛纽扭 nong 农浓弄 nu 奴努怒 nv 女 nuo 诺糯挪 ou 欧偶藕鸥 pa 帕怕爬 pai 派拍牌 pan 潘盘攀判 pang 胖庞旁 pao 跑泡炮 pei 佩培沛配
peng 鹏朋彭蓬 pi 皮匹披屁 pian 片骗篇 piao 飘漂票 pin 品拼贫 ping 平萍苹屏 po 婆坡破 pu 普浦蒲朴铺谱 qi 奇琪旗齐七气启企琦
qian 千倩乾钱谦 qiang 强枪墙 qiao 桥巧俏侨 qin 琴秦勤亲 qing 清青情晴轻 qiu 秋球丘邱 qu 趣区曲 quan 全泉权拳 que 雀缺确 ran 然燃冉
re 热惹 ren 人仁任忍 ri 日 rong 荣容蓉融 rou 柔肉揉 ru 如茹儒入 ruan 软阮 rui 瑞锐睿蕊 ruo 若弱 sa 萨洒撒 sai 赛塞腮 san 三伞
sang 桑嗓丧 sen 森 sha 莎沙纱砂杀 shan 山珊杉闪善 shang 上尚商伤 shao 少绍烧 she 蛇设射 shen 神深申身 sheng 生圣胜声升
shi 诗施士仕师狮时石史世示 shou 手首守兽 shu 舒书树叔淑 shuai 帅甩 shuang 双爽霜 shui 水睡 si 丝思司斯私撕寺四 song 松宋送 su 苏素速宿
suo 索锁所 ta 塔踏她他 tai 泰太台钛 tan 坦谭探炭 tang 唐汤堂糖棠 tao 陶桃涛套 te 特忒 teng 腾藤疼 ti 缇提题体替 tian 天田甜添
tie 铁贴帖 ting 婷庭亭停听 tong 通同童桐 tou 头投偷 tu 图兔途土涂 tuo 托拖妥驼 wa 瓦哇娃蛙 wai 外歪 wan 万碗玩湾晚 wang 王旺望网汪
wei 威维薇唯伟卫味微 wen 文温纹闻 wo 沃我卧握 wu 五武舞无物务伍 xi 希西喜溪熙洗席 xia 夏霞侠下 xian 仙贤鲜先线 xiang 香湘翔象祥
xiao 晓笑萧小肖 xie 协谢鞋写 xin 欣新心馨信辛 xing 星兴幸杏 xiong 雄熊兄胸 xiu 秀修休绣 xu 旭绪许需徐 xuan 轩璇宣选 xue 雪学靴穴
xun 迅训寻讯 ya 雅亚娅芽鸭牙 yan 颜妍岩研炎燕艳 yang 阳洋杨扬羊 yao 瑶遥药尧妖 ye 叶野夜业爷 yi 伊依怡艺易衣医益义宜 yin 银音茵印因
ying 英鹰莹影赢迎 yong 永勇咏 you 优友悠油游佑 yu 玉宇雨鱼羽语育御 yuan 源园元圆缘苑 yue 月悦跃越 yun 云韵芸运 za 杂砸 zao 早枣造
ze 泽则择 zha 炸渣扎 zhan 战站展占 zhang 张章掌 zhao 昭赵兆 zhe 哲者浙折 zhen 真珍贞镇 zheng 正政郑 zhi 芝之智志致指治纸 zhong 中钟忠
zhou 周州舟洲 zhu 珠竹朱主 zhuang 庄装壮 zhuo 卓桌捉 zi 紫姿资子字 zong 宗棕综 zu 祖足族阻 zuo 左佐作坐 zui 最醉罪蕞嘴
"""
SYLLABLES = dict(zip((words := TABLE.split())[::2], words[1::2], strict=True))
READING = {char: syllable for syllable, chars in reversed(SYLLABLES.items()) for char in chars}
# Initials and finals that many speakers do not tell apart.
NEAR_INITIALS = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f")]
NEAR_FINALS = [("ing", "in"), ("eng", "en"), ("ang", "an"), ("iang", "ian"), ("uang", "uan")]


def alike(char: str) -> str:
    """Give the other characters of the same syllable."""
    return SYLLABLES[READING[char]].replace(char, "") if char in READING else ""


def nearly_alike(char: str) -> str:
    """Give the characters of syllables that are often mixed up with this character's own: 林 → 灵, 诗 → 丝."""
    syllable = READING.get(char, "")
    found = ""
    for one, other in NEAR_INITIALS:
        for old, new in ((one, other), (other, one)):
            if syllable.startswith(old) and not (len(old) == 1 and syllable.startswith(old + "h")):
                found += SYLLABLES.get(new + syllable[len(old) :], "")
    for one, other in NEAR_FINALS:
        for old, new in ((one, other), (other, one)):
            if syllable.endswith(old):
                found += SYLLABLES.get(syllable[: -len(old)] + new, "")
    return found
