"""Names and editions of the texts that are cited."""

from huitang.rules.legal_text import Citation, Text

NAMES: dict[str, Text] = {
    "ZZF": Text("《地方组织法》", "Organic Law"),
    "DBF": Text("《代表法》", "Deputies Law"),
    "XJF": Text("《选举法》", "Electoral Law"),
    "YSF": Text("《预算法》", "Budget Law"),
    "YSR": Text("《预算法实施条例》", "Budget Law Regulations"),
    "XF": Text("《宪法》", "Constitution"),
    "XS": Text("《关于实行宪法宣誓制度的决定》", "Constitutional Oath Decision"),
    "MF": Text("《民法典》", "Civil Code"),
    "ZJ": Text("《浙江省乡镇人民代表大会工作条例》", "Zhejiang Township Congress Regulations"),
    "SD": Text("《山东省乡镇人民代表大会工作若干规定》", "Shandong Township Congress Provisions"),
    "CQ": Text("《重庆市乡镇人民代表大会工作条例》", "Chongqing Township Congress Regulations"),
    "BJ": Text("《北京市乡、民族乡、镇人民代表大会组织条例》", "Beijing Township Congress Regulations"),
    "HN": Text("《河南省乡镇人民代表大会主席团工作条例》", "Henan Township Presidium Regulations"),
    "JS": Text("《江苏省乡镇人民代表大会工作条例》", "Jiangsu Township Congress Regulations"),
    "SH-DB": Text("《上海市实施〈代表法〉办法》", "Shanghai Deputies Law Measures"),
    "SD-DB": Text("《山东省实施〈代表法〉办法》", "Shandong Deputies Law Measures"),
    "ZJ-JY": Text("《浙江省代表建议办理规定》", "Zhejiang Suggestions Provisions"),
    "SD-JY": Text("《山东省代表建议办理工作条例》", "Shandong Suggestions Regulations"),
    "CQ-JY": Text("《重庆市代表建议、批评和意见工作条例》", "Chongqing Suggestions Regulations"),
    "HN-JY": Text("《河南省代表建议办理办法》", "Henan Suggestions Measures"),
    "BOOK": Text("乡镇人大工作问答（二手资料）", "published questions and answers (secondary source)"),
    "METHOD": Text("本次会议通过的办法", "the method this session adopted"),
    "OFFICE": Text("法律未规定，由本单位选定", "not settled by law: the office's choice"),
}

FULL_NAMES: dict[str, Text] = {
    "ZZF": Text(
        "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》",
        "Organic Law of the Local People's Congresses and Local People's Governments",
    ),
    "DBF": Text(
        "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》",
        "Law on Deputies to the National People's Congress and Local People's Congresses",
    ),
    "XJF": Text(
        "《中华人民共和国全国人民代表大会和地方各级人民代表大会选举法》",
        "Electoral Law of the National People's Congress and Local People's Congresses",
    ),
}

EDITIONS: dict[str, str] = {
    "ZZF": "2022-03-11",
    "DBF": "2025-03-11",
    "XJF": "2020-10-17",
    "YSF": "2018-12-29",
    "YSR": "2020-08-03",
    "XF": "2018-03-11",
    "XS": "2018-02-24",
    "MF": "2020-05-28",
    "ZJ": "2023-07-28",
    "SD": "2015-12-03",
    "CQ": "2016-03-31",
    "BJ": "2016-03-24",
    "HN": "2016-11-18",
    "JS": "2022-07-29",
    "SH-DB": "",
    "SD-DB": "2015-12-03",
    "ZJ-JY": "2016-05-27",
    "SD-JY": "2017-05-19",
    "CQ-JY": "2017-11-30",
    "HN-JY": "2017-07-28",
    "BOOK": "",
    "METHOD": "",
    "OFFICE": "",
}


def cite(law: str, article: str, zh: str, en: str, *, edition: str = "", by_analogy: bool = False) -> Citation:
    """Make a citation with the name and, unless told otherwise, the edition read for that law."""
    return Citation(
        law=law,
        article=article,
        edition=edition or EDITIONS[law],
        name=NAMES[law],
        gist=Text(zh=zh, en=en),
        by_analogy=by_analogy,
    )
