"""What every clock of the rehearsed year must say, written by hand from the law and the pack of the province.

The town stands in Chongqing, whose pack sets the most periods:

    ASSIGN        10 working days after it was tabled           the office's own period; no law sets one
    HAND_BACK     10 working days after the unit got it         CQ-JY (SG-6); over, it has lapsed: nobody is late
    CONTACT       20 working days after the unit got it         CQ-JY 18 (SG-5)
    ASSIST        30 working days after the unit got it         CQ-JY (SG-7)
    REPLY         2 months after assignment, 4 if difficult     CQ 16 (SG-4), made in session
                  3 months after assignment                     Deputies Law art. 51 (SG-3), between sessions
    FEEDBACK      20 working days after the answer              CQ-JY 26 (SG-9); its start is not written
    ANSWER_AGAIN  2 months after the deputy asked               CQ-JY 27 (SG-10)
    PROMISE       the day the answer names

The first day is not counted; months end on the corresponding day; where the last day is a day of rest both days are
given (`moved`), and only after the later one is anybody late (law.md 2.16, DL9). Working days skip the holidays of
4-6 April, 1-5 May, 31 May - 2 June and 1-8 October 2025, and count the Sundays 27 April and 28 September and the
Saturday 11 October. Seven days before the last day it presses.

A line: whose, which clock, from, to, and what came of it.
    moved=  the last day is a day of rest            done=   the deed was done that day
    over=   it ended without the deed                until=  from that day another line holds
    since=  written down only that day
    +note   anything after a + is for people
"""

