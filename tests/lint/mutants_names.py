"""Mutants for the rules on meetings, plans, laws, own names and duties (Y002, Y003, N002-N004)."""

from __future__ import annotations

from tests.lint.mutants import by_rows, m, replaced

# Codes that have to be found (the first is the rule's), name, what, by what, codes that may follow.
REPLACED = (
    ("Y002", "大 for 届", r"党的二十大和二十届历次全会", "党的二十大四中全会", ""),
    ("Y002", "届 lost", r"党的二十大和二十届历次全会", "党的二十四中全会", ""),
    ("Y002", "the list stops a session early", r"党的二十大和二十届历次全会", "党的二十大和二十届二中、三中全会", ""),
    ("Y002", "次 for 中", r"党的二十大和二十届历次全会", "党的二十届四次全会", ""),
    ("Y002", "a session that never was", r"党的二十大和二十届历次全会", "党的十九届九中全会", ""),
    ("Y002", "a name without 全面", r"中央全面依法治国工作会议", "中央依法治国工作会议", ""),
    ("Y003", "last year’s framework",
     r"按照中央全面依法治国工作会议要求", "按照《法治政府建设实施纲要（2021—2025年）》要求", ""),
    ("Y003", "a period that never was",
     r"按照中央全面依法治国工作会议要求", "按照《法治政府建设实施纲要（2022—2026年）》要求", ""),
    ("Y003", "a word lost from the name",
     r"按照中央全面依法治国工作会议要求", "按照《法治政府实施纲要（2021—2025年）》要求", ""),
    ("Y003", "the dash lost",
     r"按照中央全面依法治国工作会议要求", "按照《法治社会建设实施纲要（20202025年）》要求", "T009"),
    ("Y003", "by its short name", r"街道把“九五”普法规划、", "街道把“八五”普法规划、", ""),
    ("Y003", "an old one without years",
     r"按照中央全面依法治国工作会议要求", "按照《全面推进依法行政实施纲要》要求", ""),
    ("N002", "repealed", r"《物业管理条例》", "《物权法》", ""),
    ("N002", "renamed, with the State’s name",
     r"《中华人民共和国道路交通安全法》", "《中华人民共和国治安管理处罚条例》", ""),
    ("N002", "a law that isn’t", r"《中华人民共和国法治宣传教育法》", "《中华人民共和国法制宣传教育法》", "T010"),
    ("N002", "a word lost", r"《中华人民共和国道路交通安全法》", "《道路交通法》", ""),
    ("N002", "without marks", r"民间借贷、赡养三类案件", "婚姻法、赡养三类案件", ""),
    ("N002", "almost a regulation", r"《行政执法监督条例》接受", "《行政执法监察条例》接受", ""),
    ("N002", "invented", r"《物业管理条例》", "《邻里和睦保障法》", ""),
    ("N003", "a town’s own name", r"^街道下辖社区6个", "我镇下辖社区6个", ""),
    ("N003", "a township’s", r"在册人民调解员", "全乡在册人民调解员", "F001 F012 F002"),
    ("N003", "of both", r"街道制定修订内部制度", "本乡镇制定修订内部制度", ""),
    ("N003", "the name with another ending", r"以青石桥街道办事处为被申请人", "以青石桥镇人民政府为被申请人", "N001"),
    ("N003", "道 lost", r"街道综治中心把司法所", "青石桥街司法所把综治中心", ""),
    ("N003", "in a heading", r"^## 二、2026年度推进", "## 二、2026年度本镇推进", ""),
    ("N004", "legislation", r"^5月对现行文件", "街道推进科学立法。5月对现行文件", ""),
    ("N004", "a decision on review", r"(审结的复议案件)", r"全年作出行政复议决定2件，\1", "F012 F004 F002 F009"),
    ("N004", "adjudication", r"(处理劳资纠纷)", r"作出行政裁决若干，\1", ""),
    ("N004", "a standing committee", r"配合人大代表监督活动", "配合街道人大常委会监督活动", "F001 F012"),
    ("N004", "in a heading", r"^### （四）管好规范性文件", "### （四）推进行政立法，管好规范性文件", "S001"),
    ("N004", "an executive meeting", r"并在办公会上通报", "并在街道办事处常务会议上通报", ""),
)  # fmt: skip

NAMES = (
    *by_rows(REPLACED),
    m(
        "Y002",
        "the congress left out",
        replaced(r"(?:党的)?二十(?:大|届)[^，。]*精神，", "", 0),
        "Y002",
    ),
)
