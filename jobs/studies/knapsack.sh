#!/usr/bin/env bash
# Both trainings of docs/studies/knapsack.md. Run again, it goes on where it was.
#   jobs/studies/knapsack.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

./galton reinforce jobs/studies/knapsack-uniform.yaml
./galton reinforce jobs/studies/knapsack.yaml
