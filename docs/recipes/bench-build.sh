#!/usr/bin/env bash
# In place of `bench build`: builds, then looks at what nginx will serve. Run it in the bench's folder; the options are
# those of `bench build`. A finding ends it with exit code 1, so a deployment script that has `set -e` stops here.
set -euo pipefail

bench build "$@"
bundlescan find sites/assets apps/*/*/www
