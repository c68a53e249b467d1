SwaggerUIBundle({
  dom_id: "#docs",
  url: document.getElementById("docs").dataset.document,
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
