import { hardeningPages } from './hardening.ts'
import { integrityPages } from './integrity.ts'
import { librariesPages } from './libraries.ts'
import { originPages } from './origin.ts'
import type { FindingPage } from './page.ts'
import { payloadPages } from './payload.ts'
import { platformPages } from './platform.ts'

/** The groups of findings, as the index lists them. */
export const findingGroups: readonly {
  readonly title: string
  readonly pages: Readonly<Record<string, FindingPage>>
}[] = [
  { title: 'Is it a whole program?', pages: integrityPages },
  { title: 'Which machines is it for?', pages: platformPages },
  { title: 'What does it need?', pages: librariesPages },
  { title: 'How is it mapped?', pages: hardeningPages },
  { title: 'Where does it come from?', pages: originPages },
  { title: 'What is inside?', pages: payloadPages },
]
