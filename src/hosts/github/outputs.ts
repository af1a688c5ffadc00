import type { Outputs } from '../../outputs/of-report.ts'

/** Hands outputs to the runner: the official client's file commands, whose delimiters no value can guess. */
export async function setOutputs(outputs: Outputs): Promise<void> {
  const { setOutput } = await import('@actions/core')
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
}
