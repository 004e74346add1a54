"""What each field of a case, and each number of an outcome, is called."""

from huitang.rules.legal_text import Text


def read_words(lines: str) -> dict[str, Text]:
    """Read `name | 中文 | English`, one a line."""
    rows = (line.split(" | ") for line in lines.strip().splitlines())
    return {name: Text(zh, en) for name, zh, en in rows}


FIELDS: dict[str, Text] = read_words("""
decide | 案例的种类 | the kind of case
title | 标题，可以不写 | a title, may be left out
day | 行为发生的日期，决定适用哪一版法律 | the day of the act, which says which texts were in force
province | 本省规定的代码；CN为只用国家法律 | the code of the province's rules; CN: national law only
papers | 逐张选票；写了就不写汇总数 | whole papers, instead of totals
projects | 票上印的项目，照次序 | the projects printed on the paper, in order
absent | 缺席人数 | absent without leave
absent_without_leave | 逐次会议是否未经批准缺席 | session by session, whether absent without leave
abstentions | 弃权 | abstaining
accepted_marks | 另外认可的符号 | marks accepted besides
amount | 金额 | amount
approved_on | 批准日期 | day of approval
assigned_on | 交办日期 | day of assignment
base | 以全体还是到会人数为基数 | of all members or of those present
basically | 基本满意 | basically satisfied
before_vote | 是否在交付表决前 | whether before the vote
budgeted_for | 预算年度 | the year it was budgeted for
by_presidium | 是否由主席团提出 | whether the presidium moves it
by_thrift | 是否因节约少支 | whether less is spent by thrift
calendar | 节假日；不写只知周末 | public holidays; left out, only weekends are known
candidate_key | 姓名或项目 | person or project
candidates | 票上印的候选人，照次序 | the candidates printed on the paper, in order
cause | 资格终止的原因 | why the mandate ended
changes | 资格变动 | changes of the mandate
compare_with | 收回的票与什么比较 | what the papers collected are compared with
competitive | 是否差额 | whether competitive
competitive_in_by_election | 补选中副职另行选举是否差额 | whether a further election inside a by-election is competitive
days | 已知的日期 | the days that are known
debt | 债务是谁的 | whose debt it is
debt_added | 增加的债务 | debt added
decided_by | 由谁决定何时另行选举 | who decided when
defence_offered | 是否给了申辩机会 | whether a defence was offered
deputies | 在任的本级代表 | the deputies in office
deputies_in_office | 应到代表（在任的全体代表） | deputies in office
deputies_present | 实到代表 | deputies present
difficult | 是否难办、牵涉面广 | whether difficult
dissatisfied | 不满意 | dissatisfied
earmarked_without_matching | 不需配套的专项转移支付 | earmarked transfers without matching
election_completed_on | 代表选举完成日期 | day the deputies' election was completed
eligible | 能否担任该职务 | whether the person may hold the office
end_of_year | 哪一年年终 | the end of which year
extra | 差额数 | extra candidates
extra_candidates | 办法所定的差额数 | extra candidates under the method
form_complete | 书面要件是否齐全 | whether the form is complete
from_stabilisation_fund | 调入稳定调节基金 | drawn from the stabilisation fund
fund | 哪一本预算 | which budget
further_decided_by | 办法规定由谁决定何时另行选举 | who decides on a further election under the method
general_spending | 一般公共预算支出 | general public budget spending
histories | 每一名代表的资格变动 | the changes of every deputy
holidays | 休息的节假日 | public holidays
in_writing | 是否书面 | whether in writing
income | 收入总计 | income
is_clear | 看得出是哪一位 | whether it says who is meant
is_write_in | 是否另选他人 | whether written in
joint | 代表联名提名 | joint nominations
keep | 保留的人数 | how many are kept
key_spending_cut | 调减的重点支出 | key spending cut
kind | 种类 | kind
list_resolution | 名单是否再以决议通过 | whether the list is adopted by a resolution
made_in_session | 是否会议期间提出 | whether made in session
marks | 逐名符号 | the mark for each printed name
members | 成员人数 | members
method | 办法中与此有关的规定 | what the method says
mode | 票决方式 | how projects are chosen
most | 候选人上限 | the most candidates
most_in_by_election | 补选候选人上限 | the most candidates in a by-election
movers_insisting | 仍坚持的提案人 | movers who insist
name | 姓名 | name
needed | 需要的金额 | the amount needed
needs_majority_again | 再次投票是否还须过半数 | whether a repeated vote needs the majority again
nominee | 被提名人 | nominee
nominees | 被提名的人 | nominees
not_voting | 未表决 | not voting
notice_days | 会议几日前通知 | days of notice
occasion | 换届或者补选 | for a full term or the rest of one
office | 所任职务 | the office held
on_leave | 请假人数 | on leave
opens_on | 会议开幕日期 | opening day
over_cap | 超限额联名的签名怎样算 | what becomes of signatures over the cap
over_issue | 多发了票怎么办 | what becomes of too many papers issued
paper | 一张选票 | one paper
papers_collected | 收回 | papers collected
papers_issued | 发出 | papers issued
petitioners | 联名选民 | voters who signed
places | 应选项目数 | how many projects are chosen
population | 人口 | population
post | 职务 | post
present | 到会人数 | present
presidium_consents | 主席团是否同意 | whether the presidium consents
presidium_nominees | 主席团提名的人 | the presidium's nominees
proposers | 提议的代表 | deputies who propose it
proxy | 能否委托投票 | whether one may vote by proxy
quorum | 须到会的比例 | how many must be present
rank_points | 每一名次的分值 | points per rank
reasons_given | 是否写明理由 | whether reasons are given
received_on | 收到日期 | day of receipt
relatives | 近亲属，两个姓名一对 | near relatives, as pairs of names
requested_on | 要求的日期 | day of the request
reserve | 预备费 | reserve
resigned | 辞去职务还是代表资格 | what is resigned
revote_majority_again | 再次投票是否还须过半数 | whether a repeated vote needs the majority again
rich_or_large | 是否经济发达或者人口多 | whether rich or large
same_period_last_year | 上年同期 | same period last year
satisfied | 满意 | satisfied
scheme | 画票方式 | how marks are read
scrutineers | 监票人、计票人 | scrutineers and tellers
seal_required | 是否须盖章 | whether a seal is required
sealed | 是否盖了章 | whether sealed
seat | 人大职务 | seat
seats | 应选名额 | seats
seats_open | 空缺名额 | seats open
secret_ballot | 是否无记名 | whether by secret ballot
secret_booth | 是否设秘密写票处 | whether there is a booth
session_closed_on | 闭幕日期 | closing day of the session
signers | 联名人 | signers
signers_left | 余下的联名人 | signers left
spending | 支出总计 | spending
suspended | 暂停职务的代表 | suspended
suspended_signers | 其中暂停职务的 | suspended among them
term | 哪一项期限 | which term
threshold | 本地规定的满意率 | the local threshold
threshold_base | 过半数以谁为基数 | of whom more than half
total_change | 总支出增减 | change of total spending
unclear | 辨认不清的符号怎样处理 | what an unclear mark spoils
use | 用途 | use
vacancy | 出缺原因 | what left the office empty
valid_papers | 有效票 | valid papers
void_papers | 无效票 | void papers
vote | 表决 | the vote
voters_registered | 登记选民 | voters registered
voters_taking_part | 参加投票的选民 | voters taking part
votes | 得票，每人一行 | votes, one row for each
votes_against | 反对 | votes against
votes_for | 赞成（得票） | votes for
voting_quorum | 须到会的比例 | how many must be present
working_days | 调休上班的日子 | make-up working days
write_ins | 另选的人 | names written in
write_ins_allowed | 能否另选他人 | whether write-ins are allowed
writein_breach | 违规另选使什么无效 | what an unlawful write-in spoils
writein_requires_against | 投反对票才能另选 | whether a write-in needs a vote against
""")

