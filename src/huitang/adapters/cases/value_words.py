"""What each outcome is called, by the name of its kind of value where one word would not do for all."""

from huitang.adapters.cases.field_words import read_words
from huitang.rules.legal_text import Text

VALUES: dict[str, Text] = read_words("""
ABSTAIN | 弃权 | abstain
ACCEPTABLE | 可以提请通过 | may be put to the plenary
ACCEPTED | 接受 | accepted
ADJUSTMENT_NEEDED | 须作预算调整 | a budget adjustment is needed
ADMISSIBLE | 可以交付表决 | admissible
ADOPTED | 票决完成 | decided
AGAINST | 反对 | against
ALLOWED | 可以进行 | may be held
ASK | 须请示 | must be asked
ASK_METHOD | 依本次办法 | the method must say
ASK_PRESIDIUM | 由主席团决定 | the presidium decides
BALANCED | 人数相符 | the numbers agree
BASICALLY_SATISFIED | 基本满意 | basically satisfied
CARRIED_OVER | 结转 | carried over
CERTAIN | 日期确定 | the day is certain
CHAIR | 主席 | chair
COLLISION | 有人应当回避 | someone collides
COMPATIBLE | 可以兼任 | compatible
COMPETITIVE | 差额 | competitive
CONGRESS_MUST_DECIDE | 须由代表大会决定 | the congress must decide
CONTINUES | 继续 | goes on
COUNT_ERROR | 票数不合，重新计票 | the count is wrong: count again
COUNT_MISMATCH | 人数或票数不符 | the count does not agree
DECIDED | 已经确定 | decided
DEFENCE_NOT_OFFERED | 没有给申辩机会 | no defence was offered
DEFICIT | 有赤字 | deficit
DEPUTY_HEAD | 副镇长 | deputy head
ELECTED | 选出 | elected
ENDED | 终止 | ended
EQUAL_NUMBER | 等额 | as many as posts
ESTABLISHED | 成立 | established
FAILED | 未通过 | not passed
FLAGGED | 可以表决，有疑点 | may be voted on, with doubts
FOR | 赞成 | for
FORBIDDEN | 不得 | forbidden
FORM_INCOMPLETE | 要件不齐 | the form is incomplete
HEAD | 镇长 | head
INCOMPATIBLE | 不得兼任 | incompatible
INELIGIBLE | 不能参选 | ineligible
IN_OFFICE | 在任 | in office
IN_ORDER | 符合规定 | in order
IS_CANDIDATE | 本人是候选人 | is a candidate
KEY_SPENDING_CUT | 调减重点支出 | key spending is cut
LAWFUL | 合法 | lawful
MAJORITY | 过半数 | majority
METHOD_REFUSED | 办法违法或不全 | the method is refused
MORE_DEBT | 增加债务 | more debt
NEAR_RELATIVE | 候选人的近亲属 | a near relative
NOBODY_NAMED | 没有监票人 | nobody is named
NOBODY_RATED | 没有有效票 | nobody rated
NOT_ACCEPTED | 不接受 | not accepted
NOT_DECIDED | 没有结果 | not decided
NOT_QUORATE | 不符合法定人数 | no quorum
NOT_SATISFIED | 不满意 | not satisfied
NOT_WRITTEN | 没有书面提出 | not in writing
NOT_YET | 尚未当选 | not yet
NO_ADJUSTMENT | 不属于预算调整 | no adjustment
NO_EFFECT | 没有效力 | no effect
NO_QUORUM | 不符合法定人数 | no quorum
NO_REASONS | 没有写明理由 | no reasons
NO_SEAL | 没有盖章 | no seal
NO_VACANCY | 没有出缺 | no vacancy
OVER_ISSUED | 多发了票，停止 | too many papers issued: stop
OVER_LIMIT | 人数过多 | too many
PASSED | 通过 | passed
PER_ITEM | 逐项 | item by item
PLURALITY | 得票多的入选 | the most votes
PRESIDIUM_OVER_CAP | 主席团提名超过名额 | the presidium names too many
PRIMARY | 先预选 | a primary first
PROVISIONAL | 先行接受，待确认 | provisional
QUORATE | 符合法定人数 | quorate
RANK | 排序计分 | ranking
RATED | 已评定 | rated
REACHED | 达到终止条件 | the mandate ends
REFUSED | 违法，不得通过 | refused: against the law
REMOVED | 罢免 | removed
REPORT_ONLY | 只须报告 | to be reported only
REST_DAY | 末日是休息日 | the last day is a day of rest
ROSTER_MISMATCH | 名册与人数不符 | roster and numbers do not agree
SATISFIED | 满意 | satisfied
SHORT | 名额未满 | some left open
STABILISATION_FUND | 调入稳定调节基金 | the stabilisation fund is drawn on
STAYS | 继续任职 | stays
SURPLUS | 收入大于支出 | more income than spending
CarryState.SURPLUS | 结余 | surplus
SUSPENDED | 暂停执行代表职务 | suspended
TIED | 票数相等，再次投票 | tied: vote again
TOO_FEW | 人选不足 | too few
TOO_FEW_SIGNERS | 联名不足 | too few signers
TOO_FEW_VOTERS | 联名不足 | too few voters
TOO_HIGH | 过高 | too high
TOO_LOW | 过低 | too low
TOO_MANY_CHOSEN | 多选 | too many chosen
TOTAL_SPENDING | 总支出增减 | total spending changes
TURNOUT_TOO_LOW | 参加投票的选民不过半数 | too few took part
UNCLEAR_MARK | 符号不清 | unclear mark
UNDER_LIMIT | 人数不足 | too few
UNKNOWN | 没有核对到规定 | no rule is known
UNUSUAL | 与通常不同 | unusual
VALID | 有效 | valid
VICE_CHAIR | 副主席 | vice-chair
VOID | 无效 | void
VOID_ELECTION | 选举无效 | the election is void
VOID_ROUND | 整次投票无效 | the round is void
WITHDRAWN | 撤回 | withdrawn
WRITE_IN_NOT_ALLOWED | 不能另选 | no write-in allowed
WRITE_IN_NOT_ELIGIBLE | 另选的人不能任职 | not eligible
WRITE_IN_REPEATED | 重复另选 | written twice
WRITE_IN_UNCLEAR | 另选的人分不清 | name borne by several
WRITE_IN_WITHOUT_AGAINST | 没有反对而另选 | no vote against
""")
