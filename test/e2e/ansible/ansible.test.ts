import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildPython, project, target } from '../python/build.ts'
import { type OldStart, startOnOld } from '../python/old-root.ts'

const playbook = `
- hosts: localhost
  connection: local
  gather_facts: true
  vars:
    words: [one, two]
  tasks:
    - ansible.builtin.template:
        src: greeting.j2
        dest: /tmp/greeting
    - ansible.builtin.copy:
        src: file.txt
        dest: /tmp/copied
        mode: '0640'
    - ansible.builtin.command: cat /tmp/greeting /tmp/copied
      register: shown
    - ansible.builtin.assert:
        that:
          - shown.stdout == 'ONE TWO 2.31\\nfrom a file'
          - lookup('pipe', 'echo piped') == 'piped'
          - lookup('file', 'file.txt') == 'from a file'
`

const files = {
  'play.yml': playbook,
  'greeting.j2':
    "{{ words | join(' ') | upper }} {{ lookup('pipe', 'python3 -c \\\"import os; print(os.confstr(2).split()[1])\\\"') }}\n",
  'file.txt': 'from a file\n',
}

describe('ansible-playbook as one file', () => {
  it('runs a playbook on a system with glibc 2.31 and nothing of Ansible', async () => {
    const { report, artifact } = await buildPython(project({}), { preset: 'ansible' })
    const path = artifact(target, 'ansible-playbook')
    expect(statSync(path).size).toBeLessThan(45e6)
    expect(report.files[0]?.payload.every(p => Number(p.floor.glibc?.split('.')[1] ?? 0) <= 17)).toBe(true)

    const start: OldStart = { files }
    const played = await startOnOld(path, 'ansible-playbook', ['-i', 'localhost,', 'play.yml'], start)
    expect(played.stdout).toMatch(/ok=5 +changed=3 +unreachable=0 +failed=0/)

    // one program, by the names of all commands
    const vault = await startOnOld(path, 'ansible-vault', ['--version'])
    expect(vault.stdout).toMatch(/^ansible-vault \[core 2\.19/)

    // without a UTF-8 locale it says so, as the report does
    const ascii = await startOnOld(path, 'ansible-playbook', ['--version'], { env: { LC_ALL: 'C' } })
    expect(ascii.stdout + ascii.stderr).toMatch(/UTF-8/)
    expect(report.notices.join('\n')).toMatch(/UTF-8 locale/)
  })
})
