import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandNames, flagsOf } from '../../src/cli/commands.ts'
import { topicText } from '../../src/cli/help/text.ts'
import { topicNames } from '../../src/cli/help/topics.ts'
import { parseCommandLine } from '../../src/cli/parse.ts'
import { styleFor } from '../../src/report/style.ts'
import { displayWidth } from '../../src/report/text.ts'

const look = { columns: 80, style: styleFor(false) }

async function help(...words: string[]): Promise<string> {
  const parsed = await parseCommandLine(['help', ...words], look)
  return 'help' in parsed ? parsed.help : ''
}

describe('help <topic>', () => {
  it.each(topicNames)('%s fits a terminal', async name => {
    const lines = (await help(name)).split('\n')
    const about = topicText(name, look).split('\n')
    expect(lines.slice(-about.length)).toEqual(about)
    const typed = (line: string) => /^ {2}portable-build/.test(line) // lines to copy are not broken
    expect(about.filter(line => displayWidth(line) > 80 && !typed(line))).toEqual([])
    expect(about.join('\n')).not.toContain('`')
  })

  it('says of a command what its flags are, and what it is about', async () => {
    const text = await help('verify')
    expect(text).toContain('--baseline')
    expect(text).toContain('What is demanded of an executable')
    expect(await help('plan')).toContain('--matrix')
  })

  it('is in the list of commands, and knows what was meant', async () => {
    expect((await help()).replace(/\s+/g, ' ')).toMatch(/help \[command\|topic\] .*targets, floor, config/)
    await expect(help('flor')).rejects.toThrow('no help for "flor"')
    await expect(help('flor')).rejects.toMatchObject({ hint: expect.stringContaining('help floor') })
  })
})

describe('the man page', () => {
  const page = readFileSync('man/portable-build.1', 'utf8')

  it('has every command, flag and topic', () => {
    const plain = page.replaceAll('\\-', '-')
    for (const name of commandNames) {
      expect(plain).toContain(`.SS ${name}`)
      for (const flag of flagsOf(name).filter(f => !f.hidden))
        expect(plain).toMatch(new RegExp(`--(\\[no-\\])?${flag.name}\\b`))
    }
    expect(page.match(/^\.SH /gm)?.length).toBeGreaterThan(topicNames.length + 5)
  })

  it('has requests only where the page wants them', () => {
    const requests = new Set(page.match(/^[.'].*?(?= |$)/gm))
    const known = [
      '.\\"',
      '.TH',
      '.nh',
      '.ad',
      '.SH',
      '.SS',
      '.B',
      '.br',
      '.TP',
      '.I',
      '.PP',
      '.nf',
      '.fi',
      '.RS',
      '.RE',
    ]
    expect([...requests].filter(r => !known.includes(r))).toEqual([])
  })
})
