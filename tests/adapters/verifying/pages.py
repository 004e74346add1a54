"""Records of Qinghe's texts, pages made of them, and both kinds of change: of one character, and of nothing but the form."""

import functools
import html
import io
import random
import re
from collections.abc import Callable

import docx

from huitang.adapters.signing import canonical
from huitang.adapters.texts.web_page import read_web_page
from huitang.adapters.verifying.trusted import TrustedRecord, read_record

SOURCE = "清河镇人民代表大会"
LETTERS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
)
DIGITS = "0123456789"
SIGNS = "，。、：；（）《》"
BLANKS = (" ", "  ", "\n", "\t", "\u3000", "\u00a0", "\n\n  ")
INVISIBLE = ("\u200b", "\u200c", "\ufeff", "\u00ad")


def record_of(title: str, blocks: list[dict], **more) -> TrustedRecord:
    return read_record(bytes_of(title, blocks, **more))


def bytes_of(title: str, blocks: list[dict], **more) -> bytes:
    site = {"town": "清河镇", "site_id": "qinghe.example"}
    told = {"title": title, "blocks": blocks, "source": SOURCE, "version": 1, "number": None, **site, **more}
    return canonical.canonical_bytes(told)


def p(text: str) -> dict:
    return {"type": "p", "text": text}


ANNOUNCED = {
    "type": "table",
    "caption": "得票情况",
    "head": ["姓名", "得票", "结果"],
    "rows": [["陆文清", "70", "当选"], ["方志远", "17", "未当选"]],
}
SIGNED = {"type": "signature", "organ": "清河镇第六届人民代表大会第八次会议主席团", "day": "2025年4月1日"}
ANNOUNCEMENT = record_of(
    "清河镇第六届人民代表大会公告",
    [
        p("清河镇第六届人民代表大会第八次会议于2025年4月1日补选陆文清为清河镇人民政府副镇长。"),
        ANNOUNCED,
        p("现予公告。"),
        SIGNED,
    ],
    number=1,
)
RESOLUTION = record_of(
    "清河镇第六届人民代表大会第八次会议关于政府工作报告的决议",
    [
        {"type": "note", "text": "（2025年4月1日清河镇第六届人民代表大会第八次会议通过）"},
        p("清河镇第六届人民代表大会第八次会议听取和审议了清河镇人民政府镇长所作的政府工作报告。"),
        p("会议充分肯定镇人民政府过去一年的工作，同意报告提出的2025年工作安排，决定予以批准。"),
    ],
)
NEWS = record_of(
    "清河镇第六届人民代表大会第八次会议召开",
    [
        p(
            "3月31日至4月1日，清河镇第六届人民代表大会第八次会议召开。会议应到代表95名，因事、因病请假3名，实到代表91名，符合法定人数。"
        ),
        p(
            "会议听取和审议了《关于2024年民生实事项目推进情况的报告》，审查和批准了《关于清河镇2024年财政决算的报告》《关于清河镇2025年预算草案的报告》。"
        ),
        {"type": "h", "text": "票决民生实事项目"},
        p(
            "会议以无记名投票的方式，从12个候选项目中票决产生10个民生实事项目：\n一、南街老旧小区改造；\n二、镇卫生院发热门诊；\n三、清河小学操场。"
        ),
        p("会议补选陆文清为清河镇人民政府副镇长。全体代表一致表示，要依法履职，为民代言。"),
    ],
)
RECORDS = (ANNOUNCEMENT, RESOLUTION, NEWS)
ANSWERS = {
    "1　关于修河西路的建议": (
        "提出：陆文清。承办：规划建设办。办理结果：已经解决。",
        "河西路已列入今年计划，九月底前完工通车。",
    ),
    "2　关于增加垃圾桶的建议": (
        "提出：方志远。承办：社会事务办。办理结果：正在解决。",
        "已在三个村各添二十只，其余年底前放到位。",
    ),
    "3　关于校车站点的建议": (
        "提出：何志明。承办：镇中心学校。办理结果：列入计划。",
        "下学期起在柳树村口增设一处上下车的站点。",
    ),
    "4　关于水渠清淤的建议": (
        "提出：宋平。承办：农业农村办。办理结果：已经解决。",
        "四公里水渠已经清完，验收后交各村管护。",
    ),
}
SUGGESTIONS = record_of(
    "清河镇人大代表建议办理情况公开",
    [
        p("经提出建议的代表同意，公开建议和答复4件。"),
        *(
            block
            for title, texts in ANSWERS.items()
            for block in ({"type": "h", "text": title}, *(p(text) for text in texts))
        ),
    ],
    kind="SUGGESTIONS",
)


