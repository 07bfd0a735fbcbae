// A form in React that can be sent once the element in it is clear.
import { useState } from "react";
import "tieout/element";

export function Embedded() {
  const [state, setState] = useState("nothing");
  const [sent, setSent] = useState("");

  function submit(event) {
    event.preventDefault();
    setSent(new FormData(event.target).get("tieout"));
  }

  return (
    <form onSubmit={submit}>
      <h1>An element in React</h1>
      <tieout-check name="tieout" required asOf="2026-03-20T17:00" ontieout-report={({ detail }) => setState(`${detail.findings.length} findings`)} />
      <p><button>Hand in</button> <output>{state}</output></p>
      <p data-testid="sent">{sent}</p>
    </form>
  );
}
