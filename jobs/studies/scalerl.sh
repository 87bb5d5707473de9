#!/usr/bin/env bash
# All trainings of docs/studies/scalerl.md, one after the other. Run again, it goes on where it was.
#   jobs/studies/scalerl.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

arm() { # NAME [--set KEY=VALUE ...]
  ./galton reinforce jobs/studies/scalerl.yaml --set "training=scalerl-$1" --set "output=runs/scalerl-$1" "${@:2}"
}
arm base-1
arm base-2 --set seed=2
arm base-3 --set seed=3
arm on-policy --set staleness=0
arm dapo --set loss=dapo
arm prompt-deviation --set advantage=grpo
arm sample-mean --set aggregate=sample
arm all-prompts --set 'filters=[no_positive_resampling]'
arm head-bfloat16 --set head=bfloat16
