// A portal's page that may connect to nothing, not even to its own server: the engine is in the script, and so is what reads payers' own formats; both are handed to the worker.
import { payers, wasm } from "./node_modules/tieout/inline.js";
import { start } from "./node_modules/tieout/worker.js";

const tieout = start({ wasm: wasm(), payers });
const [contract, files, asOf, button, steps, report, refused] = ["contract", "files", "as-of", "check", "steps", "report", "refused"].map((id) => document.getElementById(id));

button.addEventListener("click", async () => {
  refused.textContent = "";
  try {
    show(await tieout.check(contract.files[0], asOf.value, files.files));
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
