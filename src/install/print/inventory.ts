// The commands that switch on Resource Explorer in an account, as a script: it adds what is missing and changes nothing else.

import type { Blueprint, Shape } from '../blueprint/blueprint.ts'
import { MADE, type PrintedFile } from './files.ts'

const placesIn = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap(({ places }) => places.flatMap(({ id, name }) => (name === null ? [] : [id]))).toSorted()

/** After the roles, which read what this makes; nothing where owners want no inventory. */
export function inventoryScript({ inventory, partition }: Blueprint, shapes: readonly Shape[]): readonly PrintedFile[] {
  if (inventory === null) return []
  const text = `#!/usr/bin/env bash
# ${MADE}
# Resource Explorer for \`daypass search\`: an index in every region that an account has switched on, one region that brings them
# together (one that is there stays), and a view of everything with its tags. Running it again adds what is missing, and changes
# nothing else.
#   ./inventory.sh          in the account that the credentials are for
#   ./inventory.sh ROLE     in all accounts, entered through this role (such as OrganizationAccountAccessRole)
set -euo pipefail
aggregator=${inventory.aggregator}
reader=${inventory.reader}
accounts=(${placesIn(shapes).join(' ')})
role=\${1:-}
patience=\${DAYPASS_PATIENCE:-10}
unfinished=0

say() { printf '%s\\n' "$*" >&2; }

state() { # of the index of a region; empty where there is none. Anything else that AWS refuses ends the script.
  local answer
  if answer=$(aws resource-explorer-2 get-index --region "$1" --query State --output text 2>&1); then
    [[ $answer == DELETED ]] || printf '%s' "$answer"
  elif [[ $answer != *ResourceNotFoundException* ]]; then
    say "$answer"
    return 1
  fi
}

indexed() { # every region of the account
  local region there
  for region in $(aws account list-regions --region-opt-status-contains ENABLED ENABLING ENABLED_BY_DEFAULT --query 'Regions[].RegionName' --output text); do
    there=$(state "$region")
    if [[ -z $there ]]; then
      say "  $region: making an index"
      aws resource-explorer-2 create-index --region "$region" >/dev/null
    elif [[ $there == DELETING ]]; then
      say "  $region: its index is being deleted; run this again later"
      unfinished=1
    fi
  done
}

together() { # prints the region that brings the others together; makes it where there is none
  local there arn answer tries
  there=$(aws resource-explorer-2 list-indexes --region "$aggregator" --type AGGREGATOR --query 'Indexes[0].Region' --output text)
  if [[ -n $there && $there != None ]]; then
    printf '%s' "$there"
    return
  fi
  for ((tries = 0; tries < 30; tries++)); do
    [[ $(state "$aggregator") != ACTIVE ]] || break
    sleep "$patience"
  done
  arn=$(aws resource-explorer-2 get-index --region "$aggregator" --query Arn --output text)
  if answer=$(aws resource-explorer-2 update-index-type --region "$aggregator" --arn "$arn" --type AGGREGATOR 2>&1); then
    say "  $aggregator brings the others together from now on; it takes hours until it knows them all"
    printf '%s' "$aggregator"
  else
    # After an aggregator was deleted AWS allows no other for 24 hours.
    say "  $aggregator cannot bring the others together yet: $answer"
    return 9
  fi
}

viewed() { # a view of everything with its tags, in that region
  local region=$1 there arn
  there=$(aws resource-explorer-2 list-views --region "$region" --query 'Views[]' --output text)
  if [[ $there == *:view/daypass/* ]]; then
    arn=$(tr '[:space:]' '\\n' <<<"$there" | grep ':view/daypass/' | head -n 1)
  else
    say "  $region: making the view daypass"
    arn=$(aws resource-explorer-2 create-view --region "$region" --view-name daypass --included-properties Name=tags --query View.ViewArn --output text)
  fi
  there=$(aws resource-explorer-2 get-default-view --region "$region" --query ViewArn --output text)
  # One that is there stays: somebody may rely on it.
  [[ -n $there && $there != None ]] || aws resource-explorer-2 associate-default-view --region "$region" --view-arn "$arn" >/dev/null
}

account() { # the one that the credentials are for
  local region status=0
  say "$(aws sts get-caller-identity --query Account --output text)"
  if ! aws iam get-role --role-name "$reader" >/dev/null 2>&1; then
    say "  the role $reader is not there: run deploy.sh first"
    unfinished=1
    return
  fi
  indexed
  region=$(together) || status=$?
  if [[ $status == 9 ]]; then
    unfinished=1
  elif [[ $status != 0 ]]; then
    return "$status"
  else
    viewed "$region"
  fi
}

if [[ -z $role ]]; then
  account
else
  for id in "\${accounts[@]}"; do
    keys=$(aws sts assume-role --role-arn "arn:${partition}:iam::$id:role/$role" --role-session-name daypass-setup --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)
    read -r key secret token <<<"$keys"
    # What fails in one account must not keep the others waiting.
    (
      export AWS_ACCESS_KEY_ID=$key AWS_SECRET_ACCESS_KEY=$secret AWS_SESSION_TOKEN=$token
      account
      exit "$unfinished"
    ) || unfinished=1
  done
fi
[[ $unfinished == 0 ]] || { say "Not everything could be done: run it again, after 24 hours at the latest."; exit 2; }
say "Done. Until everything is indexed it takes up to 36 hours. Next: daypass verify"
`
  return [{ path: 'inventory.sh', executable: true, text }]
}
