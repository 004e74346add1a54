"""Papers of the fictional town of Qinghe, as short as what they show allows."""

from huitang.adapters.papers.paper import (
    Addressee,
    Attachments,
    Face,
    Head,
    Heading,
    Imprint,
    Note,
    Paper,
    Paragraph,
    Run,
    Signature,
    Title,
)

RARE = "䶮喆堃玥翀祎镕𬭎珺垚旻昉彧"
SENTENCE = (
    "会议听取和审议了镇长代表镇人民政府所作的《政府工作报告》，充分肯定了“十四五”以来的工作（含民生实事项目），"
    "同意报告提出的2025年目标、任务和措施；会议号召：全镇人民团结一心，真抓实干！"
)


def said(text: str, **manner) -> Paragraph:
    return Paragraph((Run(text),), **manner)


def paper(*blocks, **manner) -> Paper:
    return Paper("清河镇第六届人民代表大会第四次会议文件", blocks, **manner)


def resolution() -> Paper:
    """Two pages with nearly every part a resolution sent out under a red head can have."""
    return paper(
        Title("清河镇第六届人民代表大会第四次会议关于政府工作报告的决议"),
        Note("（2025年4月1日清河镇第六届人民代表大会第四次会议通过）"),
        Addressee("各代表团、各村民委员会："),
        said(SENTENCE),
        Heading(1, "一、过去一年的工作"),
        said(SENTENCE),
        Heading(2, "（一）民生实事"),
        said(SENTENCE),
        Heading(3, "1.操场改造"),
        said(SENTENCE),
        Heading(4, "（1）经费"),
        Paragraph((Run("出席：", Face.HEI), Run(f"王芳、李{RARE[0]}、张建国。"), Run("（鼓掌）", Face.KAI))),
        Attachments(
            ("清河镇2025年民生实事项目候选名单", "清河镇2025年民生实事项目征集和票决工作实施办法及有关说明材料汇编")
        ),
        Signature("清河镇人民代表大会主席团", "2025年4月1日"),
        Imprint(
            "县人大常委会办公室，镇党委，镇人民政府，各村（居）民委员会，镇直各单位，驻镇各单位",
            "清河镇人大办公室",
            "2025年4月1日",
        ),
        head=Head("清河镇人民代表大会文件", "清人大〔2025〕4号", "林建国"),
    )
