"""Whatever parts a paper has, in whatever order: it is drawn, and every word of it is on a page."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huitang.adapters.papers.paper import (
    Addressee,
    Attachments,
    Blank,
    Face,
    Head,
    Heading,
    Imprint,
    Names,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    SignLines,
    Table,
    Title,
)
from huitang.adapters.papers.pdf import pdf_of
from tests.adapters.papers.printed import pages_of

words = st.text("清河镇第六届人民代表大会四次议，。《》（）、：“”2025年—…·䶮喆 *#$@\\", min_size=1, max_size=60)
names = st.lists(
    st.sampled_from(["王芳", "李建国", "阿不都热依木·买买提", "张䶮", "欧阳建华"]), min_size=1, max_size=20
).map(tuple)
rows = st.lists(st.lists(words, min_size=1, max_size=5).map(tuple), min_size=1, max_size=6).map(tuple)
blocks = st.one_of(
    st.builds(Title, words),
    st.builds(Note, words),
    st.builds(Heading, st.integers(1, 4), words),
    st.builds(
        Paragraph,
        st.lists(st.builds(Run, words, st.sampled_from(Face)), max_size=4).map(tuple),
        st.sampled_from(["justify", "left", "center", "right"]),
        st.booleans(),
    ),
    st.builds(Addressee, words),
    st.builds(Attachments, names),
    st.builds(Table, st.just(("甲", "乙")), rows, words, row_mm=st.sampled_from([0, 15])),
    st.builds(Table, st.just(()), rows),
    st.builds(Names, names, st.integers(1, 6)),
    st.builds(Signature, words.map(lambda text: text[:25]), st.just("2025年4月1日"), st.booleans()),
    st.builds(SignLines, names),
    st.builds(Blank, st.integers(1, 4)),
    st.just(PageBreak()),
)
papers = st.builds(
    Paper,
    st.just("会议文件"),
    st.lists(blocks, min_size=1, max_size=8).map(tuple),
    st.none() | st.builds(Head, words.map(lambda text: text[:20]), words, st.sampled_from(["", "林建国"])),
    st.sampled_from(["gbt9704", "local"]),
    st.booleans(),
)


def written(paper: Paper) -> Counter:
    texts = [text for block in paper.blocks for text in _texts(block)]
    if paper.head:
        texts += [paper.head.mark, paper.head.number, paper.head.signer]
    return Counter(_seen("".join(texts)))


def _texts(block) -> list[str]:
    match block:
        case Table():
            return [block.caption, *block.head, *(cell for row in block.rows for cell in row)]
        case Paragraph():
            return [block.text]
        case Names() | Attachments():
            return list(block.names)
        case SignLines():
            return list(block.labels)
        case Signature():
            return [block.organ, block.day]
        case Blank() | PageBreak() | Imprint():
            return []
        case _:
            return [block.text]


def _seen(text: str) -> str:
    return text.replace(" ", "").replace("\u3000", "")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(papers)
def test_every_word_is_on_a_page_and_inside_its_edges(fonts, paper):
    pages = pages_of(pdf_of(paper, fonts=fonts))
    glyphs = [glyph for page in pages for glyph in page.glyphs]
    printed = Counter(_seen("".join(glyph.text for glyph in glyphs)))
    assert written(paper) - printed == Counter()
    for page in pages:
        assert all(0 <= glyph.left <= page.width and 0 <= glyph.baseline <= page.height for glyph in page.glyphs)