def suggestion_pages() -> list[tuple[str, str, str]]:
    """Texts, what is said of each, and which title it is held against: a part has an address of its own."""
    whole, third = SUGGESTIONS.title, SUGGESTIONS.parts[2]
    page, own = page_of(SUGGESTIONS), page_of(third)
    return [
        (page, "OURS_WHOLE", whole),
        (page.replace("柳树村口", "柳树村外"), "OURS_ALTERED", whole),
        (page.replace("河西路", "东桥路").replace("二十只", "两只"), "OURS_ALTERED", whole),
        (own, "OURS_WHOLE", third.title),
        (own.replace("柳树村口", "柳树村外"), "OURS_ALTERED", third.title),
        (own.replace("校车站点的", "赌场网址的"), "OURS_ALTERED", third.title),
        (own.replace("何志明。", "何志明。星湖国际官网。"), "OURS_ALTERED", third.title),
    ]


def page_of(record: TrustedRecord) -> str:
    """A page as the portal draws it."""
    number = record.told.get("number")
    parts = [
        f"<h1>{record.title}</h1>",
        f'<p class="number-line">（第{number}号）</p>' if number else "",
        '<p class="source-line"><span>来源：清河镇人民代表大会</span><span>发布时间：2025-04-01 11:32:07</span><span>第 1 版</span></p>',
        '<div class="article-body">',
        *(_block(block) for block in record.told["blocks"]),
        "</div>",
    ]
    return (
        f"<!doctype html><html><head><title>{record.title}</title></head><body><header><nav><a>首页</a> › <a>第八次会议</a></nav></header>"
        f"<main><article>{''.join(parts)}<footer><p>校验码 7k3qm-9x2ad</p><p>上一篇：清河镇第六届人民代表大会公告</p></footer></article></main>"
        "<footer><p>清河镇人民代表大会主办</p></footer></body></html>"
    )


