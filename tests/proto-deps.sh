#!/usr/bin/env bash
# Puts google/api and google/rpc where buf.yaml looks for them: copied out of the NuGet package that the build compiles
# them from, so that lint and build read the same files and none of them is kept in the repository.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
version=$(sed -n 's/.*Include="Google.Api.CommonProtos" Version="\([^"]*\)".*/\1/p' "$root/Directory.Packages.props")
from="$packages/google.api.commonprotos/$version/content/protos/google"
[ -d "$from" ] || dotnet restore "$root/protos" >/dev/null
mkdir -p "$root/protos/.deps/google/api" "$root/protos/.deps/google/rpc"
cp "$from/api/annotations.proto" "$from/api/http.proto" "$from/api/httpbody.proto" "$root/protos/.deps/google/api/"
cp "$from/rpc/error_details.proto" "$root/protos/.deps/google/rpc/"
