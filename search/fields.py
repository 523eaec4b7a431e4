"""The fields and the operators of nearness that a query can name: one table for parser, compiler and help."""

from __future__ import annotations

from dataclasses import dataclass

from engine.message import Message


@dataclass(frozen=True)
class FieldName:
    """A field of the query language."""

    key: str  # English name, accepted in a query
    label: str  # Chinese name, accepted in a query and used when a query is printed
    kind: str  # how its values are read: text, place, name, part, year, date
    example: str
    meaning: str
    index: str = ""  # the field of the index it reads, where that has another name

    @property
    def source(self) -> str:
        """The field of the index."""
        return self.index or self.key


FIELDS = (
    FieldName(
        "region",
        "地区",
        "place",
        Message("地区:平凉"),
        Message("写到这个省、市、县或其中市县的文档；可写简称、旧称或全路径"),
    ),
    FieldName(
        "industry", "行业", "name", Message("行业:新能源汽车"), Message("属于这个行业的文档；可写行业名的一部分")
    ),
    FieldName(
        "year",
        "年份",
        "year",
        Message("年份:2020-2023"),
        Message("这些年发布的文档；一年（2023）、一段、2020- 或 -2023"),
    ),
    FieldName(
        "date",
        "日期",
        "date",
        Message("日期:2023-09..2023-12"),
        Message("这些日子发布的文档；可写 2023、2023-09、2023-09-05，或一段，一头可以不写（2023-09..）"),
        index="published",
    ),
    FieldName("slogan", "口号", "name", Message("口号:三抓三促"), Message("用到这个口号（及其不同写法）的文档")),
    FieldName(
        "park", "园区", "name", Message("园区:苏州工业园区"), Message("写到这个园区的文档；可写简称或园区名的一部分")
    ),
    FieldName("title", "标题", "text", Message('标题:"项目突破年"'), Message("标题里有这个词；加引号为原样短语")),
    FieldName("kind", "类型", "name", Message("类型:政策"), Message("新闻、政策、讲话、报告、公告、其他")),
    FieldName("outlet", "来源", "part", Message("来源:甘肃日报"), Message("媒体或发布机构名中有这几个字")),
    FieldName("author", "作者", "part", Message("作者:发展改革委"), Message("作者或起草、发文部门的名称中有这几个字")),
    FieldName("site", "网站", "part", Message("网站:gov.cn"), Message("网址的域名中有这几个字")),
    FieldName(
        "document_number",
        "文号",
        "part",
        Message("文号:甘政发〔2023〕12号"),
        Message("文号中有这几个字；各种括号都可以"),
    ),
)
BY_NAME = {name: field for field in FIELDS for name in (field.key, field.label)}
BY_KEY = {field.key: field for field in FIELDS}


@dataclass(frozen=True)
class Scope:
    """An operator of nearness."""

    key: str  # English name, accepted in a query
    label: str  # Chinese name, accepted in a query and used when a query is printed
    syntax: str
    example: str
    meaning: str


_SCOPES = (
    Scope(
        "sentence",
        "同句",
        Message("同句( ) 或 sentence( )"),
        Message("同句(招商 高新区)"),
        Message("几个词或短语在同一句里，先后不论"),
    ),
    Scope(
        "paragraph",
        "同段",
        Message("同段( ) 或 paragraph( )"),
        Message('同段("三抓三促" 高新区)'),
        Message("几个词或短语在同一段里，先后不论"),
    ),
    Scope(
        "near",
        "近",
        Message("近10( ) 或 near10( )"),
        Message("近10(招商 (高新区 OR 经开区))"),
        Message("几个词或短语相距不超过 10 个字，先后不论；数字可以是 1 到 200"),
    ),
)
SCOPES = {scope.key: scope for scope in _SCOPES}
