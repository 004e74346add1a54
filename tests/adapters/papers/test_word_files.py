"""A Word file read back with python-docx: its words, its styles, its geometry, the order of its XML."""

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from huitang.adapters.papers.docx import docx_of
from huitang.adapters.papers.paper import (
    Blank,
    Imprint,
    Names,
    PageBreak,
    Paper,
    Signature,
    SignLines,
    Table,
)
from tests.adapters.papers.samples import paper, resolution, said

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# ECMA-376-1, annex A: the sequences of CT_PPr, CT_RPr (as Word writes it), CT_TblPr, CT_TcPr, CT_SectPr, CT_Style
SCHEMA = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p tbl",
    "p": "pPr r",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
SCHEDULE = Table(
    ("时间", "内容", "地点"),
    (("上午8:30", "预备会议\n听取报告", "会堂"), ("9:30", "", "")),
    "日程表",
    (2, 5, 3),
    "clr",
    12,
)


def everything() -> Paper:
    """One of each part."""
    return paper(
        *resolution().blocks[:-1],
        Names(("王芳", "欧阳建国", "买买提江·阿不都热合曼", "李明"), columns=4),
        SCHEDULE,
        Table((), (("一", "二"),)),
        SignLines(("总监票人：", "监票人：")),
        SignLines(("甲：", "乙：", "丙：", "丁：", "戊：")),
        PageBreak(),
        SCHEDULE,
        said("左边", align="left"),
        said("居中\n第二行", align="center", indent=False),
        Blank(2),
        Signature("清河镇人大", "2025年12月31日", has_seal=True),
        Imprint("县人大", "清河镇人大", "2025年4月2日"),
        head=resolution().head,
    )


def opened(printable: Paper):
    return docx.Document(io.BytesIO(docx_of(printable)))


MARKS = {qn("w:br"): "\n", qn("w:tab"): "\t"}


def said_in(run) -> str:
    return "".join(part.text if part.tag == qn("w:t") else MARKS.get(part.tag, "") for part in run)


def words_of(document) -> list[str]:
    """The text of each paragraph, also of those in tables, in the order of the file."""
    paragraphs = document.element.body.iter(qn("w:p"))
    texts = ("".join(map(said_in, paragraph.iter(qn("w:r")))) for paragraph in paragraphs)
    return [text for text in texts if text]


def styled(document, style: str):
    return [p for p in document.paragraphs if p.style.name == style]


def test_every_word_of_every_part_is_in_the_file():
    words = words_of(opened(everything()))
    assert words == [
        "清河镇人民代表大会文件",
        "清人大〔2025〕4号\t签发人：林建国",
        "清河镇第六届人民代表大会\n第四次会议关于政府工作报告的决议",
        "（2025年4月1日清河镇第六届\n人民代表大会第四次会议通过）",
        *(block.text for block in resolution().blocks[2:12]),
        "附件：1.清河镇2025年民生实事项目候选名单",
        "2.清河镇2025年民生实事项目征集和票决工作实施办法及有关说明材料汇编",
        "清河镇人民代表大会主席团",
        "2025年4月1日",
        "王　芳\t欧阳建国\t买买提江·阿不都热合曼",
        "李　明",
        *("日程表", "时间", "内容", "地点", "上午8:30", "预备会议\n听取报告", "会堂", "9:30"),
        *("一", "二", "总监票人：\t\t", "监票人：\t\t", "甲：\t\t\t乙：\t\t", "丙：\t\t\t丁：\t\t", "戊：\t\t"),
        *("日程表", "时间", "内容", "地点", "上午8:30", "预备会议\n听取报告", "会堂", "9:30"),
        *("左边", "居中\n第二行", "清河镇人大", "2025年12月31日"),
        *("抄送：县人大。", "清河镇人大\t2025年4月2日印发"),
    ]


def test_styles_bear_the_names_of_the_standard_and_headings_their_level():
    document = opened(everything())
    first = {
        "公文标题": "清河镇第六届",
        "公文题注": "（2025年",
        "主送机关": "各代表团",
        "一级标题": "一、",
        "二级标题": "（一）",
    }
    first |= {
        "三级标题": "1.",
        "四级标题": "（1）",
        "附件说明": "附件：",
        "落款": "清河镇",
        "表题": "日程",
        "名单": "王",
        "签名": "总",
    }
    for style, beginning in first.items():
        assert styled(document, style)[0].text.startswith(beginning)
    levels = [
        document.styles[name].element.pPr.find(qn("w:outlineLvl"))
        for name in ("一级标题", "二级标题", "三级标题", "四级标题")
    ]
    assert [level.get(qn("w:val")) for level in levels] == ["0", "1", "2", "3"]


FONTS = {
    "公文标题": ("方正小标宋简体", 22),
    "公文题注": ("楷体", None),
    "一级标题": ("黑体", None),
    "二级标题": ("楷体", None),
}
FONTS |= {"公文正文": ("仿宋", None), "表头": ("黑体", 14), "版记": ("仿宋", 14), "公文页码": ("宋体", 14)}


