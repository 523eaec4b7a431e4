"""Texts written for the tests of repair, and the damage they are given. No tests here."""

import re

from indexer.repair.forward import damaged
from indexer.repair.simplify import traditional

NEWS = """青川县经济开发区：一个山区园区的爬坡之路
走进青川县经济开发区的标准厂房，机器声此起彼伏。这里距离县城不到十公里，五年前还是一片荒坡，如今已经聚集了四十二家企业。
县委、县政府把园区建设作为一号工程，成立工作专班，建立县级领导包联制度，对重点项目实行清单化管理。
开发区党工委书记李建国介绍，今年上半年园区完成工业总产值三十六亿元，同比增长百分之九，新签约项目十八个。
“过去是企业跑部门，现在是部门跑企业。”在园区经营一家电子元件厂的陈女士说，她的厂房从签约到投产只用了四个月。
为了优化营商环境，开发区推行容缺受理和帮办代办，设立了企业服务中心，协调解决用工、融资、物流等困难。
产业链招商是另一项重要举措。开发区围绕新材料和装备制造两个主导产业，组织小分队赴东部沿海地区招商，引进上下游配套企业。
据了解，园区污水处理厂二期工程已经开工，职工公寓、幼儿园和公交专线也将在年底前投入使用。
“产业要发展，环境必须先行；群众满意不满意，是检验工作的唯一标准。”县长王海涛在调度会上强调。
下一步，开发区将继续深化改革，推动科技创新和成果转化，力争到二〇二五年建成省级高新技术产业开发区。"""

ORDER = """关于进一步加强工业项目管理的通知
各乡镇人民政府，县政府有关部门：
为贯彻落实全省工业高质量发展会议精神，规范项目管理，提高财政资金使用效益，现将有关事项通知如下。
一、明确责任。各部门要按照职责分工，认真做好项目申报、审核、实施和验收工作，确保资金专款专用。
二、严格程序。项目单位应当按照规定提交申报材料，不得弄虚作假；违反规定的，取消申报资格，并追究有关人员责任。
三、加强监督检查。财政、审计部门要定期对资金使用情况进行检查，发现问题及时纠正。
四、强化服务。要主动为企业排忧解难，帮助企业争取上级支持，促进项目早日建成达产。
本通知自印发之日起执行。"""

# Characters with their readings as one site may have them: common ones first.
READINGS = (
    "經jīng 業yè 區qū 產chǎn 發fā 開kāi 縣xiàn 項xiàng 設shè 園yuán 實shí "
    "個gè 規guī 進jìn 質zhì 務wù 關guān 強qiáng 對duì 機jī 環huán 應yīng 導dǎo "
    "學xué 術shù 責zé 達dá 貿mào 團tuán 戰zhàn 東dōng 準zhǔn 報bào 當dāng 標biāo "
    "轉zhuǎn 點diǎn 時shí 現xiàn 驗yàn 據jù 調diào 選xuǎn 華huá 訓xùn 網wǎng 爭zhēng "
)
TABLE = dict(re.findall(r"(.)(\S+) ", READINGS))


def spoil(text: str, table: dict[str, str] = TABLE) -> str:
    """A simplified text as a damaged page shows it."""
    lines = ("".join(traditional(c) for c in line) for line in text.split("\n"))
    return "\n".join(damaged(line, table.items()) for line in lines)
