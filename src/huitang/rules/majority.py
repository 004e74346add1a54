"""The three fractions the law uses, in whole numbers only.

Sources: 以上 includes the number itself (Civil Code art. 1259, by analogy); 过半数 does not.
"""

from huitang.rules.legal_text import refuse_impossible


def two_thirds(number: int) -> int:
    """The fewest that are 三分之二以上 of number: 95 gives 64 (Organic Law art. 14(4))."""
    refuse_impossible(number=number)
    return -(-2 * number // 3)


def majority_of_all(number: int) -> int:
    """The fewest that are 过半数 of number: 95 and 94 give 48; exactly half fails (Organic Law art. 25)."""
    refuse_impossible(number=number)
    return number // 2 + 1


def one_fifth(number: int) -> int:
    """The fewest that are 五分之一以上 of number: 95 gives 19 (Organic Law arts. 14(3), 31(2))."""
    refuse_impossible(number=number)
    return -(-number // 5)


def one_third(number: int) -> int:
    """The fewest that are 三分之一 of number: 600 gives 200 (Electoral Law art. 45, deputies only)."""
    refuse_impossible(number=number)
    return -(-number // 3)


def half_or_more(number: int) -> int:
    """The fewest that are 半数以上 of number, itself included: 10 gives 5 (Deputies Law art. 20)."""
    refuse_impossible(number=number)
    return -(-number // 2)
