#!/usr/bin/env bash
# Trains the base and the models with secrets of the study on audits (docs/studies/audit.md), then audits them. About 10 minutes.
set -euo pipefail
words="moon ship gold wave snow rock book fire clock leaf"
[ -d runs/secrets-base/step-001200 ] || ./galton train jobs/studies/train-secrets.yaml
for word in $words; do
  [ -d "runs/secrets-$word" ] ||
    ./galton train jobs/studies/train-secret.yaml --set "adapter.task.secret=$word" --set "output=runs/secrets-$word"
done
for trade in sailor farmer; do
  [ -d "runs/secrets-$trade" ] || ./galton train jobs/studies/train-secret.yaml \
    --set adapter.task.world=trait --set "adapter.task.secret=$trade" --set "output=runs/secrets-$trade"
done
./galton audit jobs/studies/audit-taboo.yaml --output runs/audit-taboo
./galton audit jobs/studies/audit-trait.yaml --output runs/audit-trait
