// Shows the contract; nothing is loaded from anywhere but this service.
window.addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({
    url: '/openapi.yaml',
    dom_id: '#api',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    requestInterceptor: (request) => {
      // "Try it out" calls the service that serves this page, whatever the contract's example address is.
      const asked = new URL(request.url, window.location.href);
      request.url = new URL(asked.pathname + asked.search, window.location.origin).href;
      return request;
    },
  });
});
