"""Question in, answer out. Knows Elasticsearch, knows no Flask."""

from search.answer import Answer, Article, FacetValue, Hit, SavedLink, Span
from search.as_json import answer_json
from search.base import Base
from search.by_place import PlaceCounts
from search.characteristic import Characteristic
from search.concordance import Concordance, Line
from search.concordance_files import concordance_format
from search.concordance_terminal import concordance_as_lines
from search.concordance_view import ConcordanceView
from search.context_json import concordance_json, copies_json, difference_json
from search.corpus import Corpus
from search.export import Export, format_named
from search.export.output import write_pieces, write_to
from search.facet_page import FacetPage
from search.figures_json import (
    by_place_json,
    characteristic_json,
    facet_page_json,
    firsts_json,
    place_json,
    trends_json,
)
from search.firsts import Firsts
from search.help import HelpRow, query_help
from search.links import LinkStore
from search.question import Question
from search.sample import USUAL_SAMPLE
from search.searcher import Searcher
from search.suggester import Correction, Suggestion
from search.terminal import as_lines
from search.trends import Trends
from search.trends_csv import trends_csv
from search.trends_terminal import trends_as_lines
from search.verification_table import verification_lines
from search.verify import Verification, slogan_phrases

__all__ = [
    "USUAL_SAMPLE",
    "Answer",
    "Article",
    "Base",
    "Characteristic",
    "Concordance",
    "ConcordanceView",
    "Corpus",
    "Correction",
    "Export",
    "FacetPage",
    "FacetValue",
    "Firsts",
    "HelpRow",
    "Hit",
    "Line",
    "LinkStore",
    "PlaceCounts",
    "Question",
    "SavedLink",
    "Searcher",
    "Span",
    "Suggestion",
    "Trends",
    "Verification",
    "answer_json",
    "as_lines",
    "by_place_json",
    "characteristic_json",
    "concordance_as_lines",
    "concordance_format",
    "concordance_json",
    "copies_json",
    "difference_json",
    "facet_page_json",
    "firsts_json",
    "format_named",
    "place_json",
    "query_help",
    "slogan_phrases",
    "trends_as_lines",
    "trends_csv",
    "trends_json",
    "verification_lines",
    "write_pieces",
    "write_to",
]