NUMBERS: dict[str, Text] = FIELDS | read_words("""
state | 结果 | outcome
deputies_in_office | 应到代表 | deputies in office
base | 基数 | base
votes | 得票 | votes
candidates | 候选人 | candidates
votes_for | 赞成 | for
votes_against | 反对 | against
nominees | 提名人数 | nominees
unclear | 不清 | unclear
write_ins | 另选 | written in
papers_valid | 有效票 | valid papers
papers_void | 无效票 | void papers
papers_blank | 其中空白票 | blank among them
votes_needed | 所需票数 | votes needed
papers_collected | 收回 | papers collected
able_to_attend | 能到会的代表 | able to attend
absences | 缺席次数 | absences
adopted | 入选 | adopted
by_adjustment | 列入调整方案 | by adjustment
candidate | 候选人 | candidate
collisions | 应当回避 | collisions
counts_in_base | 计入全体代表 | counts in the base
deputies_required | 法定人数 | deputies required
elected | 当选 | elected
established | 成立的人选 | established
field | 办法的字段 | field of the method
findings | 逐项 | one by one
from_reserve | 动用预备费 | from the reserve
grade | 等次 | grade
grounds | 理由 | grounds
holds_up_to | 够应到最多 | enough for at most
if_moved | 如可顺延 | if rest days move it
ineligible | 不能参选 | may not stand
is_blank | 空白票 | blank paper
last_day | 最后一日 | last day
least | 最少 | at least
most | 最多 | at most
may_vote | 能否表决 | may vote
members_required | 须到会成员 | members required
not_adopted | 未入选 | not adopted
office_ended | 相应终止的职务 | office that ends too
papers_not_returned | 未收回 | papers not returned
places_short | 尚缺项目 | places short
problems | 问题 | problems
proposers_needed | 五分之一 | one fifth
ranking | 得票次序 | by votes
rate | 满意率 | rate
reaches_threshold | 是否达到本地标准 | reaches the threshold
reason | 原因 | reason
reasons | 原因 | reasons
refused | 违法 | against the law
scrutineer | 监票人、计票人 | scrutineer
seats_short | 尚缺名额 | seats short
signers_counted | 有效联名 | signatures counted
signers_needed | 须联名 | signatures needed
signers_over_cap | 超过限额的联名人 | signers over the cap
suspended | 其中暂停职务 | suspended among them
through | 入围 | through
tied | 票数相等 | tied
tied_places | 相等者所争名额 | places they tie for
tied_seats | 相等者所争名额 | seats they tie for
unaccounted | 相差 | unaccounted for
void_write_ins | 无效的另选 | void write-ins
keep | 票上人数 | candidates on the paper
marks | 各项读作 | marks as read
""")
