"""The slogans of the lexicon that a text uses."""

from __future__ import annotations

from indexer import RawPage, Skipped, process
from lexicon import Slogan, slogans
from scripts.evaluation.cases import REPO
from scripts.evaluation.compare import NOTHING, set_metrics
from scripts.evaluation.findings import Findings, confusions, present
from scripts.evaluation.judged import Pages

QUOTED = "引号"  # as a context word of the lexicon: the slogan stands in quotes
NOTICE = """关于全市重点工作推进情况的通报
各部门围绕中心任务抓落实，上半年各项工作取得积极成效。
会议强调，要深入实施{form}，{context}工作要常抓不懈，确保任务按时完成。
下一步，各单位要加强调度，及时报送进展情况。"""


def evaluate(pages: Pages) -> Findings:
    """Precision and recall over all slogans of all pages; in the repository, every form of the lexicon in a notice."""
    metrics, wrong = set_metrics("slogan", pages.pairs("slogan"))
    if pages.source != REPO:
        return Findings(metrics, (wrong,), ("slogan precision", "slogan recall"))
    forms = [(slogan, form) for slogan in slogans() for form in (slogan.name, *slogan.variants)]
    missed = [(form, NOTHING, slogan.name) for slogan, form in forms if not _is_found(slogan, form)]
    metrics |= present({"lexicon forms found": (len(forms) - len(missed), len(forms))})
    listings = (wrong, confusions("forms of the lexicon that are not found", missed))
    return Findings(metrics, listings, ("slogan precision", "slogan recall", "lexicon forms found"))


def _is_found(slogan: Slogan, form: str) -> bool:
    words = [word for word in slogan.context if word != QUOTED]
    shown = form if words or not slogan.context else f"“{form}”"
    text = NOTICE.format(form=shown, context=words[0] if words else "")
    result = process(RawPage(text, form, kind="text"))
    return not isinstance(result, Skipped) and slogan.name in result.slogan
