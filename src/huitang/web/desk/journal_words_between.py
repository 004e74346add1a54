"""What happens between the sessions, in the words of the office, for the journal."""

from django.utils.translation import gettext_lazy as __

AREAS = (
    ("diary", __("期限催办")),
    ("supervision", __("监督活动")),
    ("yearly", __("年度数字")),
)

EVENTS = {
    "diary.feed_ended": __("停用日历地址"),
    "diary.feed_made": __("建立日历地址"),
    "diary.reminded": __("提醒催办"),
    "diary.setting_kept": __("改催办的设置"),
    "diary.tick_taken_back": __("撤回办完登记"),
    "diary.ticked_off": __("登记办完"),
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
    "activity": __("活动 {id}"),
    "county_seat": __("县人大代表补选 {id}"),
    "year": __("{id} 年"),
}

FACTS = {
    "level": __("程度"),
    "what": __("要办的事"),
    "owes": __("该办的"),
    "last_day": __("最后一天"),
    "also_to": __("同时报"),
    "escalate_days": __("逾期几天报主席"),
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
    "REMIND": __("提醒"),
    "LATE": __("催办"),
    "ESCALATE": __("报主席督办"),
    "ENFORCEMENT": __("执法检查"),
    "VISIT": __("视察"),
    "SURVEY": __("调研"),
    "REPORT_HEARD": __("听取专项工作报告"),
    "VOTERS": __("接待、走访选民"),
    "TRAINING": __("代表培训"),
}
