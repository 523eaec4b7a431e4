"""The place of a government site by its host."""

from __future__ import annotations

import pytest

from indexer.enrich.hosts import place_of_host


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://www.pingliang.gov.cn/a/1.html", "甘肃省/平凉市"),
        ("https://kjt.hebei.gov.cn/x", "河北省"),
        ("http://www.gd.gov.cn/", "广东省"),
        ("http://www.jilin.gov.cn/x", "吉林省"),
        ("http://www.shaanxi.gov.cn/x", "陕西省"),
        ("http://www.suzhou.gov.cn/x", "江苏省/苏州市"),  # and not 宿州
        ("http://www.ahsz.gov.cn/x", "安徽省/宿州市"),
        ("http://www.kunshan.gov.cn/x", "江苏省/苏州市/昆山市"),
        ("http://gxj.sz.gov.cn/x", "广东省/深圳市"),
        ("http://www.changge.gov.cn/x", "河南省/许昌市/长葛市"),  # characters of two readings
        ("http://www.changzhi.gov.cn/x", "山西省/长治市"),
        ("http://www.chaoyang.gov.cn/x", "辽宁省/朝阳市"),
        ("http://www.jiangdu.gov.cn/x", "江苏省/扬州市/江都区"),
        ("http://www.zhangzi.gov.cn/x", "山西省/长治市/长子县"),
        ("http://www.deqing.gov.cn/x", None),  # in Zhejiang and in Guangdong
        ("http://www.pingliang.com/x", None),
        ("http://[x", None),
        (None, None),
    ],
)
def test_place_of_host(url: str | None, place: str | None) -> None:
    assert place_of_host(url) == place
