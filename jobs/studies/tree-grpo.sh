#!/usr/bin/env bash
# The trainings of docs/studies/deepsearch-countdown.md. Run again, it goes on where it was.
#   jobs/studies/tree-grpo.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

./galton reinforce jobs/studies/tree-grpo.yaml
./galton reinforce jobs/studies/tree-grpo-plain.yaml
