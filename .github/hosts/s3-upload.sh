#!/bin/sh
# Uploads a built site to S3, with the type and the caching of each file: sh .github/hosts/s3-upload.sh dist s3://bucket
set -e
from=$1
to=$2
year='public, max-age=31536000, immutable'

upload() {
	aws s3 cp "$from" "$to" --recursive --only-show-errors "$@"
}

# Scripts, styles and fonts first, so that no page is there before them; they have a hash in their names.
upload --exclude '*' --include '*_astro/*' --cache-control "$year"
upload --exclude '*' --include '*_astro/*.woff2' --cache-control "$year" --content-type font/woff2
upload --exclude '*_astro/*' --cache-control no-cache
# The command knows some types not at all, and others without their charset.
for type in 'html text/html' 'md text/markdown' 'txt text/plain'; do
	upload --exclude '*' --include "*.${type% *}" --cache-control no-cache --content-type "${type#* }; charset=utf-8"
done
# Takes away what the site no longer has. By size, so that it uploads nothing again, without type and caching, where
# the clock of this machine runs ahead.
aws s3 sync "$from" "$to" --delete --size-only --only-show-errors
