"""The provisions the budget checks cite. Gists in our own words."""

from huitang.rules.law_names import cite

PUBLICATION = cite(
    "YSF",
    "14",
    "批准的预算、预算调整、决算、执行报告及报表，批准后二十日内向社会公开。",
    "Approved budgets, adjustments, accounts and reports are made public within twenty days.",
)
TOWNSHIP_POWERS = cite(
    "YSF",
    "21(3)",
    "乡镇人大审查批准预算、预算调整和决算，监督执行。",
    "The township congress approves budget, adjustment and accounts.",
)
EACH_FUND_ALONE = cite(
    "YSF", "5", "各类预算应当完整、独立，各自平衡。", "Each of the budgets is complete and stands by itself."
)
NO_DEFICIT = cite(
    "YSF", "35(1)", "地方预算不列赤字，量入为出、收支平衡。", "Local budgets balance and carry no deficit."
)
NO_BORROWING = cite(
    "YSF",
    "35",
    "只有省级可以在限额内举债，其他地方不得举债或者担保。",
    "Only provinces borrow; townships give no guarantee.",
)
RESERVE = cite(
    "YSF",
    "40",
    "预备费按一般公共预算支出额的百分之一至百分之三设置。",
    "The reserve is one to three per cent of general public budget spending.",
)
CARRY_OVER = cite(
    "YSF",
    "42",
    "连续两年未用完的结转资金，作为结余资金管理。",
    "Carry-over unused for two years becomes surplus.",
)
CARRY_OVER_DETAIL = cite(
    "YSR",
    "50",
    "下一年度终了仍未用完的，即为结余。",
    "Money unspent at the end of the following year is surplus.",
)
ON_LENT_DEBT = cite(
    "YSR",
    "45",
    "转贷债务列入使用它的政府的预算。",
    "On-lent debt stands in the budget of the government using it.",
)
BEFORE_APPROVAL = cite(
    "YSF",
    "54",
    "预算批准前可以安排结转支出、参照上年同期必须的支出、法定义务和救灾支出。",
    "Before approval: carried-over items, spending like last year's same period, obligations and disasters.",
)
EXCESS_INCOME = cite(
    "YSF",
    "66",
    "一般公共预算超收只能冲减赤字或者补充稳定调节基金，结余也补充该基金。",
    "Excess income only cuts the deficit or fills the stabilisation fund; so does surplus.",
)
ADJUSTMENT = cite(
    "YSF",
    "67",
    "增加或减少总支出、调入稳定调节基金、调减重点支出、增加债务，应当调整预算。",
    "Adjust when total spending changes, the fund is drawn on, key spending is cut or debt grows.",
)
ADJUSTMENT_PLAN = cite(
    "YSF",
    "69",
    "调整方案说明理由、项目和数额，经批准才能执行；突发事件先用预备费，不足的先支出再列入方案。",
    "A plan states reason, items and amount and needs approval; disasters use the reserve first.",
)
NOT_ADJUSTMENT = cite(
    "YSF",
    "71",
    "上级专项转移支付不需配套的，不属于预算调整，但须向大会报告。",
    "Earmarked transfers without matching are no adjustment but are reported.",
)
MOVES = cite(
    "YSF",
    "72",
    "科目、级次、项目间的调剂按财政部门规定办理。",
    "Moves between items follow finance ministry rules.",
)
FUND_EXCESS = cite(
    "YSR",
    "78",
    "基金预算超收结转下年使用，节约少支不算调整，短收可由上级补助弥补。",
    "A fund's excess income is used next year; thrift is no adjustment; help from above may fill a gap.",
)
FILED_UPWARD = cite("YSF", "50", "批准的预算及时报上一级政府备案。", "The approved budget is filed upward promptly.")
ACCOUNTS_FILED = cite(
    "YSR",
    "88(2)",
    "决算批准后三十日内报上一级备案。",
    "Approved accounts are filed upward within thirty days.",
)
REPLY_TO_DEPARTMENTS = cite(
    "YSF", "52", "预算批准后二十日内向各部门批复。", "Departments get their reply within twenty days."
)
