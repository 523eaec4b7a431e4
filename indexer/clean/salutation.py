"""The line in which a document, a letter or a speech addresses its readers."""

from __future__ import annotations

import re

# Whom a document addresses: what stands below is its text.
SALUTATION = re.compile(
    r"^(?:各\S|\S{2,30}(?:政府|单位|部门|委员会|公司|企业|[委厅局办院]))[^。；]{0,60}[:：]$|^(?:同志们|各位\S{2,6}|尊敬的\S{2,12})[:：,，!！]$"
)
