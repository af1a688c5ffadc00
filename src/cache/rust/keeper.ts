import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobResult } from '../../build/run.ts'
import type { CacheReport } from '../../report/schema.ts'
import { type BroughtEntry, restoreEntry, saveEntry, tellSkipped } from '../bring.ts'
import type { CacheCounts } from '../counts.ts'
import type { CacheEntry, Ingredients } from '../entry.ts'
import type { Keeper, KeeperContext } from '../keeper.ts'
import { isFilled } from '../kept/files.ts'
import { PackProblem } from '../pack/problem.ts'
import { unpack } from '../pack/unpack.ts'
import { countCrates } from './counts.ts'
import { coldEntry, hotEntry, isOfRecipe, nextRevision, ownEntry } from './entries.ts'
import { externalMembers, markedNames, unmark } from './external.ts'
import { type HotFacts, type OwnFacts, readHotFacts, readOwnFacts } from './facts.ts'
import { gitRoot, seedGit } from './git.ts'
import { prepareHome } from './home.ts'
import { type Listing, listBuild } from './listing.ts'
import { type BuildMessages, readMessages } from './messages.ts'
import type { CargoPlaces } from './places.ts'
import { whyNot } from './recover.ts'
import { dropPlaceholders, lockedPackages, registryRoot, seedRegistry } from './registry.ts'
import { type SourceKeeper, sourceKeeper } from './source-keeper.ts'
import { watch } from './sources.ts'
import { changedVariables } from './variables.ts'

/** The crates from outside as they were brought back. */
interface Hot extends BroughtEntry {
  readonly facts: HotFacts
  /** Of the very recipe, not only of a similar one. */
  readonly ofRecipe: boolean
  /** Nothing of it is a placeholder any more. */
  readonly whole: boolean
}

/** The project's own crates as they were brought back. */
interface Own extends BroughtEntry {
  readonly facts: OwnFacts
}

/**
 * Keeps what cargo made: the crates from outside by their recipe, the project's own by what they were linked with. What
 * cargo only looks at comes back as placeholders; where one is read after all, the build is done again with the bytes.
 * @param recipe see rustRecipe
 */
export function rustKeeper(context: KeeperContext, recipe: Ingredients, places: CargoPlaces): Keeper {
  return new RustKeeper(context, recipe, places)
}

class RustKeeper implements Keeper {
  readonly #context: KeeperContext
  readonly #ownRecipe: Ingredients
  readonly #places: CargoPlaces
  /** Target directories. */
  readonly #targets: Readonly<Record<string, string>>
  /** Those, and what is ours alone of cargo's downloads. */
  readonly #roots: Readonly<Record<string, string>>
  readonly #wanted: CacheEntry
  readonly #sources: SourceKeeper
  /** The target directories were not empty: what is here is newer than anything that could be brought back. */
  #warm = false
  #hot: Hot | null = null
  #own: Own | null = null

  constructor(context: KeeperContext, recipe: Ingredients, places: CargoPlaces) {
    this.#context = context
    this.#ownRecipe = places.incremental ? { ...recipe, incremental: 'yes' } : recipe
    this.#places = places
    const { workDir, targets, apart } = places
    const downloads = apart === null ? [] : [registryRoot, gitRoot].map(name => [name, join(apart.ours, name)])
    this.#targets = Object.fromEntries(targets.map(name => [name, join(workDir, name)]))
    this.#roots = { ...this.#targets, ...Object.fromEntries(downloads) }
    this.#wanted = hotEntry(context.job.id, recipe)
    this.#sources = sourceKeeper(context.planned, this.#places)
  }