SUGGESTIONS = """
2025001 ASSIGN       2025-03-31 2025-04-15 done=2025-04-10 + Apr 1-3, 7-11, 14, 15
2025001 HAND_BACK    2025-04-10 2025-04-24 + Apr 11, 14-18, 21-24
2025001 CONTACT      2025-04-10 2025-05-12 done=2025-04-25 + ten to Apr 24; 25, Sunday 27, 28-30, May 6-9, 12
2025001 REPLY        2025-04-10 2025-06-10 done=2025-06-06
2025001 FEEDBACK     2025-06-06 2025-07-04 done=2025-06-12 + four weeks without a holiday

2025002 ASSIGN       2025-03-31 2025-04-15 done=2025-04-10
2025002 HAND_BACK    2025-04-10 2025-04-24
2025002 CONTACT      2025-04-10 2025-05-12 done=2025-05-20 + eight days late
2025002 ASSIST       2025-04-10 2025-05-26 done=2025-06-10 + twenty to May 12; 13-16, 19-23, 26
2025002 REPLY        2025-04-10 2025-06-10 done=2025-06-20 + ten days late
2025002 FEEDBACK     2025-06-20 2025-07-18 over=2025-07-25 + never returned: out of the rates (CQ-JY 29)

2025003 ASSIGN       2025-03-31 2025-04-15 done=2025-04-10
2025003 HAND_BACK    2025-04-10 2025-04-24
2025003 CONTACT      2025-04-10 2025-05-12 done=2025-04-30
2025003 ASSIST       2025-04-10 2025-05-26 done=2025-05-20
2025003 REPLY        2025-04-10 2025-06-10 until=2025-05-15 + then it was found difficult
2025003 REPLY        2025-04-10 2025-08-10 moved=2025-08-11 done=2025-08-11 + a Sunday: on Monday it is not late
2025003 FEEDBACK     2025-08-11 2025-09-08 done=2025-08-20
2025003 PROMISE      2025-08-11 2025-11-30 moved=2025-12-01 done=2025-12-05 + a Sunday; broken, kept four days late

2025004 ASSIGN       2025-03-31 2025-04-15 done=2025-04-10 until=2025-04-14
2025004 ASSIGN       2025-03-31 2025-04-15 done=2025-04-14 + given to the right unit, still in time
2025004 HAND_BACK    2025-04-10 2025-04-24 done=2025-04-11 until=2025-04-14
2025004 HAND_BACK    2025-04-14 2025-04-27 + Apr 15-18, 21-25 and the worked Sunday 27
2025004 CONTACT      2025-04-10 2025-05-12 until=2025-04-14
2025004 CONTACT      2025-04-14 2025-05-14 over=2025-06-18 + never spoken with; the answer ends the pressing
2025004 ASSIST       2025-04-14 2025-05-28 over=2025-06-18
2025004 REPLY        2025-04-10 2025-06-10 until=2025-04-14
2025004 REPLY        2025-04-14 2025-06-14 moved=2025-06-16 done=2025-06-18 + a Saturday; two days after Monday
2025004 FEEDBACK     2025-06-18 2025-07-16 done=2025-06-25 until=2025-08-20 + not satisfied
2025004 FEEDBACK     2025-08-20 2025-09-17 done=2025-09-10
2025004 ANSWER_AGAIN 2025-06-25 2025-08-25 done=2025-08-20

2025005 ASSIGN       2025-03-31 2025-04-15 done=2025-04-15 + on the last day
2025005 HAND_BACK    2025-04-15 2025-04-28
2025005 CONTACT      2025-04-15 2025-05-15 done=2025-05-15 + on the last day
2025005 REPLY        2025-04-15 2025-06-15 moved=2025-06-16 done=2025-06-16 + a Sunday
2025005 FEEDBACK     2025-06-16 2025-07-14 done=2025-06-30 until=2025-09-05 + not satisfied
2025005 FEEDBACK     2025-09-05 2025-10-10 done=2025-09-12 + still not; to Sep 26 fifteen, Sunday 28, 29, 30, Oct 9, 10
2025005 ANSWER_AGAIN 2025-06-30 2025-08-30 moved=2025-09-01 done=2025-09-05 until=2025-09-12 + a Saturday
2025005 ANSWER_AGAIN 2025-09-12 2025-11-12 over=2025-12-10 + talked over and ended
2025005 PROMISE      2025-06-16 2025-10-31 until=2025-09-05
2025005 PROMISE      2025-09-05 2025-12-31 over=2025-12-10

2025006 ASSIGN       2025-03-31 2025-04-15 done=2025-04-24 + nine days late
2025006 HAND_BACK    2025-04-24 2025-05-12 until=2025-05-08 + Apr 25, Sunday 27, 28-30, May 6-9, 12
2025006 HAND_BACK    2025-05-08 2025-05-22 + another unit: its days run from the day it got it
2025006 CONTACT      2025-04-24 2025-05-26 until=2025-05-08
2025006 CONTACT      2025-05-08 2025-06-06 over=2025-09-30 + May 9, 12-16, 19-23, 26-30, Jun 3-6
2025006 ASSIST       2025-04-24 2025-06-10 until=2025-05-08 + nobody assists after that
2025006 REPLY        2025-04-24 2025-06-24 done=2025-09-30 + runs on from the first assignment; three months late
2025006 FEEDBACK     2025-09-30 2025-11-04 done=2025-10-15 + Oct 9, 10, Saturday 11, then four weeks less three days

2025007 ASSIGN       2025-03-31 2025-04-15 done=2025-04-09
2025007 HAND_BACK    2025-04-09 2025-04-23
2025007 CONTACT      2025-04-09 2025-05-09 done=2025-05-06
2025007 REPLY        2025-04-09 2025-06-09 done=2025-05-19
2025007 FEEDBACK     2025-05-19 2025-06-17 done=2025-05-28 + one day longer than four weeks: Monday 2 June is a holiday

2025008 ASSIGN       2025-03-31 2025-04-15 done=2025-04-09 + assigned with 2025007, into which it is merged
2025008 HAND_BACK    2025-04-09 2025-04-23
2025008 CONTACT      2025-04-09 2025-05-09 over=2025-06-05
2025008 REPLY        2025-04-09 2025-06-09 done=2025-06-05 + answered by itself all the same
2025008 FEEDBACK     2025-06-05 2025-07-03 done=2025-07-09 + six days late

2025009 ASSIGN       2025-03-31 2025-04-15 over=2025-04-07 + withdrawn
2025010 ASSIGN       2025-03-31 2025-04-15 over=2025-05-20 + left lying for five weeks, then withdrawn

2025011 ASSIGN       2025-03-31 2025-04-15 done=2025-04-11 + a motion turned into a suggestion
2025011 HAND_BACK    2025-04-11 2025-04-25
2025011 CONTACT      2025-04-11 2025-05-13 done=2025-05-07
2025011 ASSIST       2025-04-11 2025-05-27 done=2025-05-26
2025011 REPLY        2025-04-11 2025-06-11 over=2025-06-05 + withdrawn while it was being handled

2025012 ASSIGN       2025-03-31 2025-04-15 over=2025-04-03 + not admitted

2025013 ASSIGN       2025-07-14 2025-07-28 done=2025-07-18 + between sessions
2025013 HAND_BACK    2025-07-18 2025-08-01
2025013 CONTACT      2025-07-18 2025-08-15 done=2025-08-05
2025013 REPLY        2025-07-18 2025-10-18 moved=2025-10-20 done=2025-10-20 + three months: a Saturday
2025013 FEEDBACK     2025-10-20 2025-11-17 over=2025-11-20 + never returned
2025013 PROMISE      2025-10-20 2025-12-31 done=2026-01-08 + its promise runs on although no verdict came back

2024007 ASSIGN       2024-03-29 2024-04-15 done=2024-04-08 + from the table of the year before
2024007 HAND_BACK    2024-04-08 2024-04-22
2024007 CONTACT      2024-04-08 2024-05-08 over=2024-06-07 + the table does not say whether anybody was heard
2024007 REPLY        2024-04-08 2024-07-08 done=2024-06-07
2024007 FEEDBACK     2024-06-07 2024-07-08 over=2024-06-07 + the verdict is in the table, its day is not
2024007 PROMISE      2024-06-07 ---------- until=2025-05-12 + until when, the table does not say
2024007 PROMISE      2024-06-07 2025-06-30 done=2025-06-25
"""

