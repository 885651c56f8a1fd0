// What we use of the Okta SDK's own HTTP layer, which ships no types.

declare module '@okta/okta-sdk-nodejs/src/http.js' {
  export interface Sent {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }

  interface Executor {
    fetch(request: Sent): Promise<Response>
  }

  interface Tokens {
    readonly isDPoP: false
    getAccessToken(): Promise<{ readonly access_token: string }>
    clearCachedAccessToken(): void
  }

  class Http {
    constructor(config: {
      readonly requestExecutor: Executor
      readonly oauth?: Tokens
      /** null: nothing is cached. Left out it would be. */
      readonly cacheMiddleware: null
    })
    defaultHeaders: Readonly<Record<string, string>>
    /** Resolves for 2xx; rejects with OktaApiError, with HttpError where the answer is no JSON, or with what the executor throws. */
    http(
      uri: string,
      request: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
    ): Promise<Response>
  }

  export type { Http }

  /** A CommonJS module: a bundle knows its parts by this one alone. */
  const parts: { readonly Http: typeof Http }
  export default parts
}
