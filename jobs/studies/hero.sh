#!/usr/bin/env bash
# All trainings of docs/studies/hero.md, one after the other. Run again, it goes on where it was.
#   jobs/studies/hero.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

# The learned reward models are fitted to the rollouts of hero-verifier: it comes first.
for arm in verifier model hybrid verifier-strict hybrid-strict model-learned hybrid-learned-strict; do
  ./galton reinforce "jobs/studies/hero-$arm.yaml"
done
