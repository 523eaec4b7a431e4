"""What we know of the world, as tables that people can edit: regions, parks, industries, slogans, words."""

from lexicon.industries import Industry, Keyword, industries
from lexicon.slogans import Slogan, in_context, matching_forms, search_key, slogans
from lexicon.table import TableError
from lexicon.words import Word, words

__all__ = [
    "Industry",
    "Keyword",
    "Slogan",
    "TableError",
    "Word",
    "in_context",
    "industries",
    "matching_forms",
    "search_key",
    "slogans",
    "words",
]
