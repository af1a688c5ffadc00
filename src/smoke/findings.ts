import type { Finding } from '../report/schema.ts'
import { finding } from '../verify/findings.ts'
import type { SmokeResult } from './smoke.ts'

/**
 * What the starts of a file have to say beside verify's own findings. Pure.
 * @param when the `smoke` input: `require` makes a file that cannot be started here, or not at its floor, an error
 */
export function smokeFindings(result: SmokeResult, when: 'auto' | 'require'): Finding[] {
  const findings: Finding[] = result.smokes
    .filter(smoke => !smoke.ok)
    .map(smoke => {
      const id = result.illegal.includes(smoke) ? 'isa-baseline' : 'smoke'
      return finding(id, `the program did not start (${smoke.where})`, smoke.output ?? '')
    })
  const { cannot, notAtFloor } = result
  if (cannot !== null) findings.push(notStarted(`it was not started here: ${cannot}`, hints.here, when))
  if (notAtFloor !== null)
    findings.push(notStarted(`it was not started at its floor: ${notAtFloor}`, hints.floor, when))
  return findings
}

const hints = {
  here: 'Install what the message names, or set `smoke: auto`.',
  floor: 'A container engine, or `mirrors: debian=…`, brings the old C library; `smoke-floor: off` does without.',
} as const

function notStarted(message: string, hint: string, when: 'auto' | 'require'): Finding {
  return finding('smoke', message, '', { severity: when === 'require' ? 'error' : 'info', hint })
}
