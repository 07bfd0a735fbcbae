// A portal's script: it keeps what the form would send.
const form = document.querySelector("form");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  window.sent = Object.fromEntries(new FormData(form));
});
