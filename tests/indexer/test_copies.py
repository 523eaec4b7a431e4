"""Near-copies: what is one text, and what is another notice of the same form."""

from __future__ import annotations

import random
import time
from itertools import pairwise
from typing import Any

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.copies import Groups, Text, same_text, signature_of
from indexer.copies.candidates import Candidates
from indexer.copies.core import core_of
from indexer.copies.signature import NUMBERS, numbers_of
from mappings import fold
from mappings.alignment import common_runs, comparable, gaps, places

TITLE = "平凉工业园区召开项目建设推进会"
BODY = """近日，平凉工业园区召开项目建设推进会，总结上半年重点项目进展，安排部署下半年任务。
园区党工委书记王建国主持会议。
会议指出，今年以来园区坚持以项目建设为主抓手，累计开工项目23个，完成投资12.6亿元，新签约项目8个，落地率达到百分之七十五。
会议强调，要紧盯目标任务，倒排工期、挂图作战，做到要素跟着项目走、服务围着企业转，确保四季度前全部投产达效。
会议要求，各责任单位要落实包抓机制，每周调度、每月通报，对进度滞后的项目逐一分析原因，限期整改到位。
会后，与会人员现场观摩了智能终端产业园、数字经济孵化基地和标准化厂房建设情况，并就用地、用电等问题进行了座谈。"""
NOTICE_TITLE = "关于2023年度第三批科技型中小企业拟入库名单的公示"
NOTICE = """根据《科技型中小企业评价办法》有关规定，经企业自主评价、县区科技局审核，
现将2023年度第三批科技型中小企业拟入库名单予以公示。
公示时间为2023年6月5日至6月14日，公示期内如有异议，请以书面形式向市科技局反映，单位须加盖公章，个人须署真实姓名。
联系人：刘海燕　联系电话：0933-8213456
拟入库企业：宏远鑫源科技有限公司，主营业务为智能传感器的研发和生产，注册地为崆峒区工业园区。"""


def text(title: str, body: str, published: str | None = None) -> Text:
    return Text.of_source({"title": fold(title), "body": fold(body), "published": published})


def same(title: str, body: str, other_title: str, other_body: str) -> bool:
    one, other = text(title, body), text(other_title, other_body)
    answers = {same_text(one, other), same_text(other, one)}
    assert len(answers) == 1, "the order of the two must not matter"
    return answers.pop()


class TestOneText:
    """What reposts do to a text."""

    @pytest.mark.parametrize(
        "body",
        [
            f"平凉日报讯（记者 李静）{BODY}",
            f"新华社兰州6月3日电（记者张三）{BODY}（记者 张三）",
            f"来源：陇上新闻网 时间：2023-06-05\n{BODY}\n责任编辑：赵晓梅",
            BODY.replace("，", ",").replace("。", ". "),
            BODY.replace("\n", "　　"),
            BODY.replace("23", "２３"),
            BODY.rpartition("\n")[0],
            BODY.partition("\n")[2],
            BODY[: int(len(BODY) * 0.7)],
            BODY.replace("近日", "日前").replace("与会人员", "参会人员"),
            BODY.replace("推进会", "推?会").replace("观摩", "□□").replace("12.6", "1?.6"),
            BODY.replace("项目8个", "项目八个"),
            opencc.OpenCC("s2tw").convert(BODY),
            f"编者按：本网今日转发一篇兄弟园区的经验材料，供大家学习参考。\n{BODY}",
        ],
        ids=[
            "dateline", "agency", "chrome", "half-width marks", "one paragraph", "full-width digits", "end lost",
            "beginning lost", "cut off", "reworded", "damaged", "digits in words", "traditional", "editor's note",
        ],
    )  # fmt: skip
    def test_reposts_are_one_text(self, body: str) -> None:
        assert same(TITLE, BODY, TITLE, body)

    @pytest.mark.parametrize("title", ["园区按下项目建设快进键", f"{TITLE}_平凉新闻网", "【头条】" + TITLE, ""])
    def test_another_title_is_no_matter(self, title: str) -> None:
        assert same(TITLE, BODY, title, BODY)

    def test_a_place_said_at_home(self) -> None:
        body = BODY.replace("平凉工业园区", "我市工业园区")
        assert same(TITLE, BODY, TITLE, body)

    def test_a_word_in_other_characters_again_and_again(self) -> None:
        body = BODY + "账户管理要规范，账户变更要报备，账户余额要公示。"
        assert same(TITLE, body, TITLE, body.replace("账户", "帐户"))


