// Who is told what happened: the port of every place that news goes to, fed by lines of the record and nothing else.

import type { Answer } from '../core/model/edge-error.ts'
import type { RecordLine } from '../core/report/record.ts'

export interface Sink {
  readonly name: string
  /** Tells what new lines say, oldest first. What goes wrong is answered, never thrown: news must not stop a run. */
  tell(lines: readonly RecordLine[]): Promise<Answer<'told'>>
}
