// Telling everybody: each sink by itself, so that one that fails is reported and keeps no other from hearing.

import { type Answer, writeEdgeError } from '../core/model/edge-error.ts'
import type { RecordLine } from '../core/report/record.ts'
import type { Sink } from './sink.ts'

/** Red lines for the report: the sinks that could not be told. Empty when all were. */
export async function tellAll(sinks: readonly Sink[], lines: readonly RecordLine[]): Promise<readonly string[]> {
  const told = await Promise.all(sinks.map(async (sink) => ({ sink, answer: await ask(sink, lines) })))
  return told.flatMap(({ sink, answer }) =>
    answer.is === 'known' ? [] : [`Could not tell ${sink.name}: ${writeEdgeError(answer.because)}`],
  )
}

async function ask(sink: Sink, lines: readonly RecordLine[]): Promise<Answer<'told'>> {
  try {
    return await sink.tell(lines)
  } catch (error) {
    return { is: 'unknown', because: { kind: 'garbage', call: sink.name, said: String(error) } }
  }
}
