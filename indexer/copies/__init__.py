"""Near-copies: reposts of one text get one group; other notices of the same form do not."""

from indexer.copies.core import Text
from indexer.copies.groups import Groups
from indexer.copies.signature import VERSION, signature_of
from indexer.copies.stored import StoredGroups
from indexer.copies.verdict import same_text

__all__ = ["VERSION", "Groups", "StoredGroups", "Text", "same_text", "signature_of"]
