"""The command line: which sections, which half, which form."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from scripts.evaluation.cases import ROOT, SPLITS, TUNED
from scripts.evaluation.gates import falls
from scripts.evaluation.report import as_json, as_markdown, as_text
from scripts.evaluation.sections import SECTIONS, run
from scripts.quality import write_part

PART = "the indexer"  # of docs/quality.md; the others are of ranking and speed
NOT_HERE = "The shared corpora are not here (../shared or $PARKNEWS_SHARED): only the repository's pages are measured."


def main() -> int:
    """Run the sections; 0 when every gate holds, 1 when one does not, 2 for a wrong command line."""
    options = _options()
    shared = _shared()
    if not shared:
        print(NOT_HERE, file=sys.stderr)
    splits = SPLITS if options.held_out or options.write else (TUNED,)
    results = run(options.sections or SECTIONS, splits, shared)
    fallen = falls(results)
    if options.json:
        print(as_json(results, fallen, held_out_lists=options.held_out_lists))
    else:
        print(as_text(results, held_out_lists=options.held_out_lists))
    if options.write:
        write_part(PART, as_markdown(results, held_out_lists=options.held_out_lists))
    for sentence in fallen:
        print(sentence, file=sys.stderr)
    return 1 if fallen else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description="Measure the indexer on labelled pages.")
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"all, or some of: {' '.join(SECTIONS)}")
    parser.add_argument("--held-out", action="store_true", help="the held-out half too: its numbers, never its pages")
    parser.add_argument(
        "--held-out-lists", action="store_true", help="what went wrong there too: only when the rules are finished"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--write", action="store_true", help="write the part of docs/quality.md: both halves")
    options = parser.parse_args()
    if unknown := set(options.sections) - set(SECTIONS):
        parser.error(f"no section {', '.join(sorted(unknown))}; there are {' '.join(SECTIONS)}")
    if options.write and options.sections:
        parser.error("--write takes all sections")
    return options


def _shared() -> Path | None:
    """The folder of shared corpora, where it is."""
    folder = Path(os.environ.get("PARKNEWS_SHARED") or ROOT.parent / "shared")
    return folder if (folder / "corpora").is_dir() else None


if __name__ == "__main__":
    sys.exit(main())
