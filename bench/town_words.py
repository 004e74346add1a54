"""The words the made-up towns of the bench are written with. Nobody of these names exists."""

SYLLABLES = "清河临江上溪下坪东桥西岭南塘北渡石门云峰白沙青山大湾小寨新桥古渡松林竹园"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻水云苏潘葛"
GIVEN = "文明志远建国春华秋实永康德海清平世安思齐学勤立新宏图景行致知乐山若水"
UNITS = (
    "农业服务中心",
    "村镇建设办",
    "财政所",
    "中心学校",
    "卫生院",
    "派出所",
    "民政办",
    "生态环境办",
    "水利站",
    "文化站",
)
MATTERS = (
    "村道硬化",
    "路灯维修",
    "饮水安全",
    "垃圾清运",
    "校车安全",
    "老年食堂",
    "河道清淤",
    "农贸市场改造",
    "公交延伸",
    "健身场地",
)
TOPICS = ("食品安全", "安全生产", "水污染防治", "义务教育", "养老服务", "高标准农田", "民生实事", "村集体经济")
INCOME = ("税收收入", "非税收入", "上级补助收入", "上年结转", "调入资金", "其他收入")
EXPENSE = (
    "一般公共服务支出",
    "公共安全支出",
    "教育支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "农林水支出",
    "交通运输支出",
    "预备费",
)
INDICATORS = (
    "地区生产总值",
    "财政收入",
    "固定资产投资",
    "工业总产值",
    "农业总产值",
    "居民人均可支配收入",
    "社会消费品零售额",
)
TASKS = (
    "修通村组公路",
    "改造农贸市场",
    "建成污水管网",
    "新建日间照料中心",
    "完成危房改造",
    "整治背街小巷",
    "加固山塘水库",
)

# a day's work in the journal: event, whose subject, its facts
DEEDS = (
    ("deputy.signed_in", "sitting", {"number": 12, "name": "某代表"}),
    ("ballot.sheet_entered", "ballot", {"sheet": 31}),
    ("suggestion.tabled", "suggestion", {"number": "2025-01", "title": "关于村道硬化的建议"}),
    ("suggestion.assigned", "suggestion", {"number": "2025-01", "unit": "村镇建设办"}),
    ("suggestion.answered", "suggestion", {"number": "2025-01", "unit": "村镇建设办"}),
    ("runsheet.step_done", "session", {"title": "宣布开会"}),
    ("supervision.held", "activity", {"topic": "食品安全执法检查", "people_met": 0}),
    ("task.progress_reported", "task", {"title": "修通村组公路", "percent": 60}),
    ("leave.approved", "deputy", {"name": "某代表"}),
    ("papers.kept", "session", {"title": "会议通知"}),
)
