// The sealed frame's script: it asks the portal for the programs, and fetches nothing.
import { configure } from "../tieout/element.js";

const programs = new Promise((resolve) => addEventListener("message", ({ origin, data }) => origin === location.origin && data.engine && resolve(data)));
configure({ engine: () => programs.then(({ engine }) => engine), element: () => programs.then(({ element }) => element) });
parent.postMessage("programs", location.origin);
