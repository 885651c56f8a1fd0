// The AWS CLI commands that deploy the templates, as scripts for CloudShell: safe to run again, going on where they stopped.

import type { Json } from '../../core/model/policy-document.ts'
import type { Blueprint, Shape } from '../blueprint/blueprint.ts'
import { templateName } from './cloudformation.ts'
import { MADE, type PrintedFile } from './files.ts'

const stackName = ({ installation }: Blueprint): string => `daypass-${installation}`

/** What both scripts know: a stack in the account that the credentials are for. */
const start = (blueprint: Blueprint): string => `#!/usr/bin/env bash
# ${MADE}
# Needs the AWS CLI and the rights to make IAM roles and policies. Running it again changes what differs and nothing else.
set -euo pipefail
cd "$(dirname "$0")"
region=${blueprint.region}
stack=${stackName(blueprint)}
tags=(${Object.entries(blueprint.tags)
  .map(([key, value]) => `"${key}=${value}"`)
  .join(' ')})

say() { printf '%s\\n' "$*" >&2; }

state() { # of a stack here; empty where there is none. Anything else that AWS refuses ends the script.
  local answer
  if answer=$(aws cloudformation describe-stacks --region "$region" --stack-name "$stack" --query 'Stacks[0].StackStatus' --output text 2>&1); then
    printf '%s' "$answer"
  elif [[ $answer != *"does not exist"* ]]; then
    say "$answer"
    return 1
  fi
}

deploy() { # template, whether GitHub's jobs enter here
  local before provider=()
  before=$(state)
  if [[ $before == ROLLBACK_COMPLETE ]]; then # an earlier set-up that made nothing: such a stack can only be deleted
    say "Deleting what an earlier set-up left behind"
    aws cloudformation delete-stack --region "$region" --stack-name "$stack"
    aws cloudformation wait stack-delete-complete --region "$region" --stack-name "$stack"
    before=
  fi
  if [[ $2 == hub && -z $before ]]; then # an account can have one provider for GitHub: it may be there already
    local known
    known=$(aws iam list-open-id-connect-providers --query 'OpenIDConnectProviderList[].Arn' --output text)
    if [[ $known == *oidc-provider/token.actions.githubusercontent.com* ]]; then provider=(--parameter-overrides Provider=exists); fi
  fi
  say "Deploying $1"
  aws cloudformation deploy --region "$region" --stack-name "$stack" --template-file "$1" --tags "\${tags[@]}" \\
    --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset "\${provider[@]}"
}

account=$(aws sts get-caller-identity --query Account --output text)
`

const kindOf = ({ parts }: Shape): string => (parts.includes('hub') ? 'hub' : 'account')

/** One line an account, for whichever account the credentials are for. */
const here = (shapes: readonly Shape[]): string =>
  shapes
    .flatMap((shape) =>
      shape.places.map(
        ({ id, name }) =>
          `  ${id}) deploy ${templateName(shape)} ${kindOf(shape)} ;;${name === null ? '' : ` # ${name}`}`,
      ),
    )
    .join('\n')

/** For the credentials of one account at a time. */
export const accountScript = (blueprint: Blueprint, shapes: readonly Shape[]): PrintedFile => ({
  path: 'deploy.sh',
  executable: true,
  text: `${start(blueprint)}
case $account in
${here(shapes)}
  *)
    say "The account $account is not among those that this was made for; nothing was changed."
    exit 1
    ;;
esac
say "Done. Next: daypass verify"
`,
})

const targetsName = (shape: Shape): string => `targets-${shape.name}.json`

