"""What happens to ideas and projects, in the words of the office, for the journal."""

from django.utils.translation import gettext_lazy as __

AREAS = (
    ("idea", __("项目征集")),
    ("project", __("民生项目")),
)

EVENTS = {
    "idea.changed": __("更正项目建议"),
    "idea.declined": __("项目建议不采纳"),
    "idea.made_candidate": __("列为候选项目"),
    "idea.merged": __("合并项目建议"),
    "idea.received": __("登记项目建议"),
    "idea.taken_back": __("退回筛选"),
    "project.acceptance_taken_back": __("退回验收"),
    "project.adopted": __("转入票决项目"),
    "project.begun": __("项目开工"),
    "project.changed": __("调整项目"),
    "project.corrected": __("更正项目资料"),
    "project.dropped": __("项目停建"),
    "project.entered": __("登记项目"),
    "project.finish_taken_back": __("退回完工"),
    "project.finished": __("项目完工"),
    "project.inspected": __("项目验收"),
    "project.milestone_changed": __("改计划节点"),
    "project.milestone_marked": __("登记节点完成"),
    "project.milestone_planned": __("加计划节点"),
    "project.milestone_removed": __("删计划节点"),
    "project.paid": __("项目付款"),
    "project.payment_removed": __("删去付款"),
    "project.photo_added": __("加项目照片"),
    "project.photo_removed": __("删项目照片"),
    "project.removed": __("删去登记错的项目"),
    "project.report_removed": __("删去进度"),
    "project.reported": __("登记项目进度"),
    "project.settings_changed": __("改民生项目设置"),
    "project.supervisors_named": __("定督办代表"),
    "project_vote.candidates_kept": __("筛选的候选项目交付票决"),
}

SUBJECTS = {
    "idea": __("项目建议 {id}"),
    "project": __("民生项目 {id}"),
}

FACTS = {
    "milestone": __("节点"),
    "share": __("累计进度"),
    "planned_on": __("计划日期"),
    "yuan": __("金额（元）"),
    "total_yuan": __("总投资（元）"),
    "investment_yuan": __("总投资（元）"),
    "conclusion": __("结论"),
    "to_mend": __("要整改的"),
    "parts": __("调整的方面"),
    "before": __("原来"),
    "after": __("现在"),
    "decision": __("依据的表决"),
    "rank": __("名次"),
    "proposer_kind": __("提出者"),
    "into": __("并入"),
    "was": __("原来是"),
    "contact_deputy": __("主席团联系人"),
    "is_public": __("公开"),
    "bands": __("颜色分档"),
    "change_needs_congress": __("调整须经代表大会"),
    "free_percent": __("可自行增加的百分比"),
    "accept_within_days": __("验收期限（天）"),
    "visits_each_quarter": __("每季度查看"),
}

VALUES = {
    "CANDIDATE": __("列为候选"),
    "DECLINED": __("不采纳"),
    "VILLAGE": __("村（社区）"),
    "DEPARTMENT": __("部门"),
    "ACCEPTED": __("验收合格"),
    "WITH_DEFECTS": __("合格，有问题待整改"),
}
