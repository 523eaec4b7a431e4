"""Random input without a time limit for each example: the machine may be busy."""

from hypothesis import settings

settings.register_profile("parknews", deadline=None)
settings.load_profile("parknews")
