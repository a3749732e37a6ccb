// A CloudFront function for viewer requests, runtime cloudfront-js-2.0: S3 knows neither folders nor old addresses.
// The runtime has no destructuring and no spread.

// PUBLISHING.md says how to fill this in. Without it, a page at each old address sends visitors on.
const moved = {
	// '/old/': '/new/',
};

/** The query as it came. CloudFront hands it over in parts, which it has not decoded. */
function queryOf(querystring) {
	const parts = [];
	for (const name in querystring) {
		const field = querystring[name];
		(field.multiValue || [field]).forEach((one) => parts.push(`${name}=${one.value}`));
	}
	return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function handler(event) {
	const request = event.request;
	// Browsers take `//host` and `/\host` for the address of another site.
	const path = request.uri.replace(/^[/\\]+/, '/');
	const isFolder = !/\.[^/]*$/.test(path);
	const to = moved[path] || (isFolder && !path.endsWith('/') && `${path}/`);
	if (to) {
		// The part after # stays last.
		const place = to.indexOf('#') < 0 ? to.length : to.indexOf('#');
		const location = to.slice(0, place) + queryOf(request.querystring) + to.slice(place);
		return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: location } } };
	}
	request.uri = isFolder ? `${path}index.html` : path;
	return request;
}
