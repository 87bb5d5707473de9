#!/usr/bin/env bash
# All trainings of docs/studies/guess-the-number.md, one after the other: three advantages, two discounts, three seeds. Run again, it goes on
# where it was.
#   jobs/studies/guess-the-number.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

./galton train jobs/studies/train-guess.yaml
for seed in 1 2 3; do
  for advantage in reinforce rebn grpo; do
    for discount in 1 09; do
      name="guess-$advantage-$discount-$seed"
      ./galton reinforce jobs/studies/guess-the-number.yaml --set "seed=$seed" --set "training=$name" --set "output=runs/$name" \
        --set "advantage=$advantage" --set "tasks.0.discount=${discount/09/0.9}"
    done
  done
done
