import type { Diagnostic, Failure } from '../schema.ts'
import { html, type Markup } from './markup.ts'
import { badge, code, lines, listed, type Section } from './parts.ts'

/** Last lines of a tool that are shown; report.json has more. */
const mostLines = 40

/** What failed before there was a file to judge: the lines of the project, the tool's last words, the command, what to do. */
export function failuresPart(failures: readonly Failure[], rows: number): Section {
  const items = listed(failures, rows, f => html`<li class="card bad">${failureOf(f)}</li>`)
  const body = failures.length === 0 ? null : html`<ul class="plain">${items}</ul>`
  return { id: 'failures', title: 'Failures', note: String(failures.length), body }
}

function failureOf({ code: id, message, targets, diagnostics = [], lines: said, command, hint }: Failure): Markup {
  return html`<h3>${badge('bad', id)} ${message}</h3>
${targets.length > 0 && html`<p class="muted">for ${targets.map((t, i) => html`${i > 0 && ', '}${code(t)}`)}</p>`}
${diagnostics.length > 0 && html`<ul class="diagnostics">${diagnostics.map(diagnosticOf)}</ul>`}
${said.length > 0 && html`<details open><summary>What the tool said last</summary>${lines(said.slice(-mostLines))}</details>`}
${command && html`<details><summary>Run it by hand</summary>${lines([command])}</details>`}
${hint && html`<p class="hint">${hint}</p>`}`
}

function diagnosticOf({ severity, file, line, column, message, code: id }: Diagnostic): Markup {
  const place = [file, line, ...(column === null ? [] : [column])].join(':')
  return html`<li>${badge(severity === 'error' ? 'bad' : 'warn', severity)} ${code(place)} ${message}${id && html` ${code(id)}`}</li>`
}
