"""The look of a report in HTML: one style sheet whose every selector begins with `lgr`, so that nothing around a report changes.

Colours lean on the page around: text inherits its colour, grounds are translucent, and only small badges are solid. So a report can be
read on light and on dark ground without asking which it is, which notebooks answer each in their own way.
"""

from __future__ import annotations

from typing import Final

__all__ = ["REPORT"]

#: For a report, wherever it stands.
REPORT: Final = """
.lgr{--lgr:102,112,133;color:inherit;font-size:14px;line-height:1.55;max-width:56rem;text-align:left}
.lgr .lgr-critical,.lgr .lgr-block{--lgr:161,18,38}
.lgr .lgr-high{--lgr:206,55,32}
.lgr .lgr-medium,.lgr .lgr-review{--lgr:165,103,0}
.lgr .lgr-low{--lgr:48,109,172}
.lgr .lgr-info,.lgr .lgr-excused{--lgr:102,112,133}
.lgr .lgr-pass{--lgr:18,122,74}
.lgr .lgr-badge{display:inline-block;background:rgb(var(--lgr));color:#fff;border-radius:3px;padding:0 .5em;font-size:.86em;font-weight:600;
line-height:1.6;white-space:nowrap}
.lgr .lgr-head{display:flex;flex-wrap:wrap;gap:.2em .8em;align-items:center}
.lgr .lgr-head .lgr-badge{font-size:1em;padding:.05em .7em;letter-spacing:.02em}
.lgr .lgr-score{font-weight:600}
.lgr .lgr-dim{opacity:.68}
.lgr .lgr-field{margin:.9em 0 0}
.lgr .lgr-name{font-size:.86em;font-weight:600;opacity:.68}
.lgr .lgr-text{margin:.2em 0 .5em;padding:.4em .75em;border-left:3px solid rgba(128,128,128,.45);background:rgba(128,128,128,.09);
font-size:1.07em;line-height:1.9;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
.lgr .lgr-text mark{background:rgba(var(--lgr),.22);border-bottom:2px solid rgb(var(--lgr));color:inherit;padding:.1em 0}
.lgr .lgr-text sup{font-size:.68em;line-height:0;margin:0 .15em 0 .1em;opacity:.75;user-select:none}
.lgr .lgr-x{border:1px solid currentColor;border-radius:3px;font-size:.72em;margin:0 .1em;opacity:.75;padding:0 .25em;white-space:nowrap}
.lgr .lgr-item{display:grid;grid-template-columns:1.9em 1fr;padding:.45em 0;border-top:1px solid rgba(128,128,128,.22)}
.lgr .lgr-text + .lgr-item{border-top:0}
.lgr .lgr-item > *{min-width:0;overflow-wrap:anywhere}
.lgr .lgr-number{font-variant-numeric:tabular-nums;opacity:.68;padding-top:.05em}
.lgr .lgr-kind{display:flex;flex-wrap:wrap;gap:.1em .6em;align-items:center}
.lgr .lgr-facts{display:grid;grid-template-columns:max-content 1fr;gap:.05em .9em;margin:.2em 0 0}
.lgr .lgr-facts > *{margin:0;min-width:0;overflow-wrap:anywhere}
.lgr .lgr-facts dt{font-size:.86em;font-weight:400;line-height:1.8;opacity:.68}
.lgr .lgr-facts dd{margin:0}
.lgr a{color:inherit;text-decoration:underline;text-decoration-color:rgba(128,128,128,.8);text-underline-offset:.18em}
.lgr del{text-decoration-color:rgb(206,55,32)}
.lgr ins{background:rgba(18,122,74,.2);text-decoration:none}
.lgr summary{cursor:pointer;font-size:.86em;opacity:.68}
.lgr ul{margin:.1em 0 .2em;padding-left:1.3em}
.lgr .lgr-more{border-top:1px solid rgba(128,128,128,.22);margin-top:.6em;padding-top:.5em}
"""
