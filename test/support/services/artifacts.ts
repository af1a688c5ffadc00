import { createHash, randomUUID } from 'node:crypto'
import { addBlob } from './blobs.ts'
import type { ArtifactEntry, ServiceState } from './state.ts'
import { type Method, ok, refuse } from './twirp.ts'

/** A later attempt of a run (`run-1.2` here) can upload under the names of an earlier one, and sees its artifacts. */
const runOf = (attempt: string) => attempt.split('.', 1)[0]

/** `github.actions.results.api.v1.ArtifactService`, as its clients see it. */
export function artifactService(state: ServiceState): Readonly<Record<string, Method>> {
  const named = (run: string, name: string) => state.artifacts.find(a => a.run === run && a.name === name)
  const methods: Record<string, Method> = {
    CreateArtifact(request, claims, sign) {
      const name = request.text('name')
      if (name === '' || /["<>|*?:\r\n\\/]/.test(name)) return refuse('invalid_argument', 'the name is not valid')
      if (request.int('version') < 4) return refuse('invalid_argument', 'this version is no longer served')
      if (named(claims.run, name)) {
        return refuse('already_exists', 'an artifact with this name already exists on the workflow run')
      }
      const blob = addBlob(state, randomUUID())
      const entry = { ...claims, name, blob, createdAt: new Date().toISOString(), digest: null }
      state.artifacts.push({ ...entry, id: state.artifacts.length + 1 })
      return ok({ ok: true, signed_upload_url: sign(blob, 'w') })
    },
    FinalizeArtifact(request, claims) {
      const artifact = named(claims.run, request.text('name'))
      const content = artifact && state.blobs.get(artifact.blob)?.content
      if (!artifact || !content) return refuse('not_found', 'nothing was uploaded')
      if (state.faults.refuseFinalize) return ok({ ok: false })
      const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`
      if (content.length !== request.int('size') || digest !== request.text('hash')) {
        return refuse('invalid_argument', `the blob has ${content.length} bytes and ${digest}`)
      }
      artifact.digest = digest
      return ok({ ok: true, artifact_id: String(artifact.id) })
    },
    ListArtifacts(request, claims) {
      const [name, id] = [request.text('name_filter'), request.int('id_filter')]
      const found = state.artifacts.filter(
        a => runOf(a.run) === runOf(claims.run) && a.digest && (!name || a.name === name) && (!id || a.id === id),
      )
      return ok({ artifacts: found.map(a => listed(state, a)) })
    },
    GetSignedArtifactURL(request, _, sign) {
      const artifact = named(request.text('workflow_run_backend_id'), request.text('name'))
      return artifact?.digest
        ? ok({ signed_url: sign(artifact.blob, 'r') })
        : refuse('not_found', 'no artifact has this name')
    },
    DeleteArtifact(request, claims) {
      const artifact = named(claims.run, request.text('name'))
      if (!artifact) return refuse('not_found', 'no artifact has this name')
      state.artifacts.splice(state.artifacts.indexOf(artifact), 1)
      return ok({ ok: true, artifact_id: String(artifact.id) })
    },
  }
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, ofOwnRun(method)]))
}

/** Every request names the run and the job; they have to be those of the token. */
function ofOwnRun(method: Method): Method {
  return (request, claims, sign) =>
    runOf(request.text('workflow_run_backend_id')) === runOf(claims.run)
      ? method(request, claims, sign)
      : refuse('permission_denied', 'not the run of this token')
}

function listed(state: ServiceState, artifact: ArtifactEntry): Record<string, unknown> {
  return {
    workflow_run_backend_id: artifact.run,
    workflow_job_run_backend_id: artifact.job,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(state.blobs.get(artifact.blob)?.content?.length ?? 0),
    created_at: artifact.createdAt,
    digest: artifact.digest,
  }
}