@pytest.mark.parametrize(("style", "font"), FONTS.items())
def test_fonts_are_named_for_every_script_as_offices_have_them(style, font):
    found = opened(everything()).styles[style]
    fonts = found.element.rPr.find(qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {font[0]}
    assert (found.font.size.pt if found.font.size else None) == font[1]
    assert not found.font.bold


def test_characters_of_another_face_have_its_style():
    runs = next(p for p in opened(everything()).paragraphs if p.text.startswith("出席")).runs
    assert [run.style.name for run in runs] == ["黑体字", "Default Paragraph Font", "楷体字"]


def test_a_missing_font_has_a_stand_in():
    with zipfile.ZipFile(io.BytesIO(docx_of(everything()))) as members:
        table = members.read("word/fontTable.xml").decode()
    assert 'w:name="方正小标宋简体"><w:altName w:val="华文中宋"/>' in table


def twips_of(section, *names):
    return [getattr(section, name).twips for name in names]


SIDES = ("page_width", "page_height", "top_margin", "left_margin", "right_margin", "bottom_margin")


def test_the_sheet_measures_what_the_standard_says():
    assert twips_of(opened(everything()).sections[0], *SIDES) == [11906, 16838, 2098, 1588, 1474, 1984]


def test_the_local_sheet_has_its_own_margins():
    sheet = opened(replace(everything(), profile="local")).sections[0]
    assert twips_of(sheet, *SIDES) == [11906, 16838, 1588, 1530, 1530, 1588]


def test_a_sheet_on_its_side_turns_its_margins_with_it():
    sheet = opened(replace(everything(), is_landscape=True)).sections[0]
    assert twips_of(sheet, *SIDES) == [16838, 11906, 1588, 1984, 2098, 1474]
    assert sheet._sectPr.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape"


def test_the_grid_holds_22_lines_of_28_characters():
    document = opened(everything())
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("linesAndChars", "579")
    a_character = 16 + int(grid.get(qn("w:charSpace"))) / 4096
    room = (11906 - 1588 - 1474) / 20
    assert room / 29 < a_character <= room / 28
    spacing = document.styles["Normal"].element.pPr.find(qn("w:spacing"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("579", "exact")
    assert 22 * 579 <= 16838 - 2098 - 1984 < 23 * 579


def test_the_first_line_begins_two_characters_in_whatever_their_size():
    indent = opened(everything()).styles["公文正文"].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"


def test_page_numbers_stand_at_the_outer_corner():
    document = opened(everything())
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        line = footer.paragraphs[0]
        assert line.text == "— 1 —"
        assert " PAGE " in "".join(found.text for found in line._p.iter(qn("w:instrText")))
        assert line._p.pPr.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"


def test_a_paper_without_page_numbers_has_no_footer():
    section = opened(replace(everything(), has_page_numbers=False)).sections[0]
    assert section.footer.is_linked_to_previous


def test_the_head_row_returns_and_no_row_is_split():
    table = opened(everything()).tables[0]
    assert [bool(row._tr.findall(f".//{W}tblHeader")) for row in table.rows] == [True, False, False]
    assert all(row._tr.findall(f".//{W}cantSplit") for row in table.rows)
    assert [column.width.twips for column in table.columns] == [1768, 4422, 2654]
    assert table.rows[1].height.mm == pytest.approx(12, abs=0.1)


def test_tables_never_touch_each_other_or_the_end():
    body = list(opened(paper(Table((), (("甲",),)), Table((), (("乙",),)))).element.body)
    assert [child.tag.removeprefix(W) for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_page_break_moves_the_next_part_to_a_new_page():
    document = opened(paper(said("一"), PageBreak(), said("二")))
    assert [p.paragraph_format.page_break_before for p in document.paragraphs] == [None, True]


def test_a_signature_holds_on_to_its_text():
    document = opened(paper(said("一"), said("二"), Signature("清河镇人大", "2025年4月1日")))
    assert [p.paragraph_format.keep_with_next for p in document.paragraphs] == [None, True, True, None]


def test_the_file_has_a_title_and_a_language_but_no_author_and_no_moment():
    properties = opened(everything()).core_properties
    assert (properties.title, properties.language) == (everything().name, "zh-CN")
    assert (properties.author, properties.last_modified_by, properties.created, properties.modified) == (
        "",
        "",
        None,
        None,
    )


def test_the_same_paper_is_the_same_bytes_in_another_process():
    program = "import sys, hashlib; from tests.adapters.papers.test_word_files import *; print(hashlib.sha256(docx_of(everything())).hexdigest())"
    printed = [
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1] != b""
    with zipfile.ZipFile(io.BytesIO(docx_of(everything()))) as members:
        assert {member.date_time for member in members.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("rsid" in members.read(name).decode() for name in members.namelist())


def disordered(element) -> list[str]:
    """Names of the elements in it whose children do not follow the schema."""
    wrong = []
    for parent in element.iter():
        name = parent.tag.removeprefix(W)
        if name in SCHEMA:
            order = SCHEMA[name].split()
            children = [child.tag.removeprefix(W) for child in parent]
            if children != sorted(children, key=order.index):
                wrong.append(name)
    return wrong


def test_children_stand_in_the_order_of_the_schema():
    for printable in (everything(), replace(everything(), is_landscape=True)):
        package = opened(printable).part.package
        parts = [part for part in package.iter_parts() if part.partname.startswith("/word/")]
        roots = [docx.oxml.parse_xml(part.blob) for part in parts]
        assert len(roots) == 6
        assert [disordered(root) for root in roots] == [[]] * 6


def test_disorder_is_noticed():
    assert disordered(docx.oxml.parse_xml(f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc/><w:keepNext/></w:pPr>')) == ["pPr"]


def test_what_is_no_paper_is_refused():
    with pytest.raises(TypeError, match="int"):
        docx_of(3)