def _block(block: dict) -> str:
    if block["type"] == "table":
        head = "".join(f"<th>{cell}</th>" for cell in block["head"])
        rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in block["rows"])
        return (
            f"<table><caption>{block['caption']}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )
    if block["type"] == "signature":
        return f'<p class="signature">{block["organ"]}<br>{block["day"]}</p>'
    return f"<p>{html.escape(block['text']).replace(chr(10), '<br>')}</p>"


# what may stand between the title and the text

FACTS = f"<span>来源：{SOURCE}</span><span>发布时间：2025-04-01 11:32:07</span>"
NAMES = [
    ("张三", "李四"),
    ("欧阳文清", "古丽·买买提"),
    ("阿不都热合曼·买买提江", "办公室"),
    ("John Smith", "Mary-Anne O’Neil"),
    ("J. R. Smith", "José Álvarez"),
    ("王小明、李四", "清河镇人大办公室"),
    ("人大办公室", "清河镇人民代表大会主席团"),
    ("𠮷野川", "万仁"),
]
HIDDEN = [
    "编辑：某某博彩平台",
    "编辑：星湖大赌场_星湖国际官网",
    "编辑：xinghu.com",
    "编辑：www.xinghu.com",
    "作者：加微信一二三四五六",
    "编辑：张三 审核：李四 编辑：博彩平台",
    "编辑：张三点此进入星湖官网",
    "审核：13800138000元到账",
    "网址：星湖官网",
]
HEADER = (
    "<table><tr><th>索引号</th><td>qinghe.example/2025-00005</td><th>信息分类</th><td>公告</td></tr>"
    f"<tr><th>发布机构</th><td>{SOURCE}</td><th>公告号</th><td>无</td></tr>"
    "<tr><th>成文日期</th><td>2025年4月1日</td><th>发布日期</th><td>2025-04-01</td></tr>"
    "<tr><th>有效性</th><td colspan=3>现行有效</td></tr></table>"
)


def below_title(page: str, words: str) -> str:
    """In the place of the line of facts."""
    return re.sub(r'<p class="source-line">.*?</p>', lambda _: words, page, flags=re.DOTALL)


def named(page: str, editor: str, reviewer: str, *, edited: str = "编辑", reviewed: str = "审核") -> str:
    names = f"<span>{edited}：{editor}</span><span>{reviewed}：{reviewer}</span><span>第 1 版</span>"
    return below_title(page, f'<p class="source-line">{FACTS}{names}</p>')


# one character


def alter(record: TrustedRecord, page: str, chance: random.Random) -> tuple[str, int] | None:
    """The page with one character of the text replaced, put in or taken out, and the piece it is in."""
    piece = chance.randrange(len(record.pieces))
    places = find_piece(record, page, piece)
    if places is None:
        return None
    at = chance.choice(places)
    made = change(page, at, chance)
    return (made, piece) if made else None


def change(page: str, at: int, chance: random.Random) -> str | None:
    """One character replaced, put in or taken out; None where that would change nothing."""
    other = chance.choice([letter for letter in LETTERS + DIGITS + SIGNS if letter not in (page[at], page[at - 1])])
    altered = {
        "replaced": page[:at] + other + page[at + 1 :],
        "put in": page[:at] + other + page[at:],
        "put in after": page[: at + 1] + other + page[at + 1 :] if other != page[at + 1] else None,
        "taken out": page[:at] + page[at + 1 :],
    }
    return altered[chance.choice(list(altered))]


def find_piece(record: TrustedRecord, page: str, piece: int) -> list[int] | None:
    """Where each letter of a piece stands in the article, cells and all, found in order from its head."""
    places, found, at = words_of(page), -1, 0
    words = "".join(page[place] for place in places)
    for told in record.pieces[: piece + 1]:
        bare = html.escape("".join(told.split()))
        found = words.find(bare, at)
        at = found + len(bare) if found >= 0 else at
    return places[found:at] if found >= 0 else None


@functools.lru_cache(maxsize=64)
def words_of(page: str, *, drawn: str = r'<figure class="chart">.*?</figure>') -> list[int]:
    """Where the letters of an article stand; what is around charts repeats their tables and is left out, and so is what tags hold."""
    for pattern in (r"^.*?(?=<h1)", drawn, r"<[^<>]*>"):
        page = re.sub(pattern, lambda found: " " * len(found[0]), page, flags=re.DOTALL)
    return [at for at, letter in enumerate(page) if not letter.isspace()]


# nothing but the form


def blanks(page: str, chance: random.Random) -> str:
    """White space of all kinds between letters that are neither figures nor Latin."""
    return _in_words(page, lambda words: _sprinkle(words, BLANKS, chance))


def invisible(page: str, chance: random.Random) -> str:
    return _in_words(page, lambda words: _sprinkle(words, INVISIBLE, chance))


def wrapped_lines(page: str, chance: random.Random) -> str:
    return _in_words(page, lambda words: _sprinkle(words, ("<br>", "<br/>\n"), chance, share=40))


def spans(page: str, chance: random.Random) -> str:
    """Words in inline tags, as editors leave them."""

    def dress(words: str) -> str:
        if len(words) < 4:
            return words
        a, b = sorted(chance.sample(range(len(words) + 1), 2))
        tag = chance.choice(['span style="font-size:16px"', "b", "font", "span lang=EN-US", "a href='#'"])
        return f"{words[:a]}<{tag}>{words[a:b]}</{tag.split()[0]}>{words[b:]}"

    return _in_words(page, dress)


def attributes(page: str, chance: random.Random) -> str:
    def dress(tag: re.Match[str]) -> str:
        return f'<{tag[1]} class="c{chance.randrange(99)}" style="line-height: 2em; text-indent: 2em"{tag[2]}>'

    return re.sub(r"<(p|div|h1|td|th|table|span)\b([^>]*)>", dress, page)


def entities(page: str, chance: random.Random) -> str:
    return _in_words(page, lambda words: "".join(f"&#{ord(c)};" if chance.random() < 0.3 else c for c in words))


def font_sizes(page: str, chance: random.Random) -> str:
    tools = chance.choice(
        [
            "字体：【<a>大</a> <a>中</a> <a>小</a>】",
            "字号： 大 中 小",
            "A+ A A- <b>打印</b> 关闭",
            "[打印] [收藏] [分享]",
        ]
    )
    return page.replace(
        '<div class="article-body">', f'<div class="tools">{tools}</div><div class="article-body big">', 1
    )


def other_site(page: str, chance: random.Random) -> str:
    """The article in the frame of a county's content management system."""
    article = page[page.index("<h1") : page.index("<footer", page.index("<h1"))]
    article = re.sub(r'<p class="source-line">.*?</p>', _line_of_facts(chance), article, flags=re.DOTALL)
    return (
        "<html><head><meta charset=utf-8><title>清河县人民政府</title></head><body><div>无障碍阅读 | 长者模式 | 繁體</div>"
        "<div>首页 政务公开 政务服务 互动交流</div><div>当前位置：<a>首页</a> &gt; 会议公告</div>"
        f"<table><tr><td>{article}</td></tr></table><div>扫一扫在手机打开当前页</div><div>分享到：微信 微博</div>"
        "<div>【打印】 【关闭】</div><div>主办：清河县人民政府办公室 ICP备00000000号</div></body></html>"
    )


def _line_of_facts(chance: random.Random) -> str:
    shapes = [
        "<div>来源：清河镇人民代表大会　发布时间：2025-04-01 11:32:07　访问量：{n}</div>",
        "<div>发布日期：2025-04-01</div><div>浏览次数：{n}次</div><div>字体：[大 中 小]</div>",
        "<ul><li>索引号：330521/2025-00{n}</li><li>发布机构：清河镇人民代表大会</li></ul>",
        "",
    ]
    return chance.choice(shapes).format(n=chance.randrange(9999))


def pasted(page: str, chance: random.Random) -> str:
    """As it is copied out of a browser and saved as a text."""
    lines = [line.strip() for line in read_web_page(page.encode()).text.splitlines() if line.strip()]
    return chance.choice(["\n", "\r\n", "\n\n"]).join(lines)


def word_file(page: str, chance: random.Random) -> bytes:
    document = docx.Document()
    for line in filter(None, pasted(page, chance).splitlines()):
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


REFORMATTINGS: dict[str, Callable[[str, random.Random], str | bytes]] = {
    "white space": blanks,
    "invisible characters": invisible,
    "line breaks": wrapped_lines,
    "inline tags": spans,
    "attributes": attributes,
    "entities": entities,
    "sizes of type": font_sizes,
    "another site": other_site,
    "pasted": pasted,
    "another site, pasted": lambda page, chance: pasted(other_site(page, chance), chance),
    "Word file": word_file,
    "all at once": lambda page, chance: other_site(spans(attributes(blanks(page, chance), chance), chance), chance),
}


def _in_words(page: str, change: Callable[[str], str]) -> str:
    """Change what is written between the tags of the article; words with a sign of HTML stay, since half a sign is another text."""
    head, article = page[: page.index("<h1")], page[page.index("<h1") :]
    return head + re.sub(r">([^<>]+)<", lambda m: m[0] if "&" in m[1] else f">{change(m[1])}<", article)


def _sprinkle(words: str, what: tuple[str, ...], chance: random.Random, *, share: int = 8) -> str:
    made = []
    for before, letter in zip(f" {words}", words, strict=False):
        is_in_word = before.isascii() or letter.isascii()
        made.append(letter if is_in_word or chance.randrange(share) else chance.choice(what) + letter)
    return "".join(made)
