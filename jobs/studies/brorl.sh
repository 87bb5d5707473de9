#!/usr/bin/env bash
# All trainings of docs/studies/brorl.md, one after the other. Run again, it goes on where it was.
#   jobs/studies/brorl.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

./galton reinforce jobs/studies/brorl-plateau.yaml
for seed in 1 2 3; do
  for n in 16 64 256; do
    arm=(./galton reinforce "jobs/studies/brorl-$n.yaml" --set "seed=$seed" --set "training=brorl-$n-$seed" --set "output=runs/brorl-$n-$seed")
    "${arm[@]}" --set steps=24 # a measurement after as many updates
    "${arm[@]}"                # and after as many rollouts
  done
  ./galton reinforce jobs/studies/brorl-256.yaml --set "seed=$seed" --set learning_rate=0.00015 --set "training=brorl-256-same-rate-$seed" --set "output=runs/brorl-256-same-rate-$seed"
done
