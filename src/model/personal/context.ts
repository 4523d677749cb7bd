/** What stands around a number and says what it is. */

const window = 28

export function before(plain: string, start: number): string {
  return plain.slice(Math.max(0, start - window), start)
}

/** Name of a number of an identity card, in a text, a header or a parameter. */
export const idLabel =
  /(?:身份证|身份號|身份号|公民身份|证件号|证号码|(?<![a-z])(?:id[ _-]?(?:no|num|number|card)|identity(?:[ _-]?\w{1,8})?|citizen[ _-]?id|sfzh?m?|shenfenzheng(?:hao)?|zjhm))(?:号码?)?[^\dA-Za-z\n]{0,12}$/i

/** May be the name of the number of anything: the number itself must be made like a citizen's. */
export const looseIdLabel = /(?<![a-z])(?:id|cert(?:[ _-]?(?:no|num|id))?|no|zjh)[^\dA-Za-z\n]{0,6}$/i

export const phoneLabel =
  /(?:手机|手機|电话|電話|联系|咨询|号码|致电|拨打|短信|微信|本机|(?<![a-z])(?:mobile(?:[ _-]?\w{1,8})?|(?:tele)?phone(?:[ _-]?\w{1,8})?|tel|cell(?:phone)?|mob|sms|contact|sjhm?|shouji(?:hao)?|dianhua|dh|lxdh|lxfs|yddh|whatsapp))[^\dA-Za-z\n]{0,8}$/i

export const cardLabel =
  /(?:银行卡|卡号|储蓄卡|借记卡|信用卡|工资卡|一卡通|存折|(?<![a-z])(?:bank[ _-]?(?:card|account)(?:[ _-]?\w{1,6})?|card(?:[ _-]?(?:no|num|number))?|yhkh?|yinhangka|kh))[^\dA-Za-z\n]{0,12}$/i

const figureLabel =
  /(?:金额|总额|合计|总计|小计|共计|累计|余额|产值|收入|支出|税额|资产|负债|预算|决算|投资|资金|贷款|营收|利润|[额量数值价款费]|GDP|[¥￥$€]|RMB|CNY|人民币|amount|total|sum|value|price|count|balance|revenue)(?:[（(][^）)\n]{0,8}[)）])?[\s:："“'|]*(?:为|是|达|达到|约|超|超过|近)?[\s:：]*$/i

const codeLabel =
  /(?:(?:订单|单|流水|期|批|批准|备案|招标|项目|采购|合同|标段|许可|登记|注册|档案|受理|业务|索引|文|标准|交易|凭证|发票|税务登记|纳税人识别|版本|序列)(?:编)?(?:号码?|码)|编号|编码|代码|条码|版本|信用代码|时间戳|营业执照|区划|ISBN|ISSN|DOI|(?<![a-z])(?:order|trade|serial|invoice|bid|version|ver|build|commit|hash|timestamp|ts|code|sn|barcode|imei)(?:[ _-]?(?:no|num|number|id))?)[^\dA-Za-z\n]{0,4}$/i

/** Is the number before it named as a figure or as a code of a thing? */
export function isNamedOtherwise(words: string): boolean {
  return figureLabel.test(words) || codeLabel.test(words)
}

const counted =
  /^ ?(?:元|美元|港元|欧元|人民币|圆|[万亿千百](?:元|余|多|美元|人|户|家|件|吨|千|\s|[，。；、）)]|$)|[吨%‰㎡]|千瓦|立方|平方|公[里斤顷]|千[克米]|度(?!假)|笔|件|次|项|股|份|辆|台(?!州)|部(?!门)|册|字节|比特|亩|株|头|只|分钱|家(?:企业|单位|公司|机构|店|商|市场主体|经营主体|工商户)|(?:户|个|名|人|位|张|条)(?:企业|单位|公司|机构|店|商|市场主体|经营主体|工商户|农户|样本|次|左右|以上|以下|[，。；、）)\s]|$)|个(?!人)|户(?!主|籍|口)|家(?:[小大中规国民上外][\u4e00-\u9fff])|(?:kWh|kW|MW|GW|KB|MB|GB|TB|USD|CNY|RMB|tons?|yuan)(?![A-Za-z]))/

/** Does a unit or a measure word follow, so that it is a figure? */
export function isCounted(plain: string, end: number): boolean {
  return counted.test(plain.slice(end, end + 8))
}

export function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[A-Za-z]/.test(char)
}
