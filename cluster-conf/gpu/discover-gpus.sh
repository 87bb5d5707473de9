#!/usr/bin/env bash
# The GPUs of this machine, as Spark asks for them: {"name": "gpu", "addresses": ["0", "1"]}
# For spark.worker.resource.gpu.discoveryScript (standalone) or spark.executor.resource.gpu.discoveryScript (YARN, Kubernetes).
set -euo pipefail

fail() {
  printf 'discover-gpus.sh: %s\n' "$1" >&2
  exit 1
}

command -v nvidia-smi >/dev/null || fail "Cannot find nvidia-smi on $(hostname): install NVIDIA's driver, or give this machine no GPU tasks"
indices=$(nvidia-smi --query-gpu=index --format=csv,noheader) || fail "nvidia-smi failed on $(hostname): $indices"
[ -n "$indices" ] || fail "nvidia-smi lists no GPU on $(hostname)"

# A container or a queue may have left only some to us, by number; those it names otherwise are numbered anew from 0.
case ${CUDA_VISIBLE_DEVICES-} in
  '') ;;
  *[!0-9,]*) fail "Cannot read CUDA_VISIBLE_DEVICES '$CUDA_VISIBLE_DEVICES': expected numbers with commas" ;;
  *) indices=$(seq 0 $(($(tr ',' '\n' <<<"$CUDA_VISIBLE_DEVICES" | grep -c .) - 1))) ;;
esac

# shellcheck disable=SC2086 # one word each
printf '{"name": "gpu", "addresses": [%s]}\n' "$(printf '%s\n' $indices | sed 's/.*/"&"/' | paste -sd, -)"