# replies to opinions: the day the opinion itself names; law sets none
SUPERVISION = """
E1 REPLY 2025-04-28 2025-06-27 done=2025-06-20
E2 REPLY 2025-07-21 2025-09-19 done=2025-09-29 + ten days late
E3 REPLY 2025-10-27 2025-12-26 done=2026-02-10 + six weeks late, over the end of the year
H1 REPLY 2025-09-18 2025-11-17 done=2025-11-17 + on the last day
"""

# the yearly plan, written down on 2 April: each by the end of its month; U3 was not planned, the year is all it has
PLAN = """
E1 PLAN 2025-04-02 2025-04-30 done=2025-04-24
E2 PLAN 2025-04-02 2025-07-31 done=2025-07-16
E3 PLAN 2025-04-02 2025-10-31 done=2025-10-22
V1 PLAN 2025-04-02 2025-04-30 done=2025-04-17
V2 PLAN 2025-04-02 2025-05-31 done=2025-05-14
V3 PLAN 2025-04-02 2025-05-31 done=2025-05-28 + it pressed for four days
V4 PLAN 2025-04-02 2025-07-31 done=2025-07-09
V5 PLAN 2025-04-02 2025-06-30 done=2025-06-12
V6 PLAN 2025-04-02 2025-06-30 done=2025-08-06 + planned for June, held in August
V7 PLAN 2025-04-02 2025-09-30 done=2025-09-24
V8 PLAN 2025-04-02 2025-11-30 done=2025-11-12
U1 PLAN 2025-04-02 2025-05-31 done=2025-05-21
U2 PLAN 2025-04-02 2025-06-30 done=2025-06-19
U3 PLAN 2025-04-02 2025-12-31 done=2025-08-20
U4 PLAN 2025-04-02 2025-10-31 done=2025-10-15
U5 PLAN 2025-04-02 2025-11-30 done=2025-11-26
H1 PLAN 2025-04-02 2025-09-30 done=2025-09-10
H2 PLAN 2025-04-02 2025-11-30 done=2025-11-19
O1 PLAN 2025-04-02 2025-05-31 done=2025-05-09
O2 PLAN 2025-04-02 2025-10-31 done=2025-10-31 + on the last day
N1 PLAN 2025-04-02 2025-04-30 done=2025-04-29
X1 PLAN 2025-04-02 2025-12-31 over=2025-12-15 + dropped, with its reason
"""

