// What has to be known about AWS's services to judge a policy: the port that src/knowledge fills.

export const ACCESS_LEVELS = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const

/** AWS's own classification of what an action does (service authorization reference, access levels). */
export type AccessLevel = (typeof ACCESS_LEVELS)[number]

export interface KnownAction {
  /** As AWS spells it, without the service: `GetObject`. */
  readonly name: string
  readonly level: AccessLevel
}

/** A snapshot of AWS's authorization data; what is missing in it is unknown, not harmless. */
export interface Knowledge {
  /** The day of the data, `YYYY-MM-DD`. */
  readonly asOf: string
  /** Prefixes of actions (`s3`), sorted. */
  services(): readonly string[]
  /** Sorted by name; empty for a service that is not known. */
  actions(service: string): readonly KnownAction[]
  /** null: not loaded, since nobody asks for a single resource. */
  readonly resources: ResourceKnowledge | null
}

/** On what actions can be done, by the same data. */
export interface ResourceKnowledge {
  /** The day of the data, `YYYY-MM-DD`. */
  readonly asOf: string
  /**
   * ARNs of what an action can be done on, `*` for each part that varies and `<name>` for one without a slash; empty: it cannot
   * be limited to anything; null: not known.
   */
  templates(action: string): readonly string[] | null
  /** Prefixes of the services that have actions on ARNs of this service (`sqs`): the one of that name alone, if there is one. */
  servicesOn(service: string): readonly string[]
  /** Every template of a service's actions, sorted. */
  templatesOf(service: string): readonly string[]
}
