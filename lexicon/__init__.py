"""What we know of the world, as tables that people can edit: regions, signs of cities, parks, industries, slogans,
words, everyday words, look-alikes."""

from lexicon.city_signs import CitySigns, cities_by_area_code, cities_by_prefix, city_by_host, city_signs
from lexicon.everyday_words import everyday_words
from lexicon.industries import Industry, Keyword, industries
from lexicon.look_alikes import look_alikes
from lexicon.parks import Park, parks, parks_by_name, shared_aliases
from lexicon.regions import Former, Region, region_by_code, region_by_path, regions, regions_by_name
from lexicon.slogans import Slogan, in_context, matching_forms, search_key, slogans
from lexicon.table import TableError
from lexicon.words import Word, words

__all__ = [
    "CitySigns",
    "Former",
    "Industry",
    "Keyword",
    "Park",
    "Region",
    "Slogan",
    "TableError",
    "Word",
    "cities_by_area_code",
    "cities_by_prefix",
    "city_by_host",
    "city_signs",
    "everyday_words",
    "in_context",
    "industries",
    "look_alikes",
    "matching_forms",
    "parks",
    "parks_by_name",
    "region_by_code",
    "region_by_path",
    "regions",
    "regions_by_name",
    "search_key",
    "shared_aliases",
    "slogans",
    "words",
]
