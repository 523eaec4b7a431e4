"""Short texts in every frame of a site stay documents: words of walls and errors in them, lists of others beside them."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from tests.indexer.cleaning import PARAGRAPHS, cleaned, page
from tests.indexer.list_pages import ABSTRACT
from tests.indexer.site_frames import HEADLINES, dated, framed, in_tables, links

TITLE = "云岭高新区八月份重点工作情况"
TEXTS = (
    "云岭市把防护林建设作为生态修复的重点，今年以来完成造林三千余亩，有效遏制了水土流失。",
    "云岭一家企业研制的新设备刚刚完成生产验证，能准确识别大坝内部的渗漏，填补了国内空白。",
    "云岭市大力推进创新平台建设和人才培育，全市新增省级研发机构九家，研发投入再创新高。",
    "目前云岭市冬小麦即将进入拔节期，农技人员深入田间地头指导春管，确保夏粮丰产丰收。",
    "云岭产业园招商大会将于下月举行，届时将集中签约一批重大项目，精彩内容敬请期待。",
    "云岭税务部门提醒纳税人，办理退税无需提供密码和验证码，谨防不法分子冒充工作人员实施诈骗。",
    "云岭市政务平台用户登录后可查看全部办件进度，群众足不出户就能办成事，满意度不断提高。",
    "受持续降雨影响，云岭至南岸公路部分路段塌方，车辆无法通行，抢修人员正在现场全力抢通。",
)


def _recommended() -> str:
    pairs = zip(HEADLINES, ABSTRACT * 2, strict=False)
    return "".join(f"<div><h3><a href='{t}'>{t}</a></h3><p>{a}</p><span>2023-09-05</span></div>" for t, a in pairs)


FRAMES: dict[str, Callable[[str], str]] = {
    "a source line": lambda p: framed(
        TITLE, f"<h1>{TITLE}</h1><div>发布时间：2023-09-05 来源：本站</div><div>{p}</div>{links(0, 20)}"
    ),
    "boxes on both sides": lambda p: framed(
        TITLE, f"<div>{links(0, 8)}</div><div><h2>{TITLE}</h2><p>{p}</p></div><div>{links(8, 9)}{links(15, 9)}</div>"
    ),
    "tables": lambda p: in_tables(
        TITLE,
        f"<table><tr><td align=center><b>{TITLE}</b></td></tr><tr><td>　　{p}</td></tr></table><table><tr><td>{links(0, 12)}</td></tr></table>",
    ),
    "a list with dates below": lambda p: framed(
        TITLE, f"<div><h3>{TITLE}</h3><p>{p}</p></div><div><h4>更多</h4><ul>{dated(5, 20)}</ul></div>"
    ),
    "a list with dates above": lambda p: framed(
        TITLE, f"<div><ul>{dated(0, 10)}</ul></div><div><h1>{TITLE}</h1><p>{p}</p></div>"
    ),
    "recommended pages with abstracts": lambda p: framed(
        TITLE, f"<h1>{TITLE}</h1><div><p>{p}</p></div><div><h3>推荐阅读</h3>{_recommended()}</div>"
    ),
    "before and next": lambda p: framed(
        TITLE,
        f"<h2>{TITLE}</h2><p>2023-09-05</p><div>{p}</div><ul>{dated(0, 6)}</ul><div>上一篇：<a>{HEADLINES[0]}</a></div>",
    ),
    "hardly a frame": lambda p: (
        f"<html><head><title>{TITLE}</title></head><body><a href=/>首页</a> <a href=/b>返回</a><h3>{TITLE}</h3>{p}<br><a href=1>{HEADLINES[3]}</a></body></html>"
    ),
    "only the site's name": lambda p: in_tables(
        "云岭经开区",
        f"<table><tr><td align=center><font size=4>{TITLE}</font></td></tr><tr><td>[2012-5-6 10:20:00] 点击:22</td></tr><tr><td>{p}</td></tr></table>",
    ),
}


@pytest.mark.parametrize(("frame", "text"), list(product(FRAMES, TEXTS)))
def test_a_short_text_in_a_frame(frame: str, text: str) -> None:
    document = cleaned(FRAMES[frame](text))
    assert document.body == text
    assert document.title == TITLE


@pytest.mark.parametrize("text", TEXTS)
def test_a_short_text_without_a_frame(text: str) -> None:
    assert cleaned(text, "text").body == text
    assert cleaned(f"{TITLE}\n{text}", "text").body == text
    assert cleaned(f"<html><head><title>云岭</title></head><body><p>{text}</p></body></html>").body == text


def test_a_box_of_links_inside_the_text_does_not_end_it() -> None:
    document = cleaned(page(inside=f"<div><h4>相关链接</h4>{links(0, 3)}</div>"))
    assert document.body.split("\n") == list(PARAGRAPHS)
