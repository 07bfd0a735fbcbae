// A portal in React that ties out what people choose.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { check } from "tieout/worker";
import { Embedded } from "./Embedded.jsx";

function Portal() {
  const [report, setReport] = useState(null);
  const [refused, setRefused] = useState("");

  async function submit(event) {
    event.preventDefault();
    const { contract, files, asOf } = event.target.elements;
    setRefused("");
    try {
      setReport(await check(contract.files[0], asOf.value, files.files));
    } catch (error) {
      setRefused(error.message);
    }
  }

  return (
    <form onSubmit={submit}>
      <h1>A portal in React</h1>
      <p><label>Contract <input name="contract" type="file" accept=".toml" /></label></p>
      <p><label>Files <input name="files" type="file" accept=".csv" multiple /></label></p>
      <p><label>As of <input name="asOf" defaultValue="2026-03-20T17:00" /></label></p>
      <p><button>Check</button></p>
      {report && <Found report={report} />}
      <p role="alert">{refused}</p>
    </form>
  );
}

function Found({ report }) {
  const begun = report.steps.filter(({ state }) => state !== "not_started");
  const link = URL.createObjectURL(new Blob([JSON.stringify(report)], { type: "application/json" }));
  return (
    <>
      <ul>{begun.map(({ step, state }) => <li key={step}>{`${step} ${state}`}</li>)}</ul>
      <p><a href={link} download="report.json">Report</a></p>
    </>
  );
}

createRoot(document.getElementById("app")).render(location.hash === "#element" ? <Embedded /> : <Portal />);
