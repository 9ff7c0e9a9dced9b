/** Puts the address that this page is served from into the examples, so that they can be copied and run. */
const address = new URL('v1', document.baseURI).href;
for (const place of document.querySelectorAll('[data-api-address]')) place.textContent = address;
document.querySelector('[data-api-address-note]')?.remove();
