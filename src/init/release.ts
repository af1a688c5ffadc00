import { pins } from './pins.ts'
import { indent } from './yaml.ts'

/** The lines that make a release of what was verified; docs/release.md explains them. */
const publish = [
  'sha256sum --check --strict SHA256SUMS',
  'gh release view "$TAG" >/dev/null 2>&1 || gh release create "$TAG" --draft --verify-tag --generate-notes',
  'cut -c67- SHA256SUMS | xargs -d \'\\n\' gh release upload "$TAG" --clobber SHA256SUMS',
  'gh release edit "$TAG" --draft=false',
] as const

/** The job of a release workflow that publishes; it has write rights and runs nothing of the project. */
export function releaseJob(): string[] {
  return [
    '  release:',
    '    name: release',
    '    needs: build',
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 15',
    '    environment: release # reviewers and rules for tags are set there, in the settings of the repository',
    '    permissions:',
    '      contents: write # the release',
    '    env: # a name of a tag is a text of others: it goes to the shell as a variable',
    `      GH_TOKEN: \${{ github.token }}`,
    `      GH_REPO: \${{ github.repository }}`,
    `      TAG: \${{ github.ref_name }}`,
    '    steps:',
    `      - uses: ${pins.download}`,
    '        with:',
    '          path: assets',
    '          merge-multiple: true',
    '      - name: Check, draft, upload what the checksums name, publish',
    '        working-directory: assets',
    '        run: |',
    ...indent(publish, 10),
  ]
}
