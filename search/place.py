"""The place that a document is mainly about."""

from __future__ import annotations

from search.run import Response


def place_of(source: Response) -> str | None:
    """The deepest path of the main subject: of the regions that follow one another from the first, the last."""
    regions = source.get("region") or []
    regions = [regions] if isinstance(regions, str) else regions
    place = None
    for path in regions:
        if place is not None and not path.startswith(f"{place}/"):
            break
        place = path
    return place
