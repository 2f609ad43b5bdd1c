#!/usr/bin/env bash
# Builds the image of one service with the container support of the .NET SDK: no Dockerfile, a user without privileges, no shell needed at run time.
#
#   IMAGE=registry.example.org/team/truceline-ingest:1 PUSH_IMAGE=true services/publish-image.sh Ingest
#
# IMAGE       what to build, [registry/]name:tag; skaffold sets it
# PUSH_IMAGE  true: push it to its registry; else (default) it goes to the local container engine
# BASE_IMAGE  base image, e.g. one pinned by digest; the SDK's choice when it is not set. Entity brings the framework itself (runtime-deps will do), the others need aspnet
set -euo pipefail
cd "$(dirname "$0")/.."

project=${1:?name of the project, e.g. Ingest}
image=${IMAGE:?IMAGE is not set: [registry/]name:tag}
[ -f "services/$project/$project.csproj" ] || { echo "services/$project holds no project" >&2; exit 2; }

image=${image%@*}
last=${image##*/}
case $last in
  *:*) tag=${last##*:} repository=${image%:*} ;;
  *) tag=latest repository=$image ;;
esac

# As everywhere with images, the first part is a registry when it looks like a host.
registry=
case ${repository%%/*} in
  "$repository") ;;
  *.* | *:* | localhost) registry=${repository%%/*} repository=${repository#*/} ;;
esac

# For the system of the image, so that what services start with can be compiled ahead.
set -- "services/$project" --configuration Release --os linux -t:PublishContainer "-p:ContainerImageTag=$tag"
if [ "${PUSH_IMAGE:-false}" = true ]; then
  [ -n "$registry" ] || { echo "IMAGE=$IMAGE names no registry to push to" >&2; exit 2; }
  set -- "$@" "-p:ContainerRegistry=$registry" "-p:ContainerRepository=$repository"
else
  # The engine knows the image by its full name; the SDK takes no port in it.
  case $registry in *:*) echo "IMAGE=$IMAGE: an image with a port in its name can only be pushed" >&2; exit 2 ;; esac
  set -- "$@" "-p:ContainerRepository=${registry:+$registry/}$repository"
fi
[ -z "${BASE_IMAGE:-}" ] || set -- "$@" "-p:ContainerBaseImage=$BASE_IMAGE"

exec dotnet publish "$@"
