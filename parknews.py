"""parknews: the program. Its commands are in the package `commands`."""

from __future__ import annotations

from commands import node, pages, questions
from commands.group import main

__all__ = ["main", "node", "pages", "questions"]

if __name__ == "__main__":
    main()
