"""What happens between the sessions, in the words of the office, for the journal."""

from django.utils.translation import gettext_lazy as __

AREAS = (
    ("supervision", __("监督活动")),
    ("yearly", __("年度数字")),
    ("seals", __("签名")),
)

EVENTS = {
    "seals.key_backed_up": __("备份签名密钥"),
    "seals.key_made": __("生成签名密钥"),
    "seals.key_revoked": __("签名密钥作废"),
    "seals.key_rotated": __("换新签名密钥"),
    "seals.logged": __("记入公开日志"),
    "seals.signed": __("签名"),
    "points.set": __("改积分办法"),
    "supervision.closed": __("监督活动办结"),
    "supervision.dropped": __("取消监督计划"),
    "supervision.followed_up": __("登记跟踪情况"),
    "supervision.held": __("登记活动开展"),
    "supervision.holding_corrected": __("更正活动开展情况"),
    "supervision.opinion_sent": __("送达审议意见"),
    "supervision.opinion_taken_back": __("撤回审议意见"),
    "supervision.photo_added": __("加照片"),
    "supervision.photo_removed": __("删照片"),
    "supervision.plan_changed": __("更正监督计划"),
    "supervision.planned": __("列入监督计划"),
    "supervision.problems_written": __("写发现的问题"),
    "supervision.reopened": __("退回办结"),
    "supervision.replied": __("登记答复"),
    "supervision.reply_taken_back": __("退回答复"),
    "supervision.taken_up": __("恢复监督计划"),
    "yearly.county_seat_added": __("登记县人大代表补选"),
    "yearly.county_seat_removed": __("删去县人大代表补选"),
    "yearly.frozen": __("定下年度数字"),
    "yearly.withdrawn": __("撤回年度数字"),
}

SUBJECTS = {
    "key": __("密钥 {id}"),
    "log": __("公开日志"),
    "activity": __("活动 {id}"),
    "county_seat": __("县人大代表补选 {id}"),
    "year": __("{id} 年"),
}

FACTS = {
    "fingerprint": __("指纹"),
    "key": __("密钥"),
    "leaves": __("新记的条数"),
    "records": __("签名的记录"),
    "root": __("树根"),
    "size": __("日志长度"),
    "topic": __("题目"),
    "planned_month": __("计划月份"),
    "people_met": __("走访选民"),
    "problems": __("发现的问题"),
    "opinion": __("审议意见"),
    "unit": __("答复单位"),
    "reply": __("答复"),
    "reply_due": __("答复期限"),
    "caption": __("照片说明"),
    "is_on": __("使用积分"),
    "weights": __("分值"),
    "district": __("选区"),
    "reported_on": __("报告日期"),
    "sequence": __("数到日志第几条"),
    "counts": __("各项数字"),
}

VALUES = {
    "ENFORCEMENT": __("执法检查"),
    "VISIT": __("视察"),
    "SURVEY": __("调研"),
    "REPORT_HEARD": __("听取专项工作报告"),
    "VOTERS": __("接待、走访选民"),
    "TRAINING": __("代表培训"),
}
