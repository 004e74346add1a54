"""The columns of a roll as township offices title them."""

from huitang.adapters.spreadsheets.table import Heading

NUMBER = Heading("number", ("序号", "编号", "代表编号", "代表序号", "代表证号", "代表号"))
NAME = Heading("name", ("姓名", "代表姓名", "代表名字", "名字"), required=True)
DELEGATION = Heading(
    "delegation", ("代表团", "团别", "所在代表团", "所属代表团", "代表小组"), written_once_per_block=True
)
REMARK = Heading("remark", ("备注", "说明"))
HEADINGS = (
    NUMBER,
    NAME,
    Heading("sex", ("性别",)),
    Heading("ethnicity", ("民族",)),
    Heading("born", ("出生年月", "出生日期", "生日", "出生")),
    Heading("education", ("文化程度", "学历")),
    Heading("party", ("政治面貌", "党派")),
    DELEGATION,
    Heading("district", ("选区", "所在选区", "选举单位", "选区名称")),
    Heading("post", ("工作单位及职务", "单位职务", "单位及职务", "工作单位", "职务", "职业")),
    Heading("phone", ("联系电话", "手机", "手机号", "手机号码", "电话", "联系方式")),
    Heading("note", ("加注", "同名加注", "同名区分")),
    REMARK,
)
# What is kept of a deputy beside number, name and delegation, in the order of the page.
DETAILS = ("sex", "ethnicity", "born", "education", "party", "district", "post", "phone", "note")
