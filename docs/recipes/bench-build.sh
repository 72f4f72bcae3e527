#!/usr/bin/env bash
# In place of `bench build`, in the bench's folder and with the same options: builds,
# then looks at what nginx will serve. A finding makes the exit code 1, so a deployment
# script with `set -e` stops here.
set -euo pipefail

bench build "$@"
bundlescan find --bench . sites/assets apps/*/*/www
