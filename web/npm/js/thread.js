// The worker in a browser. It is bundled into one file, so that it can be served, or made from a Blob, by itself.
import { serve } from "./serve.js";

const answer = serve((said, handedOver) => postMessage(said, handedOver));
addEventListener("message", ({ data }) => answer(data));
