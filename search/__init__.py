"""Question in, answer out. Knows Elasticsearch, knows no Flask."""

from search.answer import Answer, Article, FacetValue, Hit, SavedLink, Span
from search.as_json import answer_json
from search.concordance import Concordance, Line
from search.concordance_files import concordance_format
from search.concordance_terminal import concordance_as_lines
from search.concordance_view import ConcordanceView
from search.export import Export, format_named
from search.export.output import write_pieces, write_to
from search.help import HelpRow, query_help
from search.links import LinkStore
from search.question import Question
from search.sample import USUAL_SAMPLE
from search.searcher import Searcher
from search.suggester import Correction, Suggestion
from search.terminal import as_lines
from search.verification_table import verification_lines
from search.verify import Verification, slogan_phrases

__all__ = [
    "USUAL_SAMPLE",
    "Answer",
    "Article",
    "Concordance",
    "ConcordanceView",
    "Correction",
    "Export",
    "FacetValue",
    "HelpRow",
    "Hit",
    "Line",
    "LinkStore",
    "Question",
    "SavedLink",
    "Searcher",
    "Span",
    "Suggestion",
    "Verification",
    "answer_json",
    "as_lines",
    "concordance_as_lines",
    "concordance_format",
    "format_named",
    "query_help",
    "slogan_phrases",
    "verification_lines",
    "write_pieces",
    "write_to",
]