class TestAnotherNotice:
    """What the next notice of the same form looks like."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("第三批", "第四批"),
            ("2023年度", "2024年度"),
            ("6月5日", "7月5日"),
            ("8213456", "8219999"),
            ("刘海燕", "张国强"),
            ("宏远鑫源科技", "腾飞农牧科技"),
            ("崆峒区", "华亭市"),
        ],
    )
    def test_one_fact_in_title_or_text(self, old: str, new: str) -> None:
        assert old in NOTICE
        assert not same(NOTICE_TITLE, NOTICE, NOTICE_TITLE.replace(old, new), NOTICE.replace(old, new))

    def test_a_park_of_another_place(self) -> None:
        """The dictionary takes 宝鸡 for a noun and 保定 for a verb."""
        title, body = "宝鸡高新区创建“五好”园区工作情况的报告", BODY.replace("平凉工业园区", "宝鸡高新区")
        assert not same(title, body, title.replace("宝鸡", "保定"), body.replace("宝鸡", "保定"))
        assert not same(title, BODY, title.replace("宝鸡", "保定"), BODY)

    def test_the_title_alone_says_it(self) -> None:
        assert not same(NOTICE_TITLE, NOTICE, NOTICE_TITLE.replace("第三批", "第四批"), NOTICE)

    def test_a_product_without_a_name(self) -> None:
        """英文版, 日文版: no dictionary calls them names, but one stands for the other again and again."""
        body = f"《产业发展纲要》一书英文版近日由外文出版社出版发行。{BODY}英文版的出版有助于国外读者了解我国产业政策。"
        title = "《产业发展纲要》英文版出版发行"
        assert not same(title, body, title.replace("英文", "日文"), body.replace("英文", "日文"))

    def test_a_draft_and_what_was_issued(self) -> None:
        title = "平凉工业园区项目管理办法"
        assert not same(title, BODY, f"{title}（征求意见稿）", BODY)

    def test_the_same_title_and_nothing_else(self) -> None:
        assert not same("会议通知", BODY, "会议通知", NOTICE)

    def test_the_same_notice_next_year(self) -> None:
        """No fact tells them apart; that something was added, and a year lies between, does."""
        later = BODY + "今年是园区建区的重要一年。" * 3
        one, repost, other = (
            text(TITLE, BODY, "2023-06-05"),
            text(TITLE, later, "2023-06-20"),
            text(TITLE, later, "2024-06-05"),
        )
        assert same_text(one, repost)
        assert not same_text(one, other)

    def test_a_text_that_says_nothing(self) -> None:
        day = "2023-06-05"
        assert not same_text(text("公示", "详见附件。", day), text("公示", "详见附件。", "2024-01-05"))
        assert not same_text(text("公示", "详见附件。", day), text("公告", "详见附件。", day))
        assert same_text(text("公示", "详见附件。", day), text("公示", "详见附件。", day))

    def test_a_brief_and_the_whole(self) -> None:
        """Less than half of the longer text: a brief of it, not the text."""
        assert not same(TITLE, BODY, TITLE, BODY.split("\n")[0])


class TestCore:
    def test_what_a_site_puts_around_a_text_goes(self) -> None:
        lines = [
            "来源：平凉日报",
            "本报讯（记者王芳 通讯员李四）会议在园区召开。",
            "会议结束。（记者 王芳）",
            "责编：赵六",
        ]
        assert core_of("\n".join(lines)) == "会议在园区召开。\n会议结束。"

    @pytest.mark.parametrize(
        "line", ["会议通报了园区建设情况。", "编辑部设在园区管委会三楼，负责日常工作。", "时间紧、任务重。"]
    )
    def test_text_stays(self, line: str) -> None:
        assert core_of(f"{line}\n{BODY}\n{line}") == f"{line}\n{BODY}\n{line}"

    @pytest.mark.parametrize("filling", [" ", "（", "报", "1，", "?", "\n"])
    def test_it_takes_no_longer_for_odd_texts(self, filling: str) -> None:
        odd = filling * 100_000 + BODY + filling * 100_000
        started = time.process_time()
        assert same_text(text(TITLE, odd), text(TITLE, odd + "。"))
        assert time.process_time() - started < 5


class TestAlignment:
    @given(st.text("园区项目建设投资", max_size=60), st.text("园区项目建设投资", max_size=60))
    def test_runs_are_shared_and_in_order(self, a: str, b: str) -> None:
        runs = common_runs(a, b)
        assert all(a[r.a : r.a + r.length] == b[r.b : r.b + r.length] for r in runs)
        assert all(r.a + r.length <= s.a and r.b + r.length <= s.b for r, s in pairwise(runs))
        rebuilt = "".join(a[g.a] for g in gaps(runs, a, b)) if not runs else a
        assert rebuilt == a
        covered = sum(r.length for r in runs) + sum(g.a.stop - g.a.start for g in gaps(runs, a, b))
        assert covered == len(a)

    def test_a_long_text_with_many_changes(self) -> None:
        chance = random.Random(3)
        long = "".join(chance.choice("园区项目建设投资产业发展企业服务改革创新") for _ in range(50_000))
        changed = list(long)
        for place in range(100, 50_000, 500):
            changed[place] = "某"
        runs = common_runs(long, "".join(changed))
        assert sum(run.length for run in runs) == 50_000 - len(range(100, 50_000, 500))

    @given(st.text(max_size=80))
    def test_places_are_those_of_the_characters(self, raw: str) -> None:
        found = places(raw)
        assert len(found) == len(comparable(raw))
        assert all(raw[place].isalnum() for place in found)


class TestCandidates:
    def test_like_ones_are_found_the_likest_first(self) -> None:
        chance = random.Random(1)
        base = [chance.getrandbits(32) for _ in range(NUMBERS)]
        candidates = Candidates()
        for _ in range(3000):
            candidates.add(tuple(chance.getrandbits(32) for _ in range(NUMBERS)))
        half = candidates.add(tuple(base[: NUMBERS // 2] + [0] * (NUMBERS - NUMBERS // 2)))
        whole = candidates.add(tuple(base))
        assert candidates.like(tuple(base)) == [whole, half]

    def test_a_signature_made_another_way_is_none(self) -> None:
        stored = signature_of(BODY)
        assert numbers_of(stored) is not None
        assert numbers_of(stored | {"version": "0"}) is None
        assert numbers_of(stored | {"minhash": "!"}) is None
        assert numbers_of(None) is None


class TestGroups:
    def make(self, *documents: tuple[str, str, str]) -> tuple[Groups, dict[str, dict[str, Any]]]:
        sources = {i: {"title": t, "body": fold(b), "signature": signature_of(fold(b))} for i, t, b in documents}
        return Groups(lambda ids: {i: Text.of_source(sources[i]) for i in ids if i in sources}), sources

    def test_the_first_gives_its_id(self) -> None:
        groups, sources = self.make(("a", TITLE, BODY), ("b", NOTICE_TITLE, NOTICE), ("c", "转载", f"本报讯 {BODY}"))
        assert [groups.join(i, s) for i, s in sources.items()] == ["a", "b", "a"]

    def test_a_changed_leader_leaves_its_name_to_its_copies(self) -> None:
        groups, sources = self.make(("a", TITLE, BODY), ("b", "转载", BODY))
        assert [groups.join(i, s) for i, s in sources.items()] == ["a", "a"]
        sources["a"] = {"title": NOTICE_TITLE, "body": NOTICE, "signature": signature_of(NOTICE)}
        assert groups.join("a", sources["a"]) == "a-2"
        sources["a"] = {"title": TITLE, "body": BODY, "signature": signature_of(BODY)}
        assert groups.join("a", sources["a"]) == "a", "its copy still has the old text"

    def test_a_text_that_is_gone_takes_nobody_in(self) -> None:
        groups, sources = self.make(("a", TITLE, BODY), ("b", "转载", BODY))
        groups.join("a", sources.pop("a"))
        assert groups.join("b", sources["b"]) == "b"
