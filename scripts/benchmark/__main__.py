"""The command line of scripts/bench."""

from __future__ import annotations

import argparse
import sys

from engine import ParknewsError, connect, load_settings
from scripts.benchmark.corpus import prepare
from scripts.benchmark.report import as_markdown
from scripts.benchmark.search import time_searches
from scripts.benchmark.timing import ROUNDS
from scripts.quality import write_part


def main() -> int:
    """Fill the collection where it is not there yet, time it, print the tables; 3 without an Elasticsearch."""
    options = _options()
    command = " ".join(
        ["scripts/bench", "search", *([f"--documents {options.documents}"] if options.documents else [])]
    )
    try:
        settings = load_settings()
        client = connect(settings, report=lambda line: print(line, file=sys.stderr))
        settings, documents = prepare(client, settings, options.documents)
        timings, exports = time_searches(client, settings, options.rounds)
    except ParknewsError as error:
        print(error, file=sys.stderr)
        return 3
    text = as_markdown(documents, timings, exports, command)
    print(text)
    if options.write:
        write_part(f"speed of {options.documents or 'real'} documents", text)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Time the search side on a real Elasticsearch.")
    parser.add_argument("what", choices=["search"], help="what to time")
    parser.add_argument(
        "--documents", type=int, metavar="N", help="make documents until there are N; without it, the real ones"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each query is asked")
    parser.add_argument("--write", action="store_true", help="write the table into docs/quality.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
