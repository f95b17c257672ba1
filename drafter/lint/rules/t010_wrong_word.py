"""用错了字词。

检查什么
固定说法里用错的字：权力与权利、法治与法制、负责人与责任人、调解与调节、反映与反应，以及“布署”“台帐”一类的错别字。
收了六百多条，都带上下文，列在模板的 wording.yaml 里，可以自己增减；有歧义的字不报。

为什么
“权利清单”“法制政府”“第一负责人”一类的错，读的人一眼就看出来，而且往往在标题里。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
编制权利清单，开展法制宣传，党政主要责任人履行职责，安全生产工作统一布署。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
编制权力清单，开展法治宣传，党政主要负责人履行职责，安全生产工作统一部署，做好重大执法决定法制审核。
```

怎么改
照提示改正；确实是专名的（如旧文件名称），写进《》里就不再提示。

依据
《党政机关公文处理工作条例》：公文用语应当规范；《现代汉语词典》。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import Listed, listed
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.pack.word_slips import slips_of

_TITLES = re.compile(r"《[^》]{0,100}》")


@rule("T010", "wrong-word", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find wrong words outside the names of documents."""
    slips = slips_of(draft.pack)
    words = {word for word, _ in draft.printed.listed(_wrong(draft.pack))}
    words.update(word for word in slips.single if word in draft.printed)
    for span, text in draft.printed.with_any(words):
        named = [found.span() for found in _TITLES.finditer(text)]
        for slip, start in slips.find(text, words):
            if slip.since and draft.year and draft.year < slip.since:
                continue
            if any(begin <= start < end for begin, end in named):
                continue
            yield Finding(
                f"“{slip.wrong}”应为“{slip.right}”。",
                f"请改为“{slip.right}”：{slip.because}。",
                span.place(start, start + len(slip.wrong)),
                quote=slip.wrong,
            )


@once_for
def _wrong(pack: Pack) -> Listed:
    return listed(slips_of(pack).by_pair)
