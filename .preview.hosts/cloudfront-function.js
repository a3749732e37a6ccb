var moved = {"/articles/spa-massage-vs-medical-massage-therapy-a-comprehensive-comparison/":"/"};
function handler(event) {
	var request = event.request;
	var folder = !/\.[^/]*$/.test(request.uri);
	var to = moved[request.uri] || (folder && !request.uri.endsWith('/') && request.uri + '/');
	if (to) return { statusCode: 301, statusDescription: 'Moved', headers: { location: { value: to } } };
	if (folder) request.uri += 'index.html';
	return request;
}
