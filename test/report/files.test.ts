import { describe, expect, it } from 'vitest'
import { isRunFile } from '../../src/package/names.ts'
import { gitlabFiles, reportFiles, usualFiles } from '../../src/report/files.ts'
import { report } from '../support/report.ts'

describe('the files of a run', () => {
  it('are made by their names, and no artifact can be called so', async () => {
    const files = await reportFiles(report(), gitlabFiles)
    expect(Object.keys(files)).toEqual([...gitlabFiles])
    expect(gitlabFiles.filter(name => !isRunFile(name))).toEqual([])
    expect(Object.keys(await reportFiles(report(), usualFiles))).toContain('report.html')
    expect(Object.values(files).filter(text => !text.endsWith('\n'))).toEqual([])
  })
})
