import { cardLabel, idLabel, isNamedOtherwise, phoneLabel } from './context.ts'

/** A column as far as its header tells: `names` are its name and its title, `isFigure` where it has a unit. */
interface ColumnNames {
  readonly names: readonly string[]
  readonly isNumber: boolean
  readonly isFigure: boolean
}

/**
 * How the cells of a column are looked at. `cells`: one by one, named by the header; `always`: whatever they hold;
 * `ids`: only for citizens' numbers, the rest are figures; `mostly`: a column of bare numbers that nobody names is one
 * of telephones where most of its numbers are.
 */
export interface ColumnScan {
  readonly way: 'cells' | 'always' | 'ids' | 'mostly'
  readonly label: string
}

export function columnScan({ names, isNumber, isFigure }: ColumnNames): ColumnScan {
  const own = names.filter((name) => name !== '')
  const personal = own.find((name) => isPersonalName(name))
  if (personal !== undefined && !isFigure) return { way: 'always', label: personal }
  const label = own.at(-1)?.toLowerCase() === 'id' ? '' : (own.at(-1) ?? '')
  if (!isNumber) return { way: 'cells', label }
  return { way: isFigure || own.some(isFigureName) ? 'ids' : 'mostly', label }
}

const id =
  /身份证|身份号|公民身份|证件号|(?:^|_)(?:id_?(?:no|num|number|card|code)|identity_?\w*|citizen_?id|sfzh?m?|shenfenzheng(?:hao)?|zjhm?)$/i
const card = /银行卡|卡号|存折|(?:^|_)(?:bank_?(?:card|account)\w*|card_?(?:no|num|number)|yhkh?|yhzh)$/i
const home =
  /(?:家庭|居住|户籍|户口|现居?住?)(?:详细)?(?:地址|住址|所在地)|住址|(?:^|_)(?:home_?addr(?:ess)?|jtzz|jtdz|zhuzhi|hjdz|xzz)$/i
const phone =
  /手机|电话|联系方式|(?:^|_)(?:mobile\w*|(?:tele)?phone\w*|tel|cell(?:phone)?|sjhm?|shouji(?:hao)?|dianhua|lxdh|lxfs|yddh)$/i

function isPersonalName(name: string): boolean {
  const words = `${name}：`
  if (/^id$/i.test(name) || /(?:数|量|率|额|次|户数)$/.test(name)) return false
  return id.test(name) || card.test(name) || home.test(name) || phone.test(name) || named(words)
}

function named(words: string): boolean {
  return (
    /^(?:手机|身份证|卡号|银行卡)/.test(words) && [idLabel, phoneLabel, cardLabel].some((label) => label.test(words))
  )
}

const figure =
  /[额量数值价款费率比产率]|收入|支出|面积|合计|总|投资|资金|贷款|余额|人口|元$|吨|次|(?:^|_)(?:amount|values?|total|counts?|sum|price|revenue|population|area|gdp|qty|quantity|volume|size|bytes|rows|rate|ratio|balance|income|cost|budget|area|lng|lat|year)(?:_|$)/i

function isFigureName(name: string): boolean {
  return figure.test(name) || isNamedOtherwise(`${name}：`)
}

/** Does a number in a column of bare numbers look like one of a person? */
export function looksPersonal(cell: string): boolean {
  return /^1[3-9]\d{9}$/.test(cell) && !cell.endsWith('0000')
}

const person =
  /姓名|户主|^(?:村民|居民|学生|申请人|借款人|受益人|持卡人|收款人|领款人)(?:名称?)?$|(?:^|_)(?:xm|xingming|huzhu|(?:full|real|person|customer|owner|applicant|student)_?name)$/i
const anyName = /^(?:name|名字|名称)$/i
const office =
  /职务|职称|单位|科室|部门|岗位|办公|机构|企业|公司|(?:^|_)(?:office|department|dept|post|position|company|org\w*)$/i

/**
 * A table of persons: a column of names beside their numbers, homes, cards or telephones, as its headers say. Each column
 * is given by its names. The columns found, or nothing; a list of an office with its telephones is none.
 */
export function personListColumns(
  columns: readonly (readonly string[])[],
): { readonly name: number; readonly detail: number } | undefined {
  const indexOf = (test: RegExp) => columns.findIndex((names) => names.some((one) => test.test(one)))
  const own = [id, card, home].map(indexOf).find((index) => index !== -1) ?? -1
  const name = indexOf(person)
  const loose = name === -1 ? indexOf(anyName) : name
  if (own !== -1 && loose !== -1 && loose !== own) return { name: loose, detail: own }
  const telephone = columns.findIndex((names) =>
    names.some((one) => phone.test(one) && !/办公|单位|office|座机|固话/i.test(one)),
  )
  if (name === -1 || telephone === -1 || indexOf(office) !== -1) return undefined
  return { name, detail: telephone }
}

const payee = /姓名|联系人|法定代表人|法人代表|申请人|获得者|户主|person|applicant/i
const money = /金额|补贴|补助|奖励|奖金|贷款|授信|工资|收入|红包|amount|subsidy|loan|salary|income/i

/** A column of names beside a column of money. */
export function moneyListColumns(
  columns: readonly (readonly string[])[],
): { readonly name: number; readonly money: number } | undefined {
  const name = columns.findIndex((names) => names.some((one) => payee.test(one)))
  const sum = columns.findIndex((names) => names.some((one) => money.test(one)))
  return name === -1 || sum === -1 || name === sum ? undefined : { name, money: sum }
}
