// How answers are written in XML (AWS Query protocol).

import { createHash } from 'node:crypto'
import type { Refusal, Reply } from '../protocol.ts'
import type { Output, OutputMap, Structure } from './answer.ts'

const namespaces: Readonly<Record<string, string>> = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
}

const escaped = (value: string): string => value.replace(/[&<>"\r]/g, (found) => entities[found] ?? found)

const isMap = (value: Structure | OutputMap): value is OutputMap => value['entries'] instanceof Map

const inside = (value: Output): string => {
  if (value === undefined) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (isList(value)) return value.map((one) => element('member', one)).join('')
  if (isMap(value))
    return [...value.entries]
      .map(([key, one]) => `<entry><key>${escaped(key)}</key><value>${escaped(String(one))}</value></entry>`)
      .join('')
  return Object.entries(value)
    .map(([name, one]) => element(name, one))
    .join('')
}

const isList = (value: readonly Output[] | Structure | OutputMap): value is readonly Output[] => Array.isArray(value)

const element = (name: string, value: Output): string =>
  value === undefined ? '' : `<${name}>${inside(value)}</${name}>`

/** A UUID that depends on nothing but what was asked and when. */
export const requestId = (seed: string): string => {
  const hex = createHash('sha256').update(seed).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const reply = (status: number, id: string, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id },
  body,
})

export const answered = (service: string, op: string, output: Structure | undefined, id: string): Reply => {
  const result = output === undefined ? '' : element(`${op}Result`, output)
  const xmlns = namespaces[service] ?? ''
  return reply(
    200,
    id,
    `<${op}Response xmlns="${xmlns}">${result}<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></${op}Response>`,
  )
}

export const refused = (service: string, refusal: Refusal, id: string): Reply => {
  const { status, code, message } = refusal
  const type = status >= 500 ? 'Receiver' : 'Sender'
  const error = element('Error', { Type: type, Code: code, Message: message })
  return reply(
    status,
    id,
    `<ErrorResponse xmlns="${namespaces[service] ?? ''}">${error}<RequestId>${id}</RequestId></ErrorResponse>`,
  )
}

/** Seconds since the epoch as `2026-11-22T08:00:00Z`. */
export const stamp = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
