"""Question in, answer out. Knows Elasticsearch, knows no Flask."""

from search.answer import Answer, Article, FacetValue, Hit, SavedLink, Span
from search.as_json import answer_json
from search.help import HelpRow, query_help
from search.links import LinkStore
from search.question import Question
from search.searcher import Searcher
from search.terminal import as_lines

__all__ = [
    "Answer",
    "Article",
    "FacetValue",
    "HelpRow",
    "Hit",
    "LinkStore",
    "Question",
    "SavedLink",
    "Searcher",
    "Span",
    "answer_json",
    "as_lines",
    "query_help",
]
