import type { Hit } from './hit.ts'
import { knownName, personName } from './person-name.ts'

const sum = String.raw`(?:人民币)?[¥￥]?(?:\d[\d,.]*|[一二三四五六七八九十百千万两零壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}) ?[百千万亿]{0,2}余?元`
const title = '(?:同志|先生|女士|师傅|同学|老人|一家|一户|家庭|家|户|本人|夫妇)?'
const lead =
  '(?:[，,（( ]{0,2}(?:已|各|共|合计|累计|分别|一次性|每月|每年|每人|今年|去年|本年|全年|\\d{4}年度?|\\d{1,2}月份?|经审核|依法|成功|申请|获得?|领取|领到|享受|收到|得到|取得|发放|给予|拨付|支付|的)){0,4}'
const benefit =
  '(?:补贴|补助|救助|奖励|奖金|贷款|借款|欠款|欠税|授信|低保|抚恤|慰问|工资|薪酬|收入|罚款|罚金|赔偿|补偿|养老金|退休金|资助|创业|培训|生活|住房|临时|医疗|助学|红包|扶持|拆迁|征地|安置|贴息|领取|领到|获|获得|收到|缴纳|享受|拖欠|捐款|捐赠|发放|给予)'
const role =
  '(?:法定代表人|法人代表|法人|户主|申请人|借款人|贷款人|被执行人|受益人|获得者|领款人|收款人|村民|居民|学生|贫困户|低保户|脱贫户|农户|经营者|业主|个体户|失业人员|创业者|姓名|补贴对象|救助对象|负责人|受助人|受助对象|救助人|领取人|获奖者|获奖人|债务人|债权人|借款户)'
/** Words after which a name may begin in the middle of a sentence. */
const opener = '给予|发给|付给|借给|向|对|为|由|给|其中|包括|如|拨付|发放|兹有|同意|批准|核准|核定'

const others = `(?:[、和及与]${knownName}){0,5}`
const aside = '(?:[（(][^）)\\n]{0,40}[）)])?'
const paid = `${aside}${lead}${benefit}[^。；;\\n|\\d]{0,10}?${sum}`
const calling = '(?:同志|先生|女士|师傅|同学|老人|一家|夫妇)'

const forms = [
  // 张三补贴5000元, 给予李四一次性补助3000元
  new RegExp(
    String.raw`(?:(?<![\u4e00-\u9fff])|(?<=${opener}|${role}))(${personName})(?=${others}${title}${paid})`,
    'g',
  ),
  // 村民马大明获低保每月800元, 林木同志奖励500元
  new RegExp(`(?<=${role})(${knownName})(?=${others}${title}${paid})`, 'g'),
  new RegExp(String.raw`(?:(?<![\u4e00-\u9fff])|(?<=${opener}|${role}))(${knownName})(?=${calling}${paid})`, 'g'),
  // 法定代表人王五…500万元
  new RegExp(
    String.raw`(?<=${role}[：: 为是“"（(]{0,3})(${knownName})(?![\u4e00-\u9fff]{0,8}(?:公司|合作社|集团))(?=[^。；;\n]{0,40}?${sum})`,
    'g',
  ),
  // 张三：5000元
  new RegExp(String.raw`(?<![\u4e00-\u9fff])(${personName})(?=${title} ?[：:，,|、 （(]{1,3} ?${sum})`, 'g'),
]

/** The name of a person with an amount in the same sentence; of the two, the name is what is found. */
export function payees(plain: string): Hit[] {
  const all = new Map<number, Hit>()
  for (const amount of plain.matchAll(/[\d百千万亿余十一二三四五六七八九] {0,2}元/g)) {
    const end = amount.index + amount[0].length
    const [start, isCut] = sentenceStart(plain, end)
    const sentence = plain.slice(start, end)
    for (const form of forms) {
      for (const found of sentence.matchAll(form)) {
        if (isCut && found.index < 12) continue
        const at = start + found.index
        all.set(at, { kind: 'payee', start: at, end: at + found[0].length })
      }
    }
  }
  return [...all.values()].sort((a, b) => a.start - b.start)
}

const reach = 90

/** Where the sentence before an amount begins, and whether that is farther away than a name would be. */
function sentenceStart(plain: string, end: number): [start: number, isCut: boolean] {
  for (let at = end - 1; at > Math.max(0, end - reach); at--)
    if ('。；;\n'.includes(plain[at] ?? '')) return [at, false]
  return end > reach ? [end - reach, true] : [0, false]
}
