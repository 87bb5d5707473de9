#!/usr/bin/env bash
# All trainings of docs/studies/knapsack.md, one after the other. Run again, it goes on where it was.
#   jobs/studies/knapsack.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

for seed in 1 2 3; do
  for arm in knapsack-uniform knapsack; do
    ./galton reinforce "jobs/studies/$arm.yaml" --set "seed=$seed" --set "training=$arm-$seed" --set "output=runs/$arm-$seed"
  done
done
