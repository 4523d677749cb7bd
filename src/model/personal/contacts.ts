import type { Hit } from './hit.ts'
import { hits, inner } from './hit.ts'

/** E-mail addresses, also where the sign is written otherwise: ＠, [at], (at), and # before the house of a mail service. */
export function emails(plain: string): Hit[] {
  const all: Hit[] = []
  for (const sign of plain.matchAll(
    / {0,2}(?:@|[[(【（{<] {0,2}(?:at|@) {0,2}[\])】）}>]|#|★|艾特| at (?=(?:qq|163|126|gmail|outlook|hotmail|sina|sohu|foxmail)[ .])) {0,2}/gi,
  )) {
    const at = sign.index
    const behind = at + sign[0].length
    const local = /[A-Za-z0-9][\w.%+-]{0,63}$/.exec(plain.slice(Math.max(0, at - 64), at))
    const domain = /^(?:[A-Za-z0-9-]{1,63}(?:[.。]| ?[[(【（{<] ?dot ?[\])】）}>] ?| dot )){1,6}[A-Za-z]{2,24}/i.exec(
      plain.slice(behind, behind + 255),
    )
    if (!local || !domain) continue
    if (!/@/.test(sign[0]) && !isMailHouse(domain[0], sign[0])) continue
    // "A @ B.C" with blanks may be anything; a mail service is not.
    if (/ /.test(sign[0]) && !isMailHouse(domain[0], '#') && /@/.test(sign[0])) continue
    all.push({ kind: 'email', start: at - local[0].length, end: behind + domain[0].length })
  }
  return all
}

const services =
  /^(?:vip\W{1,5})?(?:qq|163|126|139|189|188|yeah|foxmail|gmail|googlemail|outlook|hotmail|live|icloud|sina|sohu|aliyun|yahoo|21cn|tom|msn|wo|proton(?:mail)?)\W/i

function isMailHouse(domain: string, sign: string): boolean {
  return (
    services.test(domain) || (!/[#★]/.test(sign) && /\W(?:com|cn|net|org|edu|gov|example|test|io|me)$/i.test(domain))
  )
}

/** QQ and WeChat, named as such. The public account of an office (公众号) is none. */
export function chats(plain: string): Hit[] {
  const qq =
    /(?:(?<![A-Za-z])Q ?Q|扣扣|企鹅号|(?<=[?&;])uin)\s?(?:交流|工作|服务|联系|咨询|业务)?群?\s?(?:号码|账号|号)?\s?(?:是|为)?[：:（(=]?\s?([1-9]\d{4,11}|[1-9]\d{1,3}(?:[ -]\d{2,4}){1,3})(?!\d)/gi
  const wechat =
    /(?:微信|薇信|威信|V信|wechat|weixin|(?<![A-Za-z])(?:vx|wx|wxh|wxid))\s?(?:号码|账号|号|id|群)?\s?(?:[：:（(=]|是|为)\s?([A-Za-z][-\w]{5,19}|\d{5,19})(?![-\w])/gi
  const plainWechat =
    /(?:微信号?|薇信|威信|V信|(?<![A-Za-z])(?:vx|VX|wx|WX)|加[vV])\s?([A-Za-z](?=[-\w]{0,18}[\d_])[-\w]{5,19})(?![-\w])/g
  const ids = /(?<![\w])wxid_[a-z0-9]{8,20}(?!\w)/g
  return [
    ...inner(plain, qq, 'qq'),
    ...inner(plain, wechat, 'wechat'),
    ...inner(plain, plainWechat, 'wechat'),
    ...hits(plain, ids, 'wechat'),
  ].sort((a, b) => a.start - b.start)
}
