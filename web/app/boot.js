// Starts the page's program. It stands in a file of its own so that the policy can forbid every inline script.

const { app, program } = document.querySelector('meta[name="tieout-app"]').dataset;

try {
  const { default: start } = await import(new URL(app, document.baseURI));
  await start({ module_or_path: new URL(program, document.baseURI) });
} catch (error) {
  console.error(error);
  document.getElementById('crashed').hidden = false;
}
