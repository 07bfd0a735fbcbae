// A worker that is asked one thing at a time.

/** Starts a module worker and waits until it says that it is ready. */
export async function converse(url, hello) {
  const worker = new Worker(url, { type: "module" });
  const ask = (message) =>
    new Promise((answer, refuse) => {
      worker.onmessage = ({ data }) => ("error" in data ? refuse(new Error(data.error)) : answer(data));
      worker.onerror = (event) => refuse(new Error(event.message));
      if (message) worker.postMessage(message);
    });
  await ask();
  await ask(hello);
  return ask;
}

/** The other side: says that it listens, then answers each message with what the handler returns. */
export function answer(handler) {
  self.onmessage = async ({ data }) => {
    try {
      self.postMessage(await handler(data));
    } catch (error) {
      self.postMessage({ error: error.stack ?? String(error) });
    }
  };
  self.postMessage({});
}
