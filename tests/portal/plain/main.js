// A page that ties out files in a worker, as plain as can be.
import { check } from "tieout/worker";

const [contract, files, asOf, button, progress, steps, report, refused] = ["contract", "files", "as-of", "check", "progress", "steps", "report", "refused"].map((id) => document.getElementById(id));

button.addEventListener("click", async () => {
  refused.textContent = "";
  try {
    show(await check(contract.files[0], asOf.value, files.files, {
      onProgress: ({ doneBytes, totalBytes }) => (progress.value = doneBytes / totalBytes),
    }));
  } catch (error) {
    refused.textContent = error.message;
  }
});

function show(found) {
  steps.replaceChildren(...found.steps.filter(({ state }) => state !== "not_started").map(({ step, state }) => {
    const line = document.createElement("li");
    line.textContent = `${step} ${state}`;
    return line;
  }));
  report.href = URL.createObjectURL(new Blob([JSON.stringify(found)], { type: "application/json" }));
  report.hidden = false;
}
