"""What titles of documents and names of files end with: one list for every rule that asks."""

from __future__ import annotations

import re

NOTICES = r"通知|公告|通告|通报|公示|函|意见|办法|规定|决定|决议|批复|报告|声明|启事|提示|方案|细则|条例|讲话|须知"
_TYPES = r"pdf|docx?|xlsx?|pptx?|wps|et|ofd|ceb|zip|rar|7z"
FILE_NAME = re.compile(rf"\.(?:{_TYPES})\b", re.IGNORECASE)
