"""Who "she" can be: given names that women bear, and women in public life whose names do not tell in English.
Facts of our own; a name that is not here says nothing."""

_GIVEN = frozenset(
    (
        "abigail agnes alexandra alice amanda amber amina amy ana andrea angela angelina ann anna anne "
        "annegret annette antonia asma audrey barbara beata benazir bernadette beth brigitte carla carmen "
        "caroline carrie catherine cathy charlotte chelsea cheryl christiane christina christine chrystia "
        "claire claudia condoleezza cristina cynthia dalia dana deborah debra diana diane dilma dina "
        "donna dorothy edith eleanor elena elisabeth elizabeth ellen emily emma erna esther eva evelyn "
        "fatima federica fiona florence frances gabriela gina gloria golda grace hanan hannah heather "
        "heidi helen helena hillary imelda indira inga ingrid irina isabel ivanka jacinda jacqueline jane "
        "janet jean jeanine jennifer jessica jill joan joanna josephine joyce judith julia julie karen "
        "katherine kathleen kathryn katie kayleigh kellyanne kimberly kirstjen laura lauren leila linda "
        "lindsay lisa liz loretta louise lucy madeleine malala margaret margarita margot maria marie "
        "marina marine marise martha mary maryam megan melania melissa mercedes mette michele michelle "
        "mona monica nadia nancy natalia natalie nicola nikki nina olga olivia oprah pamela patricia "
        "paula penny phumzile rachel rebecca rosa rosemary roza ruth sabine samantha sandra sanna sara "
        "sarah sally sharon sheikha shirley simone sofia sonia sophie stephanie susan susanne suzanne "
        "svetlana tammy tatiana teresa theresa tina tulsi tzipi ursula valerie vanessa vera veronica "
        "victoria virginia viviane winnie yingluck yulia yuriko zainab"
    ).split()
)
_KNOWN = frozenset(
    (
        "aungsansuukyi choesonhui huachunying hyonsongwol kangkyungwha kimyojong parkgeunhye risolju "
        "sheikhhasina tsaiingwen fuying mengwanzhou lyudmilapavlichenko ellenjohnsonsirleaf khaledazia"
    ).split()
)


def woman(name: str) -> bool:
    """Whether the full name is known to be a woman's."""
    words = name.lower().split()
    return bool(words) and (words[0] in _GIVEN or "".join(words).replace("-", "") in _KNOWN)