# Budget Law arts. 14, 52, 80; Regulations art. 88(2): days after the congress approved
MONEY = """
2025-BUDGET    PUBLISH 2025-04-01 2025-04-21 since=2025-04-02 done=2025-04-21
2025-BUDGET    REPLY   2025-04-01 2025-04-21 since=2025-04-02 done=2025-04-18 + ticked off: nothing else records it
2024-FINAL     PUBLISH 2025-09-12 2025-10-02 moved=2025-10-09 since=2025-09-15 done=2025-10-09 + in the holiday: the first day after it
2024-FINAL     REPLY   2025-09-12 2025-10-02 moved=2025-10-09 since=2025-09-15 done=2025-10-22 + ten days late on the 19th
2024-FINAL     FILE    2025-09-12 2025-10-12 moved=2025-10-13 since=2025-09-15 done=2025-10-13 + a Sunday
2025-ADJUSTED  PUBLISH 2025-09-12 2025-10-02 moved=2025-10-09 since=2025-09-15 done=2025-10-13 + four days late
2025-HALF_YEAR PUBLISH 2025-09-12 2025-10-02 moved=2025-10-09 since=2025-09-15 done=2025-09-30
"""

TASKS = """
T1 TASK 2025-04-02 2025-06-30 done=2025-06-27
T2 TASK 2025-04-02 2025-09-30 done=2025-10-14 + two weeks late
T3 TASK 2025-04-02 2025-11-30 over=2025-10-20 + dropped, with its reason
T4 TASK 2025-04-02 2025-12-31 + never done
"""

# a project is due on the last day of its month, its acceptance 30 days after it was finished (the office's choice)
PROJECTS = """
J1  FINISH     2025-04-02 2025-09-30 done=2025-09-20
J1  MILESTONE  2025-04-16 2025-06-30 done=2025-06-27
J1  ACCEPTANCE 2025-09-20 2025-10-20 done=2025-10-10
J2  FINISH     2025-04-02 2025-11-30 done=2025-11-25
J2  ACCEPTANCE 2025-11-25 2025-12-25 done=2025-12-19
J3  FINISH     2025-04-02 2025-08-31 done=2025-10-08 + overdue for five weeks
J3  MILESTONE  2025-04-16 2025-06-15 done=2025-07-05 + late already there
J3  ACCEPTANCE 2025-10-08 2025-11-07 done=2025-12-15 + and here
J4  FINISH     2025-04-02 2025-11-30 done=2025-11-28
J4  MILESTONE  2025-04-16 2025-07-31 done=2025-07-31 + on the day
J4  ACCEPTANCE 2025-11-28 2025-12-28 done=2025-12-20
J5  FINISH     2025-04-02 2025-12-31 done=2025-12-26
J5  ACCEPTANCE 2025-12-26 2026-01-25 done=2026-01-20
J6  FINISH     2025-04-02 2025-11-30 done=2025-11-10
J6  ACCEPTANCE 2025-11-10 2025-12-10 done=2025-12-05
J7  FINISH     2025-04-02 2025-09-30 done=2025-09-28
J7  ACCEPTANCE 2025-09-28 2025-10-28 done=2025-10-20
J8  FINISH     2025-04-02 2025-10-31 over=2025-09-16 + dropped by decision of the congress
J9  FINISH     2025-04-02 2025-08-31 done=2025-08-29
J9  ACCEPTANCE 2025-08-29 2025-09-28 done=2025-09-20
J10 FINISH     2025-04-02 2025-12-31 done=2025-12-20
J10 ACCEPTANCE 2025-12-20 2026-01-19 done=2026-01-15
"""

# asked for by the end of the month after the period; from its first day it presses
FIGURES = """
targets HALF_YEAR 2025-04-02 2025-07-31 done=2025-07-15
targets YEAR      2025-04-02 2026-01-31 done=2026-02-20 + counted late
"""

# the notice of a session, ten days before it opens (CQ 11), and its opening
SESSIONS = """
spring      NOTICE 2025-03-21 2025-03-21 done=2025-03-21
spring      OPEN   2025-03-21 2025-03-31 over=2025-03-31
midyear     NOTICE 2025-09-02 2025-09-02 done=2025-09-02
midyear     OPEN   2025-09-02 2025-09-12 over=2025-09-12
spring-2026 NOTICE 2026-03-20 2026-03-20 done=2026-03-23 + told three days late
spring-2026 OPEN   2026-03-20 2026-03-30 over=2026-03-30
"""
# how many days before the last day each presses where it is not seven, and how late it goes to the chair: all are
# the office's own choice, no law sets them
REMIND = {"NOTICE": 3, "OPEN": 14, "HALF_YEAR": 30, "YEAR": 30}
ESCALATE = 10
