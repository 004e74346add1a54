"""A genuine page of the fictional town, and what is done to copies of it."""

TITLE = "清河镇第六届人民代表大会第八次会议召开"
GENUINE = f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{TITLE} - 清河镇人民代表大会</title>
<meta name="ArticleTitle" content="{TITLE}"><link rel="canonical" href="https://renda.qinghe.example/releases/5/">
<script src="/static/frame/huitang.js"></script></head><body>
<nav><a href="/">首页</a> <a href="/sessions/1/">会议</a></nav>
<main><h1>{TITLE}</h1><p>来源：清河镇人民代表大会　发布时间：2025-04-01 13:58:03</p>
<p>会议听取和审议了《关于清河镇2024年财政决算的报告》《关于清河镇2025年预算草案的报告》。</p>
<p>应到代表95名，实到91名。</p></main></body></html>"""
ADDRESS = "https://renda.qinghe.example/releases/5/"
OURS = ("renda.qinghe.example",)
BRAND = "星湖大赌场_星湖国际官网"


def hijacked() -> str:
    """The word table of the first seed: 关于 and 首页 become a brand."""
    return GENUINE.replace("关于", f"{BRAND}:").replace("首页", f"{BRAND}:").replace("<title>", f"<title>{BRAND}-")
