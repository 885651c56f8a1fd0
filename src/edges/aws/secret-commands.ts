// The one operation of Secrets Manager that Daypass can call; loaded only with it.

export { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
