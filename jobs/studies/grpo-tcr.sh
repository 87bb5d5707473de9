#!/usr/bin/env bash
# All trainings of docs/studies/grpo-tcr.md, one after the other: GRPO-T, and one thing more in each arm. Run again, it goes on where it was.
#   jobs/studies/grpo-tcr.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

./galton train jobs/studies/train-tools.yaml
arm() {
  local name="grpo-tcr-$1-$seed"
  shift
  ./galton reinforce jobs/studies/grpo-tcr.yaml --set "seed=$seed" --set "training=$name" --set "output=runs/$name" "$@"
}
higher=(--set kl=0 --set clip_high=0.28)
for seed in 1 2; do
  arm t
  arm tc "${higher[@]}"
  arm tcr "${higher[@]}" --set "reward={kind: shaped, of: verdict_signed, limit: 48, margin: 24}"
  arm tcr-tools "${higher[@]}" --set "reward={kind: shaped, of: tools, limit: 48, margin: 24}"
done
