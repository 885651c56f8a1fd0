// A policy as IAM stores and sends it, as data.

import type { Json } from '../core/model/policy-document.ts'

/** IAM sends documents URL-encoded (IAM API reference). What is no JSON is kept as the text it is. */
export function storedDocument(text: string | undefined): Json {
  if (text === undefined) return null
  try {
    const read: Json = JSON.parse(decodeURIComponent(text))
    return read
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return text
    throw error
  }
}
