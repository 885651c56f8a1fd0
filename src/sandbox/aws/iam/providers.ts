// Whose tokens an account believes: OpenID Connect providers, read only.

import { done, refuse } from '../answer.ts'
import { oidcArn } from '../arns.ts'
import type { Asked, Operations } from '../operation.ts'
import { text } from '../query.ts'
import { stamp } from '../xml.ts'

const arnsOf = ({ aws, account }: Asked) =>
  account.oidcProviders.map((provider) => ({ provider, arn: oidcArn(aws.partition, account.id, provider.host) }))

const getProvider = (asked: Asked) => {
  const arn = text(asked.input, 'OpenIDConnectProviderArn')
  const found = arnsOf(asked).find((one) => one.arn === arn)
  if (found === undefined) return refuse.noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`)
  return done(asked.account, {
    Url: found.provider.host,
    ClientIDList: found.provider.audiences,
    ThumbprintList: [],
    CreateDate: stamp(1_704_067_200),
    Tags: [],
  })
}

const listProviders = (asked: Asked) =>
  done(asked.account, { OpenIDConnectProviderList: arnsOf(asked).map(({ arn }) => ({ Arn: arn })) })

export const providerOperations: Operations = {
  GetOpenIDConnectProvider: {
    writes: false,
    takes: { OpenIDConnectProviderArn: 'arn' },
    aim: ({ input }) => ({ resource: text(input, 'OpenIDConnectProviderArn') }),
    run: getProvider,
  },
  ListOpenIDConnectProviders: { writes: false, takes: {}, run: listProviders },
}
