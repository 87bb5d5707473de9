#!/usr/bin/env bash
# All trainings of docs/studies/truthrl.md, one after the other, and the sweep that says what is out of knowledge. Run
# again, it goes on where it was.
#   jobs/studies/truthrl.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

./galton train jobs/studies/train-facts.yaml
./galton train jobs/studies/train-facts.yaml --set training.steps=1200 --set training.first_checkpoint=1200 --set tasks.0.half_rate=0.25
for seed in 1 2 3; do
  for arm in binary ternary; do
    ./galton reinforce "jobs/studies/truthrl-$arm.yaml" --set "seed=$seed" --set "training=truthrl-$arm-$seed" --set "output=runs/truthrl-$arm-$seed"
  done
done
./galton sweep jobs/studies/truthrl.yaml
