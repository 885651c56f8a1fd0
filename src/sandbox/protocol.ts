// What the sandbox's server and its parts (AWS, GitHub, git) say to each other.

/** One HTTP request as it arrived; header names are lower case. */
export interface Arrival {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/**
 * What the journal keeps of a request: `part` is iam, sts …, github, git or okta; `op` the vendor's operation (GraphQL: the
 * operation's name); `writes` whether it is of a kind that changes the world; `input` what it was given.
 */
export interface Call {
  readonly part: string
  readonly op: string
  readonly writes: boolean
  /** The AWS account or GitHub repository it was addressed to. */
  readonly where: string
  readonly input: Readonly<Record<string, unknown>>
}

export interface Handled<W> {
  readonly world: W
  readonly reply: Reply
  /** The vendor's error code, for the journal only. */
  readonly error?: string
}

/** A refusal that a fault asks for; the part words it as its vendor would. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** A part of the world behind a path prefix. `describe` is asked first, so that a fault can stop a call before its effect. */
export interface Part<W> {
  readonly prefix: string
  describe(world: W, arrival: Arrival): Call
  /** `now` is seconds since the epoch, UTC, by the sandbox's own clock. */
  handle(world: W, arrival: Arrival, now: number): Handled<W> | Promise<Handled<W>>
  /** How this vendor words a refusal; `'throttle'` is its own way to say "too fast". Without it the server answers plain JSON. */
  refuse?(call: Call, refusal: Refusal | 'throttle'): Reply
}
