import type { Finding } from '../report/schema.ts'
import { finding } from '../verify/findings.ts'
import type { SmokeResult } from './smoke.ts'

/**
 * What the starts of a file have to say beside verify's own findings. Pure.
 * @param when the `smoke` input: `require` makes a file that cannot be started here an error
 */
export function smokeFindings(result: SmokeResult, when: 'auto' | 'require'): Finding[] {
  const findings = result.smokes
    .filter(smoke => !smoke.ok)
    .map(smoke => {
      const id = result.illegal.includes(smoke) ? 'isa-baseline' : 'smoke'
      return finding(id, `the program did not start (${smoke.where})`, smoke.output ?? '')
    })
  if (result.cannot === null) return findings
  const severity = when === 'require' ? 'error' : 'info'
  const hint = when === 'require' ? 'Install what the message names, or set `smoke: auto`.' : 'Nothing was started.'
  return [...findings, finding('smoke', `it was not started here: ${result.cannot}`, '', { severity, hint })]
}