  get wanted(): readonly CacheEntry[] {
    return [this.#wanted]
  }

  /** Which compilation of the crates from outside comes is not known before; of the same recipe it is the last one. */
  async wantedThen(last: readonly CacheReport[]): Promise<readonly CacheEntry[]> {
    const name = this.#context.job.id
    const compilation = last.findLast(row => row.id === `rust-own ${name}`)?.ingredients?.['compilation']
    if (compilation === undefined) return []
    await this.#sources.look([], [])
    return [ownEntry(name, this.#ownRecipe, compilation, this.#sources.own())]
  }

  async restore(): Promise<void> {
    const { apart } = this.#places
    const cargo = this.#context.job.steps.filter(step => step.stdout === 'cargo-json')
    const dirs = cargo.map(step => step.cwd)
    if (apart !== null) await prepareHome(apart.ours, apart.theirs, dirs)
    for (const dir of Object.values(this.#targets)) this.#warm ||= await isFilled(dir)
    if (this.#warm) {
      tellSkipped(this.#context, this.#wanted, 'this machine has it already, and what is here is newer')
      return
    }
    this.#hot = await this.#bringHot()
    if (this.#hot === null) await this.#clear()
    await this.#sources.look([], this.#hot?.facts.roots ?? [])
    const goesOn = this.#hot?.ofRecipe && this.#places.disposable
    this.#own = goesOn && this.#hot ? await this.#bringOwn(this.#hot.facts) : null
    await this.#settle()
  }

  async recover(result: JobResult): Promise<string | null> {
    if (this.#warm) return this.#recoverWarm(result)
    const [hot, own] = [this.#hot, this.#own]
    if (hot === null) return null
    const why = hot.whole ? null : this.#whyNot(result, hot.facts.names)
    // A step that puts other sources in place behind cargo's back does it again in the next run.
    const replaced = own === null ? null : await this.#sources.replaced(own.facts)
    if (why === null && replaced === null) return null
    // What was made of a placeholder may look fresh by now.
    await this.#clear()
    const isBack = await this.#unpackHot(hot, why !== null || hot.whole)
    if (!isBack) await this.#clear()
    this.#hot = isBack ? { ...hot, whole: hot.whole || why !== null } : null
    this.#own = isBack && own !== null && replaced === null && (await this.#unpack(own)) ? own : null
    await this.#settle()
    if (!isBack) return `${why ?? replaced}, and its bytes are not in the cache: all is built again`
    return why ?? `${replaced} was replaced by one that looks older: the project's own crates are compiled again`
  }

  /** An earlier run has left placeholders here, and cargo needs what they stand for. */
  async #recoverWarm(result: JobResult): Promise<string | null> {
    const names = await markedNames(this.#places)
    const why = names === null ? null : this.#whyNot(result, names)
    if (why === null) return null
    await this.#clear()
    this.#warm = false
    await this.restore()
    const hot = this.#hot
    if (hot === null || hot.whole) return why
    const isBack = await this.#bringCold(hot.key)
    if (!isBack) await this.#clear()
    this.#hot = isBack ? { ...hot, whole: true } : null
    this.#own = isBack ? this.#own : null
    await this.#settle()
    return why
  }

  #whyNot(result: JobResult, external: readonly string[]): string | null {
    const errors = result.failures.flatMap(failure => failure.lines)
    const { apart } = this.#places
    const sources = apart === null ? null : join(apart.ours, registryRoot, 'src')
    return whyNot({ messages: messagesOf(result), errors, external, sources })
  }

  async counts(result: JobResult): Promise<readonly CacheCounts[]> {
    return countCrates(messagesOf(result), this.#context.job.id)
  }

  async save(result: JobResult): Promise<void> {
    const messages = messagesOf(result)
    if (this.#warm || messages.units.length === 0) return
    try {
      const { planned } = this.#context
      const from = { places: this.#places, sources: this.#sources, commit: planned.commit, messages }
      const listing = await listBuild({ ...from, complete: result.failed.length === 0 })
      const compilation = await this.#saveExternal(result, messages, listing)
      if (compilation !== null) await this.#saveOwn(result, listing, compilation)
    } catch (error) {
      if (!(error instanceof PackProblem)) throw error
      this.#context.log.warn(`nothing of ${this.#context.job.id} is saved: ${error.message}`)
    }
  }

  async #bringHot(): Promise<Hot | null> {
    const { env, disposable } = this.#places
    const accept = (said: unknown) => {
      const facts = readHotFacts(said, this.#places)
      if (facts === null) return foreign
      return facts.roots.length > 0 && !disposable
        ? 'vendored crates would need the times of a checkout of its own'
        : null
    }
    const brought = await restoreEntry(this.#context, { entry: this.#wanted, roots: this.#roots, accept })
    const facts = readHotFacts(brought?.facts, this.#places)
    if (brought === null || facts === null || (await hasChanged(facts))) return null
    const hot = { ...brought, facts, ofRecipe: isOfRecipe(brought.key, this.#wanted) }
    const changed = changedVariables(facts.variables, env)
    for (const name of changed) this.#context.log.detail(`${name} is not what it was when the crates were compiled`)
    if (!facts.hollow) return { ...hot, whole: true }
    if (hot.ofRecipe && facts.complete && changed.length === 0) return { ...hot, whole: false }
    return (await this.#bringCold(hot.key)) ? { ...hot, whole: true } : null
  }

  async #bringCold(hotKey: string): Promise<boolean> {
    const entry = coldEntry({ ...this.#wanted, key: hotKey })
    const { apart } = this.#places
    if (apart !== null) await dropPlaceholders(apart.ours)
    if ((await restoreEntry(this.#context, { entry, roots: this.#roots })) === null) return false
    await unmark(this.#places)
    return true
  }

  async #bringOwn(hot: HotFacts): Promise<Own | null> {
    const { workDir } = this.#places
    const entry = ownEntry(this.#context.job.id, this.#ownRecipe, hot.compilation, this.#sources.own())
    const accept = (said: unknown) => (readOwnFacts(said, workDir) === null ? foreign : null)
    const brought = await restoreEntry(this.#context, { entry, roots: this.#roots, accept })
    const facts = readOwnFacts(brought?.facts, workDir)
    return brought === null || facts === null ? null : { ...brought, facts }
  }

  async #unpackHot(hot: Hot, whole: boolean): Promise<boolean> {
    return (await this.#unpack(hot)) && (!whole || !hot.facts.hollow || (await this.#bringCold(hot.key)))
  }

  /** Once more from the scratch directory. */
  async #unpack({ pack }: BroughtEntry): Promise<boolean> {
    try {
      await unpack({ pack, roots: this.#roots, signal: this.#context.signal })
      return true
    } catch (error) {
      if (error instanceof PackProblem) return false
      throw error
    }
  }

  async #settle(): Promise<void> {
    const { apart } = this.#places
    if (apart !== null && (this.#hot === null || this.#hot.whole)) {
      const locked = await lockedPackages(this.#context.planned.dir)
      await seedRegistry(apart.theirs, apart.ours, locked)
      await seedGit(apart.theirs, apart.ours, locked)
    }
    const [hot, own] = [this.#hot?.facts ?? null, this.#own?.facts ?? null]
    await this.#sources.look(own?.roots ?? [], hot?.roots ?? [])
    if (this.#places.disposable) await this.#sources.settle(hot, own)
  }

  /** Saves what was compiled of the crates from outside. Returns which compilation it is; null: one that is not kept. */
  async #saveExternal(result: JobResult, messages: BuildMessages, listing: Listing): Promise<string | null> {
    const hot = this.#hot
    const compiled = messages.units.some(unit => !unit.own && !unit.fresh)
    const failed = result.failed.length > 0
    if (hot?.ofRecipe && !compiled && (hot.facts.complete || failed)) return hot.facts.compilation
    // Of a failed build only a part was named: what is kept already is more.
    if ((hot?.ofRecipe && failed) || (hot !== null && !hot.whole)) return null
    const entry = nextRevision(this.#wanted, hot?.key ?? null)
    const locked = await lockedPackages(this.#context.planned.dir)
    const { cold, hot: members } = await externalMembers(listing, this.#places, locked)
    if (cold.length > 0) await saveEntry(this.#context, { entry: coldEntry(entry), members: cold, facts: null })
    const facts: HotFacts = { ...listing.hotFacts, hollow: cold.length > 0 }
    await saveEntry(this.#context, { entry, members, facts })
    return facts.compilation
  }

  async #saveOwn(result: JobResult, { own: members, ownFacts: facts }: Listing, compilation: string): Promise<void> {
    if (!this.#places.disposable || (this.#own !== null && result.failed.length > 0)) return
    const entry = ownEntry(this.#context.job.id, this.#ownRecipe, compilation, this.#sources.own())
    if (entry.key !== this.#own?.key && members.length > 0) await saveEntry(this.#context, { entry, members, facts })
  }

  async #clear(): Promise<void> {
    for (const dir of Object.values(this.#roots)) await rm(dir, { recursive: true, force: true })
  }
}

const foreign = 'it is for another directory, or of another version'

async function hasChanged({ watched }: HotFacts): Promise<boolean> {
  const now = await watch(Object.keys(watched))
  return Object.keys(watched).some(path => watched[path] !== now[path])
}

function messagesOf(result: JobResult): BuildMessages {
  return readMessages(Object.values(result.messages).flat())
}
