"""Papers of the fictional town of Qinghe, as short as what they show allows."""

from huitang.adapters.papers.paper import Paper, Paragraph, Run

RARE = "䶮喆堃玥翀祎镕𬭎珺垚旻昉彧"
SENTENCE = (
    "会议听取和审议了镇长代表镇人民政府所作的《政府工作报告》，充分肯定了“十四五”以来的工作（含民生实事项目），"
    "同意报告提出的2025年目标、任务和措施；会议号召：全镇人民团结一心，真抓实干！"
)


def said(text: str, **manner) -> Paragraph:
    return Paragraph((Run(text),), **manner)


def paper(*blocks, **manner) -> Paper:
    return Paper("清河镇第六届人民代表大会第四次会议文件", blocks, **manner)
