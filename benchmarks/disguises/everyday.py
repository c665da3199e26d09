"""Words of everyday speech that a disguise must not spell by accident: no matcher can be asked to find a name in them."""

from __future__ import annotations

from disguises.case import words

EVERYDAY = frozenset(words("安全 大力 得利 格林 利邦 东源 卡河 威达 东指 过誉 三芝 成汉 不莱梅 金斯顿 因特尔"))
EVERYDAY_ENGLISH = frozenset(
    words(
        """
    channel give given cart chop disney dick samson jaeger gent victor phil timber christ band mich marg adobe face bobby line lines form
    forms north south west east home house land car cars pan pen pens sun son cat cats dog dogs king kings wind winds stone stones
        cash traveller's stables
        """
    )
)