/** Service-managed StackSets reach every account but the management account (CloudFormation user guide, StackSets). */
export function organisationScript(blueprint: Blueprint, shapes: readonly Shape[]): readonly PrintedFile[] {
  const carried = shapes.filter(({ parts }) => !parts.includes('hub'))
  const hubs = shapes.filter(({ parts }) => parts.includes('hub'))
  const sets = carried.map(
    (shape) => `carry ${stackName(blueprint)}-${shape.name} ${templateName(shape)} ${targetsName(shape)}`,
  )
  const text = `${start(blueprint)}
finished() { # stack set, operation: waits, tells, and fails with it
  local status
  while true; do
    status=$(aws cloudformation describe-stack-set-operation --region "$region" --stack-set-name "$1" --operation-id "$2" --query StackSetOperation.Status --output text)
    say "  $1: $status"
    case $status in SUCCEEDED) return 0 ;; FAILED | STOPPED) return 1 ;; esac
    sleep 10
  done
}

carry() { # stack set, template, targets
  local operation answer
  if answer=$(aws cloudformation describe-stack-set --region "$region" --stack-set-name "$1" 2>&1); then
    say "Updating $1"
    operation=$(aws cloudformation update-stack-set --region "$region" --stack-set-name "$1" --template-body "file://$2" --tags "\${pairs[@]}" \\
      --capabilities CAPABILITY_NAMED_IAM --operation-preferences "$pace" --query OperationId --output text)
    finished "$1" "$operation"
  elif [[ $answer == *StackSetNotFound* ]]; then
    say "Making $1"
    aws cloudformation create-stack-set --region "$region" --stack-set-name "$1" --template-body "file://$2" --tags "\${pairs[@]}" \\
      --capabilities CAPABILITY_NAMED_IAM --permission-model SERVICE_MANAGED --auto-deployment Enabled=false >/dev/null
  else
    say "$answer"
    return 1
  fi
  sed "s/ROOT/$root/" "$3" >"$3.filled"
  operation=$(aws cloudformation create-stack-instances --region "$region" --stack-set-name "$1" --regions "$region" \\
    --deployment-targets "file://$3.filled" --operation-preferences "$pace" --query OperationId --output text)
  rm -f "$3.filled"
  finished "$1" "$operation"
}

pairs=(${Object.entries(blueprint.tags)
    .map(([key, value]) => `"Key=${key},Value=${value}"`)
    .join(' ')})
pace=RegionConcurrencyType=PARALLEL,MaxConcurrentPercentage=100,FailureTolerancePercentage=100
root=$(aws organizations list-roots --query 'Roots[0].Id' --output text)
management=$(aws organizations describe-organization --query Organization.MasterAccountId --output text)
${sets.join('\n')}

# StackSets leave out the management account, and what GitHub's jobs enter is deployed where it lies.
case $account in
${here(hubs)}
  *)
    [[ $account != "$management" ]] || case $account in
${here(carried)}
    esac
    ;;
esac
${hubsElsewhere(shapes)}say "Done. Next: daypass verify"
`
  const targets = carried.map(
    (shape): PrintedFile => ({
      path: targetsName(shape),
      text: `${JSON.stringify({ OrganizationalUnitIds: ['ROOT'], Accounts: shape.places.map(({ id }) => id), AccountFilterType: 'INTERSECTION' }, null, 2)}\n`,
    }),
  )
  return [{ path: 'deploy.sh', executable: true, text }, ...targets]
}

const hubsElsewhere = (shapes: readonly Shape[]): string =>
  shapes
    .filter(({ parts }) => parts.includes('hub'))
    .flatMap(({ places }) => places)
    .map(
      ({ id }) =>
        `[[ $account == ${id} ]] || say "Then run this once more with the credentials of ${id}, which GitHub's jobs enter."\n`,
    )
    .join('')

/** Made, or brought up to date, and attached to the root: run in the management account. */
export function protection({ organisation, partition }: Blueprint): readonly PrintedFile[] {
  const document = JSON.parse(JSON.stringify(organisation.document).replaceAll('{partition}', partition)) as Json
  const text = `#!/usr/bin/env bash
# ${MADE}
# For the management account. Service control policies must be switched on in the organisation.
set -euo pipefail
cd "$(dirname "$0")"
name=${organisation.name}
content=file://service-control-policy.json
policy=$(aws organizations list-policies --filter SERVICE_CONTROL_POLICY --query "Policies[?Name=='$name'].Id" --output text)
if [[ -z $policy ]]; then
  policy=$(aws organizations create-policy --type SERVICE_CONTROL_POLICY --name "$name" --description ${JSON.stringify(organisation.description)} --content "$content" --query Policy.PolicySummary.Id --output text)
else
  aws organizations update-policy --policy-id "$policy" --content "$content" >/dev/null
fi
root=$(aws organizations list-roots --query 'Roots[0].Id' --output text)
attached=$(aws organizations list-policies-for-target --target-id "$root" --filter SERVICE_CONTROL_POLICY --query "Policies[?Id=='$policy'].Id" --output text)
[[ -n $attached ]] || aws organizations attach-policy --policy-id "$policy" --target-id "$root"
printf 'Done: %s protects every account but the management account.\\n' "$name" >&2
`
  return [
    { path: 'protect.sh', executable: true, text },
    { path: 'service-control-policy.json', text: `${JSON.stringify(document, null, 2)}\n` },
  ]
}
