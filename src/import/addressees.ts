/**
 * 主送机关: a list of offices with a colon behind, directly under the title (GB/T 9704-2012 §7.3.2). A preamble or
 * an introduction ends in a colon too; so each name must be that of an office, and a single one a proper name.
 */
export function isAddressees(line: string): boolean {
  const [, list] = /^([^。；！？]{2,200})[：:]$/.exec(line) ?? []
  if (list === undefined || said.test(list)) return false
  const names = list
    .replace(/[（(][^（()）]*[）)]/g, '')
    .split(/[、，,]|以及|及其|及/)
    .map((name) => name.trim())
  if (names.some((name) => name === '' || name.length > 30)) return false
  const isPlural = names.length > 1 || /^(?:各|有关|市直|省直|区直|县直|本市|全市)/.test(list)
  return names.every((name) => office.test(name)) && (isPlural || proper.test(list))
}

const said =
  /如下|决定|规定|应当|现将|现就|根据|按照|依照|是指|下列|以下|包括|问题|事项|条件|之一|予以|要求|负责|其中|分别|为了|由|^(?:责任|牵头|配合|主办|协办|承办|成员|参加|主管|监督|发文|抄送|联系)(?:单位|部门|机构|机关)/

/** How names of offices end; the last of a list may be that of a kind of office. */
const office =
  /(?:政府|部门|机构|单位|委员会|委|局|办公室|办|院|厅|署|部|处|会|中心|公司|企业|集团|银行|学校|大学|学院|医院|机关|组织|团体|军区|开发区|街道|镇|乡|县|区|市|省|直辖市|兵团|社|所|站|队|室|行|州|盟|旗)$/
const proper = /(?:政府|国务院|法院|检察院|委员会|委|厅|局|部|署|办公室|公司|党组|党委)$/
