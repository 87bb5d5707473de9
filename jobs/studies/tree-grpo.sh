#!/usr/bin/env bash
# The trainings of docs/studies/deepsearch-countdown.md, each from two seeds. Run again, it goes on where it was.
#   jobs/studies/tree-grpo.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

for arm in tree-grpo tree-grpo-plain; do
  ./galton reinforce "jobs/studies/$arm.yaml"
  ./galton reinforce "jobs/studies/$arm.yaml" --set seed=20261201 --set "training=$arm-2" --set "output=runs/$arm-2"
done
