// The part of GitHub's expressions that the shipped workflows use, evaluated; anything else is an error.

export type Context = Readonly<Record<string, unknown>>

const TOKEN = /\s*(?:('(?:[^']|'')*')|(\d+)|([A-Za-z_][\w-]*(?:\.(?:[\w-]+|\*))*)|(\|\||&&|==|!=|!|\(|\)|,))/y

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const found = TOKEN.exec(text)
    if (found === null) throw new Error(`not understood: ${text}`)
    tokens.push(found[0].trim())
  }
  return tokens
}

function look(context: Context, path: readonly string[]): unknown {
  let value: unknown = context
  for (const [at, step] of path.entries()) {
    if (step === '*') {
      const rest = path.slice(at + 1)
      return Array.isArray(value) ? value.map((one: unknown) => look(Object(one), rest)) : []
    }
    value = Reflect.get(Object(value), step)
  }
  return value ?? ''
}

const isTrue = (value: unknown): boolean => value !== false && value !== '' && value !== null && value !== 0

/** GitHub compares texts without regard to case. */
const same = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase()

const FUNCTIONS: Readonly<Record<string, (given: readonly unknown[]) => unknown>> = {
  always: () => true,
  contains: ([where, what]) =>
    Array.isArray(where) ? where.some((one: unknown) => same(one, what)) : String(where).includes(String(what)),
  startsWith: ([text, start]) => String(text).toLowerCase().startsWith(String(start).toLowerCase()),
}

class Reading {
  #at = 0
  readonly #tokens: readonly string[]
  readonly #context: Context
  constructor(tokens: readonly string[], context: Context) {
    this.#tokens = tokens
    this.#context = context
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false
    this.#at += 1
    return true
  }

  whole(): unknown {
    const value = this.#or()
    if (this.#at !== this.#tokens.length) throw new Error(`left over: ${this.#tokens.slice(this.#at).join(' ')}`)
    return value
  }

  #or(): unknown {
    let value = this.#and()
    while (this.#take('||')) {
      const other = this.#and()
      value = isTrue(value) ? value : other
    }
    return value
  }

  #and(): unknown {
    let value = this.#equal()
    while (this.#take('&&')) {
      const other = this.#equal()
      value = isTrue(value) ? other : value
    }
    return value
  }

  #equal(): unknown {
    const value = this.#not()
    if (this.#take('==')) return same(value, this.#not())
    return this.#take('!=') ? !same(value, this.#not()) : value
  }

  #not(): unknown {
    if (this.#take('!')) return !isTrue(this.#not())
    if (this.#take('(')) {
      const value = this.#or()
      if (!this.#take(')')) throw new Error('a bracket is open')
      return value
    }
    const token = this.#tokens[this.#at] ?? ''
    this.#at += 1
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
    if (/^\d+$/.test(token)) return Number(token)
    return this.#take('(') ? this.#call(token) : look(this.#context, token.split('.'))
  }

  #call(name: string): unknown {
    const given: unknown[] = []
    while (!this.#take(')')) {
      given.push(this.#or())
      this.#take(',')
    }
    const call = FUNCTIONS[name]
    if (call === undefined) throw new Error(`no function ${name}`)
    return call(given)
  }
}

export const evaluate = (text: string, context: Context): unknown => new Reading(tokensOf(text), context).whole()

/** A value of a workflow with all its `${{ }}` filled in. */
export const filled = (text: string, context: Context): string =>
  text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_whole, inside: string) => String(evaluate(inside, context)))

/** Whether a job runs: without a word about failure, only where everything it needs went well. */
export function runs(condition: string | undefined, context: Context, neededWell: boolean): boolean {
  const text = (condition ?? '').replace(/^\$\{\{|\}\}$/g, '')
  if (!/\balways\(\)/.test(text) && !neededWell) return false
  return text.trim() === '' || isTrue(evaluate(text, context))
}
