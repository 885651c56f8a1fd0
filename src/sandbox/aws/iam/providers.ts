// Whose tokens and assertions an account believes: OpenID Connect and SAML providers, read only.

import { metadataOf } from '../../saml-metadata.ts'
import { done, refuse } from '../answer.ts'
import { oidcArn, samlArn } from '../arns.ts'
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

const getSaml = ({ aws, account, input }: Asked) => {
  const arn = text(input, 'SAMLProviderArn')
  const found = (account.samlProviders ?? []).find(({ name }) => samlArn(aws.partition, account.id, name) === arn)
  if (found === undefined) return refuse.noSuchEntity(`Manifest not found for arn ${arn}`)
  return done(account, { SAMLMetadataDocument: metadataOf(found), CreateDate: stamp(1_704_067_200), Tags: [] })
}

export const providerOperations: Operations = {
  GetOpenIDConnectProvider: {
    writes: false,
    takes: { OpenIDConnectProviderArn: 'arn' },
    aim: ({ input }) => ({ resource: text(input, 'OpenIDConnectProviderArn') }),
    run: getProvider,
  },
  GetSAMLProvider: {
    writes: false,
    takes: { SAMLProviderArn: 'arn' },
    aim: ({ input }) => ({ resource: text(input, 'SAMLProviderArn') }),
    run: getSaml,
  },
  ListOpenIDConnectProviders: { writes: false, takes: {}, run: listProviders },
}
